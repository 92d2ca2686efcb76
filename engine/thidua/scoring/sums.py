"""The columns of section totals, totals and places, read from their trees."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from thidua.expressions import Evaluation, Node
from thidua.model.scale import Scale, Section
from thidua.scoring.result import SectionResult
from thidua.scoring.statuses import Settled
from thidua.scoring.totals import (
    RANKED,
    SectionTrees,
    applicable_points,
    applies_field,
    place,
    points_field,
    raw_total,
    section_trees,
    total_points,
)

_ZERO = Fraction(0)


class Sums:
    """All sums of a cluster, in the members' order: of the settled points, and of the least and most that they may be.

    The trees of the sums never fall when a criterion's points rise, so the sums of the ends are the ends of the sums.
    """

    def __init__(
        self,
        scale: Scale,
        settled: Mapping[str, Sequence[Settled]],
        ranked: Sequence[bool],
        self_points: Mapping[str, Sequence[Fraction | None]],
    ) -> None:
        self.settled = settled
        self.reported = {c: [each is not None for each in column] for c, column in self_points.items()}
        self.points = _evaluation(
            {c: [each.points for each in column] for c, column in settled.items()}, settled, ranked
        )
        own = _evaluation({c: _own(column, self_points[c]) for c, column in settled.items()}, settled, ranked)
        trees = {section.id: section_trees(section, scale) for section in scale.sections}
        self.columns = {name: self._columns(tree) for name, tree in trees.items()}
        self.own_columns = {name: _numbers(own, tree.points) for name, tree in trees.items()}
        ends = [
            _evaluation({c: [end(each) for each in column] for c, column in settled.items()}, settled, ranked)
            for end in (_least, _most)
        ]
        total = total_points(scale)
        self.own_total = _numbers(own, total)
        self.total = _numbers(self.points, total)
        self.raw_total = _numbers(self.points, raw_total(scale))
        self.applicable = _numbers(self.points, applicable_points(scale))
        self.rank = [None if value is None else int(value) for value in _numbers_or_none(self.points, place(scale))]
        # Where nothing is open both ends are the total itself, and need not be added up again.
        open_points = any(each.least != each.most for column in settled.values() for each in column)
        self.least, self.most = (_numbers(each, total) if open_points else self.total for each in ends)

    def section(self, section: Section, index: int, scorable: bool) -> SectionResult:
        """A section's result for the unit at a position."""
        points, bonus, bonus_counted, penalty, penalty_counted = (column[index] for column in self.columns[section.id])
        has_points = any(self.settled[criterion.id][index].points is not None for criterion in section.criteria)
        return SectionResult(
            section=section,
            points=points if scorable and has_points else None,
            self_points=self._own_points(section, index),
            bonus=bonus,
            bonus_counted=bonus_counted,
            penalty=penalty,
            penalty_counted=penalty_counted,
        )

    def self_total(self, index: int) -> Fraction | None:
        """What the unit's own scores add up to, by the same trees; None where it gave none."""
        return self.own_total[index] if any(column[index] for column in self.reported.values()) else None

    def _own_points(self, section: Section, index: int) -> Fraction | None:
        if not any(self.reported[criterion.id][index] for criterion in section.criteria):
            return None
        return self.own_columns[section.id][index]

    def _columns(self, trees: SectionTrees) -> tuple[list[Fraction], ...]:
        wanted = (trees.points, trees.bonus, trees.bonus_counted, trees.penalty, trees.penalty_counted)
        return tuple(_numbers(self.points, tree) for tree in wanted)


def _own(settled: Sequence[Settled], self_points: Sequence[Fraction | None]) -> list[Fraction | None]:
    """The unit's own scores; where a criterion doesn't apply, what the scale gives for that."""
    return [
        each.points if each.status == "not_applicable" else own for each, own in zip(settled, self_points, strict=True)
    ]


def class_of(scale: Scale, least: Fraction, most: Fraction) -> str | None:
    """The class of a total that is surely between two numbers; None while it may be one class or another."""

    def of(total: Fraction) -> str | None:
        share = total / scale.total_points
        return next((each.name for each in scale.classes if share >= each.least_share), None)

    return of(least) if of(least) == of(most) else None


def _least(settled: Settled) -> Fraction | None:
    return settled.least if settled.applies else None


def _most(settled: Settled) -> Fraction | None:
    return settled.most if settled.applies else None


def _evaluation(
    points: Mapping[str, list[Fraction | None]], settled: Mapping[str, Sequence[Settled]], ranked: Sequence[bool]
) -> Evaluation:
    columns = {points_field(criterion): column for criterion, column in points.items()}
    for criterion, column in settled.items():
        columns[applies_field(criterion)] = [Fraction(int(each.applies)) for each in column]
    columns[RANKED] = [Fraction(int(each)) for each in ranked]
    return Evaluation(columns, len(ranked))


def _numbers_or_none(evaluation: Evaluation, tree: Node) -> list[Fraction | None]:
    return [value if isinstance(value, Fraction) else None for value in evaluation.of(tree)]


def _numbers(evaluation: Evaluation, tree: Node) -> list[Fraction]:
    # Only the total of a unit to which nothing applies is missing: it has no points, and none are possible.
    return [_ZERO if value is None else value for value in _numbers_or_none(evaluation, tree)]
