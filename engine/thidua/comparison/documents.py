"""When two versions ask for the same document: by its code, or by its name whatever year stands in it."""

from thidua.model.scale import Requirement
from thidua.reading.years import without_years
from thidua.vocabulary import fold


def document_code(requirement: Requirement) -> str:
    """Its code, however it is spelled."""
    return fold(requirement.id)


def document_name(requirement: Requirement) -> str:
    """Its name without years, however it is spelled: the same paper is asked for every year."""
    return fold(without_years(requirement.name))


def same_document(one: Requirement, other: Requirement) -> bool:
    """Whether two versions ask for the same document."""
    return document_code(one) == document_code(other) or document_name(one) == document_name(other)
