"""Build the registrations and signed pledges of a period."""

from thidua.building.record_checks import RecordChecks
from thidua.model.conference import Registration
from thidua.model.period import Period
from thidua.schemas import Shaped


def build_registrations(shaped: Shaped, period: Period) -> tuple[Registration, ...]:
    """The registrations of a shaped file; what is wrong with them is reported in it."""
    checks = RecordChecks(shaped, period)
    seen: dict[str, int] = {}
    found = []
    for item, path in checks.items("registrations"):
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
            )
        )
    return tuple(found)
