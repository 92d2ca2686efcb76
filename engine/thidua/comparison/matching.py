"""Which criteria, or rules, of two versions are the same: by id, and by what either says that it replaces."""

from collections.abc import Mapping, Sequence
from typing import Generic, Literal, Protocol, TypeVar

from msgspec import Struct

from thidua.model.scale import Criterion, Scale

Kind = Literal["changed", "added", "removed", "merged", "split", "regrouped"]


class Replacing(Protocol):
    """What has an id in its version and may say which ids of earlier versions it took the place of."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def replaces(self) -> tuple[str, ...]:
        """The ids of earlier versions."""


Thing = TypeVar("Thing", bound=Replacing)


class Matched(Struct, Generic[Thing], frozen=True):
    """Things that are one and the same in two versions, each side in its document's order."""

    old: tuple[Thing, ...]
    new: tuple[Thing, ...]

    @property
    def kind(self) -> Kind:
        """What became of them. Changed: one and one, whatever differs; regrouped: several on either side."""
        match min(len(self.old), 2), min(len(self.new), 2):
            case 0, _:
                return "added"
            case _, 0:
                return "removed"
            case 1, 1:
                return "changed"
            case _, 1:
                return "merged"
            case 1, _:
                return "split"
            case _:
                return "regrouped"


Match = Matched[Criterion]
"""Criteria that are one and the same in two versions."""


def match_criteria(old: Scale, new: Scale) -> tuple[Match, ...]:
    """All criteria of both versions, each in exactly one match; in the new document's order, then what was removed.

    Which of the two is the newer does not matter: what one says that it replaces counts on either side, so that
    ``match_criteria(new, old)`` gives the same matches turned round.
    """
    return match(old.criteria, new.criteria)


def match(old: Sequence[Thing], new: Sequence[Thing]) -> tuple[Matched[Thing], ...]:
    """The same for any two lists of things with ids."""
    pairs = [(one.id, other.id) for one, other in same(old, new)]
    matches: list[Matched[Thing]] = []
    matched: set[str] = set()
    for each in new:
        if each.id not in matched:
            left, right = _belonging_to(each.id, pairs)
            matched |= right
            matches.append(Matched(_those(old, left), _those(new, right)))
    stayed = {one for one, _ in pairs}
    return (*matches, *(Matched((each,), ()) for each in old if each.id not in stayed))


def stayed(found: Matched[Thing]) -> list[tuple[Thing, Thing]]:
    """What is compared field by field: the only one of either side, else those of one id; in the new order."""
    if found.kind == "changed":
        return [(found.old[0], found.new[0])]
    return [(before, after) for after in found.new for before in found.old if before.id == after.id]


def same(old: Sequence[Thing], new: Sequence[Thing]) -> list[tuple[Thing, Thing]]:
    """Each thing of the old version with each of the new that it is: by id, or by what either replaces."""
    before, after = _replaced(old, new), _replaced(new, old)
    return [
        (one, other)
        for one in old
        for other in new
        if one.id == other.id or one.id in after[other.id] or other.id in before[one.id]
    ]


def _replaced(these: Sequence[Thing], others: Sequence[Thing]) -> Mapping[str, frozenset[str]]:
    """By id, what each replaces as against the other version: not what that version says of the same thing too.

    A file keeps what its things replaced years ago. Where both versions say it, it happened before both; an id that is
    replaced so and stands in one of them (the rest of what was split, or used anew) is another thing. That a thing
    replaces itself says nothing.
    """
    known = {each.id: tuple(one for one in each.replaces if one != each.id) for each in others}
    found = {}
    for each in these:
        before = [known.get(one, ()) for one in (each.id, *each.replaces)]
        before += [replaced for replaced in known.values() if each.id in replaced]
        found[each.id] = frozenset(each.replaces).difference(*before)
    return found


def _belonging_to(new: str, pairs: list[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """The ids of the old and of the new version that belong to a thing of the new, and all that belong to these."""
    after = {new}
    while True:
        before = {one for one, other in pairs if other in after}
        grown = after | {other for one, other in pairs if one in before}
        if grown == after:
            return before, after
        after = grown


def _those(things: Sequence[Thing], ids: set[str]) -> tuple[Thing, ...]:
    return tuple(each for each in things if each.id in ids)
