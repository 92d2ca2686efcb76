"""Cells as Excel, LibreOffice and openpyxl store them."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hostile_workbooks import ods, packed, parts, written
from hypothesis import given
from hypothesis import strategies as st

from thidua.diagnostics import column_letters
from thidua.reading.workbooks import Sheet, Workbook, read_workbook
from thidua.reading.workbooks.addresses import parse_address
from thidua.reading.workbooks.number_formats import is_of_time


def read(folder: Path, data: bytes) -> Workbook:
    reading = read_workbook(written(folder, data), "a.xlsx")
    assert reading.workbook is not None, reading.diagnostics
    return reading.workbook


def first(folder: Path, rows: str, **others: str) -> Sheet:
    return read(folder, packed(parts(rows, **others))).sheets[0]


STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt '
    'numFmtId="164" formatCode="0.00\\ &quot;điểm&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        ('<c r="B2"><v>0.1</v></c>', "number", Decimal("0.1")),
        ('<c r="B2"><v>0.30000000000000004</v></c>', "number", Decimal("0.30000000000000004")),
        ('<c r="B2"><v>4.0150000000000002E+3</v></c>', "number", Decimal("4015.0")),
        ('<c r="B2" s="1"><v>0.975</v></c>', "number", Decimal("0.975")),
        ('<c r="B2" s="2"><v>43876</v></c>', "date", date(2020, 2, 15)),
        ('<c r="B2" s="3"><v>43876</v></c>', "number", Decimal("43876.0")),
        ('<c r="B2" t="d"><v>2020-02-15T00:00:00</v></c>', "date", date(2020, 2, 15)),
        ('<c r="B2" t="b"><v>1</v></c>', "bool", True),
        ('<c r="B2" t="e"><v>#N/A</v></c>', "error", None),
        ('<c r="B2" t="str"><f>A1</f><v>abc</v></c>', "text", None),
        ('<c r="B2"><f>A1*2</f></c>', "no_value", None),
        ('<c r="B2"><f>A1*2</f><v></v></c>', "no_value", None),
        ('<c r="B2" t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>', "text", None),
        ('<c r="B2"><v>1e999</v></c>', "error", None),
    ],
)
def test_a_cell_is_read_as_it_is_stored(cell: str, kind: str, value: object, tmp_path: Path) -> None:
    sheet = first(tmp_path, f'<row r="2">{cell}</row>', **{"xl/styles.xml": STYLES})
    found = sheet.cell(2, 2)
    assert found is not None
    assert (found.kind, found.value) == (kind, value)


def test_percent_is_known_by_the_format(tmp_path: Path) -> None:
    sheet = first(tmp_path, '<row r="2"><c r="B2" s="1"><v>0.975</v></c></row>', **{"xl/styles.xml": STYLES})
    assert [each.is_percent for each in sheet.cells()] == [True]


def test_blank_and_styled_cells_are_nothing(tmp_path: Path) -> None:
    sheet = first(tmp_path, '<row r="1"><c r="A1" s="1"/><c r="B1" t="s"/></row><row/><row><c><v>1</v></c></row>')
    assert [(each.row, each.column) for each in sheet.cells()] == [(3, 1)]


def test_rich_and_escaped_texts(tmp_path: Path) -> None:
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Tỉnh </t></r><r><t>A</t></r>'
        "<rPh><t>x</t></rPh></si><si><t>a_x000A_b</t></si></sst>"
    )
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c></row>'
    sheet = first(tmp_path, rows, **{"xl/sharedStrings.xml": shared})
    assert [each.text for each in sheet.cells()] == ["Tỉnh A", "a\nb", ""]


def test_days_of_the_old_macintosh(tmp_path: Path) -> None:
    data = parts('<row r="2"><c r="B2" s="2"><v>42414</v></c></row>', **{"xl/styles.xml": STYLES})
    data["xl/workbook.xml"] = str(data["xl/workbook.xml"]).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    sheet = read(tmp_path, packed(data)).sheets[0]
    assert [each.value for each in sheet.cells()] == [date(2020, 2, 15)]


def test_ods_cells(tmp_path: Path) -> None:
    table = (
        '<table:table table:name="Trang 1"><table:table-row table:number-rows-repeated="4"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row><table:table-row>'
        '<table:table-cell table:number-columns-repeated="3"/>'
        '<table:table-cell office:value-type="percentage" office:value="0.975"/>'
        '<table:table-cell office:value-type="date" office:date-value="2020-02-15"/>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation>'
        '<text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=NA()" office:value-type="string"><text:p>#N/A</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16377"/></table:table-row><table:table-row '
        'table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table>"
    )
    sheet = read(tmp_path, ods(table)).sheets[0]
    assert [(each.row, each.column, each.kind, each.text) for each in sheet.cells()] == [
        (5, 4, "number", "0.975"),
        (5, 5, "date", "2020-02-15"),
        (5, 6, "text", "a  b\nc"),
        (5, 7, "error", "#N/A"),
    ]
    assert sheet.cell(5, 4).is_percent  # type: ignore[union-attr]


@given(st.floats(-1e300, 1e300), st.text("aĂô đ<&\n", min_size=1))
def test_what_openpyxl_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, number: float, text: str) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.append([number, text])
    found = BytesIO()
    workbook.save(found)
    sheet = read(tmp_path_factory.mktemp("a"), found.getvalue()).sheets[0]
    assert sheet.cell(1, 2).text == text  # type: ignore[union-attr]
    # openpyxl itself writes sixteen digits.
    assert float(sheet.cell(1, 1).value) == float(f"{number:.16g}")  # type: ignore[union-attr, arg-type]


@given(st.integers(1, 16384), st.integers(1, 1048576))
def test_addresses_come_back(column: int, row: int) -> None:
    assert parse_address(f"{column_letters(column)}{row}") == (row, column)


@pytest.mark.parametrize(
    ("code", "of_time"),
    [
        ("General", False),
        ("0.00", False),
        ('#,##0" đồng"', False),
        ("[Red]0.0%", False),
        ("dd/mm/yyyy", True),
        ("[$-42A]dd mmmm yyyy", True),
        ("[h]:mm", True),
        ("0.0_);[Red](0.0)", False),
        ('0 "ngày"', False),
    ],
)
def test_formats_of_days_and_hours(code: str, of_time: bool) -> None:
    assert is_of_time(code) == of_time
