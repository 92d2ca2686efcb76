"""What rules mean, for either engine: the facts that match, and the findings that follow."""

import unicodedata

import pytest
from rule_problems import rule

from thidua.inference import Inference, durable
from thidua.inference.engine import Engine, run
from thidua.inference.matching import finding_of
from thidua.model.fact import Fact
from thidua.model.rules import Condition, Either, Operator, Reference, Rule, Test

NEEDS_DURABLE = pytest.mark.skipif(not durable.is_available(), reason="durable-rules is not installed")
LARGE = 2**53


@pytest.fixture(params=["reference", pytest.param("durable", marks=NEEDS_DURABLE)])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.param


def matched(engine: Engine, facts: list[Fact], *rules: Rule) -> list[tuple[int, ...]]:
    ran = run(rules, facts, engine)
    assert ran.notice is None
    return [match.facts for match in ran.inference.matches]


def matched_by_each(engine: Engine, facts: list[Fact], *rules: Rule) -> list[list[tuple[int, ...]]]:
    """What each of several rules matches, which must not disturb one another; one process for all."""
    ran = run(rules, facts, engine)
    assert ran.notice is None
    return [[each.facts for each in ran.inference.matches if each.rule == number] for number in range(len(rules))]


def one(*tests: Test | Either, kind: str = "a", name: str = "one") -> Condition:
    return Condition(name, kind, tests)


COMPARED: tuple[tuple[Operator, int | str | tuple[int | str, ...], list[int]], ...] = (
    ("equals", 5, [1]),
    ("differs", 5, [0, 2, 3]),
    ("greater", 5, [2]),
    ("less", 5, [0]),
    ("at_least", 5, [1, 2]),
    ("at_most", 5, [0, 1]),
    ("one_of", (5, "5", 9), [1, 3]),
    ("equals", "5", [3]),
    ("greater", "4", []),
    ("equals", "một", []),
)


def test_comparisons_are_false_where_there_is_no_value_and_between_kinds(engine: Engine) -> None:
    facts = [Fact("a", {"x": x}) for x in (-4, 5, 6, "5")] + [Fact("a", {}), Fact("b", {"x": 5})]
    rules = [rule(f"r{number}", one(Test("x", *compared[:2]))) for number, compared in enumerate(COMPARED)]
    assert matched_by_each(engine, facts, *rules) == [[(place,) for place in found] for _, _, found in COMPARED]


ORDERS: tuple[tuple[Operator, list[int]], ...] = (
    ("equals", [0]),
    ("differs", [1, 2]),
    ("greater", [2]),
    ("less", [1]),
    ("at_least", [0, 2]),
    ("at_most", [0, 1]),
)


def test_nothing_holds_between_a_value_and_none(engine: Engine) -> None:
    facts = [Fact("a", {"x": 1}), Fact("b", {})]
    rules = []
    for operator, _ in ORDERS:
        across = Test("x", operator, Reference("one", "x"))
        back = Test("x", operator, Reference("other", "x"))
        within = Test("x", operator, Reference("one", "y"))
        rules += [
            rule(f"{operator} across", one(), one(across, kind="b", name="other")),
            rule(f"{operator} back", one(kind="b", name="other"), one(back)),
            rule(f"{operator} within", one(within)),
        ]
    assert matched_by_each(engine, facts, *rules, rule("any", one())) == [*[[]] * len(rules), [(0,)]]


def test_fields_of_one_fact_are_compared(engine: Engine) -> None:
    facts = [Fact("a", {"x": x, "y": LARGE}) for x in (LARGE, LARGE - 1, LARGE + 1)]
    wanted = [[(place,) for place in found] for _, found in ORDERS]
    by_field = [rule(name, one(Test("x", name, Reference("one", "y")))) for name, _ in ORDERS]
    by_value = [rule(f"{name} value", one(Test("x", name, LARGE))) for name, _ in ORDERS]
    assert matched_by_each(engine, facts, *by_field, *by_value) == wanted + wanted


def test_one_fact_may_meet_several_conditions(engine: Engine) -> None:
    facts = [Fact("a", {"x": 1}), Fact("a", {"x": 2})]
    assert matched(engine, facts, rule("r", one(), one(name="other"))) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_equal_facts_are_several(engine: Engine) -> None:
    facts = [Fact("a", {"x": 1}), Fact("a", {"x": 1})]
    upon = one(Test("rule", "equals", "r"), kind="finding")
    found = run([rule("r", one()), rule("upon", upon)], facts, engine).inference
    assert [match.facts for match in found.matches] == [(0,), (1,), (2,)], "both give the same finding"


