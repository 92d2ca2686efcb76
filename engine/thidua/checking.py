"""Everything that can be wrong in files, folders or ids."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from thidua.building.documents import kind_of_file, read_document
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import CASES, PERIOD_FILE, SCALE_FILE, Home, find_home, shown
from thidua.linting import Subject, is_only_advice, lint_replaced_rules, lint_rules, lint_scale, regraded
from thidua.loading.cases import LoadedCases, load_cases
from thidua.loading.consultations import load_consultation
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.loading.records import RECORD_FILES
from thidua.loading.rule_cases import load_rule_cases
from thidua.loading.rules import load_rules
from thidua.loading.scales import LoadedScale, load_scale
from thidua.locating import files_below, locate, nothing_there, problems_of, real_path, start_of
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.numerals.writing import format_number
from thidua.reading.files import WORKBOOK_SUFFIXES
from thidua.schemas import Shaped
from thidua.scoring import ClusterResult, score_cluster
from thidua.vocabulary import key


class Checked(Struct, frozen=True):
    """What ``check`` looked at and found. ``files`` counts scales, periods, dossiers and cases.

    ``held_back``: how much advice there is besides that nothing need be done about.
    """

    home: Home
    files: int
    diagnostics: tuple[Diagnostic, ...]
    held_back: int = 0


def check(paths: Sequence[str], home_option: Path | None = None, everything: bool = False) -> Checked:
    """Find everything that can be wrong in files, folders or ids; in all of home where none is given.

    ``everything``: also the lints' information, which otherwise is only counted.
    """
    home = find_home(home_option, start_of(paths[0]) if paths else Path.cwd())
    checker = _Checker(home)
    for path in paths or (str(home.root),):
        checker.check(path)
    found = (*problems_of(home), *sorted(set(checker.diagnostics)))
    graded = tuple(regraded(found, home.settings))
    told = tuple(each for each in graded if everything or not is_only_advice(each))
    return Checked(home, len(checker.seen), told, len(graded) - len(told))


def check_scale_as(loaded: LoadedScale, home: Home) -> tuple[Diagnostic, ...]:
    """What ``check`` would say of a scale's file if its text were the one that was loaded."""
    checker = _Checker(home)
    checker.scales[real_path(loaded.file)] = loaded
    return tuple(each for each in regraded(checker.scale_alone(loaded.file), home.settings) if not is_only_advice(each))


def changed_since_decided(loaded: LoadedPeriod, result: ClusterResult) -> Iterator[Diagnostic]:
    """Decisions on points that are computed otherwise by now."""
    for unit in result.units:
        for each in unit.criteria:
            decision = each.decisions.latest
            if decision and decision.old_points not in (None, each.computed) and loaded.adjustments_place:
                old = format_number(decision.old_points or Fraction(0))
                computed = "chưa có điểm" if each.computed is None else format_number(each.computed)
                about = f"{unit.member.name}, {each.criterion.name}"
                yield diagnose(519, loaded.adjustments_place, about=about, old=old, computed=computed)


