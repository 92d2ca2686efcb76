"""Arithmetic on ranges. Ends are exact; infinity times zero is zero; a result has closed ends unless it says not."""

from fractions import Fraction
from math import ceil, floor

from thidua.expressions.nodes import Direction
from thidua.expressions.ranges import MISSING, NOWHERE, ZERO, Range, greater, lesser
from thidua.numerals.writing import round_half_up


def add(one: Range, other: Range) -> Range:
    """The sum."""
    if one.is_empty or other.is_empty:
        return _nothing(one, other)
    low = None if one.low is None or other.low is None else one.low + other.low
    missing = one.may_be_missing or other.may_be_missing
    if low is not None and one.low is one.high and other.low is other.high:
        return Range(low, low, missing)
    return Range(low, None if one.high is None or other.high is None else one.high + other.high, missing)


def affine(some: Range, scale: Fraction, constant: Fraction) -> Range:
    """``constant + scale × some``. Open ends stay open: this is one to one."""
    if some.is_empty:
        return some
    low, high, missing, _, low_open, high_open = some
    if not scale or (low is not None and low is high):
        value = constant if not scale or low is None else constant + scale * low
        return Range(value, value, missing)
    if scale.numerator < 0:
        low, high, low_open, high_open = high, low, high_open, low_open
    if scale.numerator != scale.denominator:
        low = None if low is None else low * scale
        high = None if high is None else high * scale
    if constant:
        low = None if low is None else low + constant
        high = None if high is None else high + constant
    return Range(low, high, missing, None, low_open, high_open)


def multiply(one: Range, other: Range) -> Range:
    """The product."""
    if one.is_empty or other.is_empty:
        return _nothing(one, other)
    missing = one.may_be_missing or other.may_be_missing
    low, high = _product(one.low, one.high, other.low, other.high)
    return Range(low, high, missing)


def divide(top: Range, bottom: Range) -> Range:
    """The quotient; missing where the divisor may be zero.

    A divisor next to zero is no smaller than its step; without one there is no limit to the quotient.
    """
    if top.is_empty or bottom.is_empty:
        return _nothing(top, bottom)
    missing = top.may_be_missing or bottom.may_be_missing
    pieces = [_quotient(top, *piece) for piece in _without_zero(bottom)]
    if not pieces:
        return MISSING
    low, high = pieces[0] if len(pieces) == 1 else _both(pieces[0], pieces[1])
    return Range(low, high, missing or _may_be_zero(bottom))


def least(one: Range, other: Range) -> Range:
    """The lesser of the two."""
    if one.is_empty or other.is_empty:
        return _nothing(one, other)
    low = None if one.low is None or other.low is None else lesser(one.low, other.low)
    high = other.high if one.high is None else one.high if other.high is None else lesser(one.high, other.high)
    return Range(low, low if low == high else high, one.may_be_missing or other.may_be_missing)


def greatest(one: Range, other: Range) -> Range:
    """The greater of the two."""
    if one.is_empty or other.is_empty:
        return _nothing(one, other)
    low = other.low if one.low is None else one.low if other.low is None else greater(one.low, other.low)
    high = None if one.high is None or other.high is None else greater(one.high, other.high)
    return Range(low, low if low == high else high, one.may_be_missing or other.may_be_missing)


def rounded(some: Range, step: Fraction) -> Range:
    """Rounded half up, which never changes the order of two values."""
    if some.is_empty:
        return some
    low = None if some.low is None else round_half_up(some.low, step)
    high = low if some.low is some.high else None if some.high is None else round_half_up(some.high, step)
    return Range(low, low if low == high else high, some.may_be_missing, step)


def count_steps(some: Range, step: Fraction, direction: Direction) -> Range:
    """The whole steps, counted down or up: below 5 by open end is at most 4 down, above 0 at least 1 up."""
    if some.is_empty:
        return some
    low, high, up = None, None, direction == "up"
    if some.low is not None:
        steps = some.low / step
        low = Fraction(floor(steps) + 1 if up and some.low_open else ceil(steps) if up else floor(steps))
    if some.high is not None:
        steps = some.high / step
        high = Fraction(ceil(steps) if up else ceil(steps) - 1 if some.high_open else floor(steps))
    return Range(low, low if low == high else high, some.may_be_missing, Fraction(1))


