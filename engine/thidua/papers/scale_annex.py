"""PHỤ LỤC: the scale as the annex to the Decision, every criterion with how its points come about."""

from collections.abc import Iterator

from thidua.comparison.fields import tell_fields
from thidua.comparison.saying import listed
from thidua.comparison.scales import CLASSES, SCALE
from thidua.comparison.terms import tell_terms
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale, Section
from thidua.model.terms import Part, PartsTerms
from thidua.numerals.writing import format_number
from thidua.papers.about import paper_of_scale
from thidua.papers.blocks import Block, Cell, Paper, Sheet, Table, cell, head_cells, heading, items
from thidua.papers.form import DOTS, day_of, form_of, kind_and_subject
from thidua.papers.word import LANDSCAPE_WIDTH
from thidua.reports.summary import weight_mark
from thidua.vocabulary import key, word

_SIZE = 10.0
_HEADINGS = (
    "Số mục",
    "Nội dung, tiêu chí",
    "Điểm chuẩn",
    "Cách chấm, mức điểm",
    "Số liệu",
    "Tài liệu kiểm chứng",
    "Đơn vị cung cấp, chấm điểm",
)
_WIDTHS = (15.0, 48.0, 17.0, 68.0, 38.0, 45.0)
_WHOLE_TABLE = (
    "bonus_inside_section",
    "total_bonus_cap",
    "total_penalty_cap",
    "rounding",
    "rounding_at",
    "not_applicable_mode",
)
# What is so unless it is said otherwise needs no line in every row.
_UNSAID = f"{key('lower_is_better')}: {word('yes_no', 'no')}"


def scale_annex(scale: Scale, period: Period | None = None) -> Paper:
    """The whole annex; ``period``: whose form says who issues the Decision."""
    form = form_of(period)
    blocks: tuple[Block, ...] = (
        *kind_and_subject("PHỤ LỤC", scale.name, note=_attached_to(scale, period), landscape=True),
        _table(scale),
        heading("Quy định chung:"),
        *items(f"{each}." for each in _whole_table(scale)),
    )
    return paper_of_scale(f"Phụ lục: {scale.name}", scale, form.issuer or "", Sheet(blocks, landscape=True))


def _attached_to(scale: Scale, period: Period | None) -> str:
    document = scale.document
    if document:
        what = "Quyết định" if "/QĐ" in document.number else "văn bản"
        return f"(Kèm theo {what} số {document.number} ngày {document.dated:%d/%m/%Y} của {document.issuer})"
    form = form_of(period)
    return f"(Kèm theo Quyết định số ……/QĐ-{form.symbol or '……'} {day_of(None)} của {form.issuer or DOTS})"


def _table(scale: Scale) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for section in scale.sections:
        rows.append(_section(section))
        rows += [_criterion(each, scale) for each in section.criteria]
    rows.append(_sum("", "Tổng điểm", format_number(scale.total_points)))
    return Table((*_WIDTHS, LANDSCAPE_WIDTH - sum(_WIDTHS)), tuple(rows), (head_cells(_HEADINGS, _SIZE),))


def _section(section: Section) -> tuple[Cell, ...]:
    points = format_number(section.standard_points) + weight_mark(section)
    caps = ((key("bonus_cap"), section.bonus_cap), (key("penalty_cap"), section.penalty_cap))
    limits = "; ".join(f"{name} {format_number(cap)} điểm" for name, cap in caps if cap is not None)
    return _sum(section.number, section.name, points, limits)


def _sum(number: str, name: str, points: str, limits: str = "") -> tuple[Cell, ...]:
    return (
        cell(number, "center", bold=True, size=_SIZE),
        cell(name, bold=True, size=_SIZE),
        cell(points, "center", bold=True, size=_SIZE),
        cell(limits, size=_SIZE, columns=4),
    )


def _criterion(criterion: Criterion, scale: Scale) -> tuple[Cell, ...]:
    bonus = f"\n(thưởng đến {format_number(criterion.bonus_cap)})" if criterion.bonus_cap else ""
    evidence = "\n".join(f"- {each.name}{_how(each.number_and_date_only)}" for each in criterion.evidence)
    texts = ("\n".join(_scoring(criterion, scale)), "\n".join(_figures(criterion, scale)), evidence, _from(criterion))
    return (
        cell(criterion.number, "center", size=_SIZE),
        cell(criterion.name, size=_SIZE),
        cell(format_number(criterion.standard_points) + bonus, "center", size=_SIZE),
        *(cell(each, size=_SIZE) for each in texts),
    )


def _how(number_and_date_only: bool) -> str:
    return f" ({key('number_and_date_only')})" if number_and_date_only else ""


def _scoring(criterion: Criterion, scale: Scale) -> Iterator[str]:
    """The method, then its terms, a line each; parts each with their own."""
    yield f"{word('method', criterion.method).capitalize()}:"
    if isinstance(criterion.terms, PartsTerms):
        yield from (_part(each, scale) for each in criterion.terms.parts)
    else:
        yield from (f"- {each}" for each in tell_terms(criterion, scale) if each != _UNSAID)
    if criterion.note:
        yield criterion.note.strip()


def _part(part: Part, scale: Scale) -> str:
    terms = listed(each for each in tell_terms(part, scale) if each != _UNSAID)
    return f"- {part.name} ({format_number(part.standard_points)} điểm), {word('method', part.method)}: {terms}"


def _figures(criterion: Criterion, scale: Scale) -> Iterator[str]:
    """The figures with their measures, or where they are reported."""
    if criterion.figures_from:
        origin = next(each for each in scale.criteria if each.id == criterion.figures_from)
        yield f"như tiêu chí {origin.number}"
        return
    for figure in criterion.figures:
        yield f"- {figure.full_name}{f', {figure.measure}' if figure.measure else ''}"


def _from(criterion: Criterion) -> str:
    giver = f"{criterion.points_giver} chấm điểm" if criterion.points_giver else None
    return "; ".join(each for each in (criterion.figures_supplier, giver) if each)


def _whole_table(scale: Scale) -> Iterator[str]:
    """What holds for the whole table."""
    wanted = [field for field in SCALE if field.name in _WHOLE_TABLE]
    said = [field for field in wanted if getattr(scale, field.name) is not None]
    yield from (f"{side.label}: {side.words}" for side in tell_fields(said, scale))
    if scale.classes:
        yield f"{key('classes').capitalize()}: {'; '.join(map(CLASSES.say, scale.classes))}"
    if scale.outline_after:
        yield f"{key('outline_after').capitalize()}: {scale.outline_after}"
