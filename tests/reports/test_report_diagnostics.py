"""Diagnostics in three formats, the pages of the catalogue, the glossary."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.diagnostics import CATALOGUE, Diagnostic, Entry, Place, Severity, diagnose
from thidua.reports.catalogue_page import AREAS, find_entry, list_page, nearest_code, page
from thidua.reports.diagnostics_report import counted, github_report, json_list, text_report
from thidua.reports.glossary import glossary, nearest_term
from thidua.vocabulary import GROUPS, LISTS

ERROR = diagnose(191, Place("a/b.yaml", 3, 5), name="tinh-a", suggestion="Có phải là “tinh-b”?")
WARNING = diagnose(415, Place("dot.yaml"), unit="Tỉnh D", folder="ho-so")


def nasty(text: str) -> Diagnostic:
    return diagnose(191, Place(f"thư mục/{text}.yaml", 1, 2), name=text, suggestion=text)


def test_text_shows_place_code_message_hint_and_the_count() -> None:
    assert text_report([ERROR, WARNING], 4) == (
        "a/b.yaml:3:5: lỗi TD-191: Không có tệp, thư mục hay mã “tinh-a”.\n"
        "    Gợi ý: Có phải là “tinh-b”?\n"
        "dot.yaml:1:1: cảnh báo TD-415: Chưa có hồ sơ của Tỉnh D: mọi tiêu chí lấy từ hồ sơ đều là “chưa báo cáo”.\n"
        "    Gợi ý: Đặt hồ sơ vào thư mục ho-so, hoặc đôn đốc đơn vị gửi.\n"
        "1 lỗi, 1 cảnh báo trong 4 tệp\n"
    )


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([], "Đã kiểm tra 4 tệp: không có lỗi"),
        ([WARNING, WARNING], "0 lỗi, 2 cảnh báo trong 4 tệp"),
        ([ERROR], "1 lỗi, 0 cảnh báo trong 4 tệp"),
    ],
)
def test_the_last_line_counts(found: list[Diagnostic], line: str) -> None:
    assert counted(found, 4) == line


def test_json_lists_all_that_a_program_needs() -> None:
    assert json.loads(json_list([ERROR])) == [
        {
            "path": "a/b.yaml", "line": 3, "column": 5, "severity": "error", "code": "TD-191",
            "message": ERROR.message, "hint": ERROR.hint,
        }
    ]  # fmt: skip
    assert json_list([]) == "[]\n"


def test_github_annotates_file_and_line() -> None:
    assert github_report([ERROR, WARNING]).splitlines() == [
        "::error file=a/b.yaml,line=3,col=5,title=TD-191::Không có tệp, thư mục hay mã “tinh-a”."
        "%0AGợi ý: Có phải là “tinh-b”?",
        "::warning file=dot.yaml,line=1,col=1,title=TD-415::Chưa có hồ sơ của Tỉnh D: mọi tiêu chí lấy từ hồ sơ đều là "
        "“chưa báo cáo”.%0AGợi ý: Đặt hồ sơ vào thư mục ho-so, hoặc đôn đốc đơn vị gửi.",
    ]


def test_where_was_checked_stands_on_the_last_line() -> None:
    assert text_report([], 4, "Thư mục gốc: bản kèm theo chương trình (a)") == (
        "Đã kiểm tra 4 tệp: không có lỗi. Thư mục gốc: bản kèm theo chương trình (a)\n"
    )


@given(st.text(st.sampled_from("ab%:,\r\n;=\u2028đ")))
def test_github_lines_can_be_read_back(text: str) -> None:
    line = github_report([nasty(text)])
    assert line.count("\n") == 1
    assert "\r" not in line
    found = re.fullmatch(r"::error file=([^,:]*),line=1,col=2,title=TD-191::(.*)\n", line, re.DOTALL)
    assert found
    decoded = [
        each.replace("%0A", "\n").replace("%0D", "\r").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        for each in (found[1], found[2])
    ]
    assert decoded[0] == f"thư mục/{text}.yaml"
    assert decoded[1].startswith(nasty(text).message)


# The catalogue


@pytest.mark.parametrize("written", ["TD-110", "td-110", "TD110", "td 110", "110", " TD-110 ", "Td-110"])
def test_a_code_is_found_however_it_is_typed(written: str) -> None:
    found = find_entry(written)
    assert found
    assert found.name == "TD-110"


@pytest.mark.parametrize("written", ["", "TD", "TD-", "TD-1100", "abc", "110a", "-1-10", "TD-999"])
def test_what_is_no_code_is_not_found(written: str) -> None:
    assert find_entry(written) is None


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("097", "TD-100"), ("TD-096", None), ("207", "TD-204"), ("254", "TD-204"), ("294", "TD-290"), ("104", "TD-100"),
        ("135", None), ("TD-999", None), ("abc", None),
    ],
)  # fmt: skip
def test_only_a_near_code_is_proposed(monkeypatch: pytest.MonkeyPatch, written: str, near: str | None) -> None:
    few = {code: Entry(code, Severity.ERROR, "T", "m", "h", "w", "e") for code in (100, 204, 290)}
    monkeypatch.setattr("thidua.reports.catalogue_page.CATALOGUE", few)
    assert nearest_code(written) == near


@given(st.integers(0, 999))
def test_a_proposed_code_is_beside_or_one_digit_away(number: int) -> None:
    near = nearest_code(f"{number:03}")
    if near is None:
        assert not {number - 1, number + 1} & set(CATALOGUE)
    else:
        code = near.removeprefix("TD-")
        same_digits = [one == other for one, other in zip(code, f"{number:03}", strict=True)]
        assert abs(int(code) - number) <= 3 or (same_digits[0] and sum(same_digits) >= 2)


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.name)
def test_every_page_is_complete(entry: Entry) -> None:
    text = page(entry)
    assert text.startswith(f"{entry.name}: {entry.title}\n")
    labels = ("Mức độ: ", "\nThông báo:\n    ", "\nVì sao:\n    ", "\nVí dụ:\n    ", "\nCách sửa:\n    ")
    assert [label for label in labels if label not in text] == []
    assert not re.search(r"[{}]\w|……", text.split("\nVí dụ:")[0])
    assert text.endswith("\n")


def test_a_remedy_that_is_only_a_value_is_not_shown_empty() -> None:
    assert "gợi ý tùy từng trường hợp" in page(CATALOGUE[401])


def test_an_example_keeps_the_shape_of_its_file() -> None:
    entry = Entry(999, Severity.ERROR, "T", "m", "h", "w", "nội dung:\n        - mã: a\n          tên: b")
    assert "    nội dung:\n      - mã: a\n        tên: b\n" in page(entry)
    beside = Entry(999, Severity.ERROR, "T", "m", "h", "w", "số: 77/TB\n        ngày: 20/12/2019")
    assert "    số: 77/TB\n    ngày: 20/12/2019\n" in page(beside)


def test_the_list_names_every_code_once_under_its_area() -> None:
    lines = list_page().splitlines()
    assert re.findall(r"^  (TD-\d{3})  ", list_page(), re.MULTILINE) == [entry.name for entry in CATALOGUE.values()]
    assert "2xx. Thang điểm" in lines
    assert {code // 100 for code in CATALOGUE} <= set(AREAS)


# The glossary


def test_the_whole_glossary_holds_every_word_and_fits_the_page() -> None:
    text = glossary()
    words = [term.identifier for terms in (*GROUPS.values(), *LISTS.values()) for term in terms]
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []
    assert max(map(len, text.splitlines())) <= 100
    assert [group for group in GROUPS if not re.search(rf"^{group}(: “.*”)?\n", text, re.MULTILINE)] == []
    assert "Các từ dùng cho “trạng thái của đơn vị”" in text


def test_keys_of_methods_stand_with_their_method_and_required_ones_are_marked() -> None:
    tables = {match[1]: match[2] for match in re.finditer(r"cách chấm: “(.*)”\n\n((?:.+\n)*)", glossary())}
    assert list(tables) == [term.vietnamese for term in LISTS["method"]]
    ratio, bands = tables["theo tỷ lệ hoàn thành"], tables["theo mức đạt"]
    assert "cứ thiếu 1% thì trừ (bắt buộc)  " in ratio
    assert "cứ vượt 1% thì thưởng  " in ratio
    assert "không quá" not in ratio
    assert re.findall(r"^(.*?)  ", bands, re.MULTILINE)[2:8] == [
        "xét theo (bắt buộc)", "các mức (bắt buộc)", "", "- từ", "- trên", "- đến",
    ]  # fmt: skip
    assert "- điểm (bắt buộc)" in bands


def test_a_search_for_a_method_shows_its_keys() -> None:
    text = glossary("theo mức đạt")
    assert "- điểm (bắt buộc)" in text
    assert "cách chấm: “theo thứ hạng”" not in text


@pytest.mark.parametrize("searched", ["Điểm thưởng", "ĐIỂM  THƯỞNG", "diem thuong", "điểm_thưởng"])
def test_a_search_does_not_mind_how_a_word_is_typed(searched: str) -> None:
    assert "bonus_cap" in glossary(searched)
    assert "không áp dụng" not in glossary(searched)


def test_a_search_looks_in_meanings_spellings_and_identifiers() -> None:
    assert "evidence" in glossary("minh chứng")
    assert "rounding" in glossary("nửa lên")
    assert "cách chấm" in glossary("METHOD")


def test_marks_that_are_typed_must_be_right() -> None:
    assert glossary("diểm thưởng") == ""
    assert nearest_term("diểm thưởng") == "điểm thưởng"


def test_nothing_found_and_nothing_near() -> None:
    assert glossary("zzzzzz") == ""
    assert nearest_term("zzzzzz") is None
