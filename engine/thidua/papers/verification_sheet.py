"""PHIẾU THẨM ĐỊNH ĐIỂM THI ĐUA: one unit's criteria, figures, points and reasons, and what is asked of it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from thidua.inference.findings import Finding
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.numerals.writing import format_number, format_percent
from thidua.papers.about import in_year, paper_of_period
from thidua.papers.blocks import (
    Block,
    Cell,
    Line,
    Paper,
    Sheet,
    Table,
    body,
    cell,
    head_cells,
    heading,
    items,
    last_words,
)
from thidua.papers.form import form_of, head, kind_and_subject, sheet_signed_by_head
from thidua.papers.word import LANDSCAPE_WIDTH
from thidua.pipeline import Scored
from thidua.reports.awaited import documents
from thidua.reports.compared_scores import answers_on, gap
from thidua.reports.evidence import evidence_counts
from thidua.reports.explanation import place_told
from thidua.reports.summary import marked_total, without_points
from thidua.reports.sums import criteria_in, total_sum
from thidua.reports.verification import by_when, is_for_the_unit
from thidua.reports.wording import is_unread, points_or_nothing, points_places, status_word
from thidua.scoring import ClusterResult, CriterionResult, SectionResult, UnitResult
from thidua.vocabulary import word

_SIZE = 9.0
_HEADINGS = (
    "Số mục",
    "Tiêu chí",
    "Điểm chuẩn",
    "Kế hoạch",
    "Thực hiện",
    "Tỷ lệ %",
    "Tự chấm",
    "Thẩm định",
    "Chênh lệch",
    "Cách tính, lý do điều chỉnh",
    "TLKC đã có / còn thiếu",
    "Giải trình của đơn vị",
)
_WIDTHS = (12.5, 38.0, 12.5, 17.5, 23.0, 12.5, 13.0, 13.5, 13.5, 51.0, 26.0)
_OWED = ("pending_evidence", "provisional", "not_reported", "no_evidence")
_BY_RATE = ("completion_rate", "leader_anchored")


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
        _table(unit, cluster),
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
    yield body(f"Xếp hạng: {place_told(unit, cluster, scored.judgement)}.")


def _table(unit: UnitResult, cluster: ClusterResult) -> Table:
    places = points_places(cluster)
    rows: list[tuple[Cell, ...]] = []
    for section in unit.sections:
        results = criteria_in(section, unit)
        rows.append(_section_row(section, results, places))
        rows += [_row(result, unit, places) for result in results]
    rows.append(_total_row(unit, cluster, places))
    return Table((*_WIDTHS, LANDSCAPE_WIDTH - sum(_WIDTHS)), tuple(rows), (head_cells(_HEADINGS, _SIZE),))


def _section_row(section: SectionResult, results: list[CriterionResult], places: int) -> tuple[Cell, ...]:
    points = section.points if any(each.points is not None for each in results) else None
    return _sum_row(
        _kept(cell(section.section.number, "center", bold=True, size=_SIZE)),
        cell(section.section.name, bold=True, size=_SIZE),
        format_number(section.section.standard_points),
        points_or_nothing(section.self_points, places),
        points_or_nothing(points, places),
        gap(section.self_points, points, places),
    )


def _kept(found: Cell) -> Cell:
    """A cell whose row stays with the next one: a section's name is not left alone at the foot of a page."""
    return replace(found, lines=tuple(replace(each, keep=True) for each in found.lines))


def _total_row(unit: UnitResult, cluster: ClusterResult, places: int) -> tuple[Cell, ...]:
    total = None if without_points(unit) else unit.total
    return _sum_row(
        cell("", size=_SIZE),
        cell("Tổng cộng", bold=True, size=_SIZE),
        format_number(cluster.scale.total_points),
        points_or_nothing(unit.self_total, places),
        points_or_nothing(None, places) if total is None else marked_total(unit, places),
        gap(unit.self_total, total, places),
    )


def _sum_row(number: Cell, name: Cell, standard: str, own: str, points: str, difference: str) -> tuple[Cell, ...]:
    def told(text: str) -> Cell:
        return cell(text, "right", bold=True, size=_SIZE)

    blank = cell("", size=_SIZE)
    sums = (told(own), told(points), told(difference))
    return (number, name, told(standard), blank, blank, blank, *sums, blank, blank, blank)


def _row(result: CriterionResult, unit: UnitResult, places: int) -> tuple[Cell, ...]:
    criterion, left_out = result.criterion, result.status == "not_applicable" or is_unread(result, unit)
    target, achieved = ("", "") if left_out else _figures(result)
    numbers = (result.self_points, result.points)
    texts = (
        _standard(result),
        target,
        achieved,
        "" if left_out else _rate(result),
        *(points_or_nothing(each, places) for each in numbers),
        gap(*numbers, places),
    )
    return (
        cell(criterion.number, "center", size=_SIZE),
        cell(criterion.name, size=_SIZE),
        *(cell(text, "right", size=_SIZE) for text in texts),
        cell(_reason(result, unit), size=_SIZE),
        cell("" if left_out else _evidence(result), size=_SIZE),
        cell("\n".join(_answer(*each) for each in answers_on(result)), size=_SIZE),
    )


def _answer(about: str, text: str) -> str:
    return f"{about.capitalize()}: {text}" if about else text


def _standard(result: CriterionResult) -> str:
    bonus = result.criterion.bonus_cap
    return format_number(result.criterion.standard_points) + (f"\n(+{format_number(bonus)})" if bonus else "")


def _figures(result: CriterionResult) -> tuple[str, str]:
    """The targets, and all other figures that were reported; named where there are several."""
    figures = [(result.criterion.figure(name), value) for name, value in result.figures]
    known = [(figure, value) for figure, value in figures if figure is not None and value is not None]
    targets = [each for each in known if each[0].id.endswith("target")]
    others = [each for each in known if not each[0].id.endswith("target")]
    return _listed(targets), _listed(others)


def _listed(known: list[tuple[Figure, Fraction]]) -> str:
    if len(known) == 1:
        figure, value = known[0]
        return figure_value(figure, value)
    return "\n".join(f"{figure.full_name}: {figure_value(figure, value)}" for figure, value in known)


def _rate(result: CriterionResult) -> str:
    """Actual by target, where points go by it."""
    values = dict(result.figures)
    target, actual = values.get("target"), values.get("actual")
    looked_at = getattr(result.criterion.terms, "quantity", "")
    by_rate = result.criterion.method in _BY_RATE or looked_at == "completion_rate"
    if not by_rate or target is None or actual is None or target <= 0:
        return ""
    return format_percent(actual / target, 2).removesuffix("%")


def _reason(result: CriterionResult, unit: UnitResult) -> str:
    """How the points come about; the status before it where it is more than that they are there."""
    status, told = status_word(unit, result), result.explanation
    if is_unread(result, unit):
        return status
    plain = result.status == "scored" or told.startswith(status)
    return told if plain else f"{status.capitalize()}: {told}"


def _evidence(result: CriterionResult) -> str:
    required, supplied = evidence_counts(result)
    if not required:
        return ""
    missing = f"; còn thiếu {documents(result)}" if result.missing_evidence else ""
    return f"đã có {supplied}/{required}{missing}"


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
