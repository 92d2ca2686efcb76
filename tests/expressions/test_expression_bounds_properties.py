"""Bounds of random trees over random open figures, against what evaluate gives for figures that may come."""

from expression_trees import conditions, numbers
from hypothesis import given, settings
from hypothesis import strategies as st
from open_figures import (
    filled_in,
    is_inside,
    lies_in,
    open_clusters,
    outlook_of,
    settled_ranges,
    size_of,
    tightened,
)

from thidua.expressions import Evaluation, Range

trees = numbers() | conditions()
many = settings(max_examples=150, deadline=None)


@many
@given(trees, open_clusters(), st.data())
def test_every_value_lies_in_its_bounds_and_tighter_figures_never_widen_them(tree, cluster, data):
    bounds = outlook_of(cluster).of(tree)
    tighter = {name: [data.draw(tightened(some)) for some in column] for name, column in cluster.items()}
    tight = outlook_of(tighter).of(tree)
    assert all(map(is_inside, tight, bounds)), (tight, bounds)
    for _ in range(3):
        values = Evaluation(data.draw(filled_in(cluster)), size_of(cluster)).of(tree)
        assert all(map(lies_in, values, bounds)), (values, bounds)


@many
@given(trees, open_clusters(ranges=settled_ranges))
def test_where_all_is_settled_the_bounds_are_the_value(tree, cluster):
    columns = {name: [None if some.is_empty else some.low for some in column] for name, column in cluster.items()}
    expected = [
        frozenset({value}) if isinstance(value, bool) else value
        for value in Evaluation(columns, size_of(cluster)).of(tree)
    ]
    found = [
        (None if some.is_empty else some.low) if isinstance(some, Range) else None if None in some else some
        for some in outlook_of(cluster).of(tree)
    ]
    assert found == expected
