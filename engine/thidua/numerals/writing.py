"""Exact numbers as text: ``3.890.000``, ``97,5``, ``−0,25``, and the one place where points are rounded."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

MOST_EXACT_PLACES: Final = 6
PLACES_IF_INEXACT: Final = 4
MOST_INEXACT_PLACES: Final = 12
MINUS: Final = "\N{MINUS SIGN}"
_MILLION: Final = 1_000_000


def is_exact(value: Fraction, *, percent: bool = False) -> bool:
    """Say whether ``format_number`` (or ``format_percent``) writes the whole value, with nothing rounded away."""
    return (100 * _MILLION if percent else _MILLION) % value.denominator == 0


def format_number(value: Fraction, decimals: int | None = None, grouping: bool = True) -> str:
    """Write a number with a decimal comma, and a dot between thousands if ``grouping``.

    With ``decimals``: rounded half up to that many places and padded with zeros. Without: the exact value where
    it ends within six places, else four places or as many more as show that it is cut (``is_exact`` tells which).
    """
    return _format(value.numerator, value.denominator, decimals, grouping)


def format_percent(value: Fraction, decimals: int | None = None) -> str:
    """Write a ratio as a percentage: 975/1000 is ``97,5%``. ``decimals`` as in ``format_number``."""
    return _format(100 * value.numerator, value.denominator, decimals, True) + "%"


def written_sum(values: Sequence[Fraction]) -> str:
    """What numbers add up to, and how: ``65 + 40 = 105``; of a single one just the number."""
    total = format_number(sum(values, Fraction(0)))
    return total if len(values) == 1 else f"{' + '.join(map(format_number, values))} = {total}"


def plain_decimal(value: Fraction, decimals: int) -> str:
    """Write a number for machines, in ASCII: ``912.50``, ``-0.25``. Rounded half up to ``decimals`` places."""
    scaled = _nearest_whole(value.numerator * 10**decimals, value.denominator)
    sign = "-" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**decimals)
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"


def round_half_up(value: Fraction, step: Fraction) -> Fraction:
    """Round to the nearest multiple of ``step`` (above zero); a half goes away from zero: −0,125 to −0,13."""
    steps = _nearest_whole(value.numerator * step.denominator, value.denominator * step.numerator)
    return Fraction(steps * step.numerator, step.denominator)


def _nearest_whole(top: int, bottom: int) -> int:
    steps = (2 * abs(top) + bottom) // (2 * bottom)
    return steps if top >= 0 else -steps


def _format(top: int, bottom: int, decimals: int | None, grouping: bool) -> str:
    if decimals is not None:
        return _written(_nearest_whole(top * 10**decimals, bottom), decimals, grouping)
    millionths, rest = divmod(top * _MILLION, bottom)
    if rest:
        places = _places_if_inexact(top, bottom)
        return _written(_nearest_whole(top * 10**places, bottom), places, grouping)
    if millionths % _MILLION == 0:
        return _written(millionths // _MILLION, 0, grouping)
    return _written(millionths, MOST_EXACT_PLACES, grouping).rstrip("0")


def _places_if_inexact(top: int, bottom: int) -> int:
    """As many places as show that a value is not exact: 94,99996 must not read 95,0000."""
    places = PLACES_IF_INEXACT
    while places < MOST_INEXACT_PLACES and _nearest_whole(top * 10**places, bottom) % 100 == 0:
        places += 1
    return places


def _written(scaled: int, places: int, grouping: bool) -> str:
    """Write ``scaled`` ÷ 10^``places`` with all its places."""
    sign = MINUS if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**places) if places else (abs(scaled), 0)
    digits = f"{whole:,}".replace(",", ".") if grouping and whole >= 1000 else str(whole)
    return f"{sign}{digits},{part:0{places}d}" if places else sign + digits
