"""Which bands of two versions belong together where their stretches are not the same."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from thidua.comparison.lists import paired
from thidua.model.terms import Band

Aligned = tuple[list[Band], list[Band]]


def aligned(gone: Sequence[Band], come: Sequence[Band]) -> Iterator[Aligned]:
    """The bands that only one version has, side by side: each pair of lists is one change.

    A band that others cover exactly was split (or they were joined). Of the others those with the same points had their
    edges moved; then those that cover some of the same belong together, one by one where they are as many.
    """
    splits = [([band], parts) for band in gone if (parts := _tiles(band, come))]
    joins = [(parts, [band]) for band in come if (parts := _tiles(band, gone))]
    exact = [each for each in (*splits, *joins) if not _shares(each, (*splits, *joins))]
    yield from exact
    left = [band for band in gone if not any(band in was for was, _ in exact)]
    right = [band for band in come if not any(band in now for _, now in exact)]
    pairs = paired(left, right, (lambda band: band.points,))
    yield from (([before], [after]) for before, after in pairs if before is not None and after is not None)
    left = [before for before, after in pairs if before is not None and after is None]
    right = [after for before, after in pairs if before is None and after is not None]
    for was, now in _overlapping(left, right):
        if len(was) == len(now):
            yield from (([before], [after]) for before, after in zip(_upward(was), _upward(now), strict=True))
        else:
            yield was, now


def _shares(one: Aligned, others: Sequence[Aligned]) -> bool:
    """Whether a band of this change is in another one too, so that neither is sure."""
    return any(
        other is not one and (any(band in other[0] for band in one[0]) or any(band in other[1] for band in one[1]))
        for other in others
    )


def _tiles(whole: Band, candidates: Sequence[Band]) -> list[Band]:
    """The two or more bands that cover just what one covers, with neither gap nor overlap; none where they don't."""
    parts = _upward([band for band in candidates if _overlap(band, whole)])
    if len(parts) < 2 or _low(parts[0]) != _low(whole) or _high(parts[-1]) != _high(whole):
        return []
    meet = all(
        lower.high is not None and lower.high == upper.low and lower.high_included is not upper.low_included
        for lower, upper in pairwise(parts)
    )
    return [band for band in candidates if band in parts] if meet else []


def _overlapping(gone: Sequence[Band], come: Sequence[Band]) -> Iterator[Aligned]:
    """Bands that cover some of the same, each side in its order; what covers nothing of the others stands alone."""
    left, right = list(gone), list(come)
    while left or right:
        was, now = ([], [right.pop(0)]) if right else ([left.pop(0)], [])
        grown = True
        while grown:
            more_was = [band for band in left if any(_overlap(band, other) for other in now)]
            more_now = [band for band in right if any(_overlap(other, band) for other in (*was, *more_was))]
            left = [band for band in left if band not in more_was]
            right = [band for band in right if band not in more_now]
            was, now, grown = [*was, *more_was], [*now, *more_now], bool(more_was or more_now)
        yield [band for band in gone if band in was], [band for band in come if band in now]


def _upward(bands: Sequence[Band]) -> list[Band]:
    return sorted(bands, key=lambda band: (band.low is not None, band.low or 0, not band.low_included))


def _low(band: Band) -> tuple[object, ...]:
    return (band.low, band.low_included) if band.low is not None else (None,)


def _high(band: Band) -> tuple[object, ...]:
    return (band.high, band.high_included) if band.high is not None else (None,)


def _overlap(one: Band, other: Band) -> bool:
    return _begins_before_end(one, other) and _begins_before_end(other, one)


def _begins_before_end(one: Band, other: Band) -> bool:
    """Whether one band begins before the other ends, or at its end where both include it."""
    if one.low is None or other.high is None:
        return True
    return one.low < other.high or (one.low == other.high and one.low_included and other.high_included)
