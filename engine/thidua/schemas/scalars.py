"""Read one scalar by the format that its schema names."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from thidua.numerals.reading import NumberProblem, parse_number, parse_ratio
from thidua.reading.dates import DateProblem, parse_date, parse_year
from thidua.vocabulary import LISTS, fold, nearest, spellings_of_words

_LONGEST_SLUG = 60
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SCALE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
# Ids become names of files and folders.
_LONGEST_ID = 100
_RULE_CODE = re.compile(r"[A-ZĐ]{1,6}-[0-9]{2,3}")
_ROUNDING = re.compile(r"([0-6]) chữ số thập phân")


class Unreadable(Struct, frozen=True):
    """Why a scalar can't be read: a number of the catalogue and what fills its message.

    ``instead``: the text in its place where it can be meant in one way only.
    """

    code: int
    fields: tuple[tuple[str, str], ...]
    instead: str = ""


def read_scalar(text: str, format_name: str, name: str) -> Any:
    """The typed value of a text, or ``Unreadable``. ``name`` is the key as the user wrote it."""
    if format_name.startswith("word:"):
        return _word(text, format_name.removeprefix("word:"), name)
    return _READERS[format_name](text, name)


def _unreadable(code: int, **fields: str) -> Unreadable:
    return Unreadable(code, tuple(fields.items()))


def _word(text: str, list_name: str, name: str) -> str | Unreadable:
    identifier = spellings_of_words(list_name).get(fold(text))
    if identifier is not None:
        return identifier
    known = [term.vietnamese for term in LISTS[list_name]]
    guess = nearest(text, known)
    listed = "; ".join(known)
    suggestion = f"Có phải là “{guess}”?" if guess else f"Ghi một trong: {listed}."
    return _unreadable(145, value=text, key=name, suggestion=suggestion)


def _yes_no(text: str, name: str) -> bool | Unreadable:
    identifier = spellings_of_words("yes_no").get(fold(text))
    if identifier is None:
        return _unreadable(150, key=name, value=text)
    return identifier == "yes"


def _slug(text: str, name: str) -> str | Unreadable:
    if _SLUG.fullmatch(text):
        return text
    proposal = proposed_slug(text)
    remedy = f"Ghi mã: {proposal}. {_SLUG_RULE}." if proposal else f"{_SLUG_RULE}, ví dụ: thu-ngan-sach"
    return _unreadable(148, value=text, remedy=remedy)


def proposed_slug(text: str) -> str | None:
    """``tinh-a`` for ``Tỉnh A``: lower case, no diacritics, hyphens between words; None where that gives no code."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if any(letter.isalnum() and not letter.isascii() for letter in bare):
        return None
    slug = "-".join(re.findall("[a-z0-9]+", bare))
    return slug if len(slug) <= _LONGEST_SLUG and _SLUG.fullmatch(slug) else None


def _scale_id(text: str, name: str) -> str | Unreadable:
    return text if _SCALE_ID.fullmatch(text) and len(text) <= _LONGEST_ID else _unreadable(149, value=text)


def _rule_code(text: str, name: str) -> str | Unreadable:
    return text if _RULE_CODE.fullmatch(text) else _unreadable(301, value=text)


def _whole(text: str, name: str) -> int | Unreadable:
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,8}", text.strip()) else _unreadable(154, key=name, value=text)


def _rounding(text: str, name: str) -> int | Unreadable:
    found = _ROUNDING.fullmatch(" ".join(text.split()))
    return int(found[1]) if found else _unreadable(155, value=text)


def _number_with(parse: Callable[[str], Any]) -> Callable[[str, str], Any]:
    def read(text: str, name: str) -> Any:
        found = parse(text)
        if isinstance(found, NumberProblem | DateProblem):
            instead = found.instead if isinstance(found, DateProblem) else ""
            return Unreadable(found.code, tuple(dict(found.fields).items()), instead)
        return found

    return read


_READERS: dict[str, Callable[[str, str], Any]] = {
    "text": lambda text, name: text.strip(),
    "words": lambda text, name: "\n".join(" ".join(line.split()) for line in text.strip().split("\n")),
    "slug": _slug,
    "scale_id": _scale_id,
    "rule_code": _rule_code,
    "yes_no": _yes_no,
    "whole": _whole,
    "count": _whole,
    "rounding": _rounding,
    "number": _number_with(parse_number),
    "ratio": _number_with(parse_ratio),
    "day": _number_with(parse_date),
    "year": _number_with(parse_year),
}


_SLUG_RULE = "Mã gồm chữ thường không dấu và chữ số, nối bằng dấu gạch ngang, bắt đầu bằng chữ"
