"""Hypothesis strategies for clusters and for trees, kept small and full of ties, zeros and missing figures."""

from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from thidua.expressions import (
    Add,
    And,
    Case,
    Choose,
    Compare,
    Divide,
    Field,
    IsReported,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Not,
    Number,
    OfCluster,
    Or,
    RoundHalfUp,
    Subtract,
    WholeSteps,
)

FIELDS = ("a", "b", "c")
SIGNS = ("<", "<=", "=", ">=", ">", "!=")
STEPS = tuple(map(Fraction, ("1/100", "1/4", "1", "3")))

constants = st.sampled_from(tuple(map(Fraction, ("-2", "-1/3", "0", "1/8", "1/2", "1", "7/3", "40"))))
thousand = st.integers(-1000, 999)
figures = (
    st.none()
    | st.sampled_from(tuple(map(Fraction, ("-5/2", "0", "1", "2", "97.5", "100"))))
    | st.builds(
        lambda whole, part, of: whole + Fraction(part % of, of), thousand, st.integers(0, 999), st.integers(1, 1000)
    )
)
leaves = st.builds(Number, constants) | st.sampled_from([Field(name) for name in FIELDS])


@st.composite
def clusters(draw, most_units=6, values=figures):
    """Draw rows of figures, one for each unit."""
    size = draw(st.integers(1, most_units))
    return [{name: draw(values) for name in FIELDS} for _ in range(size)]


def columns_of(rows):
    return {name: [row[name] for row in rows] for name in FIELDS}


def several(strategy):
    return st.lists(strategy, min_size=1, max_size=3).map(tuple)


@cache
def numbers(depth=3):
    """Trees whose value is a number."""
    if depth == 0:
        return leaves
    below, held = numbers(depth - 1), conditions(depth - 1)
    return st.one_of(
        leaves,
        *[st.builds(kind, several(below)) for kind in (Add, Minimum, Maximum)],
        *[st.builds(kind, below, below) for kind in (Subtract, Multiply, Divide)],
        st.builds(Named, below, st.sampled_from(["tên một", "tên hai"]), st.sampled_from(["number", "percent"])),
        st.builds(WholeSteps, below, st.sampled_from(STEPS), st.sampled_from(["down", "up"])),
        st.builds(RoundHalfUp, below, st.sampled_from(STEPS)),
        st.builds(OfCluster, st.sampled_from(["max", "min", "sum", "count", "rank"]), below, st.none() | held),
        st.builds(
            Choose,
            st.lists(st.builds(Case, held, below, labels(depth - 1)), max_size=3).map(tuple),
            st.none() | below,
            labels(depth - 1),
        ),
    )


@cache
def conditions(depth=3):
    """Trees whose value is a condition."""
    if depth == 0:
        return st.builds(Compare, st.sampled_from(SIGNS), leaves, leaves)
    below, held = numbers(depth - 1), conditions(depth - 1)
    return st.one_of(
        st.builds(Compare, st.sampled_from(SIGNS), below, below),
        st.builds(And, several(held)),
        st.builds(Or, several(held)),
        st.builds(Not, held),
        st.builds(IsReported, below | held),
    )


@cache
def labels(depth):
    return st.lists(st.just("đạt ") | numbers(depth), max_size=2).map(tuple)
