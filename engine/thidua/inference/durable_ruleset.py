"""Rules as durable-rules takes them, so that it finds all their matches and, here and there, some too many.

Only what durable-rules compares without fault is given to it: a field with values or with a field of the same fact,
equality with a field of another fact, and alternatives of these. What is left out can only add matches, which the
exact tests of ``matching`` take away afterwards. The limits are those of its C source; past them it stops or crashes.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from msgspec import Struct

from thidua.inference.durable_spelling import Spelling
from thidua.model.rules import Condition, Either, Reference, Rule, Test

Clause: TypeAlias = dict[str, Any]

WIDEST = 56
"""Paths by which one fact may go through the conditions on its kind at once: its stack holds 64."""
MOST_BRANCHES = 400
"""Comparisons in one ruleset: 512 below one node never finish building."""
MOST_VALUES = 32
"""Values of one comparison that are given to durable-rules."""
LONGEST_SEQUENCE = 28
"""Joins and marks of alternatives in one condition: its array holds 32."""
MATCHES_AT_ONCE = 1000

_OPERATORS = {"differs": "$neq", "greater": "$gt", "less": "$lt", "at_least": "$gte", "at_most": "$lte"}
_ORDERED = ("greater", "less", "at_least", "at_most")


class CompiledRule(Struct, frozen=True):
    """A rule's conditions as clauses. ``fields``: what facts of a kind must be sent with."""

    position: int
    names: tuple[str, ...]
    conditions: tuple[Clause, ...]
    fields: frozenset[tuple[str, str]]
    width: Counter[str]
    branches: int

    def definition(self) -> dict[str, Any]:
        """As an entry of a ruleset. ``dist`` 0: one fact may meet several conditions."""
        together = [{name: clause} for name, clause in zip(self.names, self.conditions, strict=True)]
        return {"all": together, "dist": 0, "cap": MATCHES_AT_ONCE, "run": _nothing}


def _nothing(_: object) -> None:
    """The matches are read before an action would run."""


def compiled(rule: Rule, position: int, spelling: Spelling) -> CompiledRule:
    """A rule's conditions; without alternatives where they would be too many."""
    whole = _RuleCompiler(rule, position, spelling, alternatives=True).compiled()
    if max(whole.width.values(), default=0) <= WIDEST and whole.branches <= MOST_BRANCHES:
        return whole
    return _RuleCompiler(rule, position, spelling, alternatives=False).compiled()


def in_groups(rules: Iterable[CompiledRule]) -> list[list[CompiledRule]]:
    """The rules in as few rulesets as the limits allow."""
    groups: list[list[CompiledRule]] = []
    width: Counter[str] = Counter()
    branches = 0
    for rule in rules:
        together = width + rule.width
        if not groups or max(together.values()) > WIDEST or branches + rule.branches > MOST_BRANCHES:
            groups.append([])
            together, branches = rule.width, 0
        groups[-1].append(rule)
        width, branches = together, branches + rule.branches
    return groups


