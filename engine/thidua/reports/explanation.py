"""``thidua explain``: how one unit's points come about, so that every number can be worked out again by hand."""

from collections.abc import Iterator

from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.explained_criterion import explained_criterion
from thidua.reports.layout import hanging
from thidua.reports.notices import first_line
from thidua.reports.ranks import ranks
from thidua.reports.summary import NO_FIGURES, closing, nothing_scored
from thidua.reports.sums import criteria_in, section_sum, total_sum
from thidua.reports.unscored import unscored_table
from thidua.reports.wording import expected, identification, names, ordinal
from thidua.scoring import ClusterResult, SectionResult, UnitResult
from thidua.vocabulary import word

_LABEL = 15


def explanation(scored: Scored, cluster: ClusterResult, unit: UnitResult, criterion_id: str | None = None) -> str:
    """The page of a unit, or of one of its criteria; the notices stand on its first line."""
    if not cluster.is_scored:
        return unscored_table(scored, cluster, unit.member.id)
    top = first_line(cluster)
    head = [f"GIẢI TRÌNH ĐIỂM: {unit.member.name} ({unit.member.id})"]
    for label, text in identification(scored, cluster):
        head += hanging(text, f"{label + ':':<{_LABEL}}", _LABEL)
    blocks = [[top] if top else [], head, list(_of_the_unit(unit, cluster, scored.judgement))]
    for section in unit.sections:
        inside = [result for result in criteria_in(section, unit) if criterion_id in (None, result.criterion.id)]
        if inside:
            blocks.append(_of_section(section, unit))
            blocks.extend(explained_criterion(result, unit, cluster) for result in inside)
    blocks.append([closing(cluster)])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _of_the_unit(unit: UnitResult, cluster: ClusterResult, judgement: Judgement | None) -> Iterator[str]:
    if unit.state == "unscorable":
        yield f"{'Tổng điểm:':<{_LABEL}}chưa chấm được: hồ sơ có lỗi, phải sửa trước khi chấm"
        yield f"{'':<{_LABEL}}thấp nhất {format_number(unit.least)}, cao nhất {format_number(unit.most)} điểm"
        return
    if unit.state == "missing_dossier":
        yield f"{'Hồ sơ:':<{_LABEL}}chưa có hồ sơ tự chấm điểm; chưa báo cáo không phải là 0 điểm"
    yield from hanging(_total(unit, cluster), f"{'Tổng điểm:':<{_LABEL}}", _LABEL)
    yield from hanging(place_told(unit, cluster, judgement), f"{'Xếp hạng:':<{_LABEL}}", _LABEL)
    if unit.self_total is not None:
        yield f"{'Tự chấm:':<{_LABEL}}{format_number(unit.self_total)} điểm"


def _total(unit: UnitResult, cluster: ClusterResult) -> str:
    text = total_sum(unit, cluster.scale)
    if not unit.provisional:
        return text
    return f"{text} (tạm tính; thấp nhất {format_number(unit.least)}, cao nhất {format_number(unit.most)} điểm)"


def place_told(unit: UnitResult, cluster: ClusterResult, judgement: Judgement | None) -> str:
    """A unit's place among the others, or why it has none."""
    if nothing_scored(cluster):
        return f"chưa xếp hạng: {NO_FIGURES[0].lower()}{NO_FIGURES[1:]}"
    everyone = ranks(cluster, judgement)
    rank = next(each for each in everyone if each.unit.member.id == unit.member.id)
    if rank.place is None:
        lists = ("unit_state", unit.state) if rank.eligibility == "eligible" else ("eligibility", rank.eligibility)
        return f"chưa xếp hạng: {word(*lists)}"
    ranked = [each for each in everyone if each.place is not None]
    among = f"{len(ranked)} đơn vị" if len(ranked) == len(cluster.units) else f"{len(ranked)} đơn vị được xếp hạng"
    tied = f", đồng hạng với {names(rank.tied)}" if rank.tied else ""
    placed = judgement.place_of(unit) if judgement else None
    reason = f" ({placed.reason})" if placed and placed.reason else ""
    return expected(cluster.period, f"xếp {ordinal(rank.place)} trong {among}") + tied + reason


def _of_section(section: SectionResult, unit: UnitResult) -> list[str]:
    name = f"NỘI DUNG {section.section.number}. {section.section.name}"
    standard = f"điểm chuẩn {format_number(section.section.standard_points)}"
    points = "chưa chấm được" if section.points is None else section_sum(section, unit)
    return [*hanging(name, "", 4), *hanging(f"{points} ({standard})", "    Điểm: ", 10)]
