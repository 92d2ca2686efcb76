"""The pieces of one paragraph, kept, added or struck out, to its text as it is now and to what was changed in it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from msgspec import Struct

from thidua.reading.word.model import TrackedChange

_LAST_WORD = re.compile(r"\S*\Z")
_FIRST_WORD = re.compile(r"\A\S*")


class Piece(Struct, frozen=True):
    """A piece of text; ``author`` and ``on`` of a change."""

    kind: Literal["kept", "added", "struck"]
    text: str
    author: str = ""
    on: date | None = None


def accepted(pieces: Sequence[Piece]) -> str:
    """The text with all changes accepted."""
    return "".join(each.text for each in pieces if each.kind != "struck")


def changes(pieces: Sequence[Piece]) -> Iterator[TrackedChange]:
    """What was changed, in whole words: ``18,5`` to ``19,5`` also where only one digit was typed anew."""
    groups = [(kept, list(group)) for kept, group in groupby(pieces, lambda each: each.kind == "kept")]
    for index, (kept, group) in enumerate(groups):
        if kept:
            continue
        before = _LAST_WORD.search(_text(groups[index - 1][1])) if index else None
        after = _FIRST_WORD.search(_text(groups[index + 1][1])) if index + 1 < len(groups) else None
        first, last = before.group() if before else "", after.group() if after else ""
        old = f"{first}{_text(group, 'struck')}{last}".strip()
        new = f"{first}{_text(group, 'added')}{last}".strip()
        if old != new:
            yield TrackedChange(group[-1].author, group[-1].on, old, new)


def _text(pieces: Sequence[Piece], kind: str | None = None) -> str:
    return "".join(each.text for each in pieces if kind in (None, each.kind))
