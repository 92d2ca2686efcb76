"""The terms (``mức điểm``) of each scoring method, as the expert wrote them. Points and edges are exact.

A term that is None was not written; its meaning is then said at the field.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Quantity = Literal["completion_rate", "actual", "difference", "growth", "count"]
PassedWhen = Literal[
    "declared", "actual_reaches_target", "actual_within_target", "actual_above_last_year", "actual_below_last_year"
]


@dataclass(frozen=True, slots=True)
class CompletionRateTerms:
    """Full points from ``full_from`` (a ratio: 1 is 100 %), minus so many points for each per cent short."""

    deducted_per_percent: Fraction
    full_from: Fraction = Fraction(1)
    part_of_percent: Literal["in_proportion", "not_counted", "counted_whole"] = "in_proportion"
    nothing_below: Fraction | None = None
    bonus_per_percent: Fraction | None = None
    lower_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Points for a stretch of a quantity; an end that is None is open without limit."""

    points: Fraction
    low: Fraction | None = None
    low_included: bool = True
    high: Fraction | None = None
    high_included: bool = True


@dataclass(frozen=True, slots=True)
class BandsTerms:
    """Bands on a quantity, and the points outside all of them (None: there is no outside)."""

    quantity: Quantity
    bands: tuple[Band, ...]
    otherwise: Fraction | None = None


@dataclass(frozen=True, slots=True)
class LeaderAnchoredTerms:
    """A share of the standard points for meeting the target; all of them for the highest excess in the cluster."""

    share_at_target: Fraction
    without_target: Literal["own_group", "not_scored"]


@dataclass(frozen=True, slots=True)
class PassFailTerms:
    """Standard points where passed, ``points_when_failed`` where not."""

    passed_when: PassedWhen = "declared"
    points_when_failed: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class GivenPointsTerms:
    """Points given by somebody else, out of ``given_out_of`` (None: out of the standard points)."""

    given_out_of: Fraction | None = None
    givers: tuple[str, ...] = ()
    combine_givers: Literal["mean", "trimmed_mean"] | None = None


@dataclass(frozen=True, slots=True)
class PerPieceTerms:
    """Points for each piece, up to ``cap`` (None: the standard points)."""

    points_each: Fraction
    cap: Fraction | None = None


Terms = CompletionRateTerms | BandsTerms | LeaderAnchoredTerms | PassFailTerms | GivenPointsTerms | PerPieceTerms
