"""Which scale's file a user means."""

from pathlib import Path

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import SCALE_FILE, Home, find_home
from thidua.locating import exists, locate, nothing_there, problems_of, start_of
from thidua.vocabulary import word


class FoundFile(Struct, frozen=True):
    """The file of a scale; None where ``diagnostics`` say why there is none."""

    home: Home
    file: Path | None
    diagnostics: tuple[Diagnostic, ...] = ()


def find_scale_file(written: str, home_option: Path | None = None) -> FoundFile:
    """The file that is meant by an id, a folder or a path."""
    home = find_home(home_option, start_of(written))
    if home.problem:
        return FoundFile(home, None, problems_of(home))
    found = locate(written, home)
    if found is None:
        return FoundFile(home, None, (nothing_there(written, home),))
    if found.is_dir() and exists(found / SCALE_FILE):
        return FoundFile(home, found / SCALE_FILE)
    if found.is_dir():
        told = {"kind": "thư mục không có thang điểm", "wanted": word("file_type", "scale")}
        return FoundFile(home, None, (diagnose(157, Place(written), **told),))
    return FoundFile(home, found)  # what is wrong with a file of another kind is said when it is read
