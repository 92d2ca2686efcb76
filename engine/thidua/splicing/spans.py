"""Where each value of a YAML file begins and ends; for texts that ``read_yaml`` has read without an error."""

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import yaml
from msgspec import Struct

from thidua.reading.characters import plain_line_breaks, soften_hard_spaces
from thidua.reading.yaml_tree import FAST_LOADER


class At(NamedTuple):
    """A place in a text; line and column count from 0, in characters."""

    line: int
    column: int


class SpannedScalar(Struct, frozen=True):
    """A text. ``block``: written after ``|`` or ``>``; ``end`` is then right behind its last line."""

    text: str
    start: At
    end: At
    block: bool = False


class SpannedMapping(Struct, frozen=True):
    """Pairs in the order of the file. ``flow``: in braces."""

    entries: "tuple[tuple[SpannedScalar, Spanned], ...]"
    start: At
    end: At
    flow: bool


class SpannedSequence(Struct, frozen=True):
    """A list. In block style ``dashes`` says where each item's dash stands."""

    items: "tuple[Spanned, ...]"
    start: At
    end: At
    flow: bool
    dashes: tuple[At, ...] = ()


Spanned: TypeAlias = SpannedScalar | SpannedMapping | SpannedSequence


def read_spans(text: str) -> Spanned:
    """The tree of a text, with places. ``text``: clean, as it was read; raises YAMLError where it can't be read."""
    return _Builder(text).build()


def read_raw_spans(raw: str) -> Spanned:
    """The tree of a file's whole text with the places that its characters have there, as ``Splices`` counts them.

    In a text that was cleaned, letters and marks that were stored apart are one, and what follows them moved.
    """
    return read_spans(soften_hard_spaces(plain_line_breaks(raw)))


def scalars_of(node: Spanned) -> Iterator[SpannedScalar]:
    """All values that are texts, in their order; without keys."""
    match node:
        case SpannedScalar():
            yield node
        case SpannedMapping(entries):
            for _, value in entries:
                yield from scalars_of(value)
        case SpannedSequence(items):
            for item in items:
                yield from scalars_of(item)


def last_line(node: Spanned) -> int:
    """The last line on which something of a value stands."""
    match node:
        case SpannedScalar() | SpannedMapping(flow=True) | SpannedSequence(flow=True):
            return node.end.line
        case SpannedMapping(entries):
            return last_line(entries[-1][1])
        case SpannedSequence(items):
            return last_line(items[-1])


class _Builder:
    """Builds from the parser's events; the depth was checked when the text was read."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.events = iter(yaml.parse(text, Loader=FAST_LOADER))

    def build(self) -> Spanned:
        for event in self.events:
            if type(event) in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent):
                return self.node(event)
        raise yaml.YAMLError("an empty text")

    def node(self, event: Any) -> Spanned:
        start = At(event.start_mark.line, event.start_mark.column)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event, start)
            case yaml.MappingStartEvent():
                children, end = self.children(yaml.MappingEndEvent)
                pairs = zip(children[::2], children[1::2], strict=True)
                entries = tuple((key, value) for key, value in pairs if isinstance(key, SpannedScalar))
                return SpannedMapping(entries, start, end, bool(event.flow_style))
            case yaml.SequenceStartEvent():
                items, end = self.children(yaml.SequenceEndEvent)
                dashes = () if event.flow_style else tuple(self.dash(each.start, start.column) for each in items)
                return SpannedSequence(tuple(items), start, end, bool(event.flow_style), dashes)
        raise yaml.YAMLError("an anchor or a tag")

    def scalar(self, event: Any, start: At) -> SpannedScalar:
        end = At(event.end_mark.line, event.end_mark.column)
        text = unicodedata.normalize("NFC", event.value)
        if event.style not in ("|", ">"):
            return SpannedScalar(text, start, end)
        line = end.line - 1 if end.column == 0 else end.line
        while line > start.line and not self.lines[line].strip():
            line -= 1
        return SpannedScalar(text, start, At(line, len(self.lines[line])), block=True)

    def children(self, ending: type[Any]) -> tuple[list[Spanned], At]:
        found: list[Spanned] = []
        for event in self.events:
            if type(event) is ending:
                mark: Any = event.end_mark
                return found, At(mark.line, mark.column)
            found.append(self.node(event))
        raise yaml.YAMLError("an end is missing")

    def dash(self, item: At, column: int) -> At:
        """The dash before an item: on its line, or on one above where the item begins a line of its own."""
        line = item.line
        while not self.lines[line][column:].startswith("-") or (line == item.line and item.column <= column):
            line -= 1
        return At(line, column)
