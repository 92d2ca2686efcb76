"""Home: the folder that holds ``criteria/`` and ``rules/``, marked by ``thidua.toml``."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from thidua.diagnostics import Diagnostic, Place, diagnose

MARKER = "thidua.toml"
CRITERIA = "criteria"
SCALE_FILE = "thang-diem.yaml"
PERIOD_FILE = "dot-cham-diem.yaml"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder in which ids are looked up, and how it was found (Vietnamese). ``skipped``: folders not walked."""

    root: Path
    origin: str
    skipped: tuple[str, ...] = ()
    problem: Diagnostic | None = None

    def scale_file(self, scale_id: str) -> Path:
        """Where the scale of an id stands."""
        return self.root.joinpath(CRITERIA, *scale_id.split("/"), SCALE_FILE)

    def scale_ids(self) -> list[str]:
        """The ids of all scales in home."""
        found = self.root.joinpath(CRITERIA).glob(f"*/*/{SCALE_FILE}")
        return sorted("/".join(file.parent.parts[-2:]) for file in found)


def find_home(option: Path | None, start: Path) -> Home:
    """Home by the option, then THIDUA_HOME, then upward from ``start``, then the copy that came with the program."""
    if option is not None:
        return _home(option.resolve(), "theo --home")
    named = os.environ.get("THIDUA_HOME")
    if named:
        return _home(Path(named).resolve(), "theo biến THIDUA_HOME")
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return _home(folder, f"thư mục có {MARKER}")
    return _home(_bundled(), "bản kèm theo chương trình")


def _bundled() -> Path:
    inside = Path(__file__).resolve().parent / "bundled"
    # In an editable install nothing is copied: the checkout itself is what came with the program.
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2]


def _home(root: Path, origin: str) -> Home:
    file = root / MARKER
    if not file.is_file():
        return Home(root, origin)
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Home(root, origin, problem=diagnose(190, Place(shown(file)), reason=str(error)))
    skipped = settings.get("bỏ qua", [])
    if not isinstance(skipped, list) or not all(isinstance(name, str) for name in skipped):
        reason = "“bỏ qua” phải là danh sách tên thư mục"
        return Home(root, origin, problem=diagnose(190, Place(shown(file)), reason=reason))
    return Home(root, origin, tuple(skipped))


def shown(path: Path) -> str:
    """A path as messages show it: from the working folder where it lies below, otherwise in full; always with ``/``."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return path.as_posix()
