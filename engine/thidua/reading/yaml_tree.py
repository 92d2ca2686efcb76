"""From the parser's events to nodes, with an explicit stack: the composer of the C library crashes on deep input."""

from collections.abc import Callable
from typing import Any

import yaml

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import clean_value, clipped
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence

ENTRY_WITHOUT_VALUE = 132
ANCHOR = 133
ALIAS = 134
TAG = 135
SEVERAL_DOCUMENTS = 136
KEY_NOT_TEXT = 137
OVER_LIMIT = 138

MAX_DEPTH = 30
MAX_NODES = 1_000_000
MAX_PROBLEMS = 100

FAST_LOADER: type[Any] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class StopReadingError(Exception):
    """Nothing sensible can follow: a limit is passed, or a second document begins."""


class TreeBuilder:
    """Builds one document's nodes from events fed in order, and collects what the format of our files refuses."""

    __slots__ = (
        "_children",
        "_in_braces",
        "_lines",
        "_nodes",
        "_open",
        "_shown",
        "_text",
        "broken",
        "diagnostics",
        "root",
    )

    def __init__(self, shown: str) -> None:
        self._shown = shown
        # The children of the innermost open collection, a mapping's keys and values in turn.
        self._children: list[Node] = []
        self._open: list[list[Node]] = []
        self._in_braces: list[bool] = []
        self._text = ""
        self._lines: list[str] = []
        self._nodes = 0
        self.diagnostics: list[Diagnostic] = []
        self.broken = False
        self.root: Node | None = None

    def read(self, text: str, loader: type[Any]) -> None:
        """Feed every event of a text. Raises StopReadingError, and what the parser raises: YAMLError, ValueError."""
        self._text = text
        self._lines = []
        handlers = self._handlers()
        scalar = self._scalar
        for event in yaml.parse(text, Loader=loader):
            if type(event) is yaml.ScalarEvent:
                scalar(event)
            else:
                handlers[type(event)](event)
        # ``---`` alone, or a comment after it, makes a document with an empty text.
        self.root = self._children[0] if self._children and not _is_absent(self._children[0]) else None

    def _handlers(self) -> dict[type[Any], Callable[[Any], None]]:
        return {
            yaml.StreamStartEvent: _nothing,
            yaml.StreamEndEvent: _nothing,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _nothing,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end_mapping,
            yaml.SequenceEndEvent: self._end_sequence,
            yaml.AliasEvent: self._alias,
        }

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        style = event.style
        text = event.value
        mark = event.start_mark
        if style == '"':
            text = self._unescaped(text, mark)
        self._children.append(Scalar(text, bool(style), mark.line + 1, mark.column + 1))
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._too_many(mark)

    def _unescaped(self, text: str, mark: Any) -> str:
        """An escape such as ``\\0`` or ``\\u0301`` can bring in what was kept out of the file itself."""
        cleaned = clean_value(text, Place(self._shown, mark.line + 1, mark.column + 1))
        if isinstance(cleaned, str):
            return cleaned
        self.broken = True
        self._add(cleaned)
        return ""

    def _start(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        mark = event.start_mark
        made: Mapping | Sequence
        if type(event) is yaml.MappingStartEvent:
            made = Mapping([], mark.line + 1, mark.column + 1)
        else:
            made = Sequence([], mark.line + 1, mark.column + 1)
        self._children.append(made)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._too_many(mark)
        self._open.append(self._children)
        self._in_braces.append(bool(event.flow_style))
        if len(self._open) > MAX_DEPTH:
            self._stop(OVER_LIMIT, mark, fault=f"Các mục lồng nhau sâu quá {MAX_DEPTH} cấp", remedy=_FLATTEN)
        self._children = []

    def _end_sequence(self, event: Any) -> None:
        items, _ = self._close()
        made = self._children[-1]
        assert isinstance(made, Sequence)
        made.items = items

    def _end_mapping(self, event: Any) -> None:
        flat, in_braces = self._close()
        made = self._children[-1]
        assert isinstance(made, Mapping)
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            if type(key) is not Scalar:
                self._refuse(KEY_NOT_TEXT, key.line, key.column)
            elif in_braces and _is_absent(value):
                self._add(self._without_value(key, made))
            else:
                made.entries.append((key, value))

    def _close(self) -> tuple[list[Node], bool]:
        closed = self._children
        self._children = self._open.pop()
        return closed, self._in_braces.pop()

    def _without_value(self, key: Scalar, made: Mapping) -> Diagnostic:
        before = made.entries[-1] if made.entries else None
        remedy = f"viết {key.text}: và giá trị của mục này" if before is None else self._rejoined(before, key)
        place = Place(self._shown, key.line, key.column)
        return diagnose(ENTRY_WITHOUT_VALUE, place, text=clipped(key.text), remedy=remedy)

    def _rejoined(self, before: tuple[Scalar, Node], key: Scalar) -> str:
        """The value that the comma split, put together again as the line has it."""
        name, value = before
        if not isinstance(value, Scalar) or value.line != key.line:
            return f"viết {clipped(key.text)}: và giá trị của mục này, hoặc bỏ dấu phẩy thừa"
        whole = clipped(self._line(key.line - 1)[value.column - 1 : key.column - 1] + key.text)
        return f"viết riêng một dòng, không dùng dấu ngoặc nhọn:  {clipped(name.text)}: {whole}"

    def _document(self, event: Any) -> None:
        if self._children:
            self.broken = True
            self._stop(SEVERAL_DOCUMENTS, event.start_mark)

    def _alias(self, event: Any) -> None:
        mark = event.start_mark
        self._refuse(ALIAS, mark.line + 1, mark.column + 1, text=self._source(mark))
        self._children.append(Scalar("", False, mark.line + 1, mark.column + 1))

    def _refuse_properties(self, event: Any) -> None:
        mark = event.start_mark
        if event.anchor is not None:
            self._refuse(ANCHOR, mark.line + 1, mark.column + 1, text=self._source(mark))
        if event.tag is not None:
            self._refuse(TAG, mark.line + 1, mark.column + 1, text=self._source(mark))

    def _source(self, mark: Any) -> str:
        """What the file has from a place on, for a message."""
        return clipped(self._line(mark.line)[mark.column :], 30)

    def _line(self, index: int) -> str:
        self._lines = self._lines or self._text.split("\n")
        return self._lines[index]

    def _refuse(self, code: int, line: int, column: int, **fields: object) -> None:
        self.broken = True
        self._add(diagnose(code, Place(self._shown, line, column), **fields))

    def _add(self, problem: Diagnostic) -> None:
        """Keep a problem; a file made of nothing but problems shows the first of them."""
        if len(self.diagnostics) < MAX_PROBLEMS:
            self.diagnostics.append(problem)

    def _stop(self, code: int, mark: Any, **fields: object) -> None:
        self._refuse(code, mark.line + 1, mark.column + 1, **fields)
        raise StopReadingError

    def _too_many(self, mark: Any) -> None:
        self._stop(OVER_LIMIT, mark, fault="Tệp có quá 1.000.000 mục", remedy=_SPLIT)


def _nothing(event: Any) -> None:
    """The start and end of the stream and the end of a document say nothing."""


def _is_absent(value: Node) -> bool:
    return type(value) is Scalar and not value.text and not value.quoted


_FLATTEN = "kiểm tra dấu ngoặc [ { mở thừa; các tệp của chương trình không cần lồng sâu như vậy"
_SPLIT = "chia thành nhiều tệp"
