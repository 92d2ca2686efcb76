"""The reference evaluator: what a rule means, in plain Python.

Each rule is joined condition by condition: the facts of a kind that pass the tests of their own are looked up by the
fields that must equal those of facts found before.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from thidua.inference.matching import (
    Inference,
    Known,
    Values,
    finding_of,
    in_canonical_order,
    passes,
    refers_elsewhere,
    values_key,
)
from thidua.model.fact import Fact
from thidua.model.rule_order import in_order
from thidua.model.rules import Condition, Either, Reference, Rule, Test

_Row: TypeAlias = tuple[Known, Values]


def infer(rules: Sequence[Rule], facts: Sequence[Fact]) -> Inference:
    """Everything that follows from the facts by the rules."""
    place = {rule.id: index for index, rule in enumerate(rules)}
    by_kind: dict[str, list[_Row]] = {}
    for index, fact in enumerate(facts):
        by_kind.setdefault(fact.kind, []).append((index, fact.values))
    found: dict[tuple[tuple[str, int | str], ...], None] = {}
    raw: list[tuple[int, tuple[Known, ...]]] = []
    for rule in in_order(rules):
        for rows in _matches(rule, by_kind):
            raw.append((place[rule.id], tuple(known for known, _ in rows)))
            finding = finding_of(rule, (values for _, values in rows))
            key = values_key(finding.values)
            if key not in found:
                found[key] = None
                by_kind.setdefault("finding", []).append((key, finding.values))
    return in_canonical_order(facts, rules, raw)


def _matches(rule: Rule, by_kind: dict[str, list[_Row]]) -> Iterator[tuple[_Row, ...]]:
    steps = [_Step(condition, by_kind.get(condition.kind, [])) for condition in rule.conditions]
    if all(step.rows for step in steps):
        yield from _join(steps, (), {})


def _join(steps: Sequence["_Step"], rows: tuple[_Row, ...], bound: dict[str, Values]) -> Iterator[tuple[_Row, ...]]:
    """All ways to go on from the facts found so far."""
    if len(rows) == len(steps):
        yield rows
        return
    step = steps[len(rows)]
    for row in step.candidates(bound):
        extended = {**bound, step.condition.name: row[1]}
        if passes(step.across, row[1], extended):
            yield from _join(steps, (*rows, row), extended)


class _Step:
    """One condition: the facts that pass its own tests, by the fields that join them to facts found before."""

    def __init__(self, condition: Condition, rows: Sequence[_Row]) -> None:
        self.condition = condition
        own = [test for test in condition.tests if not refers_elsewhere(test, condition.name)]
        across: list[Test | Either] = []
        self.joined: list[tuple[str, Reference]] = []
        for test in condition.tests:
            if isinstance(test, Test) and test.operator == "equals" and isinstance(test.value, Reference):
                if test.value.name != condition.name:
                    self.joined.append((test.field, test.value))
            elif refers_elsewhere(test, condition.name):
                across.append(test)
        self.across = tuple(across)
        self.rows = [row for row in rows if passes(own, row[1], {condition.name: row[1]})]
        self.index: dict[tuple[int | str | None, ...], list[_Row]] = {}
        for row in self.rows if self.joined else ():
            # None joins nothing: what has no value equals no other that has none.
            key = tuple(row[1].get(field) for field, _ in self.joined)
            if None not in key:
                self.index.setdefault(key, []).append(row)

    def candidates(self, bound: dict[str, Values]) -> Sequence[_Row]:
        """The facts that may meet the condition beside those found so far."""
        if not self.joined:
            return self.rows
        key = tuple(bound[reference.name].get(reference.field) for _, reference in self.joined)
        return self.index.get(key, ())
