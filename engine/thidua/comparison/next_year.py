"""Changes that are nothing but the next year: what every year's version has, though nothing in it was changed."""

from datetime import date
from typing import Any

from thidua.comparison.change import Change
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.reading.years import without_years, year_of, years_in

Years = tuple[int, int] | None
"""The years of the old and of the new version; None where one says none, or both the same."""

_NAMES = frozenset(("name", "display_name"))
_OF_THE_WHOLE = frozenset(("id", "name", "year", "data_from", "data_to"))


def years_of(old: Scale | RuleSet, new: Scale | RuleSet) -> Years:
    """The years of two versions; of one that says none, that of its id."""
    before, after = (getattr(each, "year", None) or year_of(each.id) for each in (old, new))
    return None if before is None or after is None or before == after else (before, after)


def is_only_next_year(change: Change, years: Years) -> bool:
    """Whether a name is the same but for the year, or the version's own id, year or dates moved with it."""
    if years is None or change.kind != "changed" or change.old is None or change.new is None:
        return False
    last = change.told.field.rpartition(".")[2]
    whole = change.subject.kind in ("scale", "rules") and change.told.field in _OF_THE_WHOLE
    return (whole or last in _NAMES) and _moved(change.old.value, change.new.value, years)


def _moved(old: Any, new: Any, years: tuple[int, int]) -> bool:
    by = years[1] - years[0]
    match old, new:
        case str(), str():
            named = list(zip(years_in(old), years_in(new), strict=False))
            return without_years(old) == without_years(new) and all(now - was in (0, by) for was, now in named)
        case date(), date():
            return new.year - old.year == by and (_day(old) == _day(new))
        case int(), int():
            return (old, new) == years
        case _:
            return False


def _day(day: date) -> tuple[int, int]:
    """The day of the year; the last of February is one, however many days it has."""
    return (day.month, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day)
