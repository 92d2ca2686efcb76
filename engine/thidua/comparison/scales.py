"""Everything that differs between two versions of a scale."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.comparison.change import Change, Difference, Named, Side, Subject, changes_of
from thidua.comparison.criteria import compare_criteria, named, with_points
from thidua.comparison.fields import Field, compare_fields, field
from thidua.comparison.likely_same import with_likely_same
from thidua.comparison.lists import Listing, compare_list, compare_order
from thidua.comparison.matching import match_criteria, same, stayed
from thidua.comparison.saying import capital, day, number, of_list, percent, plain, points, quoted, yes_no
from thidua.comparison.section_matching import SectionOf, SectionPair, match_sections
from thidua.model.scale import Criterion, Document, Scale, Section
from thidua.vocabulary import key


def _document(document: Document) -> str:
    subject = f" {quoted(document.subject)}" if document.subject else ""
    return f"{document.number} {key('document_date')} {day(document.dated)} của {document.issuer}{subject}"


SCALE: tuple[Field, ...] = (
    field("id", plain),
    field("name", quoted),
    field("state", of_list("state")),
    field("caution", quoted, absent="không có"),
    field("outline_after", quoted, absent="không có"),
    field("document", _document, absent="không có"),
    field("year", plain, absent="không ghi"),
    field("data_from", day, absent="không ghi"),
    field("data_to", day, absent="không ghi"),
    field("total_points", points),
    field("bonus_inside_section", yes_no),
    field("total_bonus_cap", points),
    field("total_penalty_cap", points),
    field("rounding", lambda places: f"{places} chữ số thập phân"),
    field("rounding_at", of_list("rounding_at")),
    field("not_applicable_mode", of_list("not_applicable_mode")),
)
SECTION: tuple[Field, ...] = (
    field("id", plain, f"{capital(key('id'))} {key('sections')}"),
    field("number", plain, kind="renumbered"),
    field("name", quoted),
    field("standard_points", points),
    field("weight", number),
    field("bonus_cap", points),
    field("penalty_cap", points),
)
PIECE = "regrouped"
"""The field of what a split adds or a merger removes: a criterion with one on the other side, not field by field."""
CLASSES = Listing(
    "classes",
    "Loại",
    (lambda each: each.name,),
    lambda each: str(each.name),
    lambda each: quoted(each.name),
    lambda each: f"{quoted(each.name)} {key('from_edge')} {percent(each.least_share)} tổng điểm",
    lambda old, new: compare_fields((field("least_share", percent, capital(key("from_edge"))),), old, new),
)


def compare_scales(old: Scale, new: Scale) -> tuple[Change, ...]:
    """All changes, in the order of the new document, what was removed after what stayed; none for equal scales."""
    whole = Subject("scale", Named(old.id, "", old.name), Named(new.id, "", new.name))
    changes = (
        *changes_of(whole, compare_fields(SCALE, old, new)),
        *changes_of(whole, compare_list(CLASSES, old.classes, new.classes)),
        *_sections(whole, old, new),
    )
    return with_likely_same(changes)


def _sections(whole: Subject, old: Scale, new: Scale) -> Iterator[Change]:
    pairs = match_sections(old, new)
    comparison = _Criteria(old, new, pairs)
    for pair in pairs:
        before, after = pair.old, pair.new
        subject = Subject("section", _named(before), _named(after))
        if before is None and after is not None:
            yield Change(subject, "added", None, Side("", "Nội dung", after, _say(after)))
        elif after is None and before is not None:
            yield Change(subject, "removed", Side("", "Nội dung", before, _say(before)), None)
        elif before is not None and after is not None:
            yield from changes_of(subject, compare_fields(SECTION, before, after))
            yield from changes_of(subject, comparison.order(before, after))
        yield from comparison.of_section(before, after)
    stayed = [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    lists = old.sections, new.sections
    order = compare_order("sections.order", capital(key("sections")), stayed, lists, lambda each: each.name)
    yield from changes_of(whole, order)


def _named(section: Section | None) -> Named | None:
    return Named(section.id, section.number, section.name) if section else None


def _say(section: Section) -> str:
    return f"{section.number} {section.name} ({points(section.standard_points)})"


class _Criteria:
    """The criteria of two versions, matched."""

    def __init__(self, old: Scale, new: Scale, sections: tuple[SectionPair, ...]) -> None:
        self.scales = (old, new)
        self.same = same(old.criteria, new.criteria)
        self.pairs = [pair for match in match_criteria(old, new) for pair in stayed(match)]
        self.section_of = SectionOf(sections)

    def of_section(self, old: Section | None, new: Section | None) -> Iterator[Change]:
        """The changes of the criteria that the new version has in this section, and of those that it lost from it."""
        for after in new.criteria if new else ():
            yield from self._of_new(after)
        for before in old.criteria if old else ():
            yield from self._of_old(before)

    def order(self, old: Section, new: Section) -> Iterator[Difference]:
        """That the criteria that stayed in a section stand in another order."""
        stayed = [
            (before, after)
            for after in new.criteria
            for before, other in self.pairs
            if other is after and self.section_of.old[before.id].old is old
        ]
        lists = old.criteria, new.criteria
        return compare_order("criteria.order", capital(key("criteria")), stayed, lists, lambda each: each.name)

    def _of_new(self, after: Criterion) -> Iterator[Change]:
        before = next((old for old, new in self.pairs if new is after), None)
        subject = Subject("criterion", named(before) if before else None, named(after))
        origins = [old for old, new in self.same if new is after]
        if not origins:
            yield Change(subject, "added", None, _whole(after))
        if len(origins) > 1:
            yield Change(subject, "merged", _several(origins), _whole(after))
        if before is None:
            yield from (Change(subject, "added", None, _piece(after, origin)) for origin in _only(origins))
            return
        pairs = self.section_of.old[before.id], self.section_of.new[after.id]
        if pairs[0] is not pairs[1]:
            yield Change(subject, "moved", *section_sides(pairs[0].old, pairs[1].new))
        yield from changes_of(subject, compare_criteria(before, after, self.scales))

    def _of_old(self, before: Criterion) -> Iterator[Change]:
        after = next((new for old, new in self.pairs if old is before), None)
        subject = Subject("criterion", named(before), named(after) if after else None)
        successors = [new for old, new in self.same if old is before]
        if not successors:
            yield Change(subject, "removed", _whole(before), None)
        if len(successors) > 1:
            yield Change(subject, "split", _whole(before), _several(successors))
        if after is None:
            yield from (Change(subject, "removed", _piece(before, whole), None) for whole in _only(successors))


def _whole(criterion: Criterion) -> Side:
    return Side("", "Tiêu chí", criterion, with_points(criterion))


def _only(criteria: list[Criterion]) -> list[Criterion]:
    """The only one; none where there are several, for those are told where they were merged or split."""
    return criteria if len(criteria) == 1 else []


def _piece(criterion: Criterion, whole: Criterion) -> Side:
    """A criterion that was made of another, or went into another, and that nothing can be compared with."""
    return Side(PIECE, "Tiêu chí", criterion, f"{with_points(criterion)}, một phần của {named(whole)}")


def _several(criteria: list[Criterion]) -> Side:
    ids = tuple(each.id for each in criteria)
    total = sum((each.standard_points for each in criteria), Fraction(0))
    return Side("", "Tiêu chí", ids, f"{'; '.join(map(with_points, criteria))}; cộng {points(total)}")


def section_sides(old: Section | None, new: Section | None) -> tuple[Side, Side]:
    """Where a criterion stood and where it stands; by name too where both have the same number."""
    if old is None or new is None:
        raise ValueError("what moved stands in a section of either version")
    named = old.number == new.number
    before, after = (
        Side("section", capital(key("sections")), each.id, _call(each, named=named)) for each in (old, new)
    )
    return before, after


def _call(section: Section, *, named: bool) -> str:
    called = f"{key('sections')} {section.number}"
    return f"{called} {quoted(section.name)}" if named else called
