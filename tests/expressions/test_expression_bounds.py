"""Bounds node by node, of one unit with few figures."""

from fractions import Fraction

import pytest

from thidua.expressions import (
    MISSING,
    Add,
    And,
    Case,
    Choose,
    Compare,
    Divide,
    Evaluation,
    Field,
    IsReported,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Not,
    OfCluster,
    Or,
    Outlook,
    Range,
    RoundHalfUp,
    WholeSteps,
    lift,
)

F = Fraction
A, B = Field("a"), Field("b")
ONE, ZERO = lift(1), lift(0)
ANY = Range()


def between(low, high, may_be_missing=False, step=None):
    ends = (None if end is None else F(end) for end in (low, high))
    return Range(*ends, may_be_missing, None if step is None else F(step))


def outlook(**columns):
    lists = {name: column if isinstance(column, list) else [column] for name, column in columns.items()}
    return Outlook(lists, len(next(iter(lists.values()))))


def bounds(node, **columns):
    """Give the ends and whether it may be missing; ``missing`` where there can be no value."""
    some = outlook(**columns).of(node)[0]
    return "missing" if some == MISSING else (some.low, some.high, some.may_be_missing)


def truths(node, **columns):
    return set(outlook(**columns).of(node)[0])


def compare(sign, left=A, right=ZERO):
    return Compare(sign, left, right)


@pytest.mark.parametrize(
    ("node", "a", "b", "expected"),
    [
        (A + B, between(1, 2), between(10, 30), (11, 32, False)),
        (A + B, between(1, None), between(None, 30), (None, None, False)),
        (A - B, between(1, 2), between(10, 30), (-29, -8, False)),
        (A - B, between(1, 2), between(None, 30), (-29, None, False)),
        (A * B, between(1, 2), between(10, 30), (10, 60, False)),
        (A * B, between(-2, 3), between(-5, 7), (-15, 21, False)),
        (A * B, between(-2, -1), between(-5, 7), (-14, 10, False)),
        (A * B, between(0, 0), ANY, (0, 0, False)),
        (A * B, ANY, between(0, 0), (0, 0, False)),
        (A * B, between(0, None), between(None, 0), (None, 0, False)),
        (A * B, between(-1, None), between(2, 3), (-3, None, False)),
        (A * 0, ANY._replace(may_be_missing=True), ANY, (0, 0, True)),
        (Minimum((A, B)), between(1, 9), between(3, None), (1, 9, False)),
        (Minimum((A, B)), between(None, 9), between(3, 5), (None, 5, False)),
        (Maximum((A, B)), between(1, 9), between(3, None), (3, None, False)),
        (Maximum((A, B)), between(None, 9), between(3, 5), (3, 9, False)),
        (Named(A, "tên") + B, between(1, 2), between(0, 0), (1, 2, False)),
        (A + B, between(1, 2, may_be_missing=True), between(0, 0), (1, 2, True)),
        (Minimum((A, B)), between(1, 2), between(0, 0, may_be_missing=True), (0, 0, True)),
        (A * B, between(1, 2), MISSING, "missing"),
        (Maximum((A, B)), MISSING, between(1, 2), "missing"),
    ],
)
def test_arithmetic(node, a, b, expected):
    assert bounds(node, a=a, b=b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (between(1, 2), between(4, 5), (F(1, 5), F(1, 2), False)),
        (between(-1, 2), between(4, 5), (F(-1, 4), F(1, 2), False)),
        (between(1, 2), between(-5, -4), (F(-1, 2), F(-1, 5), False)),
        (between(1, 2), between(4, None), (0, F(1, 2), False)),
        (between(1, None), between(4, 5), (F(1, 5), None, False)),
        (between(1, 2), between(0, 5), (F(1, 5), None, True)),
        (between(1, 2), between(0, 5, step="1/2"), (F(1, 5), 4, True)),
        (between(1, 2), between(-5, 0, step=1), (-2, F(-1, 5), True)),
        (between(1, 2), between(-5, 5), (None, None, True)),
        (between(1, 2), between(-5, 5, step=1), (-2, 2, True)),
        (between(0, 0), between(-5, 5), (0, 0, True)),
        (between(1, 2), between(0, 0), "missing"),
        (ANY, between(1, None), (None, None, False)),
    ],
)
def test_a_divisor_that_may_be_zero(a, b, expected):
    assert bounds(A / B, a=a, b=b) == expected


