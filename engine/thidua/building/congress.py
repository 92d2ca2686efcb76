"""Build what one file says of a congress: conferences of units, the congress itself, delegates, nominees."""

from typing import Any

from thidua.building.congress_delegates import allocations, delegations, structure
from thidua.building.record_checks import RecordChecks
from thidua.building.unique import check_unique
from thidua.model.congress import Congress, CongressEvent, Estimate, Nominee, ProgrammePart, UnitConference
from thidua.model.period import Period
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key, nearest

_ONLY_WHERE_HELD = ("session_count", "programme")


def build_congress(shaped: Shaped, period: Period) -> Congress:
    """The congress of a shaped file; what is wrong with it is reported there."""
    checks = RecordChecks(shaped, period)
    parts = _required_parts(checks)
    known = _declared(shaped)
    return Congress(
        required_parts=parts,
        conferences=_conferences(checks, known),
        event=_event(checks, known),
        allocations=allocations(checks),
        structure=structure(checks),
        delegations=delegations(checks),
        nominees=_nominees(checks),
    )


def _required_parts(checks: RecordChecks) -> tuple[ProgrammePart, ...]:
    check_unique(checks.shaped, checks.shaped.data.get("required_parts"), ("required_parts",), {})
    return tuple(ProgrammePart(item["id"], item["name"]) for item, _ in checks.items("required_parts"))


def _declared(shaped: Shaped) -> list[str]:
    """Every id of a required part, also of one with a fault: who refers to it has made none."""
    items = shaped.data.get("required_parts") or ()
    return list(dict.fromkeys(item["id"] for item in items if item and "id" in item))


def _conferences(checks: RecordChecks, known: list[str]) -> tuple[UnitConference, ...]:
    seen: dict[object, int] = {}
    found = []
    for item, path in checks.items("unit_conferences"):
        checks.unit(item, path)
        checks.once(570, seen, item["unit"], path, unit=item["unit"], list=key("unit_conferences"))
        checks.days(item, path, "event_day")
        _check_held(checks.shaped, item, path)
        _check_not_after_congress(checks.shaped, item, path, "event_day")
        found.append(
            UnitConference(
                unit=item["unit"],
                held_on=item.get("event_day"),
                sessions=item.get("session_count"),
                own_plan=item.get("own_plan"),
                programme=_programme(checks.shaped, item, path, known),
            )
        )
    return tuple(found)


def _event(checks: RecordChecks, known: list[str]) -> CongressEvent | None:
    path: Path = ("congress",)
    item = checks.shaped.data.get("congress")
    if item is None or checks.shaped.is_broken(path):
        return None
    checks.days(item, path, "event_day")
    _check_held(checks.shaped, item, path)
    estimate = item.get("estimate")
    if estimate:
        checks.days(estimate, (*path, "estimate"), "approved_on")
        _check_not_after_congress(checks.shaped, estimate, (*path, "estimate"), "approved_on")
    return CongressEvent(
        held_on=item.get("event_day"),
        sessions=item.get("session_count"),
        programme=_programme(checks.shaped, item, path, known),
        agreed_total=item.get("agreed_total"),
        agreed_in=item.get("agreed_in"),
        estimate=Estimate(**{name: estimate[name] for name in ("approved_in", "approved_on", "approved_by")})
        if estimate
        else None,
    )


def _check_held(shaped: Shaped, item: dict[str, Any], path: Path) -> None:
    """What was held was held on some day."""
    for name in _ONLY_WHERE_HELD:
        if name in item and "event_day" not in item:
            shaped.report(576, (*path, name), key=key(name))


def _check_not_after_congress(shaped: Shaped, item: dict[str, Any], path: Path, name: str) -> None:
    """What leads to the congress should come before it: perhaps a slip, so a warning."""
    congress = (shaped.data.get("congress") or {}).get("event_day")
    day = item.get(name)
    if day and congress and day > congress:
        fields = {"key": key(name), "day": f"{day:%d/%m/%Y}", "congress": f"{congress:%d/%m/%Y}"}
        shaped.report(577, (*path, name), **fields)


def _programme(shaped: Shaped, item: dict[str, Any], path: Path, known: list[str]) -> tuple[str, ...] | None:
    """The ids of the parts that were held, each of them declared and written once; None where not noted."""
    if "programme" not in item:
        return None
    seen: dict[str, int] = {}
    for index, written in enumerate(item["programme"]):
        place = (*path, "programme", index)
        if written not in known:
            guess = nearest(written, known)
            listed = f"Các mã đã khai báo: {', '.join(known)}." if known else "Khai báo ở “nội dung bắt buộc” trước."
            suggestion = f"Có phải là “{guess}”?" if guess else listed
            shaped.report(574, place, id=written, suggestion=suggestion)
        if written in seen:
            shaped.report(575, place, text=written, first=seen[written])
        seen.setdefault(written, shaped.place(place).line)
    return tuple(item["programme"])


def _nominees(checks: RecordChecks) -> tuple[Nominee, ...]:
    check_unique(checks.shaped, checks.shaped.data.get("nominees"), ("nominees",), {})
    found = []
    for item, path in checks.items("nominees"):
        checks.unit(item, path)
        found.append(
            Nominee(
                id=item["id"],
                name=item["name"],
                kind=item["nominee_kind"],
                unit=item["unit"],
                scope=item["achievement_scope"],
                has_solution=item["has_solution"],
                document=item.get("recorded_in"),
                attends_province=item.get("attends_province", False),
                award=item.get("award_requested"),
            )
        )
    return tuple(found)
