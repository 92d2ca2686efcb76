"""Every number as ``constant + scale × key``: what lets bounds see that two expressions move together.

Wherever an expression has a value, it equals its form, and it is missing exactly where its key is. So what a condition
says of ``(actual − target) ÷ target`` narrows ``actual ÷ target`` and all that is made of it. Nothing that may be
missing is simplified away: a term that cancels stays with the scale 0.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from msgspec import Struct

from thidua.expressions.nodes import (
    Add,
    Divide,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Number,
    RoundHalfUp,
    Subtract,
    WholeSteps,
)
from thidua.expressions.structure import children

_ZERO: Final = Fraction(0)
_ONE: Final = Fraction(1)


class Form(Struct, frozen=True):
    """``constant + scale × key``; without a key, the constant alone."""

    constant: Fraction
    scale: Fraction = _ZERO
    key: Node | None = None

    @property
    def is_itself(self) -> bool:
        """Whether the form is just its key."""
        return self.scale == 1 and not self.constant


class Forms:
    """The forms of expressions, each worked out once."""

    def __init__(self) -> None:
        self._memo: dict[Node, Form] = {}
        self._gaps: dict[tuple[Node, Node], Form] = {}
        self._places: dict[Node, int] = {}
        self._needs: dict[Node, tuple[Node, ...]] = {}

    def of(self, node: Node) -> Form:
        """Give the form of an expression that is a number."""
        found = self._memo.get(node)
        if found is None:
            found = self._memo[node] = self._work_out(node)
        return found

    def difference(self, left: Node, right: Node) -> Form:
        """Give the form of ``left − right``."""
        found = self._gaps.get((left, right))
        if found is None:
            found = self._gaps[left, right] = self._total([(self.of(left), _ONE), (self.of(right), -_ONE)])
        return found

    def needs(self, key: Node) -> tuple[Node, ...]:
        """Give the keys, down to figures, choices and cluster's values, that have a value wherever ``key`` has."""
        found = self._needs.get(key)
        if found is None:
            found = self._needs[key] = tuple(dict.fromkeys(self._needed(key)))
        return found

    def _needed(self, key: Node) -> Iterator[Node]:
        match key:
            case Add():
                for core, _ in cores(key):
                    yield from self.needs(core)
            case Multiply() | Divide() | Minimum() | Maximum() | WholeSteps() | RoundHalfUp():
                for form in map(self.of, children(key)):
                    yield from () if form.key is None else self.needs(form.key)
                if isinstance(key, Divide):
                    yield key
            case _:
                yield key

    def _work_out(self, node: Node) -> Form:
        match node:
            case Number(value):
                return Form(value)
            case Named(term):
                return self.of(term)
            case Add(terms):
                return self._total([(self.of(term), _ONE) for term in terms])
            case Subtract(left, right):
                return self.difference(left, right)
            case Multiply(left, right):
                return self._product(left, right)
            case Divide(left, right):
                return self._quotient(left, right)
            case _:
                return Form(_ZERO, _ONE, node)

    def _total(self, forms: Iterable[tuple[Form, Fraction]]) -> Form:
        constant, parts = _ZERO, dict[Node, Fraction]()
        for form, sign in forms:
            constant += sign * form.constant
            if form.key is not None:
                for core, factor in cores(form.key):
                    parts[core] = parts.get(core, _ZERO) + factor * form.scale * sign
        return self._sum_of(parts, _ONE, constant)

    def _sum_of(self, parts: Mapping[Node, Fraction], times: Fraction, constant: Fraction) -> Form:
        """The form of a sum; its key has one order, and the factor 1 first: ``a − b`` and ``b − a`` share it."""
        if not parts:
            return Form(constant)
        if len(parts) == 1:
            ((core, factor),) = parts.items()
            return Form(constant, factor * times, core)
        ordered = sorted(parts.items(), key=lambda part: self._places.setdefault(part[0], len(self._places)))
        first = next((factor for _, factor in ordered if factor), _ZERO)
        key = Add(tuple(_term(core, factor / first if first else _ONE) for core, factor in ordered))
        return Form(constant, first * times, key)

    def _product(self, left: Node, right: Node) -> Form:
        one, other = self.of(left), self.of(right)
        if one.key is None:
            return _scaled(other, one.constant)
        if other.key is None:
            return _scaled(one, other.constant)
        (first, factor), (second, times) = _factors(left, one), _factors(right, other)
        return Form(_ZERO, factor * times, Multiply(first, second))

    def _quotient(self, left: Node, right: Node) -> Form:
        """Take what the divisor divides out of the dividend: (a − t) ÷ t is a ÷ t − 1, missing where that is."""
        top, bottom = self.of(left), self.of(right)
        if bottom.key is None:
            return _scaled(top, 1 / bottom.constant) if bottom.constant else Form(_ZERO, _ONE, Divide(left, right))
        divisor, divided_by = _factors(right, bottom)
        share, rest = self._taken_out(top, divisor)
        dividend, factor = (Number(_ONE), rest.constant) if rest.key is None else _factors(_node(rest), rest)
        return Form(share / divided_by, factor / divided_by, Divide(dividend, divisor))

    def _taken_out(self, form: Form, divisor: Node) -> tuple[Fraction, Form]:
        """Give how often the divisor itself is in the form, and what is left of the form without it."""
        if form.key is None:
            return _ZERO, form
        if form.key == divisor:
            return form.scale, Form(form.constant)
        parts = dict(cores(form.key))
        share = parts.pop(divisor, None)
        return (_ZERO, form) if share is None else (share * form.scale, self._sum_of(parts, form.scale, form.constant))


def cores(key: Node) -> Iterator[tuple[Node, Fraction]]:
    """Give what a key adds up, each with its factor. Only sums that this module made are keys."""
    for term in key.terms if isinstance(key, Add) else (key,):
        match term:
            case Multiply(Number(value), core):
                yield core, value
            case _:
                yield term, _ONE


def _factors(node: Node, form: Form) -> tuple[Node, Fraction]:
    """Split off a constant factor, where there is nothing else beside the key."""
    if form.key is not None and form.scale and not form.constant:
        return form.key, form.scale
    return node, _ONE


def _scaled(form: Form, factor: Fraction) -> Form:
    return Form(form.constant * factor, form.scale * factor, form.key)


def _term(core: Node, factor: Fraction) -> Node:
    return core if factor == 1 else Multiply(Number(factor), core)


def _node(form: Form) -> Node:
    """The expression of a form again."""
    if form.key is None:
        return Number(form.constant)
    if form.is_itself:
        return form.key
    scaled = _term(form.key, form.scale)
    return Add((scaled, Number(form.constant))) if form.constant else scaled
