"""How much of a version can be scored from dossiers that may have been made for another scale."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from thidua.comparison.translation import Gap
from thidua.model.scale import Scale
from thidua.scoring import ClusterResult, UnitResult


class Scorable(Struct, frozen=True):
    """The standard points, weighted, of the criteria that can be scored for some unit, out of those of the scale."""

    points: Fraction
    whole: Fraction

    @property
    def lacking(self) -> Fraction:
        """The standard points of the others."""
        return self.whole - self.points

    @property
    def is_minor(self) -> bool:
        """Whether it is less than half: the dossiers were made for another scale."""
        return 2 * self.points < self.whole


def scorable(scale: Scale, gaps: Iterable[Gap]) -> Scorable:
    """``gaps``: what the dossiers don't give; what no unit's does can't be scored."""
    lacking = _lacking(gaps)
    weighted = [
        (each.standard_points * section.weight, each.id in lacking)
        for section in scale.sections
        for each in section.criteria
    ]
    points = sum((points for points, is_lacking in weighted if not is_lacking), Fraction(0))
    return Scorable(points, sum((points for points, _ in weighted), Fraction(0)))


def without_places_of_nothing(cluster: ClusterResult, gaps: Iterable[Gap]) -> ClusterResult:
    """The cluster; without totals and places where no criterion can be scored: all would be first with 0 points."""
    is_lacking = {each.id for each in cluster.scale.criteria} <= _lacking(gaps)
    if not is_lacking or any(each.points for unit in cluster.units for each in unit.criteria):
        return cluster
    return replace(cluster, units=tuple(map(_without_place, cluster.units)))


def _lacking(gaps: Iterable[Gap]) -> set[str]:
    return {gap.criterion.id for gap in gaps if gap.unit is None}


def _without_place(unit: UnitResult) -> UnitResult:
    return replace(unit, total=None, raw_total=None, rank=None, result_class=None)
