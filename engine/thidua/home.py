"""Home: the folder that holds ``criteria/`` and ``rules/``, marked by ``thidua.toml``."""

import difflib
import os
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua.diagnostics import Diagnostic, Place, diagnose

MARKER = "thidua.toml"
CRITERIA = "criteria"
RULES = "rules"
SCALE_FILE = "thang-diem.yaml"
COMMENTS_FILE = "gop-y.yaml"
PERIOD_FILE = "dot-cham-diem.yaml"

_SKIPPED = "bỏ qua"
_SETTINGS = (_SKIPPED,)
_LONGEST_SHOWN = 40
_TOML_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")


@dataclass(frozen=True, slots=True)
class Home:
    """The folder in which ids are looked up, and how it was found (Vietnamese). ``skipped``: folders not walked.

    ``problem`` stops the work; ``warnings`` are of settings that nothing will come of.
    """

    root: Path
    origin: str
    skipped: tuple[str, ...] = ()
    problem: Diagnostic | None = None
    warnings: tuple[Diagnostic, ...] = ()

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
    text = _text(file)
    if isinstance(text, Diagnostic):
        return Home(root, origin, problem=text)
    settings = _settings(text, shown(file))
    if isinstance(settings, Diagnostic):
        return Home(root, origin, problem=settings)
    warnings = tuple(_unknown(text, name, shown(file)) for name in settings if name not in _SETTINGS)
    skipped = settings.get(_SKIPPED, [])
    if not isinstance(skipped, list) or not all(isinstance(name, str) for name in skipped):
        reason = f"“{_SKIPPED}” phải là danh sách tên thư mục"
        problem = diagnose(190, _place_of_key(text, _SKIPPED, shown(file)), reason=reason)
        return Home(root, origin, problem=problem, warnings=warnings)
    return Home(root, origin, tuple(skipped), warnings=warnings)


def _text(file: Path) -> str | Diagnostic:
    try:
        return unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return diagnose(190, Place(shown(file)), reason="tệp không phải UTF-8")
    except OSError:
        return diagnose(190, Place(shown(file)), reason="hệ thống không cho đọc tệp")


def _settings(text: str, path: str) -> dict[str, Any] | Diagnostic:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return diagnose(190, _place_of_error(text, str(error), path), reason="sai cú pháp TOML ở chỗ này")


def _place_of_error(text: str, complaint: str, path: str) -> Place:
    """The place that tomllib names at the end of its English sentence; the start where it names none."""
    found = _TOML_PLACE.search(complaint)
    if found:
        return Place(path, int(found[1]), int(found[2]))
    if not complaint.endswith("(at end of document)"):
        return Place(path)
    lines = text.rstrip().split("\n")
    return Place(path, len(lines), len(lines[-1]) + 1)


def _unknown(text: str, name: str, path: str) -> Diagnostic:
    guess = difflib.get_close_matches(name.casefold(), _SETTINGS, n=1, cutoff=0.6)
    known = ", ".join(f"“{each}”" for each in _SETTINGS)
    suggestion = f"Có phải là “{guess[0]}”?" if guess else f"Xóa mục này; các mục dùng được: {known}."
    return diagnose(193, _place_of_key(text, name, path), key=_clipped(name), suggestion=suggestion)


def _clipped(name: str) -> str:
    shown_letters = "".join(letter if letter.isprintable() else "�" for letter in name[: _LONGEST_SHOWN + 1])
    return shown_letters if len(name) <= _LONGEST_SHOWN else f"{shown_letters[:_LONGEST_SHOWN]}…"


def _place_of_key(text: str, name: str, path: str) -> Place:
    """Where a setting or a table begins; the start of the file where it is spelt with escapes."""
    pattern = re.compile(rf"""([ \t]*(?:\[\[?)?[ \t]*)["']?{re.escape(name)}["']?[ \t]*[=.\]]""")
    for number, line in enumerate(text.split("\n"), 1):
        found = pattern.match(line)
        if found:
            return Place(path, number, found.end(1) + 1)
    return Place(path)


def shown(path: Path) -> str:
    """A path as messages show it: from the working folder where it lies below, otherwise in full; always with ``/``."""
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return path.as_posix()
