"""``thidua new``: a year's scale or rules, with their cases, out of those of another year."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from thidua.authoring.moving import Move, Moved, move
from thidua.building.documents import kind_of_file
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import Home, find_home, shown
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua.locating import exists, locate, nothing_there, problems_of
from thidua.reading import nodes, read_text, read_yaml, write_whole
from thidua.schemas.scalars import Unreadable, read_scalar

Kind = Literal["scale", "rules"]
_KINDS: Mapping[str | None, Kind] = {"scale": "scale", "rules": "rules"}

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class Refused(Struct, frozen=True):
    """Nothing was written. ``unreadable``: because the source has errors, not because of what was asked for."""

    diagnostics: tuple[Diagnostic, ...]
    unreadable: bool = False


class Created(Struct, frozen=True):
    """What was written: the file with what was changed in it, and the files of cases beside it."""

    old_id: str
    new_id: str
    source: Path
    file: Path
    moved: Moved
    cases: tuple[Path, ...]


def make_new_version(new_id: str, source: str, home_option: Path | None = None) -> Created | Refused:
    """Write the scale or rules ``new_id`` out of ``source`` (an id, a folder or a file), with all its cases."""
    home = find_home(home_option, Path.cwd())
    file = _file_of(source, home)
    if home.problem or file is None:
        return Refused((*problems_of(home), *([] if file else [nothing_there(source, home)])))
    kind = _KINDS.get(kind_of_file(file))
    if kind is None:
        return Refused((diagnose(641, Place(shown(file))),))
    loaded = load_scale(file, home) if kind == "scale" else load_rules(file, home)
    model = loaded.scale if kind == "scale" else loaded.rules  # type: ignore[union-attr]  # the kind tells which it is
    if model is None or has_errors(loaded.diagnostics):
        return Refused(loaded.diagnostics, unreadable=True)
    target = home.scale_file(new_id) if kind == "scale" else home.rules_file(new_id)
    problem = _problem(new_id, model.id, target)
    if problem:
        return Refused((problem,))
    old_year = getattr(model, "year", None) or _year_of(model.id)
    by = Move(model.id, new_id, old_year, _year_of(new_id))
    return _write(file, target, kind, by)


def _file_of(source: str, home: Home) -> Path | None:
    found = locate(source, home)
    if found is not None and found.is_dir() and exists(found / "thang-diem.yaml"):
        return found / "thang-diem.yaml"
    return found if found is not None and found.is_file() else None


def _problem(new_id: str, old_id: str, target: Path) -> Diagnostic | None:
    unreadable = read_scalar(new_id, "scale_id", "")
    if isinstance(unreadable, Unreadable):
        return diagnose(unreadable.code, Place(new_id), **dict(unreadable.fields))
    if _year_of(new_id) is None:
        return diagnose(642, Place(new_id), id=new_id, example=f"{new_id.partition('/')[0]}/2021")
    if new_id == old_id or exists(target):
        return diagnose(640, Place(shown(target)), id=new_id)
    if _is_inside_program(target):
        return diagnose(643, Place(shown(target)))
    return None


def _is_inside_program(target: Path) -> bool:
    """Whether a file would be written into the copy that came with the program, where nobody would find it."""
    return "bundled" in target.parts and "thidua" in target.parts


def _year_of(identifier: str) -> int | None:
    found = _YEAR.search(identifier.partition("/")[2])
    return int(found[0]) if found else None


def _write(source: Path, target: Path, kind: Kind, by: Move) -> Created:
    """Move everything before anything is written."""
    moved = _moved(source, kind, by)
    others = {
        new: _moved(old, "cases" if kind == "scale" else "rule_cases", by) for old, new in _cases(source, target, kind)
    }
    for file, text in {target: moved, **others}.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.text.encode())
    return Created(by.old_id, by.new_id, source, target, moved, tuple(others))


def _cases(source: Path, target: Path, kind: Kind) -> Iterator[tuple[Path, Path]]:
    if kind == "rules":
        if exists(source.parent / "tests" / source.name):
            yield source.parent / "tests" / source.name, target.parent / "tests" / target.name
        return
    for file in sorted((source.parent / "tests").glob("*.y*ml")):
        if kind_of_file(file) == "cases":
            yield file, target.parent / "tests" / file.name


def _moved(file: Path, kind: Literal["scale", "rules", "cases", "rule_cases"], by: Move) -> Moved:
    """A file moved; its text is taken as it is on the disk, so that nothing but the moved values changes."""
    text = file.read_bytes().decode("utf-8")
    read = read_text(file, shown(file))
    root = read_yaml(read, shown(file)).root if isinstance(read, str) else None
    if not isinstance(root, nodes.Mapping):
        raise ValueError(f"a file that was read before is no mapping now: {file}")
    return move(text, root, kind, by)
