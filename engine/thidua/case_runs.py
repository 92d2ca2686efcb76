"""The experts' cases below files, folders or ids, run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua.building.documents import kind_of_file
from thidua.casework import CaseResult, run_case
from thidua.diagnostics import Diagnostic
from thidua.home import CRITERIA, RULES, Home, find_home, shown
from thidua.inference.cases import RuleCaseResult, run_rule_case
from thidua.loading import LoadedCases, LoadedRuleCases, LoadedScale, load_cases, load_rule_cases, load_scale
from thidua.locating import exists, files_below, locate, nothing_there, problems_of, start_of


@dataclass(frozen=True, slots=True)
class Tested:
    """The cases that were run, and the diagnostics of files whose cases could not be.

    ``files`` counts the files of cases that were found; ``not_run`` are those (as shown) whose scale or rules have
    errors; ``cases_not_run`` counts the cases that faults, there or their own, kept from being run.
    """

    home: Home
    results: tuple[CaseResult | RuleCaseResult, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    not_run: tuple[str, ...] = ()
    cases_not_run: int = 0


def run_cases(paths: Sequence[str], home_option: Path | None = None) -> Tested:
    """Run the experts' cases below the given files, folders or ids; all of home where none is given."""
    home = find_home(home_option, start_of(paths[0]) if paths else Path.cwd())
    results: list[CaseResult | RuleCaseResult] = []
    loaded_files: list[LoadedCases | LoadedRuleCases] = []
    diagnostics = [*problems_of(home)]
    load = cache(load_scale)
    for path in paths or _all_of(home):
        found = _cases_of(path, home)
        if found is None:
            diagnostics.append(nothing_there(path, home))
            continue
        for file in files_below(found, home):
            loaded, of_file = _run_file(file, home, load)
            results.extend(of_file)
            if loaded:
                loaded_files.append(loaded)
                diagnostics.extend(loaded.diagnostics)
    # The diagnostics of a scale come with each of its files of cases: once is enough.
    not_run = tuple(shown(loaded.file) for loaded in loaded_files if _what_it_tests_is_broken(loaded))
    cases_not_run = sum(loaded.written for loaded in loaded_files) - len(results)
    return Tested(home, tuple(results), tuple(sorted(set(diagnostics))), len(loaded_files), not_run, cases_not_run)


def _all_of(home: Home) -> list[str]:
    folders = [home.root / CRITERIA, home.root / RULES]
    return [str(folder) for folder in folders if exists(folder)] or [str(home.root / CRITERIA)]


def _cases_of(written: str, home: Home) -> Path | None:
    """What is named; for rules, the file of cases with the same name beside them."""
    found = locate(written, home)
    if found and found.is_file() and kind_of_file(found) == "rules":
        return found.parent / "tests" / found.name if exists(found.parent / "tests" / found.name) else found
    return found


def _run_file(
    file: Path, home: Home, load: Callable[[Path, Home], LoadedScale]
) -> tuple[LoadedCases | LoadedRuleCases | None, list[CaseResult] | list[RuleCaseResult]]:
    match kind_of_file(file):
        case "cases":
            of_scale = load_cases(file, home, load)
            scale = of_scale.scale
            return of_scale, [run_case(case, scale) for case in of_scale.cases] if scale else []
        case "rule_cases":
            of_rules = load_rule_cases(file, home)
            rules = of_rules.rules
            return of_rules, [run_rule_case(case, rules) for case in of_rules.cases] if rules else []
        case _:
            return None, []


def _what_it_tests_is_broken(loaded: LoadedCases | LoadedRuleCases) -> bool:
    """Whether the scale or the rules, and not the file of cases itself, keep its cases from being run."""
    tested = loaded.scale if isinstance(loaded, LoadedCases) else loaded.rules
    return tested is None and any(each.place.path != shown(loaded.file) for each in loaded.diagnostics)
