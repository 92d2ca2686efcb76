"""The lines of a file under change: single values are replaced where they stand, everything else keeps its bytes."""

import re
import unicodedata

from msgspec import Struct

from thidua.reading.nodes import Mapping, Node, Scalar, Sequence

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_COMMENT = re.compile(r"\s#|^\s*#")


class Change(Struct, frozen=True):
    """A line that was changed; the texts without the spaces around them."""

    line: int
    old: str
    new: str

    @property
    def is_comment_now(self) -> bool:
        """Whether it was made a comment."""
        return self.new.startswith("#") and not self.old.startswith("#")


class Lines:
    """A text by lines, counted from 1 as in messages. Line breaks of Windows stay."""

    def __init__(self, text: str, root: Node) -> None:
        self._lines = text.split("\n")
        self._before = list(self._lines)
        self._starts = sorted(_starts(root))

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "\n".join(self._lines)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The lines that were changed."""
        pairs = enumerate(zip(self._before, self._lines, strict=True), start=1)
        return tuple(Change(line, old.strip(), new.strip()) for line, (old, new) in pairs if old != new)

    def put(self, at: Scalar, old: str, new: str) -> None:
        """Replace what a value says, on its line; a comment behind it stays."""
        line = self._lines[at.line - 1]
        before, value = line[: at.column - 1], line[at.column - 1 :]
        # macOS may have saved the letters of a word and its marks apart.
        written = old if old in value else unicodedata.normalize("NFD", old)
        self._lines[at.line - 1] = before + value.replace(written, new, 1)

    def put_year(self, at: Scalar, old: int, new: int) -> None:
        """Replace the year in a value that is one or a date."""
        self.put(at, str(old), str(new))

    def put_years_named(self, at: Scalar, old: int, new: int) -> None:
        """Replace ``năm 2020`` wherever a value says it, also on the lines on which it goes on."""
        for line in range(at.line, self.end_of(at.line) + 1):
            text = self._lines[line - 1]
            start = at.column - 1 if line == at.line else 0
            end = next((found.start() for found in _COMMENT.finditer(text, start) if not at.quoted), len(text))
            named = _YEAR.sub(lambda found: _moved(found, old, new), text[start:end])
            self._lines[line - 1] = text[:start] + named + text[end:]

    def comment_out(self, key: Scalar, note: str = "") -> None:
        """Make comments of an entry, from its key to where the next one begins; ``note`` ends its first line."""
        indent = len(self._lines[key.line - 1]) - len(self._lines[key.line - 1].lstrip())
        last = self._last_of_entry(key.line, indent)
        for line in range(key.line, last + 1):
            text = self._lines[line - 1].removesuffix("\r")
            ending = self._lines[line - 1][len(text) :]
            if text.strip():
                self._lines[line - 1] = f"{text[:indent]}# {text[indent:]}{note if line == key.line else ''}{ending}"

    def end_of(self, line: int) -> int:
        """The last line before the next key, value or item."""
        following = next((start for start in self._starts if start > line), len(self._lines) + 1)
        return following - 1

    def years(self) -> dict[int, tuple[str, ...]]:
        """The years that each line names now."""
        found = {line: tuple(_YEAR.findall(text)) for line, text in enumerate(self._lines, start=1)}
        return {line: years for line, years in found.items() if years}

    def is_comment(self, line: int, year: str) -> bool:
        """Whether a line says the year only in a comment."""
        found = _COMMENT.search(self._lines[line - 1])
        return found is not None and year not in self._lines[line - 1][: found.start()]

    def _last_of_entry(self, first: int, indent: int) -> int:
        """The last line that belongs to an entry: those below it that stand further in, or are items at its indent."""
        last = first
        for line in range(first + 1, len(self._lines) + 1):
            text = self._lines[line - 1].rstrip()
            inner = len(text) - len(text.lstrip())
            if text and inner <= indent and not (inner == indent and text.lstrip().startswith("- ")):
                break
            if text and not text.lstrip().startswith("#"):
                last = line
        return last


def _moved(found: re.Match[str], old: int, new: int) -> str:
    before = unicodedata.normalize("NFC", found.string[: found.start()]).rstrip().casefold()
    return str(new) if found[0] == str(old) and before.endswith("năm") else found[0]


def _starts(node: Node) -> set[int]:
    match node:
        case Scalar():
            return {node.line}
        case Mapping():
            return {line for name, value in node.entries for line in ({name.line} | _starts(value))}
        case Sequence():
            return {node.line} | {line for item in node.items for line in _starts(item)}
