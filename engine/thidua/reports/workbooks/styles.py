"""The looks that our workbooks share: Times New Roman, thin rules, yellowish input, grey where closed."""

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

FONT = "Times New Roman"
SIZE = 11
INPUT_COLOUR = "FFFBE6"
CLOSED_COLOUR = "E3E3E3"
HEADING_COLOUR = "D9E2EC"

_RULE = Side(style="thin", color="808080")
_BOX = Border(left=_RULE, right=_RULE, top=_RULE, bottom=_RULE)

# name: bold, italic, size, horizontal, fill, box, locked
_LOOKS: dict[str, tuple[bool, bool, int, str, str, bool, bool]] = {
    "notice": (True, False, SIZE, "left", "", False, True),
    "title": (True, False, 14, "center", "", False, True),
    "subtitle": (False, True, SIZE, "center", "", False, True),
    "plain": (False, False, 12, "left", "", False, True),
    "strong": (True, False, 12, "left", "", False, True),
    "heading": (True, False, SIZE, "center", HEADING_COLOUR, True, True),
    "section": (True, False, SIZE, "left", "F2F2F2", True, True),
    "label": (False, False, SIZE, "left", "", True, True),
    "detail": (False, True, SIZE, "left", "", True, True),
    "centred": (False, False, SIZE, "center", "", True, True),
    "number": (False, False, SIZE, "right", "", True, True),
    "total": (True, False, SIZE, "right", "F2F2F2", True, True),
    "closed": (False, False, SIZE, "center", CLOSED_COLOUR, True, True),
    "closed-text": (False, False, SIZE, "left", CLOSED_COLOUR, True, True),
    "input-number": (False, False, SIZE, "right", INPUT_COLOUR, True, False),
    "input-text": (False, False, SIZE, "left", INPUT_COLOUR, True, False),
    "input-strong": (True, False, SIZE, "left", INPUT_COLOUR, True, False),
    "input-centred": (False, False, SIZE, "center", INPUT_COLOUR, True, False),
    "signature": (True, False, 12, "center", "", False, True),
    "signature-note": (False, True, 12, "center", "", False, True),
}


def new_workbook() -> Workbook:
    """A workbook without sheets, with our styles; a style is given by its name: ``cell.style = look("label")``."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    normal = workbook._named_styles["Normal"]  # type: ignore[attr-defined]
    normal.font = Font(name=FONT, size=SIZE)
    for name, (bold, italic, size, side, fill, box, locked) in _LOOKS.items():
        style = NamedStyle(look(name))
        style.font = Font(name=FONT, size=size, bold=bold, italic=italic)
        style.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        style.protection = Protection(locked=locked)
        if fill:
            style.fill = PatternFill("solid", fgColor=fill)
        if box:
            style.border = _BOX
        workbook.add_named_style(style)
    return workbook


def look(name: str) -> str:
    """The name under which a workbook knows one of our styles."""
    if name not in _LOOKS:
        raise KeyError(name)
    return f"thidua {name}"


def put(cell: Cell | MergedCell, value: object, style: str, number_format: str = "") -> None:
    """Fill a cell. A text stays a text even where it begins like a formula; formulas go through ``put_formula``."""
    cell.style = look(style)
    if isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
        if value[:1] in "=+-@\t\r" and value:
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value  # type: ignore[assignment]
    if number_format:
        cell.number_format = number_format


def put_formula(cell: Cell | MergedCell, formula: str, style: str, number_format: str = "") -> None:
    """Fill a cell with a formula of ours."""
    cell.style = look(style)
    cell.value = formula
    if number_format:
        cell.number_format = number_format


def points_format(decimals: int) -> str:
    """The number format for so many decimals. LibreOffice shows it the Vietnamese way, Excel as Windows is set."""
    return f"[$-42A]#,##0.{'0' * decimals}" if decimals else "[$-42A]#,##0"
