"""Traps in how lines hang together: colons left out, dashes among keys, lines indented wrongly."""

import re

from msgspec.structs import replace

from thidua.diagnostics import Edit
from thidua.reading import bullets, joined_keys
from thidua.reading import yaml_values as values
from thidua.reading.characters import clipped
from thidua.reading.joined_keys import JOINED, MISSING_COLON, NO_COLON
from thidua.reading.yaml_fault import Fault, Finding
from thidua.reading.yaml_lines import Line, open_levels, previous_lines, quoted, shown_line
from thidua.reading.yaml_pairs import CLOSING, UNCLOSED, open_bracket, open_quote
from thidua.vocabulary import is_key

WRONG_INDENT = 128
DASH_MISPLACED = 130
SEVERAL_DOCUMENTS = 136

_SIGILS = {"*": values.ALIAS, "&": values.ANCHOR, "!": values.TAG}
_HIDDEN_COLON = re.compile(r"(?P<key>[^#]* #[^:]*): +(?P<value>.+)")


def unexpected_colon(fault: Fault) -> Finding | None:
    """A colon where no key may stand: inside a value, after a line without a colon, or on a line indented too far."""
    line = fault.at(fault.line)
    if line.colon and fault.column >= line.value_column:
        return values.colon_in_value(fault)
    above = next(previous_lines(fault.lines, fault.line), None)
    if above is None:
        return None
    top = _top_of_text(fault, above)
    if top is not None:
        return _without_colon(fault, top)
    return _wrong_indent(fault, fault.line)


def _top_of_text(fault: Fault, above: int) -> int | None:
    """The first of the lines without a colon that end at ``above``; None where that line has one."""
    if fault.at(above).colon:
        return None
    top = above
    for index in previous_lines(fault.lines, above):
        if fault.at(top).dashes or fault.at(index).colon:
            break
        top = index
    return top


def missing_colon(fault: Fault) -> Finding | None:
    """A line among ``key: value`` lines that has no colon, or one that opens with a quote, ``*``, ``&`` or ``!``."""
    index, column = fault.context_line, fault.context_column
    text = fault.lines[index]
    first = text[column : column + 1]
    if first in ("'", '"') and first not in text[column + 1 :]:
        return open_quote(fault, index, column)
    if first in _SIGILS:
        return fault.finding(
            _SIGILS[first], index, column, _as_entry(fault, index), {"text": clipped(text[column:], 30)}
        )
    if first in CLOSING:
        return open_bracket(fault, index, column, certain=False)
    return _without_colon(fault, index)


def second_root(fault: Fault) -> Finding | None:
    """More text where the file's one mapping or list has ended: its first line is indented, or has no colon."""
    first = next((index for index, line in enumerate(fault.lines) if not Line.of(line).is_blank), fault.line)
    if fault.at(first).indent:
        return _wrong_indent(fault, first)
    if not fault.at(first).colon and first < fault.line:
        return _without_colon(fault, first)
    above = next(previous_lines(fault.lines, fault.line), None)
    if above is not None and fault.lines[above].startswith("..."):
        return fault.finding(SEVERAL_DOCUMENTS, fault.line, fault.column, "", {}, certain=False)
    return None


def _without_key(fault: Fault) -> Finding:
    """``: 40``."""
    line = fault.at(fault.line)
    fields = {
        "fault": "Dòng này không có tên mục trước dấu hai chấm",
        "text": shown_line(line.content),
        "remedy": _ENTRY,
    }
    return fault.finding(MISSING_COLON, fault.line, fault.column, _as_entry(fault, fault.line), fields, certain=False)


def _without_colon(fault: Fault, index: int) -> Finding:
    bullet = bullets.BULLET.match(fault.lines[index])
    if bullet:
        return _false_bullet(fault, index, bullet)
    line = fault.at(index)
    column = len(line.indent) + len(line.dashes)
    fields = {"fault": NO_COLON, "text": shown_line(line.content), "remedy": _colon_remedy(line)}
    return fault.finding(MISSING_COLON, index, column, _as_entry(fault, index), fields, edit=_space_after_colon(line))


def _space_after_colon(line: Line) -> tuple[int, str, str] | None:
    """The edit for ``tên:Bảng``, where what stands before the colon is a key and not, say, the hour of ``7:30``."""
    joined = JOINED.fullmatch(line.content)
    if joined is None or line.colon or not is_key(joined["key"]):
        return None
    return len(line.indent) + len(line.dashes) + joined.end("key"), ":", ": "


def _colon_remedy(line: Line) -> str:
    hidden = _HIDDEN_COLON.fullmatch(line.value)
    if hidden:
        corrected = f"{quoted(hidden['key'])}: {hidden['value']}"
        return (
            f"sau dấu # có dấu cách đứng trước là ghi chú, nên đặt tên mục trong ngoặc kép:  {clipped(corrected, 80)}"
        )
    joined = JOINED.fullmatch(line.content)
    return joined_keys.remedy(joined) if joined else _ENTRY


