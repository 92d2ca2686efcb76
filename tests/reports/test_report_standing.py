"""First and second place, proposals, who is not considered: the sentences, whole."""

from datetime import date
from fractions import Fraction

import pytest
from judged import (
    EXCLUDES,
    SUSPENDS,
    about_violations,
    as_scored,
    concluded,
    judged,
    made_period,
    rule,
    rule_set,
    scored_cluster,
    violation,
)

from thidua.model.period import Period
from thidua.model.rules import AwardRule, Condition, Reference, Rule, Test, TieBreak
from thidua.reports.standing import equal_totals, standing, standing_title

FLAG = AwardRule(1, "Cờ thi đua", "Quy chế, Điều 7")
MERIT = AwardRule(2, "Bằng khen", "Quy chế, Điều 8", assumed=True)
CONFERENCE = TieBreak("conference")
SECTION_II = TieBreak("section_points", of="noi-dung-ii")
ROWS = [(40, 40), (30, 30), (20, 20)]
NOTHING_OPEN = "Đã chắc chắn: các việc còn lại không làm đổi hạng này."
NOTHING_LEFT = "không còn tiêu chuẩn nào để phân định"
NO_FINDINGS = "Không có vấn đề nào cần làm rõ."
Rows = list[tuple[int | None, int | None] | None]


def told(
    rows: Rows,
    *rules: Rule,
    made: Period | None = None,
    awards: tuple[AwardRule, ...] = (),
    steps: tuple[TieBreak, ...] = (),
) -> list[str]:
    cluster, judgement = judged(rows, rule_set(*rules, awards=awards, tie_breaks=steps), made)
    return standing(as_scored(cluster, judgement), cluster)


def told_of_ties(rows: Rows, *steps: TieBreak) -> list[str]:
    cluster, judgement = judged(rows, rule_set(tie_breaks=steps))
    return equal_totals(as_scored(cluster, judgement), cluster)


def test_certain() -> None:
    assert told(ROWS, awards=(FLAG, MERIT)) == [
        f"Dự kiến xếp thứ Nhất: Tỉnh A, 80 điểm, hơn Tỉnh B 20 điểm. {NOTHING_OPEN}",
        f"Dự kiến xếp thứ Nhì: Tỉnh B, 60 điểm, hơn Tỉnh C 20 điểm. {NOTHING_OPEN}",
        "Dự kiến đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh A.",
        "Dự kiến đề nghị tặng Bằng khen (giả định) cho đơn vị xếp thứ Nhì: Tỉnh B.",
        NO_FINDINGS,
    ]


def test_uncertain_with_the_questions_on_which_it_hangs() -> None:
    first, second, *awards, _ = told([(40, None), (30, 30), (None, 20)], awards=(FLAG, MERIT))
    questions = "Tỉnh A, tiêu chí II.1 (từ 0 đến 100 điểm); Tỉnh C, tiêu chí I.1 (từ 0 đến 100 điểm)"
    expected = f"hơn Tỉnh A 20 điểm. Chưa chắc chắn, còn phụ thuộc: {questions}."
    assert first == f"Dự kiến xếp thứ Nhất: Tỉnh B, 60 điểm, {expected}"
    assert second.endswith(f"Chưa chắc chắn, còn phụ thuộc: {questions}.")
    assert awards == [
        "Dự kiến đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh B. Còn thiếu: thứ hạng chưa chắc chắn.",
        "Dự kiến đề nghị tặng Bằng khen (giả định) cho đơn vị xếp thứ Nhì: Tỉnh A. Còn thiếu: thứ hạng chưa chắc chắn.",
    ]


def test_of_many_questions_the_largest_are_told_and_the_others_counted() -> None:
    rows: Rows = [(40, None), (30, None), (None, None), None]
    assert told(rows)[0] == (
        "Dự kiến xếp thứ Nhất: Tỉnh A, 40 điểm, hơn Tỉnh B 10 điểm. Chưa chắc chắn, còn phụ thuộc: "
        "hồ sơ của Tỉnh D (từ 0 đến 200 điểm); Tỉnh A, tiêu chí II.1 (từ 0 đến 100 điểm); "
        "Tỉnh B, tiêu chí II.1 (từ 0 đến 100 điểm); Tỉnh C, tiêu chí I.1 (từ 0 đến 100 điểm); "
        "Tỉnh C, tiêu chí II.1 (từ 0 đến 100 điểm)."
    )
    assert told([(40, None), (None, None), (None, None), None])[0].endswith("; và 1 việc khác.")