def _nothing(one: Range, other: Range) -> Range:
    """One of the two holds no number: missing, or out of reach if one of them is."""
    out_of_reach = (one.is_empty and not one.may_be_missing) or (other.is_empty and not other.may_be_missing)
    return NOWHERE if out_of_reach else MISSING


End = Fraction | None


def _product(a: End, b: End, c: End, d: End) -> tuple[End, End]:
    """[a, b] × [c, d], turned until neither lies wholly below zero."""
    if a is not None and a is b and c is not None and c is d:
        value = a * c
        return value, value
    one_falls, other_falls = a is None or a.numerator < 0, c is None or c.numerator < 0
    if one_falls and b is not None and b.numerator <= 0:
        return _negative(_product(-b, None if a is None else -a, c, d))
    if other_falls and d is not None and d.numerator <= 0:
        return _negative(_product(a, b, -d, None if c is None else -c))
    if one_falls and other_falls:
        lows, highs = (_times(a, d), _times(b, c)), (_times(a, c), _times(b, d))
        low = None if lows[0] is None or lows[1] is None else lesser(lows[0], lows[1])
        return low, None if highs[0] is None or highs[1] is None else greater(highs[0], highs[1])
    if one_falls:
        return _times(a, d), _times(b, d)
    if other_falls:
        return _times(b, c), _times(b, d)
    return _times(a, c), _times(b, d)


def _times(one: End, other: End) -> End:
    """The product of two ends; None is the infinity on their side, and nothing times infinity is nothing."""
    if one is None:
        return None if other is None or other.numerator else ZERO
    if other is None:
        return None if one.numerator else ZERO
    return one * other


def _negative(ends: tuple[End, End]) -> tuple[End, End]:
    low, high = ends
    return None if high is None else -high, None if low is None else -low


def _may_be_zero(bottom: Range) -> bool:
    below = bottom.low is None or bottom.low.numerator < 0 or (bottom.low == 0 and not bottom.low_open)
    above = bottom.high is None or bottom.high.numerator > 0 or (bottom.high == 0 and not bottom.high_open)
    return below and above


def _without_zero(bottom: Range) -> list[tuple[End, End]]:
    """The stretches of a divisor below and above zero; an end that is zero stands for "as near as you like"."""
    found: list[tuple[End, End]] = []
    near = bottom.step or ZERO
    if bottom.low is None or bottom.low.numerator < 0:
        found.append((bottom.low, bottom.high if bottom.high is not None and bottom.high.numerator < 0 else -near))
    if bottom.high is None or bottom.high.numerator > 0:
        found.append((bottom.low if bottom.low is not None and bottom.low.numerator > 0 else near, bottom.high))
    return found


def _quotient(top: Range, c: End, d: End) -> tuple[End, End]:
    """The top over [c, d], which lies on one side of zero."""
    if d is not None and d.numerator <= 0:
        return _negative(_quotient(top, -d, None if c is None else -c))
    low, high = top.low, top.high
    if low is high and c is d and low is not None and c is not None:
        value = low / c
        return value, value
    lowest = _over(low, d) if low is not None and low.numerator >= 0 else _over(low, c)
    highest = _over(high, d) if high is not None and high.numerator <= 0 else _over(high, c)
    return lowest, highest


def _over(top: End, bottom: End) -> End:
    """An end over a divisor that is zero (as near as you like), above zero, or None (as large as you like)."""
    if top is not None and not top.numerator:
        return ZERO
    if bottom is None:
        return None if top is None else ZERO
    return None if top is None or not bottom.numerator else top / bottom


def _both(one: tuple[End, End], other: tuple[End, End]) -> tuple[End, End]:
    low = None if one[0] is None or other[0] is None else lesser(one[0], other[0])
    return low, None if one[1] is None or other[1] is None else greater(one[1], other[1])
