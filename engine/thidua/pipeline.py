"""The whole way, from files to what is shown. Read this first.

files ──load──> Scale, Period, Dossiers ──score──> ClusterResult ──> reports
          │                                  each criterion's method gives one expression tree,
          └──> diagnostics                   evaluated and explained for the whole cluster at once
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from pathlib import Path

from thidua.building.documents import kind_of_file, read_document
from thidua.casework import CaseResult, run_case
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import CRITERIA, MARKER, PERIOD_FILE, Home, find_home, shown
from thidua.identity import identity
from thidua.loading import LoadedCases, LoadedPeriod, load_cases, load_period, load_scale
from thidua.model.dossier import Dossier
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.numerals.writing import format_number
from thidua.scoring import ClusterResult, score_cluster
from thidua.scoring.inputs import Table, gather
from thidua.vocabulary import nearest

_MOST_PROPOSED = 5
_MOST_FOLDERS = 2000


@dataclass(frozen=True, slots=True)
class Scored:
    """A scored period with what identifies it. ``result`` None: it could not be scored, ``diagnostics`` say why.

    ``inputs``: the real paths of the files that it was made from, for no result may be written over them. ``instead``:
    periods nearby where the folder that was named holds none; None where it holds one.
    """

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    result: ClusterResult | None
    scale_hash: str = ""
    period_hash: str = ""
    inputs: frozenset[Path] = frozenset()
    instead: tuple[str, ...] | None = None


def home_for(written: str, home_option: Path | None = None) -> Home:
    """Home for a period or another path as it was typed."""
    return find_home(home_option, _start(written))


def score(period: str, home_option: Path | None = None, scale_id: str | None = None) -> Scored:
    """Score the period in a folder; ``scale_id`` scores it by another scale than the one that it names."""
    home = home_for(period, home_option)
    folder = locate(period, home)
    if folder is None:
        return Scored(home, (*_problems(home), _nothing_there(period, home)), None)
    loaded = load_period(folder, home, scale_id)
    inputs = _inputs(loaded, home)
    diagnostics = (*_problems(home), *loaded.diagnostics)
    if folder.is_dir() and not _exists(loaded.file):
        return Scored(home, diagnostics, None, instead=_periods_near(folder, home))
    if loaded.scale is None and loaded.period is not None and not has_errors(loaded.faults):
        diagnostics = (*diagnostics, diagnose(511, Place(shown(loaded.file))))
    if loaded.period is None or loaded.scale is None or has_errors(loaded.faults) or home.problem:
        return Scored(home, diagnostics, None, inputs=inputs)
    result = score_cluster(loaded.scale, loaded.period, loaded.dossiers, loaded.unscorable)
    diagnostics = (*diagnostics, *_changed_since_decided(loaded, result))
    dossiers = [loaded.dossiers[unit] for unit in sorted(loaded.dossiers)]
    hashes = identity(loaded.scale), identity(loaded.period, dossiers, sorted(loaded.unscorable))
    return Scored(home, diagnostics, result, *hashes, inputs=inputs)


@dataclass(frozen=True, slots=True)
class Standing:
    """What has been sent for a period. ``period`` None: it could not be read, ``diagnostics`` say why.

    ``scale`` and ``known`` (what is known of every criterion for every unit) None: there is no scale, or it has errors.
    ``dossiers`` by unit; of those in ``unread``, which have errors, ``receipts`` has what they say of their sending.
    ``inputs`` and ``instead`` as in ``Scored``.
    """

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    period: Period | None = None
    scale: Scale | None = None
    known: Table | None = None
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    receipts: Mapping[str, Dossier] = field(default_factory=dict)
    inputs: frozenset[Path] = frozenset()
    instead: tuple[str, ...] | None = None


def status(period: str, home_option: Path | None = None) -> Standing:
    """Who has sent what for the period in a folder: also where it can't be scored for want of a scale."""
    home = home_for(period, home_option)
    folder = locate(period, home)
    if folder is None:
        return Standing(home, (*_problems(home), _nothing_there(period, home)))
    loaded = load_period(folder, home)
    diagnostics, inputs = (*_problems(home), *loaded.diagnostics), _inputs(loaded, home)
    if folder.is_dir() and not _exists(loaded.file):
        return Standing(home, diagnostics, instead=_periods_near(folder, home))
    if loaded.period is None or home.problem:
        return Standing(home, diagnostics, inputs=inputs)
    return Standing(
        home,
        diagnostics,
        period=loaded.period,
        scale=loaded.scale,
        known=gather(loaded.scale, loaded.period, loaded.dossiers) if loaded.scale else None,
        dossiers=loaded.dossiers,
        unread=loaded.unscorable,
        receipts=loaded.receipts,
        inputs=inputs,
    )


