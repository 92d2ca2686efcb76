"""What each place is proposed for, and what is still missing for that."""

from datetime import date
from fractions import Fraction

import pytest
from judged import (
    DAY,
    EXCLUDES,
    FIRST,
    SUSPENDS,
    ballot,
    concluded,
    judged,
    made_period,
    of,
    rule,
    rule_set,
    scored_cluster,
    violation,
)

from thidua.model.conference import Ballot, BallotAbout, Session
from thidua.model.period import Period
from thidua.model.rules import AwardRule, Condition, Reference, Rule, Test, TieBreak
from thidua.ranking.awards import Award, ballot_share
from thidua.ranking.certainty import OpenQuestion

F = Fraction
FLAG = AwardRule(1, "Cờ thi đua", "Quy chế, Điều 7")
MERIT = AwardRule(2, "Bằng khen", "Quy chế, Điều 8")
VOTED = AwardRule(1, "Cờ thi đua", "Quy chế, Điều 7", F(4, 5))
SECOND_VOTED = AwardRule(2, "Bằng khen", "Quy chế, Điều 8", F(4, 5))
ROWS = [(40, 40), (30, 30), (20, 20)]
NO_BALLOT = "chưa có kết quả bỏ phiếu (cần từ 80% tổng số thành viên đồng ý)"


def awards(
    *rules: AwardRule,
    rows: list[tuple[int | None, int | None] | None] | None = None,
    made: Period | None = None,
    more: tuple[Rule, ...] = (SUSPENDS, EXCLUDES),
    steps: tuple[TieBreak, ...] = (),
) -> list[Award]:
    _, judgement = judged(rows or ROWS, rule_set(*more, awards=rules, tie_breaks=steps), made)
    return list(judgement.awards)


def told(award: Award) -> tuple[str | None, bool, tuple[str, ...]]:
    return award.unit.member.name if award.unit else None, award.is_met, award.missing


def with_ballots(*ballots: Ballot) -> Period:
    return made_period(3, ballots=ballots)


def test_a_certain_place_without_a_ballot_to_hold_is_met() -> None:
    assert [told(each) for each in awards(FLAG, MERIT)] == [("Tỉnh A", True, ()), ("Tỉnh B", True, ())]


def test_proposals_come_by_place_and_by_the_order_of_the_rules() -> None:
    other = AwardRule(1, "Bằng khen thêm", "Quy chế")
    assert [each.rule.award for each in awards(MERIT, FLAG, other)] == ["Cờ thi đua", "Bằng khen thêm", "Bằng khen"]


@pytest.mark.parametrize(
    ("ballots", "missing"),
    [
        ((ballot("u0", 8),), ()),
        ((ballot("u0", 10),), ()),
        ((ballot("u0", 4, 5),), ()),
        ((ballot("u0", 7),), ("tỷ lệ phiếu đồng ý là 70,00%, cần từ 80% tổng số thành viên",)),
        ((ballot("u0", 79, 100),), ("tỷ lệ phiếu đồng ý là 79,00%, cần từ 80% tổng số thành viên",)),
        ((ballot("u0", 11, 14),), ("tỷ lệ phiếu đồng ý là 78,57%, cần từ 80% tổng số thành viên",)),
        ((ballot("u0", 0),), ("tỷ lệ phiếu đồng ý là 0,00%, cần từ 80% tổng số thành viên",)),
        # All who may vote count, not those who came: 8 of 8 valid papers, 11 members.
        ((ballot("u0", 8, 11, valid=8),), ("tỷ lệ phiếu đồng ý là 72,73%, cần từ 80% tổng số thành viên",)),
        ((ballot("u0", 10, about="second_unit"),), ("thứ hạng chưa chắc chắn", NO_BALLOT)),
        ((ballot("u1", 10),), ("thứ hạng chưa chắc chắn", NO_BALLOT)),
        ((), ("thứ hạng chưa chắc chắn", NO_BALLOT)),
    ],
)
def test_the_share_of_all_members(ballots: tuple[Ballot, ...], missing: tuple[str, ...]) -> None:
    (award,) = awards(VOTED, made=with_ballots(*ballots))
    assert told(award) == ("Tỉnh A", not missing, missing)


@pytest.mark.parametrize(("first", "last", "met"), [(10, 7, False), (7, 10, True)])
def test_of_several_ballots_the_last_counts(first: int, last: int, met: bool) -> None:
    earlier = ballot("u0", first, held_on=date(2020, 3, 1))
    later = ballot("u0", last, held_on=date(2020, 3, 2))
    for ballots in ((earlier, later), (later, earlier)):
        (award,) = awards(VOTED, made=with_ballots(*ballots))
        assert award.is_met is met


