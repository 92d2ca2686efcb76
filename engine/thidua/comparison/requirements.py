"""Which documents of two versions are the same, and which of those that a unit lacks another version asks for too."""

import re
from collections.abc import Iterable, Sequence

from thidua.model.scale import Criterion, Requirement
from thidua.scoring.inputs import Known
from thidua.vocabulary import fold

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def same_document(one: Requirement, other: Requirement) -> bool:
    """Whether two versions ask for the same document: by its code, or by its name whatever year stands in it."""
    return fold(one.id) == fold(other.id) or _bare(one) == _bare(other)


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


def _bare(requirement: Requirement) -> str:
    return fold(_YEAR.sub("", requirement.name))
