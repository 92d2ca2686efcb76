"""What a period and its scale must have so that rules can be run on them."""

from collections.abc import Iterable, Iterator

from thidua.model.period import Period
from thidua.model.rules import Either, RuleSet, Test
from thidua.model.scale import Scale
from thidua.schemas import Shaped
from thidua.vocabulary import FACT_KINDS, key, nearest


def check_rules_fit(shaped: Shaped, rules: RuleSet, period: Period, scale: Scale | None) -> None:
    """Report, at the period's ``quy tắc``, what its rules ask for and the period or its scale lacks.

    Without a scale nobody is placed, so that no step for ties needs anything of one.
    """
    if rules.depends_on_day and period.reviewed_on is None:
        shaped.report(531, ("rules",), id=rules.id)
    _check_codes(shaped, rules, period, scale)
    if scale is None:
        return
    known = {
        "section_points": [section.id for section in scale.sections],
        "criterion_points": [criterion.id for criterion in scale.criteria],
    }
    for step in rules.tie_breaks:
        if step.of is not None and step.of not in known[step.by]:
            guess = nearest(step.of, known[step.by])
            suggestion = (
                f"Có phải là “{guess}”?" if guess else f"Các mã có trong thang điểm: {', '.join(known[step.by])}."
            )
            shaped.report(532, ("rules",), id=rules.id, step=key(step.by), of=step.of, suggestion=suggestion)


def _check_codes(shaped: Shaped, rules: RuleSet, period: Period, scale: Scale | None) -> None:
    """Warn of units and criteria that a rule names and that are not there: it would never fire, without a word."""
    known = {
        "unit": [member.id for member in period.members],
        "criterion": [criterion.id for criterion in scale.criteria] if scale else [],
    }
    for rule in rules.rules:
        for condition in rule.conditions:
            for test in _plain(condition.tests):
                field = FACT_KINDS[condition.kind].field(test.field)
                if field is None or field.type not in known:
                    continue
                values = test.value if isinstance(test.value, tuple) else (test.value,)
                for value in (each for each in values if isinstance(each, str) and each not in known[field.type]):
                    guess = nearest(value, known[field.type])
                    suggestion = f"Có phải là “{guess}”?" if guess else "Ghi mã có trong đợt chấm điểm, thang điểm."
                    fields = {"rule": rule.id, "field": field.term.vietnamese, "value": value}
                    shaped.report(534, ("rules",), **fields, suggestion=suggestion)


def _plain(tests: Iterable[Test | Either]) -> Iterator[Test]:
    for test in tests:
        if isinstance(test, Either):
            yield from (each for group in test.groups for each in _plain(group))
        else:
            yield test
