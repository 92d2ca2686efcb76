"""A unit's own scores beside what the figures give and what people decided, with the reasons on both sides."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.reports.changes import change_reason
from thidua.reports.layout import table
from thidua.reports.wording import NOTHING, criterion_name, points_or_nothing, signed
from thidua.scoring import CriterionResult, UnitResult

IN_FORCE = "Thẩm định"
_HEADINGS = ("Tiêu chí", "Tự chấm", "Theo số liệu", IN_FORCE, "Chênh lệch", "Lý do")
_LIMITS = (32, None, 8, 8, 8, 30)


def compared_scores(unit: UnitResult, places: int) -> list[str]:
    """A table of the criteria in which the points are not those that the unit gave itself, or that people changed.

    ``Theo số liệu``: what the figures alone give; ``Thẩm định``: the points that count, decided or computed.
    """
    rows = [_row(result, places) for result in unit.criteria if _differs(result)]
    if rows:
        return table(_HEADINGS, rows, (1, 2, 3, 4), _LIMITS).splitlines()
    same = "Điểm tự chấm không khác điểm thẩm định."
    return ["Chưa có điểm tự chấm." if unit.self_total is None else same]


def answers(unit: UnitResult) -> list[str]:
    """What the unit explained, and where it disagrees with a verified point."""
    return [
        f"{criterion_name(result.criterion)}{', ' if about else ''}{about}: {text}"
        for result in unit.criteria
        for about, text in answers_on(result)
    ]


def answers_on(result: CriterionResult) -> Iterator[tuple[str, str]]:
    """What the unit said of one criterion: about what (empty: the criterion itself), and the text."""
    verified = result.decisions.verified
    if result.unit_explanation:
        yield "", result.unit_explanation
    if verified and verified.unit_reply:
        yield "ý kiến khác về điểm thẩm định", verified.unit_reply


def _differs(result: CriterionResult) -> bool:
    given = result.self_points is not None and result.self_points != result.points
    return given or (result.decisions.latest is not None and result.points != result.computed)


def _row(result: CriterionResult, places: int) -> tuple[str, ...]:
    own, points = result.self_points, result.points
    shown = (points_or_nothing(each, places) for each in (own, result.computed, points))
    return criterion_name(result.criterion), *shown, gap(own, points, places), change_reason(result)


def gap(own: Fraction | None, points: Fraction | None, places: int) -> str:
    """What verification added (+) or took away (−); a dash where either is missing."""
    if own is None or points is None:
        return NOTHING
    return signed(points - own, places)
