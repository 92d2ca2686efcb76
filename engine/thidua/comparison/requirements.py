"""Which documents only another version asks for, and which of those that a unit lacks it asks for too."""

from collections.abc import Iterable, Sequence

from thidua.comparison.documents import same_document
from thidua.model.scale import Criterion, Requirement
from thidua.scoring.inputs import Known


def newly_asked(criterion: Criterion, before: Iterable[Criterion]) -> tuple[Requirement, ...]:
    """The documents that none of the criteria before asked for."""
    known = [requirement for each in before for requirement in each.evidence]
    return tuple(each for each in criterion.evidence if not any(same_document(each, other) for other in known))


def still_missing(
    criterion: Criterion, before: Sequence[Criterion], known: Sequence[Known], exempt_figure: str | None
) -> tuple[Requirement, ...]:
    """The documents that a unit lacked for the criteria before and lacks here too; ``known``: what it gave for each."""
    lacking = [requirement for each in known for requirement in each.missing_evidence]
    return tuple(
        each
        for each in criterion.evidence
        if (each.for_figure is None or each.for_figure != exempt_figure)
        and any(same_document(each, other) for other in lacking)
    )
