"""``thidua diff --format json`` of two saved results: stable English keys, decimals as strings."""

from fractions import Fraction
from typing import Any

from thidua.comparison.runs import Run, RunAward, RunFinding, RunPlace, Version
from thidua.comparison.runs_causes import Cause, Value
from thidua.comparison.runs_moves import CriterionMove, RunsDifference, UnitMove
from thidua.model.dossier import EvidenceItem
from thidua.reports.json_criterion import decimal, decimal_or_null, document_json
from thidua.reports.json_text import json_text

_PLACES = 2


def runs_json(found: RunsDifference) -> str:
    """The whole difference. ``impact``: a row for each unit for which something differs.

    ``because`` adds up to ``delta``: points times the weight of the section; what caps, conversion and rounding make is
    the row with criterion null. A side on which there is none is null.
    """
    return json_text(
        {
            "old": _run(found.old),
            "new": _run(found.new),
            "impact": [_unit(each) for each in found.units],
            "findings": [{"old": _finding(before), "new": _finding(after)} for before, after in found.findings],
            "places": [{"old": _place(before), "new": _place(after)} for before, after in found.places],
            "awards": [{"old": _award(before), "new": _award(after)} for before, after in found.awards],
        }
    )


def _run(run: Run) -> dict[str, Any]:
    return {
        "program": run.program,
        "period": _version(run.period),
        "stage": run.stage,
        "scale": _version(run.scale),
        "rules": _version(run.rules),
    }


def _version(version: Version | None) -> dict[str, str] | None:
    return {"id": version.id, "hash": version.hash} if version else None


def _unit(each: UnitMove) -> dict[str, Any]:
    found: dict[str, Any] = {"unit": each.shown.id, "name": each.shown.name}
    for name, of in (("old", each.old), ("new", each.new)):
        found[f"{name}_total"] = _number(of.total) if of else None
        found[f"{name}_place"] = of.place if of else None
        found[f"{name}_least"] = _number(of.least) if of else None
        found[f"{name}_most"] = _number(of.most) if of else None
        found[f"{name}_state"] = of.state if of else None
        found[f"{name}_eligibility"] = of.eligibility if of else None
        found[f"{name}_class"] = of.result_class if of else None
    found["delta"] = _number(each.delta)
    found["because"] = [_criterion(one) for one in each.criteria]
    if each.rest:
        found["because"].append({"criterion": None, "delta": _number(each.rest)})
    return found


def _criterion(each: CriterionMove) -> dict[str, Any]:
    found: dict[str, Any] = {
        "criterion": each.shown.id,
        "number": each.shown.number,
        "name": each.shown.name,
        "delta": _number(each.delta),
    }
    for name, of in (("old", each.old), ("new", each.new)):
        found[f"{name}_points"] = _number(of.points) if of else None
        found[f"{name}_status"] = of.status if of else None
    found["causes"] = [_cause(cause) for cause in each.causes]
    return found


def _cause(cause: Cause) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": cause.kind}
    if cause.figure:
        found["figure"] = cause.figure
    if cause.others:
        found["units"] = list(cause.others)
    return {**found, "old": _value(cause.old), "new": _value(cause.new)}


def _value(value: Value) -> Any:
    match value:
        case Fraction():
            return decimal(value, 0)
        case EvidenceItem():
            return document_json(value, value.name)
        case _:
            return value


def _finding(found: RunFinding | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "rule": found.rule,
        "level": found.level,
        "unit": found.unit,
        "criterion": found.criterion,
        "message": found.message,
        "basis": found.basis,
    }


def _place(found: RunPlace | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"place": found.place, "units": list(found.units), "certain": found.certain, "decided": found.decided}


def _award(found: RunAward | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "place": found.place,
        "award": found.award,
        "unit": found.unit,
        "met": found.met,
        "missing": list(found.missing),
    }


def _number(value: Fraction | None) -> str | None:
    return decimal_or_null(value, _PLACES)
