"""Whether a day on which something was received or decided can be so, by the period."""

from datetime import date

from thidua.model.period import Period


def out_of_period(day: date, period: Period) -> str | None:
    """What is odd about a day, in words: before the year began, or after the day of review; None where it is not.

    A slip of the year (19/02/2012 for 2021) is read like any other day, and the result would name it without a word.
    """
    first = _first_day(period)
    if first and day < first:
        return f"sớm hơn ngày {first:%d/%m/%Y}, đầu kỳ chấm điểm"
    if period.reviewed_on and day > period.reviewed_on:
        return f"muộn hơn ngày xét {period.reviewed_on:%d/%m/%Y}"
    return None


def _first_day(period: Period) -> date | None:
    starts = [date(period.year, 1, 1)] if period.year else []
    return min([*starts, *([period.data_from] if period.data_from else [])], default=None)
