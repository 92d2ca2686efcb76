"""The scoring methods (``cách chấm``): each a function from a criterion's terms to one expression; it computes nothing.

The registry is the literal table below: a reader finds every method here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from thidua.expressions import Node, RoundHalfUp
from thidua.methods.bands import FIGURES_OF_QUANTITY, bands, describe_band
from thidua.methods.completion_rate import completion_rate
from thidua.methods.frame import NO_TARGET, Frame, field_name
from thidua.methods.given_points import given_points
from thidua.methods.leader_anchored import leader_anchored
from thidua.methods.pass_fail import figures_of_pass_fail, pass_fail
from thidua.methods.per_piece import per_piece
from thidua.model.scale import Criterion
from thidua.model.terms import (
    BandsTerms,
    CompletionRateTerms,
    GivenPointsTerms,
    LeaderAnchoredTerms,
    PassFailTerms,
    PerPieceTerms,
)

__all__ = ["METHODS", "NO_TARGET", "Frame", "Method", "describe_band", "expression", "field_name"]


@dataclass(frozen=True, slots=True)
class Method:
    """A scoring method: the class of its terms, the figures it needs, and the tree it makes of them."""

    terms: type
    figures: Callable[[Any], tuple[str, ...]]
    tree: Callable[[Any, Frame], Node]


METHODS: dict[str, Method] = {
    "completion_rate": Method(CompletionRateTerms, lambda terms: ("target", "actual"), completion_rate),
    "bands": Method(BandsTerms, lambda terms: FIGURES_OF_QUANTITY[terms.quantity], bands),
    "leader_anchored": Method(LeaderAnchoredTerms, lambda terms: ("target", "actual"), leader_anchored),
    "pass_fail": Method(PassFailTerms, figures_of_pass_fail, pass_fail),
    "given_points": Method(GivenPointsTerms, lambda terms: ("given_points",), given_points),
    "per_piece": Method(PerPieceTerms, lambda terms: ("count",), per_piece),
}


def expression(criterion: Criterion, rounding: int) -> Node:
    """The points of a criterion as a tree, rounded half up to so many decimals."""
    tree = METHODS[criterion.method].tree(criterion.terms, Frame(criterion))
    return RoundHalfUp(tree, Fraction(1, 10**rounding))
