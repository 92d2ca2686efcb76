"""The table by rank. Ranks come from the tree of the place; here they are only put in order."""

from thidua.scoring import ClusterResult, UnitResult


def by_place(cluster: ClusterResult) -> tuple[UnitResult, ...]:
    """Units by rank; inside a tie in the members' order; units without a rank last."""
    unranked = len(cluster.units) + 1
    return tuple(sorted(cluster.units, key=lambda unit: unranked if unit.rank is None else unit.rank))


def tied_with(unit: UnitResult, cluster: ClusterResult) -> tuple[UnitResult, ...]:
    """The other units that share a unit's rank, in the members' order."""
    if unit.rank is None:
        return ()
    return tuple(other for other in cluster.units if other.rank == unit.rank and other.member.id != unit.member.id)
