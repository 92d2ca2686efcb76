"""The words of every scoring method's terms (``mức điểm``): which fields and lists there are, and how each is told."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from thidua.comparison.fields import Field, compare_fields, field
from thidua.comparison.lists import Listing
from thidua.comparison.saying import capital, of_list, percent, plain, points, quoted, yes_no
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
from thidua.vocabulary import key

_CAP = field("cap", points)

FIELDS: Mapping[type, tuple[Field, ...]] = {
    CompletionRateTerms: (
        field("full_from", percent),
        field("deducted_per_percent", points),
        field("part_of_percent", of_list("part_of_percent")),
        field("nothing_below", percent),
        field("bonus_per_percent", points),
        field("lower_is_better", yes_no),
    ),
    BandsTerms: (field("quantity", of_list("quantity")),),
    LeaderAnchoredTerms: (
        field("share_at_target", percent),
        field("without_target", of_list("without_target")),
    ),
    ByRankTerms: (field("quantity", of_list("quantity")), field("first_is", of_list("first_is"))),
    PassFailTerms: (field("passed_when", of_list("passed_when")), field("points_when_failed", points)),
    GivenPointsTerms: (
        field("given_out_of", points, absent=key("standard_points")),
        field("combine_givers", of_list("combine_givers")),
    ),
    PerPieceTerms: (field("points_each", points), field("cap", points, absent=key("standard_points"))),
    BonusPenaltyTerms: (field("start_points", points), field("floor", points), _CAP),
    FixedBonusTerms: (_CAP,),
    GradedTerms: (),
    PartsTerms: (),
    FormulaTerms: (field("formula", quoted),),
}
"""What is told of each method's terms besides its lists."""


AFTER_LISTS: Mapping[type, tuple[Field, ...]] = {
    BandsTerms: (field("otherwise", points),),
    ByRankTerms: (field("other_ranks", points), field("when_tied", of_list("when_tied"))),
}
"""What a file says after its bands or ranks."""


def _items(name: str, each: str) -> Listing:
    table = (field("name", quoted), field("points", points, capital(key(each))))
    return Listing(
        name,
        capital(key(name)),
        (lambda item: item.id, lambda item: item.name),
        lambda item: str(item.id),
        lambda item: quoted(item.name),
        lambda item: f"{quoted(item.name)}, {key(each)} {points(item.points)}",
        lambda old, new: (*compare_fields((field("id", plain),), old, new), *compare_fields(table, old, new)),
        "name",
    )


_GRADES = Listing(
    "grades",
    capital(key("grade")),
    (lambda each: each.grade,),
    lambda each: str(each.grade),
    lambda each: quoted(each.grade),
    lambda each: f"{quoted(each.grade)} {key('share')} {percent(each.share)} {key('standard_points')}",
    lambda old, new: compare_fields((field("share", percent),), old, new),
)
_GIVERS = Listing("givers", capital(key("givers")), (lambda each: each,), str, str, quoted, lambda old, new: ())


class Rank(Struct, frozen=True):
    """A rank and its points."""

    rank: int
    points: Fraction


RANKS = Listing(
    "points_by_rank",
    capital(key("points_by_rank")),
    (lambda each: each.rank,),
    lambda each: str(each.rank),
    lambda each: str(each.rank),
    lambda each: f"{each.rank}: {points(each.points)}",
    lambda old, new: compare_fields((field("points", points, ""),), old, new),
)
LISTS: Mapping[type, tuple[Listing, ...]] = {
    BonusPenaltyTerms: (
        _items("bonuses", "points_each"),
        _items("penalties", "points_lost_each"),
    ),
    FixedBonusTerms: (_items("awards", "points_each"),),
    GradedTerms: (_GRADES,),
    GivenPointsTerms: (_GIVERS,),
}
"""The lists of each method's terms; bands, ranks and parts are told by themselves."""
