"""THÔNG BÁO kết quả chấm điểm, xếp hạng thi đua."""

from thidua.papers.about import in_year, of_cluster, paper_of_period
from thidua.papers.blocks import Block, Paper, Sheet, body, last_words
from thidua.papers.form import form_of, head, is_draft, kind_and_subject, signed_by_head
from thidua.papers.result_table import told_result
from thidua.pipeline import Scored
from thidua.reports.summary import closing
from thidua.reports.wording import expected
from thidua.scoring import ClusterResult


def announcement(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """The whole announcement; a draft until the conference has adopted the result."""
    period = cluster.period
    subject = f"{expected(period, 'Kết quả chấm điểm, xếp hạng thi đua')}{in_year(period)}{of_cluster(period)}"
    blocks: tuple[Block, ...] = (
        head(form_of(period), "TB", draft=is_draft(period)),
        *kind_and_subject("THÔNG BÁO", subject),
        body(
            f"Kết quả chấm điểm, xếp hạng thi đua{in_year(period)} của các đơn vị theo thang điểm "
            f"“{cluster.scale.name}” "
            f"{'như sau' if not is_draft(period) else 'dự kiến như sau'}:"
        ),
        *told_result(scored, cluster, with_self=False),
        last_words(f"{closing(cluster)}/."),
        signed_by_head(period),
    )
    return paper_of_period(f"Thông báo: {subject}", cluster, Sheet(blocks))
