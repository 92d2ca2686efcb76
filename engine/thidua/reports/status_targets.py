"""How far units had come by mid-year with the targets that they registered, as a table."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.facts.of_registrations import progress
from thidua.model.figure_words import figure_value
from thidua.model.period import Member, Period
from thidua.model.scale import Scale
from thidua.numerals.writing import format_percent, round_half_up
from thidua.reports.grid import Grid
from thidua.reports.wording import NOTHING, criterion_name

_HEADINGS = ("Đơn vị", "Tiêu chí", "Chỉ tiêu\nđăng ký", "Thực hiện\n6 tháng", "Tiến độ")
_NUMBERS = (2, 3, 4)
_NOT_GIVEN = "chưa có"
_HUNDREDTH_OF_PERCENT = Fraction(1, 10**4)


def targets_grid(period: Period, scale: Scale | None) -> Grid | None:
    """A row for each registered target; None where nobody gave a figure of the first six months."""
    registrations = period.registrations or ()
    if scale is None or all(target.half_year is None for each in registrations for target in each.targets):
        return None
    rows = tuple(row for member in period.members for row in _rows(member, period, scale))
    return Grid(_HEADINGS, rows, _NUMBERS)


def _rows(member: Member, period: Period, scale: Scale) -> Iterator[tuple[str, ...]]:
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    own = (target for each in period.registrations or () if each.unit == member.id for target in each.targets)
    for target in own:
        criterion = criteria[target.criterion]
        figure = criterion.figure(target.figure)
        if figure is None:
            raise ValueError("targets are registered only for figures of their criterion")
        part = f" ({figure.part})" if figure.part else ""
        done = target.half_year
        share = None if done is None or progress(target, figure) is None else done / target.value
        yield (
            member.name,
            f"{criterion_name(criterion)}{part}",
            figure_value(figure, target.value),
            _NOT_GIVEN if done is None else figure_value(criterion.achieved_by(figure), done),
            NOTHING if share is None else format_percent(round_half_up(share, _HUNDREDTH_OF_PERCENT)),
        )
