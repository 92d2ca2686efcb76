"""The award summary table as a sheet."""

from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from thidua.diagnostics import column_letters
from thidua.forms.form import Form
from thidua.model.award_table import AWARD_GROUPS, AwardGroup, AwardRow
from thidua.model.figure import Figure
from thidua.reports.workbooks.heights import LINE_HEIGHT, height_for
from thidua.reports.workbooks.inputs import Inputs
from thidua.reports.workbooks.lists import Lists
from thidua.reports.workbooks.pages import protect, set_page
from thidua.reports.workbooks.signatures import add_signatures
from thidua.reports.workbooks.styles import points_format, put, put_formula
from thidua.vocabulary import FORM_LISTS, word

_WIDTHS = {
    "row_id": 5.0,
    "number": 6.0,
    "award": 46.0,
    "total": 11.0,
    "collectives": 11.0,
    "persons": 11.0,
    "note": 24.0,
}
AWARD_COLUMNS = tuple(term.identifier for term in FORM_LISTS["award_column"])
"""The columns of the sheet from A on."""
HEADING_ROW = 5
_HEIGHT = LINE_HEIGHT + 6


def add_awards(workbook: Workbook, form: Form, lists: Lists) -> None:
    """Add the sheet."""
    _Writer(workbook, form, lists).write()


class _Writer:
    def __init__(self, workbook: Workbook, form: Form, lists: Lists) -> None:
        self.form = form
        self.sheet: Worksheet = workbook.create_sheet(word("form_sheet", "awards"), 2)
        self.inputs = Inputs(self.sheet, lists)
        self.column = {name: index for index, name in enumerate(AWARD_COLUMNS, 1)}

    def write(self) -> None:
        self.headings()
        row = HEADING_ROW + 1
        rows: list[int] = []
        for group in AWARD_GROUPS:
            self.group(row, group)
            for row, award in enumerate(group.rows, row + 1):  # noqa: B020
                self.award(row, award)
                rows.append(row)
            row += 1
        self.total(row, rows)
        self.sheet.freeze_panes = self.sheet.cell(HEADING_ROW + 1, 1).coordinate
        set_page(self.sheet, self.form.notices, landscape=False, repeated_rows=f"{HEADING_ROW}:{HEADING_ROW}")
        add_signatures(self.sheet, row + 2, (self.column["award"], self.column["persons"]))
        protect(self.sheet)

    def headings(self) -> None:
        for name, index in self.column.items():
            dimension = self.sheet.column_dimensions[column_letters(index)]
            dimension.width = _WIDTHS[name]
            dimension.hidden = name == "row_id"
            heading = word("award_column", name)
            put(self.sheet.cell(HEADING_ROW, index), heading[:1].upper() + heading[1:], "heading")
        self.sheet.row_dimensions[HEADING_ROW].height = 2 * LINE_HEIGHT
        year = f" NĂM {self.form.year}" if self.form.year else ""
        lines = (
            (" · ".join(self.form.notices), "notice"),
            (f"TỔNG HỢP KẾT QUẢ KHEN THƯỞNG{year}", "title"),
            (_days(self.form.data_from, self.form.data_to), "subtitle"),
            (self.form.unit.name, "subtitle"),
        )
        width = sum(_WIDTHS.values()) - _WIDTHS["row_id"]
        for row, (text, style) in enumerate(lines, 1):
            put(self.sheet.cell(row, 2), text, style)
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=len(AWARD_COLUMNS))
            self.sheet.row_dimensions[row].height = height_for([(text, width)], 1.3 if style == "title" else 1.0)

    def group(self, row: int, group: AwardGroup) -> None:
        for index in self.column.values():
            put(self.sheet.cell(row, index), None, "section")
        put(self.sheet.cell(row, self.column["number"]), group.number, "section")
        put(self.sheet.cell(row, self.column["award"]), group.name, "section")
        self.sheet.row_dimensions[row].height = _HEIGHT

    def award(self, row: int, award: AwardRow) -> None:
        put(self.sheet.cell(row, self.column["row_id"]), award.id, "detail")
        put(self.sheet.cell(row, self.column["number"]), award.number, "centred")
        put(self.sheet.cell(row, self.column["award"]), award.name, "label")
        collectives, persons = (self.sheet.cell(row, self.column[name]) for name in ("collectives", "persons"))
        formula = f"={collectives.coordinate}+{persons.coordinate}"
        put_formula(self.sheet.cell(row, self.column["total"]), formula, "total", points_format(0))
        for name, is_open in (("collectives", award.collectives), ("persons", award.persons)):
            if is_open:
                figure = Figure(name, word("award_column", name), "points", "", 0)
                self.inputs.number(row, self.column[name], figure)
            else:
                put(self.sheet.cell(row, self.column[name]), None, "closed")
        self.inputs.text(row, self.column["note"])
        self.sheet.row_dimensions[row].height = _HEIGHT

    def total(self, row: int, rows: list[int]) -> None:
        for index in self.column.values():
            put(self.sheet.cell(row, index), None, "section")
        put(self.sheet.cell(row, self.column["row_id"]), TOTAL_ROW, "detail")
        put(self.sheet.cell(row, self.column["award"]), "Cộng", "section")
        for name in ("total", "collectives", "persons"):
            letter = column_letters(self.column[name])
            formula = f"=SUM({letter}{rows[0]}:{letter}{rows[-1]})"
            put_formula(self.sheet.cell(row, self.column[name]), formula, "total", points_format(0))
        self.sheet.row_dimensions[row].height = _HEIGHT


TOTAL_ROW = "#cong"


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "(Từ ngày …/…/20… đến hết ngày …/…/20…)"
    return f"(Từ ngày {first:%d/%m/%Y} đến hết ngày {last:%d/%m/%Y})"
