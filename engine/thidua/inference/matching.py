"""What a rule means, whatever the engine: when facts meet its conditions, and what follows.

A rule matches each combination of facts, one for each condition, for which all tests are true; one fact may meet
several conditions. From each match follows a finding, which is a fact for other rules; the same finding is one fact.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from thidua.model.fact import Fact
from thidua.model.rules import Either, Reference, Rule, Test

Values: TypeAlias = Mapping[str, int | str]
Tests: TypeAlias = Sequence[Test | Either]


class Match(Struct, frozen=True):
    """A rule, by its position, and the facts that meet its conditions, by their positions in ``Inference.facts``."""

    rule: int
    facts: tuple[int, ...]


class Inference(Struct, frozen=True):
    """Everything that follows, in an order that depends on no engine.

    ``facts``: the given ones, then the findings from which others follow, as facts.
    """

    facts: tuple[Fact, ...]
    matches: tuple[Match, ...]


def passes(tests: Tests, values: Values, bound: Mapping[str, Values]) -> bool:
    """Whether a fact passes all tests. ``bound``: the facts found so far by their names in the rule, this one too."""
    return all(
        _holds(test, values, bound)
        if isinstance(test, Test)
        else any(passes(group, values, bound) for group in test.groups)
        for test in tests
    )


def _holds(test: Test, values: Values, bound: Mapping[str, Values]) -> bool:
    have = values.get(test.field)
    want: int | str | tuple[int | str, ...] | None
    want = bound[test.value.name].get(test.value.field) if isinstance(test.value, Reference) else test.value
    if have is None or want is None:
        return False
    match test.operator:
        case "equals":
            return have == want
        case "differs":
            return have != want
        case "one_of":
            return isinstance(want, tuple) and have in want
    if not isinstance(have, int) or not isinstance(want, int):
        return False
    match test.operator:
        case "greater":
            return have > want
        case "less":
            return have < want
        case "at_least":
            return have >= want
        case "at_most":
            return have <= want


def refers_elsewhere(test: Test | Either, name: str) -> bool:
    """Whether a test of the fact of this name looks at another fact."""
    if isinstance(test, Either):
        return any(refers_elsewhere(each, name) for group in test.groups for each in group)
    return isinstance(test.value, Reference) and test.value.name != name


def finding_of(rule: Rule, matched: Iterable[Values]) -> Fact:
    """The finding that follows from a match, as a fact: about the first unit and the first criterion in it."""
    about: dict[str, int | str] = {"rule": rule.id, "level": rule.level, "action": rule.action}
    for values in matched:
        for field in ("unit", "criterion"):
            if field in values:
                about.setdefault(field, values[field])
    return Fact("finding", about)


Known: TypeAlias = int | tuple[tuple[str, int | str], ...]
"""A fact in a raw match: the position of a given one, the sorted values of one that was found."""


def values_key(values: Values) -> tuple[tuple[str, int | str], ...]:
    """Values as something to compare and to look up."""
    return tuple(sorted(values.items()))


def in_canonical_order(
    facts: Sequence[Fact], rules: Sequence[Rule], raw: Iterable[tuple[int, tuple[Known, ...]]]
) -> Inference:
    """What an engine found, in an order that depends only on the facts and the rules."""
    matches = list(raw)
    place = {rule.id: index for index, rule in enumerate(rules)}
    found = {known for _, known_facts in matches for known in known_facts if isinstance(known, tuple)}
    derived = sorted(found, key=lambda key: (place[str(dict(key)["rule"])], key))
    number: dict[Known, int] = {key: len(facts) + index for index, key in enumerate(derived)}
    everything = (*facts, *(Fact("finding", dict(key)) for key in derived))
    numbered = {
        Match(rule, tuple(known if isinstance(known, int) else number[known] for known in known_facts))
        for rule, known_facts in matches
    }
    return Inference(everything, tuple(sorted(numbered, key=lambda each: (each.rule, each.facts))))
