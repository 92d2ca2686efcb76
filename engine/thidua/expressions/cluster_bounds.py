"""Bounds of a value over a whole cluster, where some units may or may not take part.

Each unit brings the range of its term; it is a member for sure unless that may be missing, and none if it is MISSING.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import reduce
from typing import Final, assert_never

from thidua.expressions.interval import add, greatest, least
from thidua.expressions.nodes import ClusterKind
from thidua.expressions.ranges import MISSING, ZERO, Range, maybe_missing

_ONE: Final = Fraction(1)


def gather_ranges(kind: ClusterKind, terms: Sequence[Range]) -> list[Range]:
    """Give each unit the bounds of the cluster's value, member or not; only a rank belongs to members alone."""
    if kind == "rank":
        return _ranks(terms)
    possible = [term for term in terms if not term.is_empty]
    if kind == "count":
        sure = sum(not term.may_be_missing for term in possible)
        return [_count(sure, len(possible))] * len(terms)
    if not possible:
        return [MISSING] * len(terms)
    members = [term._replace(may_be_missing=False) for term in possible if not term.may_be_missing]
    guests = [term._replace(may_be_missing=False) for term in possible if term.may_be_missing]
    found = _with_guests(kind, reduce(_WORK[kind], members), guests) if members else _of_guests(kind, guests)
    return [found] * len(terms)


_WORK: Final[dict[ClusterKind, Callable[[Range, Range], Range]]] = {"max": greatest, "min": least, "sum": add}


def _with_guests(kind: ClusterKind, sure: Range, guests: Iterable[Range]) -> Range:
    """What the members have together, moved as far as each guest may move it."""
    for guest in guests:
        moved = _WORK[kind](sure, guest)
        sure = Range(_lower(sure.low, moved.low), _higher(sure.high, moved.high))
    return sure


def _of_guests(kind: ClusterKind, guests: Sequence[Range]) -> Range:
    """Nobody is a member for sure: at least one guest comes, or the value is missing."""
    if kind == "rank" or kind == "count":
        raise ValueError(f"not a value that needs members: {kind}")
    low = reduce(_lower, (guest.low for guest in guests))
    high = reduce(_higher, (guest.high for guest in guests))
    match kind:
        case "max" | "min":
            return maybe_missing(Range(low, high))
        case "sum":
            falls = [guest.low for guest in guests if guest.low is None or guest.low < 0]
            rises = [guest.high for guest in guests if guest.high is None or guest.high > 0]
            return maybe_missing(Range(_sum(falls) if falls else low, _sum(rises) if rises else high))
        case _:
            assert_never(kind)


def _ranks(terms: Sequence[Range]) -> list[Range]:
    """1 + how many are greater: at least the members that must be, at most everybody who may be."""
    surely = sorted(_low_key(term) for term in terms if not term.is_empty and not term.may_be_missing)
    perhaps = sorted(_high_key(term) for term in terms if not term.is_empty)
    return [_rank(term, surely, perhaps) for term in terms]


_Key = tuple[int, Fraction]


def _rank(term: Range, surely: Sequence[_Key], perhaps: Sequence[_Key]) -> Range:
    if term.is_empty:
        return term
    low, high = _low_key(term), _high_key(term)
    above = len(surely) - bisect_right(surely, high)
    may_be_above = len(perhaps) - bisect_right(perhaps, low) - (low < high)  # not counting the unit itself
    return _count(1 + above, 1 + may_be_above)._replace(may_be_missing=term.may_be_missing)


def _low_key(term: Range) -> _Key:
    return (-1, ZERO) if term.low is None else (0, term.low)


def _high_key(term: Range) -> _Key:
    return (1, ZERO) if term.high is None else (0, term.high)


def _count(low: int, high: int) -> Range:
    first = Fraction(low)
    return Range(first, first) if low == high else Range(first, Fraction(high), step=_ONE)


def _lower(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else min(one, other)


def _higher(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else max(one, other)


def _sum(ends: Iterable[Fraction | None]) -> Fraction | None:
    total = ZERO
    for end in ends:
        if end is None:
            return None
        total += end
    return total
