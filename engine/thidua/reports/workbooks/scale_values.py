"""What a scale's file says as the value of a cell, exactly."""

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from thidua.numerals.reading import parse_number, parse_ratio
from thidua.reports.workbooks.inputs import DATE_FORMAT
from thidua.reports.workbooks.styles import points_format
from thidua.schemas.scalars import Unreadable, read_scalar

TEXT_FORMAT = "@"
_PERCENT = "0%"
# A double gives back fifteen digits as they were typed.
_MOST_DIGITS = 15


class Value(NamedTuple):
    """A cell's value, its number format and its look."""

    value: object
    number_format: str
    look: str


def value_of(text: str, format_name: str) -> Value:
    """The value for a text of the file. A number that a double can't hold exactly stays a text, which is read back."""
    match format_name:
        case "number" | "ratio" | "raw":
            return _number(text, format_name)
        case "whole" | "year":
            found = read_scalar(text, format_name, "")
            return Value(found, "0", "input-centred") if isinstance(found, int) else _text(text)
        case "day":
            day = read_scalar(text, format_name, "")
            return Value(day, DATE_FORMAT, "input-centred") if isinstance(day, date) else _text(text)
        case _:
            return _text(text)


def empty(format_name: str) -> Value:
    """A cell in which nothing stands yet."""
    match format_name:
        case "number":
            return Value(None, "General", "input-number")
        case "ratio":
            return Value(None, _PERCENT, "input-number")
        case "raw":
            return Value(None, "General", "input-number")
        case "whole" | "year":
            return Value(None, "0", "input-centred")
        case "day":
            return Value(None, DATE_FORMAT, "input-centred")
        case _:
            return Value(None, TEXT_FORMAT, "input-text")


def _text(text: str) -> Value:
    return Value("\n".join(line.strip() for line in text.strip().split("\n")), TEXT_FORMAT, "input-text")


def _number(text: str, format_name: str) -> Value:
    in_percent = format_name == "ratio" or (format_name == "raw" and "%" in text)
    found: Any = parse_ratio(text) if in_percent else parse_number(text)
    if isinstance(found, Unreadable) or not isinstance(found, Fraction):
        return _text(text)
    shown = found * 100 if in_percent else found
    decimals = next((each for each in range(13) if (shown * 10**each).denominator == 1), None)
    if decimals is None or len(str(abs(found.numerator))) > _MOST_DIGITS or Fraction(repr(float(found))) != found:
        return _text(text)
    value = int(found) if found.denominator == 1 else float(found)
    percent = f"[$-42A]0.{'0' * decimals}%" if decimals else _PERCENT
    return Value(value, percent if in_percent else points_format(decimals), "input-number")
