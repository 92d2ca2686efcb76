"""A formula's parts in words: the names of its steps, and why a branch of ``nếu`` was taken."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from thidua.expressions import (
    Add,
    And,
    Choose,
    Compare,
    Divide,
    IsReported,
    Label,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Not,
    Number,
    Or,
    Sign,
    Subtract,
)
from thidua.expressions.phrases import ATOM, PRODUCT, Phrase, added, atom, divided, multiplied, subtracted
from thidua.numerals.writing import format_percent

_OPPOSITE: Final[Mapping[Sign, Sign]] = {">=": "<", "<": ">=", ">": "<=", "<=": ">", "=": "!=", "!=": "="}
_MIRRORED: Final[Mapping[Sign, Sign]] = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "=", "!=": "!="}
_SHOWN: Final[Mapping[Sign, str]] = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "!=": "≠"}
_IN_WORDS: Final[Mapping[Sign, tuple[str, str]]] = {
    ">=": (" từ ", " trở lên"),
    ">": (" cao hơn ", ""),
    "<=": (" không quá ", ""),
    "<": (" thấp hơn ", ""),
    "=": (" bằng ", ""),
    "!=": (" khác ", ""),
}


def percent(ratio: Number) -> Named:
    """A ratio that the author wrote in percent, and that is shown so."""
    return Named(ratio, format_percent(ratio.value), "percent")


def is_percent(node: Node) -> bool:
    """Whether the author wrote it in percent: ``95%``."""
    return isinstance(node, Named) and node.style == "percent" and isinstance(node.term, Number)


def is_condition(node: Node) -> bool:
    """Whether it holds or doesn't, and is no number."""
    return isinstance(node, Compare | And | Or | Not | IsReported)


class Wording:
    """Speaks of figures by the first name that ``names`` has for each."""

    def __init__(self, names: Mapping[str, Node]) -> None:
        self._names: dict[Node, str] = {}
        for name, node in names.items():
            if not isinstance(node, Number):  # Another 40 in the formula need not be the standard points.
                self._names.setdefault(node, name.replace("_", " "))

    def compare(self, sign: Sign, left: Node, right: Node) -> Compare:
        """The comparison; a plain number stands on its right, and what is held against a percentage is one."""
        if _is_constant(left) and not _is_constant(right):
            sign, left, right = _MIRRORED[sign], right, left
        return Compare(sign, _beside(left, right), _beside(right, left))

    def label(self, condition: Node, holds: bool) -> Label:
        """Say, with the values, that a condition holds or doesn't: ``thực hiện 90,2 từ kế hoạch 89,5 trở lên``."""
        if condition in self._names:
            return (f"{'' if holds else 'không '}{self._names[condition]}",)
        match condition:
            case Compare(sign, left, right):
                before, after = _IN_WORDS[sign if holds else _OPPOSITE[sign]]
                return (*self._operand(left, right), before, *self._operand(right, left), after)
            case Not(term):
                return self.label(term, not holds)
            case IsReported(term):
                return (f"{'có' if holds else 'chưa có'} số liệu {self._figure(term)}",)
            case And(terms) | Or(terms):
                if holds is isinstance(condition, And):  # All of them hold, or none does.
                    return _joined([self.label(term, holds) for term in terms], " và ")
                opening = "có ít nhất một điều kiện: " if holds else "không đủ các điều kiện: "
                return (opening, *_joined([self._stated(term) for term in terms], "; "))
            case _:
                raise TypeError(f"no condition: {condition!r}")

    def phrase(self, node: Node) -> Phrase:
        """An expression by the names of its figures: ``thực hiện ÷ kế hoạch``."""
        if node in self._names:
            return _name(self._names[node])
        match node:
            case Number(value):
                return atom(value, "number")
            case Named(_, name):
                return _name(name)
            case Add(terms):
                return added([self.phrase(term) for term in terms])
            case Subtract(left, right):
                return subtracted(self.phrase(left), self.phrase(right))
            case Multiply(left, right):
                return multiplied(self.phrase(left), self.phrase(right))
            case Divide(left, right):
                return divided(self.phrase(left), self.phrase(right))
            case Minimum(terms) | Maximum(terms):
                kind = "min" if isinstance(node, Minimum) else "max"
                return _name(f"{kind}({'; '.join(self.phrase(term).text for term in terms)})")
            case Choose((case, *_), otherwise) if otherwise is not None:
                parts = (self.condition(case.when), self.phrase(case.then).text, self.phrase(otherwise).text)
                return _name(f"nếu({'; '.join(parts)})")
            case _:
                raise TypeError(f"no number that a formula is made of: {node!r}")

    def factor(self, node: Node) -> str:
        """The same, in brackets where words that follow would be taken to belong to its last term only."""
        phrase = self.phrase(node)
        return phrase.text if phrase.level >= PRODUCT else f"({phrase.text})"

    def condition(self, node: Node) -> str:
        """A condition as the formula has it, without values."""
        if node in self._names:
            return self._names[node]
        match node:
            case Compare(sign, left, right):
                return f"{self.phrase(left).text} {_SHOWN[sign]} {self.phrase(right).text}"
            case And(terms) | Or(terms):
                joint = " và " if isinstance(node, And) else " hoặc "
                return f"({joint.join(self.condition(term) for term in terms)})"
            case Not(term):
                return f"không phải {self.condition(term)}"
            case IsReported(term):
                return f"có số liệu {self._figure(term)}"
            case _:
                raise TypeError(f"no condition: {node!r}")

    def _stated(self, condition: Node) -> Label:
        """A condition with its values, and without saying whether it holds."""
        match condition:
            case Compare(sign, left, right) if condition not in self._names:
                return (*self._operand(left, right), f" {_SHOWN[sign]} ", *self._operand(right, left))
            case _:
                return (f"{self.condition(condition)} (", condition, ")")

    def _operand(self, node: Node, other: Node) -> Label:
        """One side of a comparison: its name, where it has one, and its value. ``other``: the other side."""
        if isinstance(node, Number) or is_percent(node):
            return (node,)
        text = self.phrase(node).text
        if isinstance(node, Named) or node in self._names:
            return (f"{text} ", node)
        return (f"{text} ", Named(node, text, "percent" if is_percent(other) else "number"))

    def _figure(self, term: Node) -> str:
        return self.condition(term) if is_condition(term) else self.factor(term)


def _is_constant(node: Node) -> bool:
    return isinstance(node.term if isinstance(node, Named) else node, Number)


def _beside(node: Node, other: Node) -> Node:
    """One side of a comparison, shown in percent where the other side is written so."""
    if is_percent(other) and isinstance(node, Named) and not _is_constant(node):
        return replace(node, style="percent")
    return node


def _name(text: str) -> Phrase:
    return Phrase(text, ATOM, True)


def _joined(labels: list[Label], joint: str) -> Label:
    parts: list[str | Node] = []
    for label in labels:
        parts += [joint, *label] if parts else label
    return tuple(parts)
