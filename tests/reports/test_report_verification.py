"""The page of verification: whole, of one unit, without rules, and when it is clear."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from judged import (
    FIRST,
    SECOND,
    SUSPENDS,
    as_scored,
    ballot,
    concluded,
    made_period,
    rule,
    rule_set,
    scored_and_judged,
    violation,
)
from msgspec.structs import replace

from thidua.model.conference import Session
from thidua.model.period import Adjustment
from thidua.model.rules import AwardRule, Condition, Rule, RuleSet, Test
from thidua.ranking.judgement import Judgement
from thidua.reports.layout import WIDTH, width_of
from thidua.reports.verification import is_clear, verification
from thidua.scoring import ClusterResult
from thidua.vocabulary.facts import POINTS_SCALE

DOUBTS = rule(
    "SL-01",
    Condition("k", "criterion_result", (Test("points", "equals", 42 * POINTS_SCALE),)),
    action="points_not_agreed",
    level="blocking",
)
ASKS = rule("DT-01", Condition("k", "criterion_result", (Test("self_difference", "greater", 0),)), basis="Quy chế")
NOTES = rule("HS-09", Condition("d", "unit", (Test("unit", "equals", "u0"),)), level="note", basis="Quy chế")
WAITS = rule("NN-01", Condition("s", "session", ()), level="blocking", basis="Quy chế, Điều 1")
OWN = {"u0": (50, 30), "u1": (20, 30)}
SESSION = Session("preparatory", date(2020, 3, 5), None, 15, 14, None, None, None)


def made(*rules: Rule, caution: str | None = None, **changes: object) -> tuple[ClusterResult, Judgement]:
    period = made_period(3, **changes)
    found: RuleSet = replace(rule_set(*rules), caution=caution)
    return scored_and_judged([(42, 30), (30, 30), None], found, period, own=OWN)


def page(found: tuple[ClusterResult, Judgement], unit: str | None = None) -> str:
    return verification(as_scored(found[0], found[1]), found[0], unit)


def test_the_page_of_a_unit_word_for_word() -> None:
    found = made(DOUBTS, ASKS, NOTES, WAITS, caution="Quy tắc để kiểm thử.", sessions=(SESSION,))
    assert page(found, "u0") == (
        """\
MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH

BẢNG KÊ THẨM ĐỊNH: TỰ CHẤM, THẨM ĐỊNH, VẤN ĐỀ CẦN LÀM RÕ
Đợt chấm điểm: Đợt thử (dot, bản bbbbbbbb)
Thang điểm:    thu/1 (bản aaaaaaaa; tình trạng: giả định)
Quy tắc:       thu/1 (bản cccccccc; chạy bằng bộ suy luận tham chiếu)
Giai đoạn:     thẩm định
Thư mục gốc:   nha (theo --home)
Về quy tắc:    Quy tắc để kiểm thử.

TỈNH A: tự chấm 80,00; thẩm định 72,00 điểm
Tiêu chí           Tự chấm  Theo số   Thẩm  Chênh  Lý do
                               liệu   định   lệch
-----------------  -------  -------  -----  -----  --------------------------
I.1 Việc thứ nhất    50,00    42,00  42,00  −8,00  42 triệu đồng: 42 × 1 = 42
                                                   điểm

Vấn đề cần làm rõ:
  Phải xử lý trước khi thống nhất điểm:
  - SL-01: Tỉnh A: có việc (Quy chế, Điều 4)
  Cần giải trình, bổ sung:
  - DT-01: Tỉnh A: có việc (Quy chế)
  Để biết:
  - HS-09: Tỉnh A: có việc (Quy chế)

Đề nghị Tỉnh A bổ sung, giải trình 2 vấn đề nêu trên trước ngày 10/03/2020.

Còn 1 vấn đề phải xử lý trước khi thống nhất điểm.
"""
    )


def test_the_whole_page_word_for_word() -> None:
    found = made(
        SUSPENDS,
        ASKS,
        sessions=(SESSION,),
        ballots=(ballot("u0", 9),),
        conclusions=(concluded(1, "u1"),),
        violations=(violation("u1"),),
        reviewed_on=None,
    )
    assert page(found) == (
        """\
MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH

BẢNG KÊ THẨM ĐỊNH: TỰ CHẤM, THẨM ĐỊNH, VẤN ĐỀ CẦN LÀM RÕ
Đợt chấm điểm: Đợt thử (dot, bản bbbbbbbb)
Thang điểm:    thu/1 (bản aaaaaaaa; tình trạng: giả định)
Quy tắc:       thu/1 (bản cccccccc; chạy bằng bộ suy luận tham chiếu)
Giai đoạn:     thẩm định
Thư mục gốc:   nha (theo --home)

