"""Who signs a sheet: two blocks side by side under a table."""

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from thidua.reports.workbooks.styles import put

_BLOCKS = (("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"), ("THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu, ghi rõ họ tên)"))
_PLACE = "…………, ngày …… tháng …… năm 20……"


def add_signatures(sheet: Worksheet, row: int, columns: tuple[int, int]) -> None:
    """Add the two blocks from a row on, below these columns; texts may flow over the blank cells beside them."""
    put(sheet.cell(row, columns[1]), _PLACE, "signature-note")
    for column, (title, note) in zip(columns, _BLOCKS, strict=True):
        put(sheet.cell(row + 1, column), title, "signature")
        put(sheet.cell(row + 2, column), note, "signature-note")
        for line in range(row, row + 3):
            sheet.cell(line, column).alignment = Alignment(horizontal="center", vertical="center")