def test_a_divisor_that_is_always_zero_is_missing():
    assert bounds(A / ZERO, a=between(1, 2)) == "missing"


@pytest.mark.parametrize(
    ("node", "a", "expected"),
    [
        (RoundHalfUp(A, F(1, 10)), between("0.04", "0.05"), (0, F(1, 10), False)),
        (RoundHalfUp(A, F(1, 10)), between("0.05", "0.14"), (F(1, 10), F(1, 10), False)),
        (RoundHalfUp(A, F(1, 10)), between("-0.05", "-0.04"), (F(-1, 10), 0, False)),
        (RoundHalfUp(A, F(1)), between(None, "2.5"), (None, 3, False)),
        (WholeSteps(A, F(1), "down"), between("-0.5", "2.9"), (-1, 2, False)),
        (WholeSteps(A, F(1), "up"), between("-0.5", "2.1"), (0, 3, False)),
        (WholeSteps(A, F(1, 2), "up"), between("0.6", None, may_be_missing=True), (2, None, True)),
    ],
)
def test_rounding_keeps_the_order(node, a, expected):
    assert bounds(node, a=a) == expected


def test_what_moves_together_cancels_but_stays_missing():
    may_be_missing = between(1, 9, may_be_missing=True)
    assert bounds(A - A, a=may_be_missing) == (0, 0, True)
    assert bounds((A - B) / B, a=between(5, 5), b=between(1, 10)) == (F(-1, 2), 4, False)
    assert bounds(B / B, b=between(0, 10)) == (1, 1, True)
    assert bounds(A * 2 - (A + B), a=between(0, 10), b=between(1, 1)) == (-1, 9, False)


@pytest.mark.parametrize(
    ("sign", "a", "expected"),
    [
        ("<", between(-1, 1), {True, False}),
        ("<", between(0, 1), {False}),
        ("<", between(None, -1), {True}),
        ("<=", between(0, 1), {True, False}),
        ("<=", between(-1, 0), {True}),
        ("=", between(0, 0), {True}),
        ("=", between(1, 2), {False}),
        ("=", between(-1, 1), {True, False}),
        ("!=", between(0, 0), {False}),
        (">=", between(0, None), {True}),
        (">", between(0, None), {True, False}),
        (">", between(1, 2, may_be_missing=True), {True, None}),
        (">", MISSING, {None}),
    ],
)
def test_compare(sign, a, expected):
    assert truths(compare(sign), a=a) == expected


def test_compare_sees_steps_and_what_cancels():
    assert truths(Compare("=", A, lift(F(1, 2))), a=between(0, 9, step=1)) == {False}
    assert truths(Compare("<", A, A + 1), a=ANY) == {True}
    assert truths(Compare("<=", A, A + B), a=ANY, b=between(0, 5)) == {True}
    assert truths(Compare("=", A, Named(A, "tên")), a=ANY._replace(may_be_missing=True)) == {True, None}


YES, NO, EITHER, UNSURE = between(1, 1), between(-1, -1), between(-1, 1), between(1, 1, may_be_missing=True)


@pytest.mark.parametrize(
    ("a", "b", "both", "any_of"),
    [
        (YES, NO, {False}, {True}),
        (YES, EITHER, {True, False}, {True}),
        (NO, EITHER, {False}, {True, False}),
        (NO, MISSING, {False}, {None}),
        (YES, MISSING, {None}, {True}),
        (UNSURE, EITHER, {True, False, None}, {True, None}),
        (UNSURE, NO, {False}, {True, None}),
    ],
)
def test_and_or(a, b, both, any_of):
    terms = (compare(">", A), compare(">", B))
    assert truths(And(terms), a=a, b=b) == both
    assert truths(Or(terms), a=a, b=b) == any_of
    assert truths(Not(And(terms)), a=a, b=b) == {None if held is None else not held for held in both}


def test_is_reported():
    assert truths(IsReported(A), a=between(0, 1)) == {True}
    assert truths(IsReported(A), a=between(0, 1, may_be_missing=True)) == {True, False}
    assert truths(IsReported(A), a=MISSING) == {False}
    assert truths(IsReported(A / B), a=YES, b=between(0, 1)) == {True, False}
    assert truths(IsReported(compare(">")), a=UNSURE) == {True, False}


def choose(*cases, otherwise=None):
    return Choose(tuple(Case(when, lift(then)) for when, then in cases), None if otherwise is None else lift(otherwise))


