"""Years where ids, names and sentences say them: four digits that are no part of a longer number."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from thidua.reading.dates import FIRST_YEAR, LAST_YEAR

_FOUR_DIGITS = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
# Letters and marks may be stored apart, and a value may go on in the next line.
_NAMED = re.compile(rf"((?:năm|{unicodedata.normalize('NFD', 'năm')})\s*)([0-9]{{4}})(?![0-9])", re.IGNORECASE)


def places_of_years(text: str) -> Iterator[tuple[int, int]]:
    """Each year, from 1900 to 2200 as in dates, and where in the text it begins; in the order of the text."""
    for found in _FOUR_DIGITS.finditer(text):
        if FIRST_YEAR <= int(found[0]) <= LAST_YEAR:
            yield found.start(), int(found[0])


def years_in(text: str) -> tuple[int, ...]:
    """All years in the order of the text: ``(2019, 2020)`` for ``giai đoạn 2019-2020``."""
    return tuple(year for _, year in places_of_years(text))


def year_of(identifier: str) -> int | None:
    """The year that an id's version names first: 2020 for ``mien-dong-nam-bo/2020``; None where it names none."""
    return next(iter(years_in(identifier.partition("/")[2])), None)


def without_years(text: str) -> str:
    """The text without its years: the same name whatever year it is of."""
    return _replaced(text, lambda _: "")


def with_years(text: str, change: Callable[[int], int]) -> str:
    """The text with each year as ``change`` makes it."""
    return _replaced(text, lambda found: str(change(int(found[0]))))


def with_named_year(text: str, old: int, new: int) -> str:
    """The text with ``năm NEW`` for ``năm OLD``; a year without that word before it stays."""
    return _NAMED.sub(lambda found: f"{found[1]}{new}" if int(found[2]) == old else found[0], text)


def _replaced(text: str, change: Callable[[re.Match[str]], str]) -> str:
    def replace(found: re.Match[str]) -> str:
        return change(found) if FIRST_YEAR <= int(found[0]) <= LAST_YEAR else found[0]

    return _FOUR_DIGITS.sub(replace, text)
