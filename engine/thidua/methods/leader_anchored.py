"""so với đơn vị cao nhất: points measured against the unit that exceeds its target most."""

from fractions import Fraction

from thidua.expressions import And, Case, Choose, Compare, Maximum, Minimum, Named, Node, Number, OfCluster
from thidua.methods.completion_rate import ZERO, completion, not_above_zero
from thidua.methods.frame import Frame
from thidua.model.terms import LeaderAnchoredTerms

ONE = Number(Fraction(1))


def leader_anchored(terms: LeaderAnchoredTerms, frame: Frame) -> Node:
    """A share of the points for the target, all of them for the highest excess in the cluster, in between in
    proportion.

    Unit:    points, from zero up to the standard points. Several units with the same highest excess all get them.
    Missing: where actual or target is missing, or the target is not above zero. Units without a target form a group of
             their own, measured against its best (own_group), or have no points (not_scored).
    Source:  the clause in the criterion's ``basis``.
    """
    has_target = Compare("=", frame.without_target, ZERO)
    above_zero = Compare(">", frame.field("target"), ZERO)
    with_target = Case(And((has_target, above_zero)), _with_target(terms, frame, And((has_target, above_zero))))
    why_missing = not_above_zero(frame, "target")
    if terms.without_target == "not_scored":
        return Choose((with_target,), None, why_missing)
    without = Case(Compare("=", frame.without_target, ONE), _own_group(frame), _OWN_GROUP)
    return Choose((without, with_target), None, why_missing)


_OWN_GROUP = ("không giao chỉ tiêu, so với đơn vị cao nhất cùng nhóm",)


def _with_target(terms: LeaderAnchoredTerms, frame: Frame, where: Node) -> Node:
    actual, target = frame.field("actual"), frame.field("target")
    rate = completion(frame)
    excess = Named((actual - target) / target, f"mức vượt {frame.name('target')}", "percent")
    leader = Named(OfCluster("max", excess, where), f"mức vượt {frame.name('target')} cao nhất trong Cụm", "percent")
    at_target = Number(terms.share_at_target * frame.standard_points)
    the_rest = Number((1 - terms.share_at_target) * frame.standard_points)
    below = Maximum((at_target * rate, ZERO))
    between = at_target + the_rest * Minimum((excess / leader, ONE))
    achieved = ("thực hiện ", rate, f" {frame.name('target')}")
    return Choose(
        (
            Case(Compare("<", excess, ZERO), below, (*achieved, ", chưa đạt")),
            Case(Compare("=", excess, ZERO), at_target, (*achieved, ", đạt")),
            Case(Compare(">=", excess, leader), frame.standard, ("vượt ", excess, ", cao nhất trong Cụm")),
        ),
        between,
        ("vượt ", excess, ", đơn vị cao nhất vượt ", leader),
    )


def _own_group(frame: Frame) -> Node:
    actual = frame.field("actual")
    in_group = Compare("=", frame.without_target, ONE)
    best = Named(OfCluster("max", actual, in_group), "kết quả cao nhất trong nhóm không giao chỉ tiêu")
    points = frame.standard * Maximum((Minimum((actual / best, ONE)), ZERO))
    why_missing = ("kết quả cao nhất trong nhóm không giao chỉ tiêu phải lớn hơn 0",)
    return Choose((Case(Compare(">", best, ZERO), points),), None, why_missing)
