"""What can happen in a tree, against small trees of which it is plain."""

from fractions import Fraction

import pytest

from thidua.expressions import (
    Add,
    Case,
    Choose,
    Compare,
    Evaluation,
    Field,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Number,
    Outlook,
    Range,
)
from thidua.expressions.outcomes import Outcome, possible, reached
from thidua.expressions.view import View

X = Field("x")


def number(value: int) -> Number:
    return Number(Fraction(value))


BANDS = Choose(
    (Case(Compare(">=", X, number(90)), number(10)), Case(Compare(">=", X, number(50)), number(5))), number(0)
)
CAPPED = Minimum((X, number(5)))


def can(tree: Node, low: int, high: int) -> list[Outcome]:
    some = Range(Fraction(low), Fraction(high), True, Fraction(1))
    return list(possible(tree, View(Outlook({"x": [some]}, 1), [0])))


def does(tree: Node, value: int | None) -> set[Outcome]:
    column = [None if value is None else Fraction(value)]
    return set(reached(tree, Evaluation({"x": column}, 1), 0))


def edge(value: int) -> Outcome:
    return Outcome("edge", Compare("=", X, number(value)))


def test_branches_come_in_reading_order_and_then_the_edges_between_them() -> None:
    branches = [Outcome("branch", BANDS, index) for index in range(3)]
    assert can(BANDS, 0, 100) == [*branches, edge(90), edge(50)]


def test_what_no_figure_can_lead_to_is_not_asked_for() -> None:
    assert can(BANDS, 60, 100) == [Outcome("branch", BANDS, 0), Outcome("branch", BANDS, 1), edge(90)]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (95, {Outcome("branch", BANDS, 0)}),
        (90, {Outcome("branch", BANDS, 0), edge(90)}),
        (50, {Outcome("branch", BANDS, 1), edge(50)}),
        (0, {Outcome("branch", BANDS, 2)}),
        (None, set()),
    ],
)
def test_a_unit_reaches_its_branch_and_the_edge_on_which_it_stands(value: int | None, found: set[Outcome]) -> None:
    assert does(BANDS, value) == found


def test_a_limit_takes_effect_only_beyond_it() -> None:
    assert does(CAPPED, 5) == set()
    assert does(CAPPED, 6) == {Outcome("limit", CAPPED, 1)}
    assert can(CAPPED, 0, 9) == [Outcome("limit", CAPPED, 1)]


def test_a_figure_picked_among_several_limits_nothing() -> None:
    picked = Maximum((X, Field("y")))
    assert set(reached(picked, Evaluation({"x": [Fraction(1)], "y": [Fraction(2)]}, 1), 0)) == set()


def test_what_is_counted_must_be_there() -> None:
    each = Multiply(X, number(2))
    fund = Add((number(10), each))
    assert can(fund, 0, 9) == [Outcome("counted", each)]
    assert does(fund, 0) == set()
    assert does(fund, 1) == {Outcome("counted", each)}


def test_parts_with_points_are_looked_into_and_steps_are_not() -> None:
    assert can(Named(BANDS, "phần một", "points"), 0, 100)[0] == Outcome("branch", BANDS, 0, ("phần một",))
    assert can(Named(BANDS, "một bước"), 0, 100) == []


def test_a_choice_that_only_says_when_there_is_no_value_is_none() -> None:
    guarded = Choose((Case(Compare(">", X, number(0)), number(1)),), None)
    assert can(guarded, 0, 9) == []
    assert does(guarded, 1) == set()
