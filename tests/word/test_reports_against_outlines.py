"""Reports held against an outline: headings however they were typed, and the award summary counted up."""

import random
from pathlib import Path

import pytest
from hostile_workbooks import written
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import docx, para, run, table

from thidua.building.award_summary import award_summary
from thidua.building.outline_matching import match_outline
from thidua.building.outline_words import comparable, without_label, words_of
from thidua.building.report_lines import Line, report_lines
from thidua.model.award_table import AWARD_GROUPS
from thidua.model.outline import AwardRow, Heading
from thidua.reading.word import WordDocument, read_word

OUTLINE = (
    Heading(1, "Phần thứ nhất", "Kết quả thực hiện giao ước thi đua năm 2019"),
    Heading(2, "I", "Khái quát tình hình kinh tế, xã hội năm 2019"),
    Heading(2, "II", "Kết quả thực hiện nhiệm vụ chính trị"),
    Heading(3, "1", "Kết quả thực hiện các chỉ tiêu phát triển kinh tế"),
    Heading(4, None, "Tốc độ tăng trưởng kinh tế"),
    Heading(4, None, "Cơ cấu kinh tế"),
    Heading(3, "2", "Công tác an ninh - quốc phòng"),
    Heading(2, "V", "Đánh giá chung"),
    Heading(3, "1", "Ưu điểm"),
    Heading(3, "2", "Hạn chế"),
    Heading(1, "Phần thứ ba", "Kiến nghị, đề xuất"),
)
REPORT = (
    "PHẦN THỨ NHẤT",
    "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA NĂM 2019",
    "I. KHÁI QUÁT TÌNH HÌNH KINH TẾ, XÃ HỘI NĂM 2019",
    "Kinh tế phát triển.",
    "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CHÍNH TRỊ",
    "1. Kết quả thực hiện các chỉ tiêu phát triển kinh tế:",
    "- Tốc độ tăng trưởng kinh tế: 8,2%.",
    "- Cơ cấu kinh tế. Công nghiệp 46%.",
    "2. Công tác an ninh - quốc phòng",
    "Giữ vững.",
    "V. ĐÁNH GIÁ CHUNG",
    "1. Ưu điểm",
    "Nhiều.",
    "2. Hạn chế",
    "Còn.",
    "Phần thứ ba: Kiến nghị, đề xuất",
    "Không.",
    "Nơi nhận:",
    "- Lưu: VT.",
)


def document(tmp_path: Path, body: str) -> WordDocument:
    found = read_word(written(tmp_path, docx(body), "a.docx"), "a.docx").document
    assert found is not None
    return found


def states(tmp_path: Path, *lines: str) -> dict[str, str]:
    """What differs from found."""
    body = "".join(each if each.startswith("<") else para(each) for each in lines)
    found = match_outline(OUTLINE, report_lines(document(tmp_path, body)))
    return {each.heading.name: each.state for each in found if each.state != "found"}


def changed(old: str, *new: str) -> list[str]:
    at = REPORT.index(old)
    return [*REPORT[:at], *new, *REPORT[at + 1 :]]


def test_a_report_that_follows_the_outline(tmp_path: Path) -> None:
    assert states(tmp_path, *REPORT) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("V. ĐÁNH GIÁ CHUNG", ["V.Đánh giá chung:"]),
        ("V. ĐÁNH GIÁ CHUNG", ["V - Đánh giá  chung"]),
        ("V. ĐÁNH GIÁ CHUNG", ["V/ đánh giá chung"]),
        ("V. ĐÁNH GIÁ CHUNG", ["V. ĐÁNH", "GIÁ CHUNG"]),
        ("V. ĐÁNH GIÁ CHUNG", [para(run("ĐÁNH GIÁ CHUNG", "<w:b/>"))]),
        ("V. ĐÁNH GIÁ CHUNG", [para("Đánh giá chung", properties='<w:numPr><w:numId w:val="2"/></w:numPr>')]),
        ("V. ĐÁNH GIÁ CHUNG", [para("V. Đa\u0301nh gia\u0301 chung")]),
        ("2. Công tác an ninh - quốc phòng", ["II.2. Công tác an ninh, quốc phòng"]),
        ("2. Công tác an ninh - quốc phòng", ["2) CÔNG TÁC AN NINH – QUỐC PHÒNG"]),
        ("2. Công tác an ninh - quốc phòng", ["2. Công tác an ninh và quốc phòng"]),
        ("2. Công tác an ninh - quốc phòng", ["3. Công tác an ninh - quốc phòng"]),
        ("- Tốc độ tăng trưởng kinh tế: 8,2%.", ["+ Tốc độ tăng trưởng kinh tế (GRDP) đạt 8,2%."]),
        ("- Tốc độ tăng trưởng kinh tế: 8,2%.", ["* Tốc độ tăng trưởng kinh tế", "Đạt 8,2%."]),
        ("PHẦN THỨ NHẤT", ["Phần I"]),
        ("PHẦN THỨ NHẤT", ["PHẦN 1."]),
    ],
)
def test_other_ways_to_type_the_same(old: str, new: list[str], tmp_path: Path) -> None:
    assert states(tmp_path, *changed(old, *new)) == {}


