"""theo số lượng: points for each piece, up to a cap."""

from thidua.expressions import Case, Choose, IsReported, Maximum, Minimum, Node, Number
from thidua.methods.completion_rate import ZERO
from thidua.methods.frame import Frame
from thidua.model.terms import PerPieceTerms


def per_piece(terms: PerPieceTerms, frame: Frame) -> Node:
    """Points for each piece, from zero up to the cap (the standard points where none is said).

    Unit:    points.
    Missing: where the count is missing.
    Source:  the clause in the criterion's ``basis``.
    """
    count = frame.field("count")
    cap = frame.standard if terms.cap is None else Number(terms.cap)
    points = Maximum((Minimum((count * Number(terms.points_each), cap)), ZERO))
    return Choose((Case(IsReported(count), points, (count,)),), None, (f"chưa có {frame.name('count')}",))
