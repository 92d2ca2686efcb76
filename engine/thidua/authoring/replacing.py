"""Single values replaced where they stand, with what is told of it: the lines that were changed."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from thidua.splicing.spans import SpannedMapping, SpannedScalar, last_line
from thidua.splicing.splices import Splices


class Change(Struct, frozen=True):
    """A line (from 1) that was changed; the texts without the spaces around them.

    ``kind``: what was changed in it: a value, only the year in names, or all of it was made a comment.
    """

    line: int
    old: str
    new: str
    kind: Literal["value", "name", "comment"]


class Replacing:
    """Replacements in one text. Every line keeps its number."""

    def __init__(self, raw: str) -> None:
        self._splices = Splices(raw)
        self._valued: set[int] = set()
        self._commented: set[int] = set()

    @property
    def text(self) -> str:
        """The text with all replacements."""
        return self._splices.text

    @property
    def changes(self) -> tuple[Change, ...]:
        """The lines that were changed."""
        return tuple(self._changes())

    def put(self, value: SpannedScalar, new: str) -> None:
        """Replace what a value says; its quotes, and what stands around it, stay."""
        written = self._written(value)
        for old in (value.text.strip(), unicodedata.normalize("NFD", value.text.strip())):
            before, found, after = written.rpartition(old)
            if found:
                break
        else:  # it is written with escapes or on several lines, which keep their numbers
            before, after = "", "\n" * (value.end.line - value.start.line)
        self._splices.put(value.start, value.end, before + new + after)
        self._valued.update(range(value.start.line, value.end.line + 1))

    def put_name(self, value: SpannedScalar, change: Callable[[str], str]) -> None:
        """Replace something in a value as it is written; no line break of it."""
        self._splices.put(value.start, value.end, change(self._written(value)))

    def comment_out(self, mapping: SpannedMapping, index: int, note: str) -> None:
        """Make comments of an entry; in braces it is taken out."""
        key, value = mapping.entries[index]
        self._splices.comment_out(mapping, index, note)
        lines = self._valued if mapping.flow else self._commented
        lines.update(range(key.start.line, last_line(value) + 1))

    def _written(self, value: SpannedScalar) -> str:
        return self._splices.raw[self._splices.offset(value.start) : self._splices.offset(value.end)]

    def _changes(self) -> Iterator[Change]:
        before, after = self._splices, Splices(self.text)
        for number in range(len(before.starts)):
            old, new = before.line(number), after.line(number)
            if old != new:
                kind: Literal["value", "comment", "name"] = "value" if number in self._valued else "name"
                kind = "comment" if number in self._commented else kind
                yield Change(number + 1, old.strip(), new.strip(), kind)
