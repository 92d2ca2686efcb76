"""What rules lead to, in JSON: the keys of the contract in their order, with the additions, and their values."""

import json
from fractions import Fraction
from typing import Any

from judged import (
    DAY,
    EXCLUDES,
    SUSPENDS,
    as_scored,
    ballot,
    concluded,
    judged,
    made_period,
    rule,
    rule_set,
    violation,
)

from thidua.inference.engine import REFERENCE_NAME
from thidua.model.conference import Session
from thidua.model.rules import AwardRule, Condition, RuleSet, Test, TieBreak
from thidua.reports.json_report import as_json, json_report
from thidua.vocabulary.facts import POINTS_SCALE

FLAG = AwardRule(1, "Cờ thi đua", "Quy chế, Điều 7", Fraction(4, 5))
MERIT = AwardRule(2, "Bằng khen", "Quy chế, Điều 8", assumed=True)
ASKS = rule("DT-01", Condition("k", "criterion_result", (Test("points", "equals", 42 * POINTS_SCALE),)))
ROWS: list[tuple[int | None, int | None] | None] = [(42, 30), (30, 20), (20, None)]

KEYS = {
    "rules": "id hash engine notice",
    "findings": "rule level action answered_by unit criterion message basis",
    "places": "place unit tied reason certain open_questions decided",
    "open_questions": "kind unit criterion range",
    "awards": "place unit award met missing assumed basis decided",
    "decided": "unit reason document",
}


def made(rules: RuleSet, rows: Any = None, **changes: Any) -> dict[str, Any]:
    cluster, judgement = judged(rows or ROWS, rules, made_period(len(rows or ROWS), **changes))
    return as_json(as_scored(cluster, judgement), cluster)


FULL = made(
    rule_set(ASKS, SUSPENDS, EXCLUDES, awards=(FLAG, MERIT)),
    conclusions=(concluded(1, "u1"),),
    ballots=(ballot("u1", 9),),
)


def test_the_keys_of_the_contract_in_their_order() -> None:
    assert list(FULL["rules"]) == KEYS["rules"].split()
    for part in ("findings", "places", "awards"):
        assert {tuple(each) for each in FULL[part]} == {tuple(KEYS[part].split())}
    questions = [each for place in FULL["places"] for each in place["open_questions"]]
    assert {tuple(each) for each in questions} == {tuple(KEYS["open_questions"].split())}
    assert tuple(FULL["places"][0]["decided"]) == tuple(KEYS["decided"].split())


def test_all_values_are_those_of_json() -> None:
    cluster, judgement = judged(ROWS, rule_set(ASKS, awards=(FLAG, MERIT)))
    scored = as_scored(cluster, judgement)
    saved = json.loads(json_report(scored, cluster))
    assert len(saved.pop("content_hash")) == 64
    assert saved == as_json(scored, cluster)


def test_the_rules() -> None:
    assert FULL["rules"] == {"id": "thu/1", "hash": "c" * 64, "engine": REFERENCE_NAME, "notice": None}


def test_a_finding() -> None:
    assert FULL["findings"] == [
        {
            "rule": "DT-01",
            "level": "explain",
            "action": "raise_finding",
            "answered_by": "unit",
            "unit": "u0",
            "criterion": "thu-nhat",
            "message": "Tỉnh A: có việc",
            "basis": "Quy chế, Điều 4",
        }
    ]


def test_a_finding_about_the_whole_cluster_names_no_unit() -> None:
    waits = rule("NN-01", Condition("s", "session", ()), level="blocking")
    session = Session("preparatory", DAY, None, 15, 14, None, None, None)
    (found,) = made(rule_set(waits), sessions=(session,))["findings"]
    assert (found["unit"], found["criterion"], found["level"]) == (None, None, "blocking")


