"""The sheets on which an expert edits a scale: one row for each thing, open cells yellowish, unused ones grey."""

from collections.abc import Iterator, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from thidua.diagnostics import column_letters
from thidua.reports.workbooks.heights import height_for
from thidua.reports.workbooks.lists import Lists
from thidua.reports.workbooks.pages import protect, set_page
from thidua.reports.workbooks.scale_values import TEXT_FORMAT, Value, empty, value_of
from thidua.reports.workbooks.styles import put
from thidua.scalebook.book import Book
from thidua.scalebook.layout import (
    ADDRESSES,
    CRITERION,
    PART,
    ROW_KEY,
    SECTION,
    SHEETS,
    SHOWN_ONLY,
    heading,
    part_shapes,
)
from thidua.scalebook.rows import Row
from thidua.vocabulary import LISTS, key, word

HEADING_ROW: Final = 3
_SPARE_ROWS: Final = 200
_HIGHEST_LIST: Final = 255

_WIDTHS: Final = {
    "row_key": 5.0,
    "entry": 34.0,
    "value": 22.0,
    "row_kind": 10.5,
    "inside": 15.0,
    "id": 18.0,
    "number": 8.0,
    "name": 36.0,
    "standard_points": 8.0,
    "weight": 7.0,
    "bonus_cap": 9.0,
    "penalty_cap": 9.0,
    "method": 16.0,
    "measure": 11.0,
    "decimals": 9.0,
    "range_from": 10.0,
    "range_to": 10.0,
    "figures_from": 14.0,
    "when_evidence_missing": 15.0,
    "figures_supplier": 15.0,
    "points_giver": 15.0,
    "basis": 32.0,
    "replaces": 15.0,
    "note": 18.0,
    "owner": 22.0,
    "owner_name": 36.0,
    "item_id": 14.0,
    "item_name": 28.0,
    "from_edge": 9.0,
    "above_edge": 9.0,
    "to_edge": 9.0,
    "below_edge": 9.0,
    "evidence_type": 44.0,
    "full_name": 40.0,
    "for_figure": 13.0,
    "number_and_date_only": 11.0,
    "figure_id": 13.0,
    "display_name": 30.0,
}
_WIDER: Final = {("general", "value"): 80.0, ("evidence_types", "name"): 80.0, ("classes", "name"): 40.0}
# The last column that stays in sight.
_STAYS: Final = {"criteria": "name", "terms": "entry", "evidence": "owner_name", "figures": "owner_name"}


def add_sheets(workbook: Workbook, book: Book, notices: Sequence[str], lists: Lists) -> None:
    """Add a sheet for each kind of row."""
    for name in SHEETS:
        rows = tuple(each for each in book.rows if each.sheet == name)
        _Writer(workbook, name, rows, lists).write(book.scale.name, notices)


