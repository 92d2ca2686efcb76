"""Numbers from text: exact, never guessed; every refusal says what to write."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.diagnostics import Place
from thidua.numerals.reading import (
    NumberProblem,
    NumberStyle,
    decimals_of,
    parse_number,
    parse_percent,
    parse_ratio,
)

DOTS = NumberStyle.DOT_THOUSANDS
COMMAS = NumberStyle.COMMA_THOUSANDS
MINUS_SIGN = "\N{MINUS SIGN}"


def said(found: object) -> str:
    assert isinstance(found, NumberProblem), found
    return str(found.at(Place("a.yaml", 14, 21)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("40", "40"),
        ("0,5", "0.5"),
        ("12.5", "12.5"),
        ("97,5", "97.5"),
        ("1,000", "1"),
        ("9.5", "9.5"),
        ("1.0000", "1"),
        ("1000.000", "1000"),
        ("1234567,890", "1234567.89"),
        ("-5", "-5"),
        ("\N{MINUS SIGN}5,25", "-5.25"),
        ("-0", "0"),
        (" 40\n", "40"),
        ("\u00a040\u00a0", "40"),
        ("9" * 30, "9" * 30),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert parse_number(text) == Fraction(value)


def test_the_ambiguous_thousand_is_asked() -> None:
    message = said(parse_number("1.000"))
    assert message.startswith("a.yaml:14:21: lỗi TD-110: “1.000” có thể là 1000 hoặc 1.\n")
    assert "iết 1000 nếu dấu chấm ngăn cách hàng nghìn, viết 1 nếu dấu chấm là dấu thập phân" in message


@pytest.mark.parametrize(
    ("text", "thousands", "decimal"),
    [
        ("1.500", "1500", "1,5"),
        ("12.345", "12345", "12,345"),
        ("-999.100", "-999100", "-999,1"),
        ("0.125", "125", "0,125"),
        ("\N{MINUS SIGN}1.000", "\N{MINUS SIGN}1000", "\N{MINUS SIGN}1"),
    ],
)
def test_one_to_three_digits_a_dot_and_three_digits(text: str, thousands: str, decimal: str) -> None:
    assert f"có thể là {thousands} hoặc {decimal}." in said(parse_number(text))


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("010", 113, "viết 10."),
        ("00,5", 113, "viết 0,5."),
        ("1_000", 113, "viết 1000."),
        ("1e3", 113, "viết 1000."),
        ("1E400", 113, "dạng lũy thừa"),
        ("12:30", 113, "giờ phút"),
        ("1 000", 113, "viết 1000."),
        ("1\u00a0000,5", 113, "viết 1000,5."),
        ("1 0", 113, "có dấu cách trong số"),
        ("+5", 113, "viết 5."),
        ("+1.000", 113, "có dấu +"),
        ("1/2", 113, "viết 0,5."),
        ("1/3", 113, "là phân số"),
        ("1/0", 113, "là phân số"),
        ("0/5", 113, "viết 0."),
        (".5", 113, "viết 0,5."),
        ("-,5", 113, "viết -0,5."),
        ("5.", 113, "viết 5."),
        ("5,", 113, "viết 5."),
        ("- 5", 113, "viết -5."),
        ("–5", 113, "viết -5."),
        ("١٢", 113, "viết 12."),
        ("１２", 113, "viết 12."),
        ("1.234.567,8", 112, "viết 1234567,8."),
        ("1,234,567.8", 112, "viết 1234567,8."),
        ("1.000.000", 112, "viết 1000000."),
        ("1.2.3", 112, "chỉ một dấu phẩy"),
        ("1,,2", 112, "chỉ một dấu phẩy"),
        ("1.000,5", 112, "viết 1000,5."),
        ("inf", 111, "không phải là một số"),
        ("NaN", 111, "không phải là một số"),
        ("-Infinity", 111, "không phải là một số"),
        ("0x10", 111, "không phải là một số"),
        ("½", 111, "không phải là một số"),
        ("²", 111, "không phải là một số"),
        ("", 111, "Giá trị để trống, không phải là một số."),
        ("%", 111, "“%” không phải"),
        ("95%%", 111, "“95%%” không phải"),
        ("#N/A", 111, "“#N/A” không phải"),
        ("có", 111, "không phải là một số"),
        ("40 điểm", 111, "không viết đơn vị: 40."),
        ("1.000 đồng", 111, "ví dụ 1234,5."),
        ("9" * 31, 114, "hơn 30 chữ số"),
        ("0," + "1" * 30, 114, "hơn 30 chữ số"),
        ("9" * 100_000, 114, "hơn 30 chữ số"),
        ("95%", 116, "viết 95 nếu đúng là số này"),
        ("40 %", 116, "“40 %” có dấu %"),
    ],
)
def test_every_other_notation_is_refused_with_a_remedy(text: str, code: int, words: str) -> None:
    message = said(parse_number(text))
    assert f"lỗi TD-{code}: " in message
    assert words.lower() in message.lower()
    assert len(message) < 400


def test_a_ratio_must_have_its_sign() -> None:
    assert parse_ratio("95%") == Fraction(95, 100)
    assert parse_ratio("97,5 %") == Fraction(975, 1000)
    assert parse_ratio("-2.5%") == Fraction(-25, 1000)
    assert "lỗi TD-115: “95” thiếu dấu %" in said(parse_ratio("95"))
    assert "iết 95%." in said(parse_ratio("95"))
    assert "iết 95% nếu là 95 phần trăm, viết 0,95% nếu là 0,95 phần trăm" in said(parse_ratio("0,95"))
    assert "lỗi TD-110: “1.000%” có thể là 1000% hoặc 1%." in said(parse_ratio("1.000%"))
    assert "không viết đơn vị: 95%" in said(parse_ratio("95 phần trăm"))
    assert "không viết đơn vị" not in said(parse_ratio("40 điểm"))


@pytest.mark.parametrize("text", ["97,5", "97,5%", "97.5 %"])
def test_a_figure_in_percent_is_the_same_with_and_without_the_sign(text: str) -> None:
    assert parse_percent(text) == parse_number(text, percent="points") == Fraction(975, 10)


@pytest.mark.parametrize(
    ("style", "text", "value"),
    [
        (DOTS, "1.234.567,8", "1234567.8"),
        (DOTS, "1.000", "1000"),
        (DOTS, "1000", "1000"),
        (DOTS, "-12.345", "-12345"),
        (DOTS, "0,125", "0.125"),
        (COMMAS, "1,234,567.8", "1234567.8"),
        (COMMAS, "1,000", "1000"),
        (COMMAS, "0.125", "0.125"),
    ],
)
def test_declared_styles(style: NumberStyle, text: str, value: str) -> None:
    assert parse_number(text, style) == Fraction(value)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (DOTS, "12.5"),
        (DOTS, "1.23.456"),
        (DOTS, "1234.567"),
        (DOTS, "0.125"),
        (DOTS, "1,234,567"),
        (DOTS, "1,5,5"),
        (DOTS, "1.234.56,7"),
        (COMMAS, "97,5"),
        (COMMAS, "1.234.567"),
        (COMMAS, "1,2345"),
    ],
)
def test_badly_grouped_numbers(style: NumberStyle, text: str) -> None:
    assert "lỗi TD-112" in said(parse_number(text, style))


@pytest.mark.parametrize(
    ("text", "decimals"), [("40", 0), ("1,5", 1), ("1,50", 2), ("1,000", 3), ("0,125", 3), ("97,25%", 2), ("-0.50", 2)]
)
def test_decimals(text: str, decimals: int) -> None:
    assert decimals_of(text) == decimals


def test_decimals_of_other_styles_and_of_no_number() -> None:
    assert decimals_of("1.234,50", DOTS) == 2
    assert decimals_of("1,000", COMMAS) == 0
    assert decimals_of("1,234.567", COMMAS) == 3
    with pytest.raises(ValueError, match="abc"):
        decimals_of("abc")


# --- properties ---

PLACES = st.integers(0, 8)


@given(st.integers(-(10**12), 10**12), PLACES)
def test_what_decimal_wrote_is_read_back(units: int, places: int) -> None:
    number = Decimal(units).scaleb(-places)
    written = f"{number:f}"
    expected = Fraction(number)
    assert parse_number(written.replace(".", ",")) == expected
    assert parse_number(f"  {written.replace('.', ',').replace('-', MINUS_SIGN)} ") == expected
    assert parse_ratio(written.replace(".", ",") + "%") == expected / 100
    if re.fullmatch(r"-?\d{1,3}\.\d{3}", written):
        assert "TD-110" in said(parse_number(written))
    else:
        assert parse_number(written) == expected


@given(st.integers(-(10**12), 10**12), PLACES)
def test_grouped_numbers_are_read_back(units: int, places: int) -> None:
    number = Decimal(units).scaleb(-places)
    english = f"{number:,f}"
    vietnamese = english.translate(str.maketrans(",.", ".,"))
    assert parse_number(english, COMMAS) == Fraction(number)
    assert parse_number(vietnamese, DOTS) == Fraction(number)


@given(st.integers(-(10**9), 10**9), PLACES)
def test_decimals_are_counted_as_written(units: int, places: int) -> None:
    english = f"{Decimal(units).scaleb(-places):,f}"
    assert decimals_of(english.replace(",", "").replace(".", ",")) == places
    assert decimals_of(english, COMMAS) == places


ODD = st.text("0123456789.,%-+ _e:/−–", max_size=14) | st.text(max_size=20)


@given(ODD, st.sampled_from(list(NumberStyle)))
def test_any_text_is_a_number_or_explained(text: str, style: NumberStyle) -> None:
    for found in (parse_number(text, style), parse_percent(text, style), parse_ratio(text, style)):
        if isinstance(found, NumberProblem):
            assert said(found)
        else:
            assert type(found) is Fraction
            assert re.search("[0-9]", text)


@given(ODD)
def test_a_proposed_number_is_itself_accepted(text: str) -> None:
    found = parse_number(text)
    if isinstance(found, NumberProblem):
        proposed = re.fullmatch(r"viết ([-−0-9,.]+)", dict(found.fields).get("remedy", ""))
        if proposed:
            assert isinstance(parse_number(proposed[1]), Fraction)


def test_text_made_to_be_slow_is_answered_at_once() -> None:
    for text in ("1" * 79 + "a", "1 " * 39 + "a", "1." * 39 + "a", "1," * 50_000, " " * 100_000 + "x", "-" * 100_000):
        assert said(parse_number(text))
