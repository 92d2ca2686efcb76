"""What may be wrong with the text of a formula, as values: the code, the column, and what to write instead."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.expressions import Node
from thidua.vocabulary import fold, nearest

UNKNOWN_NAME: Final = 220
MISSING_BRACKET: Final = 221
EXTRA_TEXT: Final = 222
MISSING_OPERAND: Final = 223
UNKNOWN_FUNCTION: Final = 224
WRONG_COUNT: Final = 225
COMMA: Final = 226
WRONG_KIND: Final = 227
TOO_LONG: Final = 228
UNKNOWN_CHARACTER: Final = 229

_LONGEST_SHOWN: Final = 40


class FormulaProblem(Struct, frozen=True):
    """One fault: a catalogue number, the column in the formula's text (from 1), the values that fill the message."""

    code: int
    column: int
    fields: tuple[tuple[str, str], ...] = ()

    def at(self, start: Place) -> Diagnostic:
        """The diagnostic, for a formula that is written on one line from ``start`` on."""
        place = Place(start.path, start.line, start.column + self.column - 1)
        return diagnose(self.code, place, **dict(self.fields))


def problem(code: int, column: int, **fields: str) -> FormulaProblem:
    """Make a problem."""
    return FormulaProblem(code, column, tuple(fields.items()))


def too_long(column: int, what: str) -> FormulaProblem:
    """A formula beyond what can be checked by hand."""
    return problem(TOO_LONG, column, problem=what)


def in_formula(name: str) -> str:
    """A name as it is written in a formula: ``kế_hoạch``."""
    return "_".join(name.replace("_", " ").split())


def unknown_name(column: int, name: str, names: Mapping[str, Node]) -> FormulaProblem:
    """A name that means nothing; ``names``: those that mean something."""
    first = {node: each for each, node in reversed(list(names.items()))}
    listed = f"Các tên dùng được: {', '.join(map(in_formula, reversed(first.values())))}."
    return problem(UNKNOWN_NAME, column, name=clipped(name), remedy=_probably(name, names) or listed)


def unknown_function(column: int, name: str, functions: Sequence[str]) -> FormulaProblem:
    """A name before a bracket that is no function."""
    if _without_marks(name).startswith(("lam tron", "round")):
        remedy = "Bỏ hàm này: điểm chỉ làm tròn một lần, theo “làm tròn điểm” của thang điểm."
    else:
        listed = f"Các hàm dùng được: {', '.join(functions)}."
        remedy = _OF_SPREADSHEETS.get(_without_marks(name).replace("_", " ")) or _probably(name, functions) or listed
    return problem(UNKNOWN_FUNCTION, column, name=clipped(name), remedy=remedy)


_MEAN = "Viết (a + b) ÷ 2; trung bình của các đơn vị trong cụm thì viết trung_bình_cụm(a)."
_SUM = "Cộng bằng dấu +; tổng của các đơn vị trong cụm thì viết tổng_cụm(a)."
_NOT = "Viết “không phải” trước điều kiện, ví dụ: không phải đạt."
_CONDITION = "Viết nếu(điều kiện; khi đúng; khi sai)."
_OF_SPREADSHEETS: Final[Mapping[str, str]] = {
    "if": _CONDITION,
    "sum": _SUM,
    "tong": _SUM,
    "average": _MEAN,
    "avg": _MEAN,
    "mean": _MEAN,
    "trung binh": _MEAN,
    "and": "Nối hai điều kiện bằng “và”, ví dụ: đạt và thực_hiện > 0.",
    "or": "Nối hai điều kiện bằng “hoặc”, ví dụ: đạt hoặc thực_hiện > 0.",
    "not": _NOT,
    "khong": _NOT,
    "abs": "Viết lớn_nhất(a; −a).",
    "int": "Viết phần_nguyên(a).",
}
"""What to write for a function that spreadsheets have under another name or in another way."""


def _probably(name: str, names: Collection[str]) -> str:
    """Ask for the name that was probably meant, nothing if none; one typed without diacritics is recognised."""
    alike = next((each for each in names if _without_marks(each) == _without_marks(name)), None)
    found = alike or nearest(name, names)
    return f"Có phải là “{in_formula(found)}”?" if found else ""


def clipped(text: str) -> str:
    """A piece of the formula for a message, on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", fold(text)).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
