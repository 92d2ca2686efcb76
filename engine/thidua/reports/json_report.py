"""``score --format json``: the stable contract. English keys in a fixed order, decimals as strings."""

from fractions import Fraction
from typing import Any

from thidua import __version__
from thidua.comparison.runs_seal import sealed
from thidua.model.scale import Scale
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.json_criterion import criterion_json, decimal, decimal_or_null, figure_json
from thidua.reports.json_judgement import award_json, finding_json, place_json, rules_json, unit_json
from thidua.reports.json_text import json_text
from thidua.reports.notices import notices
from thidua.scoring import ClusterResult, UnitResult
from thidua.scoring.result import SectionResult

_ZERO = Fraction(0)


def json_report(scored: Scored, cluster: ClusterResult) -> str:
    """The whole result, sealed with the hash of its content; ends with a line break."""
    return sealed(json_text(as_json(scored, cluster)))


def as_json(scored: Scored, cluster: ClusterResult) -> dict[str, Any]:
    """The result as plain values. ``rules`` is null, findings, places and awards are empty without rules.

    ``rank`` is null for a unit that takes no place: its dossier has errors (then ``total`` is null too), or there is
    none and the table is not agreed yet.
    """
    period, scale, judgement = cluster.period, cluster.scale, scored.judgement

    def written(value: Fraction) -> str:
        return decimal(value, scale.rounding)

    return {
        "program": {"version": __version__},
        "notices": list(notices(cluster)),
        "period": {"id": period.id, "hash": scored.period_hash, "stage": period.stage, "name": period.name},
        "scale": _scale(scored, scale) if cluster.is_scored else None,
        "rules": rules_json(scored),
        "units": [_unit(unit, scale.rounding, judgement) for unit in cluster.units],
        "findings": [finding_json(each) for each in judgement.findings] if judgement else [],
        "places": [place_json(each, period, written) for each in judgement.outcomes] if judgement else [],
        "awards": [award_json(each) for each in judgement.awards] if judgement else [],
    }


def _unit(unit: UnitResult, rounding: int, judgement: Judgement | None) -> dict[str, Any]:
    return {
        "id": unit.member.id,
        "name": unit.member.name,
        "total": decimal_or_null(unit.total, rounding),
        "provisional": unit.provisional,
        "least": decimal(unit.least, rounding),
        "most": decimal(unit.most, rounding),
        # Before conversion. The contract allows no null here: without points the sum of what is there is zero.
        "raw_total": decimal(unit.raw_total or _ZERO, rounding),
        "rank": unit.rank,
        "state": unit.state,
        **unit_json(unit, judgement),
        "class": unit.result_class,
        "sections": [_section(result, rounding) for result in unit.sections],
        "criteria": _criteria(unit, rounding),
    }


def _criteria(unit: UnitResult, rounding: int) -> list[dict[str, Any]]:
    sections = {criterion.id: each.section for each in unit.sections for criterion in each.section.criteria}
    return [criterion_json(result, sections[result.criterion.id], rounding) for result in unit.criteria]


def _scale(scored: Scored, scale: Scale) -> dict[str, Any]:
    return {
        "id": scale.id,
        "hash": scored.scale_hash,
        "state": scale.state,
        "figures": {criterion.id: [figure_json(each) for each in criterion.figures] for criterion in scale.criteria},
    }


def _section(result: SectionResult, rounding: int) -> dict[str, Any]:
    return {
        "id": result.section.id,
        "number": result.section.number,
        "points": decimal(result.points or _ZERO, rounding),
        "standard": decimal(result.section.standard_points, rounding),
        # ``points`` and ``standard`` are before the weight.
        "weight": decimal(result.section.weight, 0),
    }
