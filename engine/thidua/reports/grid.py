"""A table of texts, whatever the format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings, rows of texts, and the columns that hold numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
