"""Every number of the explanations, worked out again as a person with a calculator would."""

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small_cluster import HOME, cluster, scored, unit

from thidua.model.figure_words import figure_value
from thidua.numerals.writing import format_number, round_half_up
from thidua.reports.explanation import explanation
from thidua.reports.summary import grid
from thidua.reports.sums import total_sum
from thidua.reports.wording import ordinal, written_sum
from thidua.scoring import SectionResult, UnitResult

F = Fraction
NUMBER = r"−?\d[\d.]*(?:,\d+)?%?"
CALCULATION = re.compile(rf"((?:\({NUMBER} [−+] {NUMBER}\)|{NUMBER})(?: [−+×÷] {NUMBER})+) ([=≈]) ({NUMBER})")
UNITS = ["tinh-a", "tinh-b", "tinh-c", "tinh-d"]


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)


def page(unit_id: str) -> str:
    return " ".join(explanation(scored(), cluster(), unit(unit_id)).split())


def by_calculator(written: str) -> Fraction:
    """The value of a calculation as it stands in a text; numbers become exact fractions."""

    def exact(match: re.Match[str]) -> str:
        text = match[0].removesuffix("%").replace(".", "").replace(",", ".").replace("−", "-")
        value = F(text) / (100 if match[0].endswith("%") else 1)
        return f"F({value.numerator},{value.denominator})"

    spoken = re.sub(rf"(?<![\d,.]){NUMBER}", exact, written)
    found = eval(spoken.replace("×", "*").replace("÷", "/").replace("−", "-"), {"F": F})
    assert isinstance(found, Fraction)
    return found


@pytest.mark.parametrize("unit_id", UNITS[:3])
def test_every_calculation_is_right(unit_id: str) -> None:
    found = CALCULATION.findall(page(unit_id))
    assert found
    assert [
        (left, sign, right)
        for left, sign, right in found
        if sign == "=" and by_calculator(left) != by_calculator(right)
    ] == []


def test_a_wrong_calculation_would_be_seen() -> None:
    assert by_calculator("20 − 2,75 × 0,5") == by_calculator("18,625")
    assert by_calculator("(312,5 − 250) ÷ 250") == by_calculator("25%")
    assert by_calculator("1.000 + 1") != by_calculator("2")


@pytest.mark.parametrize("unit_id", UNITS)
def test_the_sums_of_the_page_are_the_numbers_of_the_table(unit_id: str) -> None:
    text, rows = page(unit_id), {row[1]: row for row in grid(cluster()).rows}
    row = rows[unit(unit_id).member.name]
    total = re.search(r"Tổng điểm: ([^()]*)", text)
    assert total
    last = re.findall(rf"({NUMBER}) điểm", total[1])[-1]
    assert format_number(by_calculator(last), 2) == row[6].removeprefix("*")
    lines = explanation(scored(), cluster(), unit(unit_id)).splitlines()
    sums = [found[1] for line in lines if (found := re.match(rf"    Điểm: (?! )(?:.* = )?({NUMBER}) điểm", line))]
    assert [format_number(by_calculator(points), 2) for points in sums] == [each for each in row[2:5] if each != "–"]


@pytest.mark.parametrize("unit_id", UNITS)
def test_the_points_of_every_criterion_follow_from_its_last_number(unit_id: str) -> None:
    for result in unit(unit_id).criteria:
        if result.status in ("scored", "provisional"):
            last = re.findall(rf"({NUMBER}) điểm", result.explanation)[-1]
            assert round_half_up(by_calculator(last), F(1, 100)) == result.points


def test_what_counts_inside_a_section_is_said() -> None:
    base = cluster()
    scale = replace(base.scale, bonus_inside_section=True, sections=base.scale.sections[:1])
    model = unit("tinh-c")
    capped = replace(model.sections[0], section=scale.sections[0], points=F(50), bonus=F(3), bonus_counted=F(0))
    capped_unit = replace(
        model, sections=(capped,), criteria=model.criteria[:3], total=F(50), raw_total=F(50), provisional=False
    )
    text = explanation(scored(), replace(base, scale=scale, units=(capped_unit,)), capped_unit)
    said = "21 + 12 + 20 = 53 điểm; điểm thưởng 3 chỉ tính 0 theo mức trần; được 50 điểm"
    assert f"Tổng điểm: {said}" in " ".join(text.split())


def with_sections(*sections: SectionResult, **changes: Any) -> UnitResult:
    """A unit of which only the sums matter: every section has points."""
    model = unit("tinh-c")
    raw = sum(((each.points or F(0)) * each.section.weight for each in sections), F(0))
    fields: dict[str, Any] = {"sections": sections, "raw_total": raw, "total": raw}
    return replace(model, **{**fields, **changes})


def section(number: int, points: int, weight: int = 1, bonus: int = 0, penalty: int = 0) -> SectionResult:
    base = unit("tinh-b").sections[number]
    own = replace(base.section, weight=F(weight))
    return replace(base, section=own, points=F(points), bonus_counted=F(bonus), penalty_counted=F(penalty))


