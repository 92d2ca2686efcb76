"""What every reader of a comparison must be told first: of both scales, and of the period."""

from thidua.comparison.impact import Impact
from thidua.reports.notices import notices


def impact_notices(found: Impact) -> tuple[str, ...]:
    """The notices under the old version, then what only the new one adds; none twice."""
    return tuple(dict.fromkeys((*notices(found.old), *notices(found.new))))
