"""Replaced ids that are none: of criteria and of rules, looked for in all other versions of the set."""

from collections.abc import Iterator, Sequence

from thidua.diagnostics import Diagnostic, diagnose
from thidua.linting.subject import Subject
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.schemas import Shaped
from thidua.vocabulary import nearest


def lint_replaced(subject: Subject) -> Iterator[Diagnostic]:
    """Ids that a criterion says it replaces and that no other version of the set has."""
    if subject.others is None:
        return
    known = [each.id for other in subject.others for each in other.criteria]
    nowhere = "Thư mục gốc không có thang điểm năm khác của Cụm này."
    for path, criterion in subject.criteria:
        for index, replaced in enumerate(criterion.replaces):
            if replaced not in known:
                suggestion = _suggestion(replaced, known, subject.others, nowhere)
                yield subject.at((*path, "replaces", index), 258, id=replaced, suggestion=suggestion)


def lint_replaced_rules(rules: RuleSet, written: Shaped, others: Sequence[RuleSet]) -> Iterator[Diagnostic]:
    """The same of rules; ``others``: the other versions of their set."""
    known = [each.id for other in others for each in other.rules]
    nowhere = "Thư mục gốc không có bản khác của bộ quy tắc này."
    for place, rule in enumerate(rules.rules):
        for index, replaced in enumerate(rule.replaces):
            if replaced not in known:
                suggestion = _suggestion(replaced, known, others, nowhere)
                yield diagnose(
                    325, written.place(("rules", place, "replaces", index)), id=replaced, suggestion=suggestion
                )


def _suggestion(replaced: str, known: Sequence[str], others: Sequence[Scale | RuleSet], nowhere: str) -> str:
    versions = ", ".join(other.id for other in others)
    looked = f"Đã tìm ở: {versions}." if versions else nowhere
    guess = nearest(replaced, known)
    return f"Có phải là “{guess}”? {looked}" if guess else looked