def test_facts_are_joined_by_equal_fields(engine: Engine) -> None:
    facts = [
        Fact("a", {"reference": "12/BC", "unit": "tỉnh-a"}),
        Fact("a", {"reference": "12/BC", "unit": "tỉnh-b"}),
        Fact("a", {"reference": "12/BC ", "unit": "tỉnh-c"}),
        Fact("a", {"unit": "tỉnh-d"}),
        Fact("a", {"reference": "12/BC"}),
    ]
    same = Test("reference", "equals", Reference("one", "reference"))
    elsewhere = Test("unit", "differs", Reference("one", "unit"))
    assert matched(engine, facts, rule("r", one(), one(same, elsewhere, name="other"))) == [(0, 1), (1, 0)]


def test_either_holds_where_all_of_one_group_do(engine: Engine) -> None:
    either = Either(((Test("x", "equals", 1), Test("y", "equals", 1)), (Test("x", "equals", 2),)))
    facts = [Fact("a", values) for values in ({"x": 1, "y": 1}, {"x": 1}, {"x": 2}, {"y": 1}, {})]
    assert matched(engine, facts, rule("r", one(either))) == [(0,), (2,)]
    assert matched(engine, facts, rule("r", one(Either(())))) == []
    nested = Either(((Test("y", "equals", 1), Either(((Test("x", "differs", 9),), (Test("x", "less", 0),)))),))
    assert matched(engine, facts, rule("r", one(nested))) == [(0,)]


def test_either_may_look_at_another_fact(engine: Engine) -> None:
    facts = [Fact("a", {"x": 1}), Fact("b", {"x": 1}), Fact("b", {"x": 3}), Fact("b", {"x": 2})]
    either = Either(((Test("x", "equals", Reference("one", "x")),), (Test("x", "equals", 2),)))
    assert matched(engine, facts, rule("r", one(), one(either, kind="b", name="other"))) == [(0, 1), (0, 3)]


def test_rules_follow_upon_findings_whatever_their_order(engine: Engine) -> None:
    facts = [Fact("a", {"unit": "tỉnh-b"}), Fact("a", {"unit": "tỉnh-a"}), Fact("b", {"unit": "tỉnh-a"})]
    first, second = (one(Test("rule", "equals", name), kind="finding") for name in ("first", "second"))
    joined = one(Test("unit", "equals", Reference("one", "unit")), kind="b", name="other")
    rules = [rule("third", second), rule("second", first, joined), rule("first", one())]
    ran = run(rules, facts, engine).inference
    found = [(fact.values["rule"], fact.values["unit"]) for fact in ran.facts[3:]]
    assert found == [("second", "tỉnh-a"), ("first", "tỉnh-a")], "only what rules follow upon"
    assert [(match.rule, match.facts) for match in ran.matches] == [(0, (3,)), (1, (4, 2)), (2, (0,)), (2, (1,))]


def test_texts_are_compared_letter_by_letter(engine: Engine) -> None:
    texts = ["Đạt", "đạt", unicodedata.normalize("NFD", "Đạt"), 'Đạt"', "Đạt\\", "\0", "", "Đạt\n"]
    facts = [Fact("a", {"x": text}) for text in texts]
    same = [rule(f"s{place}", one(Test("x", "equals", text))) for place, text in enumerate(texts)]
    other = [rule(f"o{place}", one(Test("x", "differs", text))) for place, text in enumerate(texts)]
    found = matched_by_each(engine, facts, *same, *other)
    places = range(len(texts))
    assert found[: len(texts)] == [[(place,)] for place in places]
    assert found[len(texts) :] == [[(each,) for each in places if each != place] for place in places]


def test_large_numbers_are_told_apart(engine: Engine) -> None:
    numbers = [LARGE, LARGE + 1, -LARGE - 1, 2**64, 2**64 + 1, -(10**30)]
    facts = [Fact("a", {"x": number}) for number in numbers]
    same = one(Test("x", "equals", Reference("one", "x")), name="other")
    assert matched(engine, facts, rule("r", one(), same)) == [(place, place) for place in range(len(numbers))]
    assert matched(engine, facts, rule("r", one(Test("x", "greater", 2**64)))) == [(4,)]
    assert matched(engine, facts, rule("r", one(Test("x", "less", -LARGE)))) == [(2,), (5,)]


def test_nothing_follows_from_nothing(engine: Engine) -> None:
    assert run([], [], engine).inference == Inference((), ())
    assert matched(engine, [], rule("r", one())) == []
    assert matched(engine, [Fact("a", {})]) == []


def test_a_finding_is_about_the_first_unit_and_criterion() -> None:
    facts = [Fact("a", {"criterion": "thu"}), Fact("b", {"unit": "tỉnh-a", "criterion": "chi"})]
    found = finding_of(rule("r", one(), one(kind="b", name="other")), [each.values for each in facts])
    about = {"unit": "tỉnh-a", "criterion": "thu"}
    assert found == Fact("finding", {"rule": "r", "level": "note", "action": "raise_finding", **about})
