"""Build a version of the rules, and check that each rule can fire and means something."""

from itertools import pairwise
from typing import Any, get_args

from thidua.building.rule_chains import check_chains
from thidua.building.rule_checks import never_fires, unjoined
from thidua.building.rule_conditions import build_conditions
from thidua.building.rule_message import build_message
from thidua.building.unique import check_unique
from thidua.diagnostics import has_errors
from thidua.model.rules import MOST_CONDITIONS, MOST_RULES, Action, AwardRule, Level, Rule, RuleSet, TieBreak
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key, word

_ACTIONS: tuple[Action, ...] = get_args(Action)
_TIE_BREAKS = ("tie_by", "section_points", "criterion_points", "women_share")


def build_rules(shaped: Shaped) -> RuleSet | None:
    """The rules of a shaped file; None where something in it is an error (diagnostics say what)."""
    data = shaped.data
    items = data.get("rules") or ()
    check_unique(shaped, items, ("rules",), {})
    found = {index: _rule(shaped, item, ("rules", index)) for index, item in enumerate(items) if item}
    rules = {index: rule for index, rule in found.items() if rule}
    if len(items) > MOST_RULES:
        suggestion = "Chia thành hai bộ quy tắc, hoặc gộp các quy tắc giống nhau."
        shaped.report(311, ("rules",), count=len(items), what="quy tắc", most=MOST_RULES, suggestion=suggestion)
    written = [str(item["id"]) for item in items if item and "id" in item]
    check_chains(shaped, {("rules", index): rule for index, rule in rules.items()}, written)
    tie_breaks, awards = _tie_breaks(shaped), _awards(shaped)
    if shaped.is_broken(()) or has_errors(shaped.diagnostics):
        return None
    ranking = data.get("ranking", {})
    return RuleSet(
        id=data["id"],
        name=data["name"],
        caution=data.get("caution"),
        rules=tuple(rules.values()),
        tie_breaks=tie_breaks,
        ties_assumed=ranking.get("state") == "assumed",
        awards=awards,
    )


def _rule(shaped: Shaped, item: dict[str, Any], path: Path) -> Rule | None:
    before = len(shaped.diagnostics)
    conditions, named = build_conditions(shaped, item.get("when") or ())
    then = _then(shaped, item.get("then"), (*path, "then"))
    if then is None or shaped.is_broken(path):
        return None
    action, level, text = then
    _check_dates(shaped, item, path)
    message = build_message(shaped, text, (*path, "then", action), named)
    if len(conditions) > MOST_CONDITIONS:
        suggestion = "Chia thành hai quy tắc nối tiếp nhau."
        place = (*path, "when")
        shaped.report(311, place, count=len(conditions), what="điều kiện", most=MOST_CONDITIONS, suggestion=suggestion)
    if has_errors(shaped.diagnostics[before:]):
        return None
    rule = Rule(
        id=item["id"],
        name=item["name"],
        conditions=conditions,
        action=action,
        level=level,
        message=message,
        basis=item["basis"],
        effective_from=item.get("effective_from"),
        effective_to=item.get("effective_to"),
        note=item.get("note"),
        answered_by=item["then"].get("answered_by", "unit"),
        replaces=tuple(item.get("replaces") or ()),
    )
    reason = never_fires(rule)
    if reason:
        shaped.report(309, (*path, "when"), id=rule.id, reason=reason)
    for index, name, example in unjoined(rule):
        shaped.report(315, (*path, "when", index), name=name, example=example)
    return rule


def _then(shaped: Shaped, then: dict[str, Any] | None, path: Path) -> tuple[Action, Level, str] | None:
    """The action with its level and what it says; None where there is not exactly one (reported)."""
    if then is None or shaped.is_broken(path):
        return None
    found = [action for action in _ACTIONS if action in then]
    if len(found) != 1:
        named = " và ".join(f"“{key(action)}”" for action in found)
        shaped.report(313, path, problem=f"có cả {named}" if found else "chưa ghi việc nào")
        shaped.break_at(path)
        return None
    (action,) = found
    level = _level(shaped, action, then.get("finding_level"), path)
    return (action, level, then[action]) if level else None


def _level(shaped: Shaped, action: Action, written: Level | None, path: Path) -> Level | None:
    match action, written:
        case "raise_finding", None:
            levels = "; ".join(word("level", each) for each in get_args(Level))
            shaped.report(314, path, problem="“nêu vấn đề” cần có “mức độ”.", suggestion=f"Ghi một trong: {levels}.")
            shaped.break_at(path)
            return None
        case "points_not_agreed", None | "blocking":
            return "blocking"
        case "points_not_agreed", _:
            problem = f"“{key(action)}” luôn có mức độ “{word('level', 'blocking')}”."
            shaped.report(314, (*path, "finding_level"), problem=problem, suggestion="Bỏ dòng “mức độ”.")
            return "blocking"
        case _, None:
            return "explain"
        case _, level:
            return level


def _check_dates(shaped: Shaped, item: dict[str, Any], path: Path) -> None:
    first, last = item.get("effective_from"), item.get("effective_to")
    if first and last and last < first:
        shaped.report(316, (*path, "effective_to"))


def _tie_breaks(shaped: Shaped) -> tuple[TieBreak, ...]:
    found = []
    for index, item in enumerate(shaped.data.get("ranking", {}).get("tie_breaks") or ()):
        path: Path = ("ranking", "tie_breaks", index)
        if not item or shaped.is_broken(path):
            continue
        named = [each for each in _TIE_BREAKS if each in item]
        if len(named) != 1:
            shaped.report(318, path)
            continue
        found.append(_tie_break(named[0], item))
    return tuple(found)


def _tie_break(by: str, item: dict[str, Any]) -> TieBreak:
    basis = item.get("basis")
    match by:
        case "section_points" | "criterion_points":
            return TieBreak(by, of=item[by], basis=basis)
        case "women_share":
            return TieBreak("women_share", share=item[by], basis=basis)
        case _:
            return TieBreak("conference", basis=basis)


def _awards(shaped: Shaped) -> tuple[AwardRule, ...]:
    found: list[tuple[int, AwardRule]] = []
    for index, item in enumerate(shaped.data.get("award_proposals") or ()):
        path: Path = ("award_proposals", index)
        if not item or shaped.is_broken(path):
            continue
        _check_dates(shaped, item, path)
        award = AwardRule(
            place=item["place"],
            award=item["award"],
            basis=item["basis"],
            ballot_share=item.get("ballot_share"),
            assumed=item.get("state") == "assumed",
            effective_from=item.get("effective_from"),
            effective_to=item.get("effective_to"),
        )
        same = next((line for line, other in found if other.place == award.place and _overlap(other, award)), None)
        if same is not None:
            shaped.report(317, path, rank=award.place, first=same)
        found.append((shaped.place(path).line, award))
    return tuple(award for _, award in found)


def _overlap(one: AwardRule, other: AwardRule) -> bool:
    """Whether two awards are in force on a same day."""
    for first, second in pairwise((one, other, one)):
        if first.effective_to and second.effective_from and first.effective_to < second.effective_from:
            return False
    return True
