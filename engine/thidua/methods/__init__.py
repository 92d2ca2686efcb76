"""The scoring methods (``cách chấm``): each a function from a criterion's terms to one expression; it computes nothing.

The registry is the literal table below: a reader finds every method here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from thidua.expressions import Node, RoundHalfUp
from thidua.methods.bands import DIVISORS, FIGURES_OF_QUANTITY, bands, describe_band
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
    """A scoring method: the class of its terms, the figures it needs, and the tree it makes of them.

    ``divisor``: the figure that must be above zero for the points not to be missing, None where there is none.
    """

    terms: type
    figures: Callable[[Any], tuple[str, ...]]
    tree: Callable[[Any, Frame], Node]
    divisor: Callable[[Any], str | None] = lambda _: None


def _target(_: object) -> str:
    return "target"


def _target_and_actual(_: object) -> tuple[str, ...]:
    return ("target", "actual")


METHODS: dict[str, Method] = {
    "completion_rate": Method(CompletionRateTerms, _target_and_actual, completion_rate, _target),
    "bands": Method(
        BandsTerms,
        lambda terms: FIGURES_OF_QUANTITY[terms.quantity],
        bands,
        lambda terms: DIVISORS.get(terms.quantity),
    ),
    "leader_anchored": Method(LeaderAnchoredTerms, _target_and_actual, leader_anchored, _target),
    "pass_fail": Method(PassFailTerms, figures_of_pass_fail, pass_fail),
    "given_points": Method(GivenPointsTerms, lambda _: ("given_points",), given_points),
    "per_piece": Method(PerPieceTerms, lambda _: ("count",), per_piece),
}


def expression(criterion: Criterion, rounding: int) -> Node:
    """The points of a criterion as a tree, rounded half up to so many decimals."""
    tree = METHODS[criterion.method].tree(criterion.terms, Frame(criterion))
    return RoundHalfUp(tree, Fraction(1, 10**rounding))
