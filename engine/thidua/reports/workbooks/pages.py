"""Page setup: A4, as wide as the paper, headings on every page, notices in the page header, page numbers."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_HEADER = 200
A4 = 9


def set_page(sheet: Worksheet, notices: Sequence[str], *, landscape: bool, repeated_rows: str = "") -> None:
    """Prepare a sheet for printing. ``notices``: those in capitals stand in every page's header.

    Without ``repeated_rows`` it is one page, else as many as it takes.
    """
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0 if repeated_rows else 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = 0.6
    sheet.page_margins.bottom = 0.55
    sheet.page_margins.header = sheet.page_margins.footer = 0.25
    sheet.print_options.horizontalCentered = True
    if repeated_rows:
        sheet.print_title_rows = repeated_rows
    marks = " - ".join(each for each in notices if each.isupper())
    header, footer = sheet.oddHeader.center, sheet.oddFooter.center  # type: ignore[union-attr]
    header.text = marks.replace("&", "&&")[:_LONGEST_HEADER] or None
    header.font = "Times New Roman,Bold"
    footer.text = "Trang &P/&N"


def protect(sheet: Worksheet) -> None:
    """Lock what is not for input; without a password, for this keeps from slips and is no security."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.formatCells = False
    protection.insertRows = False
