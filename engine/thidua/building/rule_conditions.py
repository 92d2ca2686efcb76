"""Build a rule's conditions from the nodes of the file: which fact, and which tests it must pass."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Names
from collections.abc import Sequence as Several

from thidua.building.rule_fields import field_and_operator, find_field, is_field_name, suggest_field, type_in_words
from thidua.building.rule_values import ORDERED, Unfit, Value, read_value
from thidua.diagnostics import Place, diagnose
from thidua.model.rules import Condition, Either, Operator, Reference, Test
from thidua.numerals.reading import NumberProblem
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.schemas import Shaped
from thidua.vocabulary import (
    FACT_KINDS,
    FactField,
    FactKind,
    fold,
    nearest,
    spellings_of_kinds,
    word,
)

_NAME = re.compile(r"[^\W\d_]\w*")
_EITHER, _ALL = fold("một trong"), fold("tất cả")
_EXAMPLE = "Dòng đầu ghi tên và loại dữ kiện, ví dụ: - k: kết quả tiêu chí"


def build_conditions(
    shaped: Shaped, items: Several[Node | None]
) -> tuple[tuple[Condition, ...], Names[str, FactKind | None]]:
    """The conditions of one rule that can be built (diagnostics say what is wrong with the others), and the kind of
    each fact by the name that the rule gives it; None where that could not be read."""
    builder = _Builder(shaped)
    found = [builder.condition(item) for item in items if item is not None]
    return tuple(each for each in found if each), builder.named


class _Builder:
    def __init__(self, shaped: Shaped) -> None:
        self.shaped = shaped
        self.named: dict[str, FactKind | None] = {}

    def report(self, code: int, at: Node, **fields: object) -> None:
        place = Place(self.shaped.shown, at.line, at.column)
        self.shaped.diagnostics.append(diagnose(code, place, **fields))

    def condition(self, node: Node) -> Condition | None:
        if not isinstance(node, Mapping) or not node.entries:
            self.report(302, node, problem="Điều kiện phải là các dòng “mục: giá trị”.", suggestion=_EXAMPLE)
            return None
        (name, written), *rest = node.entries
        kind = self.kind(name, written)
        if kind is None:
            self.named.setdefault(name.text.strip(), None)
            return None
        self.named[name.text.strip()] = kind
        tests = self.tests(rest, name.text.strip(), kind)
        return Condition(name.text.strip(), kind.term.identifier, tests)

    def kind(self, name: Scalar, written: Node) -> FactKind | None:
        """The kind of fact that the first line of a condition names."""
        if not isinstance(written, Scalar):
            self.report(302, name, problem=f"“{name.text}” phải là tên của một loại dữ kiện.", suggestion=_EXAMPLE)
            return None
        identifier = spellings_of_kinds().get(fold(written.text))
        if identifier is None:
            known = [kind.term.vietnamese for kind in FACT_KINDS.values()]
            guess = nearest(written.text, known)
            suggestion = f"Có phải là “{guess}”?" if guess else f"Các loại dữ kiện: {'; '.join(known)}."
            self.report(303, written, kind=written.text, suggestion=suggestion)
            return None
        if not _NAME.fullmatch(name.text.strip()):
            problem = f"“{name.text}” không dùng làm tên dữ kiện được."
            self.report(302, name, problem=problem, suggestion="Đặt tên một chữ, bắt đầu bằng chữ cái, ví dụ: k")
            return None
        if name.text.strip() in self.named:
            problem = f"Tên “{name.text}” đã dùng cho điều kiện trước."
            self.report(302, name, problem=problem, suggestion="Đặt tên khác.")
            return None
        return FACT_KINDS[identifier]

    def tests(self, entries: Several[tuple[Scalar, Node]], name: str, kind: FactKind) -> tuple[Test | Either, ...]:
        found: list[Test | Either] = []
        written: dict[str, int] = {}
        for term, value in entries:
            folded = fold(term.text)
            if folded in written:
                self.report(141, term, key=term.text, first=written[folded])
            written.setdefault(folded, term.line)
            if folded == _EITHER:
                groups = tuple(self.tests(each.entries, name, kind) for each in self.groups(term, value))
                found.append(Either(groups))
            elif folded == _ALL:
                found.extend(test for each in self.groups(term, value) for test in self.tests(each.entries, name, kind))
            else:
                test = self.test(term, value, name, kind)
                found.extend((test,) if test else ())
        return tuple(found)

    def groups(self, term: Scalar, value: Node) -> Iterator[Mapping]:
        """The groups of tests below ``một trong`` or ``tất cả``."""
        if not isinstance(value, Sequence) or not all(isinstance(each, Mapping) for each in value.items):
            suggestion = f"Viết:\n      {term.text}:\n        - điểm tự chấm lớn hơn: 0\n        - có giải trình: không"
            self.report(302, term, problem=f"“{term.text}” phải là danh sách các yêu cầu.", suggestion=suggestion)
            return
        yield from (each for each in value.items if isinstance(each, Mapping))

    def test(self, term: Scalar, value: Node, name: str, kind: FactKind) -> Test | None:
        found = field_and_operator(term.text, kind)
        if found is None:
            self.unknown_field(term, kind)
            return None
        field, operator = found
        if field.type == "shown":
            reason = "mục này chỉ để in trong lời nêu"
            self.unfit_operator(term, field, operator, reason, "Dùng mục khác của dữ kiện.")
            return None
        if operator in ("greater", "less", "at_least", "at_most") and field.type not in ORDERED:
            self.unfit_operator(
                term,
                field,
                operator,
                "mục này là chữ, không phải số hay ngày",
                "Dùng “bằng”, “khác” hoặc “là một trong”.",
            )
            return None
        if operator == "one_of":
            several = self.several(term, value, field, name, kind)
            return Test(field.identifier, operator, several) if several else None
        if not isinstance(value, Scalar) or not value.text.strip():
            self.report(
                302,
                term,
                problem=f"“{term.text}” phải có một giá trị.",
                suggestion=f"Viết: {term.text}: … (nhiều giá trị thì dùng “là một trong”)",
            )
            return None
        refers = self.refers(value, field)
        one = self.reference(value, field) if refers else self.value(value, field, name, kind)
        return None if one is None else Test(field.identifier, operator, one)

    def refers(self, node: Scalar, field: FactField) -> bool:
        """Whether a text names a field of a fact (``a.tiêu chí``) and is no value itself.

        Ids have no dots; a text in quotes is a value.
        """
        name, dot, written = node.text.partition(".")
        if not dot or not _NAME.fullmatch(name.strip()):
            return False
        if field.type in ("text", "key"):
            return not node.quoted and (name.strip() in self.named or is_field_name(written))
        return True

    def several(self, term: Scalar, value: Node, field: FactField, name: str, kind: FactKind) -> tuple[Value, ...]:
        if not isinstance(value, Sequence):
            self.report(143, value, key=term.text)
            return ()
        found = [self.value(each, field, name, kind) for each in value.items if isinstance(each, Scalar)]
        return tuple(each for each in found if each is not None)

    def value(self, node: Scalar, field: FactField, name: str, kind: FactKind) -> Value | None:
        found = read_value(node.text, field)
        if isinstance(found, Unfit):
            fields = {"value": node.text, "field": field.term.vietnamese, "reason": found.reason}
            meant = find_field(node.text, kind)
            remedy = f"Muốn so với mục của cùng dữ kiện thì viết: {name}.{node.text}" if meant else found.remedy
            self.report(306, node, **fields, suggestion=remedy)
            return None
        if isinstance(found, NumberProblem):
            self.report(found.code, node, **dict(found.fields))
            return None
        return found

    def reference(self, node: Scalar, field: FactField) -> Reference | None:
        name, _, written = node.text.partition(".")
        kind = self.named.get(name.strip())
        if kind is None and name.strip() in self.named:
            return None  # its kind could not be read, which has been said
        if kind is None:
            self.report(307, node, name=name.strip(), known=", ".join(self.named))
            return None
        other = find_field(written, kind)
        if other is None:
            self.unknown_field(Scalar(written.strip(), False, node.line, node.column), kind)
            return None
        if other.type != field.type:
            reason = f"“{node.text}” là {type_in_words(other)}, còn mục này là {type_in_words(field)}"
            self.report(
                306,
                node,
                value=node.text,
                field=field.term.vietnamese,
                reason=reason,
                suggestion="So với mục cùng loại.",
            )
            return None
        return Reference(name.strip(), other.identifier)

    def unfit_operator(self, term: Scalar, field: FactField, operator: Operator, reason: str, suggestion: str) -> None:
        fields = {"operator": word("operator", operator), "field": field.term.vietnamese}
        self.report(305, term, **fields, reason=reason, suggestion=suggestion)

    def unknown_field(self, term: Scalar, kind: FactKind) -> None:
        self.report(304, term, kind=kind.term.vietnamese, field=term.text, suggestion=suggest_field(term.text, kind))