def test_each_place_has_its_own_ballot() -> None:
    made = with_ballots(ballot("u0", 9), ballot("u1", 9, about="second_unit"))
    assert [told(each) for each in awards(VOTED, SECOND_VOTED, made=made)] == [
        ("Tỉnh A", True, ()),
        ("Tỉnh B", True, ()),
    ]


@pytest.mark.parametrize("about", ["next_head", "next_deputy"])
def test_a_ballot_on_the_next_head_is_none_on_a_place(about: BallotAbout) -> None:
    cluster = scored_cluster(ROWS)
    held = [ballot("u0", 10, about=about)]
    assert ballot_share(VOTED, of(cluster, "u0"), held) is None
    assert ballot_share(AwardRule(3, "Giấy khen", "Quy chế", F(1, 2)), of(cluster, "u0"), held) is None


def test_a_tie_leaves_the_proposal_without_a_unit() -> None:
    (award,) = awards(FLAG, rows=[(40, 40), (30, 30), (40, 40)])
    assert told(award) == (None, False, ("chưa phân định giữa Tỉnh A, Tỉnh C",))


def test_nobody_stands_at_the_second_of_two_equal_first_places() -> None:
    _, merit = awards(FLAG, MERIT, rows=[(40, 40), (30, 30), (40, 40)])
    assert told(merit) == (None, False, ("chưa có đơn vị nào ở hạng này, hoặc hạng trước chưa phân định",))


def test_an_open_question_leaves_the_place_uncertain() -> None:
    (award,) = awards(FLAG, rows=[(40, 40), (30, None), (20, 20)])
    assert told(award) == ("Tỉnh A", False, ("thứ hạng chưa chắc chắn",))


def test_the_conference_decides_whoever_has_the_place_by_points() -> None:
    made = made_period(3, conclusions=(concluded(1, "u1"),))
    (award,) = awards(FLAG, rows=[(40, 40), (30, 30), (20, None)], made=made)
    assert told(award) == ("Tỉnh B", True, ())
    assert award.concluded == concluded(1, "u1")


def test_nobody_is_proposed_for_two_places_by_the_conference_and_by_points() -> None:
    made = made_period(3, conclusions=(concluded(1, "u1"),))
    _, merit = awards(FLAG, MERIT, made=made)
    assert told(merit) == (
        None,
        False,
        ("hội nghị đã kết luận Tỉnh B ở hạng 1, khác với điểm, và chưa kết luận hạng này",),
    )
    both = made_period(3, conclusions=(concluded(1, "u1"), concluded(2, "u0")))
    assert [told(each) for each in awards(FLAG, MERIT, made=both)] == [("Tỉnh B", True, ()), ("Tỉnh A", True, ())]


def test_points_give_no_place_once_the_conference_departed_from_them() -> None:
    """The first by points is not first any more: nobody knows yet whether it or the second comes next."""
    _, merit = awards(FLAG, MERIT, made=made_period(3, conclusions=(concluded(1, "u2"),)))
    why = "hội nghị đã kết luận Tỉnh C ở hạng 1, khác với điểm, và chưa kết luận hạng này"
    assert told(merit) == (None, False, (why,))


@pytest.mark.parametrize("place", [1, 2])
def test_a_conclusion_as_by_points_leaves_the_other_place_to_the_points(place: int) -> None:
    made = made_period(3, conclusions=(concluded(place, f"u{place - 1}"),))
    assert [told(each) for each in awards(FLAG, MERIT, made=made)] == [("Tỉnh A", True, ()), ("Tỉnh B", True, ())]


def test_the_conference_ends_a_tie_that_no_step_can() -> None:
    made = made_period(3, conclusions=(concluded(1, "u2"),))
    (award,) = awards(FLAG, rows=[(40, 40), (30, 30), (40, 40)], made=made)
    assert told(award) == ("Tỉnh C", True, ())


def test_the_conference_does_not_take_the_place_of_a_ballot() -> None:
    made = made_period(3, conclusions=(concluded(1, "u1"),), ballots=(ballot("u0", 10),))
    (award,) = awards(VOTED, made=made)
    assert told(award) == ("Tỉnh B", False, (NO_BALLOT,))


