"""Text that Markdown shows as it is."""

import re

# What would change the look of a text, or break a table, wherever it stands in a line.
_SPECIAL = re.compile(r"([\\`*_<>|\[\]])")


def escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
