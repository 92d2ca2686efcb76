"""One unit with other figures of its own: as if the whole cluster were evaluated again."""

from expression_trees import FIELDS, clusters, columns_of, conditions, figures, numbers
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.expressions import Compare, Evaluation, Field, OfCluster, Retrial, can_retry, lift


@given(clusters(), numbers() | conditions(), st.data())
def test_equals_evaluating_the_whole_cluster_again(rows, node, data):
    assume(can_retry(node))
    unit = data.draw(st.integers(0, len(rows) - 1))
    before = Evaluation(columns_of(rows), len(rows))
    own = {name: data.draw(figures) for name in FIELDS}
    again = [own if index == unit else row for index, row in enumerate(rows)]
    expected = Evaluation(columns_of(again), len(rows)).of(node)[unit]
    assert Retrial(before, unit, own).of(node)[0] == expected


def test_values_over_the_cluster_made_of_such_values_need_the_whole_cluster():
    greatest = OfCluster("max", Field("a"))
    assert can_retry(greatest / lift(2))
    assert not can_retry(OfCluster("rank", Field("a") / greatest))
    assert not can_retry(OfCluster("count", Field("a"), Compare("<", Field("a"), greatest)))
