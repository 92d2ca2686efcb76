"""Made-up facts of a whole cluster and rules over them, as a conference's secretariat would write them."""

import random

from thidua.model.fact import Fact
from thidua.model.rules import Action, Condition, Either, Level, Reference, Rule, Test

UNIT, CRITERION = Reference("result", "unit"), Reference("result", "criterion")
STATUSES = ("scored", "missing_evidence", "awaiting_source", "incomplete")


def made_up_facts(units: int, criteria: int) -> tuple[Fact, ...]:
    """About 1.7 facts for each unit and criterion; the same ones for the same numbers."""
    chance = random.Random(f"{units} {criteria}")
    facts: list[Fact] = []
    for number in range(units):
        unit = f"don-vi-{number + 1}"
        head = {"is_head": int(number == 0), "is_deputy": int(number == 1), "unit_state": "scored"}
        facts.append(Fact("unit", {"unit": unit, "total": chance.randint(6_000_000, 10_000_000), **head}))
        for index in range(criteria):
            facts += _about_criterion(unit, f"tieu-chi-{index}", index, chance)
        facts.append(
            Fact("registration", {"unit": unit, "registered": int(chance.random() < 0.9), "registered_on": 737_100})
        )
        for deadline in ("tu-cham-diem", "bao-cao"):
            late = max(0, chance.randint(-20, 5))
            facts.append(Fact("deadline", {"unit": unit, "deadline": deadline, "late_days": late, "is_past": 1}))
        if chance.random() < 0.1:
            facts.append(Fact("violation", {"unit": unit, "violation_kind": "inspection", "violation_state": "open"}))
    return tuple(facts)


def _about_criterion(unit: str, criterion: str, index: int, chance: random.Random) -> list[Fact]:
    points, agreed = chance.randint(0, 100_000), chance.random() < 0.95
    about: dict[str, int | str] = {"unit": unit, "criterion": criterion}
    result: dict[str, int | str] = {
        **about, "section": f"noi-dung-{index // 20}", "status": chance.choices(STATUSES, (90, 4, 3, 3))[0],
        "points": points, "self_points": points if agreed else points + 5_000, "standard_points": 100_000,
        "ceiling": 120_000, "self_difference": 0 if agreed else 5_000, "evidence_missing": int(chance.random() < 0.05),
        "has_explanation": int(chance.random() < 0.5), "has_reply": int(chance.random() < 0.02),
    }  # fmt: skip
    facts = [Fact("criterion_result", result)]
    if chance.random() < 0.65:
        borrowed = chance.random() < 0.005
        reference = f"{index + 1}/BC-UBND ngày 05/12/2019 Ủy ban nhân dân {'tỉnh khác' if borrowed else unit}"
        document = {"reference": reference, "document_date": 737_000 + chance.randint(0, 400), "received": 737_467}
        facts.append(Fact("evidence_item", {**about, **document, "for_figure": "actual", "has_number_or_date": 1}))
    if chance.random() < 0.05:
        facts.append(Fact("figure", {**about, "figure": "thực hiện", "magnitude": chance.randint(-3, 3)}))
    return facts


def realistic_rules() -> tuple[Rule, ...]:
    """Thirty rules: simple ones, joins of results with what belongs to them, a self-join, and rules upon findings."""
    rules = [
        _rule("document-twice", _document("one"), _same_document_elsewhere(), level="blocking"),
        _rule("late", _about("deadline", "late", Test("late_days", "greater", 0), Test("is_past", "equals", 1))),
        _rule("after-receipt", _evidence(Test("document_date", "greater", Reference("one", "received")))),
        _rule("no-number", _evidence(Test("has_number_or_date", "equals", 0))),
        _rule("inspected", _about("violation", "one", Test("violation_state", "equals", "open")), action="suspend"),
        _rule("unregistered", _about("registration", "one", Test("registered", "equals", 0))),
        _rule("differs", _result(Test("self_points", "differs", Reference("result", "points")))),
        _rule("above-ceiling", _result(Test("self_points", "greater", Reference("result", "ceiling")))),
        _rule(
            "old-document",
            _result(Test("status", "equals", "missing_evidence")),
            _joined("evidence_item", Test("document_date", "less", 737_020)),
        ),
        _rule(
            "misread",
            _result(Test("points", "greater", 90_000)),
            _joined("figure", Either(((Test("magnitude", "at_least", 3),), (Test("magnitude", "at_most", -3),)))),
        ),
        _rule(
            "unit-result",
            _result(Test("has_reply", "equals", 1)),
            _about("unit", "unit", Test("unit", "equals", UNIT), Test("total", "at_least", 7_000_000)),
        ),
    ]
    for section in range(3):
        within = Test("section", "equals", f"noi-dung-{section}")
        for status in STATUSES[1:]:
            rules.append(_rule(f"{status}-{section}", _result(within, Test("status", "equals", status))))
        explained = (Test("evidence_missing", "equals", 1), Test("has_explanation", "equals", 0))
        rules.append(_rule(f"unexplained-{section}", _result(within, *explained), action="points_not_agreed"))
        reply = Either(((Test("has_reply", "equals", 1),), (Test("self_difference", "differs", 0),)))
        rules.append(_rule(f"disputed-{section}", _result(within, reply)))
        asked = Test("rule", "one_of", (f"unexplained-{section}", f"disputed-{section}"))
        rules.append(_rule(f"again-{section}", _about("finding", "one", asked), level="explain"))
    head = _about("unit", "unit", Test("unit", "equals", Reference("one", "unit")), Test("is_head", "equals", 1))
    rules.append(_rule("head", _about("finding", "one", Test("rule", "equals", "late")), head, level="blocking"))
    return tuple(rules)


def _rule(name: str, *conditions: Condition, action: Action = "raise_finding", level: Level = "note") -> Rule:
    return Rule(name, name, conditions, action, level, ("tại ", Reference(conditions[0].name, "unit")), "Hướng dẫn")


def _about(kind: str, name: str, *tests: Test | Either) -> Condition:
    return Condition(name, kind, tests)


def _evidence(*tests: Test | Either) -> Condition:
    return _about("evidence_item", "one", *tests)


def _result(*tests: Test | Either) -> Condition:
    return Condition("result", "criterion_result", tests)


def _joined(kind: str, *tests: Test | Either) -> Condition:
    joins = (Test("unit", "equals", UNIT), Test("criterion", "equals", CRITERION))
    return Condition("other", kind, (*joins, *tests))


def _document(name: str) -> Condition:
    return _about("evidence_item", name, Test("for_figure", "equals", "actual"))


def _same_document_elsewhere() -> Condition:
    same = Test("reference", "equals", Reference("one", "reference"))
    return _about("evidence_item", "other", same, Test("unit", "differs", Reference("one", "unit")))
