"""Numbers from text, exactly: a comma is the decimal mark, and what may be read in two ways is asked, never guessed."""

import re
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.numerals.remedies import (
    AMBIGUOUS,
    MAX_DIGITS,
    PERCENT_MISSING,
    TOO_MANY_DIGITS,
    UNEXPECTED_PERCENT,
    Written,
    explain,
    with_percent_sign,
)

_PLAIN = re.compile(r"([-−]?)(0|[1-9][0-9]*)(?:[.,]([0-9]+))?")
_AMBIGUOUS = re.compile(r"[-−]?[0-9]{1,3}\.[0-9]{3}")
_DOT_THOUSANDS = re.compile(r"([-−]?)(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_COMMA_THOUSANDS = re.compile(r"([-−]?)(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?")


class NumberStyle(StrEnum):
    """How a source separates thousands and decimals."""

    PLAIN = "plain"
    """``1234567,8`` or ``1234567.8``; no thousands."""
    DOT_THOUSANDS = "dot_thousands"
    """``1.234.567,8``"""
    COMMA_THOUSANDS = "comma_thousands"
    """``1,234,567.8``"""


PercentSign = Literal["refused", "points"]

_PATTERNS = {
    NumberStyle.PLAIN: _PLAIN,
    NumberStyle.DOT_THOUSANDS: _DOT_THOUSANDS,
    NumberStyle.COMMA_THOUSANDS: _COMMA_THOUSANDS,
}


class NumberProblem(Struct, frozen=True):
    """Why a text is not a number: a catalogue number and the values that fill its message."""

    code: int
    fields: tuple[tuple[str, str], ...]

    def at(self, place: Place) -> Diagnostic:
        """The diagnostic where the text stands."""
        return diagnose(self.code, place, **dict(self.fields))


def parse_number(
    text: str, style: NumberStyle = NumberStyle.PLAIN, *, percent: PercentSign = "refused"
) -> Fraction | NumberProblem:
    """The exact value of a number.

    Args:
        text: as written; spaces around it do not count.
        style: how the source separates thousands and decimals.
        percent: ``points`` where the figure is measured in percent: ``97,5%`` and ``97,5`` are both 97.5.
    """
    written = Written.of(text)
    value = _value(written, style)
    if written.sign and percent == "refused" and isinstance(value, Fraction):
        return _problem(UNEXPECTED_PERCENT, text=written.shown, number=written.body, otherwise="")
    return value


def parse_percent(text: str, style: NumberStyle = NumberStyle.PLAIN) -> Fraction | NumberProblem:
    """A figure measured in percent, in percent: ``97,5%`` and ``97,5`` are both 97.5."""
    return parse_number(text, style, percent="points")


def parse_ratio(text: str, style: NumberStyle = NumberStyle.PLAIN) -> Fraction | NumberProblem:
    """A ratio, which must have its percent sign: ``97,5%`` is exactly 975/1000."""
    written = Written.of(text)
    value = _value(written.as_ratio(), style)
    if isinstance(value, NumberProblem):
        return value
    if not written.sign:
        return _problem(PERCENT_MISSING, text=written.shown, remedy=with_percent_sign(written.body, value))
    return value / 100


def decimals_of(text: str, style: NumberStyle = NumberStyle.PLAIN) -> int:
    """How many decimals are written in a number that ``parse_number`` or ``parse_percent`` accepts: ``1,50`` has two.

    A thousand typed as ``1,000`` reads as one; its decimals give it away where fewer are declared.
    Raises ValueError for a text that is no number.
    """
    found = _PATTERNS[style].fullmatch(Written.of(text).body)
    if found is None:
        raise ValueError(text)
    return len(found[3] or "")


def _value(written: Written, style: NumberStyle) -> Fraction | NumberProblem:
    """The value of what stands before the percent sign, if there is one."""
    if written.is_too_long:
        return _problem(TOO_MANY_DIGITS, text=written.shown, limit=str(MAX_DIGITS))
    found = _PATTERNS[style].fullmatch(written.body)
    if found is None:
        return _refused(written, style)
    whole = found[2].replace(".", "").replace(",", "")
    decimals = found[3] or ""
    if style is NumberStyle.PLAIN and len(decimals) == 3 and _AMBIGUOUS.fullmatch(written.body):
        return _ambiguous(written, found[1], whole, decimals)
    value = int(whole + decimals)
    return Fraction(-value if found[1] else value, 10 ** len(decimals))


def _ambiguous(written: Written, minus: str, whole: str, decimals: str) -> NumberProblem:
    short = decimals.rstrip("0")
    thousands = f"{minus}{int(whole + decimals)}{written.sign}"
    decimal = f"{minus}{whole}{',' + short if short else ''}{written.sign}"
    return _problem(AMBIGUOUS, text=written.shown, thousands=thousands, decimal=decimal)


def _refused(written: Written, style: NumberStyle) -> NumberProblem:
    def accepts(proposal: str) -> bool:
        return isinstance(_value(Written(proposal, "", proposal), style), Fraction)

    code, fields = explain(written, style is NumberStyle.PLAIN, accepts)
    return NumberProblem(code, tuple(fields.items()))


def _problem(code: int, **fields: str) -> NumberProblem:
    return NumberProblem(code, tuple(fields.items()))
