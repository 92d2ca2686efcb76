from fractions import Fraction
from itertools import product

import pytest
from expression_trees import clusters, columns_of, conditions, numbers
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_evaluator import Unit, naive

from thidua.expressions import (
    Add,
    And,
    Case,
    Choose,
    Compare,
    Evaluation,
    Field,
    IsReported,
    Maximum,
    Minimum,
    Named,
    Not,
    Number,
    OfCluster,
    Or,
    RoundHalfUp,
    WholeSteps,
    evaluate,
    lift,
)

F = Fraction

A, B = Field("a"), Field("b")
HELD = Compare(">", A, lift(0))


def value(node, **figures):
    """Evaluate for a cluster of one."""
    columns = {name: [None if figure is None else F(figure)] for name, figure in figures.items()}
    return evaluate(node, columns, 1)[0]


def column(node, **figures):
    columns = {name: [None if x is None else F(x) for x in column] for name, column in figures.items()}
    return list(evaluate(node, columns, len(next(iter(columns.values())))))


@pytest.mark.parametrize(
    "node",
    [A + B, B + A, A - B, B - A, A * B, A / B, B / A, Minimum((A, B)), Maximum((B, A)), RoundHalfUp(A, F(1))]
    + [Compare(sign, A, B) for sign in ("<", "<=", "=", ">=", ">", "!=")]
    + [0 * A, A - A, WholeSteps(A, F(1), "down"), Named(A, "tên"), Not(Compare("<", A, B))],
)
def test_missing_is_missing(node):
    assert value(node, a=None, b=3) is None
    assert value(node, a=2, b=3) is not None


def test_division_by_zero_is_missing_even_of_zero():
    assert value(A / B, a=1, b=0) is None
    assert value(A / B, a=0, b=0) is None
    assert value(A / B, a=0, b=4) == 0


def test_decimals_are_exact():
    assert value(Compare(">=", A / B, lift(F("0.9"))), a=F("0.99"), b=F("1.1")) is True


def test_minimum_and_maximum_do_not_skip_missing():
    assert value(Minimum((A, lift(5))), a=None) is None
    assert value(Minimum((A, lift(5))), a=7) == 5
    assert value(Maximum((A, lift(5), B)), a=7, b=9) == 9


TRUTHS = {True: 1, False: 0, None: None}


@pytest.mark.parametrize(("left", "right"), list(product(TRUTHS, repeat=2)))
def test_and_or_not_are_kleene(left, right):
    terms = (Compare("=", A, lift(1)), Compare("=", B, lift(1)))
    figures = {"a": TRUTHS[left], "b": TRUTHS[right]}
    both = False if False in (left, right) else None if None in (left, right) else True
    either = True if True in (left, right) else None if None in (left, right) else False
    assert value(And(terms), **figures) is both
    assert value(Or(terms), **figures) is either
    assert value(Not(terms[0]), **figures) is (None if left is None else not left)


def test_is_reported_takes_any_expression():
    assert value(IsReported(A / B), a=1, b=0) is False
    assert value(IsReported(A / B), a=0, b=1) is True
    assert value(IsReported(HELD), a=None) is False
    assert value(IsReported(HELD), a=-1) is True


def test_choose_takes_the_first_case_that_holds():
    choose = Choose((Case(Compare(">", A, lift(5)), lift(50)), Case(Compare(">", A, lift(3)), lift(30))), lift(10))
    assert column(choose, a=[6, 4, 2]) == [50, 30, 10]


def test_choose_does_not_fall_past_an_undecided_condition():
    choose = Choose((Case(Compare(">", A, lift(5)), lift(50)), Case(Compare(">", B, lift(5)), lift(30))), lift(10))
    assert value(choose, a=None, b=9) is None
    assert value(choose, a=9, b=None) == 50, "a condition after the matching one does not matter"
    assert value(choose, a=1, b=None) is None


def test_choose_is_guarded_by_is_reported():
    choose = Choose((Case(Not(IsReported(A)), lift(0)), Case(Compare(">", A, lift(5)), lift(50))), lift(10))
    assert column(choose, a=[None, 9, 1]) == [0, 50, 10]


def test_choose_without_otherwise_is_missing():
    assert value(Choose((Case(HELD, lift(1)),)), a=0) is None
    assert value(Choose(()), a=0) is None
    assert value(Choose((), A), a=7) == 7