def test_choose_joins_what_can_be_reached():
    two = choose((compare(">"), A), (compare("<"), ZERO - A), otherwise=5)
    assert bounds(two, a=between(-2, 3)) == (0, 5, False)
    assert bounds(two, a=between(2, 3)) == (2, 3, False)
    assert bounds(two, a=between(-3, 0)) == (0, 5, False)
    assert bounds(two, a=between(-3, 3, may_be_missing=True)) == (0, 5, True)
    assert bounds(two, a=MISSING) == "missing"
    assert bounds(choose((compare(">"), 1)), a=between(-1, 1)) == (1, 1, True)


def test_choose_is_strict_about_an_undecided_case():
    decided_later = choose((compare(">", B), 7), (compare(">"), 1), otherwise=2)
    assert bounds(decided_later, a=YES, b=NO) == (1, 1, False)
    assert bounds(decided_later, a=YES, b=between(-1, -1, may_be_missing=True)) == (1, 1, True)


def test_a_branch_narrows_what_its_condition_compares():
    capped = choose((compare(">=", A, lift(10)), 10), otherwise=A)
    assert bounds(capped, a=between(0, None)) == (0, 10, False)
    ratio = choose((compare(">", B), A / B), otherwise=0)
    assert bounds(ratio, a=between(0, 6), b=between(0, 3, step=1)) == (0, 6, False)
    assert bounds(ratio, a=between(0, 6), b=between(0, 3)) == (0, None, False)
    excess = (A - B) / B
    below = choose((compare("<", excess), A / B), otherwise=1)
    assert bounds(below, a=between(0, None), b=between(1, None)) == (0, 1, False)


def test_earlier_cases_narrow_later_ones():
    bands = choose(
        (compare(">=", A, lift(3)), 30),
        (And((compare(">=", A, lift(2)), compare("<", A, lift(3)))), 20),
        (compare(">=", A, ONE), 10),
        otherwise=0,
    )
    assert bounds(bands, a=between(1, 9)) == (10, 30, False)
    assert bounds(bands, a=between(2, 9)) == (20, 30, False)
    inside = And((compare(">", A, ONE), compare("<", A, lift(3))))
    split = choose((compare("<=", A, ONE), 0), (inside, 10), otherwise=A - 100)
    assert bounds(split, a=between(0, 9)) == (-97, 10, False)
    seen = choose((Or((compare("<"), compare(">", A, lift(5)))), 9), otherwise=A)
    assert bounds(seen, a=ANY) == (0, 9, False)


def test_a_guard_against_missing_leaves_nothing_missing():
    guarded = choose((IsReported(A), A), otherwise=0)
    assert bounds(guarded, a=between(2, 3, may_be_missing=True)) == (0, 3, False)
    assert bounds(guarded, a=MISSING) == (0, 0, False)
    quotient = choose((IsReported(A / B), A / B), otherwise=7)
    assert bounds(quotient, a=between(1, 2), b=between(0, 4, step=1)) == (F(1, 4), 7, False)
    compared = choose((compare(">", A / B), choose((IsReported(A), 1), otherwise=99)), otherwise=0)
    assert bounds(compared, a=UNSURE, b=UNSURE) == (1, 1, True)


def test_two_figures_narrow_each_other():
    within = choose((Compare("<=", A, B), B - A), otherwise=-1)
    assert bounds(within, a=between(0, 10), b=between(0, 4)) == (-1, 4, False)
    assert bounds(choose((Compare("<=", A, B), A), otherwise=0), a=between(0, 10), b=between(0, 4)) == (0, 4, False)
    assert bounds(choose((Compare("=", A, B), A), otherwise=0), a=between(-2, 1), b=between(0, 4)) == (0, 1, False)


def test_a_contradiction_cannot_be_reached():
    nested = choose((compare(">"), choose((compare("<"), 99), otherwise=1)), otherwise=2)
    assert bounds(nested, a=between(-1, 1)) == (1, 2, False)


def cluster(kind, where=None, **columns):
    found = outlook(**columns).of(OfCluster(kind, A, where))
    return ["missing" if some == MISSING else (some.low, some.high, some.may_be_missing) for some in found]


KNOWN = [between(1, 1), between(5, 5), between(3, 3)]


