"""In which order rules are taken: each after those whose findings it asks for."""

from collections.abc import Sequence
from graphlib import TopologicalSorter

from thidua.model.rules import Condition, Rule, Test


def asked_rules(condition: Condition) -> tuple[str, ...] | None:
    """The codes of the rules whose findings a condition asks for; None where it doesn't say."""
    for test in condition.tests:
        if isinstance(test, Test) and test.field == "rule" and test.operator in ("equals", "one_of"):
            values = test.value if isinstance(test.value, tuple) else (test.value,)
            if all(isinstance(value, str) for value in values):
                return tuple(str(value) for value in values)
    return None


def in_order(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules so that each stands after those from which it follows, otherwise in their own order."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    place = {rule.id: index for index, rule in enumerate(rules)}
    for rule in rules:
        conditions = (each for each in rule.conditions if each.kind == "finding")
        asked = [each for condition in conditions for each in asked_rules(condition) or ()]
        sorter.add(rule.id, *(each for each in asked if each in place))
    sorter.prepare()
    ordered: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=place.__getitem__)
        ordered.extend(ready)
        sorter.done(*ready)
    return tuple(rules[place[each]] for each in ordered)
