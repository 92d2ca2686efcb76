"""Run experts' cases of rules: facts in, what the rule finds, compared with what the expert says it must."""

from msgspec import Struct

from thidua.facts import FactWords
from thidua.inference.findings import findings
from thidua.inference.reference import infer
from thidua.model.rule_cases import RuleCase
from thidua.model.rules import RuleSet


class RuleCaseResult(Struct, frozen=True):
    """A case and what its rule found, in words."""

    case: RuleCase
    messages: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the rule found something, or nothing, as expected, and in the expected words."""
        if bool(self.messages) != self.case.fires:
            return False
        return self.case.message is None or not self.case.fires or self.case.message in self.messages


def run_rule_case(case: RuleCase, rules: RuleSet) -> RuleCaseResult:
    """Run all rules on the facts of a case, so that chains hold; ids stand for themselves in messages."""
    named = next(rule for rule in rules.rules if rule.id == case.rule)
    day = case.reviewed_on or named.effective_from
    in_force = [rule for rule in rules.rules if rule.is_in_force(day) or (day is None and rule is named)]
    inference = infer(in_force, case.facts)
    found = findings(inference, in_force, FactWords({}, {}).message, (), ())
    return RuleCaseResult(case, tuple(each.message for each in found if each.rule.id == case.rule))
