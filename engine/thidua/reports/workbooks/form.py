"""The self-score workbook of one unit, as a file's content."""

from openpyxl import Workbook

from thidua.forms.form import Form
from thidua.reports.workbooks.form_awards import add_awards
from thidua.reports.workbooks.form_guide import add_guide
from thidua.reports.workbooks.form_scores import add_scores
from thidua.reports.workbooks.lists import add_identity
from thidua.reports.workbooks.saving import workbook_bytes
from thidua.reports.workbooks.styles import new_workbook


def form_workbook(form: Form) -> bytes:
    """The workbook as a file's content; the same form gives the same bytes."""
    return workbook_bytes(make_workbook(form))


def make_workbook(form: Form) -> Workbook:
    """The workbook: instructions, self-scores, awards, and hidden what it is."""
    workbook = new_workbook()
    lists = add_identity(workbook, form)
    add_guide(workbook, form)
    add_scores(workbook, form, lists)
    add_awards(workbook, form, lists)
    workbook.active = 0
    workbook.properties.title = f"Bảng tự chấm điểm thi đua - {form.unit.name}"
    workbook.properties.creator = "thidua"
    return workbook
