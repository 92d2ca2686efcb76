"""Section totals, the total and the place, as trees over the settled points of the criteria.

Order: criterion → section's caps → weight → caps of the whole table → conversion for what does not apply → rounding.
Points above a criterion's standard points are bonus, points below zero are penalty.
"""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

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


class Pieces(Struct, frozen=True):
    """Points apart: those between zero and the standard points, those above, and those below zero as a positive."""

    base: Node
    bonus: Node
    penalty: Node


class SectionTrees(Struct, frozen=True):
    """A section's points before its weight, and what they are made of. Counted: after the section's caps."""

    base: Node
    bonus: Node
    bonus_counted: Node
    penalty: Node
    penalty_counted: Node
    points: Node


def piece_of(criterion: Criterion) -> Pieces:
    """The pieces of one criterion's points."""
    points = _if_there(criterion)
    above = Maximum((points - Number(criterion.standard_points), _ZERO))
    below = Maximum((_ZERO - points, _ZERO))
    return Pieces(_base(criterion), above if criterion.bonus_cap else _ZERO, below if criterion.lowest < 0 else _ZERO)


def section_trees(section: Section, scale: Scale) -> SectionTrees:
    """The trees of one section."""
    found = [piece_of(criterion) for criterion in section.criteria]
    pieces = Pieces(
        _sum(each.base for each in found),
        _sum(each.bonus for each in found if each.bonus is not _ZERO),
        _sum(each.penalty for each in found if each.penalty is not _ZERO),
    )
    return section_of(pieces, section, scale, Number(section.standard_points))


def section_of(pieces: Pieces, section: Section, scale: Scale, standard_points: Node) -> SectionTrees:
    """The trees of a section whose pieces are added up, with its caps."""
    counted = _capped(pieces.bonus, section.bonus_cap)
    if scale.bonus_inside_section:
        counted = Minimum((counted, standard_points - pieces.base))
    lost = _capped(pieces.penalty, section.penalty_cap)
    return SectionTrees(pieces.base, pieces.bonus, counted, pieces.penalty, lost, pieces.base + counted - lost)


def raw_total(scale: Scale) -> Node:
    """The weighted sections after the caps of the whole table, not yet converted."""
    return raw_of([(section_trees(section, scale), section.weight) for section in scale.sections], scale)


def raw_of(sections: Iterable[tuple[SectionTrees, Fraction]], scale: Scale) -> Node:
    """The sections, each with its weight, added up and capped for the whole table."""
    base: list[Node] = []
    bonus: list[Node] = []
    penalty: list[Node] = []
    for trees, factor in sections:
        weight = Number(factor)
        base.append(trees.base * weight)
        bonus.append(trees.bonus_counted * weight)
        penalty.append(trees.penalty_counted * weight)
    return _sum(base) + _capped(_sum(bonus), scale.total_bonus_cap) - _capped(_sum(penalty), scale.total_penalty_cap)


def total_points(scale: Scale) -> Node:
    """The total: converted to the whole scale where criteria do not apply and the scale says so; rounded once more.

    Missing: for a unit to which no criterion applies.
    """
    return converted(raw_total(scale), applicable_points(scale), Number(scale.total_points), scale)


def converted(raw: Node, applicable: Node, whole: Node, scale: Scale) -> Node:
    """The total out of ``whole`` from the raw total out of ``applicable``."""
    total = raw * whole / applicable if scale.not_applicable_mode == "convert" else raw
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
