"""What a change of scale does to the same dossiers: whose total and place move, and which criteria move them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.comparison.decisions import decisions_that_stand
from thidua.comparison.leading import Lead, leads
from thidua.comparison.matching import Match, match_criteria
from thidua.comparison.moves import Contribution, Outside, contributions_of, outside_criteria
from thidua.comparison.scorable import Scorable, scorable, without_places_of_nothing
from thidua.comparison.translation import Conversion, Gap, Translation, translate
from thidua.model.dossier import Dossier
from thidua.model.period import Adjustment, Member, Period
from thidua.model.scale import Criterion, Requirement, Scale
from thidua.scoring import ClusterResult, UnitResult, score_known, unit_states
from thidua.scoring.inputs import Table, gather
from thidua.scoring.result import UnitState

Side = Literal["old", "new"]


class UnitImpact(Struct, frozen=True):
    """One unit under both versions. ``because``: what each criterion adds to the move of its total, unless it is zero.

    These and ``outside`` (weights, caps, conversion, rounding) add up exactly to the move. A unit that can't be scored,
    or under a version of which nothing can be, has no total, so none of them.
    """

    old: UnitResult
    new: UnitResult
    because: tuple[Contribution, ...]
    outside: Outside

    @property
    def member(self) -> Member:
        """The unit."""
        return self.new.member

    @property
    def move(self) -> Fraction | None:
        """What the change adds to the total; None where there is none on either side."""
        if self.old.total is None or self.new.total is None:
            return None
        return self.new.total - self.old.total

    @property
    def places_up(self) -> int | None:
        """How many places the unit goes up (down: below zero); None where it has none."""
        return None if self.old.rank is None or self.new.rank is None else self.old.rank - self.new.rank


class Reading(Struct, frozen=True):
    """How the dossiers were read for one version: what it could not use, what was converted, what was never asked.

    ``known``: what is known of its criteria; ``scorable``: how much of the version they let score.
    """

    known: Table
    scorable: Scorable
    gaps: tuple[Gap, ...]
    conversions: tuple[Conversion, ...]
    newly_asked: tuple[tuple[Criterion, Requirement], ...]


class Impact(Struct, frozen=True):
    """One period under two versions; units in the members' order. ``base``: the scale that the period itself names.

    ``left_aside``: decisions of people about criteria that the two versions score differently.
    """

    base: Scale
    old: ClusterResult
    new: ClusterResult
    matches: tuple[Match, ...]
    units: tuple[UnitImpact, ...]
    readings: Mapping[Side, Reading]
    leads: Mapping[Side, tuple[Lead, ...]]
    left_aside: tuple[Adjustment, ...]

    def scored(self, side: Side) -> ClusterResult:
        """The result under one of the versions."""
        return self.old if side == "old" else self.new

    def has_totals(self, side: Side) -> bool:
        """Whether any unit could be scored under a version."""
        return any(each.total is not None for each in self.scored(side).units)

    @property
    def movers(self) -> tuple[UnitImpact, ...]:
        """The units by how far they move: places first, then points; those without a total last."""
        return tuple(sorted(self.units, key=_size_of_move))


def impact(
    base: Scale, old: Scale, new: Scale, period: Period, dossiers: Mapping[str, Dossier], unscorable: frozenset[str]
) -> Impact:
    """Score the same dossiers under both versions.

    Args:
        base: the scale under which the period was read: ``old``, ``new`` or neither.
        old: one version.
        new: the other.
        period: the period, its sources holding their figures.
        dossiers: by unit.
        unscorable: the units whose dossier has errors.
    """
    known = gather(base, period, dossiers)
    states = unit_states(base, period, dossiers, unscorable)
    decided = decisions_that_stand(period, base, old, new)
    read = {"old": translate(known, period, base, old), "new": translate(known, period, base, new)}
    before = _scored(old, decided.old, read["old"], states)
    after = _scored(new, decided.new, read["new"], states)
    matches = match_criteria(old, new)
    units = [_unit(one, other, matches, before, after) for one, other in zip(before.units, after.units, strict=True)]
    return Impact(
        base=base,
        old=before,
        new=after,
        matches=matches,
        units=tuple(units),
        readings={"old": _reading(old, read["old"]), "new": _reading(new, read["new"])},
        leads={"old": _leads(before, read["old"]), "new": _leads(after, read["new"])},
        left_aside=decided.left_aside,
    )


def _scored(scale: Scale, period: Period, read: Translation, states: Mapping[str, UnitState]) -> ClusterResult:
    return without_places_of_nothing(score_known(scale, period, read.table, states), read.gaps)


def _leads(cluster: ClusterResult, read: Translation) -> tuple[Lead, ...]:
    return leads(cluster, unasked=bool(read.gaps) and cluster.period.stage in ("agreed", "adopted"))


def _reading(scale: Scale, read: Translation) -> Reading:
    told = tuple(read.gaps), tuple(read.conversions), tuple(read.newly_asked)
    return Reading(read.table, scorable(scale, read.gaps), *told)


def _unit(
    old: UnitResult, new: UnitResult, matches: tuple[Match, ...], before: ClusterResult, after: ClusterResult
) -> UnitImpact:
    if old.total is None or new.total is None:
        return UnitImpact(old, new, (), Outside())
    because = contributions_of(old, new, matches)
    return UnitImpact(old, new, because, outside_criteria(old, new, before.scale, after.scale, because))


def _size_of_move(unit: UnitImpact) -> tuple[bool, int, Fraction]:
    return unit.move is None, -abs(unit.places_up or 0), -abs(unit.move or Fraction(0))
