"""The leader-anchored method (so với đơn vị cao nhất), as a tree and as plain Python."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.expressions import Case, Choose, Compare, Evaluation, Field, OfCluster, RoundHalfUp, lift

F = Fraction

STANDARD = F(40)
A, T = Field("a"), Field("t")
EXCESS = (A - T) / T
LEADER = OfCluster("max", EXCESS, Compare(">", EXCESS, lift(0)))
TREE = RoundHalfUp(
    Choose(
        (
            Case(Compare("<", EXCESS, lift(0)), STANDARD / 2 * A / T),
            Case(Compare("=", EXCESS, lift(0)), lift(STANDARD / 2)),
            Case(Compare("=", EXCESS, LEADER), lift(STANDARD)),
        ),
        STANDARD / 2 + STANDARD / 2 * (EXCESS / LEADER),
    ),
    F(1, 100),
)


def by_hand(pairs):
    """Half for the target; the greatest relative excess gets all; others above it half and their share of half."""
    known = [(a, t) for a, t in pairs if a is not None and t]
    greatest = max((F(a - t) / t for a, t in known), default=F(0))
    return [by_hand_for_one(a, t, greatest) for a, t in pairs]


def by_hand_for_one(a, t, greatest):
    if a is None or not t:
        return None
    if a < t:
        exact = F(20) * a / t
    elif a == t:
        exact = F(20)
    else:
        exact = F(20) + F(20) * (F(a - t) / t) / greatest
    cents = exact * 100
    return F(int(cents + F(1, 2)), 100)


figures = st.none() | st.sampled_from([0, 80, 90, 99, 100, 101, 110, 120, 200, 240])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(figures, figures), min_size=1, max_size=8))
def test_equals_the_hand_written_function(pairs):
    columns = {
        "a": [None if a is None else F(a) for a, _ in pairs],
        "t": [None if t is None else F(t) for _, t in pairs],
    }
    assert list(Evaluation(columns, len(pairs)).of(TREE)) == by_hand(pairs)


def points(*pairs):
    columns = {"a": [F(a) for a, _ in pairs], "t": [F(t) for _, t in pairs]}
    return list(Evaluation(columns, len(pairs)).of(TREE))


def test_units_that_tie_as_leader_all_get_the_standard_points():
    assert points((120, 100), (240, 200), (110, 100), (100, 100), (50, 100)) == [40, 40, 30, 20, 10]


def test_nobody_above_target_means_no_leader():
    assert points((100, 100), (90, 100)) == [20, 18]


def test_one_unit_alone_leads():
    assert points((101, 100)) == [40]
