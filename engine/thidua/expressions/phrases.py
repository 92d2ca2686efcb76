"""Pieces of Vietnamese arithmetic: numbers as shown, joined with brackets only where they are needed."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from thidua.expressions.evaluate import Value
from thidua.expressions.nodes import Style
from thidua.numerals.writing import (
    MINUS,
    PLACES_IF_INEXACT,
    format_number,
    format_percent,
    is_exact,
    round_half_up,
)

# How tightly a phrase holds together; NOTED ends in a remark (", không quá 20") and always needs brackets.
NOTED: Final = 0
SUM: Final = 1
PRODUCT: Final = 2
ATOM: Final = 3

NO_VALUE: Final = "chưa có số liệu"


Rounding: TypeAlias = Callable[[Fraction], Fraction]


class Phrase(NamedTuple):
    """Arithmetic as text. ``exact``: every number that it is worked out from is written in full.

    A NOTED phrase ends with its value, and ``exact`` speaks of that value.
    """

    text: str
    level: int
    exact: bool


def shown(value: Value, style: Style) -> str:
    """Write a value as it stands in a line: ``97,5%``, ``40``, ``có``."""
    if isinstance(value, Fraction):
        return format_percent(value) if style == "percent" else format_number(value)
    return NO_VALUE if value is None else "có" if value else "không"


def shown_in_full(value: Value, style: Style) -> bool:
    """Say whether ``shown`` writes the whole value."""
    return not isinstance(value, Fraction) or is_exact(value, percent=style == "percent")


def atom(value: Value, style: Style) -> Phrase:
    """Give the phrase that is one value."""
    return Phrase(shown(value, style), ATOM, shown_in_full(value, style))


def conclude(phrase: Phrase, value: Fraction, style: Style) -> str:
    """Add what the phrase comes to: ``40 − 2,5 = 37,5``; ``≈`` where any number in it is cut short."""
    if phrase.level == NOTED:
        return phrase.text
    if phrase.level == ATOM:
        return phrase.text if phrase.exact else f"≈ {phrase.text}"
    sign = "=" if phrase.exact and shown_in_full(value, style) else "≈"
    return f"{phrase.text} {sign} {shown(value, style)}"


def equation(name: str, concluded: str) -> str:
    """Put a name before a concluded phrase."""
    return f"{name} {concluded}" if concluded.startswith("≈") else f"{name} = {concluded}"


def rounded(phrase: Phrase, before: Fraction, after: Fraction, style: Style, rounding: Rounding, words: str) -> Phrase:
    """Give the phrase as it is, or, where rounding changed its value, with the value before and after."""
    if before == after:
        return phrase
    if phrase.level == NOTED or shown_in_full(before, style):
        natural = conclude(phrase, before, style)
    else:
        value = _clear_of_edges(before, after, style, rounding)
        natural = f"≈ {value}" if phrase.level == ATOM else f"{phrase.text} ≈ {value}"
    return Phrase(f"{natural}, {words} {shown(after, style)}", NOTED, shown_in_full(after, style))


def _clear_of_edges(before: Fraction, after: Fraction, style: Style, rounding: Rounding) -> str:
    """Write a value with as many places as it takes for a reader who rounds the text to round as we did.

    37,51499999 is not shown as ``37,5150`` where it was rounded to 37,51.
    """
    places, hidden = PLACES_IF_INEXACT, 2 if style == "percent" else 0
    while rounding(round_half_up(before, Fraction(1, 10 ** (places + hidden)))) != after:
        places += 1
    return format_percent(before, places) if style == "percent" else format_number(before, places)


def added(terms: Sequence[Phrase]) -> Phrase:
    """Join with ``+``."""
    first, *others = terms
    texts = [_leading(first, SUM), *[_following(term, SUM) for term in others]]
    return Phrase(" + ".join(texts), SUM, all(term.exact for term in terms))


def subtracted(left: Phrase, right: Phrase) -> Phrase:
    """Join with ``−``."""
    return Phrase(f"{_leading(left, SUM)} {MINUS} {_following(right, PRODUCT)}", SUM, left.exact and right.exact)


def multiplied(left: Phrase, right: Phrase) -> Phrase:
    """Join with ``×``."""
    return Phrase(f"{_leading(left, PRODUCT)} × {_following(right, PRODUCT)}", PRODUCT, left.exact and right.exact)


def divided(left: Phrase, right: Phrase) -> Phrase:
    """Join with ``÷``."""
    return Phrase(f"{_leading(left, PRODUCT)} ÷ {_following(right, ATOM)}", PRODUCT, left.exact and right.exact)


def _leading(phrase: Phrase, least: int) -> str:
    """Write an operand before a sign of level ``least``."""
    return phrase.text if phrase.level >= least else f"({phrase.text})"


def _following(phrase: Phrase, least: int) -> str:
    """Write an operand after a sign: ``3 − (−5)``."""
    return f"({phrase.text})" if phrase.level < least or phrase.text.startswith(MINUS) else phrase.text
