"""The rows of a workbook that comes back, wherever its sheets, columns and rows are now."""

from collections.abc import Mapping

from msgspec import Struct, field

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.workbooks import Cell, Sheet, Workbook
from thidua.scalebook.layout import FILLED, ROW_KEY, SHEETS, heading
from thidua.vocabulary import fold, word

_MISSING = 293
_NOT_TAKEN = 297
_SEARCHED_ROWS = 20


class Taken(Struct, frozen=True):
    """A row as it came back: its cells by column, blank ones left out. ``name``: of the kind of sheet."""

    name: str
    sheet: Sheet
    shown: str
    number: int
    columns: Mapping[str, int]
    cells: Mapping[str, Cell]

    @property
    def key(self) -> str:
        """By which it is known again; empty for a row that is new."""
        return self.text(ROW_KEY)

    @property
    def is_filled(self) -> bool:
        """Whether it says anything but what it is about."""
        return not FILLED.isdisjoint(self.cells)

    def text(self, column: str) -> str:
        """A cell as plain text; empty where it is blank."""
        cell = self.cells.get(column)
        return cell.text.strip() if cell else ""

    def at(self, column: str) -> Place:
        """The place of a cell."""
        return self.sheet.place(self.shown, self.number, self.columns[column])


class Taking(Struct):
    """All rows by sheet, and what was wrong with the sheets themselves."""

    rows: dict[str, list[Taken]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def take_rows(workbook: Workbook, shown: str) -> Taking:
    """Find each sheet by its headings, renamed or not, and its rows."""
    found = Taking()
    used: set[int] = set()
    for name, columns in SHEETS.items():
        at = _find(workbook, name, used)
        if at is None:
            what = f"trang “{word('scale_sheet', name)}”"
            found.diagnostics.append(diagnose(_MISSING, Place(shown), what=what))
            continue
        sheet, row = at
        used.add(id(sheet))
        _take(found, name, sheet, row, columns, shown)
    return found


def _find(workbook: Workbook, name: str, used: set[int]) -> tuple[Sheet, int] | None:
    """The sheet and its row of headings: that of the right name if it has most of them, else the one with most."""
    wanted = {fold(heading(column)) for column in SHEETS[name]}
    best: tuple[tuple[int, bool], Sheet, int] | None = None
    for sheet in workbook.sheets:
        if id(sheet) in used or sheet.hidden:
            continue
        for row in sorted(sheet.rows)[:_SEARCHED_ROWS]:
            here = [fold(cell.text) for cell in sheet.rows[row].values()]
            common = len(wanted.intersection(here))
            foreign = len([each for each in here if each and each not in wanted])
            rank = (common - foreign, sheet.name == word("scale_sheet", name))
            if 2 * common > len(wanted) and (best is None or rank > best[0]):
                best = (rank, sheet, row)
    return best[1:] if best else None


def _take(found: Taking, name: str, sheet: Sheet, row: int, columns: tuple[str, ...], shown: str) -> None:
    by_heading = {fold(heading(column)): column for column in columns}
    places: dict[str, int] = {}
    others: list[Cell] = []
    for cell in sheet.rows[row].values():
        column = by_heading.get(fold(cell.text))
        if column is not None and column not in places:
            places[column] = cell.column
        elif cell.text.strip():
            others.append(cell)
    missing = [heading(column) for column in columns if column not in places and column != ROW_KEY]
    for each in missing:
        found.diagnostics.append(
            diagnose(_MISSING, sheet.place(shown, row, 1), what=f"cột “{each}” ở trang “{sheet.name}”")
        )
    for cell in others:
        problem = f"Cột “{cell.text.strip()}” không phải cột của bảng, nội dung không đọc."
        remedy = "Bỏ cột này nếu không cần; ghi chú của tiêu chí thì ghi vào cột “Ghi chú” của trang “Tiêu chí”."
        found.diagnostics.append(
            diagnose(_NOT_TAKEN, sheet.place(shown, row, cell.column), problem=problem, remedy=remedy)
        )
    found.rows[name] = [] if missing else list(_rows(name, sheet, row, places, shown))
    outside = _outside(sheet, row, set(places.values()) | {each.column for each in others})
    for cell in outside:
        problem, remedy = "Ô này nằm ngoài bảng, nội dung không đọc.", "Xóa nếu không cần."
        place = sheet.place(shown, cell.row, cell.column)
        found.diagnostics.append(diagnose(_NOT_TAKEN, place, problem=problem, remedy=remedy))


def _rows(name: str, sheet: Sheet, headings: int, places: Mapping[str, int], shown: str) -> list[Taken]:
    found = []
    for number in sorted(each for each in sheet.rows if each > headings):
        cells = {
            column: cell
            for column, place in places.items()
            if (cell := sheet.cell(number, place)) is not None and (cell.kind != "text" or cell.text.strip())
        }
        if set(cells) - {ROW_KEY}:
            found.append(Taken(name, sheet, shown, number, places, cells))
    return found


def _outside(sheet: Sheet, headings: int, columns: set[int]) -> list[Cell]:
    return [
        cell
        for cell in sheet.cells()
        if cell.row > headings and cell.column not in columns and (cell.kind != "text" or cell.text.strip())
    ]