def _changed_since_decided(loaded: LoadedPeriod, result: ClusterResult) -> Iterator[Diagnostic]:
    """Decisions on points that are computed otherwise by now."""
    for unit in result.units:
        for each in unit.criteria:
            decision = each.decisions.latest
            if decision and decision.old_points not in (None, each.computed) and loaded.adjustments_place:
                old = format_number(decision.old_points or Fraction(0))
                computed = "chưa có điểm" if each.computed is None else format_number(each.computed)
                about = f"{unit.member.name}, {each.criterion.name}"
                yield diagnose(519, loaded.adjustments_place, about=about, old=old, computed=computed)


@dataclass(frozen=True, slots=True)
class Checked:
    """What ``check`` looked at and found. ``files`` counts scales, periods, dossiers and cases."""

    home: Home
    files: int
    diagnostics: tuple[Diagnostic, ...]


def check(paths: Sequence[str], home_option: Path | None = None) -> Checked:
    """Find everything that can be wrong in files, folders or ids; in all of home where none is given."""
    home = find_home(home_option, _start(paths[0]) if paths else Path.cwd())
    checker = _Checker(home)
    for path in paths or (str(home.root),):
        checker.check(path)
    found = (*_problems(home), *sorted(set(checker.diagnostics)))
    return Checked(home, len(checker.seen), found)


