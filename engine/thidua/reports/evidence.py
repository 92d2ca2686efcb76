"""Documents: how many a criterion asks of a unit and how many of them are there; each as officials name it."""

from datetime import date

from thidua.model.dossier import EvidenceItem
from thidua.model.matching import missing_requirements
from thidua.model.scale import Criterion
from thidua.scoring import CriterionResult
from thidua.vocabulary import fold


def evidence_counts(result: CriterionResult) -> tuple[int, int]:
    """Required and supplied. A document that a unit need not send (it has no target) counts only where it is there."""
    required = len(result.criterion.evidence)
    unanswered = len(missing_requirements(result.criterion, result.evidence)) if result.evidence else required
    supplied = required - unanswered
    return supplied + len(result.missing_evidence), supplied


def document_name(item: EvidenceItem, criterion: Criterion) -> str:
    """The item's own name; where it was given only the code that documents share, the name behind the code."""
    if item.name is not None and item.name != item.type:
        return item.name
    asked = (requirement.name for requirement in criterion.evidence if fold(requirement.id) == fold(item.type))
    return next(asked, item.type)


def document_words(name: str, number: str | None, dated: date | None, issuer: str | None) -> str:
    """A document as officials cite it: ``Quyết định giao dự toán số 15/QĐ-UBND ngày 05/01/2019 của UBND tỉnh``."""
    parts = (
        f" số {number}" if number else "",
        f" ngày {dated:%d/%m/%Y}" if dated else "",
        f" của {issuer}" if issuer else "",
    )
    return f"{name}{''.join(parts)}"
