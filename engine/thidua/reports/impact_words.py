"""A comparison's sentences: what moved a unit, and what could not be read for the other version."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from thidua.comparison.impact import Impact, Side, UnitImpact
from thidua.comparison.leading import Lead
from thidua.comparison.moves import Contribution, Outside
from thidua.comparison.translation import Gap
from thidua.model.figure_words import figure_value, limits_broken
from thidua.numerals.writing import format_number
from thidua.reports.wording import NOTHING, criterion_name, names, ordinal, signed
from thidua.scoring import CriterionResult
from thidua.vocabulary import word

SIDE_WORDS: dict[Side, str] = {"old": "bản cũ", "new": "bản mới"}
MOST_CAUSES = 5


def rank_word(rank: int | None) -> str:
    """A place in a table."""
    return NOTHING if rank is None else str(rank)


def moved(unit: UnitImpact) -> str:
    """A unit's move in one line."""
    if unit.move is None:
        return f"{unit.member.name}: chưa chấm được vì hồ sơ có lỗi"
    old, new = (format_number(each.total or Fraction(0)) for each in (unit.old, unit.new))
    points = f"tổng điểm {old} → {new} ({signed(unit.move)})" if unit.move else f"tổng điểm {new}, không đổi"
    return f"{unit.member.name}: {_places(unit)}{points}"


def _places(unit: UnitImpact) -> str:
    if unit.old.rank is None or unit.new.rank is None:
        return "không xếp hạng vì chưa có hồ sơ; "
    if not unit.places_up:
        return f"vẫn xếp {ordinal(unit.new.rank)}; "
    return f"từ {ordinal(unit.old.rank)} {'lên' if unit.places_up > 0 else 'xuống'} {ordinal(unit.new.rank)}; "


def causes(unit: UnitImpact, most: int | None = MOST_CAUSES) -> list[str]:
    """What makes the move, each with its points, which add up to it: the largest first, small ones summed up."""
    shown = unit.because if most is None or len(unit.because) <= most + 1 else unit.because[:most]
    rest = unit.because[len(shown) :]
    lines = [f"{signed(each.delta)} điểm: {cause(each)}" for each in shown]
    if rest:
        lines.append(f"{signed(sum((each.delta for each in rest), Fraction(0)))} điểm: {len(rest)} tiêu chí khác")
    return [*lines, *_outside(unit.outside)]


def _outside(outside: Outside) -> Iterator[str]:
    settled = outside.conversion + outside.rounding
    told = ((outside.weights, "hệ số của nội dung"), (outside.caps, "mức trần điểm thưởng, điểm trừ"))
    converts = "quy đổi tiêu chí không áp dụng, làm tròn" if outside.conversion else "làm tròn tổng điểm"
    for points, what in (*told, (settled, converts)):
        if points:
            yield f"{signed(points)} điểm: {what}"


def cause(each: Contribution) -> str:
    """A criterion and what became of its points."""
    before, after = _points(each.old), _points(each.new)
    match each.kind:
        case "added":
            return f"{_name(each.new)}: tiêu chí thêm, {after}"
        case "removed":
            return f"{_name(each.old)}: bỏ tiêu chí, trước đây {before}"
        case "merged":
            return f"{_name(each.new)}: gộp {len(each.old)} tiêu chí, {before} → {after}"
        case "split":
            return f"{_name(each.old)}: tách thành {_numbers(each.new)}, {before} → {after}"
        case "regrouped":
            return f"gộp rồi tách {_numbers(each.old)} thành {_numbers(each.new)}, {before} → {after}"
        case "changed":
            return f"{_name(each.new)}: {before} → {after}"


def _name(results: tuple[CriterionResult, ...]) -> str:
    return criterion_name(results[0].criterion)


def _numbers(results: tuple[CriterionResult, ...]) -> str:
    return ", ".join(result.criterion.number for result in results)


