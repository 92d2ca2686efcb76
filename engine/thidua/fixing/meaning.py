"""What a text gives, for telling whether a change left it the same."""

from fractions import Fraction
from functools import lru_cache
from typing import Any

from msgspec import Struct

from thidua.building.documents import shape_text
from thidua.diagnostics import Diagnostic
from thidua.numerals.reading import parse_number, parse_percent
from thidua.reading import clean_text
from thidua.reading.nodes import Mapping, Scalar, Sequence
from thidua.schemas import Shaped

_SHOWN = ""


class Meaning(Struct, frozen=True):
    """A text read and shaped; kept for the next question about it, so never changed.

    ``shaped`` None: it can't be read, ``problems`` say why.
    """

    shaped: Shaped | None
    problems: tuple[Diagnostic, ...]

    @property
    def data(self) -> Any:
        """The data, without the places of texts that only a builder can type."""
        return None if self.shaped is None else _plain(self.shaped.data)


@lru_cache(maxsize=4)
def meaning_of(text: str) -> Meaning:
    """Read a file's text (which may hold anything) as its own kind of file."""
    cleaned = clean_text(text, _SHOWN)
    if isinstance(cleaned, Diagnostic):
        return Meaning(None, (cleaned,))
    shaped = shape_text(cleaned, _SHOWN)
    if isinstance(shaped, tuple):
        return Meaning(None, shaped)
    return Meaning(shaped, tuple(shaped.diagnostics))


def _plain(value: Any) -> Any:
    match value:
        case Scalar(text):
            return _number(text)
        case Mapping(entries):
            return [(key.text, _plain(each)) for key, each in entries]
        case Sequence(items) | list(items):
            return [_plain(each) for each in items]
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case _:
            return value


def _number(text: str) -> tuple[bool, Fraction] | str:
    """A number however it is written, or the text."""
    found = parse_percent(text) if "%" in text else parse_number(text)
    return ("%" in text, found) if isinstance(found, Fraction) else text
