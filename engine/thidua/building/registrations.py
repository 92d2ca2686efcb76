"""Build the registrations and signed pledges of a period."""

from typing import Any

from thidua.building.record_checks import RecordChecks
from thidua.building.registered_targets import TargetReader
from thidua.model.conference import RegisteredContent, Registration
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.schemas import Path, Shaped


def build_registrations(shaped: Shaped, period: Period, scale: Scale | None) -> tuple[Registration, ...]:
    """The registrations of a shaped file; what is wrong with them is reported in it.

    Without a scale the registered targets can't be read and are left out.
    """
    checks = RecordChecks(shaped, period)
    targets = TargetReader(shaped, scale) if scale else None
    seen: dict[str, int] = {}
    found = []
    for item, path in checks.items_with("registrations", "unit"):
        checks.unit(item, path)
        checks.once(541, seen, item["unit"], path, unit=item["unit"])
        checks.days(item, path, "registered_on", "signed_on")
        found.append(
            Registration(
                unit=item["unit"],
                registered_on=item.get("registered_on"),
                signed_on=item.get("signed_on"),
                document=item.get("recorded_in"),
                recipients=tuple(item.get("recipients", ())),
                titles=tuple(item.get("registered_titles", ())),
                contents=_contents(checks, item, path),
                targets=targets.targets(checks.below(item, path, "registered_targets")) if targets else (),
            )
        )
    return tuple(found)


def _contents(checks: RecordChecks, registration: dict[str, Any], path: Path) -> tuple[RegisteredContent, ...]:
    seen: dict[str, int] = {}
    found = []
    for item, place in checks.below(registration, path, "registered_contents"):
        checks.once(561, seen, item["id"], place, id=item["id"])
        checks.days(item, place, "rechecked_on")
        result, day = item.get("recheck_result", "not_rechecked"), item.get("rechecked_on")
        if day and result == "not_rechecked":
            checks.shaped.report(563, (*place, "rechecked_on"), id=item["id"], day=f"{day:%d/%m/%Y}")
        registered = registration.get("registered_on")
        if day and registered and day < registered:
            days = {"day": f"{day:%d/%m/%Y}", "registered": f"{registered:%d/%m/%Y}"}
            checks.shaped.report(564, (*place, "rechecked_on"), id=item["id"], **days)
        found.append(RegisteredContent(item["id"], item["name"], result, day, item.get("recorded_in")))
    return tuple(found)
