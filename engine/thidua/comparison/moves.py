"""What moves a unit's total from one version to another: criterion by criterion, then what is done with their sum."""

from fractions import Fraction

from msgspec import Struct

from thidua.comparison.matching import Kind, Match
from thidua.model.scale import Scale
from thidua.numerals.writing import is_exact, round_half_up
from thidua.scoring import CriterionResult, UnitResult

_ZERO = Fraction(0)
_FINEST = Fraction(1, 10**6)


class Contribution(Struct, frozen=True):
    """What a criterion adds to the move of a unit's total: its points now less its points before; never zero.

    ``old``, ``new``: its results under both versions: none on one side where it was added or removed, several where
    criteria were merged or split (``match``). ``delta`` has at most six decimals.
    """

    match: Match
    old: tuple[CriterionResult, ...]
    new: tuple[CriterionResult, ...]
    delta: Fraction

    @property
    def id(self) -> str:
        """The id in the new version; in the old one where it was removed."""
        kept = {each.criterion.id for each in self.old}
        ids = [each.criterion.id for each in self.new or self.old]
        return next((each for each in ids if each in kept), ids[0])

    @property
    def kind(self) -> Kind:
        """What became of the criterion."""
        return self.match.kind

    @property
    def old_points(self) -> Fraction | None:
        """The points before; None where there were none, which is not zero."""
        return points_of(self.old)

    @property
    def new_points(self) -> Fraction | None:
        """The points now; None where there are none."""
        return points_of(self.new)


class Outside(Struct, frozen=True):
    """What moves a total beside the criteria's points: weights, caps, conversion for what doesn't apply, rounding."""

    weights: Fraction = _ZERO
    caps: Fraction = _ZERO
    conversion: Fraction = _ZERO
    rounding: Fraction = _ZERO

    @property
    def delta(self) -> Fraction:
        """All of it."""
        return self.weights + self.caps + self.conversion + self.rounding


def contributions_of(old: UnitResult, new: UnitResult, matches: tuple[Match, ...]) -> tuple[Contribution, ...]:
    """What each criterion adds, the largest first; equal ones in the order of the matches."""
    before = {each.criterion.id: each for each in old.criteria}
    after = {each.criterion.id: each for each in new.criteria}
    found = []
    for match in matches:
        was = tuple(before[each.id] for each in match.old)
        now = tuple(after[each.id] for each in match.new)
        delta = _finite((points_of(now) or _ZERO) - (points_of(was) or _ZERO))
        found.append(Contribution(match, was, now, delta))
    return tuple(sorted((each for each in found if each.delta), key=lambda each: -abs(each.delta)))


def outside_criteria(
    old: UnitResult, new: UnitResult, old_scale: Scale, new_scale: Scale, because: tuple[Contribution, ...]
) -> Outside:
    """What is left of the move once the criteria have had theirs; rounding takes what the others can't say exactly."""
    before, after = _steps(old, old_scale), _steps(new, new_scale)
    weights, caps, conversion = (
        _finite((after[index] - after[index - 1]) - (before[index] - before[index - 1])) for index in (1, 2, 3)
    )
    move = (new.total or _ZERO) - (old.total or _ZERO)
    rest = move - sum((each.delta for each in because), _ZERO) - weights - caps - conversion
    return Outside(weights, caps, conversion, rest)


def points_of(results: tuple[CriterionResult, ...]) -> Fraction | None:
    """The points that count, together; None where none of these criteria has any."""
    found = [each.points for each in results if each.points is not None]
    return sum(found, _ZERO) if found else None


def _steps(unit: UnitResult, scale: Scale) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The sum of the criteria's points, then weighted, then after the caps, then converted (not yet rounded)."""
    points = {each.criterion.id: each.points or _ZERO for each in unit.criteria}
    plain = sum(points.values(), _ZERO)
    weighted = sum(
        (points[criterion.id] * section.weight for section in scale.sections for criterion in section.criteria), _ZERO
    )
    capped = unit.raw_total or _ZERO
    converts = scale.not_applicable_mode == "convert" and unit.applicable
    return plain, weighted, capped, capped * scale.total_points / unit.applicable if converts else capped


def _finite(value: Fraction) -> Fraction:
    """The value itself where six decimals write it, otherwise the nearest that they do."""
    return value if is_exact(value) else round_half_up(value, _FINEST)
