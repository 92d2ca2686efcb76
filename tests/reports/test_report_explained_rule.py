"""The page of a rule: what it asks, its clause, the facts by which it found something."""

from datetime import date

import pytest
from judged import as_scored, judged, made_period, rule, rule_set, violation

from thidua.model.rules import Condition, Rule, Test
from thidua.reports.explained_finding import explained_rule

EVERY = Condition("d", "unit", ())
TOLD = rule("HS-09", EVERY, level="note", note="Để kiểm thử.")
DATED = rule("BX-04", EVERY, effective_from=date(2025, 7, 1))


def page(made: Rule, unit: str | None = None, **changes: object) -> str:
    cluster, judgement = judged([(42, 30), (30, 20)], rule_set(made), made_period(2, **changes))
    return explained_rule(as_scored(cluster, judgement), cluster, judgement, made, unit)


HEAD = """\
MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH

GIẢI TRÌNH QUY TẮC: HS-09 Quy tắc HS-09
Đợt chấm điểm: Đợt thử (dot, bản bbbbbbbb)
Thang điểm:    thu/1 (bản aaaaaaaa; tình trạng: giả định)
Quy tắc:       thu/1 (bản cccccccc; chạy bằng bộ suy luận tham chiếu)
Giai đoạn:     thẩm định
Thư mục gốc:   nha (theo --home)
Căn cứ:        Quy chế, Điều 4
Kết luận:      nêu vấn đề; mức độ: để biết
Ghi chú:       Để kiểm thử.
"""


def facts(number: int, name: str, total: int) -> str:
    return f"""
{number}. {name}: có việc
   Dữ kiện d: đơn vị
     đơn vị:                           {name}
     trạng thái:                       đã chấm
     tổng điểm:                        {total}
     số tiêu chí còn chờ:              0
     là cụm trưởng:                    không
     là cụm phó:                       không
"""


def test_a_rule_with_findings_word_for_word() -> None:
    assert page(TOLD) == HEAD + facts(1, "Tỉnh A", 72) + facts(2, "Tỉnh B", 50)


def test_the_findings_about_a_unit_alone() -> None:
    assert page(TOLD, "u1") == HEAD + facts(1, "Tỉnh B", 50)


def test_all_facts_that_met_the_conditions_are_shown_by_their_names() -> None:
    both = rule(
        "TH-01",
        Condition("a", "violation", ()),
        Condition("b", "unit", (Test("unit_state", "equals", "scored"),)),
    )
    text = page(both, violations=(violation("u0", matter="Thanh tra đất đai"),))
    assert "   Dữ kiện a: vi phạm\n     đơn vị:                           Tỉnh A\n" in text
    assert "     nội dung:                         Thanh tra đất đai\n" in text
    assert "   Dữ kiện b: đơn vị\n" in text


def test_a_rule_that_found_nothing() -> None:
    silent = rule("XX-01", Condition("v", "violation", ()))
    assert page(silent).endswith("\n\nQuy tắc này không nêu vấn đề nào.\n")
    assert page(silent, "u0", violations=(violation("u1"),)).endswith("\n\nQuy tắc này không nêu vấn đề nào.\n")


@pytest.mark.parametrize(
    ("day", "told", "because"),
    [
        (date(2025, 6, 30), "30/06/2025", "Quy tắc này không có hiệu lực vào ngày xét nên không được áp dụng."),
        (date(2020, 3, 10), "10/03/2020", "Quy tắc này không có hiệu lực vào ngày xét nên không được áp dụng."),
        (
            None,
            "chưa ghi",
            "Đợt chấm điểm chưa ghi ngày xét nên quy tắc có thời gian hiệu lực không được áp dụng.",
        ),
    ],
)
def test_a_rule_out_of_force_says_so_with_the_days(day: date | None, told: str, because: str) -> None:
    text = page(DATED, reviewed_on=day)
    assert f"Hiệu lực:      từ 01/07/2025; ngày xét: {told}\n" in text
    assert text.endswith(f"\n\n{because}\n")


def test_a_rule_on_its_first_day_is_in_force() -> None:
    assert "\n1. Tỉnh A: có việc\n" in page(DATED, reviewed_on=date(2025, 7, 1))


def test_both_days_of_a_rule_are_told() -> None:
    made = rule("XX-01", EVERY, effective_from=date(2020, 1, 1), effective_to=date(2020, 12, 31))
    assert "Hiệu lực:      từ 01/01/2020 đến hết 31/12/2020; ngày xét: 10/03/2020\n" in page(made)
    ended = rule("XX-01", EVERY, effective_to=date(2020, 12, 31))
    assert "Hiệu lực:      đến hết 31/12/2020; ngày xét: 10/03/2020\n" in page(ended)
