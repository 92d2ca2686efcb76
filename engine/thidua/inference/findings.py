"""From matches to findings: what is told to people, in an order that they expect."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from thidua.inference.matching import Inference
from thidua.model.fact import Fact
from thidua.model.rules import Reference, Rule

Tell = Callable[[tuple[str | Reference, ...], dict[str, Fact]], str]


class Finding(Struct, frozen=True):
    """What a rule found, about a unit and a criterion where the facts name one.

    ``facts``: those that met the conditions, by their names in the rule; of several ways to find the same, the first.
    """

    rule: Rule
    unit: str | None
    criterion: str | None
    message: str
    facts: tuple[tuple[str, Fact], ...]


def findings(
    inference: Inference, rules: Sequence[Rule], tell: Tell, units: Sequence[str], criteria: Sequence[str]
) -> tuple[Finding, ...]:
    """All findings: by unit (those about none first), then by criterion, then in the order of the rules.

    ``tell`` puts a rule's message into words; the same message about the same is told once.
    """
    found: dict[tuple[str, str | None, str | None, str], Finding] = {}
    for match in inference.matches:
        rule = rules[match.rule]
        names = [condition.name for condition in rule.conditions]
        facts = dict(zip(names, (inference.facts[index] for index in match.facts), strict=True))
        unit, criterion = _about(facts, "unit"), _about(facts, "criterion")
        finding = Finding(rule, unit, criterion, tell(rule.message, facts), tuple(facts.items()))
        found.setdefault((rule.id, unit, criterion, finding.message), finding)
    place = {rule.id: index for index, rule in enumerate(rules)}
    unit_place, criterion_place = _places(units), _places(criteria)
    return tuple(
        sorted(
            found.values(),
            key=lambda each: (
                unit_place.get(each.unit, -1),
                criterion_place.get(each.criterion, -1),
                place[each.rule.id],
            ),
        )
    )


def _about(facts: Mapping[str, Fact], field: str) -> str | None:
    named = (fact.values[field] for fact in facts.values() if field in fact.values)
    first = next(named, None)
    return None if first is None else str(first)


def _places(ids: Sequence[str]) -> dict[str | None, int]:
    return {each: index for index, each in enumerate(ids)}
