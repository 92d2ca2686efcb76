"""Small values as .xlsx files write them."""

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONGEST = 10


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number not below zero."""
    return int(text) if text and len(text) < _LONGEST and text.isascii() and text.isdigit() else otherwise


def unescaped(text: str) -> str:
    """``_x000D_`` stands for the character of that number."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
