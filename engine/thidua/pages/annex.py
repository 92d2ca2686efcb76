"""Two annexes side by side: groups of rows, a row for what is one and the same in both versions."""

from typing import Literal

from msgspec import Struct

from thidua.pages.marking import Labelled, Line, Piece

RowKind = Literal["same", "renumbered", "changed", "added", "removed", "merged", "split", "regrouped"]

WORDS: dict[RowKind, str] = {
    "same": "Không đổi",
    "renumbered": "Đổi số mục",
    "changed": "Sửa",
    "added": "Thêm",
    "removed": "Bỏ",
    "merged": "Gộp",
    "split": "Tách",
    "regrouped": "Gộp, tách",
}


class Clause(Struct, frozen=True):
    """What one version says: a heading (number and name), points where it has some, and its lines."""

    number: Line
    name: Line
    points: Line | None
    lines: tuple[Labelled, ...]


class Row(Struct, frozen=True):
    """What is one and the same in both versions; a side that is empty has nothing. ``remark``: where it moved."""

    kind: RowKind
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]
    remark: str = ""

    @property
    def word(self) -> str:
        """What became of it."""
        return WORDS[self.kind]

    @property
    def numbers(self) -> str:
        """What the row is about, as the newer version calls it."""
        return ", ".join("".join(piece.text for piece in each.number.pieces) for each in self.new or self.old)


class Group(Struct, frozen=True):
    """Rows under a heading, as either version words it; ``old`` or ``new`` None where that version has no such part."""

    old: Line | None
    new: Line | None
    rows: tuple[Row, ...]


def plain(text: str) -> Line:
    """A line with nothing marked; an empty text has no pieces."""
    return Line((Piece(text),) if text else ())


def kind_of_pair(old: Clause, new: Clause) -> RowKind:
    """What became of what both versions have."""
    if any(_differs(each.name, each.points, *_lines(each)) for each in (old, new)):
        return "changed"
    return "renumbered" if old.number.differs else "same"


def _differs(*lines: Line | None) -> bool:
    return any(each is not None and each.differs for each in lines)


def _lines(clause: Clause) -> list[Line]:
    return [line for each in clause.lines for line in each.lines]
