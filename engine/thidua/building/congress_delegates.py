"""Build the delegates of a congress: seats by unit, groups with their least shares, who was named."""

from fractions import Fraction
from typing import Any

from thidua.building.record_checks import RecordChecks
from thidua.model.congress import Delegation, StructureShare
from thidua.numerals.writing import format_number
from thidua.schemas import Path
from thidua.vocabulary import fold, key, nearest


def allocations(checks: RecordChecks) -> tuple[tuple[str, int], ...]:
    """Seats by unit; their sum is compared with the agreed total where every line could be read."""
    found = []
    seen: dict[object, int] = {}
    for item, path in checks.items("allocations"):
        checks.unit(item, path)
        checks.once(570, seen, item["unit"], path, unit=item["unit"], list=key("allocations"))
        found.append((item["unit"], item["seats"]))
    _check_sum(checks, Fraction(sum(seats for _, seats in found)))
    return tuple(found)


def _check_sum(checks: RecordChecks, allocated: Fraction) -> None:
    agreed = (checks.shaped.data.get("congress") or {}).get("agreed_total")
    there = "allocations" in checks.shaped.data and not checks.shaped.is_broken(("allocations",))
    if there and agreed is not None and agreed != allocated:
        fields = {"allocated": format_number(allocated), "agreed": format_number(agreed)}
        checks.shaped.report(571, ("allocations",), **fields)


def structure(checks: RecordChecks) -> tuple[StructureShare, ...]:
    """The declared groups of delegates."""
    found = []
    seen: dict[object, int] = {}
    for item, path in checks.items("structure"):
        name = item["delegate_group"]
        checks.once(575, seen, fold(name), path, text=name)
        found.append(StructureShare(name, item.get("share_from")))
    return tuple(found)


def delegations(checks: RecordChecks) -> tuple[Delegation, ...]:
    """Who the units named, counted by the declared groups."""
    names = _declared(checks)
    seen: dict[object, int] = {}
    found = []
    for item, path in checks.items("delegations"):
        checks.unit(item, path)
        checks.once(570, seen, item["unit"], path, unit=item["unit"], list=key("delegations"))
        by_group = _by_group(checks, item, path, names)
        found.append(Delegation(item["unit"], item["delegate_count"], by_group))
    return tuple(found)


def _declared(checks: RecordChecks) -> dict[str, str]:
    """Every group by its folded name, also one with a fault: who refers to it has made none."""
    items = checks.shaped.data.get("structure") or ()
    names = [item["delegate_group"] for item in items if item and "delegate_group" in item]
    return {fold(name): name for name in reversed(names)}


def _by_group(
    checks: RecordChecks, item: dict[str, Any], path: Path, names: dict[str, str]
) -> tuple[tuple[str, int], ...]:
    """Counts by the name that the group was declared with."""
    total = item["delegate_count"]
    seen: dict[object, int] = {}
    found = []
    for index, each in enumerate(item.get("by_group") or ()):
        place = (*path, "by_group", index)
        written, count = each["delegate_group"], each["delegate_count"]
        if fold(written) not in names:
            _report_unknown(checks, written, (*place, "delegate_group"), list(names.values())[::-1])
            continue
        checks.once(575, seen, fold(written), place, text=written)
        if count > total:
            fields = {"count": format_number(count), "total": format_number(total)}
            checks.shaped.report(572, (*place, "delegate_count"), group=written, **fields)
        found.append((names[fold(written)], count))
    return tuple(found)


def _report_unknown(checks: RecordChecks, written: str, path: Path, known: list[str]) -> None:
    guess = nearest(written, known)
    listed = f"Các nhóm đã khai báo: {'; '.join(known)}." if known else "Khai báo ở “cơ cấu đại biểu” trước."
    checks.shaped.report(573, path, group=written, suggestion=f"Có phải là “{guess}”?" if guess else listed)
