"""Facts about deadlines: what was sent when, which papers and recipients are missing."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from thidua.facts.make import Value, make_fact
from thidua.model.deliveries import Answer, answer
from thidua.model.dossier import Dossier
from thidua.model.fact import Fact
from thidua.model.period import Deadline, Member, Period


def facts_of_deadlines(period: Period, receipts: Mapping[str, Dossier]) -> Iterator[Fact]:
    """Each deadline for each unit. ``receipts``: by unit, what its dossier says of its sending."""
    for deadline in period.deadlines:
        for member in period.members:
            receipt = receipts.get(member.id)
            found = answer(deadline, receipt, member, period) if receipt else None
            yield from _facts(deadline, member, period, found)


def _facts(deadline: Deadline, member: Member, period: Period, found: Answer | None) -> Iterator[Fact]:
    day, last = period.reviewed_on, deadline.last_day
    about: dict[str, Value] = {
        "unit": member.id,
        "deadline": deadline.id,
        "deadline_name": deadline.name,
        "last_day": last,
        "is_past": None if day is None else day > last,
    }
    sent = found is not None and not found.is_unanswered
    late = found.late_days if found and sent else None
    yield make_fact(
        "deadline",
        **about,
        sent=sent,
        received=None if late is None else last + timedelta(days=late),
        late_days=None if late is None else max(0, late),
        overdue_days=None if day is None else max(0, (day - last).days),
    )
    for paper in deadline.asks_for if found is None else found.documents or ():
        yield make_fact("missing_paper", **about, paper=paper)
    for recipient in () if found is None or not sent else found.recipients or ():
        yield make_fact("missing_recipient", **about, recipient=recipient)
