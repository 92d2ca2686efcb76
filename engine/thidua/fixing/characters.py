"""Characters that come from Word, macOS or web pages and that no author means."""

import re
import unicodedata

from thidua.reading.characters import HARD_SPACES, INVISIBLE
from thidua.splicing.edits import Lines

_TABS = re.compile(r"^( *-)(\t+)")
_HARD = re.compile(f"[{HARD_SPACES}]")


def without_invisible(text: str) -> str:
    """Without characters that can't be seen; a byte order mark at the very start stays."""
    lines = Lines(text)
    return lines.with_lines(INVISIBLE.sub("", line) for line in lines.lines)


def composed(text: str) -> str:
    """Letters with their marks as one character (NFC), as nearly every keyboard types them."""
    lines = Lines(text)
    return lines.with_lines(unicodedata.normalize("NFC", line) for line in lines.lines)


def with_plain_spaces(text: str) -> str:
    """Plain spaces for hard ones."""
    lines = Lines(text)
    return lines.with_lines(_HARD.sub(" ", line) for line in lines.lines)


def without_trailing_blanks(text: str) -> str:
    """Nothing after the last character of a line."""
    lines = Lines(text)
    return lines.with_lines(line.rstrip(" \t") for line in lines.lines)


def with_spaces_after_dashes(text: str) -> str:
    """A space for each Tab behind the dash of a list, as Word has them behind its bullets."""
    lines = Lines(text)
    return lines.with_lines(_TABS.sub(lambda found: found[1] + " " * len(found[2]), line) for line in lines.lines)
