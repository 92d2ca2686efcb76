"""Hypothesis strategies for clusters with open figures, and for what these may turn out to be."""

from fractions import Fraction
from functools import cache, lru_cache

from expression_trees import FIELDS, figures
from hypothesis import strategies as st

from thidua.expressions import Outlook, Range

F = Fraction
FAR = F(10) ** 9
steps = st.sampled_from([None, None, F(1), F(1, 2), F(1, 100)])


@st.composite
def open_ranges(draw):
    """Draw a range with ends on its steps; each may be missing, have no end, or hold zero at an end or inside."""
    step = draw(steps)
    ends = st.integers(-6, 6).map(lambda n: n * step) if step else figures.filter(lambda figure: figure is not None)
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Range(low, high, draw(st.booleans()), step)


settled_ranges = figures.map(Range.exactly)
all_ranges = settled_ranges | open_ranges()


@st.composite
def open_clusters(draw, most_units=4, names=FIELDS, ranges=all_ranges):
    """Draw the ranges of a cluster's figures by field."""
    size = draw(sizes(most_units))
    return {name: draw(lists_of(ranges, size)) for name in names}


@cache
def sizes(most_units: int):
    """How many units a cluster may have."""
    return st.integers(1, most_units)


@cache
def lists_of(elements, size: int):
    """Lists of a size, made once for every kind of elements."""
    return st.lists(elements, min_size=size, max_size=size)


@lru_cache(maxsize=4096)  # for Hypothesis, making a strategy costs more than drawing from it
def values_in(some: Range):
    """A value of a range: see ``_values``."""
    return _values(some)


@st.composite
def _values(draw, some: Range):
    """Draw a value of a range: its ends, next to them, its middle, far away, and missing where that may be."""
    if some.is_empty:
        return None
    low = some.low if some.low is not None else (F(0) if some.high is None else some.high) - draw(far)
    high = some.high if some.high is not None else max(F(0), low) + draw(far)
    value = draw(_between(low, high, some.step))
    near = [each for each in (F(0), F(1)) if some.holds(each)]
    if not near and not some.may_be_missing:
        return value
    return draw(_one_of(value, *near, *[None] * some.may_be_missing))


@lru_cache(maxsize=4096)
def _between(low, high, step):
    if step is None:
        return st.sampled_from([low, high, (low + high) / 2]) | st.fractions(low, high, max_denominator=10**6)
    return st.integers(-(-low // step), high // step).map(lambda whole: whole * step)


@lru_cache(maxsize=4096)
def _one_of(*values):
    return st.sampled_from(values)


far = st.sampled_from([F(1), F(7), F(200), FAR])


@st.composite
def filled_in(draw, cluster):
    """Draw columns for ``evaluate`` in which every open figure has become a value or stays missing."""
    return {
        name: [some.low if is_settled(some) else draw(values_in(some)) for some in column]
        for name, column in cluster.items()
    }


def is_settled(some: Range) -> bool:
    """Whether a range is one value: then there is nothing to draw."""
    return some.low is not None and some.low == some.high and not some.may_be_missing


def size_of(cluster):
    return len(next(iter(cluster.values())))


def outlook_of(cluster):
    return Outlook(cluster, size_of(cluster))


def lies_in(value, prospect) -> bool:
    return value in prospect if isinstance(prospect, frozenset) else prospect.holds(value)


def is_inside(inner, outer) -> bool:
    """Whether a prospect holds nothing that another doesn't."""
    if isinstance(inner, frozenset):
        return inner <= outer
    if inner.may_be_missing and not outer.may_be_missing:
        return False
    if inner.is_empty:
        return True
    if outer.is_empty:
        return False
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


either = st.booleans()
ways = st.sampled_from(["same", "settled", "inward"])


@st.composite
def tightened(draw, some: Range):
    """Draw a range inside another: the same, a single outcome, or with its ends moved inward."""
    if some.is_empty or is_settled(some):
        return some
    way = draw(ways)
    if way == "settled":
        return Range.exactly(draw(values_in(some)))
    low, high = some.low, some.high
    if way == "inward":
        low, high = sorted(draw(values_in(some._replace(may_be_missing=False))) for _ in range(2))
    return some._replace(low=low, high=high, may_be_missing=some.may_be_missing and draw(either))
