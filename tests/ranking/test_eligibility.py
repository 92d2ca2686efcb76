"""Who may be ranked, and whether open questions may still change that."""

import pytest
from judged import EXCLUDES, SUSPENDS, about_violations, judged, made_period, rule, rule_set, violation

from thidua.inference.findings import Finding
from thidua.model.rules import Condition, Either, Rule, Test
from thidua.ranking.eligibility import depends_on_open_facts, eligibility

UNITS = ("u0", "u1", "u2")
NOTES = about_violations("XX-01", "under_review", level="note")


def found(made: Rule, unit: str | None) -> Finding:
    return Finding(made, unit, None, "", ())


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((), "eligible"),
        (((NOTES, "u1"),), "eligible"),
        (((SUSPENDS, "u1"),), "suspended"),
        (((EXCLUDES, "u1"),), "excluded"),
        (((SUSPENDS, "u1"), (EXCLUDES, "u1")), "excluded"),
        (((EXCLUDES, "u1"), (SUSPENDS, "u1"), (NOTES, "u1")), "excluded"),
        (((SUSPENDS, None), (EXCLUDES, None)), "eligible"),
        (((SUSPENDS, "not-a-member"), (EXCLUDES, "not-a-member")), "eligible"),
    ],
)
def test_what_was_found_about_a_unit_decides(findings: tuple[tuple[Rule, str | None], ...], expected: str) -> None:
    who = eligibility([found(*each) for each in findings], UNITS)
    assert who == {"u0": "eligible", "u1": expected, "u2": "eligible"}


def test_points_that_are_not_agreed_leave_a_unit_eligible() -> None:
    doubted = rule("SL-01", action="points_not_agreed", level="blocking")
    assert eligibility([found(doubted, "u0")], UNITS)["u0"] == "eligible"


def test_the_units_come_in_the_order_of_the_members() -> None:
    assert list(eligibility([found(EXCLUDES, "u2"), found(SUSPENDS, "u0")], UNITS)) == list(UNITS)


def test_a_matter_that_is_over_without_fault_concerns_nobody() -> None:
    made = made_period(2, violations=(violation("u0", "cleared"),))
    _, judgement = judged([(5, 5), (4, 4)], rule_set(SUSPENDS, EXCLUDES), made)
    assert set(judgement.eligibility.values()) == {"eligible"}


def condition(kind: str, *tests: Test | Either) -> Condition:
    return Condition("x", kind, tests)


def upon(*codes: str) -> Condition:
    asked = Test("rule", "equals", codes[0]) if len(codes) == 1 else Test("rule", "one_of", codes)
    return condition("finding", asked)


ON_POINTS = rule("DT-01", condition("criterion_result"))


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ((), False),
        ((ON_POINTS,), False),
        ((SUSPENDS, EXCLUDES, ON_POINTS), False),
        *(((rule("BX", condition(kind), action="exclude"),), False) for kind in ("registration", "session", "ballot")),
        ((rule("BX", condition("criterion_result"), action="exclude"),), True),
        ((rule("BX", condition("missing_evidence"), action="suspend"),), True),
        ((rule("BX", condition("violation"), condition("unit"), action="suspend"),), True),
        ((rule("BX", condition("unit"), action="points_not_agreed"),), False),
        ((ON_POINTS, rule("BX", upon("DT-01"), action="exclude")), True),
        ((NOTES, rule("BX", upon("XX-01"), action="exclude")), False),
        ((NOTES, ON_POINTS, rule("BX", upon("XX-01", "DT-01"), action="exclude")), True),
        ((ON_POINTS, rule("YY", upon("DT-01")), rule("BX", upon("YY"), action="suspend")), True),
        ((rule("BX", upon("out-of-force"), action="suspend"),), False),
    ],
)
def test_eligibility_is_open_where_a_rule_about_it_asks_for_open_facts(rules: tuple[Rule, ...], expected: bool) -> None:
    assert depends_on_open_facts(rules) is expected
    assert depends_on_open_facts(rules[::-1]) is expected
