"""Keys and values that mean the same in the official spelling."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.diagnostics import Edit
from thidua.fixing.meaning import Meaning, meaning_of
from thidua.reading.nodes import Scalar
from thidua.schemas import Path
from thidua.splicing.edits import Lines
from thidua.vocabulary import fold, key, spellings_of_keys

_KEY = re.compile(r"([^\s:\"'{}\[\],][^:\"'{}\[\],]*?)[ ]*:(?=\s|$)")
_END = r"(?=\s*$|\s+#)"
_ISO = re.compile(rf"(?P<quote>[\"']?)(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?P=quote){_END}")
# Three digits after the dot may be thousands: those are asked about, never mended.
_DOTTED = re.compile(rf"(?P<number>-?[0-9]+\.(?:[0-9]{{1,2}}|[0-9]{{4,}}))[ ]?%?{_END}")
_ALONE = re.compile(r"(?:^|[:-] +)$")


def with_official_keys(text: str) -> str:
    """Keys as the vocabulary spells them; English ones are left, for maintainers work in them."""
    meaning, lines = meaning_of(text), Lines(text)
    return lines.with_edits(_key_edits(meaning, lines))


def _key_edits(meaning: Meaning, lines: Lines) -> Iterator[Edit]:
    for path, (line, column) in meaning.shaped.keys.items() if meaning.shaped else ():
        found = _KEY.match(lines.lines[line - 1], column - 1)
        identifier = path[-1]
        if not found or not isinstance(identifier, str) or fold(found[1]) == fold(identifier):
            continue
        official = _official(identifier)
        if official and found[1] != official and spellings_of_keys((identifier,)).get(fold(found[1])):
            yield Edit(line, column, found[1], official)


def _official(identifier: str) -> str | None:
    try:
        return key(identifier)
    except KeyError:  # a name of the user's own: a unit, a criterion
        return None


def with_day_first(text: str) -> str:
    """``15/02/2020`` for ``2020-02-15``, where the field is a date."""
    meaning, lines = meaning_of(text), Lines(text)
    edits = []
    for path, value in _values(meaning):
        if isinstance(value, date) and meaning.shaped:
            place = meaning.shaped.place(path)
            found = _ISO.match(lines.lines[place.line - 1], place.column - 1)
            if found:
                column = place.column + len(found["quote"])
                edits.append(Edit(place.line, column, found["date"], f"{value.day:02}/{value.month:02}/{value.year}"))
    return lines.with_edits(edits)


def with_decimal_commas(text: str) -> str:
    """``12,5`` for ``12.5``, where the field is a number that stands alone on its line."""
    meaning, lines = meaning_of(text), Lines(text)
    edits = []
    for path, value in _values(meaning):
        if not isinstance(value, Fraction | Scalar) or meaning.shaped is None:
            continue
        place = meaning.shaped.place(path)
        line = lines.lines[place.line - 1]
        found = _DOTTED.match(line, place.column - 1)
        if found and _ALONE.search(line[: place.column - 1]):
            edits.append(Edit(place.line, place.column, found["number"], found["number"].replace(".", ",")))
    return lines.with_edits(edits)


def _values(meaning: Meaning) -> Iterator[tuple[Path, Any]]:
    if meaning.shaped is not None:
        yield from _leaves(meaning.shaped.data, ())


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    match value:
        case dict():
            for name, each in value.items():
                yield from _leaves(each, (*path, name))
        case list():
            for index, each in enumerate(value):
                yield from _leaves(each, (*path, index))
        case _:
            yield path, value
