"""The experts' cases below files, folders or ids, run."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from thidua.building.documents import kind_of_file
from thidua.casework import CaseResult, run_case
from thidua.diagnostics import Diagnostic
from thidua.home import CRITERIA, RULES, Home, find_home, shown
from thidua.loading.cases import LoadedCases, load_cases
from thidua.loading.rule_cases import LoadedRuleCases, load_rule_cases
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua.locating import exists, files_below, locate, nothing_there, problems_of, start_of
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale

if TYPE_CHECKING:
    from thidua.inference.cases import RuleCaseResult


class Tested(Struct, frozen=True):
    """The cases that were run, and the diagnostics of files whose cases could not be.

    ``files`` counts the files of cases that were found; ``not_run`` are those (as shown) whose scale or rules have
    errors, ``unread`` those whose cases can't be read, nor counted; ``cases_not_run`` counts the others that faults,
    there or their own, kept from being run. ``scales`` and ``rule_sets``: what was tested, each with its results, in
    the order in which it was met.
    """

    home: Home
    results: "tuple[CaseResult | RuleCaseResult, ...]"
    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    not_run: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    cases_not_run: int = 0
    scales: tuple[tuple[Scale, tuple[CaseResult, ...]], ...] = ()
    rule_sets: "tuple[tuple[RuleSet, tuple[RuleCaseResult, ...]], ...]" = ()


def run_cases(paths: Sequence[str], home_option: Path | None = None, also_untested: bool = False) -> Tested:
    """Run the experts' cases below the given files, folders or ids; all of home where none is given.

    ``also_untested``: a scale or rules that were asked for are told of too where they have no cases.
    """
    home = find_home(home_option, start_of(paths[0]) if paths else Path.cwd())
    run = _Run(home, also_untested)
    diagnostics = [*problems_of(home)]
    for path in paths or _all_of(home):
        found = _cases_of(path, home)
        if found is None:
            diagnostics.append(nothing_there(path, home))
            continue
        for file in files_below(found, home):
            run.file(file)
    # The diagnostics of a scale come with each of its files of cases: once is enough.
    diagnostics += [each for loaded in run.loaded for each in loaded.diagnostics]
    not_run = tuple(shown(loaded.file) for loaded in run.loaded if _what_it_tests_is_broken(loaded))
    return Tested(
        home,
        tuple(run.results),
        tuple(sorted(set(diagnostics))),
        files=len(run.loaded),
        not_run=not_run,
        unread=tuple(shown(loaded.file) for loaded in run.loaded if not loaded.written and loaded.diagnostics),
        cases_not_run=sum(loaded.written for loaded in run.loaded) - len(run.results),
        scales=tuple((scale, tuple(found)) for scale, found in run.scales.values()),
        rule_sets=tuple((rules, tuple(found)) for rules, found in run.rule_sets.values()),
    )


class _Run:
    """The files so far. Each scale is read once, however many files of cases it has."""

    def __init__(self, home: Home, also_untested: bool) -> None:
        self.home = home
        self.also_untested = also_untested
        self.load_scale = cache(load_scale)
        self.loaded: list[LoadedCases | LoadedRuleCases] = []
        self.results: list[CaseResult | RuleCaseResult] = []
        self.scales: dict[str, tuple[Scale, list[CaseResult]]] = {}
        self.rule_sets: dict[str, tuple[RuleSet, list[RuleCaseResult]]] = {}

    def file(self, file: Path) -> None:
        match kind_of_file(file):
            case "cases":
                self.cases(load_cases(file, self.home, self.load_scale))
            case "rule_cases":
                self.rule_cases(load_rule_cases(file, self.home))
            case "scale" if self.also_untested:
                scale = self.load_scale(file.resolve(), self.home).scale
                if scale:
                    self.scales.setdefault(scale.id, (scale, []))
            case "rules" if self.also_untested:
                rules = load_rules(file, self.home).rules
                if rules:
                    self.rule_sets.setdefault(rules.id, (rules, []))

    def cases(self, loaded: LoadedCases) -> None:
        self.loaded.append(loaded)
        if loaded.scale:
            results = [run_case(case, loaded.scale) for case in loaded.cases]
            self.results.extend(results)
            self.scales.setdefault(loaded.scale.id, (loaded.scale, []))[1].extend(results)

    def rule_cases(self, loaded: LoadedRuleCases) -> None:
        from thidua.inference.cases import run_rule_case  # what runs rules, which cases of scales need not wait for

        self.loaded.append(loaded)
        if loaded.rules:
            results = [run_rule_case(case, loaded.rules) for case in loaded.cases]
            self.results.extend(results)
            self.rule_sets.setdefault(loaded.rules.id, (loaded.rules, []))[1].extend(results)


def _all_of(home: Home) -> list[str]:
    folders = [home.root / CRITERIA, home.root / RULES]
    return [str(folder) for folder in folders if exists(folder)] or [str(home.root / CRITERIA)]


def _cases_of(written: str, home: Home) -> Path | None:
    """What is named; for rules, the file of cases with the same name beside them."""
    found = locate(written, home)
    if found and found.is_file() and kind_of_file(found) == "rules":
        return found.parent / "tests" / found.name if exists(found.parent / "tests" / found.name) else found
    return found


def _what_it_tests_is_broken(loaded: LoadedCases | LoadedRuleCases) -> bool:
    """Whether the scale or the rules, and not the file of cases itself, keep its cases from being run."""
    tested = loaded.scale if isinstance(loaded, LoadedCases) else loaded.rules
    return tested is None and any(each.place.path != shown(loaded.file) for each in loaded.diagnostics)
