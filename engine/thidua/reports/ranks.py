"""Who stands where, for any report: by the rules where there are some, by points alone where there are none."""

from msgspec import Struct
from msgspec.structs import replace

from thidua.ranking import by_place, tied_with
from thidua.ranking.eligibility import Eligibility
from thidua.ranking.judgement import Judgement
from thidua.scoring import ClusterResult, UnitResult


class Rank(Struct, frozen=True):
    """A unit's place; None: it has none. ``tied``: the others at the same place, in the members' order.

    ``concluded``: the place that the conference gave it; ``contested``: criteria that a rule keeps from being agreed.
    """

    unit: UnitResult
    place: int | None
    tied: tuple[UnitResult, ...]
    eligibility: Eligibility = "eligible"
    concluded: int | None = None
    contested: tuple[str, ...] = ()


def ranks(cluster: ClusterResult, judgement: Judgement | None) -> tuple[Rank, ...]:
    """All units, the best first; those without a place last, in the order of their points."""
    if judgement is None:
        return tuple(Rank(unit, unit.rank, tied_with(unit, cluster)) for unit in by_place(cluster))
    found = [Rank(each.unit, each.place, each.tied) for each in judgement.placed]
    known = {each.unit.member.id for each in found}
    others = [unit for unit in by_place(cluster) if unit.member.id not in known]
    found += [Rank(unit, None, (), judgement.eligibility[unit.member.id]) for unit in others]
    return tuple(_with_what_people_said(rank, cluster, judgement) for rank in found)


def _with_what_people_said(rank: Rank, cluster: ClusterResult, judgement: Judgement) -> Rank:
    unit = rank.unit.member.id
    concluded = next((each.place for each in cluster.period.conclusions if each.unit == unit), None)
    doubted = {
        each.criterion for each in judgement.findings if each.rule.action == "points_not_agreed" and each.unit == unit
    }
    contested = tuple(each.number for each in cluster.scale.criteria if each.id in doubted)
    return replace(rank, concluded=concluded, contested=contested)
