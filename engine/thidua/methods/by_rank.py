"""theo thứ hạng: points by the rank of a quantity in the cluster."""

from fractions import Fraction
from itertools import accumulate

from thidua.expressions import Case, Choose, Compare, Label, Maximum, Minimum, Named, Node, Number, OfCluster
from thidua.methods.bands import DIVISORS, quantity
from thidua.methods.completion_rate import ZERO, not_above_zero
from thidua.methods.frame import Frame
from thidua.model.terms import ByRankTerms

ONE = Number(Fraction(1))


def by_rank(terms: ByRankTerms, frame: Frame) -> Node:
    """The points of the rank; where several share a rank, all get those of the rank or the mean of the ranks they fill.

    Unit:    points.
    Missing: where the quantity is missing. Units whose quantity is missing take no rank.
    Source:  the clause in the criterion's ``basis``.
    """
    value, described = quantity(terms.quantity, frame)
    best_first = value if terms.first_is == "highest" else Number(Fraction(0)) - value
    rank = Named(OfCluster("rank", best_first), "thứ hạng trong Cụm")
    placed: Label = (*described, ", xếp thứ ", rank)
    if terms.when_tied == "higher_rank":
        labelled = Choose((Case(Compare(">=", rank, ONE), _at(rank, terms), placed),))
    else:
        labelled = _mean_if_tied(rank, best_first, terms, described, placed)
    divisor = DIVISORS.get(terms.quantity)
    if divisor is None:
        return labelled
    return Choose((Case(Compare(">", frame.field(divisor), ZERO), labelled),), None, not_above_zero(frame, divisor))


def _at(rank: Named, terms: ByRankTerms) -> Node:
    cases = tuple(
        Case(Compare("=", rank, Number(Fraction(place))), Number(points))
        for place, points in enumerate(terms.points_by_rank, start=1)
    )
    return Choose(cases, Number(terms.other_ranks))


def _mean_if_tied(rank: Named, best_first: Node, terms: ByRankTerms, described: Label, placed: Label) -> Choose:
    """The points of the rank of a unit alone; the mean points of the ranks that several units with this rank fill."""
    from_below = Named(OfCluster("rank", Number(Fraction(0)) - best_first), "thứ hạng tính từ dưới lên")
    everyone = Named(OfCluster("count", best_first), "số đơn vị được xếp hạng")
    # All units less those above and those below are those that share the rank.
    sharing = Named(everyone - (rank - ONE) - (from_below - ONE), "số đơn vị cùng hạng")
    above = Named(rank - ONE, "số đơn vị xếp trên")
    last = Named(above + sharing, "hạng cuối mà các đơn vị cùng hạng chiếm")
    mean = _mean(above, sharing, last, terms)
    tied = (*described, ", ", sharing, " đơn vị đồng hạng từ thứ ", rank, " đến thứ ", last)
    return Choose((Case(Compare("=", sharing, ONE), _at(rank, terms), placed),), mean, tied)


def _mean(above: Named, sharing: Named, last: Named, terms: ByRankTerms) -> Node:
    up_to_last = Named(_sum_to(last, terms), "cộng dồn điểm từ hạng 1 đến hạng cuối đó")
    up_to_above = Named(_sum_to(above, terms), "cộng dồn điểm của các hạng xếp trên")
    filled = Named(up_to_last - up_to_above, "tổng điểm của các hạng mà các đơn vị cùng hạng chiếm")
    mean = filled / Maximum((sharing, ONE))
    # What a mean can be, said outright: bounds can't see it in the quotient.
    points = (*terms.points_by_rank, terms.other_ranks)
    return Maximum((Minimum((mean, Number(max(points)))), Number(min(points))))


def _sum_to(place: Node, terms: ByRankTerms) -> Node:
    """The sum of the points of all ranks up to a place."""
    listed = len(terms.points_by_rank)
    sums = (Fraction(0), *accumulate(terms.points_by_rank))
    cases = tuple(Case(Compare("=", place, Number(Fraction(k))), Number(total)) for k, total in enumerate(sums))
    beyond = Number(sums[-1]) + (place - Number(Fraction(listed))) * Number(terms.other_ranks)
    return Choose(cases, beyond)
