"""theo mức xếp loại: a share of the standard points for each class."""

from fractions import Fraction

from thidua.expressions import Case, Choose, Compare, Node, Number
from thidua.methods.frame import Frame
from thidua.model.terms import GradedTerms
from thidua.numerals.writing import format_percent


def graded(terms: GradedTerms, frame: Frame) -> Node:
    """The share of the standard points that the unit's class gives.

    Unit:    points.
    Missing: where no class is reported.
    Source:  the clause in the criterion's ``basis``.
    """
    level = frame.field("level")
    cases = tuple(
        Case(
            Compare("=", level, Number(Fraction(index))),
            frame.standard * Number(grade.share),
            (f"xếp loại {grade.grade}, được {format_percent(grade.share)} điểm chuẩn",),
        )
        for index, grade in enumerate(terms.grades)
    )
    return Choose(cases)