def test_what_the_conference_concluded_leaves_no_question_of_a_ballot() -> None:
    _, before = judged(list(ROWS), rule_set(awards=(VOTED,)))
    assert before.outcomes[0].open_questions == (OpenQuestion("ballot", "u0", None, None),)
    for chosen in ("u0", "u1"):
        made = made_period(3, conclusions=(concluded(1, chosen),))
        _, after = judged(list(ROWS), rule_set(awards=(VOTED,)), made)
        assert (after.outcomes[0].certain, after.outcomes[0].open_questions) == (True, ())


@pytest.mark.parametrize("state", ["under_review", "confirmed"])
def test_whom_the_conference_chose_may_not_be_considered(state: str) -> None:
    made = made_period(3, conclusions=(concluded(1, "u0"),), violations=(violation("u0", state),))
    (award,) = awards(FLAG, made=made)
    assert told(award) == ("Tỉnh A", False, ("đơn vị chưa đủ điều kiện bình xét",))


def test_what_blocks_is_counted_for_the_unit_alone() -> None:
    over = Condition("k", "criterion_result", (Test("points", "at_least", 3000), Test("criterion", "equals", FIRST)))
    always = Condition("d", "unit", (Test("unit", "equals", "u0"),))
    blocking = (
        rule("SL-01", over, action="raise_finding", level="blocking"),
        Rule("HS-01", "HS-01", (always,), "raise_finding", "blocking", (Reference("d", "unit"),), "Quy chế"),
    )
    flag, merit = awards(FLAG, MERIT, more=blocking)
    assert told(flag) == ("Tỉnh A", False, ("còn 2 vấn đề của đơn vị phải xử lý trước khi thống nhất điểm",))
    assert told(merit) == ("Tỉnh B", False, ("còn 1 vấn đề của đơn vị phải xử lý trước khi thống nhất điểm",))


def test_findings_about_the_whole_cluster_block_every_proposal_and_are_counted_apart() -> None:
    waiting = rule("NN-01", Condition("n", "session", ()), level="blocking")
    other = rule("NN-02", Condition("n", "session", ()), level="blocking")
    own = rule("HS-01", Condition("d", "unit", (Test("unit", "equals", "u0"),)), level="blocking")
    session = Session("preparatory", DAY, None, 15, 14, None, None, None)
    made = made_period(3, sessions=(session,))
    flag, merit = awards(FLAG, MERIT, more=(waiting, own, other), made=made)
    common = "còn 2 vấn đề chung phải xử lý trước khi thống nhất điểm"
    assert told(flag) == (
        "Tỉnh A",
        False,
        ("còn 1 vấn đề của đơn vị phải xử lý trước khi thống nhất điểm", common),
    )
    assert told(merit) == ("Tỉnh B", False, (common,))
    assert [each.is_met for each in awards(FLAG, MERIT, more=(waiting,))] == [True, True]


def test_a_finding_that_does_not_block_keeps_no_proposal_back() -> None:
    noted = rule("NN-01", Condition("n", "session", ()), level="explain")
    session = Session("preparatory", DAY, None, 15, 14, None, None, None)
    (award,) = awards(FLAG, more=(noted,), made=made_period(3, sessions=(session,)))
    assert told(award) == ("Tỉnh A", True, ())


def test_everything_that_is_missing_is_told_in_one_order() -> None:
    made = made_period(3, conclusions=(concluded(1, "u0"),), violations=(violation("u0"),), ballots=(ballot("u0", 5),))
    blocking = rule("HS-01", Condition("d", "unit", (Test("unit", "equals", "u0"),)), level="blocking")
    (award,) = awards(VOTED, made=made, more=(SUSPENDS, blocking))
    assert award.missing == (
        "đơn vị chưa đủ điều kiện bình xét",
        "còn 1 vấn đề của đơn vị phải xử lý trước khi thống nhất điểm",
        "tỷ lệ phiếu đồng ý là 50,00%, cần từ 80% tổng số thành viên",
    )


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2019, 12, 31), 0), (date(2020, 1, 1), 1), (date(2020, 6, 30), 1), (date(2020, 7, 1), 0), (None, 0)],
)
def test_an_award_holds_only_for_its_time(day: date | None, count: int) -> None:
    dated = AwardRule(
        1, "Cờ thi đua", "Quy chế", effective_from=date(2020, 1, 1), effective_to=date(2020, 6, 30), assumed=True
    )
    assert len(awards(dated, made=made_period(3, reviewed_on=day))) == count


def test_a_third_place_may_be_proposed_too() -> None:
    (award,) = awards(AwardRule(3, "Giấy khen", "Quy chế"))
    assert told(award) == ("Tỉnh C", True, ())
