"""A table as a sheet: notices, title, headings that stay in sight and are printed on every page, real numbers."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from thidua.diagnostics import column_letters
from thidua.numerals.writing import MOST_EXACT_PLACES, plain_decimal
from thidua.reports.workbooks.heights import height_for
from thidua.reports.workbooks.pages import set_page
from thidua.reports.workbooks.styles import points_format, put

Value = Fraction | int | str | None
"""Points, a whole number, a text, or nothing, which is not zero."""

_NOTICE, _TITLE, _HEADING = 1, 2, 3


class Column(Struct, frozen=True):
    """A column: heading, width in characters; ``decimals``: of its points."""

    heading: str
    width: float
    decimals: int = 2


class Table(Struct, frozen=True):
    """A sheet: its name, its title, its columns; ``fixed``: how many columns stay in sight."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    fixed: int = 2


def add_table(workbook: Workbook, table: Table, notices: Sequence[str]) -> None:
    """Add the sheet."""
    sheet = workbook.create_sheet(table.name)
    last = len(table.columns)
    _line(sheet, _NOTICE, " · ".join(notices), "notice", table)
    _line(sheet, _TITLE, table.title, "title", table)
    for index, column in enumerate(table.columns, start=1):
        put(sheet.cell(_HEADING, index), column.heading, "heading")
        sheet.column_dimensions[column_letters(index)].width = column.width
    sheet.row_dimensions[_HEADING].height = height_for((each.heading, each.width) for each in table.columns)
    for number, row in enumerate(table.rows, start=_HEADING + 1):
        _row(sheet, number, row, table.columns)
    sheet.freeze_panes = f"{column_letters(table.fixed + 1)}{_HEADING + 1}"
    sheet.auto_filter.ref = f"A{_HEADING}:{column_letters(last)}{_HEADING + max(1, len(table.rows))}"
    set_page(sheet, notices, landscape=True, repeated_rows=f"{_HEADING}:{_HEADING}")


def _line(sheet: Worksheet, row: int, text: str, style: str, table: Table) -> None:
    """A text over the whole width."""
    put(sheet.cell(row, 1), text or None, style)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(table.columns))
    width = sum(each.width for each in table.columns)
    sheet.row_dimensions[row].height = height_for([(text, width)], 1.3 if style == "title" else 1.0)


def _row(sheet: Worksheet, number: int, row: Sequence[Value], columns: Sequence[Column]) -> None:
    for index, (value, column) in enumerate(zip(row, columns, strict=True), start=1):
        cell = sheet.cell(number, index)
        match value:
            case Fraction():
                put(cell, _exact(value), "number", points_format(column.decimals))
            case int():
                put(cell, value, "centred")
            case _:
                put(cell, value, "label")
    texts = ((value, column.width) for value, column in zip(row, columns, strict=True) if isinstance(value, str))
    sheet.row_dimensions[number].height = height_for(texts)


def _exact(value: Fraction) -> Decimal:
    """Points as a number of a workbook; they end within six decimals."""
    return Decimal(plain_decimal(value, MOST_EXACT_PLACES)).normalize() + 0