def test_places_with_what_is_open_and_what_was_decided() -> None:
    open_question = {"kind": "criterion", "unit": "u2", "criterion": "thu-hai", "range": ["0.00", "100.00"]}
    decided = {"unit": "u1", "reason": "Hội nghị thống nhất", "document": "Biên bản số 1"}
    assert FULL["places"] == [
        {
            "place": 1,
            "unit": "u0",
            "tied": [],
            "reason": "",
            "certain": False,
            "open_questions": [open_question],
            "decided": decided,
        },
        {
            "place": 2,
            "unit": "u1",
            "tied": [],
            "reason": "",
            "certain": False,
            "open_questions": [open_question],
            "decided": None,
        },
    ]


def test_kinds_of_open_questions() -> None:
    found = made(rule_set(SUSPENDS), [(42, 30), (30, 20), None], violations=(violation("u0"),))
    assert found["places"][0]["open_questions"] == [
        {"kind": "suspension", "unit": "u0", "criterion": None, "range": None},
        {"kind": "dossier", "unit": "u2", "criterion": None, "range": ["0.00", "200.00"]},
    ]


def test_what_has_no_range_comes_before_the_widest_range() -> None:
    rows = [(42, 30), (30, 20), (20, None), None]
    found = made(rule_set(SUSPENDS, awards=(FLAG,)), rows, violations=(violation("u0"),))
    assert found["places"][0]["open_questions"] == [
        {"kind": "ballot", "unit": "u1", "criterion": None, "range": None},
        {"kind": "suspension", "unit": "u0", "criterion": None, "range": None},
        {"kind": "dossier", "unit": "u3", "criterion": None, "range": ["0.00", "200.00"]},
        {"kind": "criterion", "unit": "u2", "criterion": "thu-hai", "range": ["0.00", "100.00"]},
    ]


def test_those_who_share_a_place() -> None:
    found = made(rule_set(), [(20, 20), (42, 30), (30, 42)])
    (first,) = found["places"]
    assert (first["place"], first["unit"], first["tied"], first["certain"]) == (1, "u1", ["u2"], False)
    assert first["reason"] == "không còn tiêu chuẩn nào để phân định"


def test_awards() -> None:
    assert FULL["awards"] == [
        {
            "place": 1,
            "unit": "u1",
            "award": "Cờ thi đua",
            "met": True,
            "missing": [],
            "assumed": False,
            "basis": "Quy chế, Điều 7",
            "decided": {"unit": "u1", "reason": "Hội nghị thống nhất", "document": "Biên bản số 1"},
        },
        {
            "place": 2,
            "unit": None,
            "award": "Bằng khen",
            "met": False,
            "missing": ["hội nghị đã kết luận Tỉnh B ở hạng 1, khác với điểm, và chưa kết luận hạng này"],
            "assumed": True,
            "basis": "Quy chế, Điều 8",
            "decided": None,
        },
    ]


def test_units_with_eligibility_place_and_why() -> None:
    violations = (violation("u1"), violation("u2", "confirmed"))
    steps = (TieBreak("section_points", of="noi-dung-ii"),)
    rows = [(30, 42), (20, 20), (10, 10), (42, 30), None]
    found = made(rule_set(SUSPENDS, EXCLUDES, tie_breaks=steps), rows, violations=violations)
    assert [
        (unit["id"], unit["rank"], unit["eligibility"], unit["place"], unit["place_reason"]) for unit in found["units"]
    ] == [
        ("u0", 1, "eligible", 1, "điểm nội dung II: 42"),
        ("u1", 3, "suspended", None, ""),
        ("u2", 4, "excluded", None, ""),
        ("u3", 1, "eligible", 2, "điểm nội dung II: 30"),
        ("u4", None, "eligible", None, ""),
    ]


def test_without_rules_there_are_none_of_these() -> None:
    cluster, _ = judged(ROWS, rule_set())
    found = as_json(as_scored(cluster, None), cluster)
    assert found["rules"] is None
    assert (found["findings"], found["places"], found["awards"]) == ([], [], [])
    assert {(unit["eligibility"], unit["place"], unit["place_reason"]) for unit in found["units"]} == {(None, None, "")}
