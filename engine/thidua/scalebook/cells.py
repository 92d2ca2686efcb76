"""A cell of a workbook as a text that the scale's file may hold, or what is wrong with it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.numerals.writing import MINUS, format_number
from thidua.reading.workbooks import Cell
from thidua.scalebook.layout import heading
from thidua.schemas.scalars import Unreadable, read_scalar
from thidua.vocabulary import word

_UNREADABLE = 295
_MOST_DECIMALS = 9
_NUMBERS = ("number", "ratio", "raw")


def text_of(cell: Cell, format_name: str, column: str, place: Place, name: str = "") -> str | Diagnostic:
    """The text of a cell for a field of this format. ``name``: what the field is called, the column if empty."""
    called = name or heading(column)
    found = _text(cell, format_name)
    if isinstance(found, tuple):
        problem, remedy = found
        return diagnose(_UNREADABLE, place, column=called, problem=problem, remedy=remedy)
    if format_name in ("ids", "raw"):
        return found
    typed = read_scalar(found, format_name, called)
    if isinstance(typed, Unreadable):
        return diagnose(typed.code, place, **dict(typed.fields))
    return _official(found, typed, format_name)


def _official(text: str, typed: object, format_name: str) -> str:
    """A choice in the words of the vocabulary, however it was typed."""
    if format_name == "yes_no":
        return word("yes_no", "yes" if typed else "no")
    if format_name.startswith("word:"):
        return word(format_name.removeprefix("word:"), str(typed))
    return text


def _text(cell: Cell, format_name: str) -> str | tuple[str, str]:
    match cell.kind:
        case "error":
            return f"ô có lỗi {cell.text}", "sửa công thức hoặc ghi thẳng giá trị"
        case "no_value":
            return "ô có công thức nhưng không có kết quả đã tính", "mở bằng Excel, lưu lại, hoặc ghi thẳng giá trị"
        case "bool":
            return _bool(cell, format_name)
        case "date":
            return _day(cell, format_name)
        case "number":
            return _number(cell, format_name)
    lines = cell.text.replace("_x000D_", "").replace("\r", "").split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def _bool(cell: Cell, format_name: str) -> str | tuple[str, str]:
    if format_name == "yes_no":
        return word("yes_no", "yes" if cell.value else "no")
    return f"ô ghi {cell.text}, là giá trị đúng hoặc sai", "ghi giá trị như hướng dẫn ở đầu bảng"


def _day(cell: Cell, format_name: str) -> str | tuple[str, str]:
    if format_name == "day" and isinstance(cell.value, date):
        return f"{cell.value.day:02}/{cell.value.month:02}/{cell.value.year}"
    shown = f"{cell.value:%d/%m/%Y}" if isinstance(cell.value, date) else cell.text
    return (
        f"ô là ngày {shown}, ở đây không cần ngày",
        "ghi lại giá trị; phần mềm bảng tính hay đổi 1/2 thành ngày, gõ dấu ' ở đầu ô để giữ nguyên chữ",
    )


def _number(cell: Cell, format_name: str) -> str | tuple[str, str]:
    value = Fraction(cell.value) if isinstance(cell.value, Decimal) else Fraction(cell.text)
    in_percent = cell.is_percent
    shown = value * 100 if in_percent else value
    if (shown * 10**_MOST_DECIMALS).denominator != 1:
        return f"số {cell.text} lẻ quá {_MOST_DECIMALS} chữ số", "ghi số đã làm tròn đúng như trong văn bản"
    text = format_number(shown, grouping=False).replace(MINUS, "-")
    if format_name in _NUMBERS:
        return _in_its_measure(text, in_percent, format_name)
    if in_percent:
        return f"ô ghi {text}%, ở đây không cần tỷ lệ", "bỏ định dạng phần trăm của ô rồi ghi lại"
    if format_name in ("whole", "year"):
        return text
    if value.denominator == 1 and format_name not in ("day",) and not format_name.startswith("word:"):
        return text
    return f"ô là số {text}, ở đây cần chữ", "ghi lại bằng chữ; gõ dấu ' ở đầu ô để phần mềm không đổi thành số"


def _in_its_measure(text: str, in_percent: bool, format_name: str) -> str | tuple[str, str]:
    if in_percent and format_name == "number":
        return f"ô ghi {text}%, ở đây cần số điểm", "bỏ định dạng phần trăm của ô rồi ghi lại"
    if not in_percent and format_name == "ratio":
        return f"ô ghi {text}, ở đây cần tỷ lệ có dấu %", f"ghi {text}% nếu là {text} phần trăm"
    return f"{text}%" if in_percent else text
