"""What looks like the dash of a list and is none: Word's bullets and the dashes that it makes of hyphens."""

import re
from collections.abc import Iterator
from typing import Final

DASH_MISPLACED: Final = 130

# The last four are what Word's symbol fonts leave behind.
_SIGNS = "–—•·‑−‣◦▪▫■□●○◆◇►▸➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc"
BULLET: Final = re.compile(rf"[^\S\n]*(?P<bullet>[{_SIGNS}]|\+(?=\s)|-(?=[^\s-]))\s*(?P<rest>\S.*)")
"""A line that begins with one; a hyphen without a space after it too."""
_SIGN = re.compile(rf"(?P<bullet>[{_SIGNS}]|\+(?=\s))\s*(?P<rest>\S.*)")


def of_text(text: str) -> re.Match[str] | None:
    """The sign with which a text begins, where the text stands in place of a list."""
    return _SIGN.match(text)


def of_the_list(lines: list[str], index: int, column: int) -> Iterator[tuple[int, tuple[str, str]]]:
    """The lines (from 0) of one list that begin with a sign at a column, and the sign with what to write for it.

    ``index``: one of them. A hyphen before a digit may be a number's and is let alone.
    """
    for step in (-1, 1):
        line = index if step > 0 else index - 1
        while 0 <= line < len(lines) and _is_in_list(lines[line], column):
            found = BULLET.match(lines[line])
            if found and found.start("bullet") == column and (found["bullet"] != "-" or found["rest"][0].isalpha()):
                yield line, (found["bullet"], dash_for(found[0]))
            line += step


def _is_in_list(line: str, column: int) -> bool:
    """Whether a line begins right of the list's signs or with one of them, a dash too; or says nothing."""
    text = line.lstrip()
    left = len(line) - len(text)
    return not text or left > column or (left == column and (text.startswith("-") or BULLET.match(line) is not None))


def dash_for(line: str) -> str:
    """What to write for the sign alone in a line or text that begins with it: blanks behind it stay as they are."""
    return "-" if re.match(r"\s*\S\s", line) else "- "


def fields(found: re.Match[str]) -> dict[str, str]:
    """What is wrong and what to do, for the message of ``DASH_MISPLACED``."""
    sign = found["bullet"]
    shown = "" if "\ue000" <= sign <= "\uf8ff" else f"“{sign}” "
    rest = " ".join(found["rest"].partition(f" {sign}")[0].split())
    return {
        "fault": f"{shown or 'Ký hiệu '}ở đầu dòng không phải là dấu gạch đầu dòng kèm dấu cách",
        "remedy": f"dùng dấu gạch ngang (-) và một dấu cách, viết  - {rest if len(rest) <= 80 else f'{rest[:79]}…'}",
    }
