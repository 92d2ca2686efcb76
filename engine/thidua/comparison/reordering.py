"""Which things stand in another order: the fewest whose moves explain it."""

from collections.abc import Sequence

from msgspec import Struct


class Placed(Struct, frozen=True):
    """A thing and its place, from 1, among those that both versions have."""

    item: str
    place: int


def moved(places: Sequence[int], names: Sequence[str]) -> tuple[int, ...]:
    """The indexes of the fewest things that moved.

    ``places``: of each thing, in the new order, its index in the old one. The others, the most that still follow one
    another, stayed. Where there is a choice, those that are least far from where they stood stay; then ``names``, which
    both versions agree on, decide: so that the answer is the same whichever version is the newer.
    """
    ranks = {index: rank for rank, index in enumerate(sorted(range(len(names)), key=lambda index: names[index]))}
    best: list[_Stayed] = []
    for index, place in enumerate(places):
        before = max((best[each] for each in range(index) if places[each] < place), default=(0, 0, 0))
        best.append((before[0] + 1, before[1] - abs(index - place), before[2] | 1 << ranks[index]))
    stayed = max(best, default=(0, 0, 0))[2]
    return tuple(index for index in range(len(places)) if not stayed >> ranks[index] & 1)


_Stayed = tuple[int, int, int]
"""How many stayed, how far from where they stood (negative), and which: a bit for each."""
