"""Which criteria of two versions are the same: by id, and by what either says that it replaces."""

from msgspec import Struct

from thidua.model.scale import Criterion, Scale


class Match(Struct, frozen=True):
    """Criteria that are one and the same in two versions, each side in its document's order.

    One and one: it stayed. Several and one: merged; one and several: split. A side that is empty: added or removed.
    """

    old: tuple[Criterion, ...]
    new: tuple[Criterion, ...]


def match_criteria(old: Scale, new: Scale) -> tuple[Match, ...]:
    """All criteria of both versions, each in exactly one match; in the new document's order, then what was removed.

    Which of the two is the newer does not matter: what one says that it replaces counts on either side, so that
    ``match_criteria(new, old)`` gives the same matches turned round.
    """
    before, after = old.criteria, new.criteria
    pairs = [(one.id, other.id) for one in before for other in after if same(one, other)]
    matches: list[Match] = []
    matched: set[str] = set()
    for criterion in after:
        if criterion.id not in matched:
            left, right = _belonging_to(criterion.id, pairs)
            matched |= right
            matches.append(Match(_those(before, left), _those(after, right)))
    stayed = {one for one, _ in pairs}
    return (*matches, *(Match((each,), ()) for each in before if each.id not in stayed))


def _belonging_to(new: str, pairs: list[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """The ids of the old and of the new version that belong to a criterion of the new, and all that belong to these."""
    after = {new}
    while True:
        before = {one for one, other in pairs if other in after}
        grown = after | {other for one, other in pairs if one in before}
        if grown == after:
            return before, after
        after = grown


def _those(criteria: tuple[Criterion, ...], ids: set[str]) -> tuple[Criterion, ...]:
    return tuple(each for each in criteria if each.id in ids)


def same(old: Criterion, new: Criterion) -> bool:
    """Whether a criterion of the old version is this one of the new: by id, or by what either replaces."""
    return old.id == new.id or old.id in new.replaces or new.id in old.replaces
