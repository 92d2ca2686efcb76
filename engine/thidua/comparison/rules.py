"""Everything that differs between two versions of a rule set."""

from collections.abc import Iterator

from thidua.comparison.change import Change, Difference, Named, Side, Subject, changes_of, lowered
from thidua.comparison.conditions import RuleWords, compare_conditions
from thidua.comparison.fields import Field, compare_fields, field, tell_fields
from thidua.comparison.likely_same import with_likely_same
from thidua.comparison.lists import Listing, compare_list, compare_order
from thidua.comparison.matching import Matched, match, stayed
from thidua.comparison.replacements import REPLACES, implied
from thidua.comparison.saying import capital, day, listed, of_list, percent, plain, quoted
from thidua.model.rules import AwardRule, Rule, RuleSet, TieBreak
from thidua.vocabulary import key, word


def _state(assumed: bool) -> str:
    return word("state", "assumed") if assumed else "không ghi"


RULE_SET: tuple[Field, ...] = (
    field("id", plain),
    field("name", quoted),
    field("caution", quoted, absent="không có"),
)
DATES: tuple[Field, ...] = (
    field("effective_from", day, absent="không ghi"),
    field("effective_to", day, absent="không ghi"),
)
_ID = field("id", plain)
_say_action = of_list("action")
_ACTION = field("action", _say_action, capital(key("then")))
_LEVEL: tuple[Field, ...] = (
    field("level", of_list("level"), capital(key("finding_level"))),
    field("answered_by", of_list("answered_by")),
)
_NAME = field("name", quoted)
RULE: tuple[Field, ...] = (_NAME, *DATES, _ACTION, *_LEVEL)
RULE_END: tuple[Field, ...] = (field("basis", quoted), field("note", quoted, absent="không có"))
_PROPOSAL: tuple[Field, ...] = (
    *DATES,
    field("award", quoted),
    field("ballot_share", percent),
    field("assumed", _state, capital(key("state"))),
    field("basis", quoted),
)
AWARD: tuple[Field, ...] = (field("place", plain), *_PROPOSAL)


def say_tie_break(step: TieBreak) -> str:
    """A step in the words of the file: ``điểm nội dung: noi-dung-iii``."""
    match step.by:
        case "conference":
            told = word("tie_by", "conference")
        case "women_share":
            told = f"{key('women_share')}: {'' if step.share is None else percent(step.share)}"
        case _:
            told = f"{key(step.by)}: {step.of}"
    return f"{told} ({key('basis')}: {step.basis})" if step.basis else told


def say_award(award: AwardRule) -> str:
    """A proposal in full."""
    told = (f"{lowered(side.label)}: {side.words}" for side in tell_fields(_PROPOSAL, award))
    return f"{key('place')} {award.place}: {listed(told)}"


def _steps(steps: tuple[TieBreak, ...]) -> str:
    told = (f"{number}. {say_tie_break(step)}" for number, step in enumerate(steps, start=1))
    return listed(told) or "không quy định"


TIES: tuple[Field, ...] = (
    field("ties_assumed", _state, f"{capital(key('ranking'))}: {key('state')}"),
    field("tie_breaks", _steps),
)
_AWARDS = Listing(
    "awards",
    capital(key("place")),
    (
        lambda each: (each.place, each.effective_from, each.effective_to),
        lambda each: (each.place, each.award),
        lambda each: each.place,
    ),
    lambda each: str(each.place),
    lambda each: f"{each.place}",
    say_award,
    lambda old, new: compare_fields(AWARD, old, new),
)


def compare_rules(old: RuleSet, new: RuleSet) -> tuple[Change, ...]:
    """All changes, in the order of the new file, rules that were removed after the others; none for equal rule sets."""
    names = Named(old.id, "", old.name), Named(new.id, "", new.name)
    whole, ties, awards = Subject("rules", *names), Subject("tie_breaks", *names), Subject("awards", *names)
    changes = (
        *changes_of(whole, compare_fields(RULE_SET, old, new)),
        *_rules(whole, old, new),
        *changes_of(ties, compare_fields(TIES, old, new)),
        *changes_of(awards, compare_list(_AWARDS, old.awards, new.awards)),
    )
    return with_likely_same(changes)


def tell_rule(rule: Rule) -> Iterator[tuple[str, str]]:
    """A rule in full: label and text, without its code and name."""
    words, message = RuleWords(rule), _message(rule)
    yield from ((side.label, side.words) for side in tell_fields(DATES, rule))
    yield from (("Điều kiện", words.condition(each)) for each in rule.conditions)
    yield message.label, message.words
    yield from ((side.label, side.words) for side in tell_fields(_LEVEL, rule))
    yield from ((side.label, side.words) for side in tell_fields(RULE_END, rule))


def _rules(whole: Subject, old: RuleSet, new: RuleSet) -> Iterator[Change]:
    pairs: list[tuple[Rule, Rule]] = []
    for found in match(old.rules, new.rules):
        yield from _of_match(found)
        pairs += stayed(found)
    in_new_order = sorted(pairs, key=lambda pair: new.rules.index(pair[1]))
    lists = old.rules, new.rules
    order = compare_order("rules.order", capital(key("rules")), in_new_order, lists, lambda rule: rule.id)
    yield from changes_of(whole, order)


def _of_match(found: Matched[Rule]) -> Iterator[Change]:
    """What became of rules that are one and the same: several that became one, or one that became several, too."""
    pairs = stayed(found)
    for after in found.new:
        before = next((old for old, new in pairs if new is after), None)
        subject = Subject("rule", _named(before), _named(after))
        if not found.old:
            yield Change(subject, "added", None, _whole(after))
        elif len(found.old) > 1:
            yield Change(subject, "merged", _several(found.old), _whole(after))
        if before is not None:
            yield from changes_of(subject, _inside(before, after))
    for before in found.old:
        subject = Subject("rule", _named(before), _named(next((new for old, new in pairs if old is before), None)))
        if not found.new:
            yield Change(subject, "removed", _whole(before), None)
        elif len(found.new) > 1:
            yield Change(subject, "split", _whole(before), _several(found.new))


def _inside(old: Rule, new: Rule) -> Iterator[Difference]:
    yield from compare_fields((_ID, _NAME, *DATES), old, new)
    if not implied(old, new):
        yield from compare_fields((REPLACES,), old, new)
    yield from compare_conditions(old, new)
    yield from compare_fields((_ACTION,), old, new)
    if old.message != new.message:
        yield Difference("changed", _message(old), _message(new))
    yield from compare_fields(_LEVEL, old, new)
    yield from compare_fields(RULE_END, old, new)


def _message(rule: Rule) -> Side:
    """What it says, under the key of what follows: a file has it there."""
    return Side("message", capital(_say_action(rule.action)), rule.message, RuleWords(rule).message())


def _named(rule: Rule | None) -> Named | None:
    return Named(rule.id, rule.id, rule.name) if rule else None


def _whole(rule: Rule) -> Side:
    return Side("", capital(key("rules")), rule, f"{rule.id} {rule.name}")


def _several(rules: tuple[Rule, ...]) -> Side:
    ids = tuple(rule.id for rule in rules)
    return Side("", capital(key("rules")), ids, listed(f"{rule.id} {rule.name}" for rule in rules))
