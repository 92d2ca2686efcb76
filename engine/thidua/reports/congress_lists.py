"""The lists that a congress leads to: who goes to the provincial congress, what is proposed upward."""

from collections.abc import Sequence

from thidua.inference.findings import Finding
from thidua.model.congress import Nominee
from thidua.model.period import Period
from thidua.vocabulary import word


def going_to_the_province(period: Period, findings: Sequence[Finding]) -> list[str]:
    """Nominees who are to attend the provincial congress, in the order of the file; what is to be cleared first."""
    return [f"{_told(each, period)}{_open(each, findings)}" for each in _nominees(period) if each.attends_province]


def proposed_upward(period: Period, findings: Sequence[Finding]) -> list[str]:
    """Nominees for whom an award is asked, with the scope of their merit; what is to be cleared first."""
    return [
        f"{_told(each, period)}: {each.award} (phạm vi {word('achievement_scope', each.scope)}){_open(each, findings)}"
        for each in _nominees(period)
        if each.award
    ]


def _open(nominee: Nominee, findings: Sequence[Finding]) -> str:
    """The rules that ask for something about a nominee, so that nobody sends a list on as if it were settled."""
    about = [
        each.rule.id
        for each in findings
        if each.rule.level != "note" and any(fact.values.get("nominee") == nominee.id for _, fact in each.facts)
    ]
    return f"; còn phải làm rõ: {', '.join(dict.fromkeys(about))}" if about else ""


def _nominees(period: Period) -> tuple[Nominee, ...]:
    return period.congress.nominees if period.congress else ()


def _told(nominee: Nominee, period: Period) -> str:
    names = {member.id: member.name for member in period.members}
    return f"{nominee.name} ({word('nominee_kind', nominee.kind)}, {names.get(nominee.unit, nominee.unit)})"
