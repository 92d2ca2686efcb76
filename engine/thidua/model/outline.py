"""The outline by which units write their report, and what a report that was sent holds of it."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from thidua.model.dossier_files import FileState

HeadingState = Literal["found", "missing", "empty", "out_of_order"]
AwardRowState = Literal["agrees", "differs", "missing", "unreadable"]


class Heading(Struct, frozen=True):
    """A heading that the outline asks for; ``level`` counts from 1. ``number`` None: a bullet or nothing before it."""

    level: int
    number: str | None
    name: str


def shown_headings(headings: Sequence[Heading]) -> tuple[str, ...]:
    """Each heading with its whole number: ``III.6 Kết quả …``; what has no number with that of the one above it."""
    open_ones: list[Heading] = []
    found = []
    for heading in headings:
        open_ones = [each for each in open_ones if each.level < heading.level] + [heading]
        inside = [each.number for each in open_ones if each.level > 1 and each.number]
        number = heading.number if heading.level == 1 else ".".join(inside)
        between = " " if heading.number else ", "
        found.append(f"{number}{between}{heading.name}" if number else heading.name)
    return tuple(found)


class Outline(Struct, frozen=True):
    """An outline; ``document``: the paper, by its name in a deadline, that must follow it."""

    name: str
    document: str
    basis: str
    headings: tuple[Heading, ...]


class WrittenHeading(Struct, frozen=True):
    """What became of a heading, ``shown`` with its whole number.

    ``above_missing``: the heading above it is missing too, so that this one is says nothing more.
    """

    heading: Heading
    shown: str
    state: HeadingState
    above_missing: bool = False


class AwardRow(Struct, frozen=True):
    """A row of the award summary table as it was sent; ``id`` None: the sum of all rows. Counts None: not filled in.

    ``total`` is what stands there, ``counted`` collectives and persons together (of the sum: of all rows).
    ``wrong_column``: counts stand where this award can't be given to such.
    """

    id: str | None
    name: str
    state: AwardRowState
    total: int | None = None
    collectives: int | None = None
    persons: int | None = None
    counted: int | None = None
    wrong_column: bool = False


class Revision(Struct, frozen=True):
    """Something changed with changes tracked, and not yet accepted."""

    author: str
    on: date | None
    old: str
    new: str
    changes_number: bool


class WrittenReport(Struct, frozen=True):
    """A report as far as it can be held against the outline. ``awards`` None: it has no award summary table."""

    headings: tuple[WrittenHeading, ...]
    awards: tuple[AwardRow, ...] | None
    revisions: tuple[Revision, ...]
    remarks: int


class SentFile(Struct, frozen=True):
    """A file of a paper that was sent. ``report`` None: no outline is for it, or it can't be read."""

    document: str
    file: str
    state: FileState
    report: WrittenReport | None


class SentFiles(Struct, frozen=True):
    """The files that a dossier names of its papers."""

    files: tuple[SentFile, ...]
