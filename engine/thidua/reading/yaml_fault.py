"""A parser's complaint as plain values, and what a finding about it carries."""

from collections.abc import Mapping
from typing import Any, Self

import yaml
from msgspec import Struct

from thidua.diagnostics import Diagnostic, Edit, Place, diagnose
from thidua.reading.yaml_lines import Line, next_line, quoted


class Span(Struct, frozen=True):
    """A quoted text over several lines: indices from 0, ``end_column`` just after the closing quote."""

    line: int
    column: int
    end_line: int
    end_column: int


class Finding(Struct, frozen=True):
    """One diagnostic, and the line (index from 0) to put in place of the faulty one before parsing again.

    ``certain``: the trap lies in this line alone, and the repaired line keeps the structure around it.
    """

    diagnostic: Diagnostic
    line: int
    repaired: str
    certain: bool


class Fault(Struct, frozen=True):
    """Where the parser stopped and what it was doing; lines and columns are indices from 0."""

    context: str
    problem: str
    line: int
    column: int
    context_line: int
    context_column: int
    lines: list[str]
    spans: tuple[Span, ...]
    shown: str

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, lines: list[str], spans: tuple[Span, ...], shown: str) -> Self:
        """The complaint of either parser; a mark past the last line is moved to its end."""
        line, column = _within(lines, error.problem_mark)
        context_line, context_column = _within(lines, error.context_mark or error.problem_mark)
        context, problem = error.context or "", error.problem or ""
        return cls(context, problem, line, column, context_line, context_column, lines, spans, shown)

    @classmethod
    def at_start(cls, lines: list[str], shown: str) -> Self:
        """A complaint that names no place."""
        return cls("", "", 0, 0, 0, 0, lines, (), shown)

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.lines[self.line][: self.column]

    @property
    def after(self) -> str:
        """What stands at the place and after it on its line."""
        return self.lines[self.line][self.column :]

    def at(self, index: int) -> Line:
        """A line taken apart."""
        return Line.of(self.lines[index])

    def has_children(self, index: int) -> bool:
        """Whether deeper lines follow, which belong to the line or go on with its value."""
        line, below = self.at(index), next_line(self.lines, index)
        return below is not None and len(below.indent) > len(line.indent) + len(line.dashes)

    def finding(
        self,
        code: int,
        line: int,
        column: int,
        repaired: str,
        fields: Mapping[str, object],
        certain: bool = True,
        edit: tuple[int, str, str] | None = None,
    ) -> Finding:
        """A finding at a place given as indices from 0; ``edit``: column, old and new text that put the line right."""
        place = Place(self.shown, line + 1, column + 1)
        found = diagnose(code, place, **fields)
        if edit:
            found = found.with_edits(Edit(line + 1, edit[0] + 1, *edit[1:]))
        return Finding(found, line, repaired, certain)

    def in_quotes(self, index: int, written: str | None = None) -> tuple[int, str, str] | None:
        """The edit that puts a line's value in quotes, or ``written`` in its place; None where it goes on below."""
        line = self.at(index)
        if not line.bare_value or self.has_children(index):
            return None
        return line.value_column, line.bare_value, quoted(line.bare_value) if written is None else written


def _within(lines: list[str], mark: Any) -> tuple[int, int]:
    if mark.line < len(lines):
        return mark.line, min(mark.column, len(lines[mark.line]))
    return len(lines) - 1, len(lines[-1])
