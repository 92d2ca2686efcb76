"""PHIẾU THẨM ĐỊNH ĐIỂM THI ĐUA: one unit's criteria, figures, points and reasons, and what is asked of it."""

from collections.abc import Iterator

from thidua.comparison.saying import capital
from thidua.inference.findings import Finding
from thidua.numerals.writing import format_number
from thidua.papers.about import in_year, paper_of_period
from thidua.papers.blocks import Block, Line, Paper, Sheet, body, heading, items, last_words
from thidua.papers.criteria_table import criteria_table
from thidua.papers.form import form_of, head, kind_and_subject, sheet_signed_by_head
from thidua.pipeline import Scored
from thidua.reports.explanation import place_told
from thidua.reports.summary import without_points
from thidua.reports.sums import total_sum
from thidua.reports.verification import by_when, is_for_the_unit
from thidua.scoring import ClusterResult, UnitResult
from thidua.vocabulary import word

_OWED = ("pending_evidence", "provisional", "not_reported", "no_evidence")


def verification_sheets(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """A sheet for each unit, each with its own page numbers; of one unit where ``unit_id`` names it."""
    sheets = [_sheet(unit, scored, cluster) for unit in cluster.units if unit_id in (None, unit.member.id)]
    return paper_of_period(f"Phiếu thẩm định điểm thi đua{in_year(cluster.period)}", cluster, *sheets)


def _sheet(unit: UnitResult, scored: Scored, cluster: ClusterResult) -> Sheet:
    period = cluster.period
    kind = f"PHIẾU THẨM ĐỊNH ĐIỂM THI ĐUA{in_year(period).upper()}"
    findings = [each for each in scored.judgement.findings if each.unit == unit.member.id] if scored.judgement else []
    blocks: tuple[Block, ...] = (
        head(form_of(period), landscape=True),
        *kind_and_subject(kind, unit.member.name, landscape=True),
        *_result(unit, scored, cluster),
        criteria_table(unit, cluster),
        *_questions(findings),
        *_request(unit, findings, cluster),
        sheet_signed_by_head(period),
    )
    return Sheet(blocks, landscape=True)


def _result(unit: UnitResult, scored: Scored, cluster: ClusterResult) -> Iterator[Line]:
    """The total and the place, or why there is none."""
    if unit.state == "unscorable":
        yield body(f"Chưa chấm được: hồ sơ của {unit.member.name} có lỗi, phải sửa trước khi chấm.")
        return
    if unit.state == "missing_dossier":
        yield body(f"Chưa nhận được hồ sơ tự chấm điểm của {unit.member.name}; chưa báo cáo không phải là 0 điểm.")
    if without_points(unit):
        yield body("Tổng điểm thẩm định: chưa có điểm.")
        return
    low, high = format_number(unit.least), format_number(unit.most)
    so_far = f" (tạm tính; thấp nhất {low}, cao nhất {high} điểm)" if unit.provisional else ""
    yield body(f"Tổng điểm thẩm định: {total_sum(unit, cluster.scale)}{so_far}.")
    yield body(f"{capital(place_told(unit, cluster, scored.judgement))}.")


def _questions(findings: list[Finding]) -> Iterator[Line]:
    """What the rules want cleared, the gravest first."""
    asked = [each for level in ("blocking", "explain") for each in findings if each.rule.level == level]
    if asked:
        yield heading("Vấn đề cần làm rõ:")
        told = (f"{each.message} ({word('level', each.rule.level)}; {each.rule.basis})" for each in asked)
        yield from items(told)


def _request(unit: UnitResult, findings: list[Finding], cluster: ClusterResult) -> Iterator[Line]:
    """The closing sentence: what the unit still owes, and by when."""
    when = by_when(cluster) or f" trước ngày {'…' * 6}"
    asked = any(map(is_for_the_unit, findings))
    owed = any(each.status in _OWED for each in unit.criteria)
    name = unit.member.name
    if unit.state == "missing_dossier":
        yield last_words(f"Đề nghị {name} gửi hồ sơ tự chấm điểm và tài liệu kiểm chứng{when}.")
    elif unit.state == "unscorable":
        yield last_words(f"Đề nghị {name} sửa và gửi lại hồ sơ tự chấm điểm{when}.")
    elif asked or owed:
        yield last_words(f"Đề nghị {name} bổ sung, giải trình các nội dung nêu trên{when}.")
    else:
        yield last_words(f"Các nội dung của {name} không còn phải bổ sung, giải trình.")
