"""The points of a cluster's criteria when they are multiplied: exact, and rounded only then, as they are scored."""

from fractions import Fraction

from msgspec.structs import replace

from thidua.expressions import Evaluation
from thidua.methods import expression
from thidua.model.scale import Criterion, Scale
from thidua.numerals.writing import round_half_up
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.scoring.inputs import Table, columns

FACTORS = (Fraction(9, 10), Fraction(11, 10))


class ScaledPoints:
    """By criterion, the points of all units not yet rounded, None where there are none.

    ``applies``: whether they count; ``full``: whether they are the standard points of a criterion that doesn't apply,
    which are never rounded.
    """

    def __init__(self, cluster: ClusterResult, known: Table) -> None:
        self.cluster = cluster
        scale = cluster.scale
        self.step = Fraction(1, 10**scale.rounding)
        figures = Evaluation(columns(scale, cluster.period, known), len(cluster.units))
        self.exact: dict[str, list[Fraction | None]] = {}
        self.applies: dict[str, list[bool]] = {}
        self.full: dict[str, list[bool]] = {}
        for index, criterion in enumerate(scale.criteria):
            computed = figures.of(expression(criterion, None))
            rows = [unit.criteria[index] for unit in cluster.units]
            self.exact[criterion.id] = [
                value if _is_computed(row) and isinstance(value, Fraction) else row.points
                for row, value in zip(rows, computed, strict=True)
            ]
            self.full[criterion.id] = [row.status == "not_applicable" and row.points is not None for row in rows]
            self.applies[criterion.id] = [not (row.status == "not_applicable" and row.points is None) for row in rows]

    @property
    def scale(self) -> Scale:
        """The scale by which the cluster was scored."""
        return self.cluster.scale

    @property
    def units(self) -> tuple[UnitResult, ...]:
        """The units, in the members' order."""
        return self.cluster.units

    def points(self, criterion: Criterion, factor: Fraction = Fraction(1)) -> list[Fraction | None]:
        """The points at a factor, rounded as the scale rounds them."""
        scaled = [None if each is None else each * factor for each in self.exact[criterion.id]]
        if self.scale.rounding_at == "total":
            return scaled
        return [
            each if each is None or full else round_half_up(each, self.step)
            for each, full in zip(scaled, self.full[criterion.id], strict=True)
        ]

    def criterion(self, criterion: Criterion, factor: Fraction) -> Criterion:
        """The criterion itself at a factor, as far as sums look at it."""
        standard, bonus = criterion.standard_points * factor, criterion.bonus_cap * factor
        return replace(criterion, standard_points=standard, bonus_cap=bonus)


def _is_computed(row: CriterionResult) -> bool:
    """Whether the points that count are those that the figures give."""
    return row.decisions.latest is None and row.status in ("scored", "provisional")
