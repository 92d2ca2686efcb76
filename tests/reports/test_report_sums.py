"""A row of the table can be added up again: weights stand in the headings, caps and conversions below the table."""

from fractions import Fraction

import pytest
from models import criterion, dossier, exemption, period, scale
from msgspec.structs import replace
from small_cluster import scored

from thidua.model.scale import Scale
from thidua.model.terms import BonusPenaltyTerms, Item
from thidua.reports.json_report import as_json
from thidua.reports.markdown import markdown_report
from thidua.reports.summary import grid, legend, sums_explained
from thidua.reports.table import table_report
from thidua.scoring import ClusterResult, score_cluster

F = Fraction


def two_sections(weight: str = "1", criteria: int = 4, **changes: object) -> Scale:
    """Each criterion gives a point a piece, up to 10 and 5 more; the second half is another section."""
    names = "abcd"[:criteria]
    terms = BonusPenaltyTerms(F(0), (Item("len", "Lên", F(1)),), (), floor=F(0))
    made = tuple(criterion("bonus_penalty", terms, 10, 5, id=each, number=each) for each in names)
    base, half = scale(*made, **changes), criteria // 2
    first = replace(base.sections[0], standard_points=F(10 * half), criteria=made[:half], weight=F(weight))
    second = replace(first, id="hai", number="II", criteria=made[half:], weight=F(1))
    total = first.standard_points * first.weight + second.standard_points
    return replace(base, sections=(first, second), total_points=total)


def found(by: Scale, counts: tuple[int, ...], exempt: str | None = None) -> ClusterResult:
    rows = {each.id: {"len": count} for each, count in zip(by.criteria, counts, strict=True)}
    left_out = (exemption("u0", exempt),) if exempt else ()
    return score_cluster(by, period(1, not_applicable=left_out), {"u0": dossier("u0", rows)})


@pytest.mark.parametrize(("weight", "shown"), [("2", "2"), ("0.5", "0,5")])
def test_a_weight_stands_in_the_heading_and_in_json(weight: str, shown: str) -> None:
    cluster = found(two_sections(weight), (10, 10, 10, 10))
    assert grid(cluster).headings[2:4] == (f"Nội dung I (×\N{NO-BREAK SPACE}{shown})", "Nội dung II")
    assert [each["weight"] for each in as_json(scored(), cluster)["units"][0]["sections"]] == [weight, "1"]
    assert len(legend(cluster)) == 1
    assert sums_explained(cluster) == []


def test_columns_of_criteria_have_the_weight_of_their_section() -> None:
    cluster = found(two_sections("2", criteria=2), (10, 10))
    assert grid(cluster).headings[2:4] == ("a Tiêu chí (×\N{NO-BREAK SPACE}2)", "b Tiêu chí")


def test_a_converted_total_is_told_below_the_table() -> None:
    cluster = found(two_sections(not_applicable_mode="convert"), (10, 0, 9, 9), exempt="b")
    told = (
        "Tỉnh A0: 10 + 18 = 28 điểm; quy đổi theo điểm chuẩn của các tiêu chí áp dụng: 28 × 40 ÷ 30 ≈ 37,3333, "
        "làm tròn 37,33 điểm"
    )
    assert sums_explained(cluster) == [told]
    assert grid(cluster).rows[0][-1] == "không áp dụng b; tổng đã quy đổi"
    for page in (table_report(scored(), cluster), markdown_report(scored(), cluster)):
        assert told in " ".join(page.split())


def test_a_cap_of_the_whole_table_is_told_below_it() -> None:
    cluster = found(two_sections(total_bonus_cap=F(4)), (13, 10, 12, 10))
    assert sums_explained(cluster) == ["Tỉnh A0: 23 + 22 = 45 điểm; tổng điểm thưởng 5 chỉ tính 4; được 44 điểm"]
    assert grid(cluster).rows[0][-1] == "tổng tính theo mức trần"


def test_where_columns_are_criteria_the_caps_of_their_sections_are_told_too() -> None:
    by = two_sections(criteria=2)
    capped = replace(by, sections=(replace(by.sections[0], bonus_cap=F(1)), by.sections[1]))
    assert sums_explained(found(capped, (13, 10))) == [
        "Tỉnh A0: nội dung I: 13 điểm; điểm thưởng 3 chỉ tính 1 theo mức trần; được 11 điểm; 11 + 10 = 21 điểm"
    ]


def test_a_section_with_a_cap_of_its_own_adds_up_as_it_is_shown() -> None:
    by = two_sections()
    capped = replace(by, sections=(replace(by.sections[0], bonus_cap=F(1)), by.sections[1]))
    cluster = found(capped, (13, 10, 10, 10))
    assert grid(cluster).rows[0][2:4] == ("21,00", "20,00")
    assert sums_explained(cluster) == []