@dataclass(frozen=True, slots=True)
class Tested:
    """The cases that were run, and the diagnostics of files whose cases could not be.

    ``files`` counts the files of cases that were found; ``not_run`` are those (as shown) whose scale has errors;
    ``cases_not_run`` counts the cases that faults, of their scale or their own, kept from being run.
    """

    home: Home
    results: tuple[CaseResult, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    not_run: tuple[str, ...] = ()
    cases_not_run: int = 0


def run_cases(paths: Sequence[str], home_option: Path | None = None) -> Tested:
    """Run the experts' cases below the given files, folders or ids; all of home where none is given."""
    home = find_home(home_option, _start(paths[0]) if paths else Path.cwd())
    results: list[CaseResult] = []
    loaded_files: list[LoadedCases] = []
    diagnostics = [*_problems(home)]
    for path in paths or (str(home.root / CRITERIA),):
        found = locate(path, home)
        if found is None:
            diagnostics.append(_nothing_there(path, home))
            continue
        for file in _files_below(found, home):
            if kind_of_file(file) == "cases":
                loaded = load_cases(file, home)
                loaded_files.append(loaded)
                diagnostics.extend(loaded.diagnostics)
                results.extend(run_case(case, loaded.scale) for case in loaded.cases if loaded.scale)
    # The scale's own diagnostics come with each of its files of cases: once is enough.
    not_run = tuple(shown(loaded.file) for loaded in loaded_files if _scale_is_broken(loaded))
    cases_not_run = sum(loaded.written for loaded in loaded_files) - len(results)
    return Tested(home, tuple(results), tuple(sorted(set(diagnostics))), len(loaded_files), not_run, cases_not_run)


def _scale_is_broken(loaded: LoadedCases) -> bool:
    """Whether the scale, and not the file of cases itself, keeps its cases from being run."""
    return loaded.scale is None and any(each.place.path != shown(loaded.file) for each in loaded.diagnostics)


def locate(written: str, home: Home) -> Path | None:
    """The file or folder that is meant: a path as it stands, a path below home, or the id of a scale."""
    direct = Path(written)
    candidates = [direct]
    if not direct.is_absolute() and ".." not in direct.parts:
        candidates.append(home.root / direct)
        if _exists(home.scale_file(written)):
            candidates.append(home.scale_file(written).parent)
    return next((path for path in candidates if written and _exists(path)), None)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or characters that no file name has
        return False


class _Checker:
    def __init__(self, home: Home) -> None:
        self.home = home
        self.seen: set[Path] = set()
        self.diagnostics: list[Diagnostic] = []

    def check(self, written: str) -> None:
        found = locate(written, self.home)
        if found is None:
            self.diagnostics.append(_nothing_there(written, self.home))
            return
        before = len(self.seen)
        files = list(_files_below(found, self.home))
        # Periods first: they check their dossiers, which then need not be checked again.
        for file in sorted(files, key=lambda each: each.name != PERIOD_FILE):
            self.file(file)
        if len(self.seen) == before and found.is_dir():
            self.diagnostics.append(diagnose(192, Place(written), name=written))

    def file(self, file: Path) -> None:
        if _real(file) in self.seen:
            return
        match kind_of_file(file):
            case "period":
                self.period(file)
            case "cases":
                self.seen.add(_real(file))
                self.diagnostics.extend(load_cases(file, self.home).diagnostics)
            case "dossier" | "adjustments":
                self.part_of_period(file)
            case "scale":
                self.seen.add(_real(file))
                self.diagnostics.extend(load_scale(file, self.home).diagnostics)
            case _:
                self.seen.add(_real(file))
                self.diagnostics.extend(_unreadable(file))

    def period(self, file: Path) -> None:
        loaded = load_period(file, self.home)
        self.seen.add(_real(file))
        self.seen.update(_real(each) for each in loaded.dossier_files)
        self.diagnostics.extend(loaded.diagnostics)
        if loaded.adjustments_place and loaded.period and loaded.scale and not has_errors(loaded.faults):
            result = score_cluster(loaded.scale, loaded.period, loaded.dossiers, loaded.unscorable)
            self.diagnostics.extend(_changed_since_decided(loaded, result))

    def part_of_period(self, file: Path) -> None:
        """A dossier or a file of adjustments means something only within its period: show what concerns it there."""
        period = next(
            (folder / PERIOD_FILE for folder in _real(file).parents if (folder / PERIOD_FILE).is_file()), None
        )
        self.seen.add(_real(file))
        if period is None:
            self.diagnostics.append(diagnose(418, Place(shown(file))))
            return
        loaded = load_period(period, self.home)
        read = {_real(each) for each in loaded.dossier_files}
        if loaded.period and kind_of_file(file) == "dossier" and _real(file) not in read:
            self.diagnostics.append(diagnose(521, Place(shown(file)), period=shown(period)))
        self.diagnostics.extend(each for each in loaded.diagnostics if each.place.path == shown(file))


def _unreadable(file: Path) -> tuple[Diagnostic, ...]:
    """Why a file can't be told to be any of ours."""
    shaped = read_document(file, shown(file))
    return shaped if isinstance(shaped, tuple) else tuple(shaped.diagnostics)


def _files_below(found: Path, home: Home) -> Iterator[Path]:
    if found.is_file():
        yield found
        return
    at_home = _real(found) == _real(home.root)
    for entry in sorted(found.iterdir()):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir() and not (at_home and entry.name in home.skipped):
            yield from _files_below(entry, home)
        elif entry.suffix.lower() in (".yaml", ".yml"):
            yield entry


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _start(written: str) -> Path:
    path = Path(written)
    if not _exists(path):
        return Path.cwd()
    return path if path.is_dir() else path.parent


def _problems(home: Home) -> tuple[Diagnostic, ...]:
    return (home.problem, *home.warnings) if home.problem else home.warnings


def _nothing_there(written: str, home: Home) -> Diagnostic:
    guess = nearest(written, _known(home))
    suggestion = (
        f"Có phải là “{guess}”?" if guess else "Kiểm tra lại đường dẫn, hoặc mã thang điểm trong thư mục criteria."
    )
    return diagnose(191, Place(written or "."), name=written, suggestion=suggestion)


def _known(home: Home) -> Iterable[str]:
    return [*home.scale_ids(), *_examples(home)]


def _examples(home: Home) -> list[str]:
    """The periods among home's examples, as one types them."""
    files = home.root.glob(f"examples/*/*/{PERIOD_FILE}")
    return sorted(file.parent.relative_to(home.root).as_posix() for file in files)


def _periods_near(folder: Path, home: Home) -> tuple[str, ...]:
    """Some periods below a folder, or else among home's examples."""
    below = [shown(each) for each in islice(_periods_below(folder), _MOST_PROPOSED)]
    return tuple(below or _examples(home)[:_MOST_PROPOSED])


def _periods_below(folder: Path) -> Iterator[Path]:
    # A whole disk may lie below: look into so many folders and no more.
    for name, folders, files in islice(os.walk(folder), _MOST_FOLDERS):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if PERIOD_FILE in files:
            yield Path(name)


def _inputs(loaded: LoadedPeriod, home: Home) -> frozenset[Path]:
    """The real paths of all files that a period was read from, and of the documents that its dossiers name."""
    return frozenset(map(_real, (home.root / MARKER, *loaded.files, *loaded.dossier_files)))
