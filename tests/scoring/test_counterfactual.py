"""What full points would have needed: the value found gives them, one step nearer does not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, dossier, period, points, requirement, scale
from msgspec.structs import replace

from thidua.model.figure import Figure
from thidua.model.scale import Criterion
from thidua.model.terms import (
    Band,
    BandsTerms,
    CompletionRateTerms,
    GivenPointsTerms,
    Grade,
    GradedTerms,
    LeaderAnchoredTerms,
    PassFailTerms,
    PerPieceTerms,
)
from thidua.scoring import score_cluster
from thidua.scoring.counterfactual import Need, need_for_full_points

F = Fraction


def need(made: Criterion, *rows: dict[str, int]) -> Need | None:
    dossiers = {f"u{index}": dossier(f"u{index}", {made.id: row}) for index, row in enumerate(rows)}
    found = score_cluster(scale(made), period(len(rows)), dossiers)
    return need_for_full_points(found, found.units[0], found.units[0].criteria[0])


@pytest.mark.parametrize(
    ("method", "terms", "rows", "value", "side"),
    [
        ("completion_rate", CompletionRateTerms(F(1)), [{"target": 4000, "actual": 3900}], 4000, "at_least"),
        (
            "completion_rate",
            CompletionRateTerms(F(1), lower_is_better=True),
            [{"target": 4000, "actual": 4100}],
            4000,
            "at_most",
        ),
        (
            "completion_rate",
            CompletionRateTerms(F(1), full_from=F(95, 100)),
            [{"target": 4001, "actual": 3000}],
            3801,
            "at_least",
        ),
        ("bands", BandsTerms("actual", (Band(F(40), F(75)),), F(10)), [{"actual": 70}], 75, "at_least"),
        ("bands", BandsTerms("actual", (Band(F(40), None, True, F(5), False),), F(1)), [{"actual": 9}], 4, "at_most"),
        ("per_piece", PerPieceTerms(F(5)), [{"count": 1}], 8, "at_least"),
        ("pass_fail", PassFailTerms("declared"), [{"achieved": 0}], 1, "at_least"),
        ("pass_fail", PassFailTerms("actual_below_last_year"), [{"last_year": 5, "actual": 7}], 4, "at_most"),
        (
            "leader_anchored",
            LeaderAnchoredTerms(F(1, 2), "own_group"),
            [{"target": 100, "actual": 90}, {"target": 100, "actual": 130}],
            130,
            "at_least",
        ),
    ],
)
def test_the_nearest_value_that_gives_full_points(
    method: str, terms: object, rows: list[dict[str, int]], value: int, side: str
) -> None:
    found = need(criterion(method, terms), *rows)
    assert found is not None
    assert (found.value, found.side) == (value, side)


def test_nothing_is_needed_for_full_points_and_nothing_can_be_done_about_given_ones() -> None:
    assert need(criterion("completion_rate", CompletionRateTerms(F(1))), {"target": 10, "actual": 10}) is None
    assert need(criterion("given_points", GivenPointsTerms()), {"given_points": 5}) is None
    never = BandsTerms("actual", (Band(F(30), F(1)),), F(0))
    assert need(criterion("bands", never), {"actual": 5}) is None


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.sampled_from([F(1), F(7, 10), F(11, 10)]))
def test_one_step_nearer_is_not_enough(target: int, actual: int, full_from: Fraction) -> None:
    made = criterion("completion_rate", CompletionRateTerms(F(1), full_from=full_from))
    found = need(made, {"target": target, "actual": actual})
    if found is None:
        assert points(made, [{"target": target, "actual": actual}]) == [40]
        return
    assert points(made, [{"target": target, "actual": found.value}]) == [40]
    assert points(made, [{"target": target, "actual": found.value - 1}]) != [40]


def test_points_rounded_only_in_the_total_are_not_rounded_here() -> None:
    made = criterion("completion_rate", CompletionRateTerms(F(1)))
    dossiers = {"u0": dossier("u0", {made.id: {"target": 4000000, "actual": 3900000}})}
    values = []
    for rounding_at in ("criterion", "total"):
        found = score_cluster(scale(made, rounding_at=rounding_at), period(1), dossiers)
        needed = need_for_full_points(found, found.units[0], found.units[0].criteria[0])
        assert needed is not None
        values.append(needed.value)
    # 0,005 points short are 0,005% of the target: 200.
    assert values == [3999800, 4000000]


@pytest.mark.parametrize("missing", ["no_points", "provisional", "pending"])
def test_unproven_figures_are_still_told_what_they_lack(missing: str) -> None:
    made = criterion("per_piece", PerPieceTerms(F(5)), evidence=(requirement(),), when_evidence_missing=missing)
    found = need(made, {"count": 1})
    assert found is not None
    assert (found.value, found.now) == (8, 1)


def test_unproven_figures_of_others_lead_nobody() -> None:
    terms = LeaderAnchoredTerms(F(1, 2), "own_group")
    made = criterion("leader_anchored", terms, evidence=(requirement(),), when_evidence_missing="no_points")
    rows = [{"target": 100, "actual": 90}, {"target": 100, "actual": 130}, {"target": 100, "actual": 150}]
    proven = (["Báo cáo"], ["Báo cáo"], [])
    dossiers = {f"u{index}": dossier(f"u{index}", {made.id: row}, proven[index]) for index, row in enumerate(rows)}
    found = score_cluster(scale(made), period(3), dossiers)
    needed = need_for_full_points(found, found.units[0], found.units[0].criteria[0])
    assert needed is not None
    assert needed.value == 130


def test_a_count_cannot_fall_below_zero_nor_a_figure_leave_its_limits() -> None:
    fewer = criterion("pass_fail", PassFailTerms("actual_below_last_year"))
    assert need(fewer, {"last_year": 0, "actual": 3}) is None
    [plan, actual] = criterion("completion_rate", CompletionRateTerms(F(1))).figures
    for most, value in ((F(95), None), (F(100), 100)):
        limited = criterion("completion_rate", CompletionRateTerms(F(1)), figures=(plan, replace(actual, most=most)))
        found = need(limited, {"target": 100, "actual": 90})
        assert (found and found.value) == value


def test_all_classes_with_full_points_are_named() -> None:
    terms = GradedTerms((Grade("tốt", F(1)), Grade("khá", F(1)), Grade("yếu", F(0))))
    level = Figure("level", "mức xếp loại", "level", "", 0, levels=("tốt", "khá", "yếu"))
    found = need(criterion("graded", terms, figures=(level,)), {"level": 2})
    assert found is not None
    assert (found.value, found.alternatives) == (0, (1,))
