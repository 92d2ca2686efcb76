"""``thidua report --kind bang``: a period as a workbook, one sheet for each view."""

from collections import Counter
from collections.abc import Iterator

from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.conference import conference
from thidua.reports.congress_lists import going_to_the_province, proposed_upward
from thidua.reports.findings_grid import FINDINGS, LEVELS, findings_grid
from thidua.reports.notices import notices_of
from thidua.reports.workbooks.result_tables import scored_tables
from thidua.reports.workbooks.saving import workbook_bytes
from thidua.reports.workbooks.styles import new_workbook
from thidua.reports.workbooks.tables import Column, Table, Value, add_table
from thidua.scoring import ClusterResult
from thidua.vocabulary import word

_WIDTHS = {"Mức độ": 24.0, "Đơn vị": 22.0, "Nội dung": 70.0, "Người xử lý": 14.0, "Căn cứ": 45.0}
_NARROW = 10.0


def results_workbook(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> bytes:
    """The file; the same period gives the same bytes. ``unit_id`` is not used, for every sheet has all units."""
    workbook = new_workbook()
    told = notices_of(cluster.period, cluster.scale if cluster.is_scored else None)
    for table in _tables(scored, cluster):
        add_table(workbook, table, told)
    workbook.active = 0
    workbook.properties.title = cluster.period.name
    workbook.properties.creator = "thidua"
    return workbook_bytes(workbook)


def _tables(scored: Scored, cluster: ClusterResult) -> Iterator[Table]:
    if cluster.is_scored:
        yield from scored_tables(scored, cluster)
    if scored.judgement is None:
        return
    if not cluster.is_scored:
        yield _units(scored.judgement, cluster)
    yield from _findings(scored.judgement, cluster)
    for name, heading, told in _lists(scored.judgement, cluster):
        if told:
            rows: tuple[tuple[Value, ...], ...] = tuple(enumerate(told, start=1))
            yield Table(name, heading, (Column("STT", 6.0), Column("Nội dung", 120.0)), rows, fixed=1)


def _lists(judgement: Judgement, cluster: ClusterResult) -> Iterator[tuple[str, str, list[str]]]:
    """Sentences: the sheet's name, its title, a row for each."""
    period, found = cluster.period, judgement.findings
    yield "Hội nghị", "HỘI NGHỊ, BỎ PHIẾU", conference(cluster, judgement)
    yield "Dự đại hội", "DANH SÁCH DỰ KIẾN DỰ ĐẠI HỘI TỈNH", going_to_the_province(period, found)
    yield "Trình lên", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG TRÌNH LÊN", proposed_upward(period, found)


def _findings(judgement: Judgement, cluster: ClusterResult) -> Iterator[Table]:
    grid = findings_grid(judgement.findings, cluster)
    if grid:
        columns = tuple(Column(each, _WIDTHS.get(each, _NARROW)) for each in grid.headings)
        yield Table("Vấn đề", FINDINGS.upper(), columns, grid.rows)


def _units(judgement: Judgement, cluster: ClusterResult) -> Table:
    """Of a period without a scale: who is considered, and how many findings there are."""
    counts = Counter((each.unit, each.rule.level) for each in judgement.findings)
    columns = (
        Column("STT", 6.0),
        Column("Đơn vị", 34.0),
        Column("Điều kiện", 28.0),
        *(Column(word("level", level), 24.0) for level in LEVELS),
    )
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            number,
            unit.member.name,
            word("eligibility", judgement.eligibility[unit.member.id]),
            *(counts[unit.member.id, level] for level in LEVELS),
        )
        for number, unit in enumerate(cluster.units, start=1)
    )
    return Table("Đơn vị", "KẾT QUẢ KIỂM TRA THEO QUY TẮC", columns, rows)
