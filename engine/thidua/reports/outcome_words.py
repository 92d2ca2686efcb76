"""What can happen at a criterion, in words without any unit's figures: ``…`` stands where they would."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from thidua.expressions import (
    Add,
    And,
    Choose,
    Compare,
    Divide,
    Field,
    FieldName,
    Label,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Number,
    Or,
    Style,
    Subtract,
)
from thidua.expressions.outcomes import Outcome, label_of
from thidua.numerals.writing import MINUS, format_number, format_percent

_ANY: Final = "…"
_SIGNS: Final = {"<": "<", "<=": "≤", "=": "=", ">=": "≥", ">": ">", "!=": "≠"}


class OutcomeWords:
    """``names``: how fields are spoken of."""

    def __init__(self, names: Mapping[str, FieldName]) -> None:
        self._names = names

    def of(self, outcome: Outcome) -> str:
        """What happens, beginning with what kind of thing it is."""
        where = "".join(f"{part}: " for part in outcome.parts)
        return f"{where}{self._what(outcome)}"

    def _what(self, outcome: Outcome) -> str:
        match outcome.node:
            case Choose() as choose:
                label = self._label(label_of(outcome))
                if label:
                    return f"trường hợp “{label}”"
                if outcome.index < len(choose.cases):
                    return f"trường hợp {self._condition(choose.cases[outcome.index].when)}"
                return "các trường hợp còn lại"
            case Compare() as edge:
                return f"đúng mốc: {self._condition(edge)}"
            case Minimum(terms):
                return f"chạm mức trần {self._points(terms[outcome.index])}"
            case Maximum(terms):
                return f"chạm mức sàn {self._points(terms[outcome.index])}"
            case Multiply(left, right):
                return f"có {self._operand(left)} (mỗi kết quả {self._points(right)})"

    def _label(self, label: Label) -> str:
        return "".join(part if isinstance(part, str) else self._any(part) for part in label)

    def _any(self, node: Node) -> str:
        if isinstance(node, Field):
            return self._names[node.name].with_unit(_ANY)
        return f"{_ANY}%" if isinstance(node, Named) and node.style == "percent" else _ANY

    def _condition(self, node: Node) -> str:
        match node:
            case Compare(sign, left, right):
                style = _style(left) if isinstance(right, Number) else _style(right)
                return f"{self._operand(left, style)} {_SIGNS[sign]} {self._operand(right, style)}"
            case And(terms):
                return " và ".join(map(self._condition, terms))
            case Or(terms):
                return " hoặc ".join(map(self._condition, terms))
            case _:
                return _ANY

    def _operand(self, node: Node, style: Style = "number") -> str:
        match node:
            case Number(value):
                return _shown(value, style)
            case Named(Number(value), _, own):
                return _shown(value, own)
            case Named(_, name):
                return name
            case Field(name):
                return self._names[name].name
            case Add(terms):
                return " + ".join(map(self._operand, terms))
            case Subtract(left, right):
                return f"{self._operand(left)} {MINUS} {self._operand(right)}"
            case Multiply(left, right):
                return f"{self._operand(left)} × {self._operand(right)}"
            case Divide(left, right):
                return f"{self._operand(left)} ÷ {self._operand(right)}"
            case _:
                return _ANY

    def _points(self, node: Node) -> str:
        return f"{self._operand(node)} điểm"


def _style(node: Node) -> Style:
    return node.style if isinstance(node, Named) else "number"


def _shown(value: Fraction, style: Style) -> str:
    return format_percent(value) if style == "percent" else format_number(value)
