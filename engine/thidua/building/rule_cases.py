"""Build experts' cases of rules."""

from collections.abc import Sequence as Several
from typing import Any

from thidua.building.rule_fields import field_and_operator, find_field, suggest_field
from thidua.building.rule_values import Unfit, Value, read_value
from thidua.diagnostics import Place, diagnose
from thidua.model.fact import Fact
from thidua.model.rule_cases import RuleCase
from thidua.model.rules import RuleSet
from thidua.numerals.reading import NumberProblem
from thidua.reading.nodes import Mapping, Node, Scalar
from thidua.schemas import Path, Shaped
from thidua.vocabulary import FACT_KINDS, FactField, FactKind, fold, nearest, spellings_of_kinds

_EXAMPLE = "Dòng đầu ghi loại dữ kiện, ví dụ: - dữ kiện: kết quả tiêu chí"


def build_rule_cases(shaped: Shaped, rules: RuleSet) -> tuple[RuleCase, ...]:
    """The cases of a shaped file that can be run; diagnostics say what is wrong with the others."""
    written = shaped.data.get("rule_set", rules.id)
    if written != rules.id:
        shaped.report(710, ("rule_set",), id=written, rules=rules.id)
    codes = [rule.id for rule in rules.rules]
    built = []
    for index, item in enumerate(shaped.data.get("cases") or ()):
        path: Path = ("cases", index)
        if not item or "rule" not in item:
            continue
        if item["rule"] not in codes:
            guess = nearest(item["rule"], codes)
            suggestion = f"Có phải là “{guess}”?" if guess else f"Các quy tắc: {', '.join(codes)}."
            shaped.report(711, (*path, "rule"), id=item["rule"], rules=rules.id, suggestion=suggestion)
        elif not shaped.is_broken(path):
            built.append(_case(shaped, item, path))
    return tuple(case for case in built if case)


def _case(shaped: Shaped, item: dict[str, Any], path: Path) -> RuleCase | None:
    before = len(shaped.diagnostics)
    facts = [_fact(shaped, node) for node in item["facts"] if node is not None]
    if len(shaped.diagnostics) > before:
        return None
    place = shaped.place(path)
    return RuleCase(
        name=item["name"],
        rule=item["rule"],
        basis=item["basis"],
        facts=tuple(fact for fact in facts if fact),
        fires=item["rule_result"] == "fires",
        message=item.get("message"),
        reviewed_on=item.get("reviewed_on"),
        file=place.path,
        line=place.line,
    )


def _report(shaped: Shaped, code: int, at: Node, **fields: object) -> None:
    shaped.diagnostics.append(diagnose(code, Place(shaped.shown, at.line, at.column), **fields))


def _fact(shaped: Shaped, node: Node) -> Fact | None:
    if not isinstance(node, Mapping) or not node.entries or not isinstance(node.entries[0][1], Scalar):
        _report(shaped, 302, node, problem="Dữ kiện phải là các dòng “mục: giá trị”.", suggestion=_EXAMPLE)
        return None
    kind = _kind(shaped, node.entries[0][1])
    return Fact(kind.term.identifier, _values(shaped, node.entries[1:], kind)) if kind else None


def _kind(shaped: Shaped, written: Scalar) -> FactKind | None:
    identifier = spellings_of_kinds().get(fold(written.text))
    if identifier is None:
        known = [kind.term.vietnamese for kind in FACT_KINDS.values()]
        guess = nearest(written.text, known)
        suggestion = f"Có phải là “{guess}”?" if guess else f"Các loại dữ kiện: {'; '.join(known)}."
        _report(shaped, 303, written, kind=written.text, suggestion=suggestion)
        return None
    return FACT_KINDS[identifier]


def _values(shaped: Shaped, entries: Several[tuple[Scalar, Node]], kind: FactKind) -> dict[str, Value]:
    found: dict[str, Value] = {}
    lines: dict[str, int] = {}
    for term, node in entries:
        field = find_field(term.text, kind)
        compared = field_and_operator(term.text, kind) if field is None else None
        if compared:
            problem = f"“{term.text}” là phép so sánh; trường hợp ghi giá trị của dữ kiện."
            _report(shaped, 302, term, problem=problem, suggestion=f"Viết: {compared[0].term.vietnamese}: giá trị")
        elif field is None:
            fields = {"kind": kind.term.vietnamese, "field": term.text}
            _report(shaped, 304, term, **fields, suggestion=suggest_field(term.text, kind))
        elif field.identifier in lines:
            _report(shaped, 141, term, key=term.text, first=lines[field.identifier])
        elif not isinstance(node, Scalar) or not node.text.strip():
            problem = f"“{term.text}” phải có một giá trị."
            _report(shaped, 302, term, problem=problem, suggestion="Bỏ dòng này nếu dữ kiện không có giá trị ở mục đó.")
        else:
            lines[field.identifier] = term.line
            value = _value(shaped, node, field)
            found |= {} if value is None else {field.identifier: value}
    return found


def _value(shaped: Shaped, node: Scalar, field: FactField) -> Value | None:
    if field.type == "shown":
        return node.text.strip()
    found = read_value(node.text, field)
    if isinstance(found, NumberProblem):
        _report(shaped, found.code, node, **dict(found.fields))
        return None
    if isinstance(found, Unfit):
        fields = {"value": node.text, "field": field.term.vietnamese, "reason": found.reason}
        _report(shaped, 306, node, **fields, suggestion=found.remedy)
        return None
    return found
