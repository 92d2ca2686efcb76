"""Workbooks of scales: made, read back as cells, edited as an expert would."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from thidua.building.documents import document_of
from thidua.building.scale import build_scale
from thidua.diagnostics import Place
from thidua.home import Home, find_home
from thidua.loading.scales import LoadedScale, load_scale
from thidua.model.scale import Scale
from thidua.reading.workbooks import Cell, Sheet, Workbook, read_workbook
from thidua.reports.notices import notices_of_scale
from thidua.reports.workbooks.scale_book import scale_workbook
from thidua.scalebook.asking import ask
from thidua.scalebook.book import make_book, read_outline
from thidua.scalebook.importing import Imported, owners_before, take_in
from thidua.scalebook.layout import SHEETS, heading
from thidua.scalebook.rows import rows_of
from thidua.scalebook.taking import take_rows
from thidua.scalebook.wanted import Want, Wanted
from thidua.schemas import Shaped
from thidua.vocabulary import fold, word

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = tuple(sorted(ROOT.glob("criteria/*/*/thang-diem.yaml")))
SAMPLE = ROOT / "tests/golden/formats/criteria/cum-mau/2019/thang-diem.yaml"
SMALL = ROOT / "tests/homes/cum-nho/criteria/cum-nho/2019/thang-diem.yaml"


@cache
def loaded(file: Path) -> tuple[LoadedScale, Home]:
    home = find_home(None, file.parent)
    found = load_scale(file, home)
    assert found.scale is not None
    return found, home


@cache
def book_bytes(file: Path) -> bytes:
    found, home = loaded(file)
    assert found.scale is not None
    return scale_workbook(make_book(found, home), notices_of_scale(found.scale))


@cache
def _read(file: Path) -> Workbook:
    with TemporaryDirectory() as folder:
        book = Path(folder) / "a.xlsx"
        book.write_bytes(book_bytes(file))
        found = read_workbook(book, "a.xlsx")
    assert found.workbook is not None
    assert not found.diagnostics
    return found.workbook


def exported(file: Path) -> "Edited":
    """Free to be changed: the sheets and their rows are copied; cells are frozen."""
    found = _read(file)
    sheets = [replace(sheet, rows={row: dict(cells) for row, cells in sheet.rows.items()}) for sheet in found.sheets]
    return Edited(replace(found, sheets=sheets))


class Edited:
    """A workbook that is edited cell by cell, as Excel leaves it."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook

    def sheet(self, name: str) -> Sheet:
        found = self.workbook.sheet(word("scale_sheet", name))
        assert found is not None
        return found

    def heading_row(self, name: str) -> int:
        first = fold(heading(SHEETS[name][1]))
        return next(
            row
            for row, cells in self.sheet(name).rows.items()
            if any(fold(each.text) == first for each in cells.values())
        )

    def column(self, name: str, column: str) -> int:
        cells = self.sheet(name).rows[self.heading_row(name)].values()
        return next(each.column for each in cells if fold(each.text) == fold(heading(column)))

    def rows(self, name: str) -> list[int]:
        return [row for row in sorted(self.sheet(name).rows) if row > self.heading_row(name)]

    def text(self, name: str, row: int, column: str) -> str:
        cell = self.sheet(name).cell(row, self.column(name, column))
        return cell.text if cell else ""

    def find(self, name: str, **wanted: str) -> int:
        """The first row whose cells say this."""
        return next(
            row
            for row in self.rows(name)
            if all(self.text(name, row, column) == text for column, text in wanted.items())
        )

    def put(self, name: str, row: int, column: str, value: object, number_format: str = "General") -> None:
        place = self.column(name, column)
        cells = self.sheet(name).rows.setdefault(row, {})
        match value:
            case None:
                cells.pop(place, None)
            case Cell():
                cells[place] = replace(value, row=row, column=place)
            case int() | Decimal():
                cells[place] = Cell(row, place, "number", str(value), Decimal(value), number_format)
            case _:
                cells[place] = Cell(row, place, "text", str(value))

    def remove(self, name: str, row: int) -> None:
        self._move(name, row + 1, -1)

    def insert(self, sheet: str, row: int, **values: object) -> None:
        """A new row before this one."""
        self._move(sheet, row, 1)
        for column, value in values.items():
            self.put(sheet, row, column, value)

    def order(self, name: str, rows: list[int]) -> None:
        """The rows in another order, all of them, as if they were sorted."""
        sheet = self.sheet(name)
        old = {row: sheet.rows[row] for row in self.rows(name)}
        for row, source in zip(sorted(old), rows, strict=True):
            sheet.rows[row] = {place: replace(each, row=row) for place, each in old[source].items()}

    def _move(self, name: str, first: int, by: int) -> None:
        sheet = self.sheet(name)
        moved: dict[int, dict[int, Cell]] = {}
        for row, cells in sheet.rows.items():
            if row >= first:
                moved[row + by] = {place: replace(each, row=row + by) for place, each in cells.items()}
            elif not (by < 0 and row == first - 1):
                moved[row] = cells
        sheet.rows = moved


ALL = (*SHIPPED, SAMPLE, SMALL)


def taken(file: Path, book: Edited) -> Imported:
    """What comes of an edited workbook of a scale."""
    scale, home = loaded(file)
    return take_in(book.workbook, "a.xlsx", home, scale)


def asked_by(file: Path, book: Edited) -> dict[str, Wanted]:
    """What a workbook asks for, with nothing wrong in it."""
    outline = read_outline(file)
    scale = loaded(file)[0].scale
    assert outline is not None
    assert scale is not None
    taking = take_rows(book.workbook, "a.xlsx")
    found = ask(taking.rows, owners_before(tuple(rows_of(outline))), scale.id)
    assert not [*taking.diagnostics, *found.diagnostics]
    kind = Want(word("file_type", "scale"), "word:file_type", Place("a.xlsx"))
    return {"file_type": kind, **found.root}


def built(text: str) -> Scale | None:
    """The model of a scale's text."""
    document = document_of(text, "a.yaml", "scale")
    assert isinstance(document, Shaped)
    found = build_scale(document)
    assert not [str(each) for each in document.diagnostics if each.severity == "error"]
    return found