HỘI NGHỊ, BỎ PHIẾU
  - Phiên trù bị ngày 05/03/2020: có mặt 14 trên 15 người được triệu tập (93,33%)
  - Bỏ phiếu suy tôn đơn vị dẫn đầu, Tỉnh A, ngày 10/03/2020: đồng ý 9 trên tổng số 10 thành viên
    (90,00%); phát ra 10, thu về 10, hợp lệ 10
  - Hội nghị kết luận xếp thứ Nhất: Tỉnh B (theo điểm: Tỉnh A); lý do: Hội nghị thống nhất; Biên bản
    số 1, ngày 10/03/2020

TỈNH A: tự chấm 80,00; thẩm định 72,00 điểm
Tiêu chí           Tự chấm  Theo số   Thẩm  Chênh  Lý do
                               liệu   định   lệch
-----------------  -------  -------  -----  -----  --------------------------
I.1 Việc thứ nhất    50,00    42,00  42,00  −8,00  42 triệu đồng: 42 × 1 = 42
                                                   điểm

Vấn đề cần làm rõ:
  Cần giải trình, bổ sung:
  - DT-01: Tỉnh A: có việc (Quy chế)

Đề nghị Tỉnh A bổ sung, giải trình 1 vấn đề nêu trên.

TỈNH B: tự chấm 50,00; thẩm định 60,00 điểm; chưa xét
Tiêu chí           Tự chấm  Theo số   Thẩm   Chênh  Lý do
                               liệu   định    lệch
-----------------  -------  -------  -----  ------  --------------------------
I.1 Việc thứ nhất    20,00    30,00  30,00  +10,00  30 triệu đồng: 30 × 1 = 30
                                                    điểm

Vấn đề cần làm rõ:
  Cần giải trình, bổ sung:
  - BX-01: Tỉnh B: có việc (Quy chế, Điều 4)

TỈNH C: tự chấm –; thẩm định – điểm
Chưa có điểm tự chấm.

Không còn vấn đề phải xử lý trước khi thống nhất điểm.
"""
    )


def decided(criterion: str, stage: Any, points: int, reply: str | None = None) -> Adjustment:
    return Adjustment(
        unit="u0", criterion=criterion, stage=stage, old_points=None, new_points=Fraction(points),
        decided_by="Tổ thẩm định", decided_on=date(2020, 2, 20), reason="Tính lại theo hồ sơ", decided_in="Biên bản",
        unit_reply=reply,
    )  # fmt: skip


def explained(found: ClusterResult, unit: str, criterion: str, explanation: str) -> ClusterResult:
    """The cluster with what a unit explained of a criterion."""
    units = tuple(
        replace(
            each,
            criteria=tuple(
                replace(result, unit_explanation=explanation)
                if (each.member.id, result.criterion.id) == (unit, criterion)
                else result
                for result in each.criteria
            ),
        )
        for each in found.units
    )
    return replace(found, units=units)


def test_what_people_decided_beside_the_figures_and_what_the_unit_answers() -> None:
    decisions = (decided(FIRST, "verified", 40, "Đề nghị giữ 50 điểm"), decided(SECOND, "agreed", 28))
    cluster, judgement = made(adjustments=decisions)
    cluster = explained(cluster, "u0", SECOND, "Đã có văn bản bổ sung.\nXem trang 2.\n")
    cluster = explained(cluster, "u1", SECOND, "Không có gì thay đổi.")
    assert page((cluster, judgement)).split("\n\n", 2)[2] == (
        """\
TỈNH A: tự chấm 80,00; thẩm định 68,00 điểm
Tiêu chí           Tự chấm  Theo số   Thẩm   Chênh  Lý do
                               liệu   định    lệch
-----------------  -------  -------  -----  ------  -------------------
I.1 Việc thứ nhất    50,00    42,00  40,00  −10,00  Tính lại theo hồ sơ
II.1 Việc thứ hai    30,00    30,00  28,00   −2,00  Tính lại theo hồ sơ

Giải trình, ý kiến của đơn vị:
  - I.1 Việc thứ nhất, ý kiến khác về điểm thẩm định: Đề nghị giữ 50 điểm
  - II.1 Việc thứ hai: Đã có văn bản bổ sung.
    Xem trang 2.

TỈNH B: tự chấm 50,00; thẩm định 60,00 điểm
Tiêu chí           Tự chấm  Theo số   Thẩm   Chênh  Lý do
                               liệu   định    lệch
-----------------  -------  -------  -----  ------  --------------------------
I.1 Việc thứ nhất    20,00    30,00  30,00  +10,00  30 triệu đồng: 30 × 1 = 30
                                                    điểm

Giải trình, ý kiến của đơn vị:
  - II.1 Việc thứ hai: Không có gì thay đổi.

TỈNH C: tự chấm –; thẩm định – điểm
Chưa có điểm tự chấm.

