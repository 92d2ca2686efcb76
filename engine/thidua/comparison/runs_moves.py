"""Two results of one period, one against the other: who moved, by which criteria, and why; and what the rules say."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct

from thidua.comparison.runs import Run, RunAward, RunCriterion, RunFinding, RunPlace, RunUnit
from thidua.comparison.runs_causes import Cause, Causes, without_equals

_ZERO = Fraction(0)
Key = TypeVar("Key")
Entry = TypeVar("Entry")


class CriterionMove(Struct, frozen=True):
    """A criterion whose result, figures, documents or decisions differ. None: that side has no such criterion.

    ``delta``: what it adds to the move of the unit's total before caps and conversion, times its section's weight.
    """

    old: RunCriterion | None
    new: RunCriterion | None
    causes: tuple[Cause, ...]

    @property
    def shown(self) -> RunCriterion:
        """The side that says how it is called: the later one where it is there."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a move of nothing")
        return found

    @property
    def by_dossier(self) -> bool:
        """Whether nothing moved it but that the unit's dossier is there on one side only."""
        return [each.kind for each in self.causes] == ["dossier"]

    @property
    def delta(self) -> Fraction:
        """Points, weighted."""
        return (self.new.weighted if self.new else _ZERO) - (self.old.weighted if self.old else _ZERO)


class UnitMove(Struct, frozen=True):
    """A unit for which something differs. None: it is no member on that side; then its criteria are not gone into."""

    old: RunUnit | None
    new: RunUnit | None
    criteria: tuple[CriterionMove, ...]

    @property
    def shown(self) -> RunUnit:
        """The side that says how it is called."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a move of nothing")
        return found

    @property
    def delta(self) -> Fraction | None:
        """How far the total moved; None where there is none on either side."""
        if self.old is None or self.new is None or self.old.total is None or self.new.total is None:
            return None
        return self.new.total - self.old.total

    @property
    def rest(self) -> Fraction:
        """What caps, conversion and rounding of the total make of the move: with it the parts add up exactly."""
        return _ZERO if self.delta is None else self.delta - sum((each.delta for each in self.criteria), _ZERO)


class RunsDifference(Struct, frozen=True):
    """All that differs between two results. Of a pair, None is the side on which there is none.

    ``units`` in the order of the later result's members, then those that are members no more. ``findings``: a finding
    about the same matter whose words changed is one pair.
    """

    old: Run
    new: Run
    units: tuple[UnitMove, ...]
    findings: tuple[tuple[RunFinding | None, RunFinding | None], ...]
    places: tuple[tuple[RunPlace | None, RunPlace | None], ...]
    awards: tuple[tuple[RunAward | None, RunAward | None], ...]

    @property
    def nothing_moved(self) -> bool:
        """Whether all results are the same, whatever versions they come from."""
        return not (self.units or self.findings or self.places or self.awards)


def compare_runs(old: Run, new: Run) -> RunsDifference:
    """Compare two results of one period. Units, criteria, places are matched by id, so their order doesn't matter."""
    return RunsDifference(
        old,
        new,
        units=tuple(_units(old, new)),
        findings=tuple(_findings(old.findings, new.findings)),
        places=_pairs(_places(old), _places(new)),
        awards=_pairs(_awards(old), _awards(new)),
    )


def _units(old: Run, new: Run) -> Iterator[UnitMove]:
    causes = Causes(old, new)
    for before, after in _all_pairs(*({each.id: each for each in run.units} for run in (old, new))):
        if before is None or after is None:
            yield UnitMove(before, after, ())
            continue
        criteria = tuple(_criteria(causes, before, after))
        if criteria or _standing(before) != _standing(after):
            yield UnitMove(before, after, criteria)


def _criteria(causes: Causes, before: RunUnit, after: RunUnit) -> Iterator[CriterionMove]:
    for was, now in _all_pairs(*({each.id: each for each in unit.criteria} for unit in (before, after))):
        if was is None or now is None:
            yield CriterionMove(was, now, (causes.of_versions(),))
            continue
        found = causes.of(before.id, was, now)
        if found or was.weighted != now.weighted:
            yield CriterionMove(was, now, found or (causes.of_versions(),))


def _standing(unit: RunUnit) -> tuple[object, ...]:
    points = unit.total, unit.provisional, unit.least, unit.most
    return *points, unit.place, unit.state, unit.eligibility, unit.result_class


def _findings(
    old: Sequence[RunFinding] | None, new: Sequence[RunFinding] | None
) -> Iterator[tuple[RunFinding | None, RunFinding | None]]:
    """What is found on one side only, in the order of the later side; what is settled comes last."""
    if old is None or new is None:
        return
    settled, found = without_equals(old, new)
    for after in found:
        before = next((each for each in settled if each.about == after.about), None)
        if before is not None:
            settled.remove(before)
        yield before, after
    yield from ((before, None) for before in settled)


def _places(run: Run) -> Mapping[int, RunPlace] | None:
    return None if run.places is None else {each.place: each for each in run.places}


def _awards(run: Run) -> Mapping[tuple[int, str], RunAward] | None:
    return None if run.awards is None else {(each.place, each.award): each for each in run.awards}


def _pairs(
    old: Mapping[Key, Entry] | None, new: Mapping[Key, Entry] | None
) -> tuple[tuple[Entry | None, Entry | None], ...]:
    """The pairs whose sides differ; nothing is told of what one side did not save."""
    if old is None or new is None:
        return ()
    return tuple((before, after) for before, after in _all_pairs(old, new) if before != after)


def _all_pairs(old: Mapping[Key, Entry], new: Mapping[Key, Entry]) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Both sides of every key: those of the later side in its order, then those that are gone."""
    return ((old.get(each), new.get(each)) for each in dict.fromkeys((*new, *old)))
