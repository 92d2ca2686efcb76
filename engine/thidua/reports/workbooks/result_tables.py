"""What a workbook shows of a scored period, a table for each view."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thidua.pipeline import Scored
from thidua.reports.awaited import awaited, without_documents
from thidua.reports.evidence import evidence_counts
from thidua.reports.ranks import Rank, ranks
from thidua.reports.summary import nothing_scored, remarks, section_points, title, weight_mark, without_points
from thidua.reports.wording import points_places, status_word
from thidua.reports.workbooks.tables import Column, Table, Value
from thidua.scoring import ClusterResult, CriterionResult, UnitResult

_NUMBER, _UNIT, _POINTS, _PLACE, _NAME, _TEXT = 6.0, 24.0, 10.0, 8.0, 40.0, 60.0


def scored_tables(scored: Scored, cluster: ClusterResult) -> Iterator[Table]:
    """The summary in both orders, all criteria, self-scores beside verified ones, and what is awaited."""
    places = ranks(cluster, scored.judgement)
    by_member = sorted(places, key=lambda each: cluster.units.index(each.unit))
    heading = title(cluster)
    yield _summary("Tổng hợp", f"{heading} - theo thứ tự đơn vị", by_member, cluster)
    yield _summary("Theo thứ hạng", f"{heading} - theo thứ hạng", places, cluster)
    yield _criteria(cluster)
    yield _compared(cluster)
    yield _awaited(cluster)


def _summary(name: str, heading: str, rows: Sequence[Rank], cluster: ClusterResult) -> Table:
    decimals = points_places(cluster)

    def points(text: str) -> Column:
        return Column(text, _POINTS, decimals)

    parts = [f"Nội dung {each.number}{weight_mark(each)}" for each in cluster.scale.sections]
    columns = (
        Column("STT", _NUMBER),
        Column("Đơn vị", _UNIT),
        *(points(f"{each}, {side}") for each in parts for side in ("tự chấm", "thẩm định")),
        *map(points, ("Tổng tự chấm", "Tổng thẩm định", "Chênh lệch", "Thấp nhất", "Cao nhất")),
        Column("Xếp hạng", _PLACE),
        Column("Ghi chú", _NAME),
    )
    body = tuple(_summary_row(number, each, cluster) for number, each in enumerate(rows, start=1))
    return Table(name, heading, columns, body)


def _summary_row(number: int, rank: Rank, cluster: ClusterResult) -> tuple[Value, ...]:
    unit = rank.unit
    total = None if without_points(unit) else unit.total
    parts: list[Value] = []
    for index, section in enumerate(unit.sections):
        parts += [section.self_points, section_points(unit, index)]
    place = None if nothing_scored(cluster) else rank.place
    sums = (unit.self_total, total, _difference(unit.self_total, total), unit.least, unit.most)
    return (number, unit.member.name, *parts, *sums, place, "; ".join(_remarks(rank, cluster)))


def _remarks(rank: Rank, cluster: ClusterResult) -> list[str]:
    so_far = rank.unit.provisional and rank.unit.total is not None
    return [*(["tổng điểm tạm tính"] if so_far else []), *remarks(rank, cluster)]


def _criteria(cluster: ClusterResult) -> Table:
    """A row for each criterion, a column for each unit; the status where there are no points."""
    decimals = points_places(cluster)
    columns = (
        Column("Số mục", 9.0),
        Column("Tiêu chí", _NAME),
        Column("Điểm chuẩn", _POINTS, decimals),
        *(Column(unit.member.name, 13.0, decimals) for unit in cluster.units),
    )
    rows = tuple(
        (
            criterion.number,
            criterion.name,
            criterion.standard_points,
            *(_points_or_status(unit, unit.criteria[index]) for unit in cluster.units),
        )
        for index, criterion in enumerate(cluster.scale.criteria)
    )
    return Table("Tiêu chí", "ĐIỂM TỪNG TIÊU CHÍ CỦA CÁC ĐƠN VỊ", columns, rows)


def _points_or_status(unit: UnitResult, result: CriterionResult) -> Value:
    return status_word(unit, result) if result.points is None else result.points


def _compared(cluster: ClusterResult) -> Table:
    decimals = points_places(cluster)
    points = ("Điểm chuẩn", "Tự chấm", "Theo số liệu", "Thẩm định", "Chênh lệch", "Thấp nhất", "Cao nhất")
    columns = (
        Column("Đơn vị", _UNIT),
        Column("Số mục", 9.0),
        Column("Tiêu chí", _NAME),
        *(Column(each, _POINTS, decimals) for each in points),
        Column("Trạng thái", 18.0),
        Column("TLKC phải có", _PLACE),
        Column("TLKC đã có", _PLACE),
        Column("Cách tính, lý do", _TEXT),
    )
    rows = tuple(_compared_row(unit, result) for unit in cluster.units for result in unit.criteria)
    return Table("Tự chấm - thẩm định", "ĐIỂM TỰ CHẤM VÀ ĐIỂM THẨM ĐỊNH TỪNG TIÊU CHÍ", columns, rows, fixed=3)


def _compared_row(unit: UnitResult, result: CriterionResult) -> tuple[Value, ...]:
    criterion, own, points = result.criterion, result.self_points, result.points
    differs = _difference(own, points)
    span = (None, None) if result.status == "not_applicable" else (result.least, result.most)
    return (
        unit.member.name,
        criterion.number,
        criterion.name,
        *(criterion.standard_points, own, result.computed, points, differs, *span),
        status_word(unit, result),
        *evidence_counts(result),
        result.explanation,
    )


def _awaited(cluster: ClusterResult) -> Table:
    columns = (
        Column("Việc", 26.0),
        Column("Nơi cung cấp, đơn vị", _UNIT),
        Column("Tiêu chí", _NAME),
        Column("Nội dung", _TEXT),
    )
    found = (("còn chờ", awaited(cluster)), ("không tính điểm do thiếu tài liệu", without_documents(cluster)))
    rows = tuple((what, each.from_whom, each.criterion, each.what) for what, those in found for each in those)
    return Table("Còn chờ", "CÒN CHỜ SỐ LIỆU, TÀI LIỆU", columns, rows)


def _difference(own: Fraction | None, points: Fraction | None) -> Fraction | None:
    return None if own is None or points is None else points - own
