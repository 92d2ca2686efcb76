"""What a unit would have needed for the full points of a criterion, all else equal: read off the criterion's tree."""

from collections.abc import Sequence
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
# So many values are tried at once: evaluating a tree for several costs hardly more than for one.
_AT_ONCE = 10
_PARTS = 4


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
        return self._reach(self.tree, [value])[0]

    def is_rounded_up(self, value: Fraction) -> bool:
        """Whether a value that gives full points would not without rounding."""
        return not self._reach(self.unrounded, [value])[0]

    def _reach(self, tree: Node, values: Sequence[Fraction]) -> list[bool]:
        points = self._points(tree, values)
        return [isinstance(each, Fraction) and each >= self.full for each in points]

    def _points(self, tree: Node, values: Sequence[Fraction]) -> Sequence[object]:
        # A search tries dozens of values: for one unit, where the others' terms stay as they are.
        if self.alone:
            own = {name: [value] * len(values) for name, value in self.own.items()}
            return Retrial(self.cluster, self.index, {**own, self.field: values}, len(values)).of(tree)
        found = []
        for value in values:
            column = list(self.columns[self.field])
            column[self.index] = value
            found.append(Evaluation({**self.columns, self.field: column}, len(column)).of(tree)[self.index])
        return found

    def nearest(self, now: Fraction, sign: int) -> Fraction | None:
        """The nearest value on one side that gives full points, by doubling the distance and then narrowing it."""
        distances = []
        for power in range(_DOUBLINGS):
            distances.append(2**power)
            if self.is_beyond(now + sign * distances[-1] * self.step, now, sign):
                break
        chunks = (distances[start : start + _AT_ONCE] for start in range(0, len(distances), _AT_ONCE))
        far = next((each for chunk in chunks if (each := self._first_full(now, sign, chunk)) is not None), None)
        if far is None:
            return None
        near = far // 2
        while far - near > 1:
            between = sorted({near + (far - near) * part // _PARTS for part in range(1, _PARTS)} - {near})
            first = self._first_full(now, sign, between)
            near = max((each for each in between if first is None or each < first), default=near)
            far = far if first is None else first
        found = now + sign * far * self.step
        return found if self.is_possible(found, now) else None

    def _first_full(self, now: Fraction, sign: int, distances: Sequence[int]) -> int | None:
        """The first of these distances, in steps, at which the points are full."""
        reached = self._reach(self.tree, [now + sign * each * self.step for each in distances])
        return next((each for each, is_full in zip(distances, reached, strict=True) if is_full), None)

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
