"""A scale as a workbook's content, before anything of a spreadsheet."""

from pathlib import Path

from msgspec import Struct

from thidua.building.documents import shape_text
from thidua.diagnostics import Diagnostic
from thidua.home import Home
from thidua.identity import identity
from thidua.loading.scales import LoadedScale
from thidua.locating import real_path
from thidua.model.scale import Scale
from thidua.reading import read_text
from thidua.scalebook.marks import BOOK_VERSION, BookMarks
from thidua.scalebook.outline import Group, outline_of
from thidua.scalebook.rows import Row, rows_of
from thidua.splicing.spans import read_spans

__all__ = ["Book", "make_book", "read_outline", "shape_text"]


class Book(Struct, frozen=True):
    """A scale, its identity and its rows."""

    scale: Scale
    marks: BookMarks
    rows: tuple[Row, ...]


def make_book(loaded: LoadedScale, home: Home) -> Book:
    """The workbook's content of a scale that can be built; ValueError for one that can't."""
    outline = read_outline(loaded.file)
    if loaded.scale is None or outline is None:
        raise ValueError(f"not a scale that can be built: {loaded.file}")
    marks = BookMarks(BOOK_VERSION, loaded.scale.id, identity(loaded.scale), _from_home(loaded.file, home))
    return Book(loaded.scale, marks, tuple(rows_of(outline)))


def read_outline(file: Path) -> Group | None:
    """The outline of a file; None where it can't be read."""
    text = read_text(file, "")
    return None if isinstance(text, Diagnostic) else outline_of(read_spans(text))


def _from_home(file: Path, home: Home) -> str:
    try:
        return real_path(file).relative_to(real_path(home.root)).as_posix()
    except ValueError:
        return ""
