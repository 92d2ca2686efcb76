"""The result on an upright page: place, unit, points, remarks; for the report, the minutes and the announcement."""

from thidua.papers.blocks import Block, Cell, Table, body, cell, head_cells, note
from thidua.papers.points import range_of
from thidua.papers.word import UPRIGHT_WIDTH
from thidua.pipeline import Scored
from thidua.reports.compared_scores import gap
from thidua.reports.ranks import Rank, ranks
from thidua.reports.standing import equal_totals, expectations
from thidua.reports.summary import legend, marked_total, nothing_scored, remarks, sums_explained, without_points
from thidua.reports.wording import NOTHING, is_final, points_or_nothing, points_places
from thidua.scoring import ClusterResult

_PLACE, _UNIT, _POINTS = 19.0, 31.0, 22.0


def result_table(scored: Scored, cluster: ClusterResult, with_self: bool = True) -> Table:
    """Units by place; ``with_self``: beside their self-scores where anybody gave some."""
    has_self = with_self and any(unit.self_total is not None for unit in cluster.units)
    place = "Xếp hạng" if is_final(cluster.period) else "Dự kiến xếp hạng"
    points = ("Tự chấm", "Thẩm định", "Chênh lệch") if has_self else ("Tổng điểm",)
    widths = (_PLACE, _UNIT, *[_POINTS] * len(points))
    rows = tuple(_row(rank, cluster, has_self) for rank in ranks(cluster, scored.judgement))
    headings = head_cells((place, "Đơn vị", *points, "Ghi chú"))
    return Table((*widths, UPRIGHT_WIDTH - sum(widths)), rows, (headings,))


def told_result(scored: Scored, cluster: ClusterResult, with_self: bool = True) -> tuple[Block, ...]:
    """The table, what its marks mean, then places, proposals and equal totals in sentences."""
    sentences = [
        *(expectations(scored.judgement, cluster) if scored.judgement else []),
        *(f"{each}." for each in sums_explained(cluster)),
        *equal_totals(scored, cluster),
    ]
    notes = [note(each) for each in legend(cluster, scored.judgement, by_section=False)]
    return (result_table(scored, cluster, with_self), *notes, *(body(f"- {each}") for each in dict.fromkeys(sentences)))


def _row(rank: Rank, cluster: ClusterResult, has_self: bool) -> tuple[Cell, ...]:
    unit, places = rank.unit, points_places(cluster)
    total = None if without_points(unit) else unit.total
    shown = NOTHING if total is None else marked_total(unit, places)
    points = (points_or_nothing(unit.self_total, places), shown, gap(unit.self_total, total, places))
    place = NOTHING if rank.place is None or nothing_scored(cluster) else str(rank.place)
    return (
        cell(place, "center", bold=True),
        cell(unit.member.name),
        *(cell(each, "right") for each in (points if has_self else (shown,))),
        cell("; ".join([*range_of(unit, places), *remarks(rank, cluster)]), size=10),
    )
