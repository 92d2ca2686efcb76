"""Second step of checking: the JSON Schema itself, over the typed data; each error gets a place and Vietnamese
words."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from thidua.diagnostics import Diagnostic, diagnose
from thidua.numerals.writing import format_number, format_percent
from thidua.schemas.conformity import TEXTS, conformity
from thidua.schemas.load import load_schema
from thidua.schemas.shape import Path, Shaped, describe
from thidua.vocabulary import GROUPS, key

_MEANINGS = {term.identifier: term.meaning for terms in GROUPS.values() for term in terms}
_REFUSED = {
    "document": (
        "Không ghi “văn bản” khi tình trạng là “giả định”: mức điểm giả định chưa được ban hành.",
        "Dùng “bố cục phỏng theo”, hoặc đổi tình trạng nếu đã ban hành.",
    ),
    "ended_on": (
        "Không ghi “đến ngày” khi tình trạng là “đang xem xét”: việc chưa có kết luận.",
        "Bỏ mục này, hoặc đổi tình trạng nếu đã kết luận.",
    ),
}
"""What is said where a key stands that its group's other keys refuse."""
_LIMITS = {"minimum": "từ {} trở lên", "exclusiveMinimum": "lớn hơn {}", "maximum": "không quá {}"}


def validate(shaped: Shaped, schema: str) -> None:
    """Run the schema over shaped data; add what it finds to the shaped document's diagnostics and broken paths."""
    if conformity(schema)(shaped.data):
        return
    for error in _validator(schema).iter_errors(shaped.data):
        path: Path = tuple(error.absolute_path)
        for diagnostic in _translate(error, path, shaped):
            if diagnostic not in shaped.diagnostics:
                shaped.diagnostics.append(diagnostic)
            shaped.break_at(path)


@cache
def _validator(schema: str) -> Any:
    # jsonschema takes 80 ms to import: only files with something wrong should pay for it.
    from jsonschema import Draft7Validator, validators

    checker = Draft7Validator.TYPE_CHECKER.redefine("string", lambda _, value: isinstance(value, TEXTS))
    checked: Any = validators.extend(Draft7Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    whole = load_schema(schema)
    return checked(_without_references(whole, whole["definitions"], {}))


def _without_references(part: Any, definitions: dict[str, Any], done: dict[str, Any]) -> Any:
    """The schema with each definition in place of what names it, shared: to look names up takes most of the time.

    A definition that contains itself becomes a dict that does.
    """
    if isinstance(part, list):
        return [_without_references(each, definitions, done) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" not in part:
        return {
            name: _without_references(each, definitions, done) for name, each in part.items() if name != "definitions"
        }
    name = part["$ref"].rpartition("/")[2]
    if name not in done:
        done[name] = {}
        done[name].update(_without_references(definitions[name], definitions, done))
    return done[name]


def _translate(error: Any, path: Path, shaped: Shaped) -> Iterator[Diagnostic]:
    place = shaped.place(path)
    name = _name(path)
    match error.validator:
        case "required":
            yield from _required(error, path, shaped)
        case "minimum" | "exclusiveMinimum" | "maximum":
            written = format_percent if error.schema.get("format") == "ratio" else format_number
            rule = _LIMITS[error.validator].format(written(Fraction(error.validator_value)))
            yield diagnose(151, place, key=name, value=written(error.instance), rule=rule)
        case "minItems":
            yield diagnose(152, place, key=name, least=error.validator_value)
        case "minProperties":
            yield diagnose(147, place, key=name)
        case "oneOf":
            identifiers = [choice["required"][0] for choice in error.validator_value]
            if not any((*path, identifier) in shaped.broken for identifier in identifiers):
                choices = " hoặc ".join(f"“{key(identifier)}”" for identifier in identifiers)
                problem = f"Phải ghi {choices}, đúng một trong hai."
                yield diagnose(153, place, problem=problem, suggestion="Giữ lại đúng một mục.")
        case "dependencies":
            pair = " và ".join(f"“{key(one)}”" for one in error.validator_value)
            yield diagnose(
                153, place, problem=f"{pair} phải đi cùng nhau.", suggestion="Ghi đủ các mục này, hoặc bỏ hết."
            )
        case "type" if error.instance is None:
            return  # a broken item of a list, already reported
        case "not":
            identifier = error.validator_value["required"][0]
            problem, suggestion = _REFUSED[identifier]
            yield diagnose(153, shaped.place((*path, identifier)), problem=problem, suggestion=suggestion)
        case _:
            # The first step has typed everything, so any other keyword is a fault of the schema, not of the user.
            raise AssertionError(f"{error.json_path}: {error.validator}")


def _required(error: Any, path: Path, shaped: Shaped) -> Iterator[Diagnostic]:
    for identifier in error.validator_value:
        missing = identifier not in error.instance and (*path, identifier) not in shaped.broken
        if missing:
            shaped.break_at((*path, identifier))
            yield diagnose(
                146, shaped.place(path), where=_where(path), key=key(identifier), meaning=_MEANINGS[identifier]
            )


def _name(path: Path) -> str:
    names = [each for each in path if isinstance(each, str)]
    return key(names[-1]) if names and names[-1] in _MEANINGS else (names[-1] if names else "tệp")


_ITEMS = {
    "sections": "section",
    "criteria": "criterion",
    "parts": "part",
    "bands": "band",
    "members": "member",
    "deadlines": "deadline",
    "sources": "source",
    "cases": "case",
    "adjustments": "adjustment",
    "comparisons": "comparison",
    "comments": "comment",
    "registrations": "registration",
    "registered_contents": "registered_content",
    "registered_targets": "registered_target",
    "violations": "violation",
    "sessions": "session",
    "ballots": "ballot",
    "conclusions": "conclusion",
    "headings": "heading",
    "award_papers": "award_paper",
    "required_parts": "required_part",
    "unit_conferences": "unit_conference",
    "allocations": "allocation",
    "structure": "structure_share",
    "delegations": "delegation",
    "by_group": "group_count",
    "nominees": "nominee",
    "units": "case_unit",
    "evidence": "requirement",
    "no_target": "exemption",
    "not_applicable": "exemption",
    "classes": "class",
    "evidence_types": "evidence_type",
    "bonuses": "item",
    "penalties": "item",
    "awards": "item",
    "grades": "item",
    "rules": "rule",
    "tie_breaks": "tie_break",
    "award_proposals": "award_proposal",
}


def _where(path: Path) -> str:
    if path and isinstance(path[-1], int):
        return describe(_ITEMS.get(str(path[-2]), "")).capitalize() if len(path) > 1 else "Phần tử này"
    return f"“{_name(path)}”" if path else "Tệp"
