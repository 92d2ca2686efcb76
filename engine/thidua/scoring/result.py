"""What scoring gives: for every unit, section and criterion. All points are exact and already rounded."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.model.dossier import EvidenceItem
from thidua.model.period import Adjustment, Member, Period
from thidua.model.scale import Criterion, Requirement, Scale, Section

Status = Literal[
    "scored",
    "no_evidence",
    "provisional",
    "pending_evidence",
    "not_reported",
    "pending_source",
    "disputed",
    "not_applicable",
]
UnitState = Literal["scored", "missing_dossier", "unscorable"]

# With one of these the unit's total may still change.
OPEN: frozenset[Status] = frozenset(("provisional", "pending_evidence", "not_reported", "pending_source", "disputed"))


def is_open(status: Status, points: Fraction | None) -> bool:
    """Whether points with this status may change. What is not reported when the table is agreed has 0 for good."""
    return status in OPEN and not (status == "not_reported" and points is not None)


class Decisions(Struct, frozen=True):
    """The decisions on one criterion of one unit; None where there is none."""

    verified: Adjustment | None = None
    agreed: Adjustment | None = None

    @property
    def latest(self) -> Adjustment | None:
        """The decision that stands."""
        return self.agreed or self.verified


class CriterionResult(Struct, frozen=True, eq=False):
    """A criterion's result for one unit.

    ``points`` count in the total, None where there are none (which is not zero); ``computed`` is what the figures alone
    give. ``least`` and ``most`` hold whatever the open questions turn out to be. ``figures``: id and value, None where
    not reported. ``tell`` and ``tell_steps`` put the result into words when they are asked for: half of all scoring
    would go into words that most reports don't show. They follow from the rest and take no part in comparisons.
    """

    criterion: Criterion
    status: Status
    points: Fraction | None
    computed: Fraction | None
    least: Fraction
    most: Fraction
    decisions: Decisions
    self_points: Fraction | None
    figures: tuple[tuple[str, Fraction | None], ...]
    supplier: str
    evidence: tuple[EvidenceItem, ...]
    missing_evidence: tuple[Requirement, ...]
    unit_explanation: str | None
    tell: Callable[[], str]
    tell_steps: Callable[[], tuple[str, ...]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CriterionResult) and self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def _compared(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name not in ("tell", "tell_steps"))

    @property
    def explanation(self) -> str:
        """Why there are these points, in one line."""
        return self.tell()

    @property
    def steps(self) -> tuple[str, ...]:
        """The arithmetic behind the explanation, each line using only those before it."""
        return self.tell_steps()

    @property
    def is_open(self) -> bool:
        """Whether the points may still change by what is awaited."""
        return is_open(self.status, self.points)


class SectionResult(Struct, frozen=True):
    """A section's points after its caps, before its weight; None for a unit that can't be scored.

    ``bonus`` and ``penalty`` are what the criteria give above their standard points and below zero; ``…_counted`` what
    the section's caps leave of them.
    """

    section: Section
    points: Fraction | None
    self_points: Fraction | None
    bonus: Fraction
    bonus_counted: Fraction
    penalty: Fraction
    penalty_counted: Fraction


class UnitResult(Struct, frozen=True):
    """A unit's result. ``total`` and ``rank`` are None for a unit that can't be scored; least and most still stand.

    ``rank`` is None too for a unit without a dossier until the table is agreed: its total is only what others supply.

    ``raw_total``: before the conversion for criteria that don't apply; ``applicable``: the standard points of those
    that do, weighted. ``provisional``: an open question may still change the total. ``result_class``: None where the
    scale has no classes or an open question may still change the class.
    """

    member: Member
    state: UnitState
    total: Fraction | None
    provisional: bool
    least: Fraction
    most: Fraction
    self_total: Fraction | None
    rank: int | None
    raw_total: Fraction | None
    applicable: Fraction
    result_class: str | None
    sections: tuple[SectionResult, ...]
    criteria: tuple[CriterionResult, ...]

    @property
    def open_criteria(self) -> tuple[CriterionResult, ...]:
        """The criteria whose points may still change."""
        return tuple(result for result in self.criteria if result.is_open)


class ClusterResult(Struct, frozen=True):
    """The whole table, units in the members' order."""

    period: Period
    scale: Scale
    units: tuple[UnitResult, ...]

    @property
    def is_scored(self) -> bool:
        """Whether there are points at all: a period may be judged by rules without a scale."""
        return bool(self.scale.criteria)
