"""Years in ids, names and sentences."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.years import places_of_years, with_named_year, with_years, without_years, year_of, years_in

TEXTS = st.lists(
    st.sampled_from(["năm ", "2019", "1899", "2201", "20", "-", "/", "1622/QĐ", "12345", " ", "tỉnh"])
).map("".join)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Báo cáo năm 2019", (2019,)),
        ("giai đoạn 2016-2020", (2016, 2020)),
        ("31/12/1999, 31.12.2100", (1999, 2100)),
        ("BC2020_2021", (2020, 2021)),
        ("1899 2201 1622/QĐ-CĐNB 12020 20201", ()),
    ],
)
def test_a_year_is_four_digits_in_the_range_of_dates(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("identifier", "year"),
    [("cum-2019/2020", 2020), ("cum/2020-ban-2", 2020), ("cum/2021-2025", 2021), ("cum/nam-moi", None), ("2020", None)],
)
def test_the_year_of_an_id_is_in_its_version(identifier: str, year: int | None) -> None:
    assert year_of(identifier) == year


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_only_the_year_that_is_named_so_is_moved(form: str) -> None:
    text = unicodedata.normalize(form, "Năm 2019, năm  2019, các năm 2018; 12/BC-2019")  # type: ignore[arg-type]  # a form
    moved = unicodedata.normalize("NFC", with_named_year(text, 2019, 2020))
    assert moved == "Năm 2020, năm  2020, các năm 2018; 12/BC-2019"


@given(TEXTS)
def test_all_ways_see_the_same_years(text: str) -> None:
    places = list(places_of_years(text))
    assert [text[start : start + 4] for start, _ in places] == [str(year) for year in years_in(text)]
    assert with_years(text, lambda year: year) == text
    assert with_years(text, lambda year: 2200) == with_years(with_years(text, lambda year: 1900), lambda year: 2200)
    assert len(text) - len(without_years(text)) == 4 * len(places)
