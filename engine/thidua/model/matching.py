"""Which required documents an evidence list does not answer."""

from collections.abc import Iterable

from thidua.model.dossier import EvidenceItem
from thidua.model.scale import Criterion, Requirement
from thidua.vocabulary import fold


def missing_requirements(
    criterion: Criterion, evidence: Iterable[EvidenceItem], exempt_figure: str | None = None
) -> tuple[Requirement, ...]:
    """The documents still missing. An item answers a requirement by its code or its name, however it is spelt.

    ``exempt_figure``: a figure that the unit need not report, so neither its document.
    """
    supplied = {fold(item.type) for item in evidence}
    return tuple(
        requirement
        for requirement in criterion.evidence
        if (requirement.for_figure is None or requirement.for_figure != exempt_figure)
        and not supplied & {fold(requirement.id), fold(requirement.name)}
    )
