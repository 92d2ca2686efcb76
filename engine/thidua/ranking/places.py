"""The places among the eligible: by total, then by the declared steps for equal totals."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from thidua.model.rules import TieBreak
from thidua.ranking.eligibility import Eligibility
from thidua.ranking.ties import break_tie
from thidua.scoring import ClusterResult, UnitResult


class Placed(Struct, frozen=True):
    """A unit at its place. ``tied``: others at the same place, in the members' order. ``reason``: how a tie of totals
    was broken, or why it was not; empty where the total alone decides."""

    unit: UnitResult
    place: int
    tied: tuple[UnitResult, ...]
    reason: str


def places(
    cluster: ClusterResult, eligible: Mapping[str, Eligibility], tie_breaks: Sequence[TieBreak]
) -> tuple[Placed, ...]:
    """All units that have a rank by points and are eligible, best first; inside a tie in the members' order."""
    ranked = [unit for unit in cluster.units if unit.rank is not None and eligible[unit.member.id] == "eligible"]
    totals = sorted({unit.total for unit in ranked if unit.total is not None}, reverse=True)
    found: list[Placed] = []
    for total in totals:
        equal = [unit for unit in ranked if unit.total == total]
        for group in break_tie(equal, tie_breaks, cluster, len(found) + 1):
            place = len(found) + 1
            for unit in group.units:
                others = tuple(other for other in group.units if other is not unit)
                found.append(Placed(unit, place, others, group.reason))
    return tuple(found)
