"""durable-rules and the reference evaluator draw the same conclusions, in the same order."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_problems import Maker, Problem, rule, solved

from thidua.inference import Inference, durable, reference
from thidua.model.fact import Fact
from thidua.model.rules import Condition, Either, Reference, Test

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from made_up_facts import made_up_facts, realistic_rules

pytestmark = pytest.mark.skipif(not durable.is_available(), reason="durable-rules is not installed")


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_generated_rules_over_generated_facts(seed: int) -> None:
    """Many problems in each process, because starting one takes the most time."""
    maker = Maker(seed)
    made = [maker.problem() for _ in range(250)]
    expected = [reference.infer(rules, facts) for rules, facts in made]
    differing = [each for each, found, right in zip(made, solved(made), expected, strict=True) if found != right]
    assert differing[:1] == []


@pytest.mark.parametrize("units", [7, 63])
def test_a_whole_cluster(units: int) -> None:
    rules, facts = realistic_rules(), made_up_facts(units, 60)
    found = durable.infer(rules, facts)
    assert found == reference.infer(rules, facts)
    assert isinstance(found, Inference)
    assert len(found.matches) > 20 * units


def _many_rules() -> Problem:
    """More conditions that one fact meets at once than durable-rules has room for in one ruleset."""
    rules = [rule(f"r{number}", Condition("one", "a", (Test("x", "greater", -number),))) for number in range(450)]
    return tuple(rules), tuple(Fact("a", {"x": x}) for x in (-300, 0))


def _many_alternatives() -> Problem:
    """More alternatives than durable-rules has room for in one condition."""
    wide = Either(tuple((Test("x", "equals", number), Test("y", "equals", number)) for number in range(300)))
    some = Either(tuple((Test("x", "at_least", number),) for number in range(10)))
    listed = Test("x", "one_of", tuple(range(600)))
    same = [Condition(f"c{index}", "a", (some, some, some, Test("x", "one_of", (1, 7)))) for index in range(2)]
    rules = [rule("wide", Condition("one", "a", (wide,))), rule("listed", Condition("one", "a", (listed,)))]
    return (*rules, rule("some", *same)), tuple(Fact("a", {"x": x, "y": x}) for x in (-1, 1, 7, 299, 300, 599, 600))


def _many_joins() -> Problem:
    """As many conditions as a rule may have, and more joins than durable-rules has room for in one condition."""
    fields = [f"field-{index}" for index in range(40)]
    joins = tuple(Test(field, "equals", Reference("c0", field)) for field in fields)
    first, *others = [Condition(f"c{index}", "a", joins if index else ()) for index in range(16)]
    facts = [Fact("a", {**dict.fromkeys(fields, number), "field-39": 7}) for number in range(3)]
    again = Fact("a", {**dict.fromkeys(fields, 1), "field-39": 8})
    return (rule("joined", first, *others[:2]), rule("long", first, *others)), (*facts[:1], *facts[2:], again)


def _same_joins() -> Problem:
    """Rules that read alike."""
    alike = (Condition("one", "a", ()), Condition("other", "b", (Test("x", "equals", Reference("one", "x")),)))
    rules = tuple(rule(f"r{number}", *alike) for number in range(40))
    return rules, tuple(Fact(kind, {"x": x}) for kind in "ab" for x in range(5))


@pytest.mark.parametrize("make", [_many_rules, _many_alternatives, _many_joins, _same_joins])
def test_limits_of_durable_rules(make) -> None:
    rules, facts = make()
    expected = reference.infer(rules, facts)
    assert expected.matches
    assert durable.infer(rules, facts) == expected
