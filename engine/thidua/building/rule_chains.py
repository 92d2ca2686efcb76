"""How rules follow from one another: a finding is a fact, so a rule may ask for the findings of others."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from thidua.model.rule_order import asked_rules
from thidua.model.rules import Condition, Rule, Test
from thidua.schemas import Path, Shaped
from thidua.vocabulary import nearest


def check_chains(shaped: Shaped, rules: Mapping[Path, Rule], written: Sequence[str]) -> None:
    """Report rules that follow from rules that are not there, from no rule in particular, or from themselves.

    ``written``: the codes of all rules in the file, also of those that could not be built.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    built = {rule.id: rule for rule in rules.values()}
    for path, rule in rules.items():
        for index, condition in enumerate(rule.conditions):
            if condition.kind != "finding":
                continue
            asked = asked_rules(condition)
            place = (*path, "when", index)
            if asked is None:
                shaped.report(312, place)
            for each in asked or ():
                if each not in written:
                    guess = nearest(each, written)
                    suggestion = f"Có phải là “{guess}”?" if guess else f"Các quy tắc: {', '.join(written)}."
                    shaped.report(320, place, id=each, suggestion=suggestion)
                elif each in built and not _may_meet(rule, built[each], condition):
                    reason = f"quy tắc “{each}” không nêu vấn đề như vậy, hoặc không có hiệu lực cùng lúc"
                    shaped.report(309, place, id=rule.id, reason=reason)
                sorter.add(rule.id, each)
    try:
        sorter.prepare()
    except CycleError as error:
        cycle = error.args[1]
        first = next((path for path, rule in rules.items() if rule.id in cycle), ())
        shaped.report(310, first, cycle=" → ".join(reversed(cycle)))


def _may_meet(rule: Rule, other: Rule, condition: Condition) -> bool:
    """Whether the other rule's findings can be such as the condition asks for, at a time when both hold."""
    says = {"level": other.level, "action": other.action}
    for test in condition.tests:
        if isinstance(test, Test) and test.field in says and test.operator in ("equals", "one_of"):
            values = test.value if isinstance(test.value, tuple) else (test.value,)
            if says[test.field] not in values:
                return False
    starts = [each for each in (rule.effective_from, other.effective_from) if each]
    ends = [each for each in (rule.effective_to, other.effective_to) if each]
    return not starts or not ends or max(starts) <= min(ends)
