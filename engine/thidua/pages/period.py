"""``thidua report --kind html``: a period on one page, what the staff ask first standing first."""

from collections.abc import Sequence

from thidua.pages.charts import sections_charts, totals_charts
from thidua.pages.first_screen import first_sentences
from thidua.pages.rendering import render
from thidua.pages.units import unit_views
from thidua.pipeline import Scored
from thidua.reports.awaited import awaited, without_documents
from thidua.reports.changes import changes
from thidua.reports.conference import conference
from thidua.reports.congress_lists import going_to_the_province, proposed_upward
from thidua.reports.findings_grid import FINDINGS, findings_grid
from thidua.reports.notices import notices, notices_of
from thidua.reports.page import Block, Entry
from thidua.reports.ranks import ranks
from thidua.reports.standing import counted, equal_totals, expectations, standing_title
from thidua.reports.summary import SUMS_HEADING, closing, grid, legend, nothing_scored, sums_explained, title
from thidua.reports.unscored import TITLE, closing_words
from thidua.reports.wording import identification
from thidua.scoring import ClusterResult

_MOST_CHANGES = 20


def period_html(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> bytes:
    """The file; ``unit_id`` is not used, for the page has all units."""
    page = _scored(scored, cluster) if cluster.is_scored else _unscored(scored, cluster)
    return page.encode()


def _scored(scored: Scored, cluster: ClusterResult) -> str:
    first = first_sentences(scored, cluster)
    places = ranks(cluster, scored.judgement)
    charts = [] if nothing_scored(cluster) else [*totals_charts(places, cluster), *sections_charts(places, cluster)]
    sums = Block(SUMS_HEADING, tuple(map(Entry, sums_explained(cluster))))
    lists = (
        ("thay-doi", _listed("Thay đổi lớn nhất so với tự chấm", changes(cluster)[:_MOST_CHANGES])),
        ("con-cho", _listed("Còn chờ (nơi cung cấp: nội dung)", awaited(cluster))),
        ("thieu-tai-lieu", _listed("Không tính điểm do thiếu tài liệu", without_documents(cluster))),
        ("cach-tinh-tong", sums),
        *_judged(scored, cluster),
    )
    return render(
        "period.html.j2",
        notices(cluster),
        title(cluster),
        facts=identification(scored, cluster),
        standing_title=standing_title(cluster),
        first=first,
        others=_others(scored, cluster, first),
        summary=grid(cluster, scored.judgement),
        table_title=title(cluster),
        notes=[*legend(cluster, scored.judgement), *equal_totals(scored, cluster)],
        charts=charts,
        lists=[(name, block) for name, block in lists if block.entries or block.grid],
        units=unit_views(scored, cluster),
        closing=closing(cluster),
    )


def _unscored(scored: Scored, cluster: ClusterResult) -> str:
    """A period without a scale: what the rules found instead of points."""
    judgement, period = scored.judgement, cluster.period
    found = judgement.findings if judgement else ()
    lists = (
        *_judged(scored, cluster),
        ("du-dai-hoi", _listed("Danh sách dự kiến dự Đại hội tỉnh", going_to_the_province(period, found))),
        ("trinh-len", _listed("Danh sách đề nghị khen thưởng trình lên", proposed_upward(period, found))),
    )
    return render(
        "period.html.j2",
        notices_of(period, None),
        TITLE,
        facts=identification(scored, cluster),
        standing_title="Kết quả",
        first=(),
        others=[f"{counted(judgement)}."] if judgement else [],
        summary=None,
        lists=[(name, block) for name, block in lists if block.entries or block.grid],
        units=(),
        closing=closing_words(cluster),
    )


def _others(scored: Scored, cluster: ClusterResult, first: Sequence[str]) -> list[str]:
    """What is to be told at the top beside the first two places: proposals, who is not considered, findings."""
    if scored.judgement is None:
        return []
    told = [each for each in expectations(scored.judgement, cluster) if each not in first]
    return [*told, f"{counted(scored.judgement)}."]


def _judged(scored: Scored, cluster: ClusterResult) -> tuple[tuple[str, Block], ...]:
    found = scored.judgement.findings if scored.judgement else ()
    return (
        ("hoi-nghi", _listed("Hội nghị, bỏ phiếu", conference(cluster, scored.judgement))),
        ("van-de", Block(FINDINGS, grid=findings_grid(found, cluster))),
    )


def _listed(heading: str, entries: Sequence[object]) -> Block:
    return Block(heading, tuple(Entry(str(each)) for each in entries))
