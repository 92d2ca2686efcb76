from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.numerals.writing import format_number, format_percent, is_exact, plain_decimal, round_half_up

F = Fraction


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("40", "40"),
        ("97.5", "97,5"),
        ("999", "999"),
        ("1000", "1.000"),
        ("3890000", "3.890.000"),
        ("1234567.25", "1.234.567,25"),
        ("-2.5", "−2,5"),
        ("-1000", "−1.000"),
        ("0.000001", "0,000001"),
        ("0.0000004", "0,0000004"),
        ("-0.0000004", "−0,0000004"),
        ("1/3", "0,3333"),
        ("-2/3", "−0,6667"),
        ("9999.99999999", "9.999,99999999"),
        ("94.99999999999999", "95,000000000000"),
        ("1000000000000000", "1.000.000.000.000.000"),
    ],
)
def test_numbers_in_vietnamese(value, text):
    assert format_number(F(value)) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("912.5", 2, "912,50"),
        ("2.675", 2, "2,68"),
        ("0.125", 2, "0,13"),
        ("-0.125", 2, "−0,13"),
        ("-0.004", 2, "0,00"),
        ("999.995", 2, "1.000,00"),
        ("2.5", 0, "3"),
        ("1234.5", 0, "1.235"),
        ("1/3", 8, "0,33333333"),
    ],
)
def test_declared_decimals_are_padded_and_rounded_half_up(value, decimals, text):
    assert format_number(F(value), decimals) == text


def test_without_grouping():
    assert format_number(F("1234567.5"), grouping=False) == "1234567,5"


@pytest.mark.parametrize(
    ("ratio", "text"), [("0.975", "97,5%"), ("1", "100%"), ("-0.005", "−0,5%"), ("1/3", "33,3333%"), ("15", "1.500%")]
)
def test_percentages(ratio, text):
    assert format_percent(F(ratio)) == text


def test_percentages_with_decimals():
    assert format_percent(F("0.975"), 2) == "97,50%"


def test_exactness():
    assert is_exact(F("0.000001"))
    assert not is_exact(F("0.0000001"))
    assert is_exact(F("0.00000001"), percent=True)
    assert not is_exact(F(1, 3))
    assert not is_exact(F(1, 3), percent=True)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [("912.5", 2, "912.50"), ("-0.25", 2, "-0.25"), ("-0.001", 2, "0.00"), ("1000.005", 2, "1000.01"), ("7.5", 0, "8")],
)
def test_plain_decimals_for_machines(value, decimals, text):
    assert plain_decimal(F(value), decimals) == text


def test_rounding_to_any_step():
    assert round_half_up(F("0.374"), F(1, 4)) == F("0.25")
    assert round_half_up(F("0.375"), F(1, 4)) == F("0.5")
    assert round_half_up(F("-7.5"), F(5)) == -10
    assert round_half_up(F(1, 3), F(1, 3)) == F(1, 3)


decimals_of_text = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4)


@given(decimals_of_text)
def test_rounding_is_that_of_decimal(value):
    expected = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert round_half_up(F(value), F(1, 100)) == F(expected)
    assert F(plain_decimal(F(value), 2)) == F(expected)


@given(st.fractions(), st.fractions(min_value=F(1, 1000), max_value=100))
def test_rounding_stays_within_half_a_step_and_is_symmetric(value, step):
    rounded = round_half_up(value, step)
    assert (rounded / step).denominator == 1
    assert abs(rounded - value) <= step / 2
    assert round_half_up(-value, step) == -rounded


@given(st.fractions())
def test_what_is_exact_reads_back_and_what_is_not_is_near(value):
    read = F(format_number(value).replace(".", "").replace(",", ".").replace("−", "-"))
    assert (read == value) if is_exact(value) else abs(read - value) <= F(1, 20_000)
