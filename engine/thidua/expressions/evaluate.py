"""The exact value of a tree for all units of a cluster at once. This module defines what a tree means.

- Missing is None. Arithmetic, comparison, minimum and maximum with a missing operand are missing, and so is a
  division by zero. ``0 * x`` is missing where x is.
- And, Or and Not are three-valued: a false term settles an And, a true one an Or, whatever is missing beside it.
- Choose is strict: an undecided condition before the matching one makes the result missing.
- OfCluster leaves out the units whose term is missing or whose ``where`` is not true; ``cluster`` has the rest.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import lcm
from typing import Final, TypeAlias, assert_never, cast

from thidua.expressions.cluster import Numbers, Truths, gather
from thidua.expressions.nodes import (
    Add,
    And,
    Choose,
    Compare,
    Direction,
    Divide,
    Field,
    IsReported,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Not,
    Number,
    OfCluster,
    Or,
    RoundHalfUp,
    Sign,
    Subtract,
    WholeSteps,
)
from thidua.numerals.writing import round_half_up

Value: TypeAlias = Fraction | bool | None
Column: TypeAlias = Sequence[Value]

SIGNS: Final[Mapping[Sign, Callable[[Fraction, Fraction], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
    "!=": operator.ne,
}


def evaluate(node: Node, columns: Mapping[str, Numbers], size: int) -> Column:
    """Give the value of one tree for each of ``size`` units. Several trees: keep one Evaluation, which remembers."""
    return Evaluation(columns, size).of(node)


class Evaluation:
    """The figures of one cluster, and the values of every expression asked for, each worked out once.

    ``columns`` holds each field's figures, in the order of the units; a Field that is not there is a KeyError.
    Trees are walked by recursion: some hundred levels are fine, and a sum of any length is one level.
    """

    def __init__(self, columns: Mapping[str, Numbers], size: int) -> None:
        uneven = sorted(name for name, column in columns.items() if len(column) != size)
        if uneven:
            raise ValueError(f"columns that do not hold {size} units: {', '.join(uneven)}")
        self.size = size
        self._columns = columns
        self._memo: dict[Node, Column] = {}

    def of(self, node: Node) -> Column:
        """Give the values of ``node``, one for each unit. The column is shared: don't change it."""
        known = self._memo.get(node)
        if known is None:
            known = self._memo[node] = self._work_out(node)
        return known

    def numbers(self, node: Node) -> Numbers:
        """Give the values of an expression that is a number."""
        return cast("Numbers", self.of(node))

    def truths(self, node: Node) -> Truths:
        """Give the values of an expression that is a condition."""
        return cast("Truths", self.of(node))

    def _work_out(self, node: Node) -> Column:
        match node:
            case Number(value):
                return [value] * self.size
            case Field(name):
                return self._columns[name]
            case Named(term):
                return self.of(term)
            case Add(terms):
                return _sum([self.numbers(term) for term in terms])
            case Subtract(left, right):
                return _both(operator.sub, self.numbers(left), self.numbers(right))
            case Multiply(left, right):
                return _both(operator.mul, self.numbers(left), self.numbers(right))
            case Divide(left, right):
                return _quotient(self.numbers(left), self.numbers(right))
            case Minimum(terms):
                return reduce(_lesser, map(self.numbers, terms))
            case Maximum(terms):
                return reduce(_greater, map(self.numbers, terms))
            case Compare(sign, left, right):
                return _both(SIGNS[sign], self.numbers(left), self.numbers(right))
            case And(terms):
                return reduce(_both_true, map(self.truths, terms))
            case Or(terms):
                return reduce(_either_true, map(self.truths, terms))
            case Not(term):
                return [None if held is None else not held for held in self.truths(term)]
            case IsReported(term):
                return [value is not None for value in self.of(term)]
            case Choose():
                return self._chosen(node)
            case WholeSteps(term, step, direction):
                return [None if x is None else whole_steps(x, step, direction) for x in self.numbers(term)]
            case RoundHalfUp(term, step):
                return [None if x is None else round_half_up(x, step) for x in self.numbers(term)]
            case OfCluster(kind, term, where):
                return gather(kind, self.numbers(term), None if where is None else self.truths(where))
            case _:
                assert_never(node)

    def _chosen(self, choose: Choose) -> Column:
        """Work from the last case up, so that each case decides over everything below it."""
        below: Column = [None] * self.size if choose.otherwise is None else self.of(choose.otherwise)
        for case in reversed(choose.cases):
            rows = zip(self.truths(case.when), self.of(case.then), below, strict=True)
            below = [None if held is None else then if held else rest for held, then, rest in rows]
        return below


def whole_steps(value: Fraction, step: Fraction, direction: Direction) -> Fraction:
    """Count the whole steps in a value: −2,5 in steps of 1 is −3 down and −2 up."""
    top = value.numerator * step.denominator
    bottom = value.denominator * step.numerator
    return Fraction(top // bottom if direction == "down" else -(-top // bottom))


def _both(work: Callable[[Fraction, Fraction], Value], left: Numbers, right: Numbers) -> Column:
    return [None if x is None or y is None else work(x, y) for x, y in zip(left, right, strict=True)]


def _sum(columns: Sequence[Numbers]) -> Numbers:
    return [_row_sum(row) for row in zip(*columns, strict=True)]


def _row_sum(row: tuple[Fraction | None, ...]) -> Fraction | None:
    """Add over one common bottom: a total has dozens of terms, and to cancel after each takes most of the time."""
    known = [x.as_integer_ratio() for x in row if x is not None]
    if len(known) < len(row):
        return None
    bottom = lcm(*[below for _, below in known])
    return Fraction(sum([top * (bottom // below) for top, below in known]), bottom)


def _quotient(left: Numbers, right: Numbers) -> Numbers:
    return [None if x is None or not y else x / y for x, y in zip(left, right, strict=True)]


def _lesser(left: Numbers, right: Numbers) -> Numbers:
    return [None if x is None or y is None else x if x <= y else y for x, y in zip(left, right, strict=True)]


def _greater(left: Numbers, right: Numbers) -> Numbers:
    return [None if x is None or y is None else x if x >= y else y for x, y in zip(left, right, strict=True)]


def _both_true(left: Truths, right: Truths) -> Truths:
    return [
        False if x is False or y is False else None if x is None or y is None else True
        for x, y in zip(left, right, strict=True)
    ]


def _either_true(left: Truths, right: Truths) -> Truths:
    return [True if x or y else None if x is None or y is None else False for x, y in zip(left, right, strict=True)]
