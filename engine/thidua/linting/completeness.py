"""What a criterion should have and has not: evidence, a supplier, cases; and evidence that nothing asks for."""

from collections.abc import Iterator

from thidua.diagnostics import Diagnostic
from thidua.linting.subject import Subject
from thidua.model.scale import Criterion
from thidua.model.terms import GivenPointsTerms, PartsTerms, Terms
from thidua.vocabulary import fold

_HEAD = (fold("cụm trưởng"), fold("cụm phó"))


def lint_criteria(subject: Subject) -> Iterator[Diagnostic]:
    """Criteria without evidence, or without anyone who gives the figures or the points."""
    for path, criterion in subject.criteria:
        if not criterion.evidence and not _is_seen_to_by_others(criterion):
            yield subject.at(path, 250, name=criterion.name)
        if not _has_supplier(criterion):
            yield subject.at(path, 251, name=criterion.name)


def _is_seen_to_by_others(criterion: Criterion) -> bool:
    """Whether the unit has nothing to prove: somebody else gives the points, or the head counts for itself."""
    by_head = fold(criterion.figures_supplier or "").startswith(_HEAD)
    return bool(criterion.points_giver) or _is_given(criterion.terms) or by_head


def _is_given(terms: Terms) -> bool:
    """Whether givers score it, all of its parts where it has some."""
    if isinstance(terms, PartsTerms):
        return all(_is_given(part.terms) for part in terms.parts)
    return isinstance(terms, GivenPointsTerms)


def _has_supplier(criterion: Criterion) -> bool:
    return bool(criterion.figures_supplier or criterion.points_giver) or _names_givers(criterion.terms)


def _names_givers(terms: Terms) -> bool:
    if isinstance(terms, PartsTerms):
        return all(_names_givers(part.terms) for part in terms.parts)
    return isinstance(terms, GivenPointsTerms) and bool(terms.givers)


def lint_cases(subject: Subject) -> Iterator[Diagnostic]:
    """Criteria that no case looks at; of a scale without any case it is said once."""
    if subject.cases is None:
        return
    if not subject.cases:
        yield subject.at(("id",), 253)
        return
    for path, criterion in subject.criteria:
        if criterion.id not in subject.cases:
            yield subject.at(path, 252, name=criterion.name)


def lint_evidence(subject: Subject) -> Iterator[Diagnostic]:
    """Evidence that is declared and never asked for, or declared a second time under another code."""
    asked = {fold(each.id) for _, criterion in subject.criteria for each in criterion.evidence}
    first: dict[str, str] = {}
    codes: set[str] = set()
    for index, item in enumerate(subject.written.data.get("evidence_types") or ()):
        codes.add(item["id"])
        if fold(item["id"]) not in asked:
            yield subject.at(("evidence_types", index), 255, id=item["id"], name=item["name"])
        if fold(item["name"]) in first:
            yield subject.at(("evidence_types", index, "name"), 256, name=item["name"], id=first[fold(item["name"])])
        first.setdefault(fold(item["name"]), item["id"])
    for path, criterion in subject.criteria:
        if criterion.figures_from:
            continue  # the first requirements may be those of another criterion
        for index, each in enumerate(criterion.evidence):
            if each.id not in codes and fold(each.name) in first:
                yield subject.at((*path, "evidence", index), 256, name=each.name, id=first[fold(each.name)])
