"""The terms (``mức điểm``) of each scoring method, as the expert wrote them. Points and edges are exact.

A term that is None was not written; its meaning is then said at the field.
"""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.model.figure import Figure

Quantity = Literal["completion_rate", "actual", "difference", "growth", "count"]
PassedWhen = Literal[
    "declared", "actual_reaches_target", "actual_within_target", "actual_above_last_year", "actual_below_last_year"
]


class CompletionRateTerms(Struct, frozen=True):
    """Full points from ``full_from`` (a ratio: 1 is 100 %), minus so many points for each per cent short."""

    deducted_per_percent: Fraction
    full_from: Fraction = Fraction(1)
    part_of_percent: Literal["in_proportion", "not_counted", "counted_whole"] = "in_proportion"
    nothing_below: Fraction | None = None
    bonus_per_percent: Fraction | None = None
    lower_is_better: bool = False


class Band(Struct, frozen=True):
    """Points for a stretch of a quantity; an end that is None is open without limit."""

    points: Fraction
    low: Fraction | None = None
    low_included: bool = True
    high: Fraction | None = None
    high_included: bool = True


class BandsTerms(Struct, frozen=True):
    """Bands on a quantity, and the points outside all of them (None: there is no outside)."""

    quantity: Quantity
    bands: tuple[Band, ...]
    otherwise: Fraction | None = None


class LeaderAnchoredTerms(Struct, frozen=True):
    """A share of the standard points for meeting the target; all of them for the highest excess in the cluster."""

    share_at_target: Fraction
    without_target: Literal["own_group", "not_scored"]


class PassFailTerms(Struct, frozen=True):
    """Standard points where passed, ``points_when_failed`` where not."""

    passed_when: PassedWhen = "declared"
    points_when_failed: Fraction = Fraction(0)


class GivenPointsTerms(Struct, frozen=True):
    """Points given by somebody else, out of ``given_out_of`` (None: out of the standard points)."""

    given_out_of: Fraction | None = None
    givers: tuple[str, ...] = ()
    combine_givers: Literal["mean", "trimmed_mean"] | None = None


class PerPieceTerms(Struct, frozen=True):
    """Points for each piece, up to ``cap`` (None: the standard points)."""

    points_each: Fraction
    cap: Fraction | None = None


class ByRankTerms(Struct, frozen=True):
    """Points by the rank of a quantity in the cluster: the first of ``points_by_rank`` for rank 1, and so on."""

    quantity: Quantity
    first_is: Literal["highest", "lowest"]
    points_by_rank: tuple[Fraction, ...]
    other_ranks: Fraction
    when_tied: Literal["higher_rank", "mean_of_ranks"] = "higher_rank"


class Item(Struct, frozen=True):
    """Something that is counted, and the points that each gives (``khoản cộng``) or loses (``khoản trừ``)."""

    id: str
    name: str
    points: Fraction


class BonusPenaltyTerms(Struct, frozen=True):
    """A starting fund, plus so much for each good case, minus so much for each bad one.

    ``cap`` None: the standard points plus the bonus cap.
    """

    start_points: Fraction
    bonuses: tuple[Item, ...] = ()
    penalties: tuple[Item, ...] = ()
    floor: Fraction = Fraction(0)
    cap: Fraction | None = None


class FixedBonusTerms(Struct, frozen=True):
    """Fixed points for each award or title, up to ``cap`` (None: the standard points plus the bonus cap)."""

    awards: tuple[Item, ...]
    cap: Fraction | None = None


class Grade(Struct, frozen=True):
    """A class and the share of the standard points that it gives."""

    grade: str
    share: Fraction


class GradedTerms(Struct, frozen=True):
    """A share of the standard points for each class."""

    grades: tuple[Grade, ...]


class FormulaTerms(Struct, frozen=True):
    """A formula over the figures, as written; ``figures``: the ids of those that it uses."""

    formula: str
    figures: tuple[str, ...] = ()


class Part(Struct, frozen=True):
    """A part of a criterion, with points, figures and a method of its own. Its figures have its id before theirs."""

    id: str
    name: str
    standard_points: Fraction
    bonus_cap: Fraction
    figures: tuple[Figure, ...]
    method: str
    terms: "Terms"


class PartsTerms(Struct, frozen=True):
    """The points are the sum of the parts'."""

    parts: tuple[Part, ...]


Terms = (
    CompletionRateTerms
    | BandsTerms
    | LeaderAnchoredTerms
    | ByRankTerms
    | PassFailTerms
    | GivenPointsTerms
    | PerPieceTerms
    | BonusPenaltyTerms
    | FixedBonusTerms
    | GradedTerms
    | PartsTerms
    | FormulaTerms
)


def not_scored_without_target(terms: "Terms") -> bool:
    """Whether a unit that was given no target is not scored at all, so that the criterion doesn't apply to it."""
    return isinstance(terms, LeaderAnchoredTerms) and terms.without_target == "not_scored"


def distinguishes_no_target(terms: "Terms") -> bool:
    """Whether the method, or that of a part, treats a unit that was given no target in a way of its own."""
    if isinstance(terms, PartsTerms):
        return any(distinguishes_no_target(part.terms) for part in terms.parts)
    return isinstance(terms, LeaderAnchoredTerms)


def lowest_points(terms: "Terms") -> Fraction:
    """The least points that a method can give: below zero only where bands, failing or a floor say so."""
    match terms:
        case BandsTerms():
            return min(*(band.points for band in terms.bands), terms.otherwise or Fraction(0), Fraction(0))
        case PassFailTerms():
            return min(terms.points_when_failed, Fraction(0))
        case BonusPenaltyTerms():
            return min(terms.floor, Fraction(0))
        case PartsTerms():
            return sum((lowest_points(part.terms) for part in terms.parts), Fraction(0))
        case _:
            return Fraction(0)
