"""What the reports must say whatever the words: the JSON contract, CSV for Excel, notices, order, what is awaited."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small_cluster import HOME, cluster, scored, unit

from thidua import __version__
from thidua.model.period import Member
from thidua.reports.awaited import MOST_SHOWN, Awaited, awaited, shown_and_rest, without_documents
from thidua.reports.csv_report import HEADINGS, csv_report, harmless
from thidua.reports.decimals import places_of
from thidua.reports.json_report import as_json, json_report
from thidua.reports.layout import width_of
from thidua.reports.markdown import markdown_report
from thidua.reports.markdown_text import escape
from thidua.reports.notices import first_line, notices
from thidua.reports.summary import grid, legend, ties
from thidua.reports.table import table_report
from thidua.scoring import ClusterResult, UnitResult

F = Fraction


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)


def with_units(*units: UnitResult) -> ClusterResult:
    base = cluster()
    return replace(base, units=units, period=replace(base.period, members=tuple(each.member for each in units)))


def renamed(result: UnitResult, name: str) -> UnitResult:
    return replace(result, member=replace(result.member, name=name))


# Notices


@pytest.mark.parametrize(
    ("state", "assumed_data", "expected"),
    [
        ("assumed", True, ("MỨC ĐIỂM GIẢ ĐỊNH", "SỐ LIỆU GIẢ ĐỊNH")),
        ("assumed", False, ("MỨC ĐIỂM GIẢ ĐỊNH",)),
        ("draft", False, ("THANG ĐIỂM DỰ THẢO",)),
        ("consultation", True, ("THANG ĐIỂM ĐANG LẤY Ý KIẾN", "SỐ LIỆU GIẢ ĐỊNH")),
        ("issued", False, ()),
        ("expired", False, ()),
    ],
)
def test_notices_say_what_is_assumed(state: Any, assumed_data: bool, expected: tuple[str, ...]) -> None:
    base = cluster()
    scale = replace(base.scale, state=state, caution=None)
    found = replace(base, scale=scale, period=replace(base.period, assumed_data=assumed_data, caution=None))
    assert notices(found) == expected


def test_the_same_caution_is_said_once_and_on_one_line() -> None:
    base = cluster()
    caution = "Dòng một\ndòng hai."
    found = replace(base, scale=replace(base.scale, caution=caution), period=replace(base.period, caution=caution))
    assert notices(found)[2:] == ("Dòng một dòng hai.",)
    assert "\n" not in first_line(found)


@pytest.mark.parametrize("report", [table_report, markdown_report])
def test_every_notice_stands_on_the_first_line(report: Any) -> None:
    top = report(scored(), cluster()).splitlines()[0]
    assert [notice for notice in notices(cluster()) if notice not in top] == []
    assert len(notices(cluster())) == 4


def test_without_notices_a_page_starts_with_its_title() -> None:
    base = cluster()
    quiet = replace(
        base,
        scale=replace(base.scale, state="issued", caution=None),
        period=replace(base.period, assumed_data=False, caution=None),
    )
    assert table_report(scored(), quiet).startswith("BẢNG TỔNG HỢP")
    assert markdown_report(scored(), quiet).startswith("# BẢNG TỔNG HỢP")


# JSON

KEYS = {
    "": "program notices period scale rules units findings places awards content_hash",
    "unit": "id name total provisional least most raw_total rank state eligibility place place_reason class "
    "sections criteria",
    "section": "id number points standard weight",
    "criterion": "id number name section status points least most standard ceiling self verified agreed explanation "
    "basis supplier figures evidence unit_reply unit_explanation",
    "evidence": "required supplied documents missing",
    "document": "type name number dated issuer file file_state",
}
FIGURES = {each.id: [figure.id for figure in each.figures] for each in cluster().scale.criteria}
MAY_BE_NULL = {
    "rules", "total", "rank", "eligibility", "place", "class", "points", "self", "verified", "agreed", "unit_reply",
    "unit_explanation",
    *("target", "actual", "last_year", "achieved", "given_points", "count"),  # figures that nobody has reported
    *("number", "dated", "issuer", "file", "file_state"),  # what a document does not say of itself
}  # fmt: skip


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    found = json.loads(json_report(scored(), cluster()))
    assert list(found) == KEYS[""].split()
    assert found["program"] == {"version": __version__}
    for each in found["units"]:
        assert list(each) == KEYS["unit"].split()
        assert {tuple(section) for section in each["sections"]} == {tuple(KEYS["section"].split())}
        assert {tuple(criterion) for criterion in each["criteria"]} == {tuple(KEYS["criterion"].split())}
        assert {tuple(criterion["evidence"]) for criterion in each["criteria"]} == {tuple(KEYS["evidence"].split())}
        assert {criterion["id"]: list(criterion["figures"]) for criterion in each["criteria"]} == FIGURES
    documents = [
        tuple(item) for each in found["units"] for row in each["criteria"] for item in row["evidence"]["documents"]
    ]
    assert set(documents) == {tuple(KEYS["document"].split())}
    assert {each: [figure["id"] for figure in told] for each, told in found["scale"]["figures"].items()} == FIGURES


def nulls(value: Any, name: str = "") -> set[str]:
    if isinstance(value, dict):
        return {found for key, each in value.items() for found in nulls(each, key)}
    if isinstance(value, list):
        return {found for each in value for found in nulls(each, name)}
    return {name} if value is None else set()


def test_json_has_null_only_where_the_contract_allows_it() -> None:
    found = json.loads(json_report(scored(), cluster()))
    assert nulls(found) <= MAY_BE_NULL
    assert "points" not in {name for each in found["units"] for section in each["sections"] for name in nulls(section)}
    for each in found["units"]:
        assert (each["total"] is None) == (each["state"] == "unscorable")
        assert (each["rank"] is None) == (each["state"] in ("unscorable", "missing_dossier"))


def test_json_units_stand_in_the_order_of_the_members_and_totals_add_up() -> None:
    found = json.loads(json_report(scored(), cluster()))
    assert [each["id"] for each in found["units"]] == [member.id for member in cluster().period.members]
    for each in found["units"]:
        if each["state"] == "unscorable":
            continue  # what outside sources say of it stands by its criteria, but there is no total
        points = sum((Decimal(criterion["points"] or 0) for criterion in each["criteria"]), Decimal(0))
        assert points == sum((Decimal(section["points"]) for section in each["sections"]), Decimal(0))
        assert each["total"] is None or each["raw_total"] == str(points)


def test_json_of_a_unit_that_cannot_be_scored() -> None:
    found = as_json(scored(), cluster())["units"][4]
    assert (found["state"], found["total"], found["raw_total"], found["least"], found["most"]) == (
        "unscorable", None, "0.00", "15.00", "102.00",
    )  # fmt: skip
    assert [section["points"] for section in found["sections"]] == ["0.00"] * 3


def test_json_is_readable_text_with_a_line_break_at_the_end() -> None:
    text = json_report(scored(), cluster())
    assert text.endswith("}\n")
    assert "\\u" not in text


@given(value=st.fractions(max_denominator=1), hundredths=st.integers(-(10**9), 10**9), rounding=st.integers(0, 6))
def test_no_decimal_is_lost(value: Fraction, hundredths: int, rounding: int) -> None:
    exact = value + F(hundredths, 10**4)
    places = places_of(exact, rounding)
    assert places >= rounding
    assert (exact * 10**places).denominator == 1


def test_documents_of_a_target_that_was_not_given_are_not_asked_for() -> None:
    def counted(unit: int, criterion: str) -> tuple[int, int, int, list[str]]:
        rows = as_json(scored(), cluster())["units"][unit]["criteria"]
        found = next(each["evidence"] for each in rows if each["id"] == criterion)
        return found["required"], found["supplied"], len(found["documents"]), found["missing"]

    assert counted(2, "von-fdi") == (1, 1, 1, [])
    assert counted(2, "thu-ngan-sach") == (2, 2, 2, [])
    report = "Báo cáo thu ngân sách năm 2019 có xác nhận của Kho bạc Nhà nước"
    assert counted(0, "thu-ngan-sach") == (2, 1, 1, [report])


# CSV


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_csv_is_what_vietnamese_excel_reads() -> None:
    text = csv_report(cluster())
    assert text.encode().startswith(b"\xef\xbb\xbf\xc4\x90")
    assert text.count("\r\n") == text.count("\n") == 1 + 5 * 7
    rows = rows_of(text)
    assert rows[0] == list(HEADINGS)
    assert {len(row) for row in rows} == {len(HEADINGS)}


def test_csv_holds_decimal_commas_and_empty_cells_where_there_are_no_points() -> None:
    rows = {(row[1], row[3]): dict(zip(HEADINGS, row, strict=True)) for row in rows_of(csv_report(cluster()))[1:]}
    row = rows["tinh-a", "thu-ngan-sach"]
    assert (row["Điểm"], row["Cao nhất"], row["Tự chấm"], row["Tổng điểm"]) == ("", "22,00", "20,00", "71,00")
    assert (row["Tổng thấp nhất"], row["Tổng cao nhất"], row["Tổng là tạm tính"]) == ("61,00", "98,00", "có")
    assert rows["tinh-a", "van-ban-chi-dao"]["Tự chấm"] == "4,50"
    assert rows["tinh-e", "von-fdi"]["Trạng thái"] == "chưa chấm được"
    assert rows["tinh-e", "an-toan-giao-thong"]["Trạng thái"] == "đã chấm"
    assert rows["tinh-e", "von-fdi"]["Xếp hạng"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+84", "-x", "@SUM(A1)", "  =1", "\t=1", "\n=1", "＝1", "\x01=1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Tỉnh A", "I.1", "40 − 2 = 38", "", "a=1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(name=st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1))
def test_no_cell_of_a_hostile_name_runs_and_none_moves(name: str) -> None:
    rows = rows_of(csv_report(with_units(renamed(unit("tinh-a"), name))))
    assert {len(row) for row in rows} == {len(HEADINGS)}
    assert {row[0] for row in rows[1:]} == {harmless(name)}
    assert not rows[1][0].strip().startswith(("=", "+", "-", "@"))


def test_a_settled_total_is_called_so() -> None:
    settled = replace(unit("tinh-a"), provisional=False, least=F(71), most=F(71))
    row = dict(zip(HEADINGS, rows_of(csv_report(with_units(settled)))[1], strict=True))
    names = ("Tổng điểm", "Tổng thấp nhất", "Tổng cao nhất", "Tổng là tạm tính")
    assert [row[name] for name in names] == ["71,00", "71,00", "71,00", "không"]


def test_negative_points_stay_numbers() -> None:
    result = replace(unit("tinh-a").criteria[1], points=F(-1, 2), least=F(-1, 2))
    low = replace(unit("tinh-a"), criteria=(result,), total=F(-1, 2))
    row = dict(zip(HEADINGS, rows_of(csv_report(with_units(low)))[1], strict=True))
    assert (row["Điểm"], row["Thấp nhất"], row["Tổng điểm"]) == ("-0,50", "-0,50", "-0,50")


# The summary


def test_the_table_goes_by_rank_and_units_without_one_come_last() -> None:
    assert [row[0] for row in grid(cluster()).rows] == ["1", "1", "3", "–", "–"]
    backwards = with_units(*reversed(cluster().units))
    assert [row[1] for row in grid(backwards).rows] == ["Tỉnh B", "Tỉnh A", "Tỉnh C", "Tỉnh E", "Tỉnh D"]


def test_nothing_provisional_needs_no_range_no_mark_and_no_legend() -> None:
    criteria = tuple(replace(each, status="scored") for each in unit("tinh-a").criteria)
    settled = replace(unit("tinh-a"), provisional=False, criteria=criteria, self_total=None, rank=1)
    found = with_units(settled)
    assert grid(found).headings == (
        "Xếp hạng",
        "Đơn vị",
        "Nội dung I",
        "Nội dung II",
        "Nội dung III",
        "Tổng điểm",
        "Ghi chú",
    )
    assert legend(found) == []
    assert "*" not in table_report(scored(), found)
    assert "CÒN CHỜ" not in table_report(scored(), found)


def test_few_criteria_have_columns_of_their_own() -> None:
    base = cluster()
    section = replace(base.scale.sections[0], criteria=base.scale.sections[0].criteria[:2])
    few = replace(base, scale=replace(base.scale, sections=(section,)))
    assert grid(few).headings[2:4] == ("I.1 Tổng thu ngân sách trên địa bàn tỉnh", "I.2 Tốc độ tăng trưởng kinh tế")
    assert "Tổng thu" in table_report(scored(), few)


def test_more_decimals_than_two_are_shown_where_the_scale_rounds_so() -> None:
    base = cluster()
    assert "36,000" in table_report(scored(), replace(base, scale=replace(base.scale, rounding=3)))
    assert "36,00 " in table_report(scored(), replace(base, scale=replace(base.scale, rounding=0)))


def test_no_points_are_shown_as_a_dash_and_zero_as_zero() -> None:
    rows = {row[1]: row for row in grid(cluster()).rows}
    assert rows["Tỉnh D"][2:5] == ("–", "15,00", "–")
    assert rows["Tỉnh C"][3] == "0,00"


def test_a_tie_names_the_others_and_says_that_the_first_place_is_open() -> None:
    assert ties(cluster()) == [
        "Tỉnh A, Tỉnh B cùng 71 điểm, dự kiến cùng xếp thứ Nhất; chưa phân định đơn vị xếp thứ Nhất."
    ]
    lower = [replace(each, rank=2) for each in cluster().units[:2]]
    assert ties(with_units(*lower)) == ["Tỉnh A, Tỉnh B cùng 71 điểm, dự kiến cùng xếp thứ Nhì."]


def test_a_long_tie_is_counted_in_the_remarks() -> None:
    units = [replace(unit("tinh-a"), member=Member(f"u{index}", f"Đơn vị {index}")) for index in range(6)]
    assert grid(with_units(*units)).rows[0][-1] == "còn chờ 2 tiêu chí; đồng hạng với 5 đơn vị khác"


def test_expected_results_are_called_so_until_they_are_adopted() -> None:
    base = cluster()
    stages: list[tuple[Any, int]] = [("self", 3), ("verified", 3), ("agreed", 3), ("adopted", 0)]
    for stage, wording in stages:
        found = replace(base, period=replace(base.period, stage=stage))
        assert table_report(scored(), found).lower().count("dự kiến") == wording


def test_what_an_outside_source_owes_is_said_once_for_all_units() -> None:
    found = awaited(cluster())
    assert [each.from_whom for each in found] == [
        "Tỉnh A", "Tỉnh B", "Tỉnh D", "Tỉnh E", "Ban Thi đua - Khen thưởng Trung ương",
    ]  # fmt: skip
    assert found[-1].what == "điểm đã chấm của cả 5 đơn vị"
    criteria = unit("tinh-b").criteria
    served = replace(unit("tinh-b"), criteria=(*criteria[:5], replace(criteria[5], status="scored"), criteria[6]))
    some = awaited(with_units(unit("tinh-a"), served, unit("tinh-c")))
    assert some[-1].what == "điểm đã chấm của Tỉnh A, Tỉnh C"


# What costs points, what does not apply, what hangs on others


def with_status(unit_id: str, number: str, **changes: Any) -> UnitResult:
    model = unit(unit_id)
    criteria = tuple(replace(each, **changes) if each.criterion.number == number else each for each in model.criteria)
    return replace(model, criteria=criteria)


def remarks(cluster: ClusterResult) -> dict[str, str]:
    return {row[1]: row[-1] for row in grid(cluster).rows}


def test_a_zero_for_missing_documents_is_remarked_and_listed() -> None:
    missing = cluster().scale.criteria[2].evidence
    zero = with_status("tinh-a", "I.3", status="no_evidence", points=F(0), missing_evidence=missing)
    found = with_units(zero, unit("tinh-c"))
    assert remarks(found) == {
        "Tỉnh A": "còn chờ 2 tiêu chí; I.3: 0 điểm do thiếu tài liệu",
        "Tỉnh C": "còn chờ 1 tiêu chí; không áp dụng II.2; tổng đã quy đổi",
    }
    told = "Tỉnh A: I.3 Thu hút vốn đầu tư trực tiếp từ nước ngoài: thiếu “Giao ước thi đua năm 2019”; “Báo cáo của Sở"
    assert [str(each) for each in without_documents(found)] == [f"{told} Kế hoạch và Đầu tư”"]
    page = table_report(scored(), found)
    assert f"\n\nKHÔNG TÍNH ĐIỂM DO THIẾU TÀI LIỆU\n  1. {told[:90]}" in page
    assert f"\n\n## Không tính điểm do thiếu tài liệu\n\n1. {told}" in markdown_report(scored(), found)


def test_many_numbers_are_counted_in_the_remarks() -> None:
    none = tuple(replace(each, status="not_applicable", points=None) for each in unit("tinh-c").criteria)
    found = with_units(replace(unit("tinh-c"), criteria=none), unit("tinh-b"))
    assert remarks(found)["Tỉnh C"] == "không áp dụng 7 tiêu chí; tổng đã quy đổi"


def depending_cluster() -> ClusterResult:
    """Tỉnh B owes nothing, but its points in I.3 depend on those that Tỉnh A has not reported yet."""
    owing = with_status("tinh-a", "I.3", status="not_reported", points=None)
    settled = tuple(replace(each, status="scored", least=F(1), most=F(1)) for each in unit("tinh-b").criteria)
    model = replace(unit("tinh-b"), criteria=settled)
    changes: dict[str, Any] = {"least": F(0), "most": F(20)}
    criteria = tuple(replace(each, **changes) if each.criterion.number == "I.3" else each for each in model.criteria)
    return with_units(owing, replace(model, criteria=criteria))


def test_a_unit_that_only_depends_on_others_says_so() -> None:
    found = depending_cluster()
    assert remarks(found)["Tỉnh B"] == "phụ thuộc đơn vị khác: I.3; đồng hạng với Tỉnh A"
    assert "phụ thuộc" not in remarks(found)["Tỉnh A"]
    told = "Tỉnh B: I.3 Thu hút vốn đầu tư trực tiếp từ nước ngoài: phụ thuộc đơn vị khác: chờ kết quả của Tỉnh A"
    assert str(awaited(found)[-1]) == told
    assert "phụ thuộc" not in str(awaited(cluster()))


def test_a_dossier_that_may_come_no_more_is_not_awaited() -> None:
    closed = tuple(replace(each, status="not_reported", points=F(0)) for each in unit("tinh-d").criteria)
    assert awaited(with_units(replace(unit("tinh-d"), criteria=closed))) == []


# Nothing to rank


def without_points(result: UnitResult) -> UnitResult:
    return replace(result, criteria=tuple(replace(each, points=None) for each in result.criteria), total=F(0), rank=1)


def test_without_any_points_there_is_no_ranking() -> None:
    found = with_units(without_points(unit("tinh-a")), without_points(unit("tinh-b")))
    assert ties(found) == ["Chưa có số liệu để dự kiến xếp hạng."]
    assert [row[0] for row in grid(found).rows] == ["–", "–"]
    assert "đồng hạng" not in str(grid(found))
    assert "\nChưa có số liệu để dự kiến xếp hạng.\n" in table_report(scored(), found)


def test_units_without_points_below_others_are_not_said_to_have_zero() -> None:
    last = [replace(without_points(unit(name)), rank=2) for name in ("tinh-b", "tinh-c")]
    assert ties(with_units(replace(unit("tinh-a"), rank=1), *last)) == [
        "Tỉnh B, Tỉnh C đều chưa có điểm, dự kiến cùng xếp thứ Nhì."
    ]


# The window


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_on_a_terminal_every_line_fits_its_window(columns: int) -> None:
    page = table_report(scored(), cluster(), columns)
    assert max(map(width_of, page.splitlines())) <= columns
    assert " ".join(page.split()).startswith(first_line(cluster()))


def test_a_wider_window_gives_longer_lines() -> None:
    wide, narrow = (table_report(scored(), cluster(), columns) for columns in (140, 80))
    assert len(wide.splitlines()) < len(narrow.splitlines())


def test_the_page_does_not_depend_on_the_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages = [table_report(scored(), cluster()), markdown_report(scored(), cluster())]
    monkeypatch.chdir(tmp_path)
    assert [table_report(scored(), cluster()), markdown_report(scored(), cluster())] == pages
    assert "Thư mục gốc:   cum-nho (theo --home)\n" in pages[0]


def test_home_of_a_checkout_is_told_without_its_name() -> None:
    found = replace(scored(), home=replace(scored().home, origin="bản kèm theo chương trình"))
    assert "Thư mục gốc:   bản kèm theo chương trình\n" in table_report(found, cluster())


@pytest.mark.parametrize(("entries", "more"), [(20, ""), (23, "… và 3 nội dung khác; xem “thidua explain”.")])
def test_a_long_list_of_what_is_awaited_is_cut(entries: int, more: str) -> None:
    sentences, rest = shown_and_rest([Awaited("Tỉnh A", f"I.{index}", "báo cáo") for index in range(entries)])
    assert (len(sentences), rest) == (MOST_SHOWN, more)


# Markdown


@given(name=st.text(min_size=1))
def test_no_name_breaks_a_markdown_table(name: str) -> None:
    page = markdown_report(scored(), with_units(renamed(unit("tinh-a"), f"x{name}")))
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert len(rows) == 3
    assert {line.replace("\\\\", "").replace("\\|", "").count("|") for line in rows} == {
        len(grid(cluster()).headings) + 1
    }


def test_markdown_shows_special_characters_as_they_are() -> None:
    assert escape("a|b *c* _d_ <e> `f` [g] \\ h\ni") == r"a\|b \*c\* \_d\_ \<e\> \`f\` \[g\] \\ h i"
