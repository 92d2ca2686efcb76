"""Home: the folder that holds ``criteria/`` and ``rules/``, marked by ``thidua.toml``."""

import os
from pathlib import Path

from msgspec import Struct, field

from thidua.diagnostics import Diagnostic
from thidua.settings import Settings, read_settings

MARKER = "thidua.toml"
CRITERIA = "criteria"
RULES = "rules"
CASES = "tests"
SCALE_FILE = "thang-diem.yaml"
COMMENTS_FILE = "gop-y.yaml"
PERIOD_FILE = "dot-cham-diem.yaml"

_WITH_PROGRAM = "bản kèm theo chương trình"
_INSIDE = Path(__file__).resolve().parent / "bundled"


class Home(Struct, frozen=True):
    """The folder in which ids are looked up, how it was found (Vietnamese), and what its marker file settles."""

    root: Path
    origin: str
    settings: Settings = field(default_factory=Settings)

    @property
    def problem(self) -> Diagnostic | None:
        """What in the settings stops the work."""
        return self.settings.problem

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The settings that nothing will come of."""
        return self.settings.warnings

    @property
    def came_with_program(self) -> bool:
        """Whether it is the copy that the next installation of the program replaces, and nobody's own folder."""
        return self.origin == _WITH_PROGRAM or self.root == _INSIDE

    def scale_file(self, scale_id: str) -> Path:
        """Where the scale of an id stands."""
        return self.root.joinpath(CRITERIA, *scale_id.split("/"), SCALE_FILE)

    def rules_file(self, rules_id: str) -> Path:
        """Where the rules of an id stand."""
        return self.root.joinpath(RULES, *rules_id.split("/")).with_name(rules_id.split("/")[-1] + ".yaml")

    def rules_ids(self) -> list[str]:
        """The ids of all rule sets in home."""
        found = self.root.joinpath(RULES).glob("*/*.yaml")
        return sorted(f"{file.parent.name}/{file.stem}" for file in found)

    def scale_ids(self) -> list[str]:
        """The ids of all scales in home."""
        found = self.root.joinpath(CRITERIA).glob(f"*/*/{SCALE_FILE}")
        return sorted("/".join(file.parent.parts[-2:]) for file in found)

    def versions_beside(self, scale_file: Path) -> list[Path] | None:
        """The files of the other versions of a scale's set; None for a file that isn't in its place in home."""
        version = Path(os.path.realpath(scale_file)).parent
        in_place = version.parent.parent == Path(os.path.realpath(self.root / CRITERIA))
        if scale_file.name != SCALE_FILE or not in_place:
            return None
        return sorted(each for each in version.parent.glob(f"*/{SCALE_FILE}") if each.parent != version)

    def rules_beside(self, rules_file: Path) -> list[Path] | None:
        """The files of the other versions of a rule set; None for a file that isn't in its place in home."""
        file = Path(os.path.realpath(rules_file))
        if file.parent.parent != Path(os.path.realpath(self.root / RULES)):
            return None
        return sorted(each for each in file.parent.glob("*.yaml") if each != file)


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
    return _home(_bundled(), _WITH_PROGRAM)


def _bundled() -> Path:
    # In an editable install nothing is copied: the checkout itself is what came with the program.
    return _INSIDE if _INSIDE.is_dir() else Path(__file__).resolve().parents[2]


def _home(root: Path, origin: str) -> Home:
    file = root / MARKER
    return Home(root, origin, read_settings(file, shown(file)) if file.is_file() else Settings())


def shown(path: Path) -> str:
    """A path as messages show it: from the working folder where it lies below, otherwise in full; always with ``/``."""
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return path.as_posix()
