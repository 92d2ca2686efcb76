"""What Excel and LibreOffice make of a workbook when they save it, as far as a reader can see it."""

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from hostile_workbooks import ods
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*>)<f>([^<]*)</f><v ?/?>(?:</v>)?')


def worked_out(data: bytes) -> bytes:
    """The same .xlsx with a stored value behind each formula of ours, and its parts in another order."""
    workbook = openpyxl.load_workbook(BytesIO(data))
    found = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(found, "w", ZIP_DEFLATED) as package:
        sheets = {f"xl/worksheets/sheet{index}.xml": sheet for index, sheet in enumerate(workbook.worksheets, 1)}
        for name in reversed(given.namelist()):
            content = given.read(name)
            if name in sheets:
                content = _FORMULA.sub(lambda match, sheet=sheets[name]: _stored(match, sheet), content)
            package.writestr(name, content)
    return found.getvalue()


def _stored(match: re.Match[bytes], sheet: Worksheet) -> bytes:
    value = formula_value(sheet, match[2].decode())
    return match[1] + b"<f>" + match[3] + b"</f><v>" + repr(value).encode() + b"</v>"


def formula_value(sheet: Worksheet, address: str) -> float:
    """What one of the sums in our forms comes to."""
    value = sheet[address].value
    if not isinstance(value, str) or not value.startswith("="):
        return float(value) if isinstance(value, int | float) else 0.0
    inside = re.fullmatch(r"=SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", value)
    if inside:
        return sum(formula_value(sheet, f"{inside[1]}{row}") for row in range(int(inside[2]), int(inside[3]) + 1))
    return sum(formula_value(sheet, each) for each in value[1:].split("+"))


def as_ods(data: bytes) -> bytes:
    """The workbook as an .ods, its sheets filled with blank cells to the last row and column as LibreOffice does."""
    workbook = openpyxl.load_workbook(BytesIO(data))
    properties = "".join(
        f'<meta:user-defined meta:name="{each.name}">{escape(str(each.value or ""))}</meta:user-defined>'
        for each in workbook.custom_doc_props.props
    )
    spaces = 'xmlns:office="o" xmlns:meta="m"'
    meta = f"<office:document-meta {spaces}><office:meta>{properties}</office:meta></office:document-meta>"
    return ods("".join(_table(sheet) for sheet in workbook.worksheets), **{"meta.xml": meta})


def _table(sheet: Worksheet) -> str:
    rows = "".join(f"<table:table-row>{_row(row, sheet)}</table:table-row>" for row in sheet.iter_rows())
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    left = 1_048_576 - sheet.max_row
    rest = f'<table:table-row table:number-rows-repeated="{left}">{blank}</table:table-row>'
    return f'<table:table table:name="{escape(sheet.title)}">{rows}{rest}</table:table>'


def _row(row: tuple[Cell, ...], sheet: Worksheet) -> str:
    cells = "".join(_cell(cell, sheet) for cell in row)
    return f'{cells}<table:table-cell table:number-columns-repeated="{16_384 - len(row)}"/>'


def _cell(cell: Cell, sheet: Worksheet) -> str:
    value = cell.value
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str) and value.startswith("="):
        number = f'office:value-type="float" office:value="{formula_value(sheet, cell.coordinate)!r}"'
        return f'<table:table-cell table:formula="of:{escape(value)}" {number}/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'
    if cell.is_date:
        return f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}"/>'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'
