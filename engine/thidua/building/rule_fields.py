"""The fields and comparisons that a rule's keys name."""

from collections.abc import Mapping

from thidua.model.rules import Operator
from thidua.vocabulary import LISTS, FactField, FactKind, fold, nearest, spellings_of_fields, word

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


def suggest_field(written: str, kind: FactKind) -> str:
    """The nearest field, with the comparison that was written, or all there are."""
    known = [field.term.vietnamese for field in kind.fields]
    folded = fold(written)
    ending = next((word("operator", each) for spelling, each in _OPERATORS if folded.endswith(f" {spelling}")), "")
    spelling = next((each for each, _ in _OPERATORS if ending and folded.endswith(f" {each}")), "")
    guess = nearest(folded.removesuffix(spelling).strip(), known)
    if guess is None:
        return f"Các mục của dữ kiện này: {'; '.join(known)}."
    return f"Có phải là “{f'{guess} {ending}'.strip()}”?"


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
