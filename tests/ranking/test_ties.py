"""Units with equal totals, told apart step by step."""

from fractions import Fraction

import pytest
from judged import FIRST, SECOND, concluded, made_period, scored_cluster, women
from msgspec.structs import replace

from thidua.model.period import Period
from thidua.model.rules import TieBreak
from thidua.ranking.ties import break_tie

F = Fraction
SECTION_II = TieBreak("section_points", of="noi-dung-ii")
CRITERION_I = TieBreak("criterion_points", of=FIRST)
WOMEN = TieBreak("women_share", share=F(7, 10))
CONFERENCE = TieBreak("conference")
EQUAL = [(50, 50), (50, 50), (50, 50)]
AGREED = "theo ý kiến thống nhất của hội nghị"
WAITING = "chờ ý kiến thống nhất của hội nghị"
NOTHING_LEFT = "không còn tiêu chuẩn nào để phân định"


def broken(
    rows: list[tuple[int | None, int | None]], *steps: TieBreak, made: Period | None = None, first_place: int = 1
) -> list[tuple[list[str], str]]:
    cluster = scored_cluster(rows, made)
    groups = break_tie(cluster.units, steps, cluster, first_place)
    return [([unit.member.name for unit in group.units], group.reason) for group in groups]


def agreed(units: int, *places: tuple[int, str]) -> Period:
    """A period in which the conference concluded these places and no other."""
    return made_period(units, conclusions=tuple(concluded(place, unit) for place, unit in places))


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
    made = agreed(3, (2, "u0"), (3, "u1"), (1, "u2"))
    assert broken(EQUAL, CONFERENCE, made=made) == [(["Tỉnh C"], AGREED), (["Tỉnh A"], AGREED), (["Tỉnh B"], AGREED)]


def test_those_of_whom_the_conference_said_nothing_come_after_and_stay_tied() -> None:
    assert broken(EQUAL, CONFERENCE, made=agreed(3, (1, "u2"))) == [
        (["Tỉnh C"], AGREED),
        (["Tỉnh A", "Tỉnh B"], WAITING),
    ]


def test_those_of_whom_the_conference_said_nothing_stay_tied_before_whom_it_put_last() -> None:
    assert broken(EQUAL, CONFERENCE, made=agreed(3, (3, "u0"))) == [
        (["Tỉnh B", "Tỉnh C"], WAITING),
        (["Tỉnh A"], AGREED),
    ]


@pytest.mark.parametrize(
    ("place", "unit", "order"),
    [
        (1, "u0", ["Tỉnh A", "Tỉnh B"]),
        (1, "u1", ["Tỉnh B", "Tỉnh A"]),
        (2, "u0", ["Tỉnh B", "Tỉnh A"]),
        (2, "u1", ["Tỉnh A", "Tỉnh B"]),
    ],
)
def test_of_two_one_place_settles_both(place: int, unit: str, order: list[str]) -> None:
    """Whoever is concluded for a place is at that very place: only “xếp thứ 2: B” puts A first."""
    found = broken(EQUAL[:2], CONFERENCE, made=agreed(2, (place, unit)))
    assert found == [([name], AGREED) for name in order]


@pytest.mark.parametrize(
    ("given", "order"),
    [
        (((1, "u2"), (2, "u0")), ["Tỉnh C", "Tỉnh A", "Tỉnh B"]),
        (((1, "u2"), (3, "u0")), ["Tỉnh C", "Tỉnh B", "Tỉnh A"]),
        (((2, "u2"), (3, "u0")), ["Tỉnh B", "Tỉnh C", "Tỉnh A"]),
    ],
)
def test_of_three_two_places_settle_all(given: tuple[tuple[int, str], ...], order: list[str]) -> None:
    assert broken(EQUAL, CONFERENCE, made=agreed(3, *given)) == [([name], AGREED) for name in order]


def test_of_three_the_middle_place_alone_settles_nothing() -> None:
    """Who is before and who is behind is not said, so no unit may be called first."""
    assert broken(EQUAL, CONFERENCE, made=agreed(3, (2, "u1"))) == [(["Tỉnh A", "Tỉnh B", "Tỉnh C"], WAITING)]


@pytest.mark.parametrize("unit", ["u0", "u1"])
def test_a_place_that_the_tied_units_do_not_share_is_ignored(unit: str) -> None:
    """Equal for 1 and 2: “xếp thứ 3” tells nothing of who is first. Equal for 2 and 3: nor does “xếp thứ 1”."""
    assert broken(EQUAL[:2], CONFERENCE, made=agreed(2, (3, unit))) == [(["Tỉnh A", "Tỉnh B"], WAITING)]
    assert broken(EQUAL[:2], CONFERENCE, made=agreed(2, (1, unit)), first_place=2) == [(["Tỉnh A", "Tỉnh B"], WAITING)]


def test_a_place_among_theirs_given_to_another_unit_makes_the_tied_wait() -> None:
    """The first place is not theirs any more: which of the others is left to them is for the conference to say."""
    cluster = scored_cluster(EQUAL, agreed(3, (1, "u2"), (2, "u1")))
    (found,) = break_tie(cluster.units[:2], (CONFERENCE,), cluster)
    assert ([unit.member.name for unit in found.units], found.reason) == (["Tỉnh A", "Tỉnh B"], WAITING)


def test_places_beyond_those_of_the_tied_do_not_matter() -> None:
    cluster = scored_cluster(EQUAL, agreed(3, (1, "u0"), (2, "u1"), (3, "u2")))
    found = break_tie(cluster.units[:2], (CONFERENCE,), cluster)
    assert [[unit.member.name for unit in each.units] for each in found] == [["Tỉnh A"], ["Tỉnh B"]]


def test_places_are_counted_from_the_first_that_the_tied_units_share() -> None:
    made = agreed(3, (5, "u0"), (6, "u2"))
    assert broken(EQUAL, CONFERENCE, made=made, first_place=4) == [
        (["Tỉnh B"], AGREED),
        (["Tỉnh A"], AGREED),
        (["Tỉnh C"], AGREED),
    ]


def test_places_are_counted_on_behind_those_whom_an_earlier_step_put_before() -> None:
    rows = [(50, 50), (40, 60), (50, 50)]
    for given, order in (((2, "u2"), ["Tỉnh C", "Tỉnh A"]), ((3, "u2"), ["Tỉnh A", "Tỉnh C"])):
        assert broken(rows, SECTION_II, CONFERENCE, made=agreed(3, given)) == [
            (["Tỉnh B"], "điểm nội dung II: 60"),
            *(([name], f"điểm nội dung II: 50; {AGREED}") for name in order),
        ]
    assert broken(rows, SECTION_II, CONFERENCE, made=agreed(3, (1, "u2"))) == [
        (["Tỉnh B"], "điểm nội dung II: 60"),
        (["Tỉnh A", "Tỉnh C"], f"điểm nội dung II: 50; {WAITING}"),
    ]


def test_before_the_conference_has_met_all_stay_tied() -> None:
    assert broken(EQUAL, CONFERENCE) == [(["Tỉnh A", "Tỉnh B", "Tỉnh C"], WAITING)]


def test_points_that_equal_only_after_rounding_are_compared_as_rounded() -> None:
    cluster = scored_cluster([(50, 50), (50, 50)])
    assert {unit.total for unit in cluster.units} == {F(100)}
    assert len(break_tie(cluster.units, [SECTION_II, TieBreak("criterion_points", of=SECOND)], cluster)) == 1
