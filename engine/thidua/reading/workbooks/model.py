"""What stands in a workbook, whatever program wrote it: sheets of cells with addresses, exact values and formats."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from thidua.diagnostics import Place

CellKind = Literal["text", "number", "date", "bool", "error", "no_value"]


class Cell(Struct):
    """A cell that holds something; ``row`` and ``column`` count from 1.

    ``text``: a text's own, an error's code (``#N/A``), else what is stored. ``value``: a number exactly as its double
    is written (0.1 and not 0.1000000000000000055), a date, or a truth value. ``formula`` None: there is none; kind
    ``no_value``: there is one whose value was never worked out.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    value: Decimal | date | bool | None = None
    number_format: str = "General"
    formula: str | None = None

    @property
    def is_percent(self) -> bool:
        """Whether a number is shown in per cent: 0.975 as 97,5%."""
        return "%" in self.number_format


class Merged(Struct, frozen=True):
    """Cells merged into one: only the first holds anything."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell lies inside."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


class Sheet(Struct):
    """A sheet: only cells that hold something are here, by row and column."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell, None where it is blank."""
        return self.rows.get(row, {}).get(column)

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        for row in sorted(self.rows):
            columns = self.rows[row]
            yield from (columns[column] for column in sorted(columns))

    def place(self, shown: str, row: int, column: int) -> Place:
        """The place of a cell."""
        return Place(shown, row, column, sheet=self.name)


class Workbook(Struct):
    """A whole workbook; ``properties``: its custom properties, as text."""

    sheets: list[Sheet]
    properties: Mapping[str, str] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet | None:
        """A sheet by its exact name."""
        return next((each for each in self.sheets if each.name == name), None)
