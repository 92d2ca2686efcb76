"""What people decided replaces what was computed: verified points, disputes, agreed points."""

from fractions import Fraction

from thidua.scoring.result import Decisions
from thidua.scoring.statuses import Settled


def apply(settled: Settled, decisions: Decisions, computed: Fraction | None) -> Settled:
    """The settled points after the decisions; nothing is ever the larger of two answers.

    Agreed points stand. Verified points stand, too, unless the unit disagrees and nothing is agreed: then they are in
    dispute, between what was computed and what was verified.
    """
    if settled.status == "not_applicable" or decisions.latest is None:
        return settled
    points = decisions.latest.new_points
    disagrees = decisions.agreed is None and decisions.latest.unit_reply is not None
    if disagrees and computed is not None and computed != points:
        return Settled("disputed", points, min(points, computed), max(points, computed), decided=True)
    return Settled("scored", points, points, points, decided=True)
