"""A scale as a workbook that an expert edits, as a file's content."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from thidua.reports.workbooks.lists import Lists
from thidua.reports.workbooks.saving import workbook_bytes
from thidua.reports.workbooks.scale_guide import add_scale_guide
from thidua.reports.workbooks.scale_sheets import add_sheets
from thidua.reports.workbooks.styles import new_workbook, put
from thidua.scalebook.book import Book
from thidua.vocabulary import word


def scale_workbook(book: Book, notices: Sequence[str]) -> bytes:
    """The workbook; the same scale gives the same bytes."""
    workbook = new_workbook()
    lists = _add_identity(workbook, book)
    add_sheets(workbook, book, notices, lists)
    add_scale_guide(workbook, book, notices)
    workbook.move_sheet(word("scale_sheet", "identity"), len(workbook.sheetnames))
    workbook.active = 0
    workbook.properties.title = book.scale.name
    workbook.properties.creator = "thidua"
    return workbook_bytes(workbook)


def _add_identity(workbook: Workbook, book: Book) -> Lists:
    sheet = workbook.create_sheet(word("scale_sheet", "identity"))
    sheet.sheet_state = "hidden"
    for row, (name, value) in enumerate(book.marks.by_name().items(), 1):
        put(sheet.cell(row, 1), name, "plain")
        put(sheet.cell(row, 2), value, "plain")
        workbook.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]
    sheet.protection.sheet = True
    return Lists(sheet)
