"""Section totals, the total and the place, as trees over the settled points of the criteria."""

from fractions import Fraction

from thidua.expressions import Add, Case, Choose, Compare, Field, IsReported, Minimum, Node, Number, OfCluster
from thidua.model.scale import Scale, Section

SCORABLE = "unit.scorable"


def points_field(criterion_id: str) -> str:
    """The column of a criterion's settled points."""
    return f"{criterion_id}.points"


def section_points(section: Section, scale: Scale) -> Node:
    """The sum of the points that there are; no more than the section's own where bonuses count inside it."""
    total = Add(tuple(_if_there(criterion.id) for criterion in section.criteria))
    return Minimum((total, Number(section.standard_points))) if scale.bonus_inside_section else total


def total_points(scale: Scale) -> Node:
    """The sum of the sections."""
    return Add(tuple(section_points(section, scale) for section in scale.sections))


def place(scale: Scale) -> Node:
    """The place by total; equal totals share it. Units that can't be scored have none."""
    return OfCluster("rank", total_points(scale), Compare("=", Field(SCORABLE), Number(Fraction(1))))


def _if_there(criterion_id: str) -> Node:
    points = Field(points_field(criterion_id))
    return Choose((Case(IsReported(points), points),), Number(Fraction(0)))
