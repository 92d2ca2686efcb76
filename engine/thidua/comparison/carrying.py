"""Which figures of two versions are one and the same, so that what was reported for one can be read for the other."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from thidua.comparison.lists import undoubted
from thidua.comparison.matching import Match
from thidua.model.figure import Figure
from thidua.model.scale import Criterion
from thidua.vocabulary import fold


class Owned(Struct, frozen=True):
    """A figure and the criterion that asks for it."""

    criterion: Criterion
    figure: Figure

    @property
    def local_id(self) -> str:
        """The figure's id without that of the part that it belongs to."""
        return self.figure.id.rpartition(".")[2]

    @property
    def owner(self) -> str:
        """The id of the part, or of the criterion where it has no parts."""
        return self.figure.id.rpartition(".")[0] or self.criterion.id

    @property
    def owner_name(self) -> str:
        """The name of the part, or of the criterion where it has no parts."""
        return self.figure.part or self.criterion.name


def carried_figures(match: Match) -> Mapping[tuple[str, str], Owned]:
    """By criterion and figure of ``match.new``, the figure of ``match.old`` that says the same.

    Both have the same id, kind and measure. Where several criteria became one, or one several, a figure is carried only
    if there is no doubt which it is: by the part's id, by its name (also inside a longer one), or because there is no
    other like it on either side.
    """
    old, new = _distinct(match.old), [Owned(each, figure) for each in match.new for figure in _own_figures(each)]
    found: dict[tuple[str, str], Owned] = {}
    alone = match.kind == "changed"
    for is_same in (_same_owner(alone), _same_name(alone), lambda before, after: True):
        pairs = [(before, after) for before in old for after in new if _agree(before, after) and is_same(before, after)]
        for before, after in undoubted(pairs):
            found[after.criterion.id, after.figure.id] = before
            old.remove(before)
            new.remove(after)
    return found


def namesake(match: Match, figure: Figure) -> Figure | None:
    """The figure by which the only criterion of ``match.old`` meant the same, though it measured it otherwise."""
    return match.old[0].figure(figure.id) if len(match.old) == 1 else None


def _own_figures(criterion: Criterion) -> tuple[Figure, ...]:
    return () if criterion.figures_from else criterion.figures


def _distinct(criteria: tuple[Criterion, ...]) -> list[Owned]:
    """The figures of these criteria, those that two of them share once."""
    found = {(each.reported_under, figure.id): Owned(each, figure) for each in criteria for figure in each.figures}
    return list(found.values())


def _agree(before: Owned, after: Owned) -> bool:
    one, other = before.figure, after.figure
    same_measure = one.kind == other.kind and fold(one.measure) == fold(other.measure)
    return before.local_id == after.local_id and same_measure


_Test = Callable[[Owned, Owned], bool]


def _same_owner(alone: bool) -> _Test:
    def test(before: Owned, after: Owned) -> bool:
        return before.owner == after.owner if _tells(before, after) else alone

    return test


def _same_name(alone: bool) -> _Test:
    def test(before: Owned, after: Owned) -> bool:
        one, other = fold(before.owner_name), fold(after.owner_name)
        return one in other or other in one if _tells(before, after) else alone

    return test


def _tells(before: Owned, after: Owned) -> bool:
    """Whether a part's id or name can tell which figure is meant. A criterion that took in others may keep its id."""
    return bool(before.figure.part or after.figure.part)
