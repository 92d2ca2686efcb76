"""What every paper of a period says of itself: marks, notices, whose it is, the check code."""

import hashlib

from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.papers.blocks import Paper, Sheet
from thidua.papers.form import day_of, form_of
from thidua.pipeline import Scored
from thidua.reports.notices import BETWEEN, marks_of, notices_of, notices_of_scale
from thidua.scoring import ClusterResult

_CODE_LENGTH, _GROUP = 16, 4


def paper_of_period(title: str, cluster: ClusterResult, *sheets: Sheet, check_code: str = "") -> Paper:
    """A paper with what keeps it from passing for an issued one."""
    period, scale = cluster.period, cluster.scale if cluster.is_scored else None
    marks = marks_of(period, scale)
    others = [each for each in notices_of(period, scale) if each not in marks]
    author = form_of(period).issuer or ""
    return Paper(title, author, sheets, BETWEEN.join(marks), BETWEEN.join(others), check_code)


def paper_of_scale(title: str, scale: Scale, author: str, *sheets: Sheet) -> Paper:
    """The same about a scale by itself."""
    marks = marks_of(None, scale)
    others = [each for each in notices_of_scale(scale) if each not in marks]
    return Paper(title, author, sheets, BETWEEN.join(marks), BETWEEN.join(others))


def in_year(period: Period) -> str:
    """`` năm 2019``; empty where the period has no year."""
    return f" năm {period.year}" if period.year else ""


def of_cluster(period: Period) -> str:
    """`` của Cụm Thi đua …``; empty where the period doesn't say whose papers these are."""
    issuer = form_of(period).issuer
    return f" của {issuer}" if issuer else ""


def check_code(scored: Scored) -> str:
    """``Mã kiểm tra: 1A2B-…``: the same only for the same dossiers, records, scale and rules.

    Whoever holds the files can print the minutes again and compare.
    """
    told = "\n".join((scored.scale_hash, scored.period_hash, scored.rules_hash))
    code = hashlib.sha256(told.encode()).hexdigest()[:_CODE_LENGTH].upper()
    groups = (code[start : start + _GROUP] for start in range(0, _CODE_LENGTH, _GROUP))
    return f"Mã kiểm tra: {'-'.join(groups)}"


def minutes_of(cluster: ClusterResult) -> str:
    """The minutes to which a table belongs: those recorded, else with the day left to fill in."""
    recorded = [each.document for each in cluster.period.sessions if each.document]
    return recorded[0] if recorded else f"Biên bản họp {day_of(None)}"
