"""BÁO CÁO kết quả thẩm định: head and deputy to the representative office of the Central Board."""

from collections.abc import Iterator

from thidua.numerals.writing import format_number
from thidua.papers.about import in_year, of_cluster, paper_of_period
from thidua.papers.blocks import Block, Cell, Paper, Sheet, Table, body, cell, head_cells, heading, items, last_words
from thidua.papers.form import addressed_to, form_of, head, is_draft, kind_and_subject, signed_by_both
from thidua.papers.result_table import told_result
from thidua.papers.word import UPRIGHT_WIDTH
from thidua.pipeline import Scored
from thidua.reports.awaited import awaited, without_documents
from thidua.reports.changes import Change, changes
from thidua.reports.compared_scores import gap
from thidua.reports.summary import closing
from thidua.reports.wording import names, points_places
from thidua.scoring import ClusterResult
from thidua.vocabulary import word

_MOST_CHANGES = 10
_UNIT, _CRITERION, _POINTS = 21.0, 43.0, 17.5
_HEADINGS = ("Đơn vị", "Tiêu chí", "Tự chấm", "Thẩm định", "Chênh lệch", "Lý do")


def verification_report(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """The whole report."""
    period = cluster.period
    form = form_of(period)
    subject = f"Kết quả thẩm định điểm thi đua{in_year(period)}{of_cluster(period)}"
    blocks: tuple[Block, ...] = (
        head(form, "BC", draft=is_draft(period)),
        *kind_and_subject("BÁO CÁO", subject),
        *addressed_to(form.reports_to),
        *_grounds(cluster),
        heading("I. TÌNH HÌNH GỬI HỒ SƠ, CHẤM ĐIỂM"),
        *_sent(cluster),
        heading("II. KẾT QUẢ THẨM ĐỊNH"),
        *told_result(scored, cluster),
        heading("III. THAY ĐỔI LỚN NHẤT SO VỚI ĐIỂM TỰ CHẤM"),
        *_changes(cluster),
        heading("IV. NỘI DUNG CÒN CHỜ"),
        *_awaited(cluster),
        heading("V. VẤN ĐỀ PHẢI XỬ LÝ TRƯỚC KHI THỐNG NHẤT ĐIỂM"),
        *_blocking(scored),
        last_words(f"{closing(cluster)} Kính báo cáo./."),
        *signed_by_both(period),
    )
    return paper_of_period(f"Báo cáo: {subject}", cluster, Sheet(blocks))


def _grounds(cluster: ClusterResult) -> Iterator[Block]:
    """By which scale, as far as a Decision has issued it."""
    document = cluster.scale.document
    by = f" theo thang điểm “{cluster.scale.name}”"
    if document:
        by += f" (văn bản số {document.number} ngày {document.dated:%d/%m/%Y} của {document.issuer})"
    who = "Cụm trưởng, Cụm phó báo cáo" if cluster.period.deputy else "Báo cáo"
    yield body(f"{who} kết quả thẩm định điểm thi đua{in_year(cluster.period)} của các đơn vị{by} như sau:")


def _sent(cluster: ClusterResult) -> Iterator[Block]:
    missing = [unit for unit in cluster.units if unit.state == "missing_dossier"]
    faulty = [unit for unit in cluster.units if unit.state == "unscorable"]
    scored = len(cluster.units) - len(missing) - len(faulty)
    yield body(f"Đã thẩm định điểm của {scored}/{len(cluster.units)} đơn vị.")
    if missing:
        yield body(f"{word('unit_state', 'missing_dossier').capitalize()} tự chấm điểm: {names(missing)}.")
    if faulty:
        yield body(f"{word('unit_state', 'unscorable').capitalize()} vì hồ sơ có lỗi: {names(faulty)}.")


def _changes(cluster: ClusterResult) -> Iterator[Block]:
    found, places = changes(cluster), points_places(cluster)
    if not found:
        own = any(unit.self_total is not None for unit in cluster.units)
        yield body("Không có." if own else "Các đơn vị chưa tự chấm điểm.")
        return
    widths = (_UNIT, _CRITERION, *[_POINTS] * 3)
    rows = tuple(_change(each, places) for each in found[:_MOST_CHANGES])
    yield Table((*widths, UPRIGHT_WIDTH - sum(widths)), rows, (head_cells(_HEADINGS, 10),))
    rest = len(found) - _MOST_CHANGES
    if rest > 0:
        yield body(f"Còn {rest} nội dung khác có thay đổi, nêu trong Phiếu thẩm định điểm thi đua của từng đơn vị.")


def _change(each: Change, places: int) -> tuple[Cell, ...]:
    own, points = format_number(each.self_points, places), format_number(each.points, places)
    return (
        cell(each.unit, size=10),
        cell(each.criterion, size=10),
        *(cell(text, "right", size=10) for text in (own, points, gap(each.self_points, each.points, places))),
        cell(each.reason, size=10),
    )


def _awaited(cluster: ClusterResult) -> Iterator[Block]:
    found = awaited(cluster)
    yield from items(f"{each}." for each in found)
    if not found:
        yield body("Không có.")
    if unproven := without_documents(cluster):
        yield body("Không tính điểm do thiếu tài liệu kiểm chứng:", bold=True)
        yield from items(f"{each}." for each in unproven)


def _blocking(scored: Scored) -> Iterator[Block]:
    judgement = scored.judgement
    if judgement is None:
        yield body("Đợt này chưa dùng quy tắc kiểm tra, bình xét.")
        return
    yield from items(f"{each.message} ({each.rule.basis})" for each in judgement.blocking)
    if not judgement.blocking:
        yield body("Không có.")
