"""Units with equal totals, told apart step by step as the rules say."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from thidua.model.period import Period
from thidua.model.rules import TieBreak
from thidua.numerals.writing import format_number, format_percent
from thidua.scoring import ClusterResult, UnitResult

# Sorts first what is greater. None: not known, so that the step can't be taken.
Value = Fraction | None


def break_tie(
    tied: Sequence[UnitResult], steps: Sequence[TieBreak], cluster: ClusterResult
) -> tuple[tuple[tuple[UnitResult, ...], str], ...]:
    """Groups in their order, each with the reason (Vietnamese) why it stands before the next; a group of several
    stays tied.

    A step that needs what is not known ends the search: the steps come one after another, so none may be skipped.
    """
    if len(tied) < 2:
        return ((tuple(tied), ""),)
    if not steps:
        return ((tuple(tied), "không còn tiêu chuẩn nào để phân định"),)
    step, *rest = steps
    value, told = _step(step, cluster)
    values = {unit.member.id: value(unit) for unit in tied}
    unknown = [unit.member.name for unit in tied if values[unit.member.id] is None]
    if unknown and step.by != "conference":
        return ((tuple(tied), f"chưa có {told} của {', '.join(unknown)}"),)
    ordered = sorted({each for each in values.values() if each is not None}, reverse=True)
    groups = [[unit for unit in tied if values[unit.member.id] == each] for each in ordered]
    groups += [group] if (group := [unit for unit in tied if values[unit.member.id] is None]) else []
    found: list[tuple[tuple[UnitResult, ...], str]] = []
    for group in groups:
        inside = break_tie(group, rest, cluster)
        last = _reason(step, told, values[group[0].member.id]) if len(groups) > 1 else ""
        found += [(units, "; ".join(each for each in (last, reason) if each)) for units, reason in inside]
    return tuple(found)


def _reason(step: TieBreak, told: str, value: Value) -> str:
    if step.by == "conference":
        return "theo ý kiến thống nhất của hội nghị" if value is not None else ""
    if step.by == "women_share":
        return f"{told}: {'đạt' if value else 'không đạt'}"
    return "" if value is None else f"{told}: {format_number(value)}"


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
            return lambda unit: _concluded(unit, cluster.period), "ý kiến thống nhất của hội nghị"


def _number_of_section(section_id: str | None, cluster: ClusterResult) -> str:
    return next(section.number for section in cluster.scale.sections if section.id == section_id)


def _section_points(unit: UnitResult, section_id: str | None) -> Value:
    return next((each.points for each in unit.sections if each.section.id == section_id), None)


def _criterion_points(unit: UnitResult, criterion_id: str | None) -> Value:
    return next((each.points for each in unit.criteria if each.criterion.id == criterion_id), None)


def _women(unit: UnitResult, least: Fraction) -> Value:
    share = unit.member.women_share
    return None if share is None else Fraction(int(share >= least))


def _concluded(unit: UnitResult, period: Period) -> Value:
    """Places turned round, so that the first is greatest."""
    return next((Fraction(-each.place) for each in period.conclusions if each.unit == unit.member.id), None)