def test_what_hangs_on_a_ballot_and_on_a_review_is_told() -> None:
    voted = AwardRule(1, "Cờ thi đua", "Quy chế", Fraction(4, 5))
    made = made_period(3, violations=(violation("u0"),))
    assert told(ROWS, SUSPENDS, made=made, awards=(voted,)) == [
        "Dự kiến xếp thứ Nhất: Tỉnh B, 60 điểm, hơn Tỉnh C 20 điểm. Chưa chắc chắn, còn phụ thuộc: "
        "kết quả bỏ phiếu đối với Tỉnh B; kết quả xem xét đối với Tỉnh A.",
        "Dự kiến xếp thứ Nhì: Tỉnh C, 40 điểm. Chưa chắc chắn, còn phụ thuộc: kết quả xem xét đối với Tỉnh A.",
        "Dự kiến đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh B. Còn thiếu: thứ hạng chưa chắc chắn; "
        "chưa có kết quả bỏ phiếu (cần từ 80% tổng số thành viên đồng ý).",
        "Chưa xét: Tỉnh A: có việc (Quy chế, Điều 4).",
        "Vấn đề cần làm rõ: 1 (1 cần giải trình, bổ sung); xem “thidua verify”.",
    ]


def test_a_tie_for_first() -> None:
    assert told([(40, 40), (20, 20), (50, 30)], awards=(FLAG, MERIT)) == [
        f"Dự kiến xếp thứ Nhất: chưa phân định giữa Tỉnh A, Tỉnh C (cùng 80 điểm): {NOTHING_LEFT}.",
        "Dự kiến đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: chưa xác định được đơn vị. "
        "Còn thiếu: chưa phân định giữa Tỉnh A, Tỉnh C.",
        "Dự kiến đề nghị tặng Bằng khen (giả định) cho đơn vị xếp thứ Nhì: chưa xác định được đơn vị. "
        "Còn thiếu: chưa có đơn vị nào ở hạng này, hoặc hạng trước chưa phân định.",
        NO_FINDINGS,
    ]


def test_a_tie_that_a_step_breaks() -> None:
    rows: Rows = [(50, 30), (40, 40), (20, 20)]
    assert told(rows, steps=(SECTION_II,)) == [
        f"Dự kiến xếp thứ Nhất: Tỉnh B, 80 điểm; điểm nội dung II: 40. {NOTHING_OPEN}",
        f"Dự kiến xếp thứ Nhì: Tỉnh A, 80 điểm, hơn Tỉnh C 40 điểm; điểm nội dung II: 30. {NOTHING_OPEN}",
        NO_FINDINGS,
    ]
    assert told_of_ties(rows, SECTION_II) == [
        "Tỉnh B, Tỉnh A cùng 80 điểm: Tỉnh B xếp thứ Nhất (điểm nội dung II: 40); "
        "Tỉnh A xếp thứ Nhì (điểm nội dung II: 30)."
    ]


def test_ties_anywhere_are_told_with_their_order() -> None:
    assert told_of_ties([(9, 9), (5, 5), (4, 6), (5, 5), (1, 1), (2, 0)], SECTION_II) == [
        "Tỉnh C, Tỉnh B, Tỉnh D cùng 10 điểm: Tỉnh C xếp thứ Nhì (điểm nội dung II: 6); "
        f"Tỉnh B, Tỉnh D cùng xếp thứ Ba (điểm nội dung II: 5; {NOTHING_LEFT}).",
        "Tỉnh E, Tỉnh F cùng 2 điểm: Tỉnh E xếp thứ Năm (điểm nội dung II: 1); "
        "Tỉnh F xếp thứ Sáu (điểm nội dung II: 0).",
    ]
    assert told_of_ties(list(ROWS)) == []


def test_nobody_scored() -> None:
    rows: Rows = [(None, None), None]
    assert told(rows, awards=(FLAG,)) == ["Chưa có số liệu để dự kiến xếp hạng.", NO_FINDINGS]
    assert told_of_ties(rows) == []


