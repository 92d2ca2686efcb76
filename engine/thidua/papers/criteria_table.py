"""The table of a verification sheet: each criterion with figures, points, arithmetic, documents, the unit's answer."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.comparison.saying import capital
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.model.scale import Criterion
from thidua.model.terms import Part, PartsTerms
from thidua.numerals.writing import format_number, format_percent
from thidua.papers.blocks import Cell, Table, cell, head_cells, kept
from thidua.papers.word import LANDSCAPE_WIDTH
from thidua.reports.awaited import documents
from thidua.reports.compared_scores import answers_on, gap
from thidua.reports.evidence import evidence_counts
from thidua.reports.summary import marked_total, weight_mark, without_points
from thidua.reports.sums import criteria_in
from thidua.reports.wording import is_unread, points_or_nothing, points_places, status_word
from thidua.scoring import ClusterResult, CriterionResult, SectionResult, UnitResult

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
_NO_FIGURES = (cell("", size=_SIZE),) * 3
_BY_RATE = ("completion_rate", "leader_anchored")


def criteria_table(unit: UnitResult, cluster: ClusterResult) -> Table:
    """All criteria by section, the sum of each section, and the total."""
    places = points_places(cluster)
    rows: list[tuple[Cell, ...]] = []
    for section in unit.sections:
        results = criteria_in(section, unit)
        rows.append(_section_row(section, results, places))
        rows += [row for result in results for row in _rows(result, unit, places)]
    rows.append(_total_row(unit, cluster, places))
    return Table((*_WIDTHS, LANDSCAPE_WIDTH - sum(_WIDTHS)), tuple(rows), (head_cells(_HEADINGS, _SIZE),))


def _section_row(section: SectionResult, results: list[CriterionResult], places: int) -> tuple[Cell, ...]:
    points = section.points if any(each.points is not None for each in results) else None
    return _sum_row(
        kept(cell(section.section.number, "center", bold=True, size=_SIZE)),
        cell(f"{section.section.name}{weight_mark(section.section)}", bold=True, size=_SIZE),
        format_number(section.section.standard_points),
        points_or_nothing(section.self_points, places),
        points_or_nothing(points, places),
        gap(section.self_points, points, places),
    )


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


def _rows(result: CriterionResult, unit: UnitResult, places: int) -> Iterator[tuple[Cell, ...]]:
    """The criterion's row, and one for each of its parts with the part's own figures and arithmetic."""
    left_out = result.status == "not_applicable" or is_unread(result, unit) or _is_unsent(result, unit)
    whole = "" if left_out else _evidence(result)
    replies = "\n".join(_answer(*each) for each in answers_on(result))
    points = (result.self_points, result.points)
    yield (
        cell(result.criterion.number, "center", size=_SIZE),
        cell(result.criterion.name, size=_SIZE),
        _number(_standard(result.criterion)),
        *(_figures(result, "") if not left_out else _NO_FIGURES),
        *(_number(points_or_nothing(each, places)) for each in points),
        _number(gap(*points, places)),
        *(cell(text, size=_SIZE) for text in (_reason(result, unit), whole, replies)),
    )
    terms = result.criterion.terms
    if isinstance(terms, PartsTerms) and not left_out:
        yield from (_part_row(part, result) for part in terms.parts)


def _is_unsent(result: CriterionResult, unit: UnitResult) -> bool:
    """Whether the whole dossier is missing: then each criterion need not say which figures and documents are."""
    return unit.state == "missing_dossier" and result.status == "not_reported"


def _part_row(part: Part, result: CriterionResult) -> tuple[Cell, ...]:
    steps = [each.removeprefix(part.name).lstrip(" =") for each in result.steps if each.startswith(f"{part.name} = ")]
    blank = cell("", size=_SIZE)
    return (
        blank,
        cell(f"– {part.name}", italic=True, size=_SIZE),
        cell(_standard(part), "right", italic=True, size=_SIZE),
        *_figures(result, part.name),
        *[blank] * 3,
        cell("\n".join(steps), italic=True, size=_SIZE),
        *[blank] * 2,
    )


def _number(text: str) -> Cell:
    return cell(text, "right", size=_SIZE)


def _answer(about: str, text: str) -> str:
    return f"{capital(about)}: {text}" if about else text


def _standard(scored: Criterion | Part) -> str:
    bonus = f"\n(+{format_number(scored.bonus_cap)})" if scored.bonus_cap else ""
    return format_number(scored.standard_points) + bonus


def _figures(result: CriterionResult, part: str) -> tuple[Cell, Cell, Cell]:
    """Targets, all other figures, and actual by target, of the criterion itself (no part) or of one of its parts."""
    figures = [(result.criterion.figure(name), value) for name, value in result.figures]
    known = [(figure, value) for figure, value in figures if figure and figure.part == part and value is not None]
    targets = [each for each in known if each[0].id.endswith("target")]
    others = [each for each in known if not each[0].id.endswith("target")]
    return _listed(targets), _listed(others), _number(_rate(result, known))


def _listed(known: list[tuple[Figure, Fraction]]) -> Cell:
    """One figure by its value; several each with its name."""
    if len(known) < 2:
        return _number("".join(figure_value(figure, value) for figure, value in known))
    return cell("\n".join(f"{figure.name}: {figure_value(figure, value)}" for figure, value in known), size=_SIZE)


def _rate(result: CriterionResult, known: list[tuple[Figure, Fraction]]) -> str:
    """Actual by target, where points go by it."""
    scored = _scored_by(result, known)
    values = {figure.id.rpartition(".")[2]: value for figure, value in known}
    target, actual = values.get("target"), values.get("actual")
    by_rate = scored.method in _BY_RATE or getattr(scored.terms, "quantity", "") == "completion_rate"
    if not by_rate or target is None or actual is None or target <= 0:
        return ""
    return format_percent(actual / target, 2).removesuffix("%")


def _scored_by(result: CriterionResult, known: list[tuple[Figure, Fraction]]) -> Criterion | Part:
    """The criterion, or the part of it to which the figures belong."""
    terms, part = result.criterion.terms, known[0][0].part if known else ""
    parts = terms.parts if isinstance(terms, PartsTerms) else ()
    return next((each for each in parts if each.name == part), result.criterion)


def _reason(result: CriterionResult, unit: UnitResult) -> str:
    """How the points come about; the status before it where it is more than that they are there."""
    status, told = status_word(unit, result), result.explanation
    if is_unread(result, unit) or _is_unsent(result, unit):
        return status
    plain = result.status == "scored" or told.split()[0] == status.split()[0]
    return told if plain else f"{capital(status)}: {told}"


def _evidence(result: CriterionResult) -> str:
    required, supplied = evidence_counts(result)
    if not required:
        return ""
    missing = f"; còn thiếu {documents(result)}" if result.missing_evidence else ""
    return f"đã có {supplied}/{required}{missing}"
