"""Read an .ods file: the same cells from OpenDocument's one table of contents.

Written here and not taken from odfpy: that library builds the whole document as objects (a blank row repeated a million
times is one element, but its values are for the caller to expand), and has no guard against entities.
"""

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from thidua.reading.office.package import Package
from thidua.reading.office.xml import Attributes, elements, local, parse_xml
from thidua.reading.workbooks.budget import Budget
from thidua.reading.workbooks.model import Cell, Merged, Sheet, Workbook

_NUMBERS = ("float", "currency", "percentage")
_MOST_REPEATED = 1_048_576


def read_ods(package: Package) -> Workbook:
    """The workbook in a package that holds one. Raises PackageError and the errors of ``xml``."""
    collector = _Collector(Budget(package))
    parse_xml(package.chunks("content.xml"), collector.start, collector.end, collector.text)
    return Workbook(collector.sheets, _properties(package))


def _properties(package: Package) -> dict[str, str]:
    if "meta.xml" not in package:
        return {}
    found = elements(package.chunks("meta.xml"))
    return {attributes.get("name", ""): text for name, attributes, text in found if name == "user-defined"}


class _Collector:
    """Gathers sheets and cells while the contents are parsed."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.sheets: list[Sheet] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.row = self.column = 0
        self.row_repeated = 1
        self.row_cells: dict[int, Cell] = {}
        self.attributes: Mapping[str, str] | None = None
        self.covered = False
        self.depth = 0
        self.paragraphs: list[list[str]] = []
        self.tables = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self.attributes is not None:
            self.inside_cell(local(name), attributes)
            return
        match local(name):
            case "style":
                self.style = _by_local_name(attributes).get("name", "")
            case "table-properties" if _by_local_name(attributes).get("display") == "false":
                self.hidden_styles.add(self.style)
            case "table":
                self.begin_table(_by_local_name(attributes))
            case "table-row" if self.sheets:
                self.row_repeated = _repeated(_by_local_name(attributes), "number-rows-repeated")
                self.column = 0
                self.row_cells = {}
            case "table-cell" | "covered-table-cell" if self.sheets:
                self.attributes = _by_local_name(attributes)
                self.covered = local(name) == "covered-table-cell"
                self.depth = 0
                self.paragraphs = []

    def end(self, name: str) -> None:
        if self.attributes is not None:
            if self.depth:
                self.depth -= 1
            else:
                self.end_cell(self.attributes)
                self.attributes = None
        elif local(name) == "table-row":
            self.end_row()

    def text(self, data: str) -> None:
        # Paragraphs of a comment or a drawing stand deeper than those of the cell itself.
        if self.attributes is not None and self.depth and self.paragraphs and self.taking:
            self.paragraphs[-1].append(data)

    taking = False

    def inside_cell(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        if self.depth == 1:
            self.taking = name == "p"
            if self.taking:
                self.paragraphs.append([])
        elif self.taking:
            match name:
                case "s":
                    self.paragraphs[-1].append(" " * min(_repeated(_by_local_name(attributes), "c"), 1000))
                case "tab":
                    self.paragraphs[-1].append("\t")
                case "line-break":
                    self.paragraphs[-1].append("\n")

    def begin_table(self, attributes: Mapping[str, str]) -> None:
        hidden = attributes.get("style-name", "") in self.hidden_styles
        self.sheets.append(Sheet(attributes.get("name", ""), hidden))
        self.budget.count_sheets(len(self.sheets))
        self.row = 0

    def end_cell(self, attributes: Mapping[str, str]) -> None:
        repeated = _repeated(attributes, "number-columns-repeated")
        text = "\n".join("".join(each) for each in self.paragraphs)
        cell = None if self.covered else _cell(attributes, text)
        first = self.column + 1
        self.column += repeated
        columns, rows = (_repeated(attributes, f"number-{each}-spanned") for each in ("columns", "rows"))
        if columns > 1 or rows > 1:
            self.budget.count_cell()
            here = self.row + 1
            self.sheets[-1].merged.append(Merged(here, first, here + rows - 1, first + columns - 1))
        if cell is None:
            return
        self.budget.count_cell(repeated * self.row_repeated)
        for column in range(first, first + repeated):
            self.row_cells[column] = cell

    def end_row(self) -> None:
        rows = self.sheets[-1].rows if self.sheets else {}
        for row in range(self.row + 1, self.row + 1 + (self.row_repeated if self.row_cells else 0)):
            rows[row] = {column: _at(cell, row, column) for column, cell in self.row_cells.items()}
        self.row += self.row_repeated


def _cell(attributes: Mapping[str, str], text: str) -> Cell | None:
    """What a cell holds, at no place yet; None where it is blank."""
    kind = attributes.get("value-type", "")
    formula = attributes.get("formula")
    if attributes.get("value-type") == "error" or (formula and text.startswith("#") and kind in ("string", "")):
        return Cell(0, 0, "error", text, None, "General", formula)
    if kind in _NUMBERS:
        return _number(attributes, kind, formula)
    if kind == "date":
        return _day(attributes.get("date-value", ""), formula)
    if kind == "boolean":
        stored = attributes.get("boolean-value", "")
        return Cell(0, 0, "bool", stored, stored == "true", "General", formula)
    text = attributes.get("string-value", text) if kind == "string" else text
    if kind == "time":
        text = attributes.get("time-value", text)
    if formula is not None and not kind:
        return Cell(0, 0, "no_value", "", None, "General", formula)
    return Cell(0, 0, "text", text, None, "General", formula) if text or formula is not None else None


def _number(attributes: Mapping[str, str], kind: str, formula: str | None) -> Cell:
    stored = attributes.get("value", "")
    code = "0.00%" if kind == "percentage" else "General"
    try:
        double = float(stored)
    except ValueError:
        return Cell(0, 0, "text", stored, None, code, formula)
    if not math.isfinite(double):
        return Cell(0, 0, "error", stored, None, code, formula)
    return Cell(0, 0, "number", stored, Decimal(repr(double)), code, formula)


def _day(stored: str, formula: str | None) -> Cell:
    try:
        return Cell(0, 0, "date", stored, date.fromisoformat(stored[:10]), "dd/mm/yyyy", formula)
    except ValueError:
        return Cell(0, 0, "text", stored, None, "General", formula)


def _at(cell: Cell, row: int, column: int) -> Cell:
    return Cell(row, column, cell.kind, cell.text, cell.value, cell.number_format, cell.formula)


def _by_local_name(attributes: Attributes) -> dict[str, str]:
    # calcext repeats office:value-type and knows errors: the later one wins.
    return {local(name): value for name, value in attributes.items()}


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, min(int(text), _MOST_REPEATED)) if text.isascii() and text.isdigit() and len(text) < 10 else 1
