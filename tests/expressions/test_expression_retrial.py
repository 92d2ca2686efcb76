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
    tried = data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(FIELDS, figures)), min_size=1, max_size=4))
    found = Retrial(before, unit, {name: [own[name] for own in tried] for name in FIELDS}, len(tried)).of(node)
    for own, value in zip(tried, found, strict=True):
        again = [own if index == unit else row for index, row in enumerate(rows)]
        assert value == Evaluation(columns_of(again), len(rows)).of(node)[unit]


def test_values_over_the_cluster_made_of_such_values_need_the_whole_cluster():
    greatest = OfCluster("max", Field("a"))
    assert can_retry(greatest / lift(2))
    assert not can_retry(OfCluster("rank", Field("a") / greatest))
    assert not can_retry(OfCluster("count", Field("a"), Compare("<", Field("a"), greatest)))
