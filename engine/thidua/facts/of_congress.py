"""Facts about a congress and what leads to it. Those about the congress itself name no unit."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thidua.facts.make import make_fact
from thidua.facts.share import share
from thidua.model.congress import Congress, CongressEvent, Nominee, ProgrammePart, StructureShare, UnitConference
from thidua.model.fact import Fact
from thidua.model.period import Period
from thidua.vocabulary import fold, spellings_of_words
from thidua.vocabulary.facts import SHARE_SCALE

_NOTHING = CongressEvent(None, None, None, None, None, None)


def facts_of_congress(period: Period) -> Iterator[Fact]:
    """All of them, kind by kind; none where the period has no file of a congress."""
    congress = period.congress
    if congress is None:
        return
    units = [member.id for member in period.members]
    event = congress.event or _NOTHING
    listed = {each.unit: each for each in congress.conferences}
    conferences = [listed.get(unit) or UnitConference(unit, None, None, None, None) for unit in units]
    yield from map(_unit_conference, conferences)
    yield from _missing_parts(congress.required_parts, conferences, event)
    yield _congress(congress, event)
    yield from _allocations(congress, units)
    yield from (_structure(congress, each, units) for each in congress.structure)
    yield from map(_nominee, congress.nominees)


def _unit_conference(each: UnitConference) -> Fact:
    return make_fact(
        "unit_conference",
        unit=each.unit,
        held=each.held_on is not None,
        held_on=each.held_on,
        session_count=each.sessions,
        has_plan=each.own_plan is not None,
        plan=each.own_plan,
        has_programme=_has_programme(each),
    )


def _has_programme(each: UnitConference | CongressEvent) -> bool | None:
    """None where nothing was held: then no programme can be asked for."""
    return None if each.held_on is None else each.programme is not None


def _missing_parts(
    parts: Sequence[ProgrammePart], conferences: Sequence[UnitConference], event: CongressEvent
) -> Iterator[Fact]:
    """Where no programme was noted, no part of it is known to be missing."""
    for each in conferences:
        if each.programme is not None:
            for part in _lacking(parts, each.programme):
                yield make_fact(
                    "missing_part", unit=each.unit, event_kind="unit_conference", part=part.id, part_name=part.name
                )
    if event.programme is not None:
        for part in _lacking(parts, event.programme):
            yield make_fact("missing_part", event_kind="congress", part=part.id, part_name=part.name)


def _lacking(parts: Sequence[ProgrammePart], programme: Sequence[str]) -> Iterator[ProgrammePart]:
    return (part for part in parts if part.id not in programme)


def _congress(congress: Congress, event: CongressEvent) -> Fact:
    estimate = event.estimate
    return make_fact(
        "congress",
        held=event.held_on is not None,
        held_on=event.held_on,
        session_count=event.sessions,
        has_programme=_has_programme(event),
        agreed_total=event.agreed_total,
        has_agreed_total=event.agreed_total is not None and event.agreed_in is not None,
        allocated_total=sum(seats for _, seats in congress.allocations) if congress.allocations else None,
        delegate_total=sum(each.delegates for each in congress.delegations) if congress.delegations else None,
        estimate_approved=estimate is not None,
        estimate_on=estimate.approved_on if estimate else None,
        estimate=f"{estimate.approved_in} ({estimate.approved_by})" if estimate else None,
    )


def _allocations(congress: Congress, units: Sequence[str]) -> Iterator[Fact]:
    """One for every member, once there are seats or delegates at all."""
    if not congress.allocations and not congress.delegations:
        return
    seats = dict(congress.allocations)
    delegates = {each.unit: each.delegates for each in congress.delegations}
    for unit in units:
        yield make_fact(
            "allocation",
            unit=unit,
            allocated=unit in seats,
            seats=seats.get(unit),
            named=unit in delegates,
            delegates=delegates.get(unit),
        )


def _expected(congress: Congress, units: Sequence[str]) -> set[str]:
    """The units from which delegates come: those with seats (before there are any, all) and those that named some."""
    seated = {unit for unit, seats in congress.allocations if seats} if congress.allocations else set(units)
    return seated | {each.unit for each in congress.delegations if each.delegates}


def _structure(congress: Congress, each: StructureShare, units: Sequence[str]) -> Fact:
    """A group among the delegates of those units that counted it."""
    having = {delegation.unit for delegation in congress.delegations if each.group in dict(delegation.by_group)}
    counted = [
        (dict(delegation.by_group)[each.group], delegation.delegates)
        for delegation in congress.delegations
        if delegation.unit in having
    ]
    count, whole = sum(part for part, _ in counted), sum(delegates for _, delegates in counted)
    reached = None
    if whole and each.share_from is not None:
        reached = Fraction(count, whole) >= each.share_from
    return make_fact(
        "structure",
        group=each.group,
        count=count if counted else None,
        whole=whole if counted else None,
        share=share(count, whole),
        required=None if each.share_from is None else _millionths(each.share_from),
        reached=reached,
        missing_units=len(_expected(congress, units) - having),
    )


def _millionths(asked: Fraction) -> int:
    """What is asked for, in whole millionths and never rounded down: only for showing, ``reached`` is exact."""
    return -(-asked.numerator * SHARE_SCALE // asked.denominator)


def _nominee(each: Nominee) -> Fact:
    return make_fact(
        "nominee",
        unit=each.unit,
        nominee=each.id,
        name=each.name,
        nominee_kind=each.kind,
        scope=each.scope,
        has_solution=each.has_solution,
        document=each.document,
        has_document=each.document is not None,
        attends_province=each.attends_province,
        award=each.award,
        has_award=each.award is not None,
        title=spellings_of_words("scoped_title").get(fold(each.award)) if each.award else None,
    )
