"""What tomllib's English complaint means in a settings file: where, what, and the line as it should be written."""

import re
import tomllib
from collections.abc import Container

from msgspec import Struct

_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")
_AT_END = "(at end of document)"
_TWICE = ("Cannot overwrite", "Cannot declare")
_MARKS = "\"'“”„‟‘’"
_COMMENT = re.compile(r"\s+#.*$")
_TABLE = re.compile(r"\s*\[(?P<name>[^\[\]]*)\]?\s*")
_PAIR = re.compile(rf"\s*(?P<name>[{_MARKS}][^{_MARKS}]*[{_MARKS}]|[^=:\[\]{_MARKS}]+?)\s*[=:]\s*(?P<value>.*?)\s*")
_REMEDY = 'Tên mục và từng tên thư mục đặt trong ngoặc kép thẳng, ví dụ: "bỏ qua" = ["tests"]'
_LONGEST = 120


class TomlFault(Struct, frozen=True):
    """Line and column from 1, what is wrong there and what to do, in Vietnamese."""

    line: int
    column: int
    reason: str
    remedy: str


def toml_fault(text: str, complaint: str, lists: Container[str] = ()) -> TomlFault:
    """The fault of a text that tomllib refused with this complaint. ``lists``: the settings that hold a list."""
    lines = text.split("\n")
    line, column = _place(lines, complaint)
    is_twice = complaint.startswith(_TWICE)
    twice = _twice(lines, line) if is_twice else None
    if twice:
        return twice
    corrected = None if is_twice else _corrected(lines[line - 1], lists)
    remedy = f"Viết lại dòng này:  {corrected}" if corrected else _REMEDY
    return TomlFault(line, column, "sai cú pháp TOML ở chỗ này", remedy)


def _place(lines: list[str], complaint: str) -> tuple[int, int]:
    """The place that ends the complaint; that of the last character, or of the first where it names none."""
    found = _PLACE.search(complaint)
    if found:
        return int(found[1]), int(found[2])
    if not complaint.endswith(_AT_END):
        return 1, 1
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    return last, len(lines[last - 1].rstrip()) + 1


def _twice(lines: list[str], line: int) -> TomlFault | None:
    """A key that stands twice in its table, or a table that stands twice; the first one's line is named."""
    name = _name(lines[line - 1])
    is_table = _is_table(lines[line - 1])
    for number in range(line - 1, 0, -1):
        above = lines[number - 1]
        if _name(above) == name and name:
            remedy = f'Ghi các dòng của hai chỗ dưới một dòng ["{name}"], xóa dòng kia.' if is_table else _ONE
            column = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 1
            return TomlFault(line, column, f"“{_clipped(name)}” đã ghi ở dòng {number}", _clipped(remedy))
        if _is_table(above) and not is_table:
            return None
    return None


def _is_table(line: str) -> bool:
    return line.lstrip().startswith("[")


def _name(line: str) -> str:
    found = _TABLE.fullmatch(_COMMENT.sub("", line)) or _PAIR.fullmatch(_COMMENT.sub("", line))
    return found["name"].strip().strip(_MARKS).strip() if found else ""


def _corrected(line: str, lists: Container[str]) -> str | None:
    """The line with straight quotes round every name and text; None where that makes no settings of it either."""
    bare = _COMMENT.sub("", line)
    name = _name(line)
    pair = _PAIR.fullmatch(bare)
    if not name or "\\" in line:
        return None
    written = f'"{name}" = {_value(pair["value"], name in lists)}' if pair else f'["{name}"]'
    if len(written) > _LONGEST or (pair and not pair["value"]) or written == bare.strip():
        return None
    try:
        tomllib.loads(written)
    except ValueError:
        return None
    return written


def _value(written: str, is_list: bool) -> str:
    if is_list and not written.startswith("["):
        written = f"[{written}]"
    if written.startswith("["):
        items = [item.strip().strip(_MARKS).strip() for item in written.strip("[]").split(",")]
        return "[" + ", ".join(f'"{item}"' for item in items if item) + "]" if written.endswith("]") else written
    return f'"{written.strip(_MARKS).strip()}"'


def _clipped(text: str) -> str:
    shown = "".join(letter if letter.isprintable() else "�" for letter in text[:_LONGEST])
    return shown if len(text) <= _LONGEST else f"{shown[:-1]}…"


_ONE = "Giữ lại một dòng, xóa dòng kia."
