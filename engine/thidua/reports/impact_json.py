"""``diff --format json`` with a period: a row for each unit, and what must be known to read it; decimals as strings."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from thidua.comparison.impact import Impact, UnitImpact
from thidua.comparison.leading import Lead
from thidua.comparison.moves import Contribution, Outside
from thidua.comparison.sensitivity import PlaceRange
from thidua.comparison.translation import Gap
from thidua.model.period import Adjustment
from thidua.numerals.writing import plain_decimal
from thidua.reports.decimals import places_of
from thidua.reports.impact_notices import impact_notices
from thidua.scoring import CriterionResult, UnitResult


def impact_json(found: Impact, period_hash: str, ranges: Sequence[PlaceRange] | None = None) -> dict[str, Any]:
    """The keys ``impact`` (one row per unit, in the members' order) and ``impact_details``.

    Totals and ranks are null for a unit that can't be scored, and for all under a version of which nothing can be.
    ``ranges``: those of the places under the new version; None where they are not asked for.
    """
    period = found.new.period
    return {
        "impact": [_unit(each) for each in found.units],
        "impact_details": {
            "notices": list(impact_notices(found)),
            "period": {"id": period.id, "hash": period_hash, "stage": period.stage, "scale": found.base.id},
            "expected_places": {side: [_lead(each) for each in leads] for side, leads in found.leads.items()},
            "scorable_points": {
                side: {"points": _decimal(reading.scorable.points), "of": _decimal(reading.scorable.whole)}
                for side, reading in found.readings.items()
            },
            "not_usable": {side: [_gap(each) for each in reading.gaps] for side, reading in found.readings.items()},
            "converted": {
                side: [
                    {"criterion": each.criterion.id, "from": _decimal(each.before), "to": _decimal(each.after)}
                    for each in reading.conversions
                ]
                for side, reading in found.readings.items()
            },
            "documents_taken_as_supplied": {
                side: [{"criterion": each.id, "document": document.name} for each, document in reading.newly_asked]
                for side, reading in found.readings.items()
            },
            "decisions_left_aside": [_decision(each) for each in found.left_aside],
            "place_ranges": None if ranges is None else [_place_range(each) for each in ranges],
        },
    }


def _unit(unit: UnitImpact) -> dict[str, Any]:
    return {
        "unit": unit.member.id,
        "name": unit.member.name,
        "old_total": _decimal_or_null(unit.old.total),
        "new_total": _decimal_or_null(unit.new.total),
        "old_rank": unit.old.rank,
        "new_rank": unit.new.rank,
        "state": unit.new.state,
        "move": _decimal_or_null(unit.move),
        "old": _range(unit.old),
        "new": _range(unit.new),
        "because": [*map(_contribution, unit.because), *_outside(unit.outside)],
    }


def _range(unit: UnitResult) -> dict[str, Any]:
    return {"provisional": unit.provisional, "least": _decimal(unit.least), "most": _decimal(unit.most)}


def _contribution(each: Contribution) -> dict[str, Any]:
    return {
        "criterion": each.id,
        "delta": _decimal(each.delta),
        "kind": each.kind,
        "old": [_result(result) for result in each.old],
        "new": [_result(result) for result in each.new],
    }


def _result(result: CriterionResult) -> dict[str, Any]:
    points = _decimal_or_null(result.points)
    return {
        "criterion": result.criterion.id,
        "number": result.criterion.number,
        "points": points,
        "status": result.status,
    }


def _outside(outside: Outside) -> Iterator[dict[str, Any]]:
    """The row without a criterion; none where nothing but criteria moves the total."""
    made_of = {name: getattr(outside, name) for name in ("weights", "caps", "conversion", "rounding")}
    if any(made_of.values()):
        yield {
            "criterion": None,
            "delta": _decimal(outside.delta),
            "made_of": {name: _decimal(value) for name, value in made_of.items()},
        }


def _lead(lead: Lead) -> dict[str, Any]:
    return {"place": lead.place, "units": [each.member.id for each in lead.units], "certain": lead.certain}


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "criterion": gap.criterion.id,
        "reason": gap.reason,
        "figure": gap.figure.id if gap.figure else None,
        "unit": gap.unit,
        "value": _decimal_or_null(gap.value),
    }


def _place_range(each: PlaceRange) -> dict[str, Any]:
    """Best and worst place with one criterion at a time at 0.9 or 1.1, and with all of them anywhere between."""
    shifts = [
        {"criterion": shift.criterion.id, "factor": plain_decimal(shift.factor, 1), "place": shift.place}
        for shift in each.shifts
    ]
    rank, alone, together = each.unit.rank, list(each.alone), list(each.together)
    return {"unit": each.unit.member.id, "rank": rank, "alone": alone, "together": together, "shifts": shifts}


def _decision(each: Adjustment) -> dict[str, Any]:
    return {"unit": each.unit, "criterion": each.criterion, "stage": each.stage, "points": _decimal(each.new_points)}


def _decimal(value: Fraction) -> str:
    return plain_decimal(value, places_of(value, 2))


def _decimal_or_null(value: Fraction | None) -> str | None:
    return None if value is None else _decimal(value)
