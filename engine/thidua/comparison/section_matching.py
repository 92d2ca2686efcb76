"""Which sections of two versions are the same, though a section may have another id, number or name."""

from msgspec import Struct

from thidua.comparison.lists import undoubted
from thidua.comparison.matching import same
from thidua.model.scale import Scale, Section
from thidua.reading.years import without_years
from thidua.vocabulary import fold


class SectionPair(Struct, frozen=True):
    """A section as either version has it; None where one has no such section."""

    old: Section | None
    new: Section | None

    @property
    def ids(self) -> tuple[str | None, str | None]:
        """Its id in either version."""
        return self.old.id if self.old else None, self.new.id if self.new else None

    @property
    def told(self) -> Section:
        """The section as the new version has it where it does."""
        told = self.new or self.old
        if told is None:
            raise ValueError("a pair has at least one section")
        return told


def match_sections(old: Scale, new: Scale) -> tuple[SectionPair, ...]:
    """All sections of both versions, each in one pair; in the new document's order, then what was removed.

    A section is the same by its id with its name; otherwise by what it holds: where most criteria of either are the
    other's; otherwise by its id, by its number with its name, by its name. Which is the newer does not matter, nor
    where the sections stand.
    """
    partner: dict[int, Section] = {}
    left, right = list(old.sections), list(new.sections)
    for is_same in (_same_id_and_name, _Holding(old, new), _same_id, _same_number_and_name, _same_name):
        pairs = [(one, other) for one in left for other in right if is_same(one, other)]
        for one, other in undoubted(pairs):
            partner[id(other)] = one
            left.remove(one)
            right.remove(other)
    stayed = (SectionPair(partner.get(id(each)), each) for each in new.sections)
    return (*stayed, *(SectionPair(each, None) for each in left))


class SectionOf:
    """The pair that the section of a criterion belongs to, by the criterion's id in the old or the new version."""

    def __init__(self, pairs: tuple[SectionPair, ...]) -> None:
        self.old = {each.id: pair for pair in pairs for each in (pair.old.criteria if pair.old else ())}
        self.new = {each.id: pair for pair in pairs for each in (pair.new.criteria if pair.new else ())}


class _Holding:
    """Whether most of the criteria of either section are the other's."""

    def __init__(self, old: Scale, new: Scale) -> None:
        self._same = {(one.id, other.id) for one, other in same(old.criteria, new.criteria)}

    def __call__(self, old: Section, new: Section) -> bool:
        pairs = [
            (one.id, other.id) for one in old.criteria for other in new.criteria if (one.id, other.id) in self._same
        ]
        kept = len({one for one, _ in pairs}), len({other for _, other in pairs})
        return 2 * kept[0] > len(old.criteria) and 2 * kept[1] > len(new.criteria)


def _same_id_and_name(old: Section, new: Section) -> bool:
    return _same_id(old, new) and _same_name(old, new)


def _same_id(old: Section, new: Section) -> bool:
    return old.id == new.id


def _same_number_and_name(old: Section, new: Section) -> bool:
    return old.number == new.number and _same_name(old, new)


def _same_name(old: Section, new: Section) -> bool:
    return fold(without_years(old.name)) == fold(without_years(new.name))
