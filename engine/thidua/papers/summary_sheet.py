"""BẢNG TỔNG HỢP ĐIỂM THI ĐUA VÀ XẾP HẠNG: one copy in the members' order, one by rank."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from thidua.model.scale import Section
from thidua.numerals.writing import format_number
from thidua.papers.about import minutes_of, of_cluster, paper_of_period
from thidua.papers.blocks import Block, Cell, Line, Paper, Sheet, Table, cell, line
from thidua.papers.form import form_of, head, kind_and_subject, sheet_signed_by_head
from thidua.papers.points import bonus_of, range_of
from thidua.papers.word import LANDSCAPE_WIDTH
from thidua.pipeline import Scored
from thidua.reports.compared_scores import gap
from thidua.reports.ranks import Rank, ranks
from thidua.reports.standing import equal_totals
from thidua.reports.summary import (
    closing,
    legend,
    marked_total,
    nothing_scored,
    remarks,
    section_points,
    sums_explained,
    title,
    weight_mark,
    without_points,
)
from thidua.reports.wording import NOTHING, points_or_nothing, points_places
from thidua.scoring import ClusterResult

_SIZE, _NOTE_SIZE = 10.0, 10.0
_NUMBER, _UNIT, _SECTION, _POINTS, _BONUS, _PLACE = 10.0, 25.0, 15.5, 18.0, 14.0, 12.5
_ROOM_FOR_SECTIONS = 102.0


class _Columns(Struct, frozen=True):
    """Which columns there are: self-scores where anybody gave some, by section where there is room; bonus if any."""

    self_total: bool
    self_by_section: bool
    bonus: bool


def summary_paper(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """The whole paper: a sheet for each order."""
    places = ranks(cluster, scored.judgement)
    by_member = sorted(places, key=lambda each: cluster.units.index(each.unit))
    first = _sheet("Xếp theo thứ tự các đơn vị thành viên", by_member, scored, cluster)
    second = _sheet("Xếp theo thứ hạng", places, scored, cluster)
    return paper_of_period(title(cluster), cluster, first, second)


def _sheet(order: str, rows: Sequence[Rank], scored: Scored, cluster: ClusterResult) -> Sheet:
    period = cluster.period
    blocks: tuple[Block, ...] = (
        head(form_of(period), landscape=True),
        *kind_and_subject(title(cluster), *_whose(cluster), note=_note(cluster, order), landscape=True),
        _table(rows, cluster),
        *_notes(scored, cluster),
        sheet_signed_by_head(period),
    )
    return Sheet(blocks, landscape=True)


def _whose(cluster: ClusterResult) -> tuple[str, ...]:
    whose = of_cluster(cluster.period).removeprefix(" của ")
    return (whose,) if whose else ()


def _note(cluster: ClusterResult, order: str) -> str:
    return f"({order}; kèm theo {minutes_of(cluster)})"


def _table(rows: Sequence[Rank], cluster: ClusterResult) -> Table:
    sections = cluster.scale.sections
    has_self = any(unit.self_total is not None for unit in cluster.units)
    by_section = has_self and 2 * _SECTION * len(sections) <= _ROOM_FOR_SECTIONS
    bonus = any(criterion.bonus_cap for criterion in cluster.scale.criteria)
    columns = _Columns(has_self, by_section, bonus)
    wide = min(_SECTION, _ROOM_FOR_SECTIONS / (len(sections) * (2 if by_section else 1)))
    widths = [
        _NUMBER,
        _UNIT,
        *[wide] * (len(sections) * (2 if by_section else 1)),
        *([_BONUS] if bonus else []),
        *([_POINTS] * 3 if has_self else [_POINTS]),
        _PLACE,
    ]
    body = tuple(_row(number, each, cluster, columns) for number, each in enumerate(rows, start=1))
    return Table((*widths, LANDSCAPE_WIDTH - sum(widths)), body, _headings(sections, columns))


def _headings(sections: Sequence[Section], columns: _Columns) -> tuple[tuple[Cell, ...], ...]:
    deep, broad = (2, 2) if columns.self_by_section else (1, 1)

    def over(text: str) -> Cell:
        return cell(text, "center", bold=True, size=_SIZE, rows=deep)

    names = [f"Nội dung {each.number}{weight_mark(each)}" for each in sections]
    totals = ("Tổng tự chấm", "Tổng thẩm định", "Chênh lệch") if columns.self_total else ("Tổng điểm",)
    first = (
        over("STT"),
        over("Đơn vị"),
        *(cell(each, "center", bold=True, size=_SIZE, columns=broad) for each in names),
        *((over("Điểm thưởng"),) if columns.bonus else ()),
        *map(over, (*totals, "Xếp hạng", "Ghi chú")),
    )
    below = tuple(cell(each, "center", size=_SIZE) for _ in sections for each in ("Tự chấm", "Thẩm định"))
    return (first, below) if columns.self_by_section else (first,)


def _row(number: int, rank: Rank, cluster: ClusterResult, columns: _Columns) -> tuple[Cell, ...]:
    unit, places = rank.unit, points_places(cluster)
    points: list[str] = []
    for index, section in enumerate(unit.sections):
        own = [points_or_nothing(section.self_points, places)] if columns.self_by_section else []
        points += [*own, points_or_nothing(section_points(unit, index), places)]
    if columns.bonus:
        points.append(points_or_nothing(bonus_of(unit, cluster), places))
    if columns.self_total:
        points.append(points_or_nothing(unit.self_total, places))
    points.append(NOTHING if without_points(unit) else marked_total(unit, places))
    if columns.self_total:
        points.append(gap(unit.self_total, None if without_points(unit) else unit.total, places))
    place = NOTHING if rank.place is None or nothing_scored(cluster) else str(rank.place)
    return (
        cell(str(number), "center", size=_SIZE),
        cell(unit.member.name, size=_SIZE),
        *(cell(each, "right", size=_SIZE) for each in points),
        cell(place, "center", bold=True, size=_SIZE),
        cell("; ".join([*range_of(unit, places), *remarks(rank, cluster)]), size=_SIZE - 1),
    )


def _notes(scored: Scored, cluster: ClusterResult) -> tuple[Line, ...]:
    cap = cluster.scale.total_bonus_cap
    limit = f", toàn bảng không quá {format_number(cap)} điểm" if cap is not None else ""
    has_bonus = any(criterion.bonus_cap for criterion in cluster.scale.criteria)
    about = [
        *legend(cluster, scored.judgement),
        *([f"Điểm thưởng đã nằm trong điểm của các nội dung{limit}."] if has_bonus else []),
        closing(cluster),
    ]
    told = [" ".join(about), *(f"{each}." for each in sums_explained(cluster)), *equal_totals(scored, cluster)]
    notes = [line(each, "both", _NOTE_SIZE, italic=True) for each in told]
    return (line("", size=4), *notes[:-1], replace(notes[-1], keep=True))
