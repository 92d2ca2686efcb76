"""Read what a rule compares a field with, by the field's type."""

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction

from msgspec import Struct

from thidua.numerals.reading import NumberProblem, parse_number, parse_ratio
from thidua.numerals.remedies import AMBIGUOUS
from thidua.reading.dates import DateProblem, parse_date
from thidua.vocabulary import LISTS, FactField, fold, nearest, spellings_of_words
from thidua.vocabulary.facts import POINTS_SCALE, SHARE_SCALE

Value = int | str

_WHOLE = re.compile(r"[-−]?(0|[1-9][0-9]{0,14})")
ORDERED = frozenset(("points", "percent", "whole", "day"))
"""The types whose values are greater or less."""


class Unfit(Struct, frozen=True):
    """Why a text is no value of a field, and what to write."""

    reason: str
    remedy: str


def read_value(text: str, field: FactField) -> Value | Unfit | NumberProblem:
    """The value as facts hold it: a whole number in the field's scale, an identifier or an NFC text.

    A number that may be read in two ways comes back as the problem that every file gets.
    """
    if field.type.startswith("word:"):
        return _word(text, field.type.removeprefix("word:"))
    return _READERS[field.type](unicodedata.normalize("NFC", text).strip())


def _word(text: str, name: str) -> Value | Unfit:
    found = spellings_of_words(name).get(fold(text))
    if found is not None:
        return found
    known = [term.vietnamese for term in LISTS[name]]
    guess = nearest(text, known)
    return Unfit(
        "không thuộc các từ được dùng", f"Có phải là “{guess}”?" if guess else f"Ghi một trong: {'; '.join(known)}."
    )


def _scaled(
    scale: int, parse: Callable[[str], Fraction | NumberProblem], example: str
) -> Callable[[str], Value | Unfit | NumberProblem]:
    def read(text: str) -> Value | Unfit | NumberProblem:
        found = parse(text)
        if isinstance(found, NumberProblem) and found.code == AMBIGUOUS:
            return found
        if isinstance(found, NumberProblem):
            return Unfit("không phải là số đọc được", f"Viết số thường, ví dụ: {example}.")
        scaled = found * scale
        if scaled.denominator != 1:
            return Unfit("quá nhiều chữ số thập phân", "Viết không quá bốn chữ số thập phân.")
        return int(scaled)

    return read


def _whole(text: str) -> Value | Unfit:
    if not _WHOLE.fullmatch(text):
        return Unfit("không phải là số nguyên", "Viết số nguyên, không có dấu ngăn hàng nghìn, ví dụ: 3.")
    return int(text.replace("−", "-"))


def _day(text: str) -> Value | Unfit:
    found = parse_date(text)
    if isinstance(found, DateProblem):
        return Unfit("không phải là ngày", "Viết ngày/tháng/năm, ví dụ: 15/02/2020.")
    return found.toordinal()


def _yes_no(text: str) -> Value | Unfit:
    return spellings_of_words("yes_no").get(fold(text)) or Unfit(
        "chỉ có thể là “có” hoặc “không”", "Ghi: có, hoặc: không."
    )


_READERS: dict[str, Callable[[str], Value | Unfit | NumberProblem]] = {
    "text": lambda text: text,
    "unit": lambda text: text,
    "criterion": lambda text: text,
    "key": lambda text: text,
    "points": _scaled(POINTS_SCALE, parse_number, "0,5"),
    "percent": _scaled(SHARE_SCALE, parse_ratio, "80%"),
    "whole": _whole,
    "day": _day,
    "yes_no": _yes_no,
}
