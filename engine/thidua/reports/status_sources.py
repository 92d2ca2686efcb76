"""Which outside sources have sent their figures or points, and for whom they still owe some."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.pipeline import Standing
from thidua.reports.wording import criterion_name
from thidua.scoring.inputs import Known

_MOST_NAMED = 3


class SourceStanding(Struct, frozen=True):
    """An outside source. ``gaps``: units whose figures or points it still owes; empty where it is all pending.

    ``declared`` False: somebody gives points, but the period has no source for them.
    """

    name: str
    supplier: str
    received: bool
    criteria: tuple[str, ...]
    gaps: tuple[str, ...]
    declared: bool = True


def sources(standing: Standing, period: Period) -> tuple[SourceStanding, ...]:
    """The declared sources in their order, then who gives points without being declared."""
    declared = tuple(
        SourceStanding(
            each.name,
            each.supplier,
            each.received,
            _criteria(each.criteria, standing.scale),
            _gaps(each.criteria, standing, period) if each.received else (),
        )
        for each in period.sources
    )
    return (*declared, *_undeclared(standing, period))


def _undeclared(standing: Standing, period: Period) -> Iterator[SourceStanding]:
    supplied = {criterion for source in period.sources for criterion in source.criteria}
    by_giver: dict[str, list[str]] = {}
    for criterion in standing.scale.criteria if standing.scale else ():
        if criterion.points_giver and criterion.reported_under not in supplied:
            by_giver.setdefault(criterion.points_giver, []).append(criterion.id)
    for giver, criteria in by_giver.items():
        yield SourceStanding("điểm đã chấm", giver, False, _criteria(criteria, standing.scale), (), declared=False)


def _criteria(ids: Sequence[str], scale: Scale | None) -> tuple[str, ...]:
    """Criteria by number and name, many by number alone; by id where there is no scale."""
    many = len(ids) > _MOST_NAMED
    found = scale.criteria if scale else ()
    told = {each.id: each.number if many else criterion_name(each) for each in found}
    return tuple(told.get(each, each) for each in ids)


def _gaps(ids: Iterable[str], standing: Standing, period: Period) -> tuple[str, ...]:
    if standing.known is None:
        return ()
    return tuple(
        member.name
        for member in period.members
        if any((found := standing.known.get((member.id, each))) and _is_owed(found) for each in ids)
    )


def _is_owed(known: Known) -> bool:
    return known.awaits_source and known.not_applicable_basis is None
