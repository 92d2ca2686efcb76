"""Who may be ranked: decided by what the rules concluded, and by nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from thidua.inference.findings import Finding
from thidua.model.rule_order import asked_rules
from thidua.model.rules import Rule

Eligibility = Literal["eligible", "suspended", "excluded"]

# What stands in files of people's decisions; points and documents that are still open can't change it.
_SETTLED_KINDS = frozenset(("violation", "registration", "session", "ballot"))


def eligibility(findings: Iterable[Finding], units: Sequence[str]) -> Mapping[str, Eligibility]:
    """By unit. Excluded outweighs suspended; a conclusion about no unit in particular concerns nobody."""
    found: dict[str, Eligibility] = dict.fromkeys(units, "eligible")
    for finding in findings:
        if finding.unit is None or finding.unit not in found:
            continue
        if finding.rule.action == "exclude":
            found[finding.unit] = "excluded"
        elif finding.rule.action == "suspend" and found[finding.unit] == "eligible":
            found[finding.unit] = "suspended"
    return found


def depends_on_open_facts(rules: Sequence[Rule]) -> bool:
    """Whether open points, figures or documents may still make a unit eligible or not."""
    by_id = {rule.id: rule for rule in rules}
    waiting = [rule for rule in rules if rule.action in ("suspend", "exclude")]
    seen: set[str] = set()
    while waiting:
        rule = waiting.pop()
        if rule.id in seen:
            continue
        seen.add(rule.id)
        for condition in rule.conditions:
            if condition.kind == "finding":
                waiting.extend(by_id[each] for each in asked_rules(condition) or () if each in by_id)
            elif condition.kind not in _SETTLED_KINDS:
                return True
    return False
