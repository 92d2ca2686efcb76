"""Whether two rules find the same, however their facts are called and in whatever order they are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from thidua.model.rules import Condition, Either, Operator, Reference, Rule, Test

_MIRRORED: Mapping[Operator, Operator] = {
    "less": "greater",
    "at_most": "at_least",
    "at_least": "at_most",
    "greater": "less",
}
# Rules with more facts are rare, and each further one would multiply the orders to try.
_MOST_REORDERED = 5


def find_the_same(one: Rule, other: Rule) -> bool:
    """Whether the conditions of two rules hold for just the same facts, as far as their form shows."""
    if sorted(each.kind for each in one.conditions) != sorted(each.kind for each in other.conditions):
        return False
    wanted = _form(one.conditions)
    orders = permutations(other.conditions) if len(other.conditions) <= _MOST_REORDERED else (other.conditions,)
    return any(_form(order) == wanted for order in orders)


def _form(conditions: Sequence[Condition]) -> frozenset[object]:
    """All that is asked, each fact by its place instead of its name."""
    places = {condition.name: place for place, condition in enumerate(conditions)}
    kinds = ((place, condition.kind) for place, condition in enumerate(conditions))
    tests = (test for place, condition in enumerate(conditions) for test in _all_of(condition.tests, place, places))
    return frozenset((*kinds, *tests))


def _all_of(tests: Iterable[Test | Either], place: int, places: Mapping[str, int]) -> frozenset[object]:
    return frozenset(_asked(test, place, places) for test in tests)


def _asked(test: Test | Either, place: int, places: Mapping[str, int]) -> object:
    if isinstance(test, Either):
        return frozenset(_all_of(group, place, places) for group in test.groups)
    here = (place, test.field)
    match test.value:
        case Reference(name, field):
            there = (places.get(name, place), field)
            # What two facts have to do with each other may be asked of either of them.
            if there < here:
                return there, _MIRRORED.get(test.operator, test.operator), here
            return here, test.operator, there
        case tuple(values):
            return here, test.operator, frozenset(values)
        case value:
            return here, test.operator, (type(value), value)
