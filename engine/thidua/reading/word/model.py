"""What stands in a Word file: paragraphs and tables in their order, and what was changed and remarked."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct, field

from thidua.diagnostics import Place

_DIGIT = re.compile(r"\d")


class Paragraph(Struct):
    """A paragraph with its tracked changes accepted.

    ``style``: the name of its style, as Word shows it in English. ``level``: its level in the outline from 1, None for
    body text. ``is_bold``: all of it is. ``is_listed``: Word puts a number or a bullet before it that is not in
    ``text``. Line breaks are ``\\n``.
    """

    text: str
    style: str = ""
    level: int | None = None
    is_bold: bool = False
    is_listed: bool = False


class Table(Struct):
    """A table; ``number`` counts from 1 in the file. A cell that others are merged into has their text, they none."""

    number: int
    rows: list[list[str]] = field(default_factory=list)

    def place(self, shown: str, row: int, column: int) -> Place:
        """The place of a cell; ``row`` and ``column`` count from 1."""
        return Place(shown, row, column, sheet=self.name)

    @property
    def name(self) -> str:
        """How a reader finds it: by counting."""
        return f"Bảng {self.number}"


class TrackedChange(Struct, frozen=True):
    """What somebody changed with changes tracked: whole words, as they were and as they are."""

    author: str
    on: date | None
    old: str
    new: str

    @property
    def changes_number(self) -> bool:
        """Whether a digit is in what was changed."""
        return bool(_DIGIT.search(self.old) or _DIGIT.search(self.new))


class WordComment(Struct, frozen=True):
    """A remark in the margin."""

    author: str
    on: date | None
    text: str


class WordDocument(Struct):
    """A whole file, its tracked changes accepted."""

    blocks: list[Paragraph | Table] = field(default_factory=list)
    changes: list[TrackedChange] = field(default_factory=list)
    comments: list[WordComment] = field(default_factory=list)

    @property
    def tables(self) -> Iterator[Table]:
        """All tables that are not inside another."""
        return (each for each in self.blocks if isinstance(each, Table))
