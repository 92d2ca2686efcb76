"""What only one version has and what only the other has, of the same name: likely one thing whose id was changed."""

from collections.abc import Sequence

from msgspec.structs import replace

from thidua.comparison.change import Change, Likely, Named
from thidua.comparison.lists import undoubted
from thidua.model.rules import Rule
from thidua.model.scale import Criterion
from thidua.reading.years import without_years
from thidua.vocabulary import fold


def with_likely_same(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes; each whole thing that came or went with the one that it likely was or became.

    Only where there is no doubt which: of several of one name none is proposed.
    """
    whole = [each for each in changes if each.kind in ("added", "removed") and not each.field and _is_thing(each)]
    gone = [each for each in whole if each.kind == "removed"]
    come = [each for each in whole if each.kind == "added"]
    pairs = [(one, other) for one in gone for other in come if _name(one) == _name(other)]
    likely = {}
    for one, other in undoubted(pairs):
        alike = _scored(one.told.value) == _scored(other.told.value)
        likely[id(one)] = Likely(_named(other), alike)
        likely[id(other)] = Likely(_named(one), alike)
    return tuple(replace(each, likely=likely[id(each)]) if id(each) in likely else each for each in changes)


def _is_thing(change: Change) -> bool:
    return isinstance(change.told.value, Criterion | Rule)


def _name(change: Change) -> tuple[str, str]:
    return change.subject.kind, fold(without_years(_named(change).name))


def _named(change: Change) -> Named:
    named = change.subject.new or change.subject.old
    if named is None:
        raise ValueError("a change is about something")
    return named


def _scored(thing: object) -> object:
    """What decides the points of a criterion, or when a rule says what."""
    match thing:
        case Criterion():
            return thing.standard_points, thing.bonus_cap, thing.method, thing.terms
        case Rule():
            return thing.conditions, thing.action
        case _:
            raise TypeError(f"neither a criterion nor a rule: {thing!r}")
