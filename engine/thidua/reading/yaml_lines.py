"""One line of a YAML file taken apart the way its author meant it, and put together corrected."""

import re
from collections.abc import Iterator
from typing import Self

from msgspec import Struct

from thidua.reading.characters import clipped

_START = re.compile(r"( *)((?:-(?: +|$))*)")
_COLON = re.compile(r" *:(?: +|$)")
_COMMENT = re.compile(r"(?:^| )#.*$")
_LONGEST = 150


class Line(Struct, frozen=True):
    """``  - tên: Thi đua`` as indent 2, dashes ``- ``, key ``tên``, value ``Thi đua``; concatenated they give the line.

    ``key`` and ``colon`` are empty where no colon outside a comment is followed by a space or the line's end.
    """

    indent: str
    dashes: str
    key: str
    colon: str
    value: str

    @classmethod
    def of(cls, line: str) -> Self:
        """Take a line apart; any text will do."""
        start = _START.match(line)
        assert start is not None
        rest = line[start.end() :]
        colon = _COLON.search(rest, _after_quotes(rest))
        if colon is None or _hidden(rest, colon.start()):
            return cls(start[1], start[2], "", "", rest)
        return cls(start[1], start[2], rest[: colon.start()], colon[0], rest[colon.end() :])

    @property
    def value_column(self) -> int:
        """The index, from 0, where the value begins."""
        return len(self.indent) + len(self.dashes) + len(self.key) + len(self.colon)

    @property
    def content(self) -> str:
        """The line without indentation, dashes and comment."""
        return _COMMENT.sub("", f"{self.key}{self.colon}{self.value}").rstrip()

    @property
    def bare_value(self) -> str:
        """The value without a comment."""
        return _COMMENT.sub("", self.value).rstrip()

    @property
    def is_blank(self) -> bool:
        """Whether the line says nothing: empty, or a comment only."""
        return not self.dashes and not self.content

    def with_value(self, value: str) -> str:
        """The line as the author may write it, without its indentation; for hints."""
        prefix = f"{self.dashes}{self.key.rstrip()}: " if self.colon else self.dashes
        text = f"{prefix}{value}"
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    def repaired(self, value: str = "x") -> str:
        """The whole line with another value, so that the parser gets past it."""
        return f"{self.indent}{self.dashes}{self.key}{self.colon or ''}{value}"


def quoted(value: str) -> str:
    """A value in quotes that YAML reads back unchanged: double ones, single ones where it holds a ``"`` or ``\\``."""
    inner = value.strip()
    if '"' not in inner and "\\" not in inner:
        return f'"{inner}"'
    return "'" + inner.replace("'", "''") + "'"


def blank_or_comment(line: str) -> bool:
    """Whether a raw line says nothing."""
    return Line.of(line).is_blank


def previous_lines(lines: list[str], index: int) -> Iterator[int]:
    """The indices of the lines that say something before ``index``, nearest first."""
    return (above for above in range(index - 1, -1, -1) if not blank_or_comment(lines[above]))


def next_line(lines: list[str], index: int) -> Line | None:
    """The first line after ``index`` that says something."""
    for line in lines[index + 1 :]:
        if not blank_or_comment(line):
            return Line.of(line)
    return None


def open_levels(lines: list[str], index: int) -> list[int]:
    """The numbers of spaces with which the line at ``index`` may begin, least first, going by the lines above it."""
    levels: list[int] = []
    for above in previous_lines(lines, index):
        line = Line.of(lines[above])
        for level in (len(line.indent) + len(line.dashes), len(line.indent)):
            if not levels or level < levels[-1]:
                levels.append(level)
        if levels[-1] == 0:
            break
    return levels[::-1]


def shown_line(line: str) -> str:
    """A line of the file for a message."""
    return clipped(line.strip(), 80)


def _hidden(rest: str, colon: int) -> bool:
    """Whether the colon stands in a comment."""
    comment = _COMMENT.search(rest, _after_quotes(rest))
    return comment is not None and comment.start() < colon


def _after_quotes(text: str) -> int:
    """Where to look for the colon: after a key in quotes, so that ``"a: b": c`` has the key ``"a: b"``."""
    if text[:1] not in ("'", '"'):
        return 0
    closing = text.find(text[0], 1)
    return closing + 1 if closing > 0 and _COLON.match(text, closing + 1) else 0
