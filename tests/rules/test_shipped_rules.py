"""The rules that are shipped build without a word, and their experts' cases hold.

A rule without a case that it must find and one that it must not is not defended by anything.
"""

from functools import cache
from pathlib import Path

import pytest

from thidua.home import Home, find_home
from thidua.inference.cases import run_rule_case
from thidua.loading.rule_cases import LoadedRuleCases, load_rule_cases
from thidua.loading.rules import LoadedRules, load_rules
from thidua.model.rules import RuleSet

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((ROOT / "rules").glob("*/*.yaml"))
NAMES = [f"{file.parent.name}/{file.stem}" for file in FILES]

# What a later version says of dossiers leads to the scale and the documents that its period names.
LATER = (
    "Nghị định 152/2025/NĐ-CP, Điều 4",
    "Thang điểm của Cụm, ",
    "Văn bản của Cụm ghi ở “căn cứ” của thời hạn",
    "Văn bản đối chiếu và căn cứ ghi trong đợt chấm điểm",
    "Quyết định ghi ở tệp điều chỉnh",
)
SEEN = {
    "lien-hiep-hoi-tay-ninh/2020": ("Kế hoạch công tác thi đua, khen thưởng năm 2020 của Liên hiệp Hội, mục ",),
    "thi-dua-cum/2019": ("Kế hoạch ngày 20/12/2019, ", "Luật Thi đua, "),
    "thi-dua-cum/2020": ("Kế hoạch 1466/KH-CTĐBTB ngày 02/7/2020, mục ", "Luật Thi đua, "),
    "thi-dua-cum/2024": (*LATER, "Luật Thi đua, "),
    "thi-dua-cum/2025": (*LATER, "Luật Thi đua, "),
    "dai-hoi-duyen-hai/2020": ("Kế hoạch 54/KH-UBND ngày 26/8/2019, mục ",),
}


@cache
def home() -> Home:
    return find_home(ROOT, ROOT)


@cache
def loaded(file: Path) -> LoadedRules:
    return load_rules(file, home())


@cache
def cases_of(file: Path) -> LoadedRuleCases:
    return load_rule_cases(file.parent / "tests" / file.name, home())


def rules_of(file: Path) -> RuleSet:
    rules = loaded(file).rules
    assert rules is not None
    return rules


def test_the_versions_of_the_clusters_are_there() -> None:
    assert {f"thi-dua-cum/{year}" for year in ("2019", "2020", "2024", "2025")} <= set(NAMES)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_rules_and_cases_build_without_a_diagnostic(file: Path) -> None:
    assert loaded(file).diagnostics == ()
    assert cases_of(file).diagnostics == ()
    assert rules_of(file).id == f"{file.parent.name}/{file.stem}"


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_basis_is_a_text_that_was_seen(file: Path) -> None:
    rules = rules_of(file)
    bases = {rule.id: rule.basis for rule in rules.rules} | {award.award: award.basis for award in rules.awards}
    seen = SEEN[rules.id]
    assert {code: basis for code, basis in bases.items() if not basis.startswith(seen)} == {}


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_rule_has_a_case_that_it_finds_in_words_and_one_that_it_does_not(file: Path) -> None:
    codes = [rule.id for rule in rules_of(file).rules]
    cases = cases_of(file).cases
    assert [
        code for code in codes if not any(each.rule == code and each.fires and each.message for each in cases)
    ] == []
    assert [code for code in codes if not any(each.rule == code and not each.fires for each in cases)] == []


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_all_cases_hold(file: Path) -> None:
    rules = rules_of(file)
    failed = [result for case in cases_of(file).cases if not (result := run_rule_case(case, rules)).passed]
    assert [(each.case.rule, each.case.name, each.messages) for each in failed] == []


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_a_firing_case_finds_nothing_but_what_it_says(file: Path) -> None:
    """A case of two units may find the same about both; what it says is then one of two."""
    rules = rules_of(file)
    results = [run_rule_case(case, rules) for case in cases_of(file).cases if case.fires]
    assert all(len(result.messages) <= 2 for result in results)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_a_dated_rule_is_tried_on_both_sides_of_its_dates(file: Path) -> None:
    dated = [rule for rule in rules_of(file).rules if rule.effective_from or rule.effective_to]
    for rule in dated:
        days = [case.reviewed_on for case in cases_of(file).cases if case.rule == rule.id]
        assert {rule.is_in_force(day) for day in days} == {True, False}


def test_nobody_is_suspended_or_excluded_where_the_law_in_force_was_not_seen() -> None:
    gates = {
        name: [rule.id for rule in rules_of(file).rules if rule.action in ("suspend", "exclude")]
        for file, name in zip(FILES, NAMES, strict=True)
    }
    assert gates == {
        "lien-hiep-hoi-tay-ninh/2020": [],
        "dai-hoi-duyen-hai/2020": [],
        "thi-dua-cum/2019": [],
        "thi-dua-cum/2020": [],
        "thi-dua-cum/2024": ["BX-02"],
        "thi-dua-cum/2025": ["BX-02", "BX-04"],
    }


def test_where_the_plan_names_no_award_and_no_order_none_is_made_up() -> None:
    rules = rules_of(ROOT / "rules/lien-hiep-hoi-tay-ninh/2020.yaml")
    assert (rules.awards, rules.tie_breaks) == ((), ())


def test_a_plan_that_ranks_nobody_has_rules_that_rank_nobody() -> None:
    rules = rules_of(ROOT / "rules/dai-hoi-duyen-hai/2020.yaml")
    assert (rules.tie_breaks, rules.awards) == ((), ())


def test_the_same_code_means_the_same_in_every_version() -> None:
    names: dict[str, set[str]] = {}
    for file in FILES:
        for rule in rules_of(file).rules:
            names.setdefault(rule.id, set()).add(rule.name)
    assert {code: found for code, found in names.items() if len(found) > 1} == {}
