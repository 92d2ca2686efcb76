"""Rules of two versions that are the same though their ids are not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from thidua.comparison.change import mirrored
from thidua.comparison.next_year import years_of
from thidua.identity import identity
from thidua.loading.rules import load_rules
from thidua.model.rules import RuleSet
from thidua.pages.rules_annex import rules_groups
from thidua.reports.version_page import version_page
from thidua.reports.version_summary import summary
from thidua.versions import Version, changes_between

ROOT = Path(__file__).parents[2]


def shipped() -> RuleSet:
    found = load_rules(ROOT / "rules/thi-dua-cum/2019.yaml").rules
    assert found
    return replace(found, rules=found.rules[:3])


def with_rules(old: RuleSet, *changed: tuple[int, str, tuple[str, ...]]) -> RuleSet:
    """The rules at these places, with another id and what they replace."""
    return replace(old, rules=tuple(replace(old.rules[at], id=name, replaces=gone) for at, name, gone in changed))


def told(old: RuleSet, new: RuleSet) -> list[tuple[str, tuple[str, ...]]]:
    changes = changes_between(old, new)
    assert {str(mirrored(each)) for each in changes_between(new, old)} == set(map(str, changes))
    page = version_page(Version(old, "cũ"), Version(new, "mới"), changes)
    entries = [entry for block in page.blocks if block.heading == "QUY TẮC" for entry in block.entries]
    return [(entry.text, entry.details) for entry in entries]


OLD = shipped()
FIRST, SECOND, THIRD = (rule.id for rule in OLD.rules)


def test_another_id_is_one_change() -> None:
    new = with_rules(OLD, (0, "MO-01", (FIRST,)), (1, SECOND, ()), (2, THIRD, ()))
    assert told(OLD, new) == [(f"{FIRST} → MO-01 {OLD.rules[0].name}", (f"Mã: {FIRST} → MO-01",))]
    rows = [row for group in rules_groups(OLD, new) for row in group.rows if row.old and row.old[0].number.pieces]
    assert [(row.kind, row.numbers) for row in rows] == [("changed", "MO-01"), ("same", SECOND), ("same", THIRD)]


def test_merged_rules_and_a_split_one_are_told_in_full() -> None:
    new = with_rules(OLD, (0, "MO-01", (FIRST, SECOND)), (2, THIRD, ()))
    ((heading, details),) = told(OLD, new)
    assert heading == f"Gộp: MO-01 {OLD.rules[0].name}"
    assert details[0] == f"Gộp từ: {FIRST} {OLD.rules[0].name}; {SECOND} {OLD.rules[1].name}"
    assert details[1].startswith("Điều kiện: ")
    years = years_of(OLD, new)
    assert summary(changes_between(OLD, new), years) == "gộp thành 1 quy tắc; tất cả 1 thay đổi"
    assert summary(changes_between(new, OLD), years) == "tách 1 quy tắc; tất cả 1 thay đổi"
    ((heading, details),) = told(new, OLD)
    assert heading == f"Tách: MO-01 {OLD.rules[0].name}"
    assert details[0] == f"Tách thành: {FIRST} {OLD.rules[0].name}; {SECOND} {OLD.rules[1].name}"
    assert any(each.startswith(f"{SECOND}: ") for each in details)


def test_what_was_replaced_before_both_stays_where_it_is() -> None:
    old = with_rules(OLD, (0, FIRST, ("CU-01",)), (1, SECOND, (FIRST,)), (2, THIRD, ()))
    assert changes_between(old, replace(old)) == ()
    assert told(old, with_rules(OLD, (0, FIRST, ("CU-01",)), (1, "MO-02", (FIRST, SECOND)), (2, THIRD, ()))) == [
        (f"{SECOND} → MO-02 {OLD.rules[1].name}", (f"Mã: {SECOND} → MO-02", f"Thay thế: {FIRST} → {FIRST}; {SECOND}"))
    ]


@pytest.mark.parametrize("gone", [(), ("CU-01",)])
def test_the_hash_knows_replaced_rules_and_only_them(gone: tuple[str, ...]) -> None:
    rule = replace(OLD.rules[0], replaces=gone)
    assert (identity(rule) == identity(OLD.rules[0])) == (gone == ())
