"""Characters of a text to be replaced where they stand."""

from msgspec import Struct


class Edit(Struct, frozen=True):
    """On a line (from 1), from a column (from 1) on, ``old`` becomes ``new``."""

    line: int
    column: int
    old: str
    new: str