def test_cluster_with_an_open_unit():
    columns = {"a": [*KNOWN, between(2, 9)]}
    assert cluster("max", **columns) == [(5, 9, False)] * 4
    assert cluster("min", **columns) == [(1, 1, False)] * 4
    assert cluster("sum", **columns) == [(11, 18, False)] * 4
    assert cluster("count", **columns) == [(4, 4, False)] * 4
    assert cluster("rank", **columns) == [(4, 4, False), (1, 2, False), (2, 3, False), (1, 3, False)]


def test_cluster_with_a_unit_that_may_not_take_part():
    columns = {"a": [*KNOWN, between(-4, 9, may_be_missing=True)]}
    assert cluster("max", **columns)[0] == (5, 9, False)
    assert cluster("min", **columns)[0] == (-4, 1, False)
    assert cluster("sum", **columns)[0] == (5, 18, False)
    assert cluster("count", **columns)[0] == (3, 4, False)
    assert cluster("rank", **columns) == [(3, 4, False), (1, 2, False), (2, 3, False), (1, 4, True)]
    assert cluster("sum", a=[between(1, 1), between(2, 3, may_be_missing=True)])[0] == (1, 4, False)


def test_cluster_of_nobody_and_perhaps_nobody():
    assert cluster("max", a=[MISSING, MISSING]) == ["missing"] * 2
    assert cluster("count", a=[MISSING, MISSING]) == [(0, 0, False)] * 2
    perhaps = [between(2, 3, may_be_missing=True), between(4, 5, may_be_missing=True)]
    assert cluster("max", a=perhaps)[0] == (2, 5, True)
    assert cluster("min", a=perhaps)[0] == (2, 5, True)
    assert cluster("sum", a=perhaps)[0] == (2, 8, True)
    assert cluster("sum", a=[between(-3, -1, may_be_missing=True)] * 2)[0] == (-6, -1, True)


def test_where_narrows_the_term_and_leaves_units_out():
    positive = compare(">")
    assert cluster("sum", positive, a=[between(-9, 2), between(3, 3), between(-5, -1)]) == [(3, 5, False)] * 3
    assert cluster("rank", positive, a=[between(-9, 2), between(3, 3), between(-5, -1)]) == [
        (2, 2, True),
        (1, 1, False),
        "missing",
    ]


def test_a_branch_does_not_narrow_the_other_units():
    lead = choose((compare("<"), OfCluster("max", A)), otherwise=0)
    found = outlook(a=[between(-5, -5), between(-3, 8)]).of(lead)
    assert (found[0].low, found[0].high) == (-3, 8)


def test_choose_between_conditions():
    held = Choose((Case(compare(">", B), compare(">")),))
    assert truths(held, a=EITHER, b=YES) == {True, False}
    assert truths(held, a=YES, b=EITHER) == {True, None}
    assert truths(IsReported(held), a=YES, b=MISSING) == {False}


def test_columns_are_checked():
    with pytest.raises(ValueError, match="do not hold 2 units: a"):
        Outlook({"a": [ANY]}, 2)
    with pytest.raises(KeyError):
        outlook(a=ANY).of(B)
    with pytest.raises(ValueError, match="nothing lies in"):
        outlook(a=between(2, 1))


def test_a_declared_range_off_its_steps_keeps_its_ends():
    assert bounds(A, a=between("0.5", "2.5", step=1)) == (1, 2, False)
    assert bounds(A, a=between("0.2", "0.8", step=1)) == (F(1, 5), F(4, 5), False)


def test_an_evaluation_that_is_given_serves_the_settled_units():
    class Counting(Evaluation):
        asked = 0

        def of(self, node):
            self.asked += 1
            return super().of(node)

    evaluation = Counting({"a": [F(4), F(99)]}, 2)
    found = Outlook({"a": [Range.exactly(F(4)), between(1, 2)]}, 2, evaluation).of(A * A)
    assert found == [Range(F(16), F(16)), Range(F(1), F(4))]
    assert evaluation.asked > 0


def test_equal_open_figures_are_worked_out_once():
    found = outlook(a=[between(0, 5), between(0, 5), between(0, 6)]).of(Divide(A, Multiply(A, A) + 1))
    assert found[0] is found[1]
    assert found[0] is not found[2]


def test_a_long_sum_is_one_level():
    total = Add(tuple(Field(f"f{index}") for index in range(2000)))
    found = Outlook({f"f{index}": [between(0, 1)] for index in range(2000)}, 1).of(total)
    assert (found[0].low, found[0].high) == (0, 2000)
