"""Figures in words: a value with its measure, and the plausible range where a value lies outside it."""

from fractions import Fraction

from thidua.model.figure import Figure
from thidua.numerals.writing import format_number
from thidua.vocabulary import word


def figure_value(figure: Figure, value: Fraction) -> str:
    """A figure as officials write it: ``3.890.000 triệu đồng``, ``97,5%``, ``có``."""
    match figure.kind:
        case "yes_no":
            return word("yes_no", "yes" if value else "no")
        case "percent":
            return f"{format_number(value)}%"
        case "level":
            return figure.levels[int(value)]
        case "number" | "points":
            return f"{format_number(value)} {figure.measure}".rstrip()


def limits_broken(value: Fraction, figure: Figure) -> str | None:
    """The plausible range in words where a value lies outside it, otherwise None."""
    if (figure.least is None or value >= figure.least) and (figure.most is None or value <= figure.most):
        return None
    return range_words(figure)


def range_words(figure: Figure) -> str:
    """The plausible range in words, ``từ 0 đến 100``; empty where there is none."""
    sides = (("từ", figure.least), ("đến", figure.most))
    return " ".join(f"{side} {format_number(limit)}" for side, limit in sides if limit is not None)
