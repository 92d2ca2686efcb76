"""Outside figures: CSV tables in long form, one row a figure."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from thidua.building.figures import limits_broken, named_figure, read_figure, written_name
from thidua.diagnostics import Diagnostic, diagnose
from thidua.model.figure import Figure
from thidua.model.period import Period, Source
from thidua.model.scale import Scale
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


@dataclass(frozen=True, slots=True)
class SourceTable:
    """How the period declares a source's file: columns, delimiter, style of numbers, whether others' rows are passed
    over."""

    columns: dict[str, str]
    delimiter: str | None
    style: NumberStyle
    members_only: bool


def source_table(item: dict[str, Any]) -> SourceTable:
    """What the shaped period says of a source's file."""
    columns = {name: item.get("columns", {}).get(name, key(name)) for name in _COLUMNS}
    delimiter = _DELIMITERS[item["delimiter"]] if "delimiter" in item else None
    return SourceTable(
        columns, delimiter, NumberStyle(item.get("number_style", "plain")), item.get("members_only", False)
    )


def read_source(
    file: Path, shown: str, source: Source, table: SourceTable, period: Period, scale: Scale
) -> tuple[Figures, tuple[Diagnostic, ...]]:
    """The figures of a source: unit, criterion, figure, value; and everything that is wrong with its file."""
    text = read_text(file, shown, limit=CSV_LIMIT)
    if isinstance(text, Diagnostic):
        return (), (text,)
    reading = read_csv(text, shown, table.delimiter)
    problems = list(reading.diagnostics)
    where = _find_columns(reading.header, table, shown, problems) if reading.header.texts else None
    if where is None:
        return (), tuple(problems)
    used = set(where.values())
    for index, heading in enumerate(reading.header.texts):
        if index not in used:
            problems.append(diagnose(427, reading.header.place(index, shown), column=heading))
    rows = _RowReader(shown, source, table, period, scale, where)
    for row in reading.rows:
        rows.read(row)
    return tuple(rows.figures), (*problems, *rows.problems)


def _find_columns(header: Row, table: SourceTable, shown: str, problems: list[Diagnostic]) -> dict[str, int] | None:
    found = {fold(text): index for index, text in reversed(list(enumerate(header.texts)))}
    where = {name: found.get(fold(heading)) for name, heading in table.columns.items()}
    missing = ", ".join(f"“{table.columns[name]}”" for name, index in where.items() if index is None)
    if missing:
        headings = clipped("; ".join(header.texts), _LONGEST_HEADINGS)
        problems.append(diagnose(425, header.place(0, shown), missing=missing, headings=headings))
    known = {name: index for name, index in where.items() if index is not None}
    return known if len(known) == len(where) else None


class _RowReader:
    def __init__(
        self, shown: str, source: Source, table: SourceTable, period: Period, scale: Scale, where: dict[str, int]
    ) -> None:
        self.shown = shown
        self.source = source
        self.table = table
        self.where = where
        self.units = {
            fold(name): member.id for member in period.members for name in (member.id, member.name, *member.aliases)
        }
        self.names = [name for member in period.members for name in (member.name, *member.aliases)]
        self.criteria = {criterion.id: criterion for criterion in scale.criteria}
        self.supplied = frozenset(source.criteria)
        self.figures: list[tuple[str, str, str, Fraction]] = []
        self.problems: list[Diagnostic] = []
        self.first: dict[tuple[str, str, str], int] = {}

    def read(self, row: Row) -> None:
        unit, criterion_id = self.unit(row), self.text(row, "criterion")
        if unit is None:
            return
        if criterion_id not in self.supplied:
            guess = nearest(criterion_id, self.source.criteria)
            suggestion = (
                f"Có phải là “{guess}”?" if guess else f"Nguồn này khai báo: {', '.join(self.source.criteria)}."
            )
            self.report(row, "criterion", 421, id=criterion_id, suggestion=suggestion)
            return
        figure = self.figure(row, criterion_id)
        if figure is None:
            return
        key_of_row = (unit, criterion_id, figure.id)
        if key_of_row in self.first:
            self.report(row, "value", 423, figure=figure.full_name, first=self.first[key_of_row])
            return
        self.first[key_of_row] = row.line
        value = self.value(row, figure)
        if value is not None:
            self.figures.append((unit, criterion_id, figure.id, value))

    def unit(self, row: Row) -> str | None:
        written = self.text(row, "unit")
        unit = self.units.get(fold(written))
        if unit is None and not self.table.members_only:
            guess = nearest(written, self.names)
            suggestion = f"Có phải là “{guess}”? " if guess else ""
            self.report(row, "unit", 420, name=written, suggestion=suggestion)
        return unit

    def figure(self, row: Row, criterion_id: str) -> Figure | None:
        written = self.text(row, "figure")
        criterion = self.criteria[criterion_id]
        figure = named_figure(criterion.figures, written)
        if figure is None:
            known = ", ".join(written_name(each) for each in criterion.figures)
            self.report(row, "figure", 422, name=written, criterion=criterion.name, known=known)
        return figure

    def value(self, row: Row, figure: Figure) -> Fraction | None:
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
        return row.texts[self.where[column]]

    def report(self, row: Row, column: str, code: int, **fields: object) -> None:
        self.problems.append(diagnose(code, row.place(self.where[column], self.shown), **fields))