@pytest.mark.parametrize(
    ("points", "written"),
    [
        (((0, 50, 1), (1, -1, 2)), "50 − 1 × 2 = 48 điểm"),
        (((0, -1, 2), (1, 50, 1)), "−1 × 2 + 50 = 48 điểm"),
        (((0, -3, 2), (1, -1, 1)), "−3 × 2 − 1 = −7 điểm"),
        (((0, 50, 1), (1, -1, 1)), "50 − 1 = 49 điểm"),
        (((0, 50, 3), (1, 7, 2)), "50 × 3 + 7 × 2 = 164 điểm"),
    ],
)
def test_a_weighted_sum_is_written_with_its_signs(points: tuple[tuple[int, int, int], ...], written: str) -> None:
    found = with_sections(*(section(*each) for each in points))
    assert total_sum(found, cluster().scale) == written
    left, _, right = written.removesuffix(" điểm").rpartition(" = ")
    assert by_calculator(left) == by_calculator(right)


@pytest.mark.parametrize(
    ("bonus_cap", "penalty_cap", "raw", "told"),
    [
        (12, None, 57, "tổng điểm thưởng 15 chỉ tính 12; được 57 điểm"),
        (None, 10, 62, "tổng điểm trừ 12 chỉ tính 10; được 62 điểm"),
        (12, 10, 59, "tổng điểm thưởng 15 chỉ tính 12; tổng điểm trừ 12 chỉ tính 10; được 59 điểm"),
        # The two caps outweigh each other: both are told all the same.
        (13, 10, 60, "tổng điểm thưởng 15 chỉ tính 13; tổng điểm trừ 12 chỉ tính 10; được 60 điểm"),
        (15, 12, 60, ""),
        (None, None, 60, ""),
    ],
)
def test_caps_of_the_whole_table_say_what_they_count(
    bonus_cap: int | None, penalty_cap: int | None, raw: int, told: str
) -> None:
    sections = (section(0, 50, bonus=5, penalty=12), section(1, 5, weight=2, bonus=5))
    found = with_sections(*sections, raw_total=F(raw), total=F(raw))
    caps = [None if cap is None else F(cap) for cap in (bonus_cap, penalty_cap)]
    scale = replace(cluster().scale, total_bonus_cap=caps[0], total_penalty_cap=caps[1])
    assert total_sum(found, scale) == "; ".join(part for part in ("50 + 5 × 2 = 60 điểm", told) if part)


def test_points_that_hang_on_the_others_show_their_figures() -> None:
    text = page("tinh-b")
    assert "mức vượt kế hoạch cao nhất trong Cụm = 25% (Tỉnh A)" in text
    assert "Tỉnh A – kế hoạch: 250 triệu USD; thực hiện: 312,5 triệu USD" in text


def test_one_criterion_can_be_asked_for() -> None:
    text = explanation(scored(), cluster(), unit("tinh-b"), "tang-truong")
    assert "I.2 Tốc độ tăng trưởng kinh tế" in text
    assert "Tổng điểm:" in text
    assert "thu-ngan-sach" not in text
    assert "NỘI DUNG II." not in text


def test_a_rank_says_among_how_many() -> None:
    assert "xếp thứ Ba trong 3 đơn vị được xếp hạng (dự kiến)" in page("tinh-c")
    base = cluster()
    all_ranked = replace(base, units=base.units[:3], period=replace(base.period, stage="adopted"))
    text = explanation(scored(), all_ranked, unit("tinh-c"))
    assert "xếp thứ Ba trong 3 đơn vị\n" in text


def test_places_up_to_ten_are_words() -> None:
    spoken = "thứ Nhất, thứ Nhì, thứ Ba, thứ Tư, thứ Năm, thứ Sáu, thứ Bảy, thứ Tám, thứ Chín, thứ Mười, thứ 11, thứ 63"
    assert [ordinal(rank) for rank in (*range(1, 12), 63)] == spoken.split(", ")


def test_a_place_is_not_told_before_anything_has_points() -> None:
    empty = replace(unit("tinh-d"), criteria=tuple(replace(each, points=None) for each in unit("tinh-d").criteria))
    text = explanation(scored(), replace(cluster(), units=(empty,)), empty)
    assert "Xếp hạng:      chưa xếp hạng: chưa có số liệu để dự kiến xếp hạng\n" in text


def test_a_document_whose_file_is_not_there_is_marked() -> None:
    first, *others = unit("tinh-a").criteria
    lost = replace(first.evidence[0], file="tai-lieu/nq.pdf", file_state="missing")
    kept = replace(lost, file="tai-lieu/co.pdf", file_state="found")
    model = replace(unit("tinh-a"), criteria=(replace(first, evidence=(lost, kept)), *others))
    text = " ".join(explanation(scored(), cluster(), model, first.criterion.id).split())
    assert "(không thấy tệp “tai-lieu/nq.pdf”)" in text
    assert "co.pdf" not in text


@given(st.lists(st.integers(-(10**6), 10**6).map(lambda hundredths: F(hundredths, 100)), max_size=6))
def test_a_written_sum_gives_what_it_says(parts: list[Fraction]) -> None:
    left, _, right = written_sum(parts).rpartition(" = ")
    assert by_calculator(right) == sum(parts, F(0))
    if len(parts) > 1:
        assert by_calculator(left) == sum(parts, F(0))


def test_figures_are_written_as_officials_write_them() -> None:
    figures = {each.id: each.figures for each in cluster().scale.criteria}
    assert figure_value(figures["thu-ngan-sach"][0], F(3890000)) == "3.890.000 triệu đồng"
    assert figure_value(figures["tang-truong"][0], F("8.5")) == "8,5%"
    assert figure_value(figures["dan-chu-o-co-so"][0], F(0)) == "không"
    assert figure_value(figures["van-ban-chi-dao"][0], F("4.5")).startswith("4,5")
