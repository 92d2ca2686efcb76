"""What a user means by a path or an id where versions are compared: a scale or rules, and in which file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from thidua.building.documents import kind_of_file, read_document
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import PERIOD_FILE, SCALE_FILE, Home, shown
from thidua.locating import exists, locate, nothing_there, real_path
from thidua.vocabulary import word

_MOST_PROPOSED = 6

Kind = Literal["scale", "rules"]


class Operand(Struct, frozen=True):
    """What a user means by a path or an id: the file and its kind; none where ``diagnostics`` say why."""

    file: Path | None
    kind: Kind | None
    diagnostics: tuple[Diagnostic, ...] = ()


def find_operands(old: str, new: str, home: Home) -> tuple[Operand, Operand]:
    """What is to be compared with what. An id that a scale and rules share means the rules beside other rules."""
    first, second = find_operand(old, home), find_operand(new, home)
    match first.kind, second.kind:
        case "scale", "rules":
            return _rules_named(old, home) or first, second
        case "rules", "scale":
            return first, _rules_named(new, home) or second
        case _:
            return first, second


def _rules_named(identifier: str, home: Home) -> Operand | None:
    file = home.rules_file(identifier)
    return Operand(file, "rules") if identifier in home.rules_ids() else None


def find_operand(written: str, home: Home) -> Operand:
    """The file that is meant, and whether it holds a scale or rules."""
    found = locate(written, home)
    if found is None:
        return Operand(None, None, (nothing_there(written, home),))
    if found.is_dir():
        if exists(found / SCALE_FILE):
            return Operand(found / SCALE_FILE, "scale")
        return Operand(None, None, (_no_version(found, written, home),))
    kind = kind_of_file(found)
    match kind:
        case "rules":
            return Operand(found, "rules")
        case "scale" | None:  # what is wrong with a file of no kind is said when it is read
            return Operand(found, "scale")
        case "period":
            return Operand(found, None, (_is_period(found, written),))
        case _:
            return Operand(found, None, (diagnose(603, Place(written), kind=f"“{word('file_type', kind)}”"),))


def _no_version(folder: Path, written: str, home: Home) -> Diagnostic:
    if exists(folder / PERIOD_FILE):
        return _is_period(folder / PERIOD_FILE, written)
    below = list(_versions_below(folder, home))[:_MOST_PROPOSED]
    remedy = f"Ghi một trong: {'; '.join(below)}." if below else "Ghi tệp hoặc mã của thang điểm, bộ quy tắc."
    return diagnose(604, Place(written), suggestion=remedy)


def _versions_below(folder: Path, home: Home) -> Iterator[str]:
    """The ids in home that stand below a folder."""
    inside = real_path(folder)
    files = [(each, home.scale_file(each)) for each in home.scale_ids()]
    files += [(each, home.rules_file(each)) for each in home.rules_ids()]
    return (each for each, file in files if real_path(file).is_relative_to(inside))


def _is_period(file: Path, written: str) -> Diagnostic:
    shaped = read_document(file, shown(file), "period")
    used = [] if isinstance(shaped, tuple) else [shaped.data.get(each) for each in ("scale", "rules")]
    names = list(dict.fromkeys(each for each in used if isinstance(each, str)))
    remedy = "Ghi mã hoặc tệp của thang điểm, bộ quy tắc"
    return diagnose(
        602, Place(written), suggestion=f"{remedy}; đợt này dùng: {', '.join(names)}." if names else f"{remedy}."
    )
