"""The status of one criterion's result, and what it means for its points and their range."""

from fractions import Fraction

from msgspec import Struct

from thidua.model.scale import Criterion, Scale
from thidua.model.terms import not_scored_without_target
from thidua.scoring.inputs import Known
from thidua.scoring.result import Status, is_open

ZERO = Fraction(0)


class Settled(Struct, frozen=True):
    """A status with the points that count (None: none, which is not zero) and the range in which they will lie.

    ``applies``: whether the criterion takes part in the sums; ``decided``: whether people have set the points.
    """

    status: Status
    points: Fraction | None
    least: Fraction
    most: Fraction
    applies: bool = True
    decided: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the points may still change by what is awaited."""
        return is_open(self.status, self.points)


def possible_statuses(criterion: Criterion, scale: Scale) -> tuple[Status, ...]:
    """The statuses that figures and documents alone can give a criterion, in the order of the vocabulary.

    Whoever gives the points also owes them; without a document to ask for, none can be missing.
    """
    without_evidence: dict[str, Status] = {
        "no_points": "no_evidence",
        "provisional": "provisional",
        "pending": "pending_evidence",
    }
    found: list[Status] = ["scored"]
    if criterion.evidence:
        found.append(without_evidence[criterion.when_evidence_missing])
    found.append("pending_source" if criterion.points_giver else "not_reported")
    if not_scored_without_target(criterion.terms):
        found.append("not_applicable")
    return tuple(found)


def settle(criterion: Criterion, known: Known, computed: Fraction | None, scale: Scale, final: bool = False) -> Settled:
    """The status from what is known and what the figures give; ``final``: the table is agreed."""
    if known.not_applicable_basis is not None:
        if scale.not_applicable_mode == "full_points":
            full = criterion.standard_points
            return Settled("not_applicable", full, full, full)
        return Settled("not_applicable", None, ZERO, ZERO, applies=False)
    if known.awaits_source:
        return Settled("pending_source", None, criterion.lowest, criterion.ceiling)
    if known.has_no_points(criterion):
        return Settled("no_evidence", ZERO, ZERO, ZERO)
    if computed is None:
        # Once the table is agreed, what was not reported has no points and can get none.
        if final:
            return Settled("not_reported", ZERO, ZERO, ZERO)
        return Settled("not_reported", None, criterion.lowest, criterion.ceiling)
    if not known.missing_evidence:
        return Settled("scored", computed, computed, computed)
    if criterion.when_evidence_missing == "provisional":
        return Settled("provisional", computed, min(criterion.lowest, computed), computed)
    return Settled("pending_evidence", None, criterion.lowest, criterion.ceiling)
