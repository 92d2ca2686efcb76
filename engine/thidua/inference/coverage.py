"""Which rules of a set the experts' cases defend: those that find something, those that don't, and every condition.

A condition is defended where some case fails once it is left out: otherwise nobody would see it go.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thidua.inference.cases import RuleCaseResult, run_rule_case
from thidua.model.rule_cases import RuleCase
from thidua.model.rules import Condition, Either, Rule, RuleSet, Test


class Asked(Struct, frozen=True):
    """One thing that a rule asks of a fact: ``tests`` of the condition ``name``; several: a group of alternatives."""

    name: str
    kind: str
    tests: tuple[Test | Either, ...]


class RuleCoverage(Struct, frozen=True):
    """What defends a rule. ``undefended``: what could be left out with no case noticing, of ``asked`` things.

    ``last_case``: file and line.
    """

    rule: Rule
    fires: bool
    is_silent: bool
    asked: int
    undefended: tuple[Asked, ...]
    last_case: tuple[str, int] | None


def cover_rules(rules: RuleSet, results: Iterable[RuleCaseResult]) -> tuple[RuleCoverage, ...]:
    """What the cases that were run defend of each rule, in the order of the file."""
    cases: dict[str, list[RuleCase]] = {}
    for result in results:
        cases.setdefault(result.case.rule, []).append(result.case)
    return tuple(_cover(index, rules, cases.get(rule.id, [])) for index, rule in enumerate(rules.rules))


def _cover(index: int, rules: RuleSet, cases: Sequence[RuleCase]) -> RuleCoverage:
    rule = rules.rules[index]
    weakened = list(_weakened(rule))
    # A case that fails as it is tells nothing of what is left out.
    good = [case for case in cases if run_rule_case(case, rules).passed]
    undefended = [
        asked
        for asked, other in weakened
        if all(run_rule_case(case, _with(rules, index, other)).passed for case in good)
    ]
    last = (cases[-1].file, cases[-1].line) if cases else None
    fires, is_silent = any(case.fires for case in cases), any(not case.fires for case in cases)
    return RuleCoverage(rule, fires, is_silent, len(weakened), tuple(undefended), last)


def _with(rules: RuleSet, index: int, rule: Rule) -> RuleSet:
    return replace(rules, rules=(*rules.rules[:index], rule, *rules.rules[index + 1 :]))


def _weakened(rule: Rule) -> Iterator[tuple[Asked, Rule]]:
    """Each thing that the rule asks, and the rule without it."""
    for index, condition in enumerate(rule.conditions):
        for asked, other in _without_a_test(condition):
            conditions = (*rule.conditions[:index], other, *rule.conditions[index + 1 :])
            yield asked, replace(rule, conditions=conditions)


def _without_a_test(condition: Condition) -> Iterator[tuple[Asked, Condition]]:
    tests = condition.tests
    for index, test in enumerate(tests):
        before, after = tests[:index], tests[index + 1 :]
        yield Asked(condition.name, condition.kind, (test,)), replace(condition, tests=(*before, *after))
        if isinstance(test, Either):
            for place, group in enumerate(test.groups):
                others = Either((*test.groups[:place], *test.groups[place + 1 :]))
                yield Asked(condition.name, condition.kind, group), replace(condition, tests=(*before, others, *after))
