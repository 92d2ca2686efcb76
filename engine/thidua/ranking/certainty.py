"""Whether first and second place may still change, and by which open questions.

A place is certain when nothing that is open can change it, whatever it turns out to be: open figures and documents,
disputes, dossiers that are missing or have errors, points that a rule keeps from being agreed, suspensions that may
end, and eligibility that itself depends on any of these.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.ranking.eligibility import Eligibility
from thidua.ranking.places import Placed
from thidua.scoring import ClusterResult, UnitResult

Range = tuple[Fraction, Fraction]


class OpenQuestion(Struct, frozen=True):
    """Something that may still change a place. ``range``: the points of a criterion, or the total, that are possible;
    None for a suspension or a ballot."""

    kind: Literal["criterion", "dossier", "suspension", "ballot"]
    unit: str
    criterion: str | None
    range: Range | None

    @property
    def width(self) -> Fraction:
        """How many points hang on it."""
        return self.range[1] - self.range[0] if self.range else Fraction(0)


class Outcome(Struct, frozen=True):
    """What can be said of one place. ``holders``: nobody, one, or all that share it; certain only with one."""

    place: int
    holders: tuple[Placed, ...]
    certain: bool
    open_questions: tuple[OpenQuestion, ...]


class Certainty:
    """Compares the units of a cluster by what their totals may become.

    Args:
        cluster: the result.
        eligible: by unit.
        placed: the places as things stand, which settle equal totals.
        reach: by unit, the least and most total that is possible, also by what keeps points from being agreed.
        contested: by unit, the criteria that a rule keeps from being agreed, with the points that are possible.
        eligibility_is_open: whether open facts may still change who is eligible.
    """

    def __init__(
        self,
        cluster: ClusterResult,
        eligible: Mapping[str, Eligibility],
        placed: Sequence[Placed],
        reach: Mapping[str, Range],
        contested: Mapping[tuple[str, str], Range],
        eligibility_is_open: bool,
    ) -> None:
        self.cluster = cluster
        self.eligible = eligible
        self.placed = tuple(placed)
        self.place = {each.unit.member.id: each.place for each in placed}
        self.reach = reach
        self.contested = contested
        self.eligibility_is_open = eligibility_is_open

    def outcome(self, place: int, without_ballot: Collection[str]) -> Outcome | None:
        """What can be said of a place; None where nobody has it (a tie before it, or too few units).

        ``without_ballot``: the units for which a ballot that the place needs has not been held.
        """
        holders = tuple(each for each in self.placed if each.place == place)
        if not holders:
            return None
        holder = holders[0]
        rivals = [unit for unit in self.cluster.units if unit is not holder.unit and self._may_compete(unit)]
        undecided = [unit for unit in rivals if not self._is_settled(holder.unit, unit)]
        above = sum(self._beats(unit, holder.unit) for unit in rivals)
        units = [each.unit.member.id for each in holders]
        ballots = [OpenQuestion("ballot", unit, None, None) for unit in units if unit in without_ballot]
        certain = len(holders) == 1 and not undecided and above == place - 1 and not ballots
        if self.eligibility_is_open and any(self._is_open(unit) for unit in self.cluster.units):
            certain, undecided = False, [unit for unit in self.cluster.units if unit is not holder.unit]
        questions = () if certain else self._questions((holder.unit, *undecided))
        in_order = sorted((*ballots, *questions), key=lambda each: (each.range is not None, -each.width))
        return Outcome(place, holders, certain, tuple(in_order))

    def _may_compete(self, unit: UnitResult) -> bool:
        return self.eligible[unit.member.id] != "excluded"

    def _is_settled(self, one: UnitResult, other: UnitResult) -> bool:
        """Whether it is known for good which of two comes first; a suspended one may only be behind for good."""
        if self._beats(one, other):
            return True
        return self.eligible[other.member.id] == "eligible" and self._beats(other, one)

    def _beats(self, one: UnitResult, other: UnitResult) -> bool:
        """Whether ``one`` comes before ``other`` whatever the open questions turn out to be."""
        least, most = self.reach[one.member.id][0], self.reach[other.member.id][1]
        if least != most:
            return least > most
        if self._is_open(one) or self._is_open(other) or one.total != other.total:
            return False
        # All of them are settled, or somebody with the same total is open and leaves both undecided anyway.
        place, behind = self.place.get(one.member.id), self.place.get(other.member.id)
        return place is not None and behind is not None and place < behind

    def _is_open(self, unit: UnitResult) -> bool:
        """Whether anything about a unit's points may still change, even where its total can't."""
        least, most = self.reach[unit.member.id]
        waiting = unit.state != "scored" and not unit.rank
        return waiting or least != most or any(self._range(unit, each.criterion.id) for each in unit.criteria)

    def _range(self, unit: UnitResult, criterion: str) -> Range | None:
        """The points that a criterion may still have; None where they are settled."""
        found = next(each for each in unit.criteria if each.criterion.id == criterion)
        wide = self.contested.get((unit.member.id, criterion), (found.least, found.most))
        return wide if wide[0] != wide[1] or found.is_open else None

    def _questions(self, units: Sequence[UnitResult]) -> Iterator[OpenQuestion]:
        for unit in units:
            name = unit.member.id
            if self.eligible[name] == "suspended":
                yield OpenQuestion("suspension", name, None, None)
            if unit.state != "scored" and unit.rank is None:
                yield OpenQuestion("dossier", name, None, self.reach[name])
                continue
            for result in unit.criteria:
                wide = self._range(unit, result.criterion.id)
                if wide:
                    yield OpenQuestion("criterion", name, result.criterion.id, wide)
