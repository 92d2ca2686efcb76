"""``score --format json``: the stable contract. English keys in a fixed order, decimals as strings."""

import json
from fractions import Fraction
from typing import Any

from thidua import __version__
from thidua.model.period import Adjustment
from thidua.numerals.writing import plain_decimal
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.decimals import places_of
from thidua.reports.evidence import evidence_counts
from thidua.reports.json_judgement import award_json, finding_json, place_json, rules_json, unit_json
from thidua.reports.notices import notices
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.scoring.result import SectionResult

_ZERO = Fraction(0)


def json_report(scored: Scored, cluster: ClusterResult) -> str:
    """The whole result; ends with a line break."""
    return json.dumps(as_json(scored, cluster), ensure_ascii=False, indent=2) + "\n"


def as_json(scored: Scored, cluster: ClusterResult) -> dict[str, Any]:
    """The result as plain values. ``rules`` is null, findings, places and awards are empty without rules.

    ``rank`` is null for a unit that takes no place: its dossier has errors (then ``total`` is null too), or there is
    none and the table is not agreed yet.
    """
    period, scale, judgement = cluster.period, cluster.scale, scored.judgement

    def decimal(value: Fraction) -> str:
        return _decimal(value, scale.rounding)

    return {
        "program": {"version": __version__},
        "notices": list(notices(cluster)),
        "period": {"id": period.id, "hash": scored.period_hash, "stage": period.stage},
        "scale": {"id": scale.id, "hash": scored.scale_hash, "state": scale.state} if cluster.is_scored else None,
        "rules": rules_json(scored),
        "units": [_unit(unit, scale.rounding, judgement) for unit in cluster.units],
        "findings": [finding_json(each) for each in judgement.findings] if judgement else [],
        "places": [place_json(each, period, decimal) for each in judgement.outcomes] if judgement else [],
        "awards": [award_json(each) for each in judgement.awards] if judgement else [],
    }


def _unit(unit: UnitResult, rounding: int, judgement: Judgement | None) -> dict[str, Any]:
    return {
        "id": unit.member.id,
        "name": unit.member.name,
        "total": _decimal_or_null(unit.total, rounding),
        "provisional": unit.provisional,
        "least": _decimal(unit.least, rounding),
        "most": _decimal(unit.most, rounding),
        # Before conversion. The contract allows no null here: without points the sum of what is there is zero.
        "raw_total": _decimal(unit.raw_total or _ZERO, rounding),
        "rank": unit.rank,
        "state": unit.state,
        **unit_json(unit, judgement),
        "class": unit.result_class,
        "sections": [_section(result, rounding) for result in unit.sections],
        "criteria": [_criterion(result, rounding) for result in unit.criteria],
    }


def _decided(decision: Adjustment | None, rounding: int) -> str | None:
    return _decimal_or_null(decision.new_points if decision else None, rounding)


def _section(result: SectionResult, rounding: int) -> dict[str, Any]:
    return {
        "id": result.section.id,
        "number": result.section.number,
        "points": _decimal(result.points or _ZERO, rounding),
        "standard": _decimal(result.section.standard_points, rounding),
        # ``points`` and ``standard`` are before the weight.
        "weight": plain_decimal(result.section.weight, places_of(result.section.weight, 0)),
    }


def _criterion(result: CriterionResult, rounding: int) -> dict[str, Any]:
    criterion = result.criterion
    required, supplied = evidence_counts(result)
    return {
        "id": criterion.id,
        "number": criterion.number,
        "status": result.status,
        "points": _decimal_or_null(result.points, rounding),
        "least": _decimal(result.least, rounding),
        "most": _decimal(result.most, rounding),
        "standard": _decimal(criterion.standard_points, rounding),
        "ceiling": _decimal(criterion.ceiling, rounding),
        "self": _decimal_or_null(result.self_points, rounding),
        "verified": _decided(result.decisions.verified, rounding),
        "agreed": _decided(result.decisions.agreed, rounding),
        "explanation": result.explanation,
        "basis": criterion.basis,
        "supplier": result.supplier,
        "evidence": {"required": required, "supplied": supplied},
    }


def _decimal(value: Fraction, rounding: int) -> str:
    return plain_decimal(value, places_of(value, rounding))


def _decimal_or_null(value: Fraction | None, rounding: int) -> str | None:
    return None if value is None else _decimal(value, rounding)