class _Writer:
    def __init__(self, workbook: Workbook, name: str, rows: tuple[Row, ...], lists: Lists) -> None:
        self.name = name
        self.rows = rows
        self.lists = lists
        self.sheet: Worksheet = workbook.create_sheet(word("scale_sheet", name))
        self.columns = {column: index for index, column in enumerate(SHEETS[name], 1)}

    def write(self, title: str, notices: Sequence[str]) -> None:
        self.headings(title, notices)
        for index, row in enumerate(self.rows, HEADING_ROW + 1):
            self.row(index, row)
        for column, index in self.columns.items():
            self.validate(column, index)
        stays = self.columns.get(_STAYS.get(self.name, ""), 1) + 1
        self.sheet.freeze_panes = self.sheet.cell(HEADING_ROW + 1, stays).coordinate
        set_page(self.sheet, notices, landscape=True, repeated_rows=f"{HEADING_ROW}:{HEADING_ROW}")
        if self.name == "general":
            protect(self.sheet)

    def headings(self, title: str, notices: Sequence[str]) -> None:
        shown = [column for column in self.columns if column != ROW_KEY]
        width = sum(self.width(column) for column in shown)
        lines = ((" · ".join(notices), "notice"), (f"{word('scale_sheet', self.name).upper()} - {title}", "title"))
        for row, (text, style) in enumerate(lines, 1):
            put(self.sheet.cell(row, 2), text or None, style)
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=len(self.columns))
            self.sheet.row_dimensions[row].height = height_for([(text, width)], 1.3 if style == "title" else 1.0)
        for column, index in self.columns.items():
            dimension = self.sheet.column_dimensions[column_letters(index)]
            dimension.width = self.width(column)
            dimension.hidden = column == ROW_KEY
            put(self.sheet.cell(HEADING_ROW, index), heading(column), "heading")
        heights = [(heading(column), self.width(column)) for column in shown]
        self.sheet.row_dimensions[HEADING_ROW].height = height_for(heights)

    def row(self, index: int, row: Row) -> None:
        for column, place in self.columns.items():
            made = self.value(row, column)
            put(self.sheet.cell(index, place), made.value, made.look, made.number_format)
        texts = [(str(self.sheet.cell(index, self.columns[each]).value or ""), self.width(each)) for each in _tall(row)]
        self.sheet.row_dimensions[index].height = height_for(texts)
        if "value" in row.formats:
            self.choose(index, row.formats["value"])

    def value(self, row: Row, column: str) -> Value:
        if column == ROW_KEY:
            return Value(row.key or None, TEXT_FORMAT, "detail")
        if column in row.shown:
            look = "label" if self.name == "general" else "closed-text" if column in SHOWN_ONLY else "input-text"
            return Value(row.shown[column] or None, TEXT_FORMAT, look)
        if column not in row.formats:
            return Value(None, "General", "closed")
        format_name = row.formats[column]
        found = value_of(row.texts[column], format_name) if column in row.texts else empty(format_name)
        if row.kind == SECTION and column in ("number", "name"):
            return found._replace(look="input-strong")
        is_fixed = self.name == "general" and row.key == "id"
        return found._replace(look="closed-text") if is_fixed else found

    def choose(self, row: int, format_name: str) -> None:
        """A list to choose from, where the value of a row is a word."""
        words = _words(format_name)
        if words:
            cell = self.sheet.cell(row, self.columns["value"]).coordinate
            self.add(f"{cell}:{cell}", words)

    def validate(self, column: str, index: int) -> None:
        """A list to choose from for a whole column, also in rows that are added."""
        words = self.words(column)
        if words and self.name != "general":
            letter = column_letters(index)
            last = HEADING_ROW + len(self.rows) + _SPARE_ROWS
            self.add(f"{letter}{HEADING_ROW + 1}:{letter}{last}", words)

    def add(self, cells: str, words: Sequence[str]) -> None:
        validation = DataValidation("list", formula1=self.lists.reference(words), allow_blank=True)
        validation.errorStyle, validation.error = "stop", "Chọn trong danh sách."
        validation.showErrorMessage = True
        validation.add(cells)
        self.sheet.add_data_validation(validation)

    def words(self, column: str) -> tuple[str, ...]:
        match column:
            case "row_kind":
                return tuple(word("scale_row", each) for each in (SECTION, CRITERION, PART))
            case "figure_id" | "for_figure":
                return _words("word:figure")
            case "number_and_date_only":
                return _words("yes_no")
            case "method" | "when_evidence_missing":
                return _words(f"word:{column}")
            case "entry":
                return tuple(_term_keys())
            case _:
                return ()

    def width(self, column: str) -> float:
        return _WIDER.get((self.name, column), _WIDTHS[column])


def _tall(row: Row) -> Iterator[str]:
    for column in SHEETS[row.sheet]:
        if column in row.shown or (column in row.texts and column not in ADDRESSES):
            yield column


def _words(format_name: str) -> tuple[str, ...]:
    if format_name == "yes_no":
        return tuple(term.vietnamese for term in LISTS["yes_no"])
    name = format_name.removeprefix("word:")
    return tuple(term.vietnamese for term in LISTS[name]) if name != format_name else ()


def _term_keys() -> dict[str, None]:
    """Every key of the terms of any method, each once."""
    found: dict[str, None] = {}
    for shape in part_shapes()[CRITERION].chosen["terms"][1].values():
        found.update(dict.fromkeys(key(name) for name in getattr(shape, "keys", ()) if name != "parts"))
    return found
