"""What a scale's workbook says of itself, in custom properties and on a hidden sheet."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

BOOK_VERSION: Final = "1"
_PREFIX: Final = "thidua-book-"
_NAMES: Final = ("version", "scale", "hash", "file")


class BookMarks(Struct, frozen=True):
    """The identity. ``hash``: of the model that the file gave; ``file``: as seen from home, empty where outside."""

    version: str
    scale: str
    hash: str
    file: str

    def by_name(self) -> dict[str, str]:
        """What the workbook carries."""
        values = (self.version, self.scale, self.hash, self.file)
        return {f"{_PREFIX}{name}": value for name, value in zip(_NAMES, values, strict=True)}


def read_book_marks(found: Mapping[str, str]) -> BookMarks | None:
    """The identity among properties or hidden cells; None where there is none."""
    values = [found.get(f"{_PREFIX}{name}", "").strip() for name in _NAMES]
    return BookMarks(*values) if all(values[:3]) else None