def _points(results: tuple[CriterionResult, ...]) -> str:
    found = [each.points for each in results if each.points is not None]
    if found:
        return f"{format_number(sum(found, Fraction(0)))} điểm"
    if not results:
        return NOTHING
    status = results[0].status
    return word("status", status) if status == "not_applicable" else f"chưa có điểm ({word('status', status)})"


def lead_words(found: Impact) -> Iterator[str]:
    """Who comes first and second under each version, side by side."""
    for place in (1, 2):
        before, after = (_lead_at(found, side, place) for side in ("old", "new"))
        sides = f"{SIDE_WORDS['old']}: {before}; {SIDE_WORDS['new']}: {after}"
        yield f"Dự kiến xếp {ordinal(place)}: {sides if before != after else f'cả hai bản: {after}'}."


def _lead_at(found: Impact, side: Side, place: int) -> str:
    lead: Lead | None = next((each for each in found.leads[side] if each.place == place), None)
    if lead is None:
        return "chưa xác định được"
    if len(lead.units) > 1:
        return (
            f"chưa phân định giữa {names(lead.units)} (cùng {format_number(lead.units[0].total or Fraction(0))} điểm)"
        )
    return f"{names(lead.units)} ({'chắc chắn' if lead.certain else 'chưa chắc chắn'})"


def unusable(found: Impact, side: Side, gaps: Sequence[Gap]) -> list[str]:
    """What the dossiers can't say for a version, a sentence for each criterion and unit, and why."""
    members = {each.id: each.name for each in found.new.period.members}
    sentences = []
    for _, same in groupby(gaps, key=lambda gap: (gap.criterion.id, gap.reason, gap.unit)):
        group = list(same)
        unit = f", {members[group[0].unit]}" if group[0].unit else ""
        sentences.append(f"{criterion_name(group[0].criterion)}{unit}: {_reason(group, found, side)}")
    return sentences


def _reason(group: list[Gap], found: Impact, side: Side) -> str:
    gap, own, other = group[0], SIDE_WORDS[side], reported_for(found, side)
    figures = ", ".join(f"“{each.figure.full_name}”" for each in group if each.figure)
    match gap.reason:
        case "added":
            return f"{other} không có tiêu chí này nên đơn vị chưa báo cáo"
        case "regrouped":
            return f"tiêu chí được gộp hoặc tách; không xác định được {figures} từ số liệu đã báo cáo"
        case "new_figure":
            return f"{other} không yêu cầu số liệu {figures} nên đơn vị chưa báo cáo"
        case "measure":
            before = gap.before.measure if gap.before else ""
            now = gap.figure.measure if gap.figure else ""
            return f"{figures} đã báo cáo theo {before or 'cách khác'}, {own} tính theo {now or 'cách khác'}"
        case "giver":
            return f"điểm do đơn vị tự nhập; {own} giao {gap.criterion.points_giver} chấm"
        case _:
            return _reason_of_unit(gap, own)


def _reason_of_unit(gap: Gap, own: str) -> str:
    if gap.figure is None or gap.value is None or gap.before is None:
        return "một phần tiêu chí gộp không áp dụng cho đơn vị; chấm như tiêu chí áp dụng"
    reported = f"{gap.figure.full_name} đã báo cáo {figure_value(gap.before, gap.value)}"
    match gap.reason:
        case "level":
            return f"{reported}; {own} không có mức này"
        case "too_fine":
            most = f"nhiều nhất {gap.figure.decimals} chữ số thập phân" if gap.figure.decimals else "số nguyên"
            return f"{reported}; {own} nhận {most}"
        case _:
            return f"{reported}; ngoài giới hạn số liệu của {own} ({limits_broken(gap.value, gap.figure)})"


def reported_for(found: Impact, side: Side) -> str:
    """The scale that the dossiers were made for, where that is not the version on this side."""
    other: Side = "new" if side == "old" else "old"
    return SIDE_WORDS[other] if found.base == found.scored(other).scale else f"thang điểm của đợt ({found.base.id})"
