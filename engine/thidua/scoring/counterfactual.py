"""What a unit would have needed for the full points of a criterion, all else equal: read off the criterion's tree."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from thidua.expressions import Evaluation, Node
from thidua.methods import NO_TARGET, expression, field_name
from thidua.model.figure import Figure
from thidua.scoring.result import ClusterResult, CriterionResult, UnitResult

# What a unit can change; targets and last year's figures are given.
_CHANGEABLE = ("actual", "count", "achieved", "level")
_DOUBLINGS = 80


@dataclass(frozen=True, slots=True)
class Need:
    """The nearest value of a figure, in its declared decimals, that gives the standard points; and on which side."""

    figure: Figure
    value: Fraction
    side: Literal["at_least", "at_most"]


def need_for_full_points(cluster: ClusterResult, unit: UnitResult, result: CriterionResult) -> Need | None:
    """What one changeable figure would have to be.

    None where the points are full, or no value of that figure alone gives them.
    """
    criterion = result.criterion
    changeable = [figure for figure in criterion.figures if figure.id in _CHANGEABLE]
    full = criterion.standard_points
    if result.computed is None or result.computed >= full or len(changeable) != 1:
        return None
    [figure] = changeable
    trial = _Trial(cluster, unit, result, figure)
    now = dict(result.figures)[figure.id]
    if now is None:
        return None
    if figure.kind == "level":
        best = next((Fraction(index) for index in range(len(figure.levels)) if trial.gives_full(Fraction(index))), None)
        return None if best is None else Need(figure, best, "at_least")
    up, down = trial.nearest(now, 1), trial.nearest(now, -1)
    if up is not None and (down is None or up - now <= now - down):
        return Need(figure, up, "at_least")
    return None if down is None else Need(figure, down, "at_most")


class _Trial:
    """Evaluates the criterion with another value of one figure for one unit."""

    def __init__(self, cluster: ClusterResult, unit: UnitResult, result: CriterionResult, figure: Figure) -> None:
        self.full = result.criterion.standard_points
        self.step = Fraction(1, 10**figure.decimals)
        self.tree: Node = expression(result.criterion, cluster.scale.rounding)
        self.index = cluster.units.index(unit)
        self.field = field_name(result.criterion.id, figure.id)
        self.columns = _columns(cluster, cluster.scale.criteria.index(result.criterion))

    def gives_full(self, value: Fraction) -> bool:
        column = list(self.columns[self.field])
        column[self.index] = value
        points = Evaluation({**self.columns, self.field: column}, len(column)).of(self.tree)[self.index]
        return isinstance(points, Fraction) and points >= self.full

    def nearest(self, now: Fraction, sign: int) -> Fraction | None:
        """The nearest value on one side that gives full points, by doubling the distance and then halving it."""
        far = 1
        for _ in range(_DOUBLINGS):
            if self.gives_full(now + sign * far * self.step):
                break
            far *= 2
        else:
            return None
        near = far // 2
        while far - near > 1:
            middle = (near + far) // 2
            near, far = (near, middle) if self.gives_full(now + sign * middle * self.step) else (middle, far)
        return now + sign * far * self.step


def _columns(cluster: ClusterResult, position: int) -> dict[str, list[Fraction | None]]:
    rows = [unit.criteria[position] for unit in cluster.units]
    criterion = cluster.scale.criteria[position]
    columns: dict[str, list[Fraction | None]] = {
        field_name(criterion.id, figure.id): [
            None if row.status == "not_applicable" else dict(row.figures)[figure.id] for row in rows
        ]
        for figure in criterion.figures
    }
    exempt = {each.unit for each in cluster.period.no_target if each.criterion == criterion.reported_under}
    columns[field_name(criterion.id, NO_TARGET)] = [Fraction(int(unit.member.id in exempt)) for unit in cluster.units]
    return columns
