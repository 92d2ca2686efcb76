"""What totals may become where people doubt points that figures have settled."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from thidua.expressions import depends_on_cluster
from thidua.methods import expression
from thidua.scoring.result import ClusterResult, UnitResult
from thidua.scoring.statuses import Settled
from thidua.scoring.sums import Sums

Range = tuple[Fraction, Fraction]


def contested_ranges(cluster: ClusterResult, doubted: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Range]:
    """The points that doubted criteria (unit, criterion) may come to have: anything that the criterion can give.

    Where points depend on the other units' figures, a doubted figure makes the points of all of them doubtful. What
    the conference has agreed, and what doesn't apply, stays as it is.
    """
    found: dict[tuple[str, str], Range] = {}
    for index, criterion in enumerate(cluster.scale.criteria):
        units = [unit for unit in cluster.units if (unit.member.id, criterion.id) in doubted]
        if units and depends_on_cluster(expression(criterion, cluster.scale.rounding)):
            units = list(cluster.units)
        for unit in units:
            result = unit.criteria[index]
            if result.status != "not_applicable" and result.decisions.agreed is None:
                low, high = min(result.least, criterion.lowest), max(result.most, criterion.ceiling)
                found[unit.member.id, criterion.id] = (low, high)
    return found


def reach(cluster: ClusterResult, contested: Mapping[tuple[str, str], Range]) -> Mapping[str, Range]:
    """By unit, the least and most that its total may become when contested points take any value of their range."""
    if not contested:
        return {unit.member.id: (unit.least, unit.most) for unit in cluster.units}
    settled = {
        criterion.id: [_settled(unit, index, contested) for unit in cluster.units]
        for index, criterion in enumerate(cluster.scale.criteria)
    }
    scorable = [unit.state != "unscorable" for unit in cluster.units]
    nothing = {criterion.id: [None] * len(cluster.units) for criterion in cluster.scale.criteria}
    sums = Sums(cluster.scale, settled, scorable, nothing)
    return {unit.member.id: (sums.least[index], sums.most[index]) for index, unit in enumerate(cluster.units)}


def _settled(unit: UnitResult, index: int, contested: Mapping[tuple[str, str], Range]) -> Settled:
    result = unit.criteria[index]
    least, most = contested.get((unit.member.id, result.criterion.id), (result.least, result.most))
    applies = not (result.status == "not_applicable" and result.points is None)
    return Settled(result.status, result.points, least, most, applies=applies)
