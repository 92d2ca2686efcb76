"""Two texts side by side: which lines differ, and which words inside them."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

_WORD = re.compile(r"\s+|\w+(?:[.,/-]\w+)*%?|.")
_ALIKE = 0.5

Told = tuple[str, tuple[str, ...]]
"""A label and the lines under it."""


class Piece(Struct, frozen=True):
    """A stretch of a line; ``differs``: the other version doesn't have these words here."""

    text: str
    differs: bool = False


class Line(Struct, frozen=True):
    """A line in pieces; ``differs``: the other version has no such line."""

    pieces: tuple[Piece, ...]
    differs: bool = False


class Labelled(Struct, frozen=True):
    """The lines under one label."""

    label: str
    lines: tuple[Line, ...]


def whole(told: Iterable[Told]) -> tuple[Labelled, ...]:
    """Lines with nothing to compare them with; empty ones left out."""
    return _labelled(told, {})


def marked(old: Sequence[Told], new: Sequence[Told]) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """The lines of either version, marked where the other has none that are equal under the same label."""
    before, after = _by_label(old), _by_label(new)
    marks: tuple[dict[str, list[Line]], dict[str, list[Line]]] = ({}, {})
    for label in dict.fromkeys((*before, *after)):
        marks[0][label], marks[1][label] = mark_lines(before.get(label, ()), after.get(label, ()))
    return _labelled(old, marks[0]), _labelled(new, marks[1])


def mark_lines(old: Sequence[str], new: Sequence[str]) -> tuple[list[Line], list[Line]]:
    """The lines of both, equal ones unmarked, the others with the words that differ from the line most like them."""
    gone = [each for each in old if each not in new]
    come = [each for each in new if each not in old]
    partner = _partners(gone, come)
    back = {after: before for before, after in partner.items()}
    return (
        [_line(each, partner.get(each), each in gone) for each in old],
        [_line(each, back.get(each), each in come) for each in new],
    )


def mark_words(old: str, new: str) -> tuple[Line, Line]:
    """Two versions of one text, with the words that differ."""
    return _line(old, new, old != new), _line(new, old, old != new)


def _labelled(told: Iterable[Told], marks: dict[str, list[Line]]) -> tuple[Labelled, ...]:
    found: dict[str, list[Line]] = {}
    for label, texts in told:
        lines = marks.get(label) or [Line((Piece(text),)) for text in texts]
        if label not in marks:
            found.setdefault(label, []).extend(lines)
        else:
            found[label] = lines
    kept = {
        label: tuple(each for each in lines if each.pieces and each.pieces[0].text) for label, lines in found.items()
    }
    return tuple(Labelled(label, lines) for label, lines in kept.items() if lines)


def _by_label(told: Iterable[Told]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for label, texts in told:
        found.setdefault(label, []).extend(each for each in texts if each)
    return found


def _partners(gone: Sequence[str], come: Sequence[str]) -> dict[str, str]:
    """Which new line each old one became: the most alike first; a line that is like none has no partner."""
    likeness = sorted(
        ((-_ratio(before, after), row, column) for row, before in enumerate(gone) for column, after in enumerate(come)),
    )
    partner: dict[str, str] = {}
    for unlike, row, column in likeness:
        if -unlike >= _ALIKE and gone[row] not in partner and come[column] not in partner.values():
            partner[gone[row]] = come[column]
    return partner


def _ratio(old: str, new: str) -> float:
    return SequenceMatcher(None, _WORD.findall(old), _WORD.findall(new), autojunk=False).ratio()


def _line(text: str, other: str | None, differs: bool) -> Line:
    if not differs or other is None:
        return Line((Piece(text),), differs)
    words, others = _WORD.findall(text), _WORD.findall(other)
    pieces: list[Piece] = []
    at = 0
    for block in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        pieces += [Piece("".join(words[at : block.a]), True), Piece("".join(words[block.a : block.a + block.size]))]
        at = block.a + block.size
    return Line(tuple(each for each in pieces if each.text), True)
