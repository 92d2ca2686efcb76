"""Traps that lie in one value or one key: the line's structure is right, so the rest of the file can still be read."""

import re

from thidua.reading.characters import clipped
from thidua.reading.yaml_fault import Fault, Finding
from thidua.reading.yaml_lines import Line, quoted, shown_line
from thidua.vocabulary import is_key

RESERVED_START = 122
BLOCK_HEADER = 123
COLON_IN_VALUE = 124
TEXT_AFTER_QUOTE = 125
CURLY_QUOTES = 127
DASH_MISPLACED = 130
BAD_ESCAPE = 131
ANCHOR = 133
ALIAS = 134
TAG = 135

_FLOW_TEXT = re.compile(r"[^\],}]*")
_CURLY = "“”„‟‘’‚‛«»"
_ONE_PAIR = re.compile(r"[“„‟][^“”„‟\"\\]+[”“]")
_STRAIGHT = str.maketrans(dict.fromkeys(_CURLY))
# A bracket in front may be all that is left of another mistake.
_NEVER_FIRST = re.compile(r"[%@`]|,[0-9]+ ?%?\s*$")
_BARE_DECIMALS = re.compile(r",([0-9]+ ?%?)")
_WIDE_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")


def reserved_character(fault: Fault) -> Finding | None:
    """``đơn vị tính: %``, ``@``, a backtick, a stray ``]`` ``}`` or comma where a value or key should begin."""
    return _reserved(fault, fault.line, fault.column)


def reserved_at_line_start(fault: Fault) -> Finding | None:
    """``% hoàn thành: 5`` at the left margin, which YAML takes for a directive."""
    return _reserved(fault, fault.context_line, fault.context_column)


def _reserved(fault: Fault, line: int, column: int) -> Finding | None:
    text = fault.lines[line]
    if column >= len(text):
        return None
    fields = {"character": text[column], "remedy": _quoted_at(text, column)}
    edit = _whole_value(fault, line, column) if _NEVER_FIRST.match(text, column) else None
    return fault.finding(RESERVED_START, line, column, _masked(text, column), fields, edit=edit)


def block_header(fault: Fault) -> Finding | None:
    """``từ: >=100`` or ``tên: |A``: a text that begins with ``>`` or ``|``."""
    line, column = fault.context_line, fault.context_column
    text = fault.lines[line]
    fields = {"character": text[column : column + 1], "remedy": _quoted_at(text, column)}
    edit = _whole_value(fault, line, column)
    return fault.finding(BLOCK_HEADER, line, column, _masked(text, column), fields, edit=edit)


def dash_in_value(fault: Fault) -> Finding | None:
    """``ghi chú: - không có``: a list may begin only on a line of its own."""
    line = fault.at(fault.line)
    remedy = (
        "nếu là danh sách thì đưa dấu - xuống dòng dưới, thụt vào hai dấu cách; nếu là chữ thì đặt trong ngoặc kép:"
    )
    remedy = f"{remedy}  {line.with_value(quoted(line.bare_value))}"
    if not line.bare_value.strip("- "):
        remedy = "đưa dấu - xuống dòng dưới, thụt vào hai dấu cách, hoặc bỏ dấu - nếu để trống"
    fields = {"fault": "Dấu gạch đầu dòng không được đứng cùng dòng với tên mục", "remedy": remedy}
    return fault.finding(DASH_MISPLACED, fault.line, fault.column, line.repaired(), fields)


def colon_in_value(fault: Fault) -> Finding:
    """``tên: Thi đua: phát triển``: the second colon begins a second key."""
    line = fault.at(fault.line)
    if line.value[:1] and line.value[0] in _CURLY:
        return curly_quotes(fault, fault.line)
    remedy = f"đặt giá trị trong ngoặc kép:  {line.with_value(quoted(line.bare_value))}"
    edit = None if _runs_on(line, fault.column) else fault.in_quotes(fault.line)
    return fault.finding(COLON_IN_VALUE, fault.line, fault.column, line.repaired(), {"remedy": remedy}, edit=edit)


def _runs_on(line: Line, column: int) -> bool:
    """Whether the words before the second colon, at a column, may be a key whose line break was lost."""
    words = f"{line.indent}{line.dashes}{line.key}{line.colon}{line.value}"[line.value_column : column].split()
    return any(is_key(" ".join(words[first:])) for first in range(len(words)))


def colon_in_flow(fault: Fault) -> Finding:
    """``{tên: Thi đua: phát triển}``, where the whole value cannot be told from the line."""
    remedy = "đặt giá trị có dấu hai chấm trong ngoặc kép, hoặc viết mỗi mục một dòng, không dùng dấu ngoặc { }"
    return fault.finding(COLON_IN_VALUE, fault.line, fault.column, fault.at(fault.line).repaired(), {"remedy": remedy})


def question_mark_in_flow(fault: Fault) -> Finding:
    """``[Đạt?, Không]``, which the C parser takes and the Python one refuses."""
    fields = {"character": "?", "remedy": "đặt cả cụm chữ có dấu ? trong ngoặc kép"}
    return fault.finding(
        RESERVED_START, fault.line, fault.column, _masked(fault.lines[fault.line], fault.column), fields
    )


