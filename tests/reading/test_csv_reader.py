"""Tables: rows with places, whatever else the file holds."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.diagnostics import Place
from thidua.reading import read_csv


def said(text: str, delimiter: str | None = None) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in read_csv(text, "a.csv", delimiter).diagnostics]


def test_rows_with_places() -> None:
    reading = read_csv('đơn vị; giá trị\ntinh-a ;97,5\n\n;;\n"Tỉnh; B";"#N/A"\n', "a.csv")
    assert reading.diagnostics == ()
    assert reading.header.texts == ["đơn vị", "giá trị"]
    assert [(row.texts, row.line) for row in reading.rows] == [(["tinh-a", "97,5"], 2), (["Tỉnh; B", "#N/A"], 5)]
    assert reading.rows[0].position(0) == (2, 1)
    assert reading.rows[0].position(1) == (2, 9)
    assert reading.rows[1].place(1, "a.csv") == Place("a.csv", 5, 11)


def test_a_cell_over_several_lines_and_the_places_after_it() -> None:
    reading = read_csv('a;b;c\n"một ""hai""\nba";x;y\n1;2;3\n', "a.csv")
    assert [row.texts for row in reading.rows] == [['một "hai"\nba', "x", "y"], ["1", "2", "3"]]
    assert reading.rows[0].position(1) == (3, 5)
    assert reading.rows[0].position(2) == (3, 7)
    assert reading.rows[1].position(2) == (4, 5)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2\n", None),
        ("a,b\n1.5,2\n", None),
        ("a\tb\n1,5\t2\n", None),
        ("a,b\n1.5,2\n", ","),
        ("a\tb\n1;5\t2\n", "\t"),
    ],
)
def test_delimiters(text: str, delimiter: str | None) -> None:
    reading = read_csv(text, "a.csv", delimiter)
    assert reading.diagnostics == ()
    assert reading.header.texts == ["a", "b"]
    assert reading.rows[0].texts[1] == "2"


def test_a_declared_delimiter_wins() -> None:
    assert read_csv("a,b;c\n1,5;2\n", "a.csv", ";").rows[0].texts == ["1,5", "2"]
    assert read_csv("a;b,c\n1;5,2\n", "a.csv", ",").rows[0].texts == ["1;5", "2"]


def test_rows_too_long_or_too_short_are_left_out_and_told() -> None:
    text = "a;b\n1;2\n1\n1;2;;\n1;2;3\n3;4\n"
    assert said(text) == [
        "a.csv:3:1: lỗi TD-119: Dòng này có 1 ô, bảng có 2 cột: 1",
        "a.csv:5:1: lỗi TD-119: Dòng này có 3 ô, bảng có 2 cột: 1;2;3",
    ]
    assert [row.texts for row in read_csv(text, "a.csv").rows] == [["1", "2"], ["1", "2"], ["3", "4"]]


def test_of_very_many_bad_rows_the_last_shown_counts_the_rest() -> None:
    found = said("a;b\n" + "1\n" * 1000)
    assert len(found) == 100
    assert "(và 900 dòng khác)" in found[-1]
    assert not any("khác)" in line for line in found[:-1])


def test_headings() -> None:
    assert said("a;;b;a\n1;2;3;4\n") == [
        "a.csv:1:3: lỗi TD-120: Cột thứ 2 không có tên.",
        "a.csv:1:6: lỗi TD-120: Tên cột “a” đã có ở cột thứ 1.",
    ]


def test_quotes_left_open_lose_one_row_only() -> None:
    text = 'a;b\n1;"hai\n3;4\n"x" y;2\n5;6\n'
    assert said(text) == [
        "a.csv:2:1: lỗi TD-121: Dòng này có dấu ngoặc kép mở mà không đóng.",
        "a.csv:4:1: lỗi TD-121: Dòng này có chữ sau dấu ngoặc kép đóng.",
    ]
    assert [row.texts for row in read_csv(text, "a.csv").rows] == [["3", "4"], ["5", "6"]]


def test_a_quote_left_open_to_the_end_and_a_field_too_long() -> None:
    assert said('a;b\n1;"hai\n') == ["a.csv:2:1: lỗi TD-121: Dòng này có dấu ngoặc kép mở mà không đóng."]
    assert said(f"a;b\n1;{'x' * 200_000}\n3;4\n") == ["a.csv:2:1: lỗi TD-121: Dòng này có một ô dài quá 131.072 ký tự."]


def test_very_many_broken_rows_end_the_reading() -> None:
    assert len(said("a;b\n" + '"x" y;1\n' * 1000)) == 20


@pytest.mark.parametrize("text", ["", "\n\n", ";;\n"])
def test_nothing_in_it(text: str) -> None:
    assert said(text) == ["a.csv:1:1: lỗi TD-103: Tệp không có nội dung."]


def test_characters_no_table_may_hold() -> None:
    assert said("a;b\n1;\x00\n")[0].startswith("a.csv:2:3: lỗi TD-106")
    assert said("a;b\n1;\udc80\n")[0].startswith("a.csv:2:3: lỗi TD-106")
    assert said("a;b\n1;x\u200b\n")[0].startswith("a.csv:2:4: lỗi TD-107")


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        ("x" * 200_000, "có một ô dài quá 131.072 ký tự"),
        ('a;"b', "có dấu ngoặc kép mở mà không đóng"),
        ('"a" b;c', "có chữ sau dấu ngoặc kép đóng"),
    ],
)
@pytest.mark.parametrize("rest", ["", "\n1;2\n3;4\n"])
def test_a_header_that_cannot_be_taken_apart_is_all_that_is_said(header: str, fault: str, rest: str) -> None:
    reading = read_csv(f"{header}{rest}", "a.csv")
    assert said(f"{header}{rest}") == [f"a.csv:1:1: lỗi TD-121: Dòng này {fault}."]
    assert (reading.header.texts, reading.rows) == ([], [])


@pytest.mark.parametrize(("sign", "name"), [(";", "dấu “;”"), (",", "dấu “,”"), ("\t", "phím Tab")])
def test_the_hint_names_the_delimiter(sign: str, name: str) -> None:
    [found] = read_csv(f"a{sign}b\n1\n", "a.csv").diagnostics
    assert found.hint == f"Sửa cho đủ 2 ô, ngăn cách bằng {name}; ô có {name} bên trong thì đặt trong ngoặc kép."


CELLS = st.text(st.sampled_from('aằ1,5;"\n #='), max_size=6).map(str.strip)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3).filter(any), max_size=6))
def test_what_the_standard_writer_wrote_is_read_and_placed(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\n").writerows([["x", "y", "z"], *rows])
    text = written.getvalue()
    reading = read_csv(text, "a.csv", ";")
    assert reading.diagnostics == ()
    assert [row.texts for row in reading.rows] == rows
    lines = text.split("\n")
    for row in reading.rows:
        for index, cell in enumerate(row.texts):
            line, column = row.position(index)
            at = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
            assert at.startswith(('"' + cell.replace('"', '""') + '"', cell))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80) | st.text('ab;,"\n\t', max_size=80), st.sampled_from([None, ";", ",", "\t"]))
def test_any_text_is_a_table_or_explained(text: str, delimiter: str | None) -> None:
    reading = read_csv(text, "a.csv", delimiter)
    assert reading.header.texts or reading.diagnostics
    assert all(len(row.texts) == len(reading.header.texts) for row in reading.rows)
    for problem in reading.diagnostics:
        assert str(problem)
