"""Who stands where, for any report: by the rules where there are some, by points alone where there are none."""

from dataclasses import dataclass

from thidua.ranking import by_place, tied_with
from thidua.ranking.eligibility import Eligibility
from thidua.ranking.judgement import Judgement
from thidua.scoring import ClusterResult, UnitResult


@dataclass(frozen=True, slots=True)
class Rank:
    """A unit's place; None: it has none. ``tied``: the others at the same place, in the members' order."""

    unit: UnitResult
    place: int | None
    tied: tuple[UnitResult, ...]
    eligibility: Eligibility = "eligible"


def ranks(cluster: ClusterResult, judgement: Judgement | None) -> tuple[Rank, ...]:
    """All units, the best first; those without a place last, in the order of their points."""
    if judgement is None:
        return tuple(Rank(unit, unit.rank, tied_with(unit, cluster)) for unit in by_place(cluster))
    placed = [Rank(each.unit, each.place, each.tied) for each in judgement.placed]
    known = {each.unit.member.id for each in placed}
    others = [unit for unit in by_place(cluster) if unit.member.id not in known]
    return (*placed, *(Rank(unit, None, (), judgement.eligibility[unit.member.id]) for unit in others))
