"""Units with equal totals, told apart step by step."""

from dataclasses import replace
from fractions import Fraction

import pytest
from judged import FIRST, SECOND, concluded, made_period, scored_cluster, women

from thidua.model.period import Period
from thidua.model.rules import TieBreak
from thidua.ranking.ties import break_tie

F = Fraction
SECTION_II = TieBreak("section_points", of="noi-dung-ii")
CRITERION_I = TieBreak("criterion_points", of=FIRST)
WOMEN = TieBreak("women_share", share=F(7, 10))
CONFERENCE = TieBreak("conference")
EQUAL = [(50, 50), (50, 50), (50, 50)]
NOTHING_LEFT = "không còn tiêu chuẩn nào để phân định"


def broken(
    rows: list[tuple[int | None, int | None]], *steps: TieBreak, made: Period | None = None
) -> list[tuple[list[str], str]]:
    cluster = scored_cluster(rows, made)
    return [([unit.member.name for unit in group], why) for group, why in break_tie(cluster.units, steps, cluster)]


def test_one_unit_is_no_tie() -> None:
    assert broken([(50, 50)], SECTION_II) == [(["Tỉnh A"], "")]


def test_without_steps_all_stay_tied() -> None:
    assert broken(EQUAL) == [(["Tỉnh A", "Tỉnh B", "Tỉnh C"], NOTHING_LEFT)]


def test_points_of_a_section() -> None:
    assert broken([(60, 40), (40, 60), (50, 50)], SECTION_II) == [
        (["Tỉnh B"], "điểm nội dung II: 60"),
        (["Tỉnh C"], "điểm nội dung II: 50"),
        (["Tỉnh A"], "điểm nội dung II: 40"),
    ]


def test_points_of_a_criterion() -> None:
    assert broken([(40, 60), (60, 40)], CRITERION_I) == [
        (["Tỉnh B"], "điểm tiêu chí I.1: 60"),
        (["Tỉnh A"], "điểm tiêu chí I.1: 40"),
    ]


def test_equal_again_goes_to_the_next_step_and_tells_both() -> None:
    rows = [(50, 50), (40, 60), (50, 50)]
    assert broken(rows, SECTION_II, WOMEN, made=women(made_period(3), "0.7", None, "0.69")) == [
        (["Tỉnh B"], "điểm nội dung II: 60"),
        (["Tỉnh A"], "điểm nội dung II: 50; tỷ lệ nữ từ 70%: đạt"),
        (["Tỉnh C"], "điểm nội dung II: 50; tỷ lệ nữ từ 70%: không đạt"),
    ]


def test_equal_again_at_the_last_step_stays_tied() -> None:
    assert broken([(50, 50), (40, 60), (50, 50)], SECTION_II) == [
        (["Tỉnh B"], "điểm nội dung II: 60"),
        (["Tỉnh A", "Tỉnh C"], f"điểm nội dung II: 50; {NOTHING_LEFT}"),
    ]


def test_a_step_that_tells_nobody_apart_is_not_told() -> None:
    made = women(made_period(2), "0.7", "0.6")
    assert broken(EQUAL[:2], SECTION_II, CRITERION_I, WOMEN, made=made) == [
        (["Tỉnh A"], "tỷ lệ nữ từ 70%: đạt"),
        (["Tỉnh B"], "tỷ lệ nữ từ 70%: không đạt"),
    ]


@pytest.mark.parametrize("step", [CRITERION_I, WOMEN])
def test_an_unknown_value_ends_the_search(step: TieBreak) -> None:
    """Later steps are not taken instead, though they could tell the units apart."""
    made = women(replace(made_period(2), conclusions=(concluded(1, "u1"),)), "0.9", None)
    told = {"criterion_points": "điểm tiêu chí I.1", "women_share": "tỷ lệ nữ từ 70%"}[step.by]
    found = broken([(50, 50), (None, 100)], step, CONFERENCE, made=made)
    assert found == [(["Tỉnh A", "Tỉnh B"], f"chưa có {told} của Tỉnh B")]


def test_all_who_are_unknown_are_named() -> None:
    made = women(made_period(3), None, "0.9", None)
    assert broken(EQUAL, WOMEN, made=made)[0][1] == "chưa có tỷ lệ nữ từ 70% của Tỉnh A, Tỉnh C"


@pytest.mark.parametrize(
    ("share", "meets"), [("0.7", True), ("7/10", True), ("0.69999", False), ("1", True), ("0", False)]
)
def test_the_share_of_women_takes_its_edge_in(share: str, meets: bool) -> None:
    beside = "0.5" if meets else "0.8"
    found = broken(EQUAL[:2], WOMEN, made=women(made_period(2), share, beside))
    assert [names for names, _ in found] == ([["Tỉnh A"], ["Tỉnh B"]] if meets else [["Tỉnh B"], ["Tỉnh A"]])


def test_how_large_the_share_is_beyond_the_edge_does_not_matter() -> None:
    found = broken(EQUAL[:2], WOMEN, made=women(made_period(2), "0.7", "1"))
    assert found == [(["Tỉnh A", "Tỉnh B"], NOTHING_LEFT)]


def test_the_order_of_the_conference() -> None:
    made = made_period(3, conclusions=(concluded(2, "u0"), concluded(3, "u1"), concluded(1, "u2")))
    told = "theo ý kiến thống nhất của hội nghị"
    assert broken(EQUAL, CONFERENCE, made=made) == [(["Tỉnh C"], told), (["Tỉnh A"], told), (["Tỉnh B"], told)]


def test_those_of_whom_the_conference_said_nothing_come_after_and_stay_tied() -> None:
    made = made_period(3, conclusions=(concluded(1, "u2"),))
    assert broken(EQUAL, CONFERENCE, made=made) == [
        (["Tỉnh C"], "theo ý kiến thống nhất của hội nghị"),
        (["Tỉnh A", "Tỉnh B"], NOTHING_LEFT),
    ]


def test_before_the_conference_has_met_all_stay_tied() -> None:
    assert broken(EQUAL, CONFERENCE) == [(["Tỉnh A", "Tỉnh B", "Tỉnh C"], NOTHING_LEFT)]


def test_points_that_equal_only_after_rounding_are_compared_as_rounded() -> None:
    cluster = scored_cluster([(50, 50), (50, 50)])
    assert {unit.total for unit in cluster.units} == {F(100)}
    assert len(break_tie(cluster.units, [SECTION_II, TieBreak("criterion_points", of=SECOND)], cluster)) == 1