def curly_quotes(fault: Fault, index: int) -> Finding:
    """``tên: “Thi đua: phát triển”``: Word's quotes do not protect a text."""
    line = fault.at(index)
    straight = quoted(line.bare_value.translate(_STRAIGHT))
    fields = {"character": line.value[0], "remedy": line.with_value(straight)}
    edit = fault.in_quotes(index, straight) if _ONE_PAIR.fullmatch(line.bare_value) else None
    return fault.finding(CURLY_QUOTES, index, line.value_column, line.repaired(), fields, edit=edit)


def text_after_quote(fault: Fault, in_flow: bool = False) -> Finding:
    """``tên: "A" b``: the value ended with its closing quote or bracket; ``in_flow``: inside ``[ ]`` or ``{ }``."""
    line = fault.at(fault.line)
    closing = fault.before.rstrip()[-1:]
    remedy = f"đặt cả giá trị trong một cặp ngoặc:  {line.with_value(quoted(line.bare_value))}"
    if in_flow or not line.colon or fault.column < line.value_column:
        remedy = "đặt cả cụm chữ trong một cặp ngoặc kép, hoặc bỏ ngoặc kép"
    fields = {"closing": closing, "text": clipped(fault.after.strip(), 30), "remedy": remedy}
    return fault.finding(TEXT_AFTER_QUOTE, fault.line, fault.column, line.repaired(), fields)


def bad_escape(fault: Fault) -> Finding | None:
    r"""``"C:\dữ liệu"``: in double quotes a backslash begins an escape."""
    text = fault.lines[fault.line]
    column = text.rfind("\\", 0, fault.column + 1)
    if column < 0:
        return None
    return _escape(fault, fault.line, column)


def impossible_escape(lines: list[str], shown: str) -> Finding | None:
    r"""``"\UFFFFFFFF"``, on which the pure Python scanner fails without naming a place."""
    fault = Fault.at_start(lines, shown)
    for index, line in enumerate(lines):
        for found in _WIDE_ESCAPE.finditer(line):
            if int(found[1], 16) > 0x10FFFF:
                return _escape(fault, index, found.start())
    return None


def _escape(fault: Fault, index: int, column: int) -> Finding:
    line = fault.at(index)
    inner = line.bare_value.strip('"')
    remedy = "dùng ngoặc đơn ' thay cho ngoặc kép \""
    if line.bare_value[:1] == '"' == line.bare_value[-1:] and len(line.bare_value) > 1:
        remedy = f"dùng ngoặc đơn:  {line.with_value(quoted(inner))}"
    sequence = fault.lines[index][column : column + 2]
    return fault.finding(BAD_ESCAPE, index, column, line.repaired(), {"sequence": sequence, "remedy": remedy})


def malformed_alias(fault: Fault) -> Finding | None:
    """``* Nội dung``: the bullet of a text editor, which YAML takes for an alias."""
    return _sigil(fault, ALIAS)


def malformed_anchor(fault: Fault) -> Finding | None:
    """``tên: & B``."""
    return _sigil(fault, ANCHOR)


def malformed_tag(fault: Fault) -> Finding | None:
    """``ghi chú: !(gấp)``."""
    return _sigil(fault, TAG)


def _sigil(fault: Fault, code: int) -> Finding | None:
    line, column = fault.context_line, fault.context_column
    text = fault.lines[line]
    if text[column : column + 1] == "%":
        return reserved_at_line_start(fault)
    if code == ALIAS and text[column : column + 2] == "* " and not text[:column].strip():
        repaired = f"{text[:column]}-{text[column + 1 :]}"
        fields = {"fault": _STAR, "remedy": f"viết  {shown_line(repaired)}"}
        return fault.finding(DASH_MISPLACED, line, column, repaired, fields, edit=(column, "*", "-"))
    return fault.finding(code, line, column, _masked(text, column), {"text": clipped(text[column:], 30)})


def _quoted_at(text: str, column: int) -> str:
    """What to do about the text at a column: put a whole value, a key, or an item inside brackets in quotes."""
    corrected = _corrected(text, column)
    return f"viết  {corrected}" if corrected else "bỏ ký tự này, hoặc đặt cả giá trị trong ngoặc kép"


def _corrected(text: str, column: int) -> str | None:
    line = Line.of(text)
    if column == line.value_column:
        return line.with_value(_readable(line.bare_value))
    if line.colon and column < line.value_column:
        return f"{line.dashes}{quoted(line.key)}: {line.value}".rstrip()
    found = _FLOW_TEXT.match(text, column)
    return quoted(found[0]) if found and found[0].strip() else None


def _readable(value: str) -> str:
    """A value with a reserved character in front as it can be read."""
    decimals = _BARE_DECIMALS.fullmatch(value)
    if decimals:
        return f"0,{decimals[1]}"
    return "phần trăm" if value == "%" else quoted(value)


def _whole_value(fault: Fault, line: int, column: int) -> tuple[int, str, str] | None:
    """The edit for a reserved character at a column, where a whole value begins."""
    found = fault.at(line)
    return fault.in_quotes(line, _readable(found.bare_value)) if column == found.value_column else None


def _masked(text: str, column: int) -> str:
    return f"{text[:column]}x{text[column + 1 :]}"


_STAR = "Danh sách phải dùng dấu gạch đầu dòng -, không dùng dấu *"