@pytest.mark.parametrize(
    ("term", "step", "down", "up"),
    [("2.5", "1", 2, 3), ("3", "1", 3, 3), ("-2.5", "1", -3, -2), ("0.99", "0.1", 9, 10), ("0", "3", 0, 0)],
)
def test_whole_steps_are_floor_and_ceiling(term, step, down, up):
    assert value(WholeSteps(A, F(step), "down"), a=F(term)) == down
    assert value(WholeSteps(A, F(step), "up"), a=F(term)) == up


@pytest.mark.parametrize(
    ("term", "step", "rounded"),
    [
        ("2.675", "0.01", "2.68"),
        ("0.125", "0.01", "0.13"),
        ("-0.125", "0.01", "-0.13"),
        ("2.5", "1", "3"),
        ("-2.5", "1", "-3"),
        ("37.124", "0.25", "37"),
        ("37.125", "0.25", "37.25"),
        ("0.004999", "0.01", "0"),
    ],
)
def test_half_goes_away_from_zero(term, step, rounded):
    assert value(RoundHalfUp(A, F(step)), a=F(term)) == F(rounded)


def test_cluster_values_go_to_all_units():
    where = Compare(">", B, lift(0))
    figures = {"a": [5, None, 9, 7], "b": [1, 1, 0, None]}  # only the first counts
    for kind, expected in (("max", 5), ("min", 5), ("sum", 5), ("count", 1)):
        assert column(OfCluster(kind, A, where), **figures) == [expected] * 4
    assert column(OfCluster("rank", A, where), **figures) == [1, None, None, None]


def test_cluster_of_nobody():
    for kind in ("max", "min", "sum", "rank"):
        assert column(OfCluster(kind, A), a=[None, None]) == [None, None]
    assert column(OfCluster("count", A), a=[None, None]) == [0, 0]


def test_equal_values_share_a_rank():
    assert column(OfCluster("rank", A), a=[7, 9, 9, None, 7, 1]) == [3, 1, 1, None, 3, 5]


def test_a_ratio_to_a_greatest_of_zero_is_missing():
    assert column(40 * (A / OfCluster("max", A)), a=[0, 0]) == [None, None]


def test_a_count_of_a_condition_counts_where_it_is_decided():
    assert column(OfCluster("count", HELD), a=[1, 0, None]) == [2, 2, 2]
    assert column(OfCluster("count", lift(1), HELD), a=[1, 0, None]) == [1, 1, 1]


def test_a_field_without_a_column_is_a_key_error():
    with pytest.raises(KeyError):
        value(A)


def test_columns_hold_every_unit():
    with pytest.raises(ValueError, match="b"):
        Evaluation({"a": [F(1)], "b": []}, 1)


def test_equal_nodes_share_one_column():
    evaluation = Evaluation({"a": [F(1)], "b": [F(2)]}, 1)
    assert evaluation.of(A / B) is evaluation.of(Field("a") / Field("b"))


def test_two_thousand_terms():
    points = Add(tuple(A * number for number in range(2_000)))
    assert value(points, a=2) == 2 * sum(range(2_000))
    assert value(sum((A for _ in range(2_000)), start=lift(0)), a=2) == 4_000
    assert value(Minimum(tuple(A - number for number in range(2_000))), a=0) == -1_999


def test_one_missing_term_makes_a_total_missing_unless_it_is_guarded():
    guarded = Choose((Case(IsReported(B), B),), Number(F(0)))
    assert value(A + B, a=1, b=None) is None
    assert value(A + guarded, a=1, b=None) == 1


@settings(max_examples=300, deadline=None)
@given(tree=st.one_of(numbers(), conditions()), rows=clusters())
def test_equals_the_naive_evaluator(tree, rows):
    expected = [naive(tree, Unit(rows, position)) for position in range(len(rows))]
    found = list(evaluate(tree, columns_of(rows), len(rows)))
    assert found == expected
    assert [type(x) for x in found] == [type(x) for x in expected]


@settings(max_examples=60, deadline=None)
@given(tree=numbers(), rows=clusters(), data=st.data())
def test_the_order_of_the_units_changes_nothing(tree, rows, data):
    order = data.draw(st.permutations(range(len(rows))))
    before = evaluate(tree, columns_of(rows), len(rows))
    after = evaluate(tree, columns_of([rows[unit] for unit in order]), len(rows))
    assert list(after) == [before[unit] for unit in order]
