"""Dates and years, and what is said about texts that are none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.diagnostics import Place
from thidua.reading import DateProblem, parse_date, parse_year


def said(found: object) -> str:
    assert isinstance(found, DateProblem)
    return str(found.at(Place("a.yaml", 2, 3)))


@pytest.mark.parametrize("text", ["15/02/2020", "15/2/2020", " 15/02/2020 ", "2020-02-15"])
def test_dates(text: str) -> None:
    assert parse_date(text) == date(2020, 2, 15)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_date_in_each_form(day: date) -> None:
    assert parse_date(f"{day.day:02d}/{day.month:02d}/{day.year}") == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31/02/2020", "tháng 02 năm 2020 có 29 ngày"),
        ("31/04/2021", "tháng 04 năm 2021 có 30 ngày"),
        ("32/12/2021", "tháng 12 năm 2021 có 31 ngày"),
        ("0/1/2020", "không có trong lịch"),
        ("02/15/2020", "viết ngày trước, tháng sau: 15/02/2020"),
        ("2020-15-02", "có tháng 15"),
        ("31/13/2020", "có tháng 13"),
        ("15/02/20", "năm đủ bốn chữ số"),
        ("15-02-2020", "viết 15/02/2020"),
        ("15.2.2020", "viết 15/02/2020"),
        ("2020/2/15", "viết 15/02/2020"),
        ("2020-2-15", "viết 15/02/2020"),
        ("2020-02-15 00:00:00", "viết 15/02/2020"),
        ("15/02/2020 08:00", "viết 15/02/2020"),
        ("ngày 15 tháng 02 năm 2020", "viết 15/02/2020"),
        ("02-15-2020", "viết ngày trước, tháng sau: 15/02/2020"),
        ("2020/02/31", "tháng 02 năm 2020 có 29 ngày"),
        ("15/02/1820", "ngoài khoảng 1900 đến 2200"),
        ("43876", "ví dụ 15/02/2020"),
        ("hôm qua", "không phải là ngày"),
        ("１５/02/2020", "không phải là ngày"),
        ("", "Giá trị để trống"),
    ],
)
def test_what_is_no_date(text: str, words: str) -> None:
    message = said(parse_date(text))
    assert message.startswith("a.yaml:2:3: lỗi TD-117: ")
    assert words.lower() in message.lower()


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("15-02-2020", "15/02/2020"),
        ("1.2.2020", "01/02/2020"),
        ("2020/2/15", "15/02/2020"),
        ("2020-2-15", "15/02/2020"),
        ("2020-02-15 00:00:00", "15/02/2020"),
        ("15/02/2020 0:00", "15/02/2020"),
        ("Ngày 15 tháng 2 năm 2020", "15/02/2020"),
        ("15/02/2020 08:00", ""),
        ("15/02/2020 chiều", ""),
        ("2020-02-15 và sau", ""),
        ("02-15-2020", ""),
        ("15/02/20", ""),
        ("2020/15/02", ""),
        ("31-02-2020", ""),
        ("hôm qua", ""),
    ],
)
def test_a_date_that_can_be_meant_in_one_way_only_is_offered(text: str, instead: str) -> None:
    found = parse_date(text)
    assert isinstance(found, DateProblem)
    assert found.instead == instead
    if instead:
        assert isinstance(parse_date(instead), date)


def test_years() -> None:
    assert parse_year(" 2019 ") == 2019
    assert parse_year("1900") == 1900
    assert parse_year("2200") == 2200


@pytest.mark.parametrize("text", ["19", "1899", "2201", "02019", "2019.0", "năm 2019", "", "٢٠١٩"])
def test_what_is_no_year(text: str) -> None:
    assert "lỗi TD-118" in said(parse_year(text))


@given(st.text(max_size=30) | st.text("0123456789/-. ", max_size=12))
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    for found in (parse_date(text), parse_year(text)):
        if isinstance(found, DateProblem):
            assert said(found)
