"""What a unit would have needed for the full points of a criterion, all else equal: read off the criterion's tree."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.expressions import Evaluation, Node, Retrial, can_retry
from thidua.methods import NO_TARGET, expression, field_name
from thidua.model.figure import Figure
from thidua.scoring.result import ClusterResult, CriterionResult, UnitResult

# What a unit can change; targets and last year's figures are given.
_CHANGEABLE = ("actual", "count", "achieved", "level")
_DOUBLINGS = 80


class Need(Struct, frozen=True):
    """The nearest value of a figure, in its declared decimals, that gives the standard points; and on which side.

    ``now``: the value that was reported. ``alternatives``: further classes that give the standard points, too.
    ``by_rounding``: the points are full there only because they are rounded.
    """

    figure: Figure
    value: Fraction
    side: Literal["at_least", "at_most"]
    now: Fraction
    alternatives: tuple[Fraction, ...] = ()
    by_rounding: bool = False


def need_for_full_points(cluster: ClusterResult, unit: UnitResult, result: CriterionResult) -> Need | None:
    """What one changeable figure would have to be.

    None where the points are full, or no value of that figure alone, within its declared limits, gives them.
    """
    changeable = [figure for figure in result.criterion.figures if figure.id in _CHANGEABLE]
    if len(changeable) != 1:
        return None
    [figure] = changeable
    now = dict(result.figures)[figure.id]
    # Figures without their documents take no part in the cluster, so nothing was computed of them.
    if now is None or (result.computed is None and result.status != "no_evidence"):
        return None
    trial = _Trial(cluster, unit, result, figure)
    if trial.gives_full(now):
        return None
    if figure.kind == "level":
        return _need_of_class(trial, figure, now)
    up, down = trial.nearest(now, 1), trial.nearest(now, -1)
    if up is not None and (down is None or up - now <= now - down):
        return Need(figure, up, "at_least", now, by_rounding=trial.is_rounded_up(up))
    return None if down is None else Need(figure, down, "at_most", now, by_rounding=trial.is_rounded_up(down))


def _need_of_class(trial: "_Trial", figure: Figure, now: Fraction) -> Need | None:
    full = [Fraction(index) for index in range(len(figure.levels)) if trial.gives_full(Fraction(index))]
    return Need(figure, full[0], "at_least", now, tuple(full[1:])) if full else None


class _Trial:
    """Evaluates the criterion with another value of one figure for one unit."""

    def __init__(self, cluster: ClusterResult, unit: UnitResult, result: CriterionResult, figure: Figure) -> None:
        scale = cluster.scale
        self.figure = figure
        self.full = result.criterion.standard_points
        self.step = Fraction(1, 10**figure.decimals)
        self.tree: Node = expression(result.criterion, scale.rounding if scale.rounding_at == "criterion" else None)
        self.unrounded: Node = expression(result.criterion, None)
        self.index = [each.member.id for each in cluster.units].index(unit.member.id)
        self.field = field_name(result.criterion.id, figure.id)
        self.columns = _columns(cluster, [each.id for each in scale.criteria].index(result.criterion.id), self.index)
        self.own = {name: column[self.index] for name, column in self.columns.items()}
        self.cluster = Evaluation(self.columns, len(cluster.units))
        self.alone = can_retry(self.tree)

    def gives_full(self, value: Fraction) -> bool:
        return self._reaches(self.tree, value)

    def is_rounded_up(self, value: Fraction) -> bool:
        """Whether a value that gives full points would not without rounding."""
        return not self._reaches(self.unrounded, value)

    def _reaches(self, tree: Node, value: Fraction) -> bool:
        points = self._points(tree, value)
        return isinstance(points, Fraction) and points >= self.full

    def _points(self, tree: Node, value: Fraction) -> object:
        # A search tries dozens of values: for one unit, where the others' terms stay as they are.
        if self.alone:
            return Retrial(self.cluster, self.index, {**self.own, self.field: value}).of(tree)[0]
        column = list(self.columns[self.field])
        column[self.index] = value
        return Evaluation({**self.columns, self.field: column}, len(column)).of(tree)[self.index]

    def nearest(self, now: Fraction, sign: int) -> Fraction | None:
        """The nearest value on one side that gives full points, by doubling the distance and then halving it."""
        far = 1
        for _ in range(_DOUBLINGS):
            if self.gives_full(now + sign * far * self.step):
                break
            if self.is_beyond(now + sign * far * self.step, now, sign):
                return None
            far *= 2
        else:
            return None
        near = far // 2
        while far - near > 1:
            middle = (near + far) // 2
            near, far = (near, middle) if self.gives_full(now + sign * middle * self.step) else (middle, far)
        found = now + sign * far * self.step
        return found if self.is_possible(found, now) else None

    def is_possible(self, value: Fraction, now: Fraction) -> bool:
        """Whether the figure may have the value: within its declared limits, and nothing counted falls below zero."""
        return not (self.is_beyond(value, now, 1) or self.is_beyond(value, now, -1))

    def is_beyond(self, value: Fraction, now: Fraction, sign: int) -> bool:
        """Whether the value is past the limit on one side."""
        if sign > 0:
            return self.figure.most is not None and value > self.figure.most
        least = self.figure.least
        return value < least if least is not None else value < 0 <= now


def _columns(cluster: ClusterResult, position: int, own: int) -> dict[str, list[Fraction | None]]:
    """The figures as they count in the cluster, and the unit's own whether they count or not."""
    rows = [unit.criteria[position] for unit in cluster.units]
    criterion = cluster.scale.criteria[position]
    exempt = {each.unit for each in cluster.period.no_target if each.criterion == criterion.reported_under}
    counts = [
        index == own or _counts(row, unit.member.id in exempt)
        for index, (unit, row) in enumerate(zip(cluster.units, rows, strict=True))
    ]
    columns: dict[str, list[Fraction | None]] = {
        field_name(criterion.id, figure.id): [
            dict(row.figures)[figure.id] if counted else None for row, counted in zip(rows, counts, strict=True)
        ]
        for figure in criterion.figures
    }
    columns[field_name(criterion.id, NO_TARGET)] = [Fraction(int(unit.member.id in exempt)) for unit in cluster.units]
    return columns


def _counts(row: CriterionResult, without_target: bool) -> bool:
    """Whether the figures take part in the cluster; as when it was scored, whatever people decided afterwards."""
    if row.status == "not_applicable":
        return False
    unproven = bool(row.missing_evidence) and row.criterion.when_evidence_missing == "no_points"
    given = {figure for figure, value in row.figures if value is not None} | ({"target"} if without_target else set())
    return not (unproven and all(figure.id in given for figure in row.criterion.figures))
