"""What a unit has sent of what a deadline asks for, and to whom."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from thidua.model.dossier import Dossier, Sending
from thidua.model.period import Deadline, Member, Period
from thidua.vocabulary import fold, key


class Answer(Struct, frozen=True):
    """What a unit has sent of what a deadline asks for.

    ``late_days``: days after the last day, zero or less where in time; None where the day is not recorded.
    ``documents`` and ``recipients``: those still missing; None where the dossier does not say what was sent, or to
    whom. ``asked_recipients``: a unit need not send to itself.
    """

    deadline: Deadline
    late_days: int | None
    documents: tuple[str, ...] | None
    asked_recipients: tuple[str, ...]
    recipients: tuple[str, ...] | None

    @property
    def is_unanswered(self) -> bool:
        """Whether none of the documents has been sent."""
        return self.documents is not None and len(self.documents) == len(self.deadline.asks_for)


def answer(deadline: Deadline, receipt: Dossier, member: Member, period: Period) -> Answer:
    """What of a deadline a unit has answered by what its dossier says of its sending."""
    others = tuple(each for each in deadline.recipients if fold(each) not in _spellings(member, period))
    parts = _parts_of_answer(deadline, receipt)
    days = [each.received for each in parts if each.received]
    late = (max(days) - deadline.last_day).days if len(days) == len(parts) else None
    sent = [fold(name) for each in receipt.sendings for name in each.documents]
    missing = tuple(_not_in(deadline.asks_for, sent))
    sent_to = {fold(name) for each in parts for name in each.recipients}
    return Answer(
        deadline,
        late,
        missing if receipt.documents or not missing else None,
        others,
        tuple(each for each in others if not _reached(each, sent_to, period))
        if all(each.recipients for each in parts)
        else None,
    )


def _parts_of_answer(deadline: Deadline, receipt: Dossier) -> list[Sending]:
    """What was sent of what a deadline asks for, on one day or several; the dossier itself where that isn't known."""
    asked = set(map(fold, deadline.asks_for))
    found = [each for each in receipt.sendings if asked & set(map(fold, each.documents))]
    return found or [receipt.sendings[-1]]


def _reached(recipient: str, sent_to: set[str], period: Period) -> bool:
    """Whether a recipient is among those sent to: ``Cụm trưởng`` also by the name of the unit that holds the office."""
    same = (_spellings(member, period) for member in period.members)
    spellings = next((each for each in same if fold(recipient) in each), frozenset((fold(recipient),)))
    return bool(spellings & sent_to)


def _spellings(member: Member, period: Period) -> frozenset[str]:
    """How a unit may be called as a recipient: by its names and its offices."""
    offices = [key(office) for office, unit in (("head", period.head), ("deputy", period.deputy)) if unit == member.id]
    return frozenset(map(fold, (member.id, member.name, *member.aliases, *offices)))


def _not_in(asked: Iterable[str], sent: Iterable[str]) -> Iterator[str]:
    there = set(sent)
    return (each for each in asked if fold(each) not in there)
