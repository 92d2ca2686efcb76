"""The meaning of a tree once more, one unit at a time and without memory: what ``evaluate`` is held against."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import singledispatch

from thidua.expressions import nodes as n

Row = Mapping[str, Fraction | None]


@dataclass(frozen=True)
class Unit:
    rows: Sequence[Row]
    position: int

    @property
    def everyone(self) -> list["Unit"]:
        return [Unit(self.rows, position) for position in range(len(self.rows))]


@singledispatch
def naive(node: n.Expression, unit: Unit) -> Fraction | bool | None:
    raise NotImplementedError(type(node))


def both(node, unit):
    left, right = naive(node.left, unit), naive(node.right, unit)
    return None if left is None or right is None else (left, right)


def known(node, unit):
    values = [naive(term, unit) for term in node.terms]
    return None if any(value is None for value in values) else values


@naive.register
def _(node: n.Number, unit):
    return node.value


@naive.register
def _(node: n.Field, unit):
    return unit.rows[unit.position][node.name]


@naive.register
def _(node: n.Named, unit):
    return naive(node.term, unit)


@naive.register
def _(node: n.Add, unit):
    values = known(node, unit)
    return None if values is None else sum(values, start=Fraction(0))


@naive.register
def _(node: n.Subtract, unit):
    pair = both(node, unit)
    return pair and pair[0] - pair[1]


@naive.register
def _(node: n.Multiply, unit):
    pair = both(node, unit)
    return pair and pair[0] * pair[1]


@naive.register
def _(node: n.Divide, unit):
    pair = both(node, unit)
    return None if pair is None or pair[1] == 0 else pair[0] / pair[1]


@naive.register
def _(node: n.Minimum, unit):
    values = known(node, unit)
    return None if values is None else sorted(values)[0]


@naive.register
def _(node: n.Maximum, unit):
    values = known(node, unit)
    return None if values is None else sorted(values)[-1]


@naive.register
def _(node: n.Compare, unit):
    pair = both(node, unit)
    if pair is None:
        return None
    difference = pair[0] - pair[1]
    order = "<" if difference < 0 else ">" if difference > 0 else "="
    return order in {"<": "<", "<=": "<=", "=": "=", ">=": ">=", ">": ">", "!=": "<>"}[node.sign]


@naive.register
def _(node: n.And, unit):
    values = [naive(term, unit) for term in node.terms]
    if any(value is False for value in values):
        return False
    return None if None in values else True


@naive.register
def _(node: n.Or, unit):
    values = [naive(term, unit) for term in node.terms]
    if any(value is True for value in values):
        return True
    return None if None in values else False


@naive.register
def _(node: n.Not, unit):
    return {True: False, False: True, None: None}[naive(node.term, unit)]


@naive.register
def _(node: n.IsReported, unit):
    return naive(node.term, unit) is not None


@naive.register
def _(node: n.Choose, unit):
    for case in node.cases:
        held = naive(case.when, unit)
        if held is None:
            return None
        if held:
            return naive(case.then, unit)
    return None if node.otherwise is None else naive(node.otherwise, unit)


@naive.register
def _(node: n.WholeSteps, unit):
    value = naive(node.term, unit)
    if value is None:
        return None
    return Fraction({"down": math.floor, "up": math.ceil}[node.direction](value / node.step))


@naive.register
def _(node: n.RoundHalfUp, unit):
    value = naive(node.term, unit)
    if value is None:
        return None
    doubled = value / node.step * 2
    if doubled.denominator == 1:  # exactly on or between whole steps: let decimal decide which way a half goes
        whole = (Decimal(doubled.numerator) / 2).to_integral_value(ROUND_HALF_UP, Context(prec=400))
        return int(whole) * node.step
    return math.floor((doubled + 1) / 2) * node.step


@naive.register
def _(node: n.OfCluster, unit):
    def value_of(other):
        inside = node.where is None or naive(node.where, other) is True
        return naive(node.term, other) if inside else None

    values = [value for other in unit.everyone if (value := value_of(other)) is not None]
    if node.kind == "count":
        return Fraction(len(values))
    if node.kind == "rank":
        own = value_of(unit)
        return None if own is None else Fraction(1 + sum(1 for value in values if value > own))
    if not values:
        return None
    return {"max": max, "min": min, "sum": lambda several: sum(several, start=Fraction(0))}[node.kind](values)
