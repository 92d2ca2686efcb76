"""What terms may say and hardly can mean: warnings, for the expert decides. Errors are those of ``terms_check``."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from thidua.model.scale import Criterion
from thidua.model.terms import (
    BonusPenaltyTerms,
    ByRankTerms,
    FixedBonusTerms,
    LeaderAnchoredTerms,
    PerPieceTerms,
    Terms,
    lowest_points,
    not_scored_without_target,
)
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold


def lint_terms(shaped: Shaped, terms: Terms, standard: Fraction, bonus: Fraction, path: Path) -> None:
    """Report into the shaped document. ``path`` is that of the terms; points are the criterion's or part's own."""
    if standard == bonus == 0 and not lowest_points(terms) < 0:
        shaped.report(238, (*path[:-1], "standard_points"))
    for points, ceiling, place in _each(terms, standard + bonus):
        if points > ceiling:
            written = {"points": format_number(points), "ceiling": format_number(ceiling)}
            shaped.report(240, (*path, *place), **written)
    if isinstance(terms, ByRankTerms):
        _lint_ranks(shaped, terms, path)
    if isinstance(terms, LeaderAnchoredTerms) and terms.share_at_target == 0:
        shaped.report(241, (*path, "share_at_target"))


def _each(terms: Terms, most: Fraction) -> Iterator[tuple[Fraction, Fraction, Path]]:
    """The points of one piece, the most that all pieces together can give, and where the points stand."""
    match terms:
        case PerPieceTerms():
            yield terms.points_each, most if terms.cap is None else terms.cap, ("points_each",)
        case FixedBonusTerms(items, cap):
            for index, item in enumerate(items):
                yield item.points, most if cap is None else cap, ("awards", index, "points_each")
        case BonusPenaltyTerms(_, items, _, _, cap):
            for index, item in enumerate(items):
                yield item.points, most if cap is None else cap, ("bonuses", index, "points_each")
        case _:
            return


def _lint_ranks(shaped: Shaped, terms: ByRankTerms, path: Path) -> None:
    ranks: list[tuple[str, Fraction, Path]] = [
        (f"hạng {place}", points, ("points_by_rank", place - 1))
        for place, points in enumerate(terms.points_by_rank, start=1)
    ]
    for (better, less, _), (worse, more, place) in pairwise(
        [*ranks, ("các hạng còn lại", terms.other_ranks, ("other_ranks",))]
    ):
        if more > less:
            points = {"more": format_number(more), "less": format_number(less)}
            shaped.report(239, (*path, *place), worse=worse[:1].upper() + worse[1:], better=better, **points)


def lint_without_target(shaped: Shaped, criterion: Criterion, path: Path) -> None:
    """Not to be scored, and full points for what isn't: together they reward having no target."""
    if shaped.data.get("not_applicable_mode") == "full_points" and not_scored_without_target(criterion.terms):
        shaped.report(242, (*path, "terms", "without_target"))


def lint_numbers(shaped: Shaped, data: dict[str, Any]) -> None:
    """Numbers in the document (``số mục``) that two sections or criteria share."""
    first: dict[str, int] = {}
    for index, section in enumerate(data.get("sections") or ()):
        path: Path = ("sections", index)
        within = [
            (item, (*path, "criteria", place)) for place, item in enumerate((section or {}).get("criteria") or ())
        ]
        for item, where in ((section, path), *within):
            number = (item or {}).get("number")
            if not number:
                continue
            if fold(number) in first:
                shaped.report(237, (*where, "number"), number=number, first=first[fold(number)])
            first.setdefault(fold(number), shaped.place((*where, "number")).line)
