"""Numbers, conditions and percentages in a formula: what may stand beside what."""

from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from thidua.expressions import (
    Add,
    Choose,
    Divide,
    Maximum,
    Minimum,
    Named,
    Node,
    Number,
    OfCluster,
    Subtract,
)
from thidua.formulas.functions import Kind
from thidua.formulas.problems import WRONG_KIND, FormulaProblem, clipped, problem
from thidua.formulas.words import is_percent
from thidua.numerals.writing import format_number


class Part(Struct, frozen=True):
    """What a stretch of the text means. ``kind`` None: not understood, its problem is known, ``node`` stands in."""

    node: Node
    kind: Kind | None
    column: int
    text: str


def wrong_kind(part: Part, needed: Kind, *, is_compared: bool) -> FormulaProblem:
    """A number where a condition is needed, or the reverse. ``is_compared``: it is a side of a comparison."""
    if needed == "condition":
        found, wanted = "một số", "một điều kiện"
        remedy = f"Viết thêm phép so sánh, ví dụ {clipped(part.text)} > 0."
    else:
        found, wanted = "một điều kiện", "một số"
        if not is_compared:
            remedy = "Dùng nếu(điều kiện; khi đúng; khi sai) để từ điều kiện có một số."
        elif part.text.isidentifier():
            remedy = f"Bỏ phép so sánh: {clipped(part.text)} tự nó đã là một điều kiện."
        else:
            remedy = "Nối hai phép so sánh bằng “và”, ví dụ thực_hiện ≥ 80 và thực_hiện < 100."
    fields = {"text": clipped(part.text), "found": found, "needed": wanted, "remedy": remedy}
    return problem(WRONG_KIND, part.column, **fields)


def mixed_up(parts: Sequence[Part], in_percent: Set[Node]) -> Iterator[FormulaProblem]:
    """The percentages (95%, which is 0.95) that stand beside a figure measured in percent (95)."""
    if not any(_measured_in_percent(part.node, in_percent) for part in parts):
        return
    for part in parts:
        if is_percent(part.node) and isinstance(part.node, Named) and isinstance(part.node.term, Number):
            ratio = part.node.term.value
            yield problem(
                WRONG_KIND,
                part.column,
                text=clipped(part.text),
                found=f"tỷ lệ bằng {format_number(ratio)}",
                needed="một số không có dấu %, vì số liệu so với nó tính bằng phần trăm",
                remedy=f"Viết {format_number(100 * ratio, grouping=False)} thay cho {clipped(part.text)}.",
            )


def _measured_in_percent(node: Node, in_percent: Set[Node]) -> bool:
    if node in in_percent:
        return True
    match node:
        case Add(terms) | Minimum(terms) | Maximum(terms):
            inside = terms
        case Subtract(left, right):
            inside = (left, right)
        case Choose(cases, otherwise):
            inside = tuple(case.then for case in cases) + (() if otherwise is None else (otherwise,))
        case Named(term) | OfCluster("max" | "min" | "sum", term) | Divide(term, Named(OfCluster("count"))):
            inside = (term,)
        case _:
            return False
    return any(_measured_in_percent(each, in_percent) for each in inside)
