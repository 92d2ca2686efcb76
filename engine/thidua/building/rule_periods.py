"""What a period and its scale must have so that rules can be run on them."""

from thidua.model.period import Period
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.schemas import Shaped
from thidua.vocabulary import key, nearest


def check_rules_fit(shaped: Shaped, rules: RuleSet, period: Period, scale: Scale | None) -> None:
    """Report, at the period's ``quy tắc``, what its rules ask for and the period or its scale lacks.

    Without a scale nobody is placed, so that no step for ties needs anything of one.
    """
    if rules.depends_on_day and period.reviewed_on is None:
        shaped.report(531, ("rules",), id=rules.id)
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
