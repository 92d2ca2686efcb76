"""A period without a scale: its units take part in the rules, and have no points."""

from fractions import Fraction

from thidua.model.period import Member, Period
from thidua.model.scale import Scale
from thidua.scoring.result import ClusterResult, UnitResult

_ZERO = Fraction(0)
NO_SCALE = Scale(
    id="",
    name="",
    state="issued",
    caution=None,
    outline_after=None,
    document=None,
    year=None,
    data_from=None,
    data_to=None,
    total_points=_ZERO,
    bonus_inside_section=False,
    rounding=0,
    sections=(),
)
"""What stands for the scale of a period that has none: no criteria, no points."""


def unscored_cluster(period: Period) -> ClusterResult:
    """The members in their order, without totals and places."""
    return ClusterResult(period, NO_SCALE, tuple(map(_unit, period.members)))


def _unit(member: Member) -> UnitResult:
    return UnitResult(
        member=member,
        state="scored",
        total=None,
        provisional=False,
        least=_ZERO,
        most=_ZERO,
        self_total=None,
        rank=None,
        raw_total=None,
        applicable=_ZERO,
        result_class=None,
        sections=(),
        criteria=(),
    )
