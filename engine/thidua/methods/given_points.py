"""nhập điểm đã chấm: points given by somebody else."""

from fractions import Fraction

from thidua.expressions import Case, Choose, IsReported, Maximum, Minimum, Named, Node, Number
from thidua.methods.frame import Frame
from thidua.model.terms import GivenPointsTerms


def given_points(terms: GivenPointsTerms, frame: Frame) -> Node:
    """The points that were given, or the mean of several givers', converted where they are out of another number.

    More than the giver's scale has, or less than zero, is refused where the points are read.

    Unit:    points, from zero up to the standard points.
    Missing: until all have been given.
    Source:  the clause in the criterion's ``basis``.
    """
    given = [frame.field(each) for each in figures_of_given_points(terms)]
    points = given[0] if len(given) == 1 else _mean(given, terms)
    if terms.given_out_of is not None:
        points = points * frame.standard / Number(terms.given_out_of)
    return Choose((Case(IsReported(points), points, (f"{frame.giver} chấm",)),), None, (f"{frame.giver} chưa chấm",))


def _mean(given: list[Node], terms: GivenPointsTerms) -> Node:
    total: Node = given[0]
    for other in given[1:]:
        total = total + other
    if terms.combine_givers == "mean":
        return Named(total / len(given), "trung bình cộng")
    highest = Named(Maximum(tuple(given)), "điểm cao nhất")
    lowest = Named(Minimum(tuple(given)), "điểm thấp nhất")
    name = "trung bình cộng sau khi bỏ điểm cao nhất, thấp nhất"
    mean = (total - highest - lowest) / Number(Fraction(len(given) - 2))
    # What a mean can be, said outright: bounds can't see it in the quotient.
    return Named(Maximum((Minimum((mean, highest)), lowest)), name)


def figures_of_given_points(terms: GivenPointsTerms) -> tuple[str, ...]:
    """One figure for each giver, ``giver-1`` …; ``given_points`` where nobody is named."""
    return tuple(f"giver-{index}" for index, _ in enumerate(terms.givers, start=1)) or ("given_points",)
