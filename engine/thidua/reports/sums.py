"""How section points and totals come about, in words: the sum as one writes it, caps, weights, conversion."""

from fractions import Fraction

from thidua.model.scale import Scale
from thidua.numerals.writing import MINUS, format_number, is_exact
from thidua.reports.wording import written_sum
from thidua.scoring import CriterionResult, SectionResult, UnitResult
from thidua.vocabulary import word


def section_sum(section: SectionResult, unit: UnitResult) -> str:
    """``21 + 12 = 33 điểm``, then what caps change, then which criteria have no part in it."""
    results = criteria_in(section, unit)
    parts = [result.points for result in results if result.points is not None]
    if not parts:
        return "chưa có điểm"
    told = [f"{written_sum(parts)} điểm"]
    if section.bonus_counted != section.bonus:
        told.append(_counted("điểm thưởng", section.bonus, section.bonus_counted))
    if section.penalty_counted != section.penalty:
        told.append(_counted("điểm trừ", section.penalty, section.penalty_counted))
    if len(told) > 1 and section.points is not None:
        told.append(f"được {format_number(section.points)} điểm")
    return "; ".join([*told, *_left_out(results)])


def total_sum(unit: UnitResult, scale: Scale) -> str:
    """The sum of the weighted sections, then what the caps of the whole table and the conversion make of it."""
    if len(unit.sections) == 1 and unit.sections[0].section.weight == 1:
        told = [section_sum(unit.sections[0], unit)]
    else:
        told = [f"{_weighted_sum(unit)} điểm", *_without_points(unit)]
    raw = unit.raw_total or Fraction(0)
    if capped := _capped_in_all(unit, scale):
        told += [*capped, f"được {format_number(raw)} điểm"]
    if unit.total is not None and unit.total != raw:
        told.append(_converted(unit, raw, unit.total))
    return "; ".join(told)


def differs_from_columns(unit: UnitResult, by_criterion: bool) -> bool:
    """Whether the columns of a table, each times its weight, don't give the total: caps, conversion or rounding do."""
    if unit.total is None:
        return False
    return unit.total != sum((_column(section, unit, by_criterion) for section in unit.sections), Fraction(0))


def told_apart(unit: UnitResult, scale: Scale, by_criterion: bool) -> str:
    """How a total comes about that the columns of a table don't give; by criterion also the sections' own caps."""
    capped = [each for each in unit.sections if by_criterion and len(unit.sections) > 1 and _is_capped(each)]
    inside = [f"nội dung {each.section.number}: {section_sum(each, unit)}" for each in capped]
    return "; ".join([*inside, total_sum(unit, scale)])


def change_words(unit: UnitResult, scale: Scale) -> list[str]:
    """In a word or two, what makes a total that the sections' points, weighted, don't give."""
    raw = unit.raw_total or Fraction(0)
    capped = ["tổng tính theo mức trần"] if _capped_in_all(unit, scale) else []
    converted = unit.total not in (None, raw) and unit.applicable not in (_whole(unit), 0)
    return [*capped, *(["tổng đã quy đổi"] if converted else [])]


def criteria_in(section: SectionResult, unit: UnitResult) -> list[CriterionResult]:
    """The unit's results in a section, in the order of the scale."""
    inside = {criterion.id for criterion in section.section.criteria}
    return [result for result in unit.criteria if result.criterion.id in inside]


def _counted(name: str, points: Fraction, counted: Fraction) -> str:
    return f"{name} {format_number(points)} chỉ tính {format_number(counted)} theo mức trần"


def _capped_in_all(unit: UnitResult, scale: Scale) -> list[str]:
    """What the caps of the whole table leave of the weighted bonus and penalty; a cap may lower or raise a total."""
    bonus = sum((each.bonus_counted * each.section.weight for each in unit.sections), Fraction(0))
    penalty = sum((each.penalty_counted * each.section.weight for each in unit.sections), Fraction(0))
    limits = (
        ("tổng điểm thưởng", bonus, scale.total_bonus_cap),
        ("tổng điểm trừ", penalty, scale.total_penalty_cap),
    )
    return [
        f"{name} {format_number(points)} chỉ tính {format_number(cap)}"
        for name, points, cap in limits
        if cap is not None and points > cap
    ]


def _left_out(results: list[CriterionResult]) -> list[str]:
    """Which criteria have no part in a sum, so that nobody looks for them there."""
    without = [result for result in results if result.points is None]
    told = ", ".join(f"{result.criterion.number} {word('status', result.status)}" for result in without)
    return [f"không có trong tổng: {told}"] if told else []


def _whole(unit: UnitResult) -> Fraction:
    """The standard points of the whole scale, weighted."""
    return sum((section.section.standard_points * section.section.weight for section in unit.sections), Fraction(0))


def _is_capped(section: SectionResult) -> bool:
    return section.bonus_counted != section.bonus or section.penalty_counted != section.penalty


def _column(section: SectionResult, unit: UnitResult, by_criterion: bool) -> Fraction:
    if not by_criterion:
        return _weighted(section)
    points = (each.points for each in criteria_in(section, unit) if each.points is not None)
    return sum(points, Fraction(0)) * section.section.weight


def _weighted(section: SectionResult) -> Fraction:
    return (section.points or Fraction(0)) * section.section.weight


def _with_points(unit: UnitResult) -> list[SectionResult]:
    return [section for section in unit.sections if any(each.points is not None for each in criteria_in(section, unit))]


def _weighted_sum(unit: UnitResult) -> str:
    there = _with_points(unit)
    if all(section.section.weight == 1 for section in there):
        return written_sum([_weighted(section) for section in there])
    first, *others = there
    written = _term(first, first.points or Fraction(0))
    for section in others:
        points = section.points or Fraction(0)
        written += f" {MINUS if points < 0 else '+'} {_term(section, abs(points))}"
    return f"{written} = {format_number(sum(map(_weighted, there), Fraction(0)))}"


def _term(section: SectionResult, points: Fraction) -> str:
    weight = section.section.weight
    return format_number(points) if weight == 1 else f"{format_number(points)} × {format_number(weight)}"


def _without_points(unit: UnitResult) -> list[str]:
    there = _with_points(unit)
    numbers = ", ".join(section.section.number for section in unit.sections if section not in there)
    return [f"nội dung chưa có điểm: {numbers}"] if numbers else []


def _converted(unit: UnitResult, raw: Fraction, total: Fraction) -> str:
    whole = _whole(unit)
    if unit.applicable in (whole, 0):
        return f"làm tròn {format_number(total)} điểm"
    exact = raw * whole / unit.applicable
    formula = f"{format_number(raw)} × {format_number(whole)} ÷ {format_number(unit.applicable)}"
    text = f"quy đổi theo điểm chuẩn của các tiêu chí áp dụng: {formula}"
    sign = "=" if is_exact(exact) else "≈"
    if exact == total:
        return f"{text} {sign} {format_number(total)} điểm"
    return f"{text} {sign} {format_number(exact)}, làm tròn {format_number(total)} điểm"
