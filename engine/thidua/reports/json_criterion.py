"""One criterion of one unit, as plain values of ``score --format json``: points, and what they were made of."""

from datetime import date
from fractions import Fraction
from typing import Any

from thidua.model.dossier import EvidenceItem
from thidua.model.figure import Figure
from thidua.model.period import Adjustment
from thidua.model.scale import Section
from thidua.numerals.writing import plain_decimal
from thidua.reports.decimals import places_of
from thidua.reports.evidence import document_name, evidence_counts
from thidua.scoring import CriterionResult


def criterion_json(result: CriterionResult, section: Section, rounding: int) -> dict[str, Any]:
    """The result. ``figures`` are exact, null where not reported; what they are called stands once, in the scale."""
    criterion = result.criterion
    required, supplied = evidence_counts(result)
    return {
        "id": criterion.id,
        "number": criterion.number,
        "name": criterion.name,
        "section": section.id,
        "status": result.status,
        "points": decimal_or_null(result.points, rounding),
        "least": decimal(result.least, rounding),
        "most": decimal(result.most, rounding),
        "standard": decimal(criterion.standard_points, rounding),
        "ceiling": decimal(criterion.ceiling, rounding),
        "self": decimal_or_null(result.self_points, rounding),
        "verified": _decided(result.decisions.verified, rounding),
        "agreed": _decided(result.decisions.agreed, rounding),
        "explanation": result.explanation,
        "basis": criterion.basis,
        "supplier": result.supplier,
        "figures": {figure: decimal_or_null(value, 0) for figure, value in result.figures},
        "evidence": {
            "required": required,
            "supplied": supplied,
            "documents": [document_json(item, document_name(item, criterion)) for item in result.evidence],
            "missing": [requirement.name for requirement in result.missing_evidence],
        },
        "unit_reply": result.decisions.verified.unit_reply if result.decisions.verified else None,
        "unit_explanation": result.unit_explanation,
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """How a figure is called and measured; ``levels``: the words behind the numbers of a figure that is a level."""
    return {
        "id": figure.id,
        "name": figure.full_name,
        "kind": figure.kind,
        "measure": figure.measure,
        "levels": list(figure.levels),
    }


def decimal(value: Fraction, rounding: int) -> str:
    """A number for machines, with the scale's decimals or as many more as it needs."""
    return plain_decimal(value, places_of(value, rounding))


def decimal_or_null(value: Fraction | None, rounding: int) -> str | None:
    """A number, null where there is none."""
    return None if value is None else decimal(value, rounding)


def _decided(decision: Adjustment | None, rounding: int) -> str | None:
    return decimal_or_null(decision.new_points if decision else None, rounding)


def document_json(item: EvidenceItem, name: str | None) -> dict[str, Any]:
    """A document; ``name``: as it is to be read, where the item itself holds only a code."""
    return {
        "type": item.type,
        "name": name,
        "number": item.number,
        "dated": _day(item.dated),
        "issuer": item.issuer,
        "file": item.file,
        "file_state": item.file_state,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
