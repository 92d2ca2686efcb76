"""The words of headings, whoever typed them: without marks, numbers before them and ways of spelling."""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[a-z0-9]+")
_PART = re.compile(r"\s*(phần\s+(?:thứ\s+)?[\wàáâãèéêìíòóôõùúýăđĩũơư]+)\s*[.:)\-–]?\s*", re.IGNORECASE)
_NUMBER = re.compile(
    r"\s*((?:[IVXLC]+|\d{1,2}|[a-zđA-ZĐ])(?:\.\d{1,2})*)\s*[.)/:](?=\s|\D|\Z)\s*|\s*([IVXLC]+)\s*[-–]\s+"
)
_BULLET = re.compile(r"\s*[-–—+•*·▪●]\s*")
_ORDINALS = {"nhat": "1", "mot": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5", "sau": "6"}
_MOST_LABELS = 3


class Labelled(NamedTuple):
    """A line without the numbers and bullets before it; ``number`` in comparable form, empty where it has none."""

    number: str
    has_bullet: bool
    rest: str


def words_of(text: str) -> tuple[str, ...]:
    """The words without case, diacritics and punctuation; ``y`` and ``i`` are one (kỳ, kì; sỹ, sĩ)."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return tuple(_WORD.findall("".join(each for each in letters if not unicodedata.combining(each)).replace("y", "i")))


def without_label(text: str) -> Labelled:
    """Take off ``II.1``, ``1.``, ``a)``, ``- a)``, ``Phần thứ nhất:`` and bullets."""
    number, has_bullet, rest = "", False, unicodedata.normalize("NFC", text)
    for _ in range(_MOST_LABELS):
        bullet, found = _BULLET.match(rest), _PART.match(rest) or _NUMBER.match(rest)
        if bullet:
            has_bullet, rest = True, rest[bullet.end() :]
        elif found and not number:
            number, rest = comparable(found.group()), rest[found.end() :]
        else:
            break
    return Labelled(number, has_bullet, rest)


def comparable(number: str | None) -> str:
    """A number of a heading as it compares: ``Phần thứ nhất`` as ``phan 1``."""
    words = [each for each in words_of(number or "") if each != "thu"]
    if words[:1] == ["phan"]:
        words = [_ORDINALS.get(each, each) for each in words]
    return " ".join(words)
