"""One unit on the page of a period: its total and place, its findings, and each criterion with its arithmetic."""

from collections.abc import Iterator

from msgspec import Struct

from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.reports.explained_criterion import criterion_facts
from thidua.reports.explanation import place_told
from thidua.reports.findings_grid import FINDINGS, findings_grid
from thidua.reports.page import Block
from thidua.reports.summary import weight_mark, without_points
from thidua.reports.sums import criteria_in, section_sum, total_sum
from thidua.reports.wording import (
    criterion_name,
    is_unread,
    points_or_nothing,
    points_places,
    status_word,
)
from thidua.scoring import ClusterResult, CriterionResult, SectionResult, UnitResult
from thidua.vocabulary import word

# What the table says in columns of its own, what is the same for every unit, and what would list the whole cluster
# under each unit.
_ELSEWHERE = frozenset(("Điểm", "Điểm chuẩn", "Cách tính", "Tự chấm", "Cả Cụm", "Cách chấm", "Mã tiêu chí"))


class CriterionView(Struct, frozen=True):
    """A row of a section's table; ``facts`` are labels with texts."""

    name: str
    standard: str
    own: str
    points: str
    status: str
    is_open: bool
    explanation: str
    steps: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


class SectionView(Struct, frozen=True):
    """A section: what it is called, how its points come about, its criteria."""

    heading: str
    points: str
    rows: tuple[CriterionView, ...]


class UnitView(Struct, frozen=True):
    """A unit: labels with texts, blocks, sections."""

    name: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    sections: tuple[SectionView, ...]


def unit_views(scored: Scored, cluster: ClusterResult) -> tuple[UnitView, ...]:
    """All units, in the members' order."""
    return tuple(_unit(unit, scored, cluster) for unit in cluster.units)


def _unit(unit: UnitResult, scored: Scored, cluster: ClusterResult) -> UnitView:
    found = [each for each in scored.judgement.findings if each.unit == unit.member.id] if scored.judgement else []
    grid = findings_grid(found, cluster, with_unit=False)
    return UnitView(
        unit.member.name,
        tuple(_facts(unit, scored, cluster)),
        (Block(FINDINGS, grid=grid, level=2),) if grid else (),
        tuple(_section(each, unit, cluster) for each in unit.sections),
    )


def _facts(unit: UnitResult, scored: Scored, cluster: ClusterResult) -> Iterator[tuple[str, str]]:
    low, high = format_number(unit.least), format_number(unit.most)
    if unit.state != "scored":
        yield "Hồ sơ", word("unit_state", unit.state)
    if unit.state == "unscorable":
        yield "Tổng điểm", f"chưa chấm được: hồ sơ có lỗi, phải sửa trước khi chấm; thấp nhất {low}, cao nhất {high}"
    else:
        so_far = f" (tạm tính; thấp nhất {low}, cao nhất {high} điểm)" if unit.provisional else ""
        yield "Tổng điểm", "chưa có điểm" if without_points(unit) else f"{total_sum(unit, cluster.scale)}{so_far}"
    yield "Xếp hạng", place_told(unit, cluster, scored.judgement)
    if unit.self_total is not None:
        yield "Tự chấm", f"{format_number(unit.self_total)} điểm"


def _section(section: SectionResult, unit: UnitResult, cluster: ClusterResult) -> SectionView:
    about = section.section
    standard = f"điểm chuẩn {format_number(about.standard_points)}"
    points = "chưa chấm được" if section.points is None else section_sum(section, unit)
    return SectionView(
        f"Nội dung {about.number}. {about.name}{weight_mark(about)}",
        f"{points} ({standard})",
        tuple(_criterion(each, unit, cluster) for each in criteria_in(section, unit)),
    )


def _criterion(result: CriterionResult, unit: UnitResult, cluster: ClusterResult) -> CriterionView:
    places = points_places(cluster)
    criterion = result.criterion
    bonus = f" (+{format_number(criterion.bonus_cap)})" if criterion.bonus_cap else ""
    known = result.status != "not_applicable" and not is_unread(result, unit)
    unsent = unit.state != "scored" and result.status == "not_reported"
    told = () if unsent else criterion_facts(result, unit, cluster)
    span = f" (từ {format_number(result.least)} đến {format_number(result.most)})" if _varies(result) else ""
    return CriterionView(
        criterion_name(criterion),
        f"{format_number(criterion.standard_points)}{bonus}",
        points_or_nothing(result.self_points, places),
        points_or_nothing(result.points, places),
        f"{status_word(unit, result)}{span}",
        result.is_open,
        status_word(unit, result) if unsent else result.explanation,
        result.steps if known and not unsent else (),
        tuple(each for each in told if each[0] not in _ELSEWHERE),
    )


def _varies(result: CriterionResult) -> bool:
    return result.status != "not_applicable" and result.least != result.most
