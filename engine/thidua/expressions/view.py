"""Bounds of expressions for some units, under what is known of the branch of a choice in which they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import Protocol, assert_never, cast

from thidua.expressions.interval import add, affine, count_steps, divide, greatest, least, multiply, rounded
from thidua.expressions.limits import MIRRORED, meet
from thidua.expressions.linear import Form, Forms, cores
from thidua.expressions.narrowing import chosen
from thidua.expressions.nodes import (
    Add,
    And,
    Choose,
    Compare,
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
from thidua.expressions.possible import BOTH, EITHER, compare, is_condition, opposite, reported
from thidua.expressions.ranges import MISSING, NOWHERE, UNDECIDED, UNREACHED, ZERO, Prospect, Range, Truth

Ranges = Sequence[Range]
Truths = Sequence[Truth]


class Whole(Protocol):
    """What a view must know of the whole cluster, apart from its own branch."""

    @property
    def forms(self) -> Forms:
        """The forms of expressions."""

    def field(self, name: str) -> Ranges:
        """The ranges of a figure for all units."""

    def cluster(self, node: OfCluster) -> Ranges:
        """The ranges of a cluster's value for all units: other units are not in this branch."""


class View:
    """Prospects for ``units``, of which ``facts`` are known; columns are in the order of these units."""

    def __init__(self, whole: Whole, units: Sequence[int]) -> None:
        self.whole = whole
        self.units = units
        self._facts: dict[Node, Sequence[Prospect]] = {}
        self._memo: dict[Node, Sequence[Prospect]] = {}

    def of(self, node: Node) -> Sequence[Prospect]:
        """Give what ``node`` may be, one prospect for each unit of the view."""
        return self.truths(node) if is_condition(node) else self.ranges(node)

    def ranges(self, node: Node) -> Ranges:
        """Give the ranges of an expression that is a number: those of its key, scaled and moved."""
        form = self.whole.forms.of(node)
        if form.is_itself and form.key is not None:
            return self.key(form.key)
        found = self._memo.get(node)
        if found is None:
            found = self._memo[node] = self._in_form(form)
        return cast("Ranges", found)

    def truths(self, node: Node) -> Truths:
        """Give the truths that a condition may have: what its parts make of it, and what is known of it as a whole."""
        found = cast("Truths | None", self._memo.get(node))
        if found is None:
            found = self._condition(node)
            known = cast("Truths | None", self._facts.get(node))
            if known is not None:
                found = list(map(frozenset.__and__, found, known))
            self._memo[node] = found
        return found

    def key(self, key: Node) -> Ranges:
        """Give the ranges of a key: what its parts make of it, and what is known of it as a whole."""
        found = cast("Ranges | None", self._memo.get(key))
        if found is None:
            known = cast("Ranges | None", self._facts.get(key))
            # What a leaf may be never changes here, so what is known of it says all.
            found = known if known is not None and isinstance(key, Field | OfCluster) else self._key(key)
            if known is not None and found is not known:
                found = list(map(meet, found, known))
            self._memo[key] = found
        return found

    def learn(self, node: Node, column: Sequence[Prospect]) -> None:
        """Take in a fact; what was worked out without it is forgotten."""
        self._facts[node] = column
        self._memo.clear()

    def learn_truth(self, condition: Node, column: Truths) -> None:
        """Take in a fact that says nothing of numbers: all that was worked out stays as good as it was."""
        known = cast("Truths | None", self._facts.get(condition))
        self._facts[condition] = column if known is None else list(map(frozenset.__and__, known, column))
        self._memo.pop(condition, None)

    def only(self, rows: Sequence[int]) -> View:
        """Give a view of some of the units, which may learn more without a change to this one."""
        if len(rows) == len(self.units):
            same = View(self.whole, self.units)
            same._facts, same._memo = dict(self._facts), dict(self._memo)
            return same
        some = View(self.whole, [self.units[row] for row in rows])
        some._facts = {node: [column[row] for row in rows] for node, column in self._facts.items()}
        return some

    def _in_form(self, form: Form) -> Ranges:
        if form.key is None:
            return [Range.exactly(form.constant)] * len(self.units)
        return [affine(some, form.scale, form.constant) for some in self.key(form.key)]

    def _here(self, column: Ranges) -> Ranges:
        return [column[unit] for unit in self.units]

    def _key(self, key: Node) -> Ranges:
        match key:
            case Field(name):
                return self._here(self.whole.field(name))
            case Add():
                return reduce(_each(add), [self._part(core, factor) for core, factor in cores(key)])
            case Multiply(left, right):
                return _each(multiply)(self.ranges(left), self.ranges(right))
            case Divide(left, right):
                return _each(divide)(self.ranges(left), self.ranges(right))
            case Minimum(terms):
                return reduce(_each(least), map(self.ranges, terms))
            case Maximum(terms):
                return reduce(_each(greatest), map(self.ranges, terms))
            case WholeSteps(term, step, direction):
                return [count_steps(some, step, direction) for some in self.ranges(term)]
            case RoundHalfUp(term, step):
                return [rounded(some, step) for some in self.ranges(term)]
            case OfCluster():
                return self._here(self.whole.cluster(key))
            case Choose():
                return cast("Ranges", chosen(self, key, MISSING, NOWHERE))
            case Number() | Named() | Subtract() | Compare() | And() | Or() | Not() | IsReported():
                raise TypeError(f"not the key of a number: {key!r}")
            case _:
                assert_never(key)

    def _part(self, core: Node, factor: Fraction) -> Ranges:
        column = self.key(core)
        return column if factor == 1 else [affine(some, factor, ZERO) for some in column]

    def _condition(self, node: Node) -> Truths:
        match node:
            case Named(term):
                return self.truths(term)
            case Compare(sign, left, right):
                return self._compared(sign, left, right)
            case And(terms):
                return reduce(_looked_up(BOTH), map(self.truths, terms))
            case Or(terms):
                return reduce(_looked_up(EITHER), map(self.truths, terms))
            case Not(term):
                return [opposite(held) for held in self.truths(term)]
            case IsReported(term):
                return [reported(some) for some in self.of(term)]
            case Choose():
                return cast("Truths", chosen(self, node, UNDECIDED, UNREACHED))
            case _:
                raise TypeError(f"not a condition: {node!r}")

    def _compared(self, sign: Sign, left: Node, right: Node) -> Truths:
        """Compare the sides; what they share cancels in their difference, and that may be known as a whole."""
        forms = self.whole.forms
        one, other, gap = forms.of(left), forms.of(right), forms.difference(left, right)
        if gap.key is None or not gap.scale:
            return [compare(sign, some, _NOTHING) for some in self._in_form(gap)]
        limit = Range.exactly(-gap.constant / gap.scale)
        of_gap = sign if gap.scale > 0 else MIRRORED[sign]
        if one.key is None or other.key is None:
            return [compare(of_gap, some, limit) for some in self.key(gap.key)]
        truths = [compare(sign, a, b) for a, b in zip(self.ranges(left), self.ranges(right), strict=True)]
        if gap.key in self._facts or _share(one.key, other.key):
            return [a & compare(of_gap, some, limit) for a, some in zip(truths, self.key(gap.key), strict=True)]
        return truths


_NOTHING = Range.exactly(ZERO)


def _share(one: Node, other: Node) -> bool:
    return not {core for core, _ in cores(one)}.isdisjoint(core for core, _ in cores(other))


def _each(work: Callable[[Range, Range], Range]) -> Callable[[Ranges, Ranges], Ranges]:
    return lambda left, right: list(map(work, left, right))


def _looked_up(table: Mapping[tuple[Truth, Truth], Truth]) -> Callable[[Truths, Truths], Truths]:
    return lambda left, right: [table[pair] for pair in zip(left, right, strict=True)]
