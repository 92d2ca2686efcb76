"""The lists that a congress leads to: who goes to the provincial congress, what is proposed upward."""

from thidua.model.congress import Nominee
from thidua.model.period import Period
from thidua.vocabulary import word


def going_to_the_province(period: Period) -> list[str]:
    """Nominees who are to attend the provincial congress, in the order of the file."""
    return [_told(each, period) for each in _nominees(period) if each.attends_province]


def proposed_upward(period: Period) -> list[str]:
    """Nominees for whom an award is asked, with the scope of their merit."""
    return [
        f"{_told(each, period)}: {each.award} (phạm vi {word('achievement_scope', each.scope)})"
        for each in _nominees(period)
        if each.award
    ]


def _nominees(period: Period) -> tuple[Nominee, ...]:
    return period.congress.nominees if period.congress else ()


def _told(nominee: Nominee, period: Period) -> str:
    names = {member.id: member.name for member in period.members}
    return f"{nominee.name} ({word('nominee_kind', nominee.kind)}, {names.get(nominee.unit, nominee.unit)})"
