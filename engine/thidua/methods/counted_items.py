"""điểm cộng, điểm trừ and điểm thưởng: so many points for each thing that is counted."""

from thidua.expressions import Maximum, Minimum, Node, Number
from thidua.methods.completion_rate import ZERO
from thidua.methods.frame import Frame
from thidua.model.terms import BonusPenaltyTerms, FixedBonusTerms, Item


def bonus_penalty(terms: BonusPenaltyTerms, frame: Frame) -> Node:
    """The starting fund, plus the bonuses, minus the penalties, within floor and cap.

    Unit:    points; below zero only where the floor says so.
    Missing: where a count is missing: none is reported as 0.
    Source:  the clause in the criterion's ``basis``.
    """
    points: Node = Number(terms.start_points)
    for item in terms.bonuses:
        points = points + _points(item, frame)
    for item in terms.penalties:
        points = points - _points(item, frame)
    cap = frame.ceiling if terms.cap is None else Number(terms.cap)
    return Maximum((Minimum((points, cap)), Number(terms.floor)))


def fixed_bonus(terms: FixedBonusTerms, frame: Frame) -> Node:
    """Fixed points for each award, up to the cap.

    Unit:    points.
    Missing: where a count is missing: none is reported as 0.
    Source:  the clause in the criterion's ``basis``.
    """
    points, *others = [_points(item, frame) for item in terms.awards]
    for other in others:
        points = points + other
    cap = frame.ceiling if terms.cap is None else Number(terms.cap)
    return Maximum((Minimum((points, cap)), ZERO))


def _points(item: Item, frame: Frame) -> Node:
    return frame.field(item.id) * Number(item.points)


def items_of(terms: BonusPenaltyTerms | FixedBonusTerms) -> tuple[Item, ...]:
    """All that is counted, in the order of the file."""
    return terms.awards if isinstance(terms, FixedBonusTerms) else (*terms.bonuses, *terms.penalties)
