"""Which truth values a condition may take, from what its parts may be."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from typing import Final

from thidua.expressions.evaluate import SIGNS
from thidua.expressions.nodes import And, Choose, Compare, IsReported, Named, Node, Not, Or, Sign
from thidua.expressions.ranges import TRUTHS, UNDECIDED, UNREACHED, Prospect, Range, Truth, order

_ORDERS: Final = tuple(map(Fraction, (-1, 0, 1)))


def _outcomes(sign: Sign) -> Mapping[tuple[bool, bool, bool, bool], Truth]:
    """The truth by whether left may be less, equal, greater, and whether either may be missing."""
    holds = [SIGNS[sign](order, Fraction(0)) for order in _ORDERS]
    table: dict[tuple[bool, bool, bool, bool], Truth] = {}
    for *may_be, missing in product((False, True), repeat=4):
        values: set[bool | None] = {held for held, there in zip(holds, may_be, strict=True) if there}
        table[may_be[0], may_be[1], may_be[2], missing] = frozenset(values | {None} if missing else values)
    return table


_OUTCOMES: Final = {sign: _outcomes(sign) for sign in SIGNS}


def compare(sign: Sign, left: Range, right: Range) -> Truth:
    """Whether ``left sign right`` may hold, may not, may be undecided."""
    missing = left.may_be_missing or right.may_be_missing
    if left.is_empty or right.is_empty:
        out_of_reach = (left.is_empty and not left.may_be_missing) or (right.is_empty and not right.may_be_missing)
        return UNREACHED if out_of_reach else UNDECIDED
    low = _order(left.low, right.high)
    high = _order(right.low, left.high)
    touching = (low < 0 or (low == 0 and not (left.low_open or right.high_open))) and (
        high < 0 or (high == 0 and not (left.high_open or right.low_open))
    )
    return _OUTCOMES[sign][low < 0, touching and _on_step(left, right), high < 0, missing]


def _order(low: Fraction | None, high: Fraction | None) -> int:
    """Below zero where the low end lies below the high end; None is the infinity on its side."""
    if low is None or high is None:
        return -1
    return order(low, high)


def _on_step(left: Range, right: Range) -> bool:
    """Whether a settled side lies on the other's steps; True where nothing can be said."""
    for some, other in ((left, right), (right, left)):
        if some.step is not None and other.low is not None and other.low == other.high:
            return (other.low / some.step).denominator == 1
    return True


def reported(some: Prospect) -> Truth:
    """Whether a value may be there, may be missing."""
    if isinstance(some, Range):
        return TRUTHS[4 * (not some.is_empty) + 2 * some.may_be_missing]
    return TRUTHS[4 * (True in some or False in some) + 2 * (None in some)]


def is_condition(node: Node) -> bool:
    """Whether the value of ``node`` is a truth and no number."""
    match node:
        case Compare() | And() | Or() | Not() | IsReported():
            return True
        case Named(term):
            return is_condition(term)
        case Choose(cases, otherwise):
            results = [case.then for case in cases] + ([] if otherwise is None else [otherwise])
            return any(map(is_condition, results))
        case _:
            return False


def opposite(held: Truth) -> Truth:
    """Three-valued not."""
    return frozenset(None if value is None else not value for value in held)


def _both_hold(one: bool | None, other: bool | None) -> bool | None:
    return False if one is False or other is False else None if one is None or other is None else True


def _either_holds(one: bool | None, other: bool | None) -> bool | None:
    return True if one or other else None if one is None or other is None else False


def _table(work: Callable[[bool | None, bool | None], bool | None]) -> dict[tuple[Truth, Truth], Truth]:
    return {
        (one, other): frozenset(work(a, b) for a, b in product(one, other)) for one, other in product(TRUTHS, repeat=2)
    }


BOTH: Final = _table(_both_hold)
EITHER: Final = _table(_either_holds)
