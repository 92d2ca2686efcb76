"""Dates as Vietnamese documents write them, day first; the ISO form is read too."""

import re
from datetime import date

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import clipped

NOT_A_DATE = 117
NOT_A_YEAR = 118

FIRST_YEAR = 1900
LAST_YEAR = 2200

_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{1,3}")
_OTHER_ORDERS = (
    (re.compile(r"([0-9]{1,2})[.-]([0-9]{1,2})[.-]([0-9]{4})"), (3, 2, 1)),
    (re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"), (1, 2, 3)),
    (re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?"), (1, 2, 3)),
    (re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}) .*"), (3, 2, 1)),
    (re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})", re.IGNORECASE), (3, 2, 1)),
)
_MIDNIGHT = re.compile(r"[T ]0?0:00(:00(\.0+)?)?$")
_NOTHING_ELSE = re.compile(r"[0-9./-]+|\D*[0-9]+ tháng [0-9]+ năm [0-9]+", re.IGNORECASE)
_EXAMPLE = "viết ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 15/02/2020"
_YEAR_EXAMPLE = f"viết năm bằng bốn chữ số, từ {FIRST_YEAR} đến {LAST_YEAR}, ví dụ 2020"


class DateProblem(Struct, frozen=True):
    """Why a text is not a date or a year: a catalogue number and the values that fill its message.

    ``instead``: the text in its place where it can be meant in one way only.
    """

    code: int
    fields: tuple[tuple[str, str], ...]
    instead: str = ""

    def at(self, place: Place) -> Diagnostic:
        """The diagnostic where the text stands."""
        return diagnose(self.code, place, **dict(self.fields))


def parse_date(text: str) -> date | DateProblem:
    """``15/02/2020``, ``1/2/2020`` or ``2020-02-15`` as a date from 1900 to 2200."""
    written = text.strip()
    found = _DAY_FIRST.fullmatch(written)
    if found:
        return _checked(written, int(found[3]), int(found[2]), int(found[1]))
    found = _ISO.fullmatch(written)
    if found:
        return _checked(written, int(found[1]), int(found[2]), int(found[3]))
    fault = "không phải là ngày theo dạng ngày/tháng/năm"
    other = _in_another_order(written)
    if isinstance(other, date):
        instead = f"{other.day:02d}/{other.month:02d}/{other.year}"
        return _problem(NOT_A_DATE, written, fault, f"viết {instead}", "" if _holds_more(written) else instead)
    return other or _problem(NOT_A_DATE, written, fault, _remedy(written))


def moved_by_years(text: str, years: int) -> str:
    """A date some years later (or earlier), in the form that it is written in; what is none, or would be none, stays.

    The last of February is what the other year has: ``28/2/2025`` for ``29/2/2024``.
    """
    found = parse_date(text)
    if not isinstance(found, date) or not FIRST_YEAR <= found.year + years <= LAST_YEAR:
        return text
    year, mark = found.year + years, "/" if "/" in text else "-"
    parts = text.strip().split(mark)
    day = min(found.day, _days(year, found.month))
    written = parts[0 if mark == "/" else 2] if day == found.day else str(day)
    return f"{written}/{parts[1]}/{year}" if mark == "/" else f"{year}-{parts[1]}-{written}"


def parse_year(text: str) -> int | DateProblem:
    """A year in four digits, from 1900 to 2200."""
    written = text.strip()
    if re.fullmatch(r"[0-9]{4}", written) and FIRST_YEAR <= int(written) <= LAST_YEAR:
        return int(written)
    return _problem(NOT_A_YEAR, written, "không phải là một năm", _YEAR_EXAMPLE)


def _checked(written: str, year: int, month: int, day: int) -> date | DateProblem:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _problem(NOT_A_DATE, written, f"có năm ngoài khoảng {FIRST_YEAR} đến {LAST_YEAR}", _EXAMPLE)
    if not 1 <= month <= 12:
        return _problem(NOT_A_DATE, written, f"có tháng {month}, không có tháng này", _swapped(year, month, day))
    try:
        return date(year, month, day)
    except ValueError:
        fault = f"không có trong lịch: tháng {month:02d} năm {year} có {_days(year, month)} ngày"
        return _problem(NOT_A_DATE, written, fault, "kiểm tra lại ngày trên văn bản")


def _swapped(year: int, month: int, day: int) -> str:
    """What to write where month and day seem to have changed places."""
    if not (1 <= day <= 12 and 1 <= month <= _days(year, day)):
        return _EXAMPLE
    return f"viết ngày trước, tháng sau: {month:02d}/{day:02d}/{year}"


def _days(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def _remedy(written: str) -> str:
    if _SHORT_YEAR.fullmatch(written):
        return "viết năm đủ bốn chữ số, ví dụ 15/02/2020"
    return _EXAMPLE


def _in_another_order(written: str) -> date | DateProblem | None:
    """The date that is written in another order or with other signs, or why the calendar has none such."""
    for pattern, (year, month, day) in _OTHER_ORDERS:
        found = pattern.fullmatch(written)
        if found:
            return _checked(written, int(found[year]), int(found[month]), int(found[day]))
    return None


def _holds_more(written: str) -> bool:
    """Whether something else than the date, and midnight as spreadsheets add it, would be lost."""
    return _NOTHING_ELSE.fullmatch(_MIDNIGHT.sub("", written)) is None


def _problem(code: int, written: str, fault: str, remedy: str, instead: str = "") -> DateProblem:
    what = f"“{clipped(written)}”" if written else "Giá trị để trống,"
    return DateProblem(code, (("what", what), ("fault", fault), ("remedy", remedy)), instead)
