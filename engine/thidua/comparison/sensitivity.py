"""The places that units may get when standard points move by ten per cent, all else equal.

A criterion's points move as a whole: its standard points, its bonus cap and all points in its terms, and with them what
people decided about it, times 9/10 or 11/10. Section and scale follow their sums; caps on bonuses and penalties stay.

- One at a time: every criterion at 9/10 and at 11/10, the others as they are. Exact: all totals are made anew.
- All at once: every criterion at any factor from 9/10 to 11/10. Bounds, by comparing units two by two: no choice of
  factors gives a place outside them, and some place inside them may be out of reach.

Both start from the points that there are; what is open stays open.
"""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from thidua.comparison.scaled_points import FACTORS, ScaledPoints
from thidua.comparison.scaled_totals import scaled_ranks
from thidua.comparison.sure_order import sure_places
from thidua.model.scale import Criterion
from thidua.scoring import ClusterResult, UnitResult
from thidua.scoring.inputs import Table


class Shift(Struct, frozen=True):
    """A place that a unit gets when one criterion's points are multiplied by ``factor``."""

    criterion: Criterion
    factor: Fraction
    place: int


class PlaceRange(Struct, frozen=True):
    """The places of one unit, best and worst. ``shifts``: what gives it another place than it has, best place first.

    ``alone``: one criterion at a time; ``together``: all criteria at once, which holds ``alone`` too.
    """

    unit: UnitResult
    alone: tuple[int, int]
    together: tuple[int, int]
    shifts: tuple[Shift, ...]


def place_ranges(cluster: ClusterResult, known: Table) -> tuple[PlaceRange, ...]:
    """The ranges of all units that have a place, in the members' order; ``known``: what the cluster was scored from."""
    scaled = ScaledPoints(cluster, known)
    variants = [(criterion, factor) for criterion in cluster.scale.criteria for factor in FACTORS]
    ranks = scaled_ranks(scaled, variants)
    together = sure_places(scaled)
    found = []
    for index, unit in enumerate(cluster.units):
        if unit.rank is not None:
            shifts = _shifts(unit.rank, variants, [row[index] for row in ranks])
            places = [unit.rank, *(each.place for each in shifts)]
            found.append(PlaceRange(unit, (min(places), max(places)), together[unit.member.id], shifts))
    return tuple(found)


def _shifts(
    rank: int, variants: Sequence[tuple[Criterion, Fraction]], places: Sequence[int | None]
) -> tuple[Shift, ...]:
    pairs = zip(variants, places, strict=True)
    shifts = [Shift(criterion, factor, place) for (criterion, factor), place in pairs if place not in (None, rank)]
    return tuple(sorted(shifts, key=lambda each: each.place))
