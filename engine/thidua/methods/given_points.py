"""nhập điểm đã chấm: points given by somebody else, taken as they are."""

from thidua.expressions import Case, Choose, IsReported, Node
from thidua.methods.frame import Frame
from thidua.model.terms import GivenPointsTerms


def given_points(terms: GivenPointsTerms, frame: Frame) -> Node:
    """The points that were given. More than the standard points, or less than zero, is refused where they are read.

    Unit:    points, from zero up to the standard points.
    Missing: until they have been given.
    Source:  the clause in the criterion's ``basis``.
    """
    given = frame.field("given_points")
    return Choose((Case(IsReported(given), given, (f"{frame.giver} chấm",)),), None, (f"{frame.giver} chưa chấm",))
