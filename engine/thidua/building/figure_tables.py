"""CSV tables of figures in long form, one row a figure. Which criteria and figures may stand in one is for others."""

from abc import ABC, abstractmethod
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec import Struct

from thidua.building.figures import read_figure
from thidua.diagnostics import Diagnostic, diagnose
from thidua.model.figure import Figure
from thidua.model.figure_words import limits_broken
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale
from thidua.numerals.reading import NumberProblem, NumberStyle
from thidua.numerals.writing import format_number
from thidua.reading import read_csv, read_text
from thidua.reading.characters import clipped
from thidua.reading.csv_reader import Row
from thidua.reading.files import CSV_LIMIT
from thidua.schemas.scalars import Unreadable
from thidua.vocabulary import fold, key, nearest

_DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t"}
_LONGEST_HEADINGS = 120
_COLUMNS = ("unit", "criterion", "figure", "value")

Figures = tuple[tuple[str, str, str, Fraction], ...]
"""Unit, criterion, figure, value."""


class FigureTable(Struct, frozen=True):
    """How the period declares a file: columns, delimiter, style of numbers, whether others' rows are passed over.

    ``optional``: the columns that the file may lack.
    """

    columns: dict[str, str]
    delimiter: str | None
    style: NumberStyle
    members_only: bool
    optional: frozenset[str] = frozenset()


def declared_table(item: dict[str, Any], optional: frozenset[str] = frozenset()) -> FigureTable:
    """What the shaped period says of a file."""
    declared = item.get("columns", {})
    columns = {name: declared.get(name, key(name)) for name in _COLUMNS}
    delimiter = _DELIMITERS[item["delimiter"]] if "delimiter" in item else None
    style = NumberStyle(item.get("number_style", "plain"))
    # A column that is declared by its name must be there.
    return FigureTable(columns, delimiter, style, item.get("members_only", False), optional - set(declared))


class FigureRows(ABC):
    """Reads the rows of one file. Subclasses say which criteria and figures may stand there."""

    def __init__(self, shown: str, table: FigureTable, period: Period, scale: Scale) -> None:
        self.shown = shown
        self.table = table
        self.where: dict[str, int] = {}
        self.units = {
            fold(name): member.id for member in period.members for name in (member.id, member.name, *member.aliases)
        }
        self.names = [name for member in period.members for name in (member.name, *member.aliases)]
        self.criteria = {criterion.id: criterion for criterion in scale.criteria}
        self.figures: list[tuple[str, str, str, Fraction]] = []
        self.problems: list[Diagnostic] = []
        self.first: dict[tuple[str, str, str], int] = {}

    def read_file(self, file: Path) -> tuple[Figures, tuple[Diagnostic, ...]]:
        """The figures of the file, and everything that is wrong with it."""
        text = read_text(file, self.shown, limit=CSV_LIMIT)
        if isinstance(text, Diagnostic):
            return (), (text,)
        reading = read_csv(text, self.shown, self.table.delimiter)
        self.problems.extend(reading.diagnostics)
        if reading.header.texts and self.find_columns(reading.header):
            for row in reading.rows:
                self.read(row)
        return tuple(self.figures), tuple(self.problems)

    def find_columns(self, header: Row) -> bool:
        """Whether all columns are there that must be; columns that nobody reads are told of."""
        columns = self.table.columns
        found = {fold(text): index for index, text in reversed(list(enumerate(header.texts)))}
        named = {name: found.get(fold(heading)) for name, heading in columns.items()}
        self.where = {name: index for name, index in named.items() if index is not None}
        lacking = [name for name in columns if name not in self.where and name not in self.table.optional]
        if lacking:
            missing = ", ".join(f"“{columns[name]}”" for name in lacking)
            headings = clipped("; ".join(header.texts), _LONGEST_HEADINGS)
            self.problems.append(diagnose(425, header.place(0, self.shown), missing=missing, headings=headings))
            return False
        used = set(self.where.values())
        for index, heading in enumerate(header.texts):
            if index not in used:
                self.problems.append(diagnose(427, header.place(index, self.shown), column=heading))
        return True

    def read(self, row: Row) -> None:
        """Read one row."""
        unit = self.unit(row)
        criterion = self.criterion(row) if unit is not None else None
        figure = self.figure(row, criterion) if criterion is not None else None
        if unit is None or criterion is None or figure is None:
            return
        key_of_row = (unit, criterion.id, figure.id)
        if key_of_row in self.first:
            self.report(row, "value", 423, figure=figure.full_name, first=self.first[key_of_row])
            return
        self.first[key_of_row] = row.line
        value = self.value(row, figure)
        if value is not None:
            self.figures.append((*key_of_row, value))

    def unit(self, row: Row) -> str | None:
        """The member that a row is about, None where there is none."""
        written = self.text(row, "unit")
        unit = self.units.get(fold(written))
        if unit is None and not self.table.members_only:
            guess = nearest(written, self.names)
            suggestion = f"Có phải là “{guess}”? " if guess else ""
            self.report(row, "unit", 420, name=written, suggestion=suggestion)
        return unit

    @abstractmethod
    def criterion(self, row: Row) -> Criterion | None:
        """The criterion of a row, None where it may not stand here."""

    @abstractmethod
    def figure(self, row: Row, criterion: Criterion) -> Figure | None:
        """The figure of a row, None where it may not stand here."""

    def value(self, row: Row, figure: Figure) -> Fraction | None:
        """The value of a row, None where it is left blank or can't be read."""
        written = self.text(row, "value")
        if not written:
            return None
        found = read_figure(written, figure, self.table.style)
        if isinstance(found, NumberProblem | Unreadable):
            self.report(row, "value", found.code, **dict(found.fields))
            return None
        limits = limits_broken(found, figure)
        if limits and figure.kind == "points":
            most = format_number(figure.most or Fraction(0))
            self.report(row, "value", 411, name=figure.full_name, value=format_number(found), most=most)
            return None
        if limits:
            self.report(row, "value", 406, figure=figure.full_name, value=format_number(found), limits=limits)
        return found

    def text(self, row: Row, column: str) -> str:
        """What stands in a column."""
        return row.texts[self.where[column]]

    def report(self, row: Row, column: str, code: int, **fields: object) -> None:
        """Add a diagnostic at a column of a row."""
        self.problems.append(diagnose(code, row.place(self.where[column], self.shown), **fields))
