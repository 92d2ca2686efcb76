"""Load experts' cases of rules with the rules that they defend."""

from pathlib import Path

from msgspec import Struct

from thidua.building.documents import read_document
from thidua.building.rule_cases import build_rule_cases
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import Home, shown
from thidua.loading.rules import load_rules
from thidua.model.rule_cases import RuleCase
from thidua.model.rules import RuleSet


class LoadedRuleCases(Struct, frozen=True):
    """The cases of one file. ``rules`` None: its rules have errors or are not there, so no case can be run.

    ``written``: how many cases the file holds, also those that can't be run; 0 where it can't be read.
    """

    file: Path
    rules: RuleSet | None
    cases: tuple[RuleCase, ...]
    diagnostics: tuple[Diagnostic, ...]
    written: int = 0


def load_rule_cases(file: Path, home: Home) -> LoadedRuleCases:
    """Read a file of cases; its rules are those in the folder above it whose file has the name that ends their id."""
    shaped = read_document(file, shown(file), "rule_cases")
    if isinstance(shaped, tuple):
        return LoadedRuleCases(file, None, (), shaped)
    rules_id, written = shaped.data.get("rule_set"), len(shaped.data.get("cases") or ())
    if rules_id is None:
        return LoadedRuleCases(file, None, (), tuple(shaped.diagnostics), written)
    rules_file = file.resolve().parent.parent / f"{rules_id.rpartition('/')[2]}.yaml"
    if not rules_file.is_file():
        missing = diagnose(712, Place(shown(file)), id=rules_id)
        return LoadedRuleCases(file, None, (), (*shaped.diagnostics, missing), written)
    loaded = load_rules(rules_file, home)
    if loaded.rules is None:
        return LoadedRuleCases(file, None, (), (*shaped.diagnostics, *loaded.diagnostics), written)
    cases = build_rule_cases(shaped, loaded.rules)
    return LoadedRuleCases(file, loaded.rules, cases, tuple(shaped.diagnostics), written)