class _Checker:
    def __init__(self, home: Home) -> None:
        self.home = home
        self.seen: set[Path] = set()
        self.diagnostics: list[Diagnostic] = []
        self.scales: dict[Path, LoadedScale] = {}
        self.cases: dict[Path, LoadedCases] = {}

    def check(self, written: str) -> None:
        found = locate(written, self.home)
        if found is None:
            self.diagnostics.append(nothing_there(written, self.home))
            return
        before = len(self.seen)
        files = list(files_below(found, self.home))
        # Periods first: they check their dossiers, which then need not be checked again.
        for file in sorted(files, key=lambda each: each.name != PERIOD_FILE):
            self.file(file)
        if len(self.seen) == before and found.is_dir():
            self.diagnostics.append(diagnose(192, Place(written), name=written))

    def file(self, file: Path) -> None:
        if real_path(file) in self.seen:
            return
        match _kind(file):
            case "period":
                self.period(file)
            case (
                "dossier" | "adjustments" | "registrations" | "violations" | "ballots" | "congress" | "outline" as kind
            ):
                self.part_of_period(file, kind)
            case kind:
                self.seen.add(real_path(file))
                self.diagnostics.extend(self.alone(file, kind))

    def alone(self, file: Path, kind: str | None) -> tuple[Diagnostic, ...]:
        """What is wrong with a file that means something by itself."""
        match kind:
            case "scale":
                return self.scale_alone(file)
            case "comments":
                return load_consultation(file, self.home).diagnostics
            case "cases":
                return self.load_cases(file).diagnostics
            case "rules":
                return self.rules_alone(file)
            case "rule_cases":
                return load_rule_cases(file, self.home).diagnostics
            case _:
                return _unreadable(file)

    def rules_alone(self, file: Path) -> tuple[Diagnostic, ...]:
        loaded = load_rules(file, self.home)
        if loaded.rules is None or loaded.written is None:
            return loaded.diagnostics
        return (
            *loaded.diagnostics,
            *lint_rules(loaded.rules, loaded.written),
            *self.replaced_rules(file, loaded.rules, loaded.written),
        )

    def replaced_rules(self, file: Path, rules: RuleSet, written: Shaped) -> Iterator[Diagnostic]:
        """Replaced rules that are none; the other versions are read only where a rule replaces some."""
        beside = self.home.rules_beside(file)
        if beside is None or not any(rule.replaces for rule in rules.rules):
            return
        others = [found for each in beside if (found := load_rules(each, self.home).rules)]
        yield from lint_replaced_rules(rules, written, others)

    def scale_alone(self, file: Path) -> tuple[Diagnostic, ...]:
        loaded = self.load_scale(file, self.home)
        if loaded.scale is None or loaded.written is None:
            return loaded.diagnostics
        subject = Subject(loaded.scale, loaded.written, self.other_versions(file), self.criteria_in_cases(file))
        return (*loaded.diagnostics, *lint_scale(subject))

    def other_versions(self, file: Path) -> tuple[Scale, ...] | None:
        """The other scales of the same set in home, of those that can be built; None for a file elsewhere."""
        others = self.home.versions_beside(file)
        if others is None:
            return None
        return tuple(scale for other in others if (scale := self.load_scale(other, self.home).scale))

    def criteria_in_cases(self, file: Path) -> frozenset[str] | None:
        """The criteria that the cases beside a scale look at; None where the file is not called as a scale is."""
        if file.name != SCALE_FILE:
            return None
        files = sorted((real_path(file).parent / CASES).glob("*.y*ml"))
        return frozenset(case.criterion for each in files for case in self.load_cases(each).cases)

    def load_scale(self, file: Path, home: Home | None) -> LoadedScale:
        """Load a scale once, however many files ask for it."""
        found = self.scales.get(real_path(file))
        if found is None or found.file != file:
            found = self.scales[real_path(file)] = load_scale(file, home)
        return found

    def load_cases(self, file: Path) -> LoadedCases:
        """Load a file of cases once."""
        if real_path(file) not in self.cases:
            self.cases[real_path(file)] = load_cases(file, self.home, self.load_scale)
        return self.cases[real_path(file)]

    def period(self, file: Path) -> None:
        loaded = load_period(file, self.home)
        self.seen.add(real_path(file))
        self.seen.update(real_path(each) for each in (*loaded.dossier_files, *loaded.record_files))
        self.diagnostics.extend(loaded.diagnostics)
        if loaded.adjustments_place and loaded.period and loaded.scale and not has_errors(loaded.faults):
            result = score_cluster(loaded.scale, loaded.period, loaded.dossiers, loaded.unscorable)
            self.diagnostics.extend(changed_since_decided(loaded, result))

    def part_of_period(self, file: Path, kind: str) -> None:
        """A dossier, or what people did or decided, means something only within its period: show what concerns it."""
        period = next(
            (folder / PERIOD_FILE for folder in real_path(file).parents if (folder / PERIOD_FILE).is_file()), None
        )
        self.seen.add(real_path(file))
        if period is None:
            self.diagnostics.append(diagnose(418, Place(shown(file))))
            return
        loaded = load_period(period, self.home)
        read = {real_path(each) for each in loaded.dossier_files}
        if loaded.period and kind == "dossier" and real_path(file) not in read:
            self.diagnostics.append(diagnose(521, Place(shown(file)), period=shown(period)))
        if loaded.period and kind in _NAMED_BY_PERIOD and real_path(file) not in map(real_path, loaded.record_files):
            self.diagnostics.append(_not_named(file, kind, period))
        self.diagnostics.extend(each for each in loaded.diagnostics if each.place.path == shown(file))


def _kind(file: Path) -> str | None:
    """The kind of a file; a workbook can only be a dossier."""
    return "dossier" if file.suffix.lower() in WORKBOOK_SUFFIXES else kind_of_file(file)


_NAMED_BY_PERIOD = RECORD_FILES.keys() - {"adjustments"}


def _not_named(file: Path, kind: str, period: Path) -> Diagnostic:
    """That a period does not read a file which lies with it."""
    name = key(RECORD_FILES[kind])
    return diagnose(550, Place(shown(file)), period=shown(period), key=name, file=file.name)


def _unreadable(file: Path) -> tuple[Diagnostic, ...]:
    """Why a file can't be told to be any of ours."""
    shaped = read_document(file, shown(file))
    return shaped if isinstance(shaped, tuple) else tuple(shaped.diagnostics)
