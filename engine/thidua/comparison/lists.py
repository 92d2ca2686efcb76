"""Comparing two lists: which items are the same, what changed in them, what came or went, whether the order did."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from thidua.comparison.change import Difference, Part, Side, lowered
from thidua.comparison.reordering import Placed, moved

Item = TypeVar("Item")


class Listing(Struct, frozen=True):
    """How the items of a list are told.

    ``keys``: what makes two items the same, the surest first; ``identify`` and ``call``: an item in JSON's field and in
    a line; ``say``: an item in full; ``inside``: what differs in an item that stayed. ``label``: what one item is
    called (Vietnamese). ``named_by``: the field inside an item that its name is, told without repeating the name.
    ``value``: an item as JSON has it.
    """

    name: str
    label: str
    keys: tuple[Callable[[Any], Hashable], ...]
    identify: Callable[[Any], str]
    call: Callable[[Any], str]
    say: Callable[[Any], str]
    inside: Callable[[Any, Any], Iterable[Difference]]
    named_by: str = ""
    value: Callable[[Any], Any] = lambda item: item

    def side(self, item: Any) -> Side:
        """An item in full."""
        return Side(self._field(item), self.label, self.value(item), self.say(item))

    def within(self, difference: Difference, old: Any, new: Any) -> Difference:
        """What differs in an item, told of the list."""
        part = self._field(old) if self.identify(old) == self.identify(new) else self.name
        told = difference.inside(self._part(old), self._part(new), part)
        if self.named_by not in {side.field for side in (difference.old, difference.new) if side}:
            return told
        return replace(told, old=self._named(told.old), new=self._named(told.new))

    def _named(self, side: Side | None) -> Side | None:
        return side and replace(side, label=self.label, within=())

    def _part(self, item: Any) -> Part:
        return Part(self._field(item), f"{self.label} {self.call(item)}")

    def _field(self, item: Any) -> str:
        return f"{self.name}.{self.identify(item)}"


def paired(
    old: Sequence[Item], new: Sequence[Item], keys: Iterable[Callable[[Item], Hashable]]
) -> list[tuple[Item | None, Item | None]]:
    """The items of two lists side by side: each new one with the old one that is the same, then the other old ones.

    Items with equal keys are paired in their order; a later key pairs only what the earlier ones left.
    """
    partner: dict[int, int] = {}
    for key in keys:
        free: dict[Hashable, list[int]] = {}
        for index, item in enumerate(old):
            if index not in partner.values():
                free.setdefault(key(item), []).append(index)
        for index, item in enumerate(new):
            waiting = free.get(key(item))
            if waiting and index not in partner:
                partner[index] = waiting.pop(0)
    pairs: list[tuple[Item | None, Item | None]] = [
        (old[partner[index]] if index in partner else None, item) for index, item in enumerate(new)
    ]
    return pairs + [(item, None) for index, item in enumerate(old) if index not in partner.values()]


def undoubted(pairs: Sequence[tuple[Item, Item]]) -> Iterator[tuple[Item, Item]]:
    """Of the pairs that may be the same, those of which neither item may be any other."""
    for before, after in pairs:
        if sum(each is before for each, _ in pairs) == 1 and sum(each is after for _, each in pairs) == 1:
            yield before, after


def compare_list(listing: Listing, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    """What differs in two lists of one kind; a change of order alone is one difference."""
    if old == new:
        return
    pairs = paired(old, new, listing.keys)
    for before, after in pairs:
        if after is None:
            yield Difference("removed", listing.side(before), None)
        elif before is None:
            yield Difference("added", None, listing.side(after))
        elif before != after:
            yield from (listing.within(each, before, after) for each in listing.inside(before, after))
    stayed = [(before, after) for before, after in pairs if before is not None and after is not None]
    yield from compare_order(f"{listing.name}.order", listing.label, stayed, (old, new), listing.call)


def compare_order(
    name: str,
    label: str,
    stayed: Sequence[tuple[Item, Item]],
    lists: tuple[Sequence[Item], Sequence[Item]],
    call: Callable[[Item], str],
) -> Iterator[Difference]:
    """That some of what stayed (in the new order) stands elsewhere among it; ``lists``: all of either version."""
    index_of = {id(item): index for index, item in enumerate(lists[0])}
    order = sorted(range(len(stayed)), key=lambda index: index_of[id(stayed[index][0])])
    places = [order.index(index) for index in range(len(stayed))]
    if places == sorted(places):
        return
    alone = all(len(each) == len(stayed) for each in lists)
    told = f"Thứ tự {lowered(label)}{'' if alone else ' (không kể mục thêm, bỏ)'}"
    for index in moved(places, [" ".join(sorted(map(repr, pair))) for pair in stayed]):
        pair = zip(stayed[index], (places[index] + 1, index + 1), strict=True)
        before, after = (Side(name, told, Placed(call(item), place), f"thứ {place}") for item, place in pair)
        yield Difference("changed", before, after)
