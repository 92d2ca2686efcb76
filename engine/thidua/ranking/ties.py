"""Units with equal totals, told apart step by step as the rules say."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from thidua.model.rules import TieBreak
from thidua.numerals.writing import format_number, format_percent
from thidua.scoring import ClusterResult, UnitResult

# Sorts first what is greater. None: not known, so that the step can't be taken.
Value = Fraction | None


class Group(NamedTuple):
    """Units at one place, and the reason (Vietnamese) why they stand there, or why they could not be told apart."""

    units: tuple[UnitResult, ...]
    reason: str


def break_tie(
    tied: Sequence[UnitResult], steps: Sequence[TieBreak], cluster: ClusterResult, first_place: int = 1
) -> tuple[Group, ...]:
    """Groups in their order; a group of several stays tied. ``first_place``: the place that the tied units share.

    A step that needs what is not known ends the search: the steps come one after another, so none may be skipped.
    """
    if len(tied) < 2:
        return (Group(tuple(tied), ""),)
    if not steps:
        return (Group(tuple(tied), "không còn tiêu chuẩn nào để phân định"),)
    step, *rest = steps
    if step.by == "conference":
        return _as_concluded(tied, cluster, first_place)
    value, told = _step(step, cluster)
    values = {unit.member.id: value(unit) for unit in tied}
    unknown = [unit.member.name for unit in tied if values[unit.member.id] is None]
    if unknown:
        return (Group(tuple(tied), f"chưa có {told} của {', '.join(unknown)}"),)
    found: list[Group] = []
    several = len(set(values.values())) > 1
    for each in sorted({each for each in values.values() if each is not None}, reverse=True):
        group = [unit for unit in tied if values[unit.member.id] == each]
        reason = _reason(step, told, each) if several else ""
        for inside in break_tie(group, rest, cluster, first_place + sum(len(before.units) for before in found)):
            found.append(Group(inside.units, "; ".join(text for text in (reason, inside.reason) if text)))
    return tuple(found)


def _as_concluded(tied: Sequence[UnitResult], cluster: ClusterResult, first_place: int) -> tuple[Group, ...]:
    """The places that the conference gave to tied units; the others share what is left, as far as that can be told.

    All wait where the conference spoke of other places than theirs: somebody was excluded since, or it departed from
    the points.
    """
    wanted = {each.place: each.unit for each in cluster.period.conclusions}
    by_id = {unit.member.id: unit for unit in tied}
    last = first_place + len(tied)
    if any((unit in by_id) != (first_place <= place < last) for place, unit in wanted.items()):
        return (Group(tuple(tied), "chờ ý kiến thống nhất của hội nghị"),)
    fixed = {place: by_id[unit] for place, unit in wanted.items() if unit in by_id}
    free = [unit for unit in tied if unit not in fixed.values()]
    found: list[Group] = []
    place = first_place
    while place < last:
        if place in fixed:
            found.append(Group((fixed[place],), "theo ý kiến thống nhất của hội nghị"))
            place += 1
            continue
        end = min([each for each in fixed if each > place], default=last)
        if end - place != len(free):  # more units than places before the next one that is settled, or none at all
            rest = tuple(unit for unit in tied if all(unit not in group.units for group in found))
            return (*found, Group(rest, "chờ ý kiến thống nhất của hội nghị"))
        reason = "chờ ý kiến thống nhất của hội nghị" if len(free) > 1 else "theo ý kiến thống nhất của hội nghị"
        found.append(Group(tuple(free), reason))
        place, free = end, []
    return tuple(found)


def _reason(step: TieBreak, told: str, value: Fraction) -> str:
    if step.by == "women_share":
        return f"{told}: {'đạt' if value else 'không đạt'}"
    return f"{told}: {format_number(value)}"


def _step(step: TieBreak, cluster: ClusterResult) -> tuple[Callable[[UnitResult], Value], str]:
    """What a step compares, and its name."""
    match step.by:
        case "section_points":
            return lambda unit: _section_points(unit, step.of), f"điểm nội dung {_number_of_section(step.of, cluster)}"
        case "criterion_points":
            number = next(each.number for each in cluster.scale.criteria if each.id == step.of)
            return lambda unit: _criterion_points(unit, step.of), f"điểm tiêu chí {number}"
        case "women_share":
            least = step.share or Fraction(0)
            return lambda unit: _women(unit, least), f"tỷ lệ nữ từ {format_percent(least)}"
        case "conference":
            raise ValueError("the conference settles places, not values")


def _number_of_section(section_id: str | None, cluster: ClusterResult) -> str:
    return next(section.number for section in cluster.scale.sections if section.id == section_id)


def _section_points(unit: UnitResult, section_id: str | None) -> Value:
    return next((each.points for each in unit.sections if each.section.id == section_id), None)


def _criterion_points(unit: UnitResult, criterion_id: str | None) -> Value:
    return next((each.points for each in unit.criteria if each.criterion.id == criterion_id), None)


def _women(unit: UnitResult, least: Fraction) -> Value:
    share = unit.member.women_share
    return None if share is None else Fraction(int(share >= least))
