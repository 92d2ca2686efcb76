"""Where a text still names a year other than its own, or the set that it comes from, for its author to look at."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Final

from thidua.numerals.reading import parse_number
from thidua.reading.years import places_of_years
from thidua.splicing.spans import Spanned, SpannedMapping, SpannedScalar, read_raw_spans
from thidua.splicing.splices import Splices
from thidua.vocabulary import fold, spellings_of_keys

COMMENT: Final = "lời chú"
_EARLIER: Final = spellings_of_keys(("replaces",))
"""What names other years because it should."""

Named = tuple[tuple[str, tuple[int, ...]], ...]
"""The keys (or ``COMMENT``) under which something is named, each with its lines, from 1."""


def years_still_named(raw: str, year: int | None, apart: frozenset[int]) -> Named:
    """Where another year is named. ``apart``: lines that are left out.

    A plain number is no year, though it may look like one; replaced ids name earlier years.
    """
    return _named(raw, apart, lambda line: (at for at, each in places_of_years(line) if each != year))


def set_still_named(raw: str, name: str, apart: frozenset[int]) -> Named:
    """Where the words of a set's id stand, with diacritics or without: ``Miền Đông Nam Bộ`` of ``mien-dong-nam-bo``."""
    words = re.compile(rf"(?<![^\W_]){'[ -]+'.join(map(re.escape, name.split('-')))}(?![^\W_])")
    return _named(raw, apart, lambda line: (found.start() for found in words.finditer(_without_marks(line))))


def _without_marks(text: str) -> str:
    """Small letters without diacritics, each in the place of its own."""
    letters = (unicodedata.normalize("NFD", letter.lower())[0] for letter in text)
    return "".join(letters).replace("đ", "d")


def _named(raw: str, apart: frozenset[int], places: Callable[[str], Iterable[int]]) -> Named:
    """``places``: where on a line it is named."""
    splices = Splices(raw)
    texts = sorted(_texts(read_raw_spans(raw), "", splices))
    found: dict[str, list[int]] = {}
    for number in range(len(splices.starts)):
        if number + 1 in apart:
            continue
        line = splices.line(number)
        for name in dict.fromkeys(_name_at(splices.starts[number] + at, texts) for at in places(line)):
            if name:
                found.setdefault(name, []).append(number + 1)
    return tuple((name, tuple(lines)) for name, lines in found.items())


def _name_at(offset: int, texts: list[tuple[int, int, str]]) -> str:
    """The key of what stands at an offset; what lies between all keys and values is a comment."""
    index = bisect(texts, offset, key=lambda each: each[0]) - 1
    return texts[index][2] if index >= 0 and offset < texts[index][1] else COMMENT


def _texts(node: Spanned, name: str, splices: Splices) -> Iterator[tuple[int, int, str]]:
    """Where each key and value begins and ends, and the key that it belongs to; empty where any year is right."""
    match node:
        case SpannedScalar():
            told = "" if isinstance(parse_number(node.text), Fraction) else name
            yield splices.offset(node.start), splices.offset(node.end), told
        case SpannedMapping(entries):
            for key, value in entries:
                yield splices.offset(key.start), splices.offset(key.end), key.text
                yield from _texts(value, "" if fold(key.text) in _EARLIER else key.text, splices)
        case _:
            for item in node.items:
                yield from _texts(item, name, splices)
