"""What a paper is made of before it becomes a Word file: lines, tables, sheets. Lengths in mm, sizes in points."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Align = Literal["left", "center", "right", "both"]

BODY_SIZE = 13.5
FIRST_LINE = 12.5
TABLE_SIZE = 11.0


class Run(Struct, frozen=True):
    """A stretch of text of one kind."""

    text: str
    bold: bool = False
    italic: bool = False


class Line(Struct, frozen=True):
    """A paragraph.

    ``first``: indent of its first line; ``left``, ``right``: of all. ``dotted``: dots fill it to the right margin, to
    be written on. ``rule``: nothing but a thin line between the indents. ``keep``: stays with the next paragraph.
    """

    runs: tuple[Run, ...] = ()
    align: Align = "left"
    size: float = BODY_SIZE
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    dotted: bool = False
    rule: bool = False
    keep: bool = False

    @property
    def text(self) -> str:
        """The bare text."""
        return "".join(run.text for run in self.runs)


class Cell(Struct, frozen=True):
    """A cell of a table: ``columns`` that it spans, ``rows`` that it reaches down over (headings only)."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1


class Table(Struct, frozen=True):
    """A table. ``widths``: of the columns; ``head``: rows that are repeated on every page; ``ruled``: with borders."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[tuple[Cell, ...], ...] = ()
    ruled: bool = True


Block = Line | Table


class Sheet(Struct, frozen=True):
    """Pages of one orientation that are numbered from 1; the number is not shown on the first."""

    blocks: tuple[Block, ...]
    landscape: bool = False


class Paper(Struct, frozen=True):
    """A whole paper.

    ``marks``: on every page, what keeps it from passing for an issued one; ``notices``: on every first page, all that a
    reader must be told; ``check_code``: in the footer, empty where the paper has none. ``author`` and ``title`` are
    properties of the file.
    """

    title: str
    author: str
    sheets: tuple[Sheet, ...]
    marks: str = ""
    notices: str = ""
    check_code: str = ""


def line(text: str, align: Align = "left", size: float = BODY_SIZE, bold: bool = False, italic: bool = False) -> Line:
    """A paragraph of one kind of text."""
    return Line((Run(text, bold, italic),) if text else (), align, size)


def body(text: str, bold: bool = False, italic: bool = False) -> Line:
    """A paragraph of the text: justified, its first line indented."""
    return replace(line(text, "both", bold=bold, italic=italic), first=FIRST_LINE, before=3, after=3)


def last_words(text: str) -> Line:
    """The last paragraph of the text, which stays on the page of the signatures."""
    return replace(body(text), keep=True)


def note(text: str) -> Line:
    """A remark below a table."""
    return line(text, "both", TABLE_SIZE, italic=True)


def labelled(label: str, text: str) -> Line:
    """A paragraph that begins with a label in bold."""
    return Line((Run(f"{label} ", bold=True), Run(text)), "both", first=FIRST_LINE, before=3, after=3)


def to_fill(label: str = "", bold: bool = False) -> Line:
    """A paragraph for somebody to write on: a label, then dots to the margin."""
    return replace(body(f"{label} " if label else "", bold), align="left", dotted=True)


def heading(text: str) -> Line:
    """A heading of a part, which stays with what follows."""
    return replace(body(text, bold=True), align="left", before=6, keep=True)


def items(sentences: Iterable[str]) -> tuple[Line, ...]:
    """A list with hyphens."""
    return tuple(body(f"- {each}") for each in sentences)


def cell(
    text: str,
    align: Align = "left",
    bold: bool = False,
    italic: bool = False,
    size: float = TABLE_SIZE,
    columns: int = 1,
    rows: int = 1,
) -> Cell:
    """A cell of text; each line of it is a paragraph."""
    lines = tuple(line(each, align, size, bold, italic) for each in text.split("\n"))
    return Cell(lines, columns, rows)


def kept(found: Cell) -> Cell:
    """A cell whose row stays on the page of the next one."""
    return replace(found, lines=tuple(replace(each, keep=True) for each in found.lines))


def head_cells(headings: Iterable[str], size: float = TABLE_SIZE) -> tuple[Cell, ...]:
    """A row of headings."""
    return tuple(cell(each, "center", bold=True, size=size) for each in headings)