def test_a_heading_that_is_left_out_or_only_spoken_of(tmp_path: Path) -> None:
    name = "Công tác an ninh - quốc phòng"
    assert states(tmp_path, *changed(f"2. {name}")) == {name: "missing"}
    assert states(tmp_path, *changed(f"2. {name}", "Về an ninh, quốc phòng thì giữ vững.")) == {name: "missing"}


def test_a_heading_with_nothing_below_it(tmp_path: Path) -> None:
    assert states(tmp_path, *changed("Nhiều.")) == {"Ưu điểm": "empty"}
    assert states(tmp_path, *changed("Nhiều.", "……", " ")) == {"Ưu điểm": "empty"}
    assert states(tmp_path, *changed("Không.")) == {"Kiến nghị, đề xuất": "empty"}
    assert states(tmp_path, *changed("Nhiều.", table([["a"]]))) == {}
    assert states(tmp_path, *changed("Nhiều.", table([[""]]))) == {"Ưu điểm": "empty"}


def test_headings_that_changed_places(tmp_path: Path) -> None:
    lines = list(REPORT)
    first, second = lines.index("1. Ưu điểm"), lines.index("2. Hạn chế")
    lines[first : first + 2], lines[second : second + 2] = REPORT[second : second + 2], REPORT[first : first + 2]
    assert list(states(tmp_path, *lines).values()) == ["out_of_order"]


def test_what_moved_with_its_heading_is_told_once(tmp_path: Path) -> None:
    at, until = REPORT.index("V. ĐÁNH GIÁ CHUNG"), REPORT.index("Phần thứ ba: Kiến nghị, đề xuất")
    section = REPORT[at:until]
    lines = [*REPORT[:2], *section, *REPORT[2:at], *REPORT[until:]]
    assert states(tmp_path, *lines) == {"Đánh giá chung": "out_of_order"}


def test_what_lies_below_a_missing_heading_says_so(tmp_path: Path) -> None:
    lines = [each for each in REPORT if each not in ("V. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Hạn chế")]
    found = match_outline(OUTLINE, report_lines(document(tmp_path, "".join(map(para, lines)))))
    assert [(each.heading.name, each.above_missing) for each in found if each.state == "missing"] == [
        ("Đánh giá chung", False),
        ("Ưu điểm", True),
        ("Hạn chế", True),
    ]


def test_a_table_of_contents_is_not_the_report(tmp_path: Path) -> None:
    contents = para("V. ĐÁNH GIÁ CHUNG 7", properties='<w:pStyle w:val="TOC1"/>')
    assert states(tmp_path, contents, *REPORT) == {}
    assert "Đánh giá chung" in states(tmp_path, contents, *changed("V. ĐÁNH GIÁ CHUNG"))


def test_an_empty_report_has_nothing() -> None:
    assert {each.state for each in match_outline(OUTLINE, ())} == {"missing"}


def test_whole_numbers_are_shown() -> None:
    shown = [each.shown for each in match_outline(OUTLINE, ())]
    assert shown[0] == "Phần thứ nhất Kết quả thực hiện giao ước thi đua năm 2019"
    assert shown[4] == "II.1, Tốc độ tăng trưởng kinh tế"
    assert shown[9] == "V.2 Hạn chế"


@given(st.lists(st.sampled_from(REPORT), max_size=25))
@settings(max_examples=60, deadline=None)
def test_more_paragraphs_never_make_more_headings_missing(lines: list[str]) -> None:
    def missing(texts: list[str]) -> int:
        found = match_outline(OUTLINE, [_line(each) for each in texts])
        return sum(each.state == "missing" for each in found)

    assert missing([*lines, "Thêm một đoạn không phải đề mục nào."]) == missing(lines)
    assert missing(lines) >= missing(list(REPORT)) == missing([*REPORT, *lines])


