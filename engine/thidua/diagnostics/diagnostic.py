"""One problem at one place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from thidua.diagnostics.catalogue import CATALOGUE
from thidua.diagnostics.edit import Edit
from thidua.diagnostics.entry import Entry, Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path as shown to the user; line and column count from 1, in characters.

    In a workbook ``sheet`` is the name of the sheet, line and column are those of the cell.
    """

    path: str
    sheet: str = field(default="", kw_only=True)
    line: int = 1
    column: int = 1

    @property
    def cell(self) -> str:
        """The cell's address in its workbook, ``Tự chấm điểm!E12``; empty outside workbooks."""
        return f"{self.sheet}!{column_letters(self.column)}{self.line}" if self.sheet else ""

    def __str__(self) -> str:
        return f"{self.path}:{self.cell or f'{self.line}:{self.column}'}"


def column_letters(column: int) -> str:
    """The letters of a column of a workbook: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A catalogue number at a place, with the values that fill its message.

    ``regraded``: how grave it is where the user's settings say otherwise than the catalogue. ``edits``: what puts it
    right in the file, where the hint leaves just one way; all of them together.
    """

    place: Place
    code: int
    fields: tuple[tuple[str, str], ...] = ()
    regraded: Severity | None = field(default=None, compare=False)
    edits: tuple[Edit, ...] = field(default=(), compare=False)

    def with_edits(self, *edits: Edit) -> "Diagnostic":
        """The same, with what puts it right."""
        return replace(self, edits=edits)

    @property
    def entry(self) -> Entry:
        """The catalogue's entry."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.regraded or self.entry.severity

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        return self.entry.message.format(**dict(self.fields))

    @property
    def hint(self) -> str:
        """What to do, in Vietnamese."""
        hint = self.entry.hint.format(**dict(self.fields))
        return hint[:1].upper() + hint[1:]

    def __str__(self) -> str:
        first = f"{self.place}: {self.severity.vietnamese} {self.entry.name}: {self.message}"
        return f"{first}\n    Gợi ý: {self.hint}" if self.hint else first


def diagnose(code: int, place: Place, **fields: object) -> Diagnostic:
    """Make a diagnostic; raises KeyError where the catalogue lacks the code or the template a field."""
    made = Diagnostic(place, code, tuple((name, str(value)) for name, value in fields.items()))
    _ = made.message, made.hint
    return made


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything here stops the work."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
