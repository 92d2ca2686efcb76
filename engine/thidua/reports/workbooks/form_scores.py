"""The sheet on which a unit scores itself: sections and criteria as in the annex."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from thidua.diagnostics import column_letters
from thidua.forms.form import Form
from thidua.forms.layout import FormRow
from thidua.model.figure import Figure
from thidua.model.scale import Criterion
from thidua.reports.workbooks.form_texts import empty_look, measure_words, standard_format, with_notes
from thidua.reports.workbooks.heights import LINE_HEIGHT, height_for
from thidua.reports.workbooks.inputs import Inputs
from thidua.reports.workbooks.lists import Lists
from thidua.reports.workbooks.pages import protect, set_page
from thidua.reports.workbooks.signatures import add_signatures
from thidua.reports.workbooks.styles import points_format, put, put_formula
from thidua.vocabulary import FORM_LISTS, word

_WIDTHS = {
    "row_id": 5.0,
    "document_id": 5.0,
    "number": 7.0,
    "name": 31.0,
    "standard_points": 7.5,
    "measure": 11.0,
    "target": 10.5,
    "actual": 10.5,
    "last_year": 10.5,
    "other": 9.5,
    "level": 11.0,
    "self_points": 8.0,
    "evidence": 30.0,
    "document_number": 13.0,
    "document_date": 11.5,
    "issuer": 20.0,
    "file": 12.0,
    "explanation": 18.0,
}
COLUMNS = tuple(term.identifier for term in FORM_LISTS["form_column"])
"""The columns of the sheet from A on."""
_HIDDEN = ("row_id", "document_id")
HEADING_ROW = 4
_LEAST_WITH_DOCUMENT = 2 * LINE_HEIGHT + 4
_STAYS = "name"  # the last column that stays in sight


def add_scores(workbook: Workbook, form: Form, lists: Lists) -> None:
    """Add the sheet."""
    _Writer(workbook, form, lists).write()


class _Writer:
    def __init__(self, workbook: Workbook, form: Form, lists: Lists) -> None:
        self.form = form
        self.sheet: Worksheet = workbook.create_sheet(word("form_sheet", "scores"), 1)
        self.inputs = Inputs(self.sheet, lists)
        self.column = {name: index for index, name in enumerate(COLUMNS, 1)}
        self.decimals = form.scale.rounding

    def write(self) -> None:
        self.set_up()
        self.headings()
        first = HEADING_ROW + 1
        for index, row in enumerate(self.form.rows, first):
            self.row(index, row)
        last = first + len(self.form.rows) - 1
        self.totals(first, last)
        add_signatures(self.sheet, last + 2, (self.column["name"], self.column["issuer"]))
        protect(self.sheet)

    def set_up(self) -> None:
        for name in COLUMNS:
            dimension = self.sheet.column_dimensions[self.letter(name)]
            dimension.width = _WIDTHS[name]
            dimension.hidden = name in _HIDDEN
        self.sheet.freeze_panes = self.sheet.cell(HEADING_ROW + 1, self.column[_STAYS] + 1).coordinate
        self.sheet.sheet_view.zoomScale = 90
        set_page(self.sheet, self.form.notices, landscape=True, repeated_rows=f"{HEADING_ROW}:{HEADING_ROW}")

    def headings(self) -> None:
        form, first = self.form, self.column["number"]
        year = f" NĂM {form.year}" if form.year else ""
        period = f" · Đợt chấm điểm: {form.period.name}" if form.period else ""
        put(self.sheet.cell(1, first), " · ".join(form.notices), "notice")
        put(self.sheet.cell(2, first), f"BẢNG TỰ CHẤM ĐIỂM THI ĐUA{year}", "title")
        put(self.sheet.cell(3, first), f"{form.unit.name}{period} · Thang điểm: {form.scale.name}", "subtitle")
        width = sum(_WIDTHS[name] for name in COLUMNS if name not in _HIDDEN)
        for row, scale in ((1, 1.0), (2, 1.3), (3, 1.0)):
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=len(COLUMNS))
            self.sheet.row_dimensions[row].height = height_for(
                [(str(self.sheet.cell(row, first).value or ""), width)], scale
            )
        for name, index in self.column.items():
            heading = word("form_column", name)
            put(self.sheet.cell(HEADING_ROW, index), heading[:1].upper() + heading[1:], "heading")
        self.sheet.row_dimensions[HEADING_ROW].height = height_for(
            (word("form_column", name), _WIDTHS[name]) for name in COLUMNS if name not in _HIDDEN
        )

    def row(self, index: int, row: FormRow) -> None:
        """One row of whatever kind."""
        for name in COLUMNS:
            put(self.sheet.cell(index, self.column[name]), None, empty_look(row))
        self.put(index, "row_id", row.id, "detail")
        if row.criterion is None:
            self.put(index, "number", row.number, "section")
            self.put(index, "name", row.name, "section")
            if row.section:
                self.put(index, "standard_points", None, "total")
        else:
            self.of_criterion(index, row, row.criterion)
        self.sheet.row_dimensions[index].height = self.height(index, row)

    def of_criterion(self, index: int, row: FormRow, criterion: Criterion) -> None:
        if row.kind == "criterion":
            self.put(index, "number", row.number, "centred")
            self.put(index, "name", with_notes(row), "label")
            standard = self.sheet.cell(index, self.column["standard_points"])
            put(standard, float(criterion.standard_points), "number", standard_format(criterion))
            self.self_points(index, row, criterion)
            self.inputs.text(index, self.column["explanation"])
        elif row.kind != "evidence":
            self.put(index, "name", f"– {with_notes(row)}", "detail")
        if row.figures:
            self.put(index, "measure", "; ".join(dict.fromkeys(map(measure_words, row.figures.values()))), "centred")
        for name, figure in row.figures.items():
            self.figure(index, name, figure, row)
        self.evidence(index, row, criterion)

    def figure(self, index: int, name: str, figure: Figure, row: FormRow) -> None:
        if row.closed.figures or (name == "target" and row.closed.target):
            put(self.sheet.cell(index, self.column[name]), None, "closed")
        else:
            self.inputs.figure(index, self.column[name], figure)

    def self_points(self, index: int, row: FormRow, criterion: Criterion) -> None:
        column = self.column["self_points"]
        if row.closed.self_points:
            put(self.sheet.cell(index, column), None, "closed")
        else:
            self.inputs.points(index, column, criterion.ceiling, self.decimals)

    def evidence(self, index: int, row: FormRow, criterion: Criterion) -> None:
        required = row.requirement
        column = self.column["evidence"]
        if required:
            self.inputs.text(index, column, required.name)
            self.put(index, "document_id", required.id, "detail")
        elif criterion.evidence:
            self.inputs.choice(index, column, tuple(each.name for each in criterion.evidence), free=True)
        else:
            self.inputs.text(index, column)
        self.inputs.text(index, self.column["document_number"])
        self.inputs.day(index, self.column["document_date"])
        self.inputs.text(index, self.column["issuer"])
        if required and required.number_and_date_only:
            self.put(index, "file", "chỉ ghi số, ngày", "closed")
        else:
            self.inputs.text(index, self.column["file"])

    def totals(self, first: int, last: int) -> None:
        """Each section's total stands in its own row, the grand total in the last."""
        starts = [index for index, row in enumerate(self.form.rows, first) if row.kind == "section"]
        number_format = points_format(self.decimals)
        for start, end in zip(starts, [*starts[1:], last], strict=True):
            section = self.form.rows[start - first].section
            for name in ("standard_points", "self_points"):
                letter = self.letter(name)
                formula = f"=SUM({letter}{start + 1}:{letter}{end - 1})"
                shown = standard_format(section) if section and name == "standard_points" else number_format
                put_formula(self.sheet.cell(start, self.column[name]), formula, "total", shown)
        for name in ("standard_points", "self_points"):
            letter = self.letter(name)
            formula = "=" + "+".join(f"{letter}{start}" for start in starts)
            shown = number_format if name == "self_points" else points_format(0)
            put_formula(self.sheet.cell(last, self.column[name]), formula, "total", shown)

    def height(self, index: int, row: FormRow) -> float:
        """High enough for what is printed, and for two lines of what a unit writes of a document that is asked for."""
        texts = ("name", "measure", "evidence", "file")
        cells = [(str(self.sheet.cell(index, self.column[name]).value or ""), _WIDTHS[name]) for name in texts]
        return max(height_for(cells), _LEAST_WITH_DOCUMENT if row.requirement else 0.0)

    def put(self, index: int, name: str, value: object, style: str) -> None:
        put(self.sheet.cell(index, self.column[name]), value, style)

    def letter(self, name: str) -> str:
        return column_letters(self.column[name])
