"""Places that no choice of factors can leave: two units are compared by the least that their difference can be.

Every criterion has one factor, the same for all units, so what two units have alike in it can't part them. Caps and
conversion tie criteria together; there the difference is bounded by the ends of what each unit can have. Points are
rounded after they are multiplied: each rounding may move a point by half a step.
"""

from fractions import Fraction
from itertools import chain
from math import lcm

from msgspec import Struct

from thidua.comparison.scaled_points import FACTORS, ScaledPoints
from thidua.model.scale import Criterion, Scale

_ZERO = Fraction(0)
_LESS, _MORE = FACTORS
_TENTHS = 10
_LESS_TENTHS, _MORE_TENTHS = (int(each * _TENTHS) for each in FACTORS)
Range = tuple[Fraction, Fraction]


def sure_places(scaled: ScaledPoints) -> dict[str, tuple[int, int]]:
    """By unit with a place, the best and the worst that it can have."""
    order = _Order(scaled)
    places = {}
    ranked = [index for index, unit in enumerate(scaled.units) if unit.rank is not None]
    leads = {(one, other): order.least_lead(one, other) for one in ranked for other in ranked if one != other}
    for one in ranked:
        others = [each for each in ranked if each != one]
        ahead = sum(leads[other, one] >= scaled.step for other in others)
        not_behind = sum(leads[one, other] < 0 for other in others)
        places[scaled.units[one].member.id] = (1 + ahead, 1 + not_behind)
    return places


class _Sums(Struct, frozen=True):
    """What a unit can have beside the base: bonus less penalty after the caps, and what conversion adds."""

    beside: Range
    conversion: Range


class _Order:
    def __init__(self, scaled: ScaledPoints) -> None:
        self.scaled = scaled
        self.half = scaled.step / 2 if scaled.scale.rounding_at == "criterion" else _ZERO
        self.weighted = [(each, section.weight) for section in scaled.scale.sections for each in section.criteria]
        self.plain = _is_plain(scaled.scale)
        self.parts = [[self.part(each, index) for each, _ in self.weighted] for index in range(len(scaled.units))]
        self.sums = [self.sums_of(index) for index in range(len(scaled.units))]
        # Every two units are compared in every criterion: in whole numbers, each so many of ``1 / bottom``.
        weights = [weight for _, weight in self.weighted]
        weighted = [[weight * part for weight, part in zip(weights, row, strict=True)] for row in self.parts]
        roundings = [weight * 2 * self.half for weight in weights]
        self.bottom = lcm(*(each.denominator for each in chain(roundings, *weighted)))
        self.roundings = [int(each * self.bottom) for each in roundings]
        self.tops = [[int(each * self.bottom) for each in row] for row in weighted]

    def least_lead(self, one: int, other: int) -> Fraction:
        """The least that the total of ``one`` can be above that of ``other``, not yet rounded."""
        lead = Fraction(
            sum(map(_least_difference, self.tops[one], self.tops[other], self.roundings)), _TENTHS * self.bottom
        )
        own, rival = self.sums[one], self.sums[other]
        return lead + own.beside[0] - rival.beside[1] + own.conversion[0] - rival.conversion[1]

    def part(self, criterion: Criterion, index: int) -> Fraction:
        """What is compared criterion by criterion: all points, or where there are caps those within the standard."""
        points = self.scaled.exact[criterion.id][index] or _ZERO
        if self.plain:
            return points
        within = min(points, criterion.standard_points) if criterion.bonus_cap else points
        return max(within, _ZERO) if criterion.lowest < 0 else within

    def sums_of(self, index: int) -> _Sums:
        beside = (_ZERO, _ZERO) if self.plain else self.beside(index)
        return _Sums(beside, self.conversion(index, beside))

    def beside(self, index: int) -> Range:
        """Bonus less penalty of a unit, after the caps of sections and of the whole table."""
        scale = self.scaled.scale
        bonus, penalty = (_ZERO, _ZERO), (_ZERO, _ZERO)
        for section in scale.sections:
            ranges = [self.outside(each, index) for each in section.criteria]
            least, most = _capped(_sum([each[0] for each in ranges]), section.bonus_cap)
            if scale.bonus_inside_section:  # no more than the section leaves, which roundings may put below zero
                least = min(least, -self.half * len(section.criteria))
            bonus = bonus[0] + least * section.weight, bonus[1] + most * section.weight
            lost = _capped(_sum([each[1] for each in ranges]), section.penalty_cap)
            penalty = penalty[0] + lost[0] * section.weight, penalty[1] + lost[1] * section.weight
        bonus, penalty = _capped(bonus, scale.total_bonus_cap), _capped(penalty, scale.total_penalty_cap)
        return bonus[0] - penalty[1], bonus[1] - penalty[0]

    def outside(self, criterion: Criterion, index: int) -> tuple[Range, Range]:
        """What a criterion's points can be above its standard points, and below zero."""
        points = self.scaled.exact[criterion.id][index]
        if points is None:
            return (_ZERO, _ZERO), (_ZERO, _ZERO)
        above = self.around(points - criterion.standard_points) if criterion.bonus_cap else (_ZERO, _ZERO)
        return above, self.around(-points) if criterion.lowest < 0 else (_ZERO, _ZERO)

    def around(self, excess: Fraction) -> Range:
        ends = _LESS * excess, _MORE * excess
        return max(min(ends) - self.half, _ZERO), max(max(ends) + self.half, _ZERO)

    def conversion(self, index: int, beside: Range) -> Range:
        """What conversion adds to a unit: its points for each point that applies, times those that don't."""
        if self.scaled.scale.not_applicable_mode != "convert":
            return _ZERO, _ZERO
        applies = [self.scaled.applies[each.id][index] for each, _ in self.weighted]
        standard = [each.standard_points * weight for each, weight in self.weighted]
        whole = sum((points for points, is_in in zip(standard, applies, strict=True) if is_in), _ZERO)
        without = sum(standard, _ZERO) - whole
        if not without or not whole:  # all applies, or nothing, which gives no points whatever the factors
            return _ZERO, _ZERO
        base = sum((weight * part for (_, weight), part in zip(self.weighted, self.parts[index], strict=True)), _ZERO)
        slack = self.half * sum((weight for _, weight in self.weighted), _ZERO)
        ends = [base * factor for factor in FACTORS]
        raw = min(ends) - slack + beside[0], max(ends) + slack + beside[1]
        shares = [without * _LESS / (whole * _MORE), without * _MORE / (whole * _LESS)]
        found = [points * share for points in raw for share in shares]
        return min(found), max(found)


def _least_difference(mine: int, theirs: int, rounding: int) -> int:
    """The least difference, in tenths, of two units with these exact points, either of which may be rounded."""
    now = mine - theirs
    if now >= 0:
        return max(_LESS_TENTHS * now - _TENTHS * rounding, 0)
    return _MORE_TENTHS * now - _TENTHS * rounding


def _is_plain(scale: Scale) -> bool:
    """Whether nothing caps bonuses and penalties, so that a total is the weighted sum of the points."""
    caps = (scale.total_bonus_cap, scale.total_penalty_cap, *(each.bonus_cap for each in scale.sections))
    return all(each is None for each in (*caps, *(each.penalty_cap for each in scale.sections))) and not (
        scale.bonus_inside_section
    )


def _sum(ranges: list[Range]) -> Range:
    return sum((each[0] for each in ranges), _ZERO), sum((each[1] for each in ranges), _ZERO)


def _capped(found: Range, cap: Fraction | None) -> Range:
    return found if cap is None else (min(found[0], cap), min(found[1], cap))