def test_no_points_are_not_zero_points() -> None:
    rows: Rows = [(40, 40), (None, None), (None, None)]
    first, second, _ = told(rows)
    assert first.startswith("Dự kiến xếp thứ Nhất: Tỉnh A, 80 điểm. Chưa chắc chắn")
    assert second == f"Dự kiến xếp thứ Nhì: chưa phân định giữa Tỉnh B, Tỉnh C (đều chưa có điểm): {NOTHING_LEFT}."
    assert told_of_ties(rows) == [f"Tỉnh B, Tỉnh C đều chưa có điểm: Tỉnh B, Tỉnh C cùng xếp thứ Nhì ({NOTHING_LEFT})."]
    assert "cùng 0 điểm" in told([(0, 0), (0, 0)])[0]


def test_who_is_suspended_and_who_is_excluded() -> None:
    made = made_period(3, violations=(violation("u0"), violation("u1", "confirmed")))
    assert told(list(ROWS), SUSPENDS, EXCLUDES, made=made) == [
        "Dự kiến xếp thứ Nhất: Tỉnh C, 40 điểm. Chưa chắc chắn, còn phụ thuộc: kết quả xem xét đối với Tỉnh A.",
        "Chưa xét: Tỉnh A: có việc (Quy chế, Điều 4).",
        "Không xét: Tỉnh B: có việc (Quy chế, Điều 4).",
        "Vấn đề cần làm rõ: 2 (2 cần giải trình, bổ sung); xem “thidua verify”.",
    ]


def test_all_reasons_of_what_decides_are_told_and_no_other() -> None:
    field = Reference("v", "matter")
    condition = Condition("v", "violation", ())
    more = Rule("BX-09", "Quy tắc", (condition,), "exclude", "explain", (field,), "Quy chế, Điều 9")
    made = made_period(1, violations=(violation("u0", matter="việc một"), violation("u0", "confirmed", "việc hai")))
    *_, excluded, counted = told([(40, 40)], SUSPENDS, EXCLUDES, more, made=made)
    assert excluded == (
        "Không xét: Tỉnh A: có việc (Quy chế, Điều 4); việc một (Quy chế, Điều 9); việc hai (Quy chế, Điều 9)."
    )
    assert counted == "Vấn đề cần làm rõ: 4 (4 cần giải trình, bổ sung); xem “thidua verify”."


def test_nobody_who_may_be_considered() -> None:
    made = made_period(1, violations=(violation("u0"),))
    assert told([(40, 40)], SUSPENDS, made=made, awards=(FLAG,))[0] == (
        "Dự kiến đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: chưa xác định được đơn vị. "
        "Còn thiếu: chưa có đơn vị nào ở hạng này, hoặc hạng trước chưa phân định."
    )


DECIDED = "lý do: Hội nghị thống nhất; Biên bản số 1, ngày 10/03/2020."


def test_the_conference_concludes_other_than_the_points() -> None:
    made = made_period(3, conclusions=(concluded(1, "u1"), concluded(2, "u0")))
    assert told(list(ROWS), made=made, awards=(FLAG, MERIT)) == [
        f"Hội nghị kết luận xếp thứ Nhất: Tỉnh B (theo điểm: Tỉnh A); {DECIDED}",
        f"Hội nghị kết luận xếp thứ Nhì: Tỉnh A (theo điểm: Tỉnh B); {DECIDED}",
        f"Theo điểm xếp thứ Nhất: Tỉnh A, 80 điểm, hơn Tỉnh B 20 điểm. {NOTHING_OPEN}",
        f"Theo điểm xếp thứ Nhì: Tỉnh B, 60 điểm, hơn Tỉnh C 20 điểm. {NOTHING_OPEN}",
        "Dự kiến đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh B (theo kết luận của hội nghị).",
        "Dự kiến đề nghị tặng Bằng khen (giả định) cho đơn vị xếp thứ Nhì: Tỉnh A (theo kết luận của hội nghị).",
        NO_FINDINGS,
    ]


def test_once_adopted_nothing_is_expected_any_more() -> None:
    assert told(list(ROWS), made=made_period(3, stage="adopted"), awards=(FLAG,)) == [
        "Xếp thứ Nhất: Tỉnh A, 80 điểm, hơn Tỉnh B 20 điểm. Đã chắc chắn.",
        "Xếp thứ Nhì: Tỉnh B, 60 điểm, hơn Tỉnh C 20 điểm. Đã chắc chắn.",
        "Đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh A.",
        NO_FINDINGS,
    ]


