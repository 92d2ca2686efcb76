"""A page of a report, whatever the format: what stands on it and in which order."""

from msgspec import Struct

from thidua.reports.grid import Grid


class Entry(Struct, frozen=True):
    """A numbered entry with what there is to say below it."""

    text: str
    details: tuple[str, ...] = ()


class Block(Struct, frozen=True):
    """A part of the page: a heading, a table or numbered entries (the first gets ``start``), a closing remark; any of
    them may be missing.

    ``limits``: how wide the table's columns may be in plain text, the roomiest first; none: as for a table of units.
    """

    heading: str
    entries: tuple[Entry, ...] = ()
    grid: Grid | None = None
    remark: str = ""
    start: int = 1
    level: int = 1
    limits: tuple[tuple[int, ...], ...] = ()


class Page(Struct, frozen=True):
    """The whole page, whatever the format. ``notices``: what the reader must be told first."""

    notices: tuple[str, ...]
    title: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
