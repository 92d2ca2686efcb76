"""The cells of one sheet of an .xlsx file, gathered while its XML is parsed."""

from typing import Protocol

from thidua.reading.office.xml import Attributes, local
from thidua.reading.workbooks.addresses import parse_address
from thidua.reading.workbooks.budget import Budget
from thidua.reading.workbooks.model import Cell, Merged, Sheet
from thidua.reading.workbooks.xlsx_values import unescaped, whole


class CellMaker(Protocol):
    """Makes a cell of what stands in it: knows the workbook's texts and formats."""

    budget: Budget

    def cell(self, address: tuple[int, int], attributes: Attributes, stored: str | None, formula: str | None) -> Cell:
        """The cell at an address."""


class SheetCollector:
    """Gathers the cells of one sheet while it is parsed."""

    def __init__(self, reader: CellMaker, sheet: Sheet) -> None:
        self.reader = reader
        self.sheet = sheet
        self.row = 0
        self.column = 0
        self.attributes: Attributes = {}
        self.value: list[str] | None = None
        self.formula: list[str] | None = None
        self.taking: list[str] | None = None
        self.reading = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        match local(name):
            case "c":
                address = parse_address(attributes.get("r", ""))
                self.row, self.column = address or (self.row, self.column + 1)
                self.attributes, self.value, self.formula = attributes, None, None
            case "v":
                self.value = self.taking = []
            case "is":
                self.value = []
            case "t" if not self.reading:
                self.taking = self.value
            case "rPh":
                self.reading = True
            case "f":
                self.formula = self.taking = []
            case "row":
                self.row = whole(attributes.get("r"), self.row + 1)
                self.column = 0
            case "mergeCell":
                self.merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        match local(name):
            case "c":
                self.finish()
            case "v" | "t" | "f":
                self.taking = None
            case "rPh":
                self.reading = False

    def text(self, data: str) -> None:
        """Some text of the innermost element that is taken."""
        if self.taking is not None:
            self.taking.append(data)

    def finish(self) -> None:
        """Keep the cell where something stands in it."""
        formula = None if self.formula is None else "".join(self.formula)
        stored = None if self.value is None else "".join(self.value)
        if formula is None and not stored:
            return
        if stored and self.attributes.get("t") in ("str", "inlineStr"):
            stored = unescaped(stored)
        self.reader.budget.count_cell()
        cell = self.reader.cell((self.row, self.column), self.attributes, stored, formula)
        self.sheet.rows.setdefault(self.row, {})[self.column] = cell

    def merge(self, reference: str) -> None:
        """Cells that are merged, ``B2:C4``."""
        first, _, last = reference.partition(":")
        start, end = parse_address(first), parse_address(last or first)
        if start and end:
            self.reader.budget.count_cell()
            self.sheet.merged.append(Merged(*start, *end))
