"""Values over a whole cluster: who counts, the greatest, the least, the sum, the number, the rank."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from thidua.expressions.nodes import ClusterKind

Numbers = Sequence[Fraction | None]
Truths = Sequence[bool | None]


def members(term: Sequence[object], where: Truths | None) -> list[int]:
    """Give the positions of the units that count: the term is known and ``where`` (None: always) is true."""
    if where is None:
        return [unit for unit, value in enumerate(term) if value is not None]
    return [unit for unit, (value, held) in enumerate(zip(term, where, strict=True)) if held and value is not None]


def gather(kind: ClusterKind, term: Numbers, where: Truths | None) -> Numbers:
    """Give each unit the cluster's value, members or not; only a rank belongs to members alone.

    Nobody counts: missing, and a count of zero.
    """
    if kind == "rank":
        return ranks(term, where)
    size = len(term)
    values = [value for unit in members(term, where) if (value := term[unit]) is not None]
    if kind == "count":
        return [Fraction(len(values))] * size
    if not values:
        return [None] * size
    match kind:
        case "max":
            return [max(values)] * size
        case "min":
            return [min(values)] * size
        case "sum":
            return [sum(values, start=Fraction(0))] * size
        case _:
            assert_never(kind)


def ranks(term: Numbers, where: Truths | None) -> Numbers:
    """Rank the members from the greatest down: 1 + how many are strictly greater, so equals share (1, 1, 3)."""
    known = [(value, unit) for unit in members(term, where) if (value := term[unit]) is not None]
    known.sort(reverse=True)
    result: list[Fraction | None] = [None] * len(term)
    rank, above = Fraction(0), None
    for place, (value, unit) in enumerate(known, start=1):
        if value != above:
            rank, above = Fraction(place), value
        result[unit] = rank
    return result


def joined(kind: ClusterKind, others: Sequence[Fraction], own: Numbers) -> Numbers:
    """What ``gather`` gives a unit among these others, for each value that it may have (None: it doesn't count)."""
    if kind == "rank":
        known = sorted(others)
        return [None if x is None else Fraction(1 + len(known) - bisect_right(known, x)) for x in own]
    rest = gather(kind, [*others, None], None)[-1]
    match kind:
        case "count":
            return [Fraction(len(others) + (x is not None)) for x in own]
        case "max":
            return [x if rest is None or (x is not None and x > rest) else rest for x in own]
        case "min":
            return [x if rest is None or (x is not None and x < rest) else rest for x in own]
        case "sum":
            return [x if rest is None else rest if x is None else rest + x for x in own]
        case _:
            assert_never(kind)
