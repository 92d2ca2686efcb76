"""Paths that files name: relative to the file that names them, with ``/``, and never out of their fence."""

import unicodedata
from pathlib import Path

from msgspec import Struct


class PathProblem(Struct, frozen=True):
    """Why a path is refused, in Vietnamese."""

    reason: str


def resolve(base: Path, written: str, fence: Path) -> Path | PathProblem:
    """The real path of ``written``, seen from the folder ``base``; links are followed before the fence is checked.

    The file need not exist. Names are compared after NFC, because macOS saves them decomposed.
    """
    if "\\" in written:
        return PathProblem("dùng dấu “/” thay cho dấu “\\”")
    if written.startswith("/") or written[1:2] == ":" or "\x00" in written:
        return PathProblem("ghi đường dẫn tính từ thư mục của tệp này, không ghi đường dẫn đầy đủ của máy")
    try:
        found = _as_saved(base, written).resolve()
        inside = found.is_relative_to(fence.resolve())
    except (OSError, RuntimeError, ValueError):
        return PathProblem("đường dẫn không mở được")
    return found if inside else PathProblem("đường dẫn ra ngoài thư mục cho phép")


def table_fence(folder: Path, home: Path) -> Path:
    """Where the tables of the period in ``folder`` may lie: in home, for they may serve several periods; in the
    period's own folder where that lies elsewhere."""
    own = folder.resolve()
    return home if own.is_relative_to(home.resolve()) else own


def is_inside(path: Path, fence: Path) -> bool:
    """Whether a path lies below a folder once links are followed; a loop of links lies nowhere."""
    try:
        return path.resolve().is_relative_to(fence.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether a file is there; a loop of links is not."""
    try:
        return path.is_file()
    except (OSError, RuntimeError, ValueError):
        return False


def _as_saved(base: Path, written: str) -> Path:
    path = base
    for name in written.split("/"):
        path = _entry(path, name)
    return path


def _entry(folder: Path, name: str) -> Path:
    direct = folder / name
    if name in ("", ".", "..") or direct.exists() or not folder.is_dir():
        return direct
    wanted = unicodedata.normalize("NFC", name)
    same = (entry for entry in folder.iterdir() if unicodedata.normalize("NFC", entry.name) == wanted)
    return next(same, direct)
