"""Which criteria of two versions are the same: by id, and by what either says that it replaces."""

from dataclasses import dataclass

from thidua.model.scale import Criterion, Scale


@dataclass(frozen=True, slots=True)
class Match:
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
    matches: list[Match] = []
    for criterion in new.criteria:
        if not any(criterion in match.new for match in matches):
            matches.append(_grown(Match((), (criterion,)), old, new))
    removed = (each for each in old.criteria if not any(each in match.old for match in matches))
    return (*matches, *(Match((each,), ()) for each in removed))


def _grown(match: Match, old: Scale, new: Scale) -> Match:
    """The match with all that belongs to it, and with all that belongs to that."""
    before = tuple(each for each in old.criteria if any(same(each, other) for other in match.new))
    after = tuple(each for each in new.criteria if each in match.new or any(same(other, each) for other in before))
    grown = Match(before, after)
    return grown if grown == match else _grown(grown, old, new)


def same(old: Criterion, new: Criterion) -> bool:
    """Whether a criterion of the old version is this one of the new: by id, or by what either replaces."""
    return old.id == new.id or old.id in new.replaces or new.id in old.replaces
