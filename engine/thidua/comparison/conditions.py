"""The conditions of a rule and what it says, in the words of the rule file."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from thidua.comparison.change import Difference, Side
from thidua.comparison.fields import compare_fields, field
from thidua.comparison.lists import Listing, compare_list
from thidua.comparison.saying import listed, percent, plain, quoted
from thidua.facts import FactWords
from thidua.model.rules import Condition, Either, Reference, Rule, Test
from thidua.vocabulary import FACT_KINDS, FactField, word
from thidua.vocabulary.facts import SHARE_SCALE

_WORDS = FactWords({}, {})


def compare_conditions(old: Rule, new: Rule) -> Iterator[Difference]:
    """What differs in the conditions."""
    return compare_list(_CONDITIONS, RuleWords(old).conditions(), RuleWords(new).conditions())


class _Demand(Struct, frozen=True):
    """A test, and how its rule says it."""

    test: Test | Either
    words: str

    @property
    def field(self) -> str:
        """The field that is looked at."""
        return self.test.field if isinstance(self.test, Test) else "either"

    @property
    def operator(self) -> str:
        """How it is looked at."""
        return self.test.operator if isinstance(self.test, Test) else ""


class _Spoken(Struct, frozen=True):
    """A condition, and how its rule says its tests."""

    condition: Condition
    demands: tuple[_Demand, ...]

    @property
    def name(self) -> str:
        """What the rule calls the fact."""
        return self.condition.name

    @property
    def kind(self) -> str:
        """The kind of fact."""
        return self.condition.kind


class RuleWords:
    """Says the parts of one rule: fields of a fact by the kind that its condition names."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.kinds: Mapping[str, str] = {each.name: each.kind for each in rule.conditions}

    def conditions(self) -> tuple[_Spoken, ...]:
        """The conditions with their words."""
        return tuple(
            _Spoken(each, tuple(_Demand(test, self.test(test, each.kind)) for test in each.tests))
            for each in self.rule.conditions
        )

    def condition(self, condition: Condition) -> str:
        """A whole condition: ``v là vi phạm; tình trạng: đang xem xét``."""
        tests = (self.test(test, condition.kind) for test in condition.tests)
        return ", ".join((f"{condition.name} là {say_kind(condition.kind)}", *tests))

    def message(self) -> str:
        """What the rule says, with the fields of its facts in braces as the file has them."""
        parts = (each if isinstance(each, str) else f"{{{self.reference(each)}}}" for each in self.rule.message)
        return quoted("".join(parts))

    def test(self, test: Test | Either, kind: str) -> str:
        """One demand on a fact: ``điểm tự chấm lớn hơn: 0``."""
        if isinstance(test, Either):
            groups = (" và ".join(self.test(each, kind) for each in group) for group in test.groups)
            return f"một trong: ({') hoặc ('.join(groups)})"
        known = _field(kind, test.field)
        name = known.term.vietnamese if known else test.field
        operator = "" if test.operator == "equals" else f" {word('operator', test.operator)}"
        values = test.value if isinstance(test.value, tuple) else (test.value,)
        return f"{name}{operator}: {listed(self.value(each, known) for each in values)}"

    def value(self, value: int | str | Reference, known: FactField | None) -> str:
        """What a field is compared with."""
        if isinstance(value, Reference):
            return self.reference(value)
        if known is None:
            return str(value)
        if known.type == "percent" and isinstance(value, int):
            return percent(Fraction(value, SHARE_SCALE))  # facts show shares cut, which would hide a difference
        try:
            return _WORDS.value(known, value)
        except KeyError:  # no word of the list: it stands for itself
            return str(value)

    def reference(self, reference: Reference) -> str:
        """A field of a fact: ``k.đơn vị``."""
        known = _field(self.kinds.get(reference.name, ""), reference.field)
        return f"{reference.name}.{known.term.vietnamese if known else reference.field}"


def say_kind(kind: str) -> str:
    """A kind of fact; one that is unknown stands for itself."""
    return FACT_KINDS[kind].term.vietnamese if kind in FACT_KINDS else kind


def _field(kind: str, identifier: str) -> FactField | None:
    return FACT_KINDS[kind].field(identifier) if kind in FACT_KINDS else None


def _say_spoken(spoken: _Spoken) -> str:
    return ", ".join((f"{spoken.name} là {say_kind(spoken.kind)}", *(each.words for each in spoken.demands)))


def _side(demand: _Demand) -> Side:
    return Side("test", "", demand.test, demand.words)


def _inside(old: _Spoken, new: _Spoken) -> Iterator[Difference]:
    yield from compare_fields((field("name", plain, "Tên dữ kiện"), field("kind", say_kind, "Loại dữ kiện")), old, new)
    yield from compare_list(_DEMANDS, old.demands, new.demands)


_DEMANDS = Listing(
    "tests",
    "yêu cầu",
    (lambda each: each.test, lambda each: (each.field, each.operator), lambda each: each.field),
    lambda each: str(each.field),
    lambda each: str(each.words),
    lambda each: str(each.words),
    lambda old, new: (Difference("changed", _side(old), _side(new)),) if old.test != new.test else (),
    "test",
    lambda each: each.test,
)
_CONDITIONS = Listing(
    "conditions",
    "Điều kiện",
    (lambda each: (each.name, each.kind), lambda each: each.kind, lambda each: each.name),
    lambda each: str(each.name),
    lambda each: f"{each.name} ({say_kind(each.kind)})",
    _say_spoken,
    _inside,
    value=lambda each: each.condition,
)
