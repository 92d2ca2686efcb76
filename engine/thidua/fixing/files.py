"""The files that a user means, mended and written: each whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from thidua.building.documents import kind_of_text
from thidua.diagnostics import Diagnostic
from thidua.fixing.text import Change, mended
from thidua.home import Home, find_home, shown
from thidua.locating import files_below, locate, real_path, start_of
from thidua.reading import clean_text, read_whole_text, write_whole


class Fixed(Struct, frozen=True):
    """A file, as shown, that was written anew, and what was put right in it."""

    path: str
    changes: tuple[Change, ...]


def fix(paths: Sequence[str], home_option: Path | None = None) -> tuple[Fixed, ...]:
    """Mend files, folders or ids; all of home where none is given. Raises OSError where a file can't be written.

    A file that is none of ours, or that can't be decoded, keeps its bytes.
    """
    home = find_home(home_option, start_of(paths[0]) if paths else Path.cwd())
    if home.problem:
        return ()
    files = dict.fromkeys(real_path(file) for file in _files(paths, home))
    return tuple(fixed for file in files if (fixed := _fix_file(file)))


def _files(paths: Sequence[str], home: Home) -> Iterator[Path]:
    for written in paths or (str(home.root),):
        found = locate(written, home)
        if found is not None:
            yield from files_below(found, home)


def _fix_file(file: Path) -> Fixed | None:
    text = read_whole_text(file, shown(file))
    if isinstance(text, Diagnostic):
        return None
    after, changes = mended(text)
    cleaned = clean_text(after, "")
    if not changes or isinstance(cleaned, Diagnostic) or kind_of_text(cleaned) is None:
        return None
    write_whole(file, after.encode())
    return Fixed(shown(file), changes)
