"""The scoring methods (``cách chấm``): each a function from a criterion's terms to one expression; it computes nothing.

The registry is the literal table below: a reader finds every method here.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from msgspec import Struct

from thidua.expressions import Add, Named, Node, RoundHalfUp
from thidua.methods.bands import DIVISORS, FIGURES_OF_QUANTITY, bands, describe_band
from thidua.methods.by_rank import by_rank
from thidua.methods.completion_rate import completion_rate
from thidua.methods.counted_items import bonus_penalty, fixed_bonus, items_of
from thidua.methods.formula import formula
from thidua.methods.frame import NO_TARGET, Frame, field_name
from thidua.methods.given_points import figures_of_given_points, given_points
from thidua.methods.graded import graded
from thidua.methods.leader_anchored import leader_anchored
from thidua.methods.pass_fail import figures_of_pass_fail, pass_fail
from thidua.methods.per_piece import per_piece
from thidua.model.scale import Criterion
from thidua.model.terms import (
    BandsTerms,
    BonusPenaltyTerms,
    ByRankTerms,
    CompletionRateTerms,
    FixedBonusTerms,
    FormulaTerms,
    GivenPointsTerms,
    GradedTerms,
    LeaderAnchoredTerms,
    PartsTerms,
    PassFailTerms,
    PerPieceTerms,
)

__all__ = [
    "METHODS",
    "NO_TARGET",
    "Frame",
    "Method",
    "describe_band",
    "divisors",
    "expression",
    "field_name",
    "items_of",
]


class Method(Struct, frozen=True):
    """A scoring method: the class of its terms, the figures it needs, and the tree it makes of them.

    ``divisor``: the figure that must be above zero for the points not to be missing, None where there is none.
    """

    terms: type
    figures: Callable[[Any], tuple[str, ...]]
    tree: Callable[[Any, Frame], Node]
    divisor: Callable[[Any], str | None] = lambda _: None


def parts(terms: PartsTerms, frame: Frame) -> Node:
    """The sum of the parts, each scored by its own method.

    Unit:    points.
    Missing: where a part's points are missing.
    Source:  the clause in the criterion's ``basis``.
    """
    trees = (METHODS[part.method].tree(part.terms, Frame(frame.criterion, part)) for part in terms.parts)
    return Add(tuple(Named(tree, part.name, "points") for part, tree in zip(terms.parts, trees, strict=True)))


def _target(_: object) -> str:
    return "target"


def _target_and_actual(_: object) -> tuple[str, ...]:
    return ("target", "actual")


def _of_quantity(terms: BandsTerms | ByRankTerms) -> tuple[str, ...]:
    return FIGURES_OF_QUANTITY[terms.quantity]


def _divisor_of_quantity(terms: BandsTerms | ByRankTerms) -> str | None:
    return DIVISORS.get(terms.quantity)


def _counts(terms: BonusPenaltyTerms | FixedBonusTerms) -> tuple[str, ...]:
    return tuple(item.id for item in items_of(terms))


def _of_parts(terms: PartsTerms) -> tuple[str, ...]:
    return tuple(figure.id for part in terms.parts for figure in part.figures)


METHODS: dict[str, Method] = {
    "completion_rate": Method(CompletionRateTerms, _target_and_actual, completion_rate, _target),
    "bands": Method(BandsTerms, _of_quantity, bands, _divisor_of_quantity),
    "leader_anchored": Method(LeaderAnchoredTerms, _target_and_actual, leader_anchored, _target),
    "by_rank": Method(ByRankTerms, _of_quantity, by_rank, _divisor_of_quantity),
    "pass_fail": Method(PassFailTerms, figures_of_pass_fail, pass_fail),
    "given_points": Method(GivenPointsTerms, figures_of_given_points, given_points),
    "per_piece": Method(PerPieceTerms, lambda _: ("count",), per_piece),
    "bonus_penalty": Method(BonusPenaltyTerms, _counts, bonus_penalty),
    "graded": Method(GradedTerms, lambda _: ("level",), graded),
    "parts": Method(PartsTerms, _of_parts, parts),
    "fixed_bonus": Method(FixedBonusTerms, _counts, fixed_bonus),
    "formula": Method(FormulaTerms, lambda terms: terms.figures, formula),
}


def divisors(criterion: Criterion) -> frozenset[str]:
    """The ids of the figures that must be above zero for the points of a criterion, or of a part, not to be missing."""
    found = {METHODS[criterion.method].divisor(criterion.terms)}
    if isinstance(criterion.terms, PartsTerms):
        for part in criterion.terms.parts:
            divisor = METHODS[part.method].divisor(part.terms)
            found.add(f"{part.id}.{divisor}" if divisor else None)
    return frozenset(each for each in found if each)


def expression(criterion: Criterion, rounding: int | None) -> Node:
    """The points of a criterion as a tree, rounded half up to so many decimals; None: not rounded here."""
    tree = METHODS[criterion.method].tree(criterion.terms, Frame(criterion))
    if rounding is None:
        return tree
    return RoundHalfUp(tree, Fraction(1, 10**rounding))
