"""``thidua new``: a year's scale or rules, with their cases, out of those of another year."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from thidua.authoring.moving import Move, Moved, move
from thidua.building.documents import kind_of_file, shape_text
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import CASES, SCALE_FILE, Home, find_home, shown
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua.locating import exists, files_below, locate, nothing_there, problems_of
from thidua.reading import clean_text, read_whole_text, write_new
from thidua.reading.years import year_of
from thidua.schemas.scalars import Unreadable, read_scalar

Kind = Literal["scale", "rules"]
_KINDS: Mapping[str | None, Kind] = {"scale": "scale", "rules": "rules"}
_CASES: Mapping[Kind, str] = {"scale": "cases", "rules": "rule_cases"}


class Refused(Struct, frozen=True):
    """Nothing was written. ``unreadable``: because the source has errors, not because of what was asked for."""

    diagnostics: tuple[Diagnostic, ...]
    unreadable: bool = False


class Created(Struct, frozen=True):
    """What was written: the file with what was changed in it, and the files of cases beside it."""

    by: Move
    source: Path
    file: Path
    moved: Moved
    cases: tuple[Path, ...]


class _Copy(Struct, frozen=True):
    """A file that is to be written: where, what it is, and its whole text where it comes from."""

    target: Path
    kind: str
    raw: str


def make_new_version(new_id: str, source: str, home_option: Path | None = None) -> Created | Refused:
    """Write the scale or rules ``new_id`` out of ``source`` (an id, a folder or a file), with all its cases.

    All files or none; none that is there is written over. Raises OSError where one can't be written.
    """
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
    problem = _problem(new_id, model.id, target, home)
    if problem:
        return Refused((problem,))
    found = [_read(old, new) for old, new in [(file, target), *_files_of_cases(file, target, kind, home)]]
    unreadable = [each for copy in found if not isinstance(copy, _Copy) for each in copy]
    if unreadable:
        return Refused(tuple(unreadable), unreadable=True)
    copies = [each for each in found if isinstance(each, _Copy) and each.kind in (kind, _CASES[kind])]
    by = Move(model.id, new_id, getattr(model, "year", None) or year_of(model.id), year_of(new_id))
    return _write(file, copies, by)


def _file_of(source: str, home: Home) -> Path | None:
    found = locate(source, home)
    if found is not None and found.is_dir() and exists(found / SCALE_FILE):
        return found / SCALE_FILE
    return found if found is not None and found.is_file() else None


def _problem(new_id: str, old_id: str, target: Path, home: Home) -> Diagnostic | None:
    unreadable = read_scalar(new_id, "scale_id", "")
    if isinstance(unreadable, Unreadable):
        return diagnose(unreadable.code, Place(new_id), **dict(unreadable.fields))
    if year_of(new_id) is None:
        return diagnose(642, Place(new_id), id=new_id, example=f"{new_id.partition('/')[0]}/2021")
    if new_id == old_id:
        return diagnose(640, Place(shown(target)), id=new_id)
    return diagnose(643, Place(shown(target))) if home.came_with_program else None


def _files_of_cases(source: Path, target: Path, kind: Kind, home: Home) -> Iterator[tuple[Path, Path]]:
    """What lies where cases do, and where it would lie beside the new file."""
    folder, into = source.parent / CASES, target.parent / CASES
    if kind == "rules" and exists(folder / source.name):
        yield folder / source.name, into / target.name
    elif kind == "scale" and folder.is_dir():
        for file in files_below(folder, home):
            yield file, into / file.relative_to(folder)


def _read(file: Path, target: Path) -> _Copy | tuple[Diagnostic, ...]:
    """A file as it is on the disk, so that nothing but the moved values changes; where it can't be read, why."""
    raw = read_whole_text(file, shown(file))
    if isinstance(raw, Diagnostic):
        return (raw,)
    text = clean_text(raw, shown(file))
    shaped = (text,) if isinstance(text, Diagnostic) else shape_text(text, shown(file))
    return shaped if isinstance(shaped, tuple) else _Copy(target, shaped.kind, raw)


def _write(source: Path, copies: Sequence[_Copy], by: Move) -> Created | Refused:
    """Move everything before anything is written."""
    taken = [diagnose(640, Place(shown(each.target)), id=by.new_id) for each in copies if os.path.lexists(each.target)]
    if taken:
        return Refused(tuple(taken))
    moved = {copy.target: move(copy.raw, copy.kind, by) for copy in copies}
    write_new({target: each.text.encode() for target, each in moved.items()})
    file, *cases = moved
    return Created(by, source, file, moved[file], tuple(cases))