def _as_entry(fault: Fault, index: int) -> str:
    """A line that stands for the faulty one: an entry, with a value unless deeper lines belong to it."""
    line = fault.at(index)
    return f"{line.indent}{line.dashes}x:" + ("" if fault.has_children(index) else " x")


def broken_block(fault: Fault) -> Finding | None:
    """Between lines: text after a quote, a stray bracket, a dash among keys or a key among dashes, indentation."""
    first = fault.after[:1]
    if first == ":":
        return _without_key(fault)
    if first in CLOSING and not fault.before.strip(" -"):
        return open_bracket(fault, fault.line, fault.column, certain=False)
    if first in ("]", "}"):
        fields = {"fault": f"Dấu {first} ở đây không có dấu mở", "remedy": f"bỏ dấu {first}, hoặc thêm dấu mở ở trước"}
        return fault.finding(UNCLOSED, fault.line, fault.column, fault.at(fault.line).repaired(), fields, certain=False)
    if fault.before.strip(" -"):
        return values.text_after_quote(fault) if fault.before.rstrip()[-1:] in ("'", '"', "]", "}") else None
    return _broken_line(fault)


def _broken_line(fault: Fault) -> Finding | None:
    line = fault.at(fault.line)
    above = next(previous_lines(fault.lines, fault.line), None)
    if above is not None and not fault.at(above).colon and " #" in fault.at(above).value:
        return _without_colon(fault, above)
    in_list = "collection" in fault.context
    if in_list and re.match(r"-\S", fault.after):
        edit = (fault.column, "-", "- ") if re.match(r"-[^\W\d]", fault.after) else None
        return _dash(fault, "Thiếu dấu cách sau dấu gạch đầu dòng", f"viết  - {shown_line(fault.after[1:])}", edit)
    level = len(line.indent)
    if in_list and level == fault.context_column:
        bullet = bullets.BULLET.match(fault.lines[fault.line])
        if bullet:
            return _false_bullet(fault, fault.line, bullet)
        return _dash(fault, "Các dòng trên cùng mức thụt là danh sách, dòng này không có dấu gạch đầu dòng", _ITEM)
    if not in_list and line.dashes and level == fault.context_column:
        return _dash(fault, "Các dòng trên cùng mức thụt là các mục có tên, dòng này lại là gạch đầu dòng", _KEY)
    return _wrong_indent(fault, fault.line)


def _dash(fault: Fault, text: str, remedy: str, edit: tuple[int, str, str] | None = None) -> Finding:
    fields = {"fault": text, "remedy": remedy}
    return fault.finding(DASH_MISPLACED, fault.line, fault.column, "", fields, certain=False, edit=edit)


def _wrong_indent(fault: Fault, index: int) -> Finding:
    line = fault.at(index)
    spaces = len(line.indent)
    levels = open_levels(fault.lines, index)
    nearest = [level for level in levels if level < spaces][-1:] + [level for level in levels if level > spaces][:1]
    above = next(previous_lines(fault.lines, index), None)
    bullet = bullets.BULLET.match(fault.lines[above]) if above is not None else None
    if above is not None and bullet:
        return _false_bullet(fault, above, bullet)
    too_deep = above is not None and spaces > len(fault.at(above).indent + fault.at(above).dashes)
    fields = {
        "fault": _TOO_DEEP if too_deep else f"Dòng này thụt vào {spaces} dấu cách, không thẳng với dòng nào cùng cấp",
        "remedy": f"thụt vào {' hoặc '.join(str(level) for level in nearest)} dấu cách" if nearest else _ALIGN,
    }
    return fault.finding(WRONG_INDENT, index, spaces, "", fields, certain=False)


def _false_bullet(fault: Fault, index: int, found: re.Match[str]) -> Finding:
    """A line that begins with what looks like a bullet: Word makes dashes of hyphens, and a space gets lost."""
    column = found.start("bullet")
    finding = fault.finding(DASH_MISPLACED, index, column, "", bullets.fields(found), certain=False)
    edits = [Edit(line + 1, column + 1, *edit) for line, edit in bullets.of_the_list(fault.lines, index, column)]
    return replace(finding, diagnostic=finding.diagnostic.with_edits(*edits))


_TOO_DEEP = "Dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị nên không có mục con"
_ALIGN = "bỏ dấu cách ở đầu dòng đầu tiên của tệp"
_ITEM = "thêm dấu - và dấu cách nếu là một mục của danh sách; nếu thuộc mục trên thì thụt thẳng với chữ sau dấu -"
_ENTRY = (
    "viết tên mục, dấu hai chấm, dấu cách rồi đến giá trị (điểm chuẩn: 40); "
    "nếu là phần tiếp của dòng trên thì thụt sâu hơn dòng trên"
)
_KEY = "thêm tên mục và dấu hai chấm ở dòng trên danh sách, hoặc bỏ dấu -"
