"""All lints of rules."""

from collections.abc import Iterator
from itertools import combinations

from thidua.diagnostics import Diagnostic, diagnose
from thidua.linting.same_rules import find_the_same
from thidua.model.rules import AwardRule, Reference, Rule, RuleSet
from thidua.reading.years import year_of
from thidua.schemas import Shaped
from thidua.vocabulary import FACT_KINDS


def lint_rules(rules: RuleSet, written: Shaped) -> tuple[Diagnostic, ...]:
    """What rules that can be built say and hardly can mean. Paths are those of the file: every rule there is built."""
    return (
        *_twice(rules, written),
        *_silent(rules, written),
        *_over(rules, written),
        *_gaps(rules, written),
    )


def _twice(rules: RuleSet, written: Shaped) -> Iterator[Diagnostic]:
    """Rules that find the same, at a time when both hold."""
    for (_, one), (index, other) in combinations(enumerate(rules.rules), 2):
        if one.action == other.action and _overlap(one, other) and find_the_same(one, other):
            yield diagnose(321, written.place(("rules", index, "when")), id=other.id, first=one.id)


def _overlap(one: Rule, other: Rule) -> bool:
    starts = [each.effective_from for each in (one, other) if each.effective_from]
    ends = [each.effective_to for each in (one, other) if each.effective_to]
    return not starts or not ends or max(starts) <= min(ends)


def _silent(rules: RuleSet, written: Shaped) -> Iterator[Diagnostic]:
    """Messages about units that are the same whichever unit it is."""
    for index, rule in enumerate(rules.rules):
        of_a_unit = next((each.name for each in rule.conditions if FACT_KINDS[each.kind].field("unit")), None)
        if of_a_unit and not any(isinstance(part, Reference) for part in rule.message):
            yield diagnose(
                322, written.place(("rules", index, "then", rule.action)), id=rule.id, example=f"{{{of_a_unit}.đơn vị}}"
            )


def _over(rules: RuleSet, written: Shaped) -> Iterator[Diagnostic]:
    """Rules and proposals that were over before the year that the rules are for.

    What begins later is meant: the law of the day of review counts, and that day may come late.
    """
    year = year_of(rules.id)
    if year is None:
        return
    dated: list[tuple[str, int, Rule | AwardRule]] = [
        *(("rules", index, each) for index, each in enumerate(rules.rules)),
        *(("award_proposals", index, each) for index, each in enumerate(rules.awards)),
    ]
    for group, index, each in dated:
        if each.effective_to and each.effective_to.year < year:
            name = f"Quy tắc “{each.id}”" if isinstance(each, Rule) else f"Đề nghị khen thưởng cho thứ {each.place}"
            told = {"name": name, "day": f"{each.effective_to:%d/%m/%Y}", "year": year}
            yield diagnose(323, written.place((group, index, "effective_to")), **told)


def _gaps(rules: RuleSet, written: Shaped) -> Iterator[Diagnostic]:
    """A place that nothing is proposed for, though something is for a lower one."""
    places = {award.place for award in rules.awards}
    missing = [place for place in range(1, max(places, default=0)) if place not in places]
    if missing:
        lower = min(place for place in places if place > missing[0])
        yield diagnose(324, written.place(("award_proposals",)), higher=missing[0], lower=lower)
