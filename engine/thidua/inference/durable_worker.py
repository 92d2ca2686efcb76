"""The child process: reads rules and facts, lets durable-rules find the matches, writes them as JSON.

It may die, hang or print at any time, as durable-rules does; whoever started it goes on without.
"""

import json
import os
import pickle
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

import durable_rules_engine
from durable import engine

from thidua.inference.durable_ruleset import CompiledRule, compiled, in_groups
from thidua.inference.durable_spelling import MOST_FACTS, Spelling
from thidua.inference.matching import Values, finding_of, passes, values_key
from thidua.model.fact import Fact
from thidua.model.rules import Rule

Found: TypeAlias = tuple[int, tuple[int, ...]]
"""A match: the rule's position, the facts' positions; findings are numbered after the given facts, as found."""


MOST_MEMORY = 2**30
"""Bytes of addresses: where rules match without end, memory would run out before the time does."""


class _Ruleset(engine.Ruleset):  # type: ignore[misc]
    """durable-rules' own, without what it does behind one's back: no timers, no actions that swallow exceptions."""

    def find(self, facts: Sequence[dict[str, int | str]]) -> Iterator[dict[str, Any]]:
        """Assert facts and give out the matches that they make, by the name of their conditions."""
        if not facts:  # it would crash
            return
        code, state = durable_rules_engine.assert_facts(self._handle, json.dumps(facts))
        if code not in (0, 1):  # 1: the last fact, or some other, met no condition
            raise RuntimeError(f"durable-rules refused facts: {code}")
        started = durable_rules_engine.start_action_for_state(self._handle, state)
        messages = started[1] if started else None
        while messages:
            for matches in json.loads(messages).values():
                yield from matches
            messages = durable_rules_engine.complete_and_start_action(self._handle, state)


class _Known:
    """All facts by their numbers: the given ones, then the findings in the order in which they were made."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = list(facts)
        self._found: set[tuple[tuple[str, int | str], ...]] = set()

    def values(self, places: Iterable[int]) -> list[Values]:
        """What is known of some facts."""
        return [self.facts[place].values for place in places]

    def add(self, findings: Iterable[Fact]) -> list[tuple[int, Fact]]:
        """The findings that are new, with their numbers."""
        first = len(self.facts)
        for finding in findings:
            identity = values_key(finding.values)
            if identity not in self._found:
                self._found.add(identity)
                self.facts.append(finding)
        if len(self.facts) > MOST_FACTS:
            raise RuntimeError("too many findings")
        return list(enumerate(self.facts[first:], first))


def infer(rules: Sequence[Rule], facts: Sequence[Fact]) -> tuple[list[Found], list[Values]]:
    """All matches, and the values of the findings that follow from them."""
    spelling = Spelling(facts)
    groups = in_groups([compiled(rule, index, spelling) for index, rule in enumerate(rules) if rule.conditions])
    rulesets = [(_Ruleset(f"g{index}", None, _definitions(group)), group) for index, group in enumerate(groups)]
    known = _Known(facts)
    newer: set[Found] = {(index, ()) for index, rule in enumerate(rules) if not rule.conditions}
    matches: set[Found] = set()
    batch = list(enumerate(facts))
    while batch or newer:
        for ruleset, group in rulesets:
            candidates = _matches(ruleset, group, batch, spelling)
            newer |= {each for each in candidates if _holds(rules[each[0]], known.values(each[1]))}
        matches |= newer
        batch = known.add(finding_of(rules[rule], known.values(places)) for rule, places in sorted(newer))
        newer = set()
    return sorted(matches), [fact.values for fact in known.facts[len(facts) :]]


def _definitions(group: Iterable[CompiledRule]) -> dict[str, Any]:
    return {f"r{rule.position}": rule.definition() for rule in group}


def _matches(
    ruleset: _Ruleset, group: Sequence[CompiledRule], batch: Iterable[tuple[int, Fact]], spelling: Spelling
) -> Iterator[Found]:
    asked: dict[str, list[tuple[str, str]]] = {kind: [] for rule in group for kind in rule.width}
    for kind, field in sorted({each for rule in group for each in rule.fields}):
        asked[kind].append((field, spelling.key(field)))
    sent = [_sent(place, fact, asked[fact.kind], spelling) for place, fact in batch if fact.kind in asked]
    order = {rule.names[0]: rule for rule in group}
    for match in ruleset.find(sent):
        rule = order[next(name for name in match if name in order)]
        yield rule.position, tuple(int(match[name]["id"]) for name in rule.names)


def _sent(place: int, fact: Fact, asked: Iterable[tuple[str, str]], spelling: Spelling) -> dict[str, int | str]:
    """A fact with the fields that rules ask for. ``id`` is its identity, so that equal facts stay two."""
    sent: dict[str, int | str] = {"id": str(place), "k": spelling.of(fact.kind)}
    for field, sent_as in asked:
        if field in fact.values:
            sent[sent_as] = spelling.of(fact.values[field])
    return sent


def _holds(rule: Rule, matched: Sequence[Values]) -> bool:
    """Whether the facts meet the rule's conditions exactly."""
    bound: dict[str, Values] = {}
    for condition, values in zip(rule.conditions, matched, strict=True):
        bound[condition.name] = values
        if not passes(condition.tests, values, bound):
            return False
    return True


def _set_limits(seconds: float) -> None:
    """Let the system end this process, should whoever started it be gone. Windows has no such limits."""
    try:
        import resource
        import signal
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.setitimer(signal.ITIMER_REAL, seconds)


def main() -> None:
    """Serve one request: pickled rules and facts on stdin, one JSON document on stdout."""
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what durable-rules prints is no answer
    seconds, rules, facts = pickle.load(sys.stdin.buffer)
    _set_limits(seconds)
    matches, findings = infer(rules, [Fact(kind, values) for kind, values in facts])
    answer.write(json.dumps({"matches": matches, "findings": findings}).encode())
    answer.flush()
    os._exit(0)  # taking down what durable-rules holds takes time and may crash
