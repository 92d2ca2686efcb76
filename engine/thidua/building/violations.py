"""Build the matters under review or concluded."""

from thidua.building.record_checks import RecordChecks
from thidua.model.conference import Violation
from thidua.model.period import Period
from thidua.schemas import Shaped


def build_violations(shaped: Shaped, period: Period) -> tuple[Violation, ...]:
    """The matters of a shaped file; what is wrong with them is reported in it."""
    checks = RecordChecks(shaped, period)
    found = []
    for item, path in checks.items("violations"):
        checks.unit(item, path)
        began, ended = item["began_on"], item.get("ended_on")
        if ended and ended < began:
            shaped.report(546, (*path, "ended_on"), began=f"{began:%d/%m/%Y}", ended=f"{ended:%d/%m/%Y}")
        checks.days(item, path, "began_on", "ended_on")
        kind, state = item["violation_kind"], item["violation_state"]
        found.append(Violation(item["unit"], kind, state, item["matter"], began, ended, item.get("recorded_in")))
    return tuple(found)
