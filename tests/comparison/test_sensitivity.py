"""Places when standard points move by ten per cent, against scales that are really written so and scored anew."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from models import criterion, exemption, period, scale
from msgspec.structs import replace
from random_scales import periods, scales

from thidua.comparison.scaled_points import FACTORS, ScaledPoints
from thidua.comparison.scaled_totals import scaled_ranks, scaled_totals
from thidua.comparison.sensitivity import place_ranges
from thidua.model.dossier import Dossier
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import (
    BandsTerms,
    BonusPenaltyTerms,
    CompletionRateTerms,
    PerPieceTerms,
)
from thidua.numerals.writing import round_half_up
from thidua.scoring import ClusterResult, score_cluster
from thidua.scoring.inputs import Table, gather

F = Fraction
Case = tuple[Scale, Period, dict[str, Dossier]]
# Each is a whole cluster scored several times; what they look for shows in few of them.
_EXAMPLES = 40


@st.composite
def cases(draw: st.DrawFn) -> Case:
    scale = draw(scales())
    return scale, *draw(periods(scale))


def scored(case: Case) -> tuple[ClusterResult, Table]:
    return score_cluster(*case), gather(*case)


def multiplied(terms: Any, factor: Fraction) -> Any:
    """The terms with all points in them multiplied, as an expert would write them."""
    match terms:
        case PerPieceTerms():
            return replace(terms, points_each=terms.points_each * factor)
        case CompletionRateTerms():
            bonus = None if terms.bonus_per_percent is None else terms.bonus_per_percent * factor
            return replace(terms, deducted_per_percent=terms.deducted_per_percent * factor, bonus_per_percent=bonus)
        case BandsTerms():
            bands = tuple(replace(band, points=band.points * factor) for band in terms.bands)
            return replace(terms, bands=bands, otherwise=(terms.otherwise or F(0)) * factor)
        case BonusPenaltyTerms():
            lists = {
                name: tuple(replace(item, points=item.points * factor) for item in getattr(terms, name))
                for name in ("bonuses", "penalties")
            }
            start, floor = terms.start_points * factor, terms.floor * factor
            return replace(terms, start_points=start, floor=floor, **lists)
        case _:
            return terms


def rewritten(case: Case, factors: dict[str, Fraction]) -> Case:
    """The scale with these criteria's points multiplied, sums following; decisions and given points in proportion."""
    scale, period, dossiers = case

    def criterion(each: Criterion) -> Criterion:
        factor = factors.get(each.id, F(1))
        standard, bonus = each.standard_points * factor, each.bonus_cap * factor
        return replace(each, standard_points=standard, bonus_cap=bonus, terms=multiplied(each.terms, factor))

    sections = []
    for section in scale.sections:
        made = tuple(map(criterion, section.criteria))
        standard = sum((each.standard_points for each in made), F(0))
        sections.append(replace(section, criteria=made, standard_points=standard))
    total = sum((each.standard_points * each.weight for each in sections), F(0))
    step = F(1, 10**scale.rounding)

    def decided(points: Fraction) -> Fraction:
        return round_half_up(points, step) if scale.rounding_at == "criterion" else points

    adjustments = tuple(
        replace(each, new_points=decided(each.new_points * factors.get(each.criterion, F(1))))
        for each in period.adjustments
    )
    changed = {unit: _given_in_proportion(each, scale, factors) for unit, each in dossiers.items()}
    made = replace(scale, sections=tuple(sections), total_points=total)
    return made, replace(period, adjustments=adjustments), changed


def _given_in_proportion(dossier: Dossier, scale: Scale, factors: dict[str, Fraction]) -> Dossier:
    given = {each.id: factors.get(each.id, F(1)) for each in scale.criteria if each.method == "given_points"}
    claims = []
    for name, claim in dossier.claims:
        figures = tuple((figure, value * given.get(name, F(1))) for figure, value in claim.figures)
        claims.append((name, replace(claim, figures=figures)))
    return replace(dossier, claims=tuple(claims))


@settings(max_examples=_EXAMPLES)
@given(cases(), st.data())
def test_one_at_a_time_is_what_scoring_anew_gives(case: Case, data: st.DataObject) -> None:
    cluster, known = scored(case)
    criterion = cluster.scale.criteria[data.draw(st.integers(0, len(cluster.scale.criteria) - 1))]
    factor = data.draw(st.sampled_from(FACTORS))
    scaled = ScaledPoints(cluster, known)
    again = score_cluster(*rewritten(case, {criterion.id: factor}))
    variants = [(criterion, factor), (criterion, F(1))]
    totals = scaled_totals(scaled, variants)
    assert totals[:3] == [unit.total for unit in again.units]
    assert totals[3:] == [unit.total for unit in cluster.units]
    assert scaled_ranks(scaled, variants) == [[u.rank for u in again.units], [u.rank for u in cluster.units]]


def test_full_points_for_what_does_not_apply_are_not_rounded() -> None:
    made = criterion("per_piece", PerPieceTerms(F(1)), standard=21)
    (section,) = scale(made).sections
    weighted = replace(section, weight=F(3, 2))
    whole = scale(made, sections=(weighted,), total_points=F(63, 2), rounding=0, not_applicable_mode="full_points")
    case = whole, period(1, not_applicable=(exemption("u0"),)), dict[str, Dossier]()
    cluster, known = scored(case)
    # 21 × 0,9 = 18,9 and 18,9 × 1,5 = 28,35; rounding the full points first would give 28,5, which makes 29.
    assert scaled_totals(ScaledPoints(cluster, known), [(made, F(9, 10))]) == [F(28)]
    assert score_cluster(*rewritten(case, {made.id: F(9, 10)})).units[0].total == F(28)


_ANY = st.integers(0, 8).map(lambda each: F(9, 10) + F(each, 40))


@settings(max_examples=_EXAMPLES)
@given(cases(), st.data())
def test_no_factors_give_a_place_outside_the_bounds(case: Case, data: st.DataObject) -> None:
    cluster, known = scored(case)
    factors = {each.id: data.draw(_ANY) for each in cluster.scale.criteria}
    again = {unit.member.id: unit.rank for unit in score_cluster(*rewritten(case, factors)).units}
    for each in place_ranges(cluster, known):
        best, worst = each.together
        rank = again[each.unit.member.id]
        assert rank is not None
        assert best <= rank <= worst
        assert best <= each.alone[0] <= each.alone[1] <= worst


@settings(max_examples=_EXAMPLES)
@given(cases())
def test_a_shift_names_what_gives_the_place(case: Case) -> None:
    cluster, known = scored(case)
    for each in place_ranges(cluster, known):
        assert each.unit.rank is not None
        assert {each.unit.rank, *(shift.place for shift in each.shifts)} >= set(each.alone)
        for shift in each.shifts:
            again = score_cluster(*rewritten(case, {shift.criterion.id: shift.factor}))
            ranks = {unit.member.id: unit.rank for unit in again.units}
            assert ranks[each.unit.member.id] == shift.place != each.unit.rank
