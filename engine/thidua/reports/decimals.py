"""How many decimals a number gets in JSON and CSV, where nothing may be lost."""

from fractions import Fraction

_MOST = 12


def places_of(value: Fraction, rounding: int) -> int:
    """The scale's rounding places, or more where the value (standard points, self-score) was written with more."""
    if 10**rounding % value.denominator == 0:
        return rounding
    return next((more for more in range(rounding + 1, _MOST) if 10**more % value.denominator == 0), _MOST)