class _RuleCompiler:
    """Translates one rule, condition by condition."""

    def __init__(self, rule: Rule, position: int, spelling: Spelling, *, alternatives: bool) -> None:
        self.rule = rule
        self.position = position
        self.spelling = spelling
        self.alternatives = alternatives
        # Names differ between rules: durable-rules loses the second of two joins that read alike.
        self.names = tuple(f"r{position}c{index}" for index in range(len(rule.conditions)))
        self.fields: set[tuple[str, str]] = set()
        self.width: Counter[str] = Counter()
        self.branches = 0

    def compiled(self) -> CompiledRule:
        """The whole rule."""
        conditions = tuple(self._condition(index) for index in range(len(self.names)))
        fields = frozenset(self.fields)
        return CompiledRule(self.position, self.names, conditions, fields, self.width, self.branches)

    def _condition(self, index: int) -> Clause:
        """Values first, then joins, alternatives last: what stands behind these in a sequence is not looked at."""
        condition = self.rule.conditions[index]
        self._kind, self._paths, self._room = condition.kind, 1, LONGEST_SEQUENCE
        single = [test for test in condition.tests if isinstance(test, Test) and test.operator != "one_of"]
        choices = [test for test in condition.tests if test not in single] if self.alternatives else []
        clauses: list[Clause] = [{"k": self.spelling.of(condition.kind)}]
        clauses += [clause for test in single for clause in self._own(test, condition)]
        clauses += [self._there(field) for field in self._asked_later(index)]
        clauses += [clause for test in single for clause in self._join(test, index)]
        clauses += [clause for test in choices for clause in self._choice(test, condition)]
        self.width[condition.kind] += self._paths
        self.branches += len(clauses)
        return {"$and": clauses}

    def _asked_later(self, index: int) -> list[str]:
        """Fields that later conditions join with: durable-rules fails where a fact lacks them."""
        found = {
            test.value.field: None
            for later in range(index + 1, len(self.names))
            for test in self.rule.conditions[later].tests
            if isinstance(test, Test) and self._joined(test, later) == index and isinstance(test.value, Reference)
        }
        return list(found)

    def _joined(self, test: Test, index: int) -> int | None:
        """The earlier condition whose fact's field a test asks for an equal of."""
        if test.operator != "equals" or not isinstance(test.value, Reference):
            return None
        before = self.rule.conditions[: index + 1]
        named = [at for at, condition in enumerate(before) if condition.name == test.value.name]
        return named[-1] if named and named[-1] < index else None

    def _join(self, test: Test, index: int) -> list[Clause]:
        other = self._joined(test, index)
        if other is None or not isinstance(test.value, Reference) or self._room < 1:
            return []
        self._room -= 1
        return [{self._key(test.field): {self.names[other]: self.spelling.key(test.value.field)}}]

    def _own(self, test: Test, condition: Condition) -> list[Clause]:
        """A test that looks at no other fact, if durable-rules can be trusted with it."""
        if isinstance(test.value, Reference):
            return self._with_own_field(test, test.value) if test.value.name == condition.name else []
        if test.operator == "one_of" or isinstance(test.value, tuple):
            return self._one_of(test)
        wanted = self.spelling.of(test.value)
        if test.operator in _ORDERED and (self._unordered(test.field) or wanted != test.value):
            return []
        return [_comparison(test.operator, self._key(test.field), wanted)]

    def _with_own_field(self, test: Test, other: Reference) -> list[Clause]:
        if test.operator in _ORDERED and (self._unordered(test.field) or self._unordered(other.field)):
            return []
        if test.operator == "one_of":
            return []
        wanted = {"$m": self._key(other.field)}
        return [self._there(other.field), _comparison(test.operator, self._key(test.field), wanted)]

    def _one_of(self, test: Test) -> list[Clause]:
        wanted = test.value if isinstance(test.value, tuple) else ()
        if test.operator != "one_of" or not 0 < len(wanted) <= MOST_VALUES or self._room < 2:
            return []
        self._room -= 2
        self.branches += len(wanted)
        return [{"$or": [{self._key(test.field): self.spelling.of(value)} for value in dict.fromkeys(wanted)]}]

    def _choice(self, test: Test | Either, condition: Condition) -> list[Clause]:
        return self._either(test, condition) if isinstance(test, Either) else self._one_of(test)

    def _either(self, either: Either, condition: Condition) -> list[Clause]:
        """Alternatives, if each has something to look at; alternatives within them are left out."""
        needed = 2 + 2 * len(either.groups)
        if self._room < needed:
            return []
        self._room -= needed
        groups = [
            [clause for test in group if isinstance(test, Test) for clause in self._own(test, condition)]
            for group in either.groups
        ]
        if not groups or not all(groups):
            return []
        self._paths += len(groups) - 1
        self.branches += sum(len(group) for group in groups)
        return [{"$or": [{"$and": group} for group in groups]}]

    def _there(self, field: str) -> Clause:
        return {"$ex": {self._key(field): 1}}

    def _key(self, field: str) -> str:
        self.fields.add((self._kind, field))
        return self.spelling.key(field)

    def _unordered(self, field: str) -> bool:
        return field in self.spelling.unordered


def _comparison(operator: str, field: str, wanted: object) -> Clause:
    return {field: wanted} if operator == "equals" else {_OPERATORS[operator]: {field: wanted}}
