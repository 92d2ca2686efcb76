"""Counting documents: how many a criterion asks of a unit, and how many of them are there."""

from thidua.model.matching import missing_requirements
from thidua.scoring import CriterionResult


def evidence_counts(result: CriterionResult) -> tuple[int, int]:
    """Required and supplied. A document that a unit need not send (it has no target) counts only where it is there."""
    required = len(result.criterion.evidence)
    unanswered = len(missing_requirements(result.criterion, result.evidence)) if result.evidence else required
    supplied = required - unanswered
    return supplied + len(result.missing_evidence), supplied
