"""Self-score forms of the shipped periods and of the samples, as bytes and as texts."""

from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl

from thidua.diagnostics import column_letters
from thidua.forms.form import Form, make_form
from thidua.home import PERIOD_FILE, find_home
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.reading.workbooks import Sheet, read_workbook
from thidua.reports.notices import notices_of
from thidua.reports.workbooks.form import form_workbook

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests/golden/formats/dot-mau"
SHIPPED = tuple(
    file.parent
    for file in sorted((ROOT / "examples").glob(f"**/{PERIOD_FILE}"))
    if "\nthang điểm:" in file.read_text("utf-8")
)


@cache
def loaded(folder: Path) -> LoadedPeriod:
    found = load_period(folder, find_home(None, folder))
    assert found.period is not None
    assert found.scale is not None
    return found


def form_of(folder: Path, unit: str) -> Form:
    found = loaded(folder)
    assert found.period is not None
    assert found.scale is not None
    member = found.period.member(unit)
    assert member is not None
    return make_form(found.scale, member, found.period, notices_of(found.period, found.scale))


@cache
def form_bytes(folder: Path, unit: str) -> bytes:
    return form_workbook(form_of(folder, unit))


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def saved(workbook: openpyxl.Workbook) -> bytes:
    found = BytesIO()
    workbook.save(found)
    return found.getvalue()


def dumped(path: Path) -> str:
    """Every cell of a workbook, one a line."""
    workbook = read_workbook(path, path.name).workbook
    assert workbook is not None
    return "".join(f"== {sheet.name}{' (ẩn)' if sheet.hidden else ''}\n{_cells(sheet)}" for sheet in workbook.sheets)


def _cells(sheet: Sheet) -> str:
    return "".join(
        f"{column_letters(each.column)}{each.row}: {f'={each.formula}' if each.formula else each.text!r}\n"
        for each in sheet.cells()
    )