@pytest.mark.parametrize(("stage", "expected"), [("verified", "Dự kiến xếp"), ("adopted", "Xếp")])
@pytest.mark.parametrize(
    ("chosen", "beside", "first", "second"),
    [
        ("u0", "", None, None),
        ("u1", " (theo điểm: Tỉnh A)", "Theo điểm xếp", "Theo điểm xếp"),
        ("u2", " (theo điểm: Tỉnh A)", "Theo điểm xếp", None),
    ],
)
def test_a_place_by_points_is_not_called_the_place_of_a_unit_where_the_conference_concluded_otherwise(
    stage: str, expected: str, chosen: str, beside: str, first: str | None, second: str | None
) -> None:
    name = {"u0": "Tỉnh A", "u1": "Tỉnh B", "u2": "Tỉnh C"}[chosen]
    certain = "Đã chắc chắn." if stage == "adopted" else NOTHING_OPEN
    made = made_period(3, stage=stage, conclusions=(concluded(1, chosen),))
    assert told(list(ROWS), made=made) == [
        f"Hội nghị kết luận xếp thứ Nhất: {name}{beside}; {DECIDED}",
        f"{first or expected} thứ Nhất: Tỉnh A, 80 điểm, hơn Tỉnh B 20 điểm. {certain}",
        f"{second or expected} thứ Nhì: Tỉnh B, 60 điểm, hơn Tỉnh C 20 điểm. {certain}",
        NO_FINDINGS,
    ]


@pytest.mark.parametrize(
    ("stage", "title"),
    [
        ("verified", "Dự kiến xếp hạng, đề nghị khen thưởng"),
        ("agreed", "Dự kiến xếp hạng, đề nghị khen thưởng"),
        ("adopted", "Xếp hạng, đề nghị khen thưởng"),
    ],
)
def test_the_heading(stage: str, title: str) -> None:
    assert standing_title(scored_cluster(list(ROWS), made_period(3, stage=stage))) == title


def test_a_tie_that_waits_for_the_conference_and_one_that_it_ended() -> None:
    rows: Rows = [(40, 40), (50, 30), (20, 20)]
    first, *_ = told(rows, steps=(CONFERENCE,))
    assert first == (
        "Dự kiến xếp thứ Nhất: chưa phân định giữa Tỉnh A, Tỉnh B (cùng 80 điểm): chờ ý kiến thống nhất của hội nghị."
    )
    agreed = "theo ý kiến thống nhất của hội nghị"
    assert told(rows, steps=(CONFERENCE,), made=made_period(3, conclusions=(concluded(2, "u0"),))) == [
        f"Hội nghị kết luận xếp thứ Nhì: Tỉnh A; {DECIDED}",
        f"Dự kiến xếp thứ Nhất: Tỉnh B, 80 điểm; {agreed}. {NOTHING_OPEN}",
        f"Dự kiến xếp thứ Nhì: Tỉnh A, 80 điểm, hơn Tỉnh C 40 điểm; {agreed}. {NOTHING_OPEN}",
        NO_FINDINGS,
    ]


def test_findings_are_counted_by_level_the_gravest_first() -> None:
    every = Condition("d", "unit", ())
    one = Condition("d", "unit", (Test("unit", "equals", "u0"),))
    rules = (rule("A", every, level="note"), rule("B", one, level="blocking"), rule("C", every, level="explain"))
    assert told([(40, 40), (30, 30)], *rules)[-1] == (
        "Vấn đề cần làm rõ: 5 (1 phải xử lý trước khi thống nhất điểm; 2 cần giải trình, bổ sung; 2 để biết); "
        "xem “thidua verify”."
    )


def test_without_rules_there_is_nothing_to_tell_but_ties() -> None:
    cluster, _ = judged([(40, 40), (50, 30)], rule_set())
    scored = as_scored(cluster, None)
    assert standing(scored, cluster) == []
    assert equal_totals(scored, cluster) == [
        "Tỉnh A, Tỉnh B cùng 80 điểm, dự kiến cùng xếp thứ Nhất; chưa phân định đơn vị xếp thứ Nhất."
    ]


def test_a_rule_that_is_not_in_force_concludes_nothing() -> None:
    dated = about_violations("BX-01", "under_review", action="suspend", effective_from=date(2025, 7, 1))
    made = made_period(1, violations=(violation("u0"),))
    assert told([(40, 40)], dated, made=made)[0].startswith("Dự kiến xếp thứ Nhất: Tỉnh A")
