"""What is wrong with a rule that can be read: it can never fire, or its facts have nothing to do with each other."""

from collections.abc import Iterable, Iterator

from thidua.model.rules import Condition, Either, Reference, Rule, Test
from thidua.vocabulary import FACT_KINDS

_JOINED_BY = ("unit", "criterion", "deadline", "source")


def never_fires(rule: Rule) -> str | None:
    """Why no facts can ever meet the conditions, as far as that can be told from one field at a time; else None."""
    for condition in rule.conditions:
        found = _contradiction(condition.tests, condition)
        if found:
            return f"“{found}” của dữ kiện “{condition.name}” phải có hai giá trị trái nhau"
    return None


def unjoined(rule: Rule) -> Iterator[tuple[int, str, str]]:
    """Conditions whose fact is joined to none before it: position, name, and an example of a join.

    Only where both have something to be joined by: a source that concerns all units needs no join.
    """
    for index, condition in enumerate(rule.conditions[1:], start=1):
        earlier = rule.conditions[:index]
        if any(reference.name != condition.name for reference in _references(condition.tests)):
            continue
        for other in earlier:
            shared = next((each for each in _JOINED_BY if _has(condition, each) and _has(other, each)), None)
            if shared:
                vietnamese = next(
                    field.term.vietnamese for field in FACT_KINDS[condition.kind].fields if field.identifier == shared
                )
                yield index, condition.name, f"{vietnamese} bằng: {other.name}.{vietnamese}"
                break


def _has(condition: Condition, field: str) -> bool:
    return FACT_KINDS[condition.kind].field(field) is not None


def _references(tests: Iterable[Test | Either]) -> Iterator[Reference]:
    for test in tests:
        if isinstance(test, Either):
            yield from (each for group in test.groups for each in _references(group))
        elif isinstance(test.value, Reference):
            yield test.value


def _contradiction(tests: tuple[Test | Either, ...], condition: Condition) -> str | None:
    """The field (Vietnamese) that would have to hold two values at once."""
    plain = [test for test in tests if isinstance(test, Test)]
    for field in dict.fromkeys(test.field for test in plain):
        if not _possible([test for test in plain if test.field == field]):
            found = FACT_KINDS[condition.kind].field(field)
            return found.term.vietnamese if found else field
    for either in (test for test in tests if isinstance(test, Either)):
        # With each of the groups taken together with the rest, there must be one that can be.
        reasons = [_contradiction((*plain, *group), condition) for group in either.groups]
        if reasons and all(reasons):
            return reasons[0]
    return None


def _possible(tests: list[Test]) -> bool:
    """Whether one value can pass all of these tests of one field."""
    allowed: set[int | str] | None = None
    barred: set[int | str] = set()
    least, most = float("-inf"), float("inf")
    for test in tests:
        if isinstance(test.value, Reference):
            continue
        values = set(test.value) if isinstance(test.value, tuple) else {test.value}
        match test.operator:
            case "equals" | "one_of":
                allowed = values if allowed is None else allowed & values
            case "differs":
                barred |= values
            case "greater":
                least = max(least, *(value + 1 for value in values if isinstance(value, int)))
            case "less":
                most = min(most, *(value - 1 for value in values if isinstance(value, int)))
            case "at_least":
                least = max(least, *(value for value in values if isinstance(value, int)))
            case "at_most":
                most = min(most, *(value for value in values if isinstance(value, int)))
    if allowed is None:
        return least <= most and not (least == most and least in barred)
    return any(value not in barred and (isinstance(value, str) or least <= value <= most) for value in allowed)
