"""Figures outside the limits that a scale declares: most often a slip of the unit of measure."""

from thidua.model.figure_words import figure_value, limits_broken
from thidua.scoring import CriterionResult, UnitResult


def implausible_figures(result: CriterionResult) -> list[str]:
    """``thực hiện 24,8 tỷ đồng (giới hạn từ 100 đến 900.000)`` for each figure that is out of its limits."""
    values, told = dict(result.figures), []
    for figure in result.criterion.figures:
        value = values.get(figure.id)
        # Points that somebody gave have limits of another kind.
        limits = limits_broken(value, figure) if value is not None and figure.kind != "points" else None
        if value is not None and limits:
            told.append(f"{figure.full_name} {figure_value(figure, value)} (giới hạn {limits})")
    return told


def implausible(unit: UnitResult) -> list[CriterionResult]:
    """The criteria whose points rest on a figure out of its limits; each figure once, where it is reported.

    Not those whose points people have decided: they have looked at the figure.
    """
    return [
        result
        for result in unit.criteria
        if result.criterion.figures_from is None
        and result.decisions.latest is None
        and result.status != "not_applicable"
        and implausible_figures(result)
    ]
