"""A table of texts, whatever the format."""

from msgspec import Struct


class Grid(Struct, frozen=True):
    """A table: headings, rows of texts, and the columns that hold numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