def _line(text: str) -> Line:
    found = without_label(text)
    return Line(found.number, words_of(found.rest) or ("x",), bool(found.number) or found.has_bullet)


def test_a_long_report_is_matched_quickly(tmp_path: Path) -> None:
    chosen = random.Random(1)
    words = [
        "kết",
        "quả",
        "thực",
        "hiện",
        "công",
        "tác",
        "kinh",
        "tế",
        "xã",
        "hội",
        "năm",
        "thi",
        "đua",
        "khen",
        "thưởng",
        "an",
        "ninh",
    ]
    noise = [f"- {' '.join(chosen.choices(words, k=12))}" for _ in range(1500)]
    assert states(tmp_path, *REPORT[:4], *noise, *REPORT[4:]) == {}


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("II.1. Kết quả", "ii 1", "Kết quả"),
        ("a) Giáo dục", "a", "Giáo dục"),
        ("- đ) Chính sách", "d", "Chính sách"),
        ("Phần thứ hai. Phương hướng", "phan 2", "Phương hướng"),
        ("8.700 tỷ đồng", "", "8.700 tỷ đồng"),
        ("Việt Nam", "", "Việt Nam"),
    ],
)
def test_labels(text: str, number: str, rest: str) -> None:
    found = without_label(text)
    assert (comparable(found.number), found.rest) == (comparable(number), rest)


HEAD = ["STT", "Danh hiệu, hình thức khen thưởng", "Tổng số", "Tập thể", "Cá nhân", "Ghi chú"]
SHOWN = {
    "Cờ thi đua của Chính phủ": "Cờ thi đua Chính phủ",
    "Chiến sĩ thi đua toàn quốc": "Chiến sỹ thi đua toàn quốc",
    "Bằng khen của UBND tỉnh": "Bằng khen UBND tỉnh",
}
NAMES = [row.name for group in AWARD_GROUPS for row in group.rows]


def awards(tmp_path: Path, **cells: tuple[str, str, str]) -> dict[str, AwardRow]:
    """The table with these rows, all others blank; ``tong`` is the last row."""
    ids = {row.name: row.id.replace("-", "_") for group in AWARD_GROUPS for row in group.rows}
    rows = [["", SHOWN.get(name, name), *cells.get(ids[name], ("", "", "")), ""] for name in NAMES]
    total = cells.get("tong", ("", "", ""))
    found = award_summary(document(tmp_path, table([HEAD, *rows, ["", "Cộng", *total, ""]])))
    assert found is not None
    return {each.id or each.name: each for each in found}


def test_sums_that_agree(tmp_path: Path) -> None:
    given_ = {"bang_khen_tinh": ("1.420", "395", "1025"), "co_thi_dua_tinh": ("42", "42", "-")}
    found = awards(tmp_path, **given_, tong=("1.462", "437", "1.025"))
    assert {each.state for each in found.values()} == {"agrees"}
    assert found["bang-khen-tinh"].counted == 1420
    assert found["Cộng (tổng số)"].counted == 1462


def test_sums_that_differ_and_rows_for_others(tmp_path: Path) -> None:
    found = awards(
        tmp_path,
        bang_khen_tinh=("31", "10", "20"),
        ba_me_viet_nam_anh_hung=("1", "1", ""),
        tap_the_lao_dong_xuat_sac=("5", "", "5"),
        chien_si_thi_dua_toan_quoc=("", "", "2"),
        tong=("37", "11", "26"),
    )
    assert [each.name for each in found.values() if each.state == "differs"] == [
        "Chiến sĩ thi đua toàn quốc",
        "Bằng khen của UBND tỉnh",
        "Cộng (tổng số)",
        "Cộng (cá nhân)",
    ]
    assert [each.name for each in found.values() if each.wrong_column] == [
        "Bà mẹ Việt Nam anh hùng",
        "Tập thể Lao động xuất sắc",
    ]
    assert found["Cộng (tổng số)"].counted == 38


def test_what_is_no_count_or_not_there(tmp_path: Path) -> None:
    assert awards(tmp_path, bang_khen_tinh=("12 tập thể", "12", ""))["bang-khen-tinh"].state == "unreadable"
    found = award_summary(document(tmp_path, table([HEAD, ["1", "Anh hùng Lao động", "1", "1", "", ""]])))
    assert found is not None
    assert sum(each.state == "missing" for each in found) == len(NAMES) - 1 + 1
    assert award_summary(document(tmp_path, table([["a", "b"]]))) is None
