"""Values, entries and items replaced, inserted and removed in a text, all at once.

All places are those of the text before any change. New lines take the line break that the file has.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thidua.splicing.spans import At, Spanned, SpannedMapping, SpannedSequence, last_line

_BREAK = re.compile(r"\r\n|\r|\n")
_COMMA_BEHIND = re.compile(r"(?:\s|#[^\r\n]*)*(,[ \t]*)")


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """What stands from ``start`` to ``end`` (offsets in characters) becomes ``text``. ``order``: among insertions."""

    start: int
    end: int
    order: int
    text: str = field(compare=False)


class Splices:
    """Collects changes to one text. ``raw``: the text with the line breaks and the byte order mark that it has."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        first = 1 if raw.startswith("\ufeff") else 0
        breaks = list(_BREAK.finditer(raw))
        self.starts = [first, *(each.end() for each in breaks)]
        self.ends = [*(each.start() for each in breaks), len(raw)]
        self.line_break = breaks[0][0] if breaks else "\n"
        self.found: list[Splice] = []

    @property
    def text(self) -> str:
        """The text with all changes; ValueError where two of them overlap."""
        parts, done = [], 0
        for each in sorted(self.found):
            if each.start < done:
                raise ValueError(f"two changes overlap at {each.start}")
            parts += [self.raw[done : each.start], each.text]
            done = each.end
        return "".join([*parts, self.raw[done:]])

    def line(self, number: int) -> str:
        """A line without its break."""
        return self.raw[self.starts[number] : self.ends[number]]

    def is_blank(self, number: int) -> bool:
        """Whether a line is there and holds nothing."""
        return 0 <= number < len(self.starts) and not self.line(number).strip()

    def is_comment(self, number: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        return 0 <= number < len(self.starts) and self.line(number).lstrip().startswith("#")

    def begins_line(self, at: At) -> bool:
        """Whether nothing stands before a place on its line."""
        return not self.line(at.line)[: at.column].strip()

    def put(self, start: At, end: At, text: str) -> None:
        """Replace what stands between two places."""
        self.add(self.offset(start), self.offset(end), text)

    def insert(self, at: At, text: str) -> None:
        """Insert something at a place."""
        self.put(at, at, text)

    def insert_lines(self, before: int, lines: Iterable[str]) -> None:
        """Insert whole lines before a line, or at the end of the text."""
        new = "".join(f"{each}{self.line_break}" for each in lines)
        if before < len(self.starts):
            self.add(self.starts[before], self.starts[before], new)
        else:  # the last line has no break yet
            self.add(len(self.raw), len(self.raw), self.line_break + new.removesuffix(self.line_break))

    def remove_lines(self, first: int, last: int) -> None:
        """Remove whole lines, both included."""
        end = self.starts[last + 1] if last + 1 < len(self.starts) else len(self.raw)
        self.add(self.starts[first], end, "")

    def add_entry(self, mapping: SpannedMapping, before: int, lines: Sequence[str]) -> None:
        """Insert an entry before the one with this index (or last); ``lines``: without the indentation."""
        indent = " " * mapping.start.column
        key = mapping.entries[before][0] if before < len(mapping.entries) else None
        if before > 0:
            self.insert_lines(last_line(mapping.entries[before - 1][1]) + 1, (indent + each for each in lines))
        elif key is not None and self.begins_line(key.start):
            self.insert_lines(key.start.line, (indent + each for each in lines))
        elif key is not None:  # behind a dash
            self.insert(key.start, "".join(f"{each}{self.line_break}{indent}" for each in lines))

    def remove_entries(self, mapping: SpannedMapping, indices: Sequence[int]) -> None:
        """Remove entries, not all of the mapping; comments above them stay."""
        first = mapping.entries[0][0].start
        leading = 0  # those behind a dash, whose place the first that stays takes
        while not self.begins_line(first) and leading in indices:
            leading += 1
        if leading:
            self.put(first, mapping.entries[leading][0].start, "")
        for index in indices:
            if index >= leading:
                key, value = mapping.entries[index]
                self.remove_lines(key.start.line, last_line(value))

    def comment_out(self, mapping: SpannedMapping, index: int, note: str = "") -> None:
        """Make comments of an entry that isn't the only one; ``note`` ends its first line. No line is added or removed.

        In braces, where a comment would swallow what follows, the entry is taken out.
        """
        key, value = mapping.entries[index]
        if mapping.flow:
            start, end = self.offset(key.start), self.offset(value.end)
            self.add(start, end, "".join(_BREAK.findall(self.raw, start, end)))
            comma = _COMMA_BEHIND.match(self.raw, end)
            if comma:
                self.add(comma.start(1), comma.end(1), "")
            return
        indent = mapping.start.column
        for number in range(key.start.line, last_line(value) + 1):
            line = self.line(number)
            if line.strip():
                # Before the entry's first line there may be a dash, before its other lines only spaces.
                own = indent if number == key.start.line else min(indent, len(line) - len(line.lstrip()))
                self.insert(At(number, own), "# ")
        self.insert(At(key.start.line, len(self.line(key.start.line))), note)

    def add_item(self, sequence: SpannedSequence, before: int, lines: Sequence[str]) -> None:
        """Insert an item before the one with this index (or last), apart from its neighbours as they are."""
        indent = " " * sequence.start.column
        new = [f"{indent}{'- ' if number == 0 else '  '}{each}" for number, each in enumerate(lines)]
        apart = [""] if self.are_apart(sequence) else []
        if before > 0:
            self.insert_lines(last_line(sequence.items[before - 1]) + 1, [*apart, *new])
        else:
            self.insert_lines(sequence.dashes[0].line, [*new, *apart])

    def remove_item(self, sequence: SpannedSequence, index: int) -> None:
        """Remove an item, with the blank line that kept it apart; comments above it stay."""
        first, last = sequence.dashes[index].line, last_line(sequence.items[index])
        if self.is_blank(first - 1) and index > 0:
            first -= 1
        elif self.is_blank(last + 1) and index + 1 < len(sequence.items):
            last += 1
        self.remove_lines(first, last)

    def comments_above(self, line: int) -> tuple[str, ...]:
        """The comments right above a line."""
        found: list[str] = []
        while self.is_comment(line - 1 - len(found)):
            found.insert(0, self.line(line - 1 - len(found)).strip())
        return tuple(found)

    def are_apart(self, sequence: SpannedSequence) -> bool:
        """Whether a blank line stands between the items of a list."""
        lasts = [last_line(each) for each in sequence.items[:-1]]
        return any(self.is_blank(last + 1) for last in lasts)

    def offset(self, at: At) -> int:
        """Where a place stands in the text."""
        return self.starts[at.line] + at.column

    def add(self, start: int, end: int, text: str) -> None:
        """Take note of a change."""
        self.found.append(Splice(start, end, len(self.found), text))


def is_in_flow(node: Spanned) -> bool:
    """Whether a group or list is written in braces or brackets, where nothing can be inserted safely."""
    return isinstance(node, SpannedMapping | SpannedSequence) and node.flow
