"""Bounds of the scoring methods with realistic terms: sound, and tight enough to decide on."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models import criterion
from open_figures import filled_in, is_inside, lies_in, lists_of, outlook_of, size_of, sizes, tightened

from thidua.expressions import MISSING, Evaluation, Range, fields_of
from thidua.methods import NO_TARGET, expression, field_name
from thidua.model.figure import Figure
from thidua.model.terms import (
    Band,
    BandsTerms,
    BonusPenaltyTerms,
    ByRankTerms,
    CompletionRateTerms,
    FixedBonusTerms,
    GivenPointsTerms,
    Grade,
    GradedTerms,
    Item,
    LeaderAnchoredTerms,
    Part,
    PartsTerms,
    PassFailTerms,
    PerPieceTerms,
)

F = Fraction
ONE, ZERO = F(1), F(0)
RATE_BANDS = (
    Band(F(40), ONE),
    Band(F(32), F(95, 100), True, ONE, False),
    Band(F(24), F(9, 10), False, F(95, 100), False),
)
GROWTH_BANDS = (Band(F(40), F(8, 100)), Band(F(20), ZERO, False, F(8, 100), False))
ITEMS = (Item("cong", "Cộng", F(1, 2)),), (Item("tru", "Trừ", ONE),)
PARTS = PartsTerms(
    (
        Part("mot", "Một", F(30), ZERO, (), "bands", BandsTerms("actual", (Band(F(30), F(5)),), F(3))),
        Part("hai", "Hai", F(10), ZERO, (), "per_piece", PerPieceTerms(F(2))),
    )
)

# Method, terms, and the least and the most points that they can give.
SAMPLES = {
    "rate": ("completion_rate", CompletionRateTerms(ONE, bonus_per_percent=F(1, 2)), 0, 45),
    "rate, whole per cent": (
        "completion_rate",
        CompletionRateTerms(F(2), F(95, 100), "counted_whole", F(7, 10), ONE),
        0,
        45,
    ),
    "rate, lower is better": (
        "completion_rate",
        CompletionRateTerms(F(1, 2), F(11, 10), "not_counted", None, F(1, 4), True),
        0,
        45,
    ),
    "bands": ("bands", BandsTerms("completion_rate", RATE_BANDS, F(8)), 8, 40),
    "bands of growth": ("bands", BandsTerms("growth", GROWTH_BANDS, F(4)), 4, 40),
    "bands of a difference": ("bands", BandsTerms("difference", (Band(F(40), ZERO),), F(10)), 10, 40),
    "bands of a count": ("bands", BandsTerms("count", (Band(F(40), F(3)), Band(F(20), ONE, True, F(2), True))), 20, 40),
    "leader": ("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 0, 40),
    "leader, all for the lead": ("leader_anchored", LeaderAnchoredTerms(ZERO, "not_scored"), 0, 40),
    "rank": ("by_rank", ByRankTerms("actual", "highest", (F(40), F(30)), F(5)), 5, 40),
    "rank of a rate": ("by_rank", ByRankTerms("completion_rate", "lowest", (F(40), F(30), F(20)), F(5)), 5, 40),
    "pass": ("pass_fail", PassFailTerms("actual_reaches_target", F(3)), 3, 40),
    "declared": ("pass_fail", PassFailTerms(), 0, 40),
    "pieces": ("per_piece", PerPieceTerms(F(3), F(35)), 0, 35),
    "bonus and penalty": ("bonus_penalty", BonusPenaltyTerms(F(10), *ITEMS, floor=F(-5), cap=F(40)), -5, 40),
    "awards": ("fixed_bonus", FixedBonusTerms(ITEMS[0], F(12)), 0, 12),
    "parts": ("parts", PARTS, 3, 40),
    "classes": ("graded", GradedTerms((Grade("A", ONE), Grade("B", F(1, 2)))), 20, 40),
}
# No cap in these trees holds the points back: bounds are as wide as what is given, or wider.
UNCAPPED = {
    "given": ("given_points", GivenPointsTerms(F(100))),
    "trimmed mean": ("given_points", GivenPointsTerms(None, ("A", "B", "C"), "trimmed_mean")),
    "mean of ranks": ("by_rank", ByRankTerms("actual", "highest", (F(40), F(30)), F(5), "mean_of_ranks")),
}


def made_of(method, terms):
    return criterion(method, terms, bonus=5, figures=(Figure("x", "x", "number", "", 0),))


TREES = {name: expression(made_of(*sample[:2]), 2) for name, sample in (SAMPLES | UNCAPPED).items()}
WITHOUT_TARGET = field_name("tieu-chi", NO_TARGET)

whole = st.integers(-3, 20).map(F) | st.integers(0, 10**9).map(F)
open_figures = st.sampled_from(
    [Range(), Range(ZERO), Range(ZERO, F(20), False, ONE), Range(ZERO, F(10**6), True, ONE), Range(F(90), F(110))]
) | st.builds(lambda ends, may: Range(min(ends), max(ends), may, ONE), st.tuples(whole, whole), st.booleans())
figures = st.one_of(whole.map(Range.exactly), st.just(MISSING), open_figures, open_figures)
exemptions = st.sampled_from([ZERO, ZERO, ONE]).map(Range.exactly)


@st.composite
def clusters_for(draw, tree, most_units=4):
    size = draw(sizes(most_units))
    columns = {name: draw(lists_of(figures, size)) for name in sorted(fields_of(tree))}
    exempt = draw(lists_of(exemptions, size))
    return {**columns, WITHOUT_TARGET: exempt}


@pytest.mark.parametrize("name", TREES)
@settings(max_examples=25)
@given(data=st.data())
def test_bounds_hold_every_value_and_none_that_the_method_cannot_give_and_tighten_with_the_figures(name, data):
    cluster = data.draw(clusters_for(TREES[name]))
    bounds = outlook_of(cluster).of(TREES[name])
    for _ in range(3):
        values = Evaluation(data.draw(filled_in(cluster)), size_of(cluster)).of(TREES[name])
        assert all(map(lies_in, values, bounds)), (values, bounds)
    if name in SAMPLES:
        least, most = map(F, SAMPLES[name][2:])
        assert all(is_inside(some, Range(least, most, True)) for some in bounds), bounds
    tighter = {field: [data.draw(tightened(some)) for some in column] for field, column in cluster.items()}
    tight = outlook_of(tighter).of(TREES[name])
    assert all(map(is_inside, tight, bounds)), (tight, bounds)


OPEN = Range(ZERO, None, False, ONE)


def bounds(name, *rows):
    """The ends of each unit's bounds; a row holds a unit's figures by name, whole numbers or ranges."""
    columns = {
        field: [of_row(row.get(field.removeprefix("tieu-chi."), 0)) for row in rows]
        for field in fields_of(TREES[name]) | {WITHOUT_TARGET}
    }
    found = outlook_of(columns).of(TREES[name])
    assert not any(some.may_be_missing for some in found)
    return [(some.low, some.high) for some in found]


def of_row(value):
    return value if isinstance(value, Range) else Range.exactly(F(value))


def test_an_open_figure_of_a_rate():
    assert bounds("rate", {"target": 100, "actual": OPEN}) == [(0, 45)]
    assert bounds("rate", {"target": 100, "actual": Range(F(90), F(97), step=ONE)}) == [(30, 37)]
    assert bounds("rate", {"target": 100, "actual": Range(F(97), F(101), step=ONE)}) == [(37, F("40.5"))]
    assert bounds("rate", {"target": Range(F(100), F(200), step=ONE), "actual": 90}) == [(0, 30)]


def test_bands_that_cannot_be_reached_do_not_count():
    target = {"target": 100}
    assert bounds("bands", {**target, "actual": Range(F(91), F(99), step=ONE)}) == [(24, 32)]
    assert bounds("bands", {**target, "actual": Range(F(91), F(120), step=ONE)}) == [(24, 40)]
    assert bounds("bands", {**target, "actual": Range(F(96), F(99), step=ONE)}) == [(32, 32)]
    assert bounds("bands", {**target, "actual": Range(F(80), F(90), step=ONE)}) == [(8, 8)]
    assert bounds("bands of a difference", {"target": OPEN, "actual": 0}) == [(10, 40)]


def test_one_open_unit_moves_the_lead_of_the_others_no_further_than_it_can():
    known = [{"target": 100, "actual": each} for each in (140, 120, 100, 90)]
    assert bounds("leader", {"target": 100, "actual": Range(F(0), F(180), step=ONE)}, *known) == [
        (0, 40),  # as the unit itself turns out
        (30, 40),  # leads, or half as far as the open unit
        (25, 30),
        (20, 20),  # on target: others don't matter
        (18, 18),
    ]
    assert bounds("leader", {"target": 100, "actual": Range(F(0), F(130), step=ONE)}, *known)[1:3] == [
        (40, 40),
        (30, 30),
    ]


def test_a_rank_moves_by_the_open_units_only():
    rows = [{"actual": 50}, {"actual": 40}, {"actual": 30}, {"actual": Range(F(35), F(45))}]
    assert bounds("rank", *rows) == [(40, 40), (5, 30), (5, 5), (5, 30)]


def test_classes_that_are_all_known_leave_nothing_missing():
    assert bounds("classes", {"level": Range(ZERO, ONE, False, ONE)}) == [(20, 40)]
