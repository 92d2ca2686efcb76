"""Who has sent what: each unit against each deadline, with its criteria and documents."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from thidua.model.deliveries import Answer, answer
from thidua.model.dossier import Dossier
from thidua.model.matching import missing_requirements
from thidua.model.period import Deadline, Member, Period
from thidua.model.scale import Criterion, Requirement, Scale
from thidua.pipeline import Standing
from thidua.scoring.inputs import Known, Table

# A document to count: the criterion under which it is asked for, and what it is.
Piece = tuple[str, Requirement]


class Content(Struct, frozen=True):
    """What a readable dossier holds, by the scale: how many criteria and documents it owes, which of them are missing.

    ``explained``: how many criteria come with an explanation by the unit.
    """

    asked: int
    unreported: tuple[Criterion, ...]
    documents_asked: int
    documents_missing: int
    lacking: tuple[Criterion, ...]
    explained: int


class UnitStanding(Struct, frozen=True):
    """One unit. ``receipt`` None: nothing was sent, or (``has_errors``) nothing could be read of it.

    ``owes_dossier``: whether the scale or a deadline asks the unit for anything. ``content`` None: there is no scale,
    or the dossier has errors or is not there.
    """

    member: Member
    receipt: Dossier | None
    has_errors: bool
    owes_dossier: bool
    answers: tuple[Answer, ...]
    content: Content | None

    @property
    def is_sent(self) -> bool:
        """Whether a dossier is there, readable or not."""
        return self.receipt is not None or self.has_errors


def deadlines_in_order(period: Period) -> tuple[Deadline, ...]:
    """The deadlines by their last day."""
    return tuple(sorted(period.deadlines, key=lambda each: each.last_day))


def units(standing: Standing, period: Period) -> tuple[UnitStanding, ...]:
    """All members, in their order."""
    asked = standing.scale is None or any(_asks_the_unit(each, period) for each in standing.scale.criteria)
    owes = asked or bool(period.deadlines)
    return tuple(_unit(standing, period, member, owes) for member in period.members)


def _unit(standing: Standing, period: Period, member: Member, owes: bool) -> UnitStanding:
    has_errors = member.id in standing.unread
    dossier = None if has_errors else standing.dossiers.get(member.id)
    receipt = standing.receipts.get(member.id) if has_errors else dossier
    content = None
    if dossier is not None and standing.scale is not None and standing.known is not None:
        content = _content(standing.scale, period, standing.known, dossier)
    answers = tuple(answer(each, receipt, member, period) for each in deadlines_in_order(period)) if receipt else ()
    return UnitStanding(member, receipt, has_errors, owes, answers, content)


def _content(scale: Scale, period: Period, known: Table, dossier: Dossier) -> Content:
    applying = [
        (criterion, found)
        for criterion in scale.criteria
        if (found := known[dossier.unit, criterion.id]).not_applicable_basis is None
    ]
    figures = [(each, found) for each, found in applying if _asks_the_unit(each, period) and not each.figures_from]
    proving = [(each, found) for each, found in applying if _asks_the_unit(each, period) or each.points_giver]
    missing = {each.id: _documents(each, found.missing_evidence) for each, found in proving}
    return Content(
        asked=len(figures),
        unreported=tuple(each for each, found in figures if found.missing_figures),
        documents_asked=len({name for each, found in proving for name in _documents(each, _asked(each, found))}),
        documents_missing=len({name for names in missing.values() for name in names}),
        lacking=tuple(_lacking([each for each, _ in proving], missing)),
        explained=sum(claim.explanation is not None for _, claim in dossier.claims),
    )


def _lacking(criteria: Iterable[Criterion], missing: Mapping[str, set[Piece]]) -> Iterator[Criterion]:
    """The criteria whose documents are missing; for shared ones, the criterion that asks for them first."""
    told: set[Piece] = set()
    for criterion in criteria:
        if missing[criterion.id] - told:
            yield criterion
        told |= missing[criterion.id]


def _asked(criterion: Criterion, known: Known) -> tuple[Requirement, ...]:
    return missing_requirements(criterion, (), "target" if known.without_target else None)


def _documents(criterion: Criterion, requirements: Iterable[Requirement]) -> set[Piece]:
    """Documents as things to count: those of shared figures count once, where the figures are reported."""
    return {(criterion.reported_under, each) for each in requirements}


def _asks_the_unit(criterion: Criterion, period: Period) -> bool:
    supplied = any(criterion.reported_under in source.criteria for source in period.sources)
    return not supplied and criterion.points_giver is None


def days_left(last_day: date, on: date) -> str:
    """``còn 3 ngày``, ``ngày cuối``, ``quá hạn 2 ngày``."""
    days = (last_day - on).days
    if days == 0:
        return "ngày cuối"
    return f"còn {days} ngày" if days > 0 else f"quá hạn {-days} ngày"
