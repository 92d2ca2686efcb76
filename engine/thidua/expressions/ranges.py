"""Where a value may lie: a ``Range`` for a number, a ``Truth`` for a condition."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Final, NamedTuple, TypeAlias

ZERO: Final = Fraction(0)
_ABOVE: Final = Fraction(1)


class Range(NamedTuple):
    """What a number may be: from ``low`` (None: no limit) to ``high`` (None: no limit), or missing if it may be.

    ``step``: the value is a whole multiple of it; None: not known. An end that is open is not taken itself: what is
    above 0 is not 0. A tuple and no Struct, because bounds make them by the hundred thousand.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    may_be_missing: bool = False
    step: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, value: Fraction | None) -> Range:
        """A value that is settled; None: settled to be missing."""
        return MISSING if value is None else cls(value, value)

    @property
    def is_empty(self) -> bool:
        """Whether there can be no number: the value is missing for sure, or this cannot happen at all."""
        return self.low is _ABOVE

    @property
    def is_settled(self) -> bool:
        """Whether only one outcome is left, be it a number or missing."""
        return self.is_empty or (self.low is not None and self.low == self.high and not self.may_be_missing)

    def holds(self, value: Fraction | None) -> bool:
        """Whether the value lies inside; None: whether it may be missing."""
        if value is None:
            return self.may_be_missing
        above = self.low is None or self.low < value or (self.low == value and not self.low_open)
        below = self.high is None or value < self.high or (self.high == value and not self.high_open)
        return above and below and (self.step is None or (value / self.step).denominator == 1)


# Their low is above their high; they are told by that very object, which is quicker than comparing.
MISSING: Final = Range(_ABOVE, ZERO, True)
NOWHERE: Final = Range(_ABOVE, ZERO, False)

Truth: TypeAlias = frozenset[bool | None]
Prospect: TypeAlias = Range | Truth

TRUTHS: Final[tuple[Truth, ...]] = tuple(
    frozenset(value for value, there in zip((True, False, None), bits, strict=True) if there)
    for bits in product((False, True), repeat=3)
)
UNREACHED: Final[Truth] = frozenset()
UNDECIDED: Final[Truth] = frozenset({None})


def order(one: Fraction, other: Fraction) -> int:
    """Below zero where one is less than the other, zero where they are equal; much quicker than comparing."""
    return one.numerator * other.denominator - other.numerator * one.denominator


def lesser(one: Fraction, other: Fraction) -> Fraction:
    """The lesser of two numbers."""
    return one if order(one, other) <= 0 else other


def greater(one: Fraction, other: Fraction) -> Fraction:
    """The greater of two numbers."""
    return one if order(one, other) >= 0 else other


def normal(given: Range) -> Range:
    """The same range with its ends on its steps, told apart from nothing. A step that fits nowhere is dropped.

    Raises:
        ValueError: for a range that holds neither a number nor missing, or a step that is not above zero.
    """
    if given.step is not None and given.step <= 0:
        raise ValueError(f"a step above zero is needed: {given}")
    if given.is_empty or (given.low is not None and given.high is not None and given.low > given.high):
        if not given.may_be_missing:
            raise ValueError(f"nothing lies in {given}")
        return MISSING
    if given.low is not None and given.low == given.high:
        return given._replace(high=given.low, step=None, low_open=False, high_open=False)
    found = between(*given)
    return given._replace(step=None) if found.is_empty else found


def between(
    low: Fraction | None,
    high: Fraction | None,
    may_be_missing: bool,
    step: Fraction | None,
    low_open: bool,
    high_open: bool,
) -> Range:
    """The range with these ends, moved inward onto the step; empty where they leave nothing."""
    if step is not None:
        if low is not None:
            steps = low / step
            low, low_open = (floor(steps) + 1 if low_open else ceil(steps)) * step, False
        if high is not None:
            steps = high / step
            high, high_open = (ceil(steps) - 1 if high_open else floor(steps)) * step, False
    if low is not None and high is not None:
        room = order(low, high)
        if room > 0 or (room == 0 and (low_open or high_open)):
            return MISSING if may_be_missing else NOWHERE
        if room == 0:
            high = low
    return Range(low, high, may_be_missing, step, low_open, high_open)


def join(one: Prospect, other: Prospect) -> Prospect:
    """What is possible where either is."""
    if isinstance(one, Range) and isinstance(other, Range):
        return _hull(one, other)
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other
    raise TypeError(f"a number and a condition in one place: {one}, {other}")


def _hull(one: Range, other: Range) -> Range:
    if one.low is _ABOVE or other.low is _ABOVE:
        some, none = (one, other) if other.low is _ABOVE else (other, one)
        return some if some.may_be_missing or not none.may_be_missing else maybe_missing(some)
    low = None if one.low is None or other.low is None else lesser(one.low, other.low)
    high = None if one.high is None or other.high is None else greater(one.high, other.high)
    missing = one.may_be_missing or other.may_be_missing
    is_point = low is not None and high is not None and order(low, high) == 0
    return Range(low, low if is_point else high, missing)


def maybe_missing(some: Range) -> Range:
    """The same, or missing."""
    return MISSING if some.low is _ABOVE else some._replace(may_be_missing=True)
