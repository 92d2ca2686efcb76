"""Traps of signs that come in pairs: quotes and brackets left open, and what stands inside brackets."""

from thidua.reading import yaml_values as values
from thidua.reading.yaml_fault import Fault, Finding, Span
from thidua.reading.yaml_lines import quoted

UNCLOSED = 126

CLOSING = {"[": "]", "{": "}"}


def swallowed_lines(fault: Fault) -> Finding | None:
    """A quote left open on an earlier line, which swallowed lines up to the next quote, where the parser stumbled."""
    for span in reversed(fault.spans):
        if span.end_line in (fault.line, fault.context_line) and _holds_entries(fault, span):
            return open_quote(fault, span.line, span.column)
    return None


def _holds_entries(fault: Fault, span: Span) -> bool:
    inside = (fault.at(index) for index in range(span.line + 1, span.end_line + 1))
    return any(line.dashes or line.colon for line in inside)


def unclosed_quote(fault: Fault) -> Finding | None:
    """A quote that nothing closes to the end of the file."""
    return open_quote(fault, fault.context_line, fault.context_column)


def open_quote(fault: Fault, index: int, column: int) -> Finding:
    """The quote at a place is not closed on its line."""
    line = fault.at(index)
    mark = fault.lines[index][column : column + 1]
    rest = fault.lines[index][column + 1 :].rstrip()
    remedy = f"viết  {line.with_value(quoted(rest.replace(mark, '')))}"
    if column != line.value_column:
        remedy = f"thêm dấu {mark} ở cuối cụm chữ, hoặc bỏ dấu {mark} ở đầu"
    repaired = fault.lines[index][:column] + "x" if column == line.value_column else line.repaired()
    fields = {"fault": f"Dấu ngoặc {mark} mở ở đây chưa được đóng", "remedy": remedy}
    return fault.finding(UNCLOSED, index, column, repaired, fields)


def broken_flow(fault: Fault) -> Finding | None:
    """Inside ``[ ]`` or ``{ }``: not closed, a comma left out, a colon or a quote inside a value."""
    if fault.line == fault.context_line:
        if fault.after[:1] == ":":
            return values.colon_in_flow(fault)
        if fault.before.rstrip()[-1:] in ("'", '"'):
            return values.text_after_quote(fault, in_flow=True)
    if fault.after[:1] == "?":
        return values.question_mark_in_flow(fault)
    same_line = fault.line == fault.context_line
    return open_bracket(fault, fault.context_line, fault.context_column, certain=same_line)


def open_bracket(fault: Fault, index: int, column: int, *, certain: bool) -> Finding | None:
    """The bracket at a place is not closed, or two items in it run together."""
    mark = fault.lines[index][column : column + 1]
    if mark not in CLOSING:
        return None
    fields = {
        "fault": f"Dấu {mark} mở ở đây chưa được đóng bằng {CLOSING[mark]}, hoặc thiếu dấu phẩy giữa hai mục",
        "remedy": f"thêm {CLOSING[mark]} ở cuối, hoặc viết mỗi mục một dòng, không dùng dấu ngoặc",
    }
    repaired = fault.at(index).repaired()
    return fault.finding(UNCLOSED, index, column, repaired, fields, certain=certain)
