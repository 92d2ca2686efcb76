"""Small made-up rules and facts, and a process that lets durable-rules solve many of them, one after the other."""

import json
import pickle
import random
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any, TypeAlias

from thidua.inference import Inference, durable
from thidua.model.fact import Fact
from thidua.model.rules import Condition, Either, Reference, Rule, Test

Problem: TypeAlias = tuple[tuple[Rule, ...], tuple[Fact, ...]]

KINDS = ("a", "b", "tiêu chí")
FIELDS = ("x", "y", "số liệu")
LARGE = (2**53 - 1, 2**53, 2**53 + 1, -(2**53) - 1, 2**63, -(2**63), 2**64 + 1, 10**30)
TEXTS = ("", "1", "-1", "t1", "đạt", "Đạt", 'số "1", {x}', "a\\b\n", unicodedata.normalize("NFD", "ề"), "ề", "\0", "🏆")
UNITS = ("tỉnh-a", "tỉnh-b", "1")
OPERATORS = ("equals", "differs", "greater", "less", "at_least", "at_most")


class Maker:
    """Makes problems of one kind of chance. Values are few, so that much matches; a seed is quicker than strategies."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def problem(self) -> Problem:
        """A few rules in any order, some upon findings of others; a few facts, some twice."""
        self.values = [self._value() for _ in range(self.chance.randint(1, 4))]
        facts = [self._fact() for _ in range(self.chance.choice((0, 1, 5, 10)))]
        facts += self.chance.choices(facts, k=self.chance.choice((0, 0, 2))) if facts else []
        rules: list[Rule] = []
        for number in range(self.chance.randint(0, 5)):
            earlier = [rule.id for rule in rules]
            count = self.chance.choice((1, 1, 1, 2, 2, 3))
            rules.append(rule(f"quy-tắc-{number}", *(self._condition(index, earlier) for index in range(count))))
        self.chance.shuffle(rules)
        return tuple(rules), tuple(facts)

    def _value(self) -> int | str:
        return self.chance.choice((self.chance.randint(-2, 2), self.chance.choice(TEXTS), self.chance.choice(LARGE)))

    def _fact(self) -> Fact:
        values = {field: self.chance.choice(self.values) for field in FIELDS if self.chance.random() < 0.8}
        about = {field: self.chance.choice(UNITS) for field in ("unit", "criterion") if self.chance.random() < 0.8}
        return Fact(self.chance.choice((*KINDS, *KINDS, "finding")), {**values, **about})

    def _condition(self, index: int, earlier_rules: Sequence[str]) -> Condition:
        name = f"p{index}"
        tests = tuple(self._test_or_either(index, 2) for _ in range(self.chance.choice((0, 1, 1, 2, 3))))
        if not earlier_rules or self.chance.random() < 0.4:
            return Condition(name, self.chance.choice(KINDS), tests)
        asked = tuple(self.chance.choices(earlier_rules, k=self.chance.choice((1, 2))))
        by_rule = Test("rule", "equals", asked[0]) if len(asked) == 1 else Test("rule", "one_of", asked)
        return Condition(name, "finding", (by_rule, *tests[:1]))

    def _test_or_either(self, index: int, depth: int) -> Test | Either:
        if depth == 0 or self.chance.random() < 0.75:
            return self._test(index)
        sizes = self.chance.choices((1, 2), k=self.chance.choice((1, 2, 2, 3)))
        return Either(tuple(tuple(self._test_or_either(index, depth - 1) for _ in range(size)) for size in sizes))

    def _test(self, index: int) -> Test:
        field, operator = self.chance.choice((*FIELDS, "unit")), self.chance.choice(OPERATORS)
        match self.chance.choice(("value", "values", "field", "join", "join")):
            case "value":
                return Test(field, operator, self.chance.choice((*self.values, *self.values, self._value())))
            case "values":
                return Test(field, "one_of", tuple(self.chance.choices((*self.values, self._value()), k=3)))
            case "field":
                other = Reference(f"p{self.chance.randint(0, index)}", self.chance.choice((*FIELDS, "unit")))
                return Test(field, operator, other)
            case _:
                return Test(field, "equals", Reference(f"p{self.chance.randint(0, index)}", field))


def rule(name: str, *conditions: Condition) -> Rule:
    """A rule that raises a finding where its conditions are met."""
    return Rule(name, name, conditions, "raise_finding", "note", (), "Hướng dẫn")


def solved(given: Sequence[Problem], timeout: float = 60) -> "list[Inference | durable.Failure]":
    """What durable-rules finds for each problem, all in one process."""
    start = "import sys; sys.path[:0] = sys.argv[1:]; from rule_problems import main; main()"
    arguments = [sys.executable, "-c", start, *(each for each in sys.path if each)]
    sent = [(rules, [(fact.kind, dict(fact.values)) for fact in facts]) for rules, facts in given]
    answer = durable._ask(arguments, pickle.dumps(sent), timeout)
    assert isinstance(answer, bytes), answer
    pairs = zip(json.loads(answer), given, strict=True)
    return [durable._read(json.dumps(each).encode(), rules, facts) for each, (rules, facts) in pairs]


def main() -> None:
    """The process: every problem solved by the worker's own function."""
    from thidua.inference import durable_worker

    answers: list[Any] = []
    for rules, facts in pickle.load(sys.stdin.buffer):
        matches, findings = durable_worker.infer(rules, [Fact(kind, values) for kind, values in facts])
        answers.append({"matches": matches, "findings": findings})
    sys.stdout.buffer.write(json.dumps(answers).encode())
