"""Values of a version in words: two different values never read the same."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.numerals.writing import format_number, format_percent, is_exact
from thidua.vocabulary import word

_MOST_PLACES = 40


def number(value: Fraction) -> str:
    """A number with all its digits: ``97,5``; one that never ends as a fraction: ``1/3``."""
    return format_number(value) if is_exact(value) else _long(value)


def points(value: Fraction) -> str:
    """``37,5 điểm``."""
    return f"{number(value)} điểm"


def percent(value: Fraction) -> str:
    """A ratio as a percentage: ``97,5%``."""
    return format_percent(value) if is_exact(value, percent=True) else f"{_long(100 * value)}%"


def day(value: date) -> str:
    """``31/12/2019``."""
    return f"{value:%d/%m/}{value.year:04}"


def quoted(text: str) -> str:
    """A text in quotation marks, on one line; ``↵`` where a line ends in it."""
    lines = " ↵ ".join(text.split("\n"))
    return f"“{lines}”"


def yes_no(value: bool) -> str:
    """``có`` or ``không``."""
    return word("yes_no", "yes" if value else "no")


def of_list(name: str) -> Callable[[str], str]:
    """The words of a closed list; an identifier that is none of them stands for itself."""

    def say(identifier: str) -> str:
        try:
            return word(name, identifier)
        except KeyError:
            return identifier

    return say


def listed(texts: Iterable[str]) -> str:
    """Texts one after the other."""
    return "; ".join(texts)


def plain(value: Any) -> str:
    """A whole number or an id, as it is."""
    return str(value)


def capital(text: str) -> str:
    """A text that begins a line."""
    return text[:1].upper() + text[1:]


def _long(value: Fraction) -> str:
    places = next((each for each in range(7, _MOST_PLACES) if 10**each % value.denominator == 0), None)
    return f"{value.numerator}/{value.denominator}" if places is None else format_number(value, places)
