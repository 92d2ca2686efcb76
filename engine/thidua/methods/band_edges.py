"""How bands lie beside each other on the line of the quantity that they look at."""

from fractions import Fraction
from math import floor

from thidua.model.terms import Band


def low_key(band: Band) -> tuple[bool, Fraction, bool]:
    """Orders bands by where they begin."""
    return (band.low is not None, band.low or Fraction(0), not band.low_included)


def high_key(band: Band) -> tuple[bool, Fraction, bool]:
    """Orders bands by where they end."""
    return (band.high is None, band.high or Fraction(0), band.high_included)


def overlap(lower: Band, upper: Band) -> bool:
    """Whether a value lies in both; ``lower`` begins first."""
    if lower.high is None or upper.low is None:
        return True
    if lower.high == upper.low:
        return lower.high_included and upper.low_included
    return lower.high > upper.low


def gap(lower: Band, upper: Band, step: Fraction | None) -> bool:
    """Whether a value lies between two bands; with a step only the values that can be written count."""
    if lower.high is None or upper.low is None:
        return False
    if step is None:
        return lower.high < upper.low or not (lower.high_included or upper.low_included or lower.high > upper.low)
    first = floor(lower.high / step) * step
    if first < lower.high or lower.high_included:
        first += step
    return first < upper.low or (first == upper.low and not upper.low_included)
