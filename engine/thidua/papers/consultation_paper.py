"""BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH ý kiến góp ý on a draft scale."""

from collections.abc import Iterator

from thidua.model.consultation import Consultation
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.papers.about import paper_of_scale
from thidua.papers.blocks import Block, Paper, Sheet, Table, body, cell, head_cells, heading
from thidua.papers.form import form_of, head, kind_and_subject, sheet_signed
from thidua.papers.word import LANDSCAPE_WIDTH
from thidua.pipeline import Consulted
from thidua.reports.consultation import TITLE, comments_grid, counted

_SIZE = 11.0
_WIDTHS = (11.0, 38.0, 48.0, 80.0)


def consultation_paper(consulted: Consulted, scale: Scale, found: Consultation, period: Period | None = None) -> Paper:
    """The whole table; ``period``: whose form says who asked for the comments."""
    form = form_of(period)
    blocks: tuple[Block, ...] = (
        head(form, landscape=True),
        *kind_and_subject(TITLE, f"Dự thảo {scale.name}", landscape=True),
        *_about(found),
        *_comments(found, scale),
        *_others(found),
        sheet_signed(form),
    )
    return paper_of_scale(TITLE.capitalize(), scale, form.issuer or "", Sheet(blocks, landscape=True))


def _about(found: Consultation) -> Iterator[Block]:
    if found.basis:
        yield body(f"Căn cứ: {found.basis}.")
    yield body(f"Thời gian lấy ý kiến: từ ngày {found.opened_on:%d/%m/%Y} đến hết ngày {found.closed_on:%d/%m/%Y}.")
    yield from (body(f"{label}: {text}.") for label, text in counted(found))


def _comments(found: Consultation, scale: Scale) -> Iterator[Block]:
    if not found.comments:
        yield body("Chưa có ý kiến góp ý.")
        return
    grid = comments_grid(found, scale)
    rows = tuple(
        tuple(cell(text, "center" if index == 0 else "left", size=_SIZE) for index, text in enumerate(row))
        for row in grid.rows
    )
    yield Table((*_WIDTHS, LANDSCAPE_WIDTH - sum(_WIDTHS)), rows, (head_cells(grid.headings, _SIZE),))


def _others(found: Consultation) -> Iterator[Block]:
    """Who agreed, who has not answered, and how many comments nobody has answered."""
    if found.agreeing:
        yield heading("Đơn vị nhất trí, không có ý kiến khác:")
        yield body(f"{'; '.join(found.agreeing)}.")
    if found.silent:
        yield heading("Đơn vị chưa có ý kiến:")
        yield body(f"{'; '.join(found.silent)}.")
    if found.unanswered:
        yield body(f"Còn {len(found.unanswered)} ý kiến chưa trả lời.", bold=True)
