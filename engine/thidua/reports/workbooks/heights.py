"""Row heights that fit wrapped text: no spreadsheet program works them out for a file that another one wrote."""

import math
from collections.abc import Iterable

LINE_HEIGHT = 14.5
_MARGIN = 4.0
_HIGHEST = 400.0
# Letters of Times New Roman are narrower than the digits by which the width of a column is counted; words don't break.
_LETTERS_PER_WIDTH = 1.08


def lines_of(text: str, width: float, scale: float = 1.0) -> int:
    """How many lines a text takes in a column so wide. ``scale``: of the font, against that of the workbook."""
    room = max(3, math.floor(width * _LETTERS_PER_WIDTH / scale) - 1)
    return sum(_lines(part, room) for part in text.split("\n")) if text else 0


def height_for(texts: Iterable[tuple[str, float]], scale: float = 1.0) -> float:
    """The height of a row with these texts in columns of these widths."""
    most = max((lines_of(text, width, scale) for text, width in texts), default=1)
    return min(_HIGHEST, max(1, most) * LINE_HEIGHT * scale + _MARGIN)


def _lines(text: str, room: int) -> int:
    lines, used = 1, 0
    for word in text.split():
        length = len(word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        used += length + (1 if used else 0)
        if used > room:
            lines, used = lines + used // room, used % room
    return lines
