"""Build experts' cases."""

from fractions import Fraction
from typing import Any

from thidua.building.reported import check_limits, read_reported
from thidua.diagnostics import has_errors
from thidua.model.cases import Case, CaseUnit
from thidua.model.scale import Criterion, Scale
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key, nearest

_OF_ONE_UNIT = ("figures", "evidence_state", "outside_source", "is_without_target", "is_not_applicable")


def build_cases(shaped: Shaped, scale: Scale) -> tuple[Case, ...]:
    """The cases of a shaped file that can be run; diagnostics say what is wrong with the others."""
    written = shaped.data.get("scale", scale.id)
    if written != scale.id:
        shaped.report(702, ("scale",), id=written, scale=scale.id)
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    built = []
    for index, item in enumerate(shaped.data.get("cases") or ()):
        path: Path = ("cases", index)
        if not item or "criterion" not in item:
            continue
        criterion = criteria.get(item["criterion"])
        if criterion is None:
            guess = nearest(item["criterion"], criteria)
            suggestion = f"Có phải là “{guess}”?" if guess else "Xem mã tiêu chí trong thang điểm."
            shaped.report(701, (*path, "criterion"), id=item["criterion"], scale=scale.id, suggestion=suggestion)
        elif "units" in item and any(each in item for each in _OF_ONE_UNIT):
            beside = ", ".join(f"“{key(each)}”" for each in _OF_ONE_UNIT if each in item)
            problem = f"Đã có “{key('units')}” nên không ghi {beside} ở trường hợp."
            shaped.report(153, path, problem=problem, suggestion=f"Chuyển {beside} vào từng đơn vị.")
        elif not shaped.is_broken(path):
            built.append(_case(shaped, item, criterion, path))
    return tuple(case for case in built if case)


def _case(shaped: Shaped, item: dict[str, Any], criterion: Criterion, path: Path) -> Case | None:
    if "units" in item:
        units = [_unit(shaped, each, criterion, (*path, "units", i)) for i, each in enumerate(item["units"]) if each]
    else:
        units = [_unit(shaped, {**item, "unit": "đơn vị"}, criterion, path)]
    if any(unit is None for unit in units):
        return None
    place = shaped.place(path)
    known = tuple(unit for unit in units if unit)
    return Case(item["name"], criterion.id, item["basis"], known, place.path, place.line)


def _unit(shaped: Shaped, item: dict[str, Any], criterion: Criterion, path: Path) -> CaseUnit | None:
    before = len(shaped.diagnostics)
    reported, _ = read_reported(shaped, item.get("figures", {}), criterion, (*path, "figures"), 703)
    for each in reported:
        # Experts try values beyond what is plausible on purpose; points off their scale and counts below zero can't be.
        if each.figure.kind == "points" or each.value < 0:
            check_limits(shaped, each)
    if has_errors(shaped.diagnostics[before:]):
        return None
    points: Fraction | None = item["expected"].get("points")
    return CaseUnit(
        name=item["unit"],
        figures=tuple((each.figure.id, each.value) for each in reported),
        evidence_complete=item.get("evidence_state", "complete") == "complete",
        source_pending=item.get("outside_source", "received") == "pending",
        without_target=item.get("is_without_target", False),
        not_applicable=item.get("is_not_applicable", False),
        points=points,
        status=item["expected"]["status"],
    )