Không còn vấn đề phải xử lý trước khi thống nhất điểm.
"""
    )


def test_a_decision_is_shown_though_the_points_are_those_of_the_unit() -> None:
    cluster, judgement = made(adjustments=(decided(FIRST, "agreed", 50),))
    assert "\nI.1 Việc thứ nhất    50,00    42,00  50,00   0,00  Tính lại theo hồ sơ\n" in page(
        (cluster, judgement), "u0"
    )


def test_without_rules_only_the_scores_are_compared() -> None:
    cluster, _ = made()
    scored = as_scored(cluster, None)
    text = verification(scored, cluster, "u0")
    assert (
        "Quy tắc:       chưa dùng bộ quy tắc nào; thêm mục “quy tắc” vào đợt chấm điểm để nêu vấn đề, xét\n"
        "               điều kiện\n"
    ) in text
    assert "I.1 Việc thứ nhất    50,00    42,00  42,00  −8,00  42 triệu đồng: 42 × 1 = 42\n" in text
    assert "Vấn đề cần làm rõ" not in text
    assert "thống nhất điểm." not in text
    assert is_clear(scored, cluster)


def test_what_concerns_the_whole_cluster_stands_once_and_on_no_page_of_a_unit() -> None:
    found = made(WAITS, sessions=(SESSION,))
    assert (
        "VẤN ĐỀ CHUNG CỦA CỤM:\n  Phải xử lý trước khi thống nhất điểm:\n"
        "  - NN-01: (không ghi): có việc (Quy chế, Điều 1)\n"
    ) in page(found)
    assert "NN-01" not in page(found, "u0")
    assert "HỘI NGHỊ" not in page(found, "u0")
    assert page(found).endswith("\nCòn 1 vấn đề phải xử lý trước khi thống nhất điểm.\n")
    assert page(found, "u0").endswith("\nKhông còn vấn đề phải xử lý trước khi thống nhất điểm.\n")


def test_points_that_do_not_differ_are_told_in_a_sentence() -> None:
    cluster, judgement = scored_and_judged([(42, 30)], rule_set(), own={"u0": (42, 30)})
    text = page((cluster, judgement))
    assert "TỈNH A: tự chấm 72,00; thẩm định 72,00 điểm\nĐiểm tự chấm không khác điểm thẩm định.\n" in text
    assert "Tiêu chí " not in text


def test_points_that_are_not_there_yet_differ_without_a_number() -> None:
    cluster, judgement = scored_and_judged([(None, 30)], rule_set(), own={"u0": (10, 30)})
    row = next(line for line in page((cluster, judgement)).splitlines() if line.startswith("I.1"))
    assert row.split()[:8] == ["I.1", "Việc", "thứ", "nhất", "10,00", "–", "–", "–"]


@pytest.mark.parametrize(
    ("rules", "unit", "clear"),
    [
        ((), None, True),
        ((ASKS, NOTES, SUSPENDS), None, True),
        ((DOUBTS,), None, False),
        ((DOUBTS,), "u0", False),
        ((DOUBTS,), "u1", True),
        ((WAITS,), None, False),
        ((WAITS,), "u0", True),
    ],
)
def test_only_what_blocks_keeps_it_from_being_clear(rules: tuple[Rule, ...], unit: str | None, clear: bool) -> None:
    cluster, judgement = made(*rules, sessions=(SESSION,))
    assert is_clear(as_scored(cluster, judgement), cluster, unit) is clear


def test_proposals_for_another_time_only_are_told() -> None:
    later = AwardRule(1, "Cờ thi đua", "Quy chế", effective_from=date(2025, 7, 1))
    cluster, judgement = scored_and_judged([(42, 30)], rule_set(awards=(later,)))
    text = " ".join(page((cluster, judgement)).split())
    assert "Về quy tắc: Không đề nghị khen thưởng nào của bộ quy tắc thu/1 có hiệu lực vào ngày xét 10/03/2020" in text


def test_an_adopted_result_that_was_not_saved_is_asked_for_only_when_adopted() -> None:
    assert "Kết quả đã thông qua chưa được lưu: chạy" in page(made(stage="adopted"))
    assert "chưa được lưu" not in page(made(stage="agreed"))


def test_an_adopted_result_that_cannot_be_compared_is_not_clear(tmp_path: Path) -> None:
    cluster, judgement = made(stage="adopted")
    scored = as_scored(cluster, judgement, adopted_file=tmp_path / "ket-qua.json")
    assert "Không so được với kết quả đã thông qua (ket-qua.json): không có tệp này.\n" in verification(scored, cluster)
    assert not is_clear(scored, cluster)
    assert not is_clear(scored, cluster, "u1")


def test_no_line_of_the_page_but_the_first_is_too_wide() -> None:
    found = made(DOUBTS, ASKS, NOTES, WAITS, caution="dài " * 60, sessions=(SESSION,), ballots=(ballot("u0", 9),))
    assert max(map(width_of, page(found).splitlines()[1:])) <= WIDTH
