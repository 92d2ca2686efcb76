"""What the rules lead to, as plain values of ``score --format json``."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from thidua.inference.findings import Finding
from thidua.model.conference import Conclusion
from thidua.model.period import Period
from thidua.pipeline import Scored
from thidua.ranking.awards import Award
from thidua.ranking.certainty import OpenQuestion, Outcome
from thidua.ranking.judgement import Judgement
from thidua.scoring import UnitResult

Decimal = Callable[[Fraction], str]


def rules_json(scored: Scored) -> dict[str, Any] | None:
    """Which rules were run by which engine; None without rules."""
    judgement = scored.judgement
    if judgement is None:
        return None
    return {
        "id": judgement.rules.id,
        "hash": scored.rules_hash,
        "engine": judgement.engine,
        "notice": judgement.notice,
    }


def unit_json(unit: UnitResult, judgement: Judgement | None) -> dict[str, Any]:
    """A unit's eligibility and place among the eligible, with the reason where totals are equal."""
    placed = judgement.place_of(unit) if judgement else None
    return {
        "eligibility": judgement.eligibility[unit.member.id] if judgement else None,
        "place": placed.place if placed else None,
        "place_reason": placed.reason if placed else "",
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "rule": finding.rule.id,
        "level": finding.rule.level,
        "action": finding.rule.action,
        "answered_by": finding.rule.answered_by,
        "unit": finding.unit,
        "criterion": finding.criterion,
        "message": finding.message,
        "basis": finding.rule.basis,
    }


def place_json(outcome: Outcome, period: Period, decimal: Decimal) -> dict[str, Any]:
    """One place. Of those who share it, the first in the members' order is ``unit``, the others are ``tied``.

    ``decided``: the conference's own conclusion, null where it recorded none.
    """
    first, *others = outcome.holders
    concluded = next((each for each in period.conclusions if each.place == outcome.place), None)
    return {
        "place": outcome.place,
        "unit": first.unit.member.id,
        "tied": [each.unit.member.id for each in others],
        "reason": first.reason,
        "certain": outcome.certain,
        "open_questions": [_question(each, decimal) for each in outcome.open_questions],
        "decided": _conclusion(concluded) if concluded else None,
    }


def _question(question: OpenQuestion, decimal: Decimal) -> dict[str, Any]:
    found = question.range
    return {
        "kind": question.kind,
        "unit": question.unit,
        "criterion": question.criterion,
        "range": [decimal(found[0]), decimal(found[1])] if found else None,
    }


def _conclusion(concluded: Conclusion) -> dict[str, Any]:
    return {"unit": concluded.unit, "reason": concluded.reason, "document": concluded.document}


def award_json(award: Award) -> dict[str, Any]:
    """One proposal; ``decided`` where the conference gave the place to this unit, whoever has it by points."""
    concluded = award.concluded
    return {
        "place": award.rule.place,
        "unit": award.unit.member.id if award.unit else None,
        "award": award.rule.award,
        "met": award.is_met,
        "missing": list(award.missing),
        "assumed": award.rule.assumed,
        "basis": award.rule.basis,
        "decided": _conclusion(concluded) if concluded else None,
    }
