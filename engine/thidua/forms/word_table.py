"""A self-score table that a unit wrote in Word, laid out as the sheet of a form: the same reader then takes both.

Cells keep the row and column that they have in Word. What a form knows its rows by (ids) is found by name and number.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from msgspec import Struct

from thidua.building.outline_words import comparable, without_label, words_of
from thidua.diagnostics import Diagnostic, diagnose
from thidua.forms.headings import Headings
from thidua.forms.layout import FIGURE_COLUMNS, TOTAL_ROW, FormRow
from thidua.numerals.reading import NumberProblem, parse_number
from thidua.reading.characters import clipped
from thidua.reading.word import Table, WordDocument
from thidua.reading.workbooks import Cell, Sheet
from thidua.vocabulary import FORM_LISTS

NOBODYS_ROW = 499
_LAST_HEADING_ROW = 5
_ALIKE_FROM = 0.85
_ENOUGH_WORDS = 3
_VALUES = (*FIGURE_COLUMNS, "self_points")
_OTHER_NAMES: Mapping[str, str] = {
    "stt": "number",
    "tt": "number",
    "mục": "number",
    "tiêu chí": "name",
    "nội dung": "name",
    "nội dung tiêu chí": "name",
    "nội dung, tiêu chí": "name",
    "tên tiêu chí": "name",
    "điểm tối đa": "standard_points",
    "thang điểm": "standard_points",
    "chỉ tiêu": "target",
    "kết quả": "actual",
    "kết quả thực hiện": "actual",
    "số lượng": "other",
    "mức": "level",
    "điểm tự chấm": "self_points",
    "tỉnh tự chấm": "self_points",
    "đơn vị tự chấm": "self_points",
    "tài liệu": "evidence",
    "minh chứng": "evidence",
    "ghi chú": "explanation",
}
_HEADINGS: Mapping[tuple[str, ...], str] = {
    **{words_of(name): identifier for name, identifier in _OTHER_NAMES.items()},
    **{words_of(term.vietnamese): term.identifier for term in FORM_LISTS["form_column"]},
}
_TOTALS = (("tong",), ("cong",), ("tong", "cong"), ("tong", "diem"), ("tong", "so"), ("tong", "so", "diem"))


class WordForm(Struct, frozen=True):
    """The table as a sheet with its headings, and what is wrong with its rows."""

    headings: Headings
    problems: tuple[Diagnostic, ...]


def word_form(document: WordDocument, rows: Mapping[str, FormRow], shown: str) -> WordForm | None:
    """The first table that has a column of names and one of self-scores; None where there is none."""
    for table in document.tables:
        for at, row in enumerate(table.rows[:_LAST_HEADING_ROW]):
            columns = _columns(row)
            if {"name", "self_points"} <= columns.keys():
                return _laid_out(table, at, columns, rows, shown)
    return None


def _columns(row: Sequence[str]) -> dict[str, int]:
    """By name of a form's column, where it stands in the table, from 1."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row, 1):
        name = _HEADINGS.get(words_of(cell))
        if name:
            found.setdefault(name, index)
    return found


def _laid_out(table: Table, heading: int, columns: dict[str, int], rows: Mapping[str, FormRow], shown: str) -> WordForm:
    beyond = max(map(len, table.rows)) + 1
    lacking = [term.identifier for term in FORM_LISTS["form_column"] if term.identifier not in columns]
    places = {**columns, **{name: beyond + index for index, name in enumerate(lacking)}}
    sheet, problems, known = Sheet(table.name), list[Diagnostic](), _KnownRows(rows)
    for number, row in enumerate(table.rows[heading + 1 :], heading + 2):
        cells = {column: _cell(row, column, number, name in _VALUES) for name, column in columns.items()}
        filled = {column: cell for column, cell in cells.items() if cell is not None}
        row_id = known.find(_text(row, columns.get("number")), _text(row, columns["name"]))
        if row_id:
            filled[places["row_id"]] = Cell(number, places["row_id"], "text", row_id)
        elif any(columns[name] in filled for name in _VALUES if name in columns):
            place = table.place(shown, number, columns["name"])
            problems.append(diagnose(NOBODYS_ROW, place, name=clipped(_text(row, columns["name"])) or "(trống)"))
            continue
        if filled:
            sheet.rows[number] = filled
    return WordForm(Headings(sheet, heading + 1, places), tuple(problems))


class _KnownRows:
    """Finds a row of the form by what a table calls it."""

    def __init__(self, rows: Mapping[str, FormRow]) -> None:
        self.named = [(words_of(row.name), row) for row in rows.values() if row.name]
        self.numbered = {comparable(row.number): row for row in rows.values() if row.number}
        self.criterion = ""

    def find(self, number: str, name: str) -> str:
        """The id of the row; empty where it is none of the form's. Parts and figures lie below their criterion."""
        written = without_label(name)
        found = self.by_name(words_of(written.rest)) or self.by_number(comparable(number) or written.number)
        if found is None:
            return TOTAL_ROW if words_of(name) in _TOTALS else ""
        self.criterion = found.criterion.id if found.criterion else ""
        return found.id

    def by_name(self, words: tuple[str, ...]) -> FormRow | None:
        if not words:
            return None
        same = [row for known, row in self.named if known == words] or list(self.alike(words))
        inside = [row for row in same if row.criterion and row.criterion.id == self.criterion]
        own = [row for row in same if row.kind in ("section", "criterion", "total")]
        return next(iter([*(own if len(own) == 1 else []), *inside, *own]), None)

    def alike(self, words: tuple[str, ...]) -> Iterator[FormRow]:
        """Rows whose names differ in a word or two; only where it is one row alone."""
        if len(words) >= _ENOUGH_WORDS:
            near = [
                row
                for known, row in self.named
                if abs(len(known) - len(words)) <= max(1, len(known) // 4)
                and SequenceMatcher(None, known, words, autojunk=False).ratio() >= _ALIKE_FROM
            ]
            yield from near if len(near) == 1 else ()

    def by_number(self, number: str) -> FormRow | None:
        return self.numbered.get(number) if number else None


def _text(row: Sequence[str], column: int | None) -> str:
    return row[column - 1].strip() if column is not None and column <= len(row) else ""


def _cell(row: Sequence[str], column: int, number: int, is_value: bool) -> Cell | None:
    """A cell of the sheet; what is a number beyond doubt is one, all else stays the text that it is."""
    text = _text(row, column)
    if not text or (is_value and text in ("-", "–")):
        return None
    found = parse_number(text) if is_value else None
    if found is None or isinstance(found, NumberProblem):
        return Cell(number, column, "text", text)
    return Cell(number, column, "number", text, Decimal(found.numerator) / Decimal(found.denominator))
