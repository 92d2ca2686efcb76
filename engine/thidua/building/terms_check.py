"""What must hold of terms beyond their shape: no more points than announced, nothing that contradicts itself."""

from fractions import Fraction

from thidua.building.lints import lint_terms
from thidua.model.terms import (
    BandsTerms,
    BonusPenaltyTerms,
    ByRankTerms,
    CompletionRateTerms,
    FixedBonusTerms,
    FormulaTerms,
    GivenPointsTerms,
    PartsTerms,
    PassFailTerms,
    PerPieceTerms,
    Terms,
)
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped


def check_terms(shaped: Shaped, terms: Terms, standard: Fraction, bonus: Fraction, path: Path) -> None:
    """Report into the shaped document. ``path`` is that of the terms; points are the criterion's or part's own."""

    def at_most(points: Fraction | None, ceiling: Fraction, *where: str | int) -> None:
        if points is not None and points > ceiling:
            shaped.report(215, (*path, *where), points=format_number(points), ceiling=format_number(ceiling))

    lint_terms(shaped, terms, standard, bonus, path)
    if bonus and not can_give_bonus(terms, standard):
        shaped.report(232, (*path[:-1], "bonus_cap"))
    match terms:
        case CompletionRateTerms():
            _check_completion(shaped, terms, bonus, path)
        case BandsTerms():
            for index, band in enumerate(terms.bands):
                at_most(band.points, standard + bonus, "bands", index, "points")
            at_most(terms.otherwise, standard + bonus, "otherwise")
        case ByRankTerms():
            for index, points in enumerate(terms.points_by_rank):
                at_most(points, standard + bonus, "points_by_rank", index)
            at_most(terms.other_ranks, standard + bonus, "other_ranks")
        case PassFailTerms():
            at_most(terms.points_when_failed, standard, "points_when_failed")
        case PerPieceTerms():
            at_most(terms.cap, standard + bonus, "cap")
        case FixedBonusTerms():
            at_most(terms.cap, standard + bonus, "cap")
        case BonusPenaltyTerms():
            at_most(terms.cap, standard + bonus, "cap")
            at_most(terms.start_points, standard + bonus, "start_points")
            if terms.floor > (standard + bonus if terms.cap is None else terms.cap):
                shaped.report(206, (*path, "floor"), problem="Mức sàn “không dưới” cao hơn mức trần")
        case GivenPointsTerms():
            if terms.combine_givers == "trimmed_mean" and len(terms.givers) < 3:
                shaped.report(152, (*path, "givers"), key="người chấm", least=3)
        case PartsTerms():
            # Parts are summed, so what each may give above its own points must fit below the criterion's ceiling.
            more = sum((part.bonus_cap for part in terms.parts), Fraction(0))
            at_most(standard + more if more > bonus else None, standard + bonus, "parts")
        case _:
            pass


def _check_completion(shaped: Shaped, terms: CompletionRateTerms, bonus: Fraction, path: Path) -> None:
    if terms.bonus_per_percent is not None and not bonus:
        shaped.report(210, (*path, "bonus_per_percent"))
    if terms.nothing_below is not None and terms.nothing_below > terms.full_from:
        shaped.report(214, (*path, "nothing_below"))


def can_give_bonus(terms: Terms, standard: Fraction) -> bool:
    """Whether these terms can give more than the standard points at all."""
    match terms:
        case CompletionRateTerms():
            return terms.bonus_per_percent is not None
        case BandsTerms():
            return max(*(band.points for band in terms.bands), terms.otherwise or Fraction(0)) > standard
        case ByRankTerms():
            return max(terms.points_by_rank) > standard
        case PerPieceTerms():
            return terms.cap is not None and terms.cap > standard
        case BonusPenaltyTerms() | FixedBonusTerms() | FormulaTerms():
            return True
        case PartsTerms():
            return any(part.bonus_cap for part in terms.parts)
        case _:
            return False
