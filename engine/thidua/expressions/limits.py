"""What is left of a range when more is known: that it lies in another one too, or how it compares."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from thidua.expressions.nodes import Sign
from thidua.expressions.ranges import MISSING, NOWHERE, Range, between, order


def surely_known(some: Range) -> Range:
    """The same once it is known not to be missing."""
    if not some.may_be_missing:
        return some
    return NOWHERE if some.is_empty else some._replace(may_be_missing=False)


def meet(one: Range, other: Range) -> Range:
    """What is possible where both are."""
    missing = one.may_be_missing and other.may_be_missing
    if one.is_empty or other.is_empty:
        return MISSING if missing else NOWHERE
    low, low_open = _highest_low((one.low, one.low_open), (other.low, other.low_open))
    high, high_open = _lowest_high((one.high, one.high_open), (other.high, other.high_open))
    return between(low, high, missing, one.step or other.step, low_open, high_open)


_End: TypeAlias = tuple[Fraction | None, bool]


def _highest_low(one: _End, other: _End) -> _End:
    (low, is_open), (limit, limit_open) = one, other
    if limit is None or low is None:
        return one if limit is None else other
    above = order(limit, low)
    return other if above > 0 else (low, is_open or limit_open) if above == 0 else one


def _lowest_high(one: _End, other: _End) -> _End:
    (high, is_open), (limit, limit_open) = one, other
    if limit is None or high is None:
        return one if limit is None else other
    above = order(limit, high)
    return other if above < 0 else (high, is_open or limit_open) if above == 0 else one


NEGATED: Final[Mapping[Sign, Sign]] = {"<": ">=", "<=": ">", "=": "!=", ">=": "<", ">": "<=", "!=": "="}
MIRRORED: Final[Mapping[Sign, Sign]] = {"<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<", "!=": "!="}


def narrow(some: Range, sign: Sign, against: Range) -> Range:
    """What ``some`` may be once it is known that ``some sign against`` holds, hence that neither is missing."""
    if some.is_empty or against.is_empty:
        return NOWHERE
    if sign == "!=":
        return _other_than(some, against)
    low, high = (some.low, some.low_open), (some.high, some.high_open)
    if sign in ("<", "<=", "="):
        high = _lowest_high(high, (against.high, sign == "<" or against.high_open))
    if sign in (">", ">=", "="):
        low = _highest_low(low, (against.low, sign == ">" or against.low_open))
    if low == (some.low, some.low_open) and high == (some.high, some.high_open):
        return surely_known(some)
    return between(low[0], high[0], False, some.step, low[1], high[1])


def _other_than(some: Range, against: Range) -> Range:
    value = against.low
    if value is None or value != against.high:
        return surely_known(some)
    if value != some.low and value != some.high:
        return surely_known(some)
    low_open, high_open = some.low_open or some.low == value, some.high_open or some.high == value
    return between(some.low, some.high, False, some.step, low_open, high_open)
