"""Text in columns: wrapping loses nothing and keeps to the width, also for decomposed letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reports.layout import hanging, room_left, table, width_of, wrap

TEXTS = st.text(st.sampled_from("ab đủ ệ\n"), max_size=60)


@given(TEXTS, st.integers(1, 30))
def test_wrapped_lines_fit_and_keep_every_letter(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert max(map(width_of, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS)
def test_words_stay_whole_where_they_fit(text: str) -> None:
    assert [word for line in wrap(text, 60) for word in line.split()] == text.split()


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


def test_line_breaks_of_the_text_stay() -> None:
    assert wrap("một\nhai ba", 6) == ["một", "hai ba"]


def test_a_hanging_text_stands_under_its_beginning() -> None:
    assert hanging("một hai ba bốn năm sáu bảy tám", "Nhãn: ", 6, 30) == [
        "Nhãn: một hai ba bốn năm sáu",
        "      bảy tám",
    ]


def test_numbers_stand_on_the_right_and_headings_take_no_more_room_than_their_text() -> None:
    assert table(["Tên", "Tổng\nđiểm"], [["Tỉnh A", "9,50"], ["B", "10,00"]], right=[1]).splitlines() == [
        "Tên      Tổng",
        "         điểm",
        "------  -----",
        "Tỉnh A   9,50",
        "B       10,00",
    ]


def test_numbers_in_texts_stay_as_they_were_written() -> None:
    assert table(["Số"], [["010"], ["9.50"], ["1e3"]]).splitlines()[2:] == ["010", "9.50", "1e3"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_letters_are_as_wide_as_they_look(form: str) -> None:
    name = unicodedata.normalize(form, "Thừa Thiên Huế")  # type: ignore[arg-type]
    assert width_of(name) == 14
    lines = table(["Tên", "Điểm"], [[name, "1"], ["Đồng Nai", "2"]]).splitlines()
    assert width_of(lines[2].split("1")[0]) == width_of(lines[3].split("2")[0])


def test_a_table_without_rows_is_its_heading() -> None:
    assert table(["Tên", "Điểm"], [], right=[1]).splitlines() == ["Tên  Điểm", "---  ----"]


def test_room_left_may_be_negative() -> None:
    assert room_left([["ab", "a"], ["abc"]], 10) == 10 - 4 - 5
    assert room_left([["x" * 20]], 10) < 0
