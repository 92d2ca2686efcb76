"""What every reader of a comparison must be told first: of both scales, and of the period."""

from thidua.comparison.impact import Impact
from thidua.reports.notices import BETWEEN, notices


def impact_notices(found: Impact) -> tuple[str, ...]:
    """The notices under the old version, then what only the new one adds; none twice."""
    return tuple(dict.fromkeys((*notices(found.old), *notices(found.new))))


def impact_first_line(found: Impact) -> str:
    """All of them on one line; empty where there are none."""
    return BETWEEN.join(impact_notices(found))
