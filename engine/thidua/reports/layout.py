"""Text in a window of so many columns: wrapping, hanging indents, tables. Widths are those that a terminal shows."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from wcwidth import wcswidth

WIDTH = 100
_GAP = 2


@lru_cache(maxsize=4096)  # the same words come again and again
def width_of(text: str) -> int:
    """The columns that a text takes; control characters count as one each."""
    shown = wcswidth(text)
    return shown if shown >= 0 else len(text)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken at spaces; a longer word is cut. Line breaks in the text stay."""
    lines = [line for part in text.splitlines() for line in _wrap_line(part, width)]
    return lines or [""]


def hanging(text: str, first: str, rest: int, width: int = WIDTH) -> list[str]:
    """Wrap a text after ``first``, its further lines indented by ``rest`` columns."""
    lines = wrap(text, max(width - rest, 20))
    return [f"{first}{lines[0]}".rstrip(), *(" " * rest + line for line in lines[1:])]


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = (), limits: Sequence[int | None] = ()
) -> str:
    """A plain table. ``right``: columns aligned right; ``limits``: the most that each may take, None for no limit."""
    from tabulate import tabulate  # 60 ms that JSON and CSV need not spend

    aligned = set(right)
    lines = [[_cell(text, limits, index) for index, text in enumerate(row)] for row in (headings, *rows)]
    rule = ["-" * max(map(_widest, column)) for column in zip(*lines, strict=True)]
    # As a row like the others: tabulate would make a heading two columns wider than its text.
    made = tabulate(
        [lines[0], rule, *lines[1:]],
        tablefmt="plain",
        colalign=["right" if index in aligned else "left" for index in range(len(headings))],
        disable_numparse=True,
    )
    return "\n".join(line.rstrip() for line in made.splitlines())


def room_left(columns: Sequence[Sequence[str]], width: int = WIDTH) -> int:
    """What the given columns (each with its heading) leave of a line for one more; negative where they are too wide."""
    return width - sum(max(map(_widest, column)) + _GAP for column in columns)


def _widest(text: str) -> int:
    return max(map(width_of, text.splitlines()), default=0)


def _cell(text: str, limits: Sequence[int | None], index: int) -> str:
    limit = limits[index] if index < len(limits) else None
    return text if limit is None else "\n".join(wrap(text, limit))


def _wrap_line(text: str, width: int) -> list[str]:
    lines: list[list[str]] = [[]]
    room = width
    for word in (piece for long in text.split(" ") if long for piece in _pieces(long, width)):
        room -= width_of(word) + 1
        if lines[-1] and room < -1:
            lines.append([])
            room = width - width_of(word) - 1
        lines[-1].append(word)
    return [" ".join(line) for line in lines]


def _pieces(word: str, width: int) -> list[str]:
    """A word in parts that fit; most words are one."""
    if width_of(word) <= width:
        return [word]
    return re.findall(f".{{1,{width}}}", word)
