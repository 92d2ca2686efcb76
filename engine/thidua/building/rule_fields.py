"""The fields and comparisons that a rule's keys name."""

from collections.abc import Mapping

from thidua.model.rules import Operator
from thidua.vocabulary import FACT_KINDS, LISTS, FactField, FactKind, fold, nearest, spellings_of_fields, word

# Longest first, so that "không lớn hơn" is not read as "lớn hơn" of a field called "… không".
_OPERATORS: tuple[tuple[str, Operator], ...] = tuple(
    sorted(
        (
            (fold(spelling), term.identifier)  # type: ignore[misc]  # the list's identifiers are the operators
            for term in LISTS["operator"]
            for spelling in (term.vietnamese, term.identifier, *term.spellings)
        ),
        key=lambda pair: -len(pair[0]),
    )
)


def find_field(written: str, kind: FactKind) -> FactField | None:
    """A field by any spelling."""
    identifier = spellings_of_fields(kind.term.identifier).get(fold(written))
    return kind.field(identifier) if identifier else None


def is_field_name(written: str) -> bool:
    """Whether some kind of fact has a field of this name."""
    return any(find_field(written, kind) for kind in FACT_KINDS.values())


def suggest_field(written: str, kind: FactKind) -> str:
    """The field and the comparison that were probably meant, or all fields that there are."""
    folded = fold(written)
    known = [field.term.vietnamese for field in kind.fields]
    spelling = next((each for each, _ in _OPERATORS if folded.endswith(f" {each}")), "")
    comparison = None if spelling else _misspelt_operator(folded, kind)
    if comparison:
        return f"Có phải là “{comparison}”?"
    ending = next((f" {word('operator', found)}" for each, found in _OPERATORS if each == spelling), "")
    guess = nearest(folded.removesuffix(spelling).strip(), known)
    return f"Có phải là “{guess}{ending}”?" if guess else f"Các mục của dữ kiện này: {'; '.join(known)}."


def _misspelt_operator(folded: str, kind: FactKind) -> str | None:
    """A known field with what is nearly a comparison: ``điểm lớn hơm`` means ``điểm lớn hơn``."""
    for field in sorted(kind.fields, key=lambda each: -len(each.term.vietnamese)):
        name = fold(field.term.vietnamese)
        if folded.startswith(f"{name} "):
            operators = [term.vietnamese for term in LISTS["operator"]]
            guess = nearest(folded.removeprefix(name).strip(), operators)
            return f"{field.term.vietnamese} {guess}" if guess else None
    return None


def type_in_words(field: FactField) -> str:
    """The type of a field in the words of users."""
    return _TYPES.get(field.type, "từ trong danh sách cho sẵn")


_TYPES: Mapping[str, str] = {
    "text": "chữ",
    "unit": "mã đơn vị",
    "criterion": "mã tiêu chí",
    "points": "điểm",
    "percent": "tỷ lệ",
    "whole": "số nguyên",
    "day": "ngày",
    "yes_no": "có hoặc không",
    "shown": "chữ chỉ để in",
    "key": "chữ chỉ để nối",
}


def field_and_operator(written: str, kind: FactKind) -> tuple[FactField, Operator] | None:
    """The field and the comparison that a key names; None where the kind of fact has no such field."""
    field = find_field(written, kind)
    if field:
        return field, "equals"
    folded = fold(written)
    for spelling, operator in _OPERATORS:
        if folded.endswith(f" {spelling}"):
            field = find_field(folded.removesuffix(f" {spelling}"), kind)
            if field:
                return field, operator
    return None
