"""Section totals, the total and the place, as trees over the settled points of the criteria.

Order: criterion → section's caps → weight → caps of the whole table → conversion for what does not apply → rounding.
Points above a criterion's standard points are bonus, points below zero are penalty.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from thidua.expressions import (
    Add,
    Case,
    Choose,
    Compare,
    Field,
    IsReported,
    Maximum,
    Minimum,
    Node,
    Number,
    OfCluster,
    RoundHalfUp,
)
from thidua.model.scale import Criterion, Scale, Section

RANKED = "unit.ranked"
_ZERO = Number(Fraction(0))
_ONE = Number(Fraction(1))


def points_field(criterion_id: str) -> str:
    """The column of a criterion's settled points."""
    return f"{criterion_id}.points"


def applies_field(criterion_id: str) -> str:
    """The column that is 1 where a criterion applies to the unit and 0 where it does not."""
    return f"{criterion_id}.applies"


@dataclass(frozen=True, slots=True)
class SectionTrees:
    """A section's points before its weight, and what they are made of. Counted: after the section's caps."""

    base: Node
    bonus: Node
    bonus_counted: Node
    penalty: Node
    penalty_counted: Node
    points: Node


def section_trees(section: Section, scale: Scale) -> SectionTrees:
    """The trees of one section."""
    base = _sum(_base(criterion) for criterion in section.criteria)
    bonus = _sum(
        Maximum((_if_there(criterion) - Number(criterion.standard_points), _ZERO))
        for criterion in section.criteria
        if criterion.bonus_cap
    )
    penalty = _sum(
        Maximum((_ZERO - _if_there(criterion), _ZERO)) for criterion in section.criteria if criterion.lowest < 0
    )
    counted = _capped(bonus, section.bonus_cap)
    if scale.bonus_inside_section:
        counted = Minimum((counted, Number(section.standard_points) - base))
    lost = _capped(penalty, section.penalty_cap)
    return SectionTrees(base, bonus, counted, penalty, lost, base + counted - lost)


def raw_total(scale: Scale) -> Node:
    """The weighted sections after the caps of the whole table, not yet converted."""
    base: list[Node] = []
    bonus: list[Node] = []
    penalty: list[Node] = []
    for section in scale.sections:
        trees, weight = section_trees(section, scale), Number(section.weight)
        base.append(trees.base * weight)
        bonus.append(trees.bonus_counted * weight)
        penalty.append(trees.penalty_counted * weight)
    return _sum(base) + _capped(_sum(bonus), scale.total_bonus_cap) - _capped(_sum(penalty), scale.total_penalty_cap)


def total_points(scale: Scale) -> Node:
    """The total: converted to the whole scale where criteria do not apply and the scale says so; rounded once more.

    Missing: for a unit to which no criterion applies.
    """
    total = raw_total(scale)
    if scale.not_applicable_mode == "convert":
        total = total * Number(scale.total_points) / applicable_points(scale)
    return RoundHalfUp(total, Fraction(1, 10**scale.rounding))


def applicable_points(scale: Scale) -> Node:
    """The standard points, weighted, of the criteria that apply to the unit."""
    return _sum(
        Field(applies_field(criterion.id)) * Number(criterion.standard_points * section.weight)
        for section in scale.sections
        for criterion in section.criteria
    )


def place(scale: Scale) -> Node:
    """The place by total; equal totals share it. Units without a dossier that could be read have none."""
    return OfCluster("rank", total_points(scale), Compare("=", Field(RANKED), _ONE))


def _base(criterion: Criterion) -> Node:
    """The points between zero and the standard points; only what can leave these limits is held in them."""
    points = _if_there(criterion)
    if criterion.bonus_cap:
        points = Minimum((points, Number(criterion.standard_points)))
    return Maximum((points, _ZERO)) if criterion.lowest < 0 else points


def _if_there(criterion: Criterion) -> Node:
    points = Field(points_field(criterion.id))
    return Choose((Case(IsReported(points), points),), _ZERO)


def _sum(terms: Iterable[Node]) -> Node:
    return Add((_ZERO, *terms))


def _capped(points: Node, cap: Fraction | None) -> Node:
    return points if cap is None else Minimum((points, Number(cap)))
