"""One change between two versions: what it is about, and what each version says there."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

ChangeKind = Literal["added", "removed", "changed", "renumbered", "moved", "merged", "split"]
SubjectKind = Literal["scale", "section", "criterion", "rules", "rule", "tie_breaks", "awards"]

_MIRRORED: dict[ChangeKind, ChangeKind] = {
    "added": "removed",
    "removed": "added",
    "merged": "split",
    "split": "merged",
}


class Side(Struct, frozen=True):
    """What one version says: of which field (dotted, English), under which label (Vietnamese), as a value and in words.

    A value that is None is one that this version doesn't have; ``words`` say so. ``within``: the labels of what it is a
    part of, the largest first.
    """

    field: str
    label: str
    value: object
    words: str
    within: tuple[str, ...] = ()


class Difference(Struct, frozen=True):
    """What differs inside one thing; a side that is None has nothing of the kind.

    ``common``: the field without the names of parts that either version calls otherwise; empty: as the sides have it.
    """

    kind: ChangeKind
    old: Side | None
    new: Side | None
    common: str = ""

    @property
    def field(self) -> str:
        """The field as both versions have it: the same whichever is the newer."""
        return self.common or _told(self.old, self.new).field

    def inside(self, old: "Part", new: "Part", common: str) -> "Difference":
        """The same difference, told of a part of something larger, as either version and as both call that part."""
        return Difference(self.kind, _within(self.old, old), _within(self.new, new), f"{common}.{self.field}")


class Part(Struct, frozen=True):
    """A part of something larger: its field and its label."""

    field: str
    label: str


class Named(Struct, frozen=True):
    """What a version calls a thing."""

    id: str
    number: str
    name: str

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class Subject(Struct, frozen=True):
    """What a change is about, as each version calls it; None where a version has no such thing."""

    kind: SubjectKind
    old: Named | None
    new: Named | None

    @property
    def id(self) -> str:
        """Its id, in the new version where that has it."""
        named = self.new or self.old
        return named.id if named else ""


class Likely(Struct, frozen=True):
    """What the other version has under the same name and another id; ``alike``: with the same points or conditions."""

    named: Named
    alike: bool


class Change(Struct, frozen=True):
    """A difference and what it is about. ``likely``: of what came or went, what it likely was or became."""

    subject: Subject
    kind: ChangeKind
    old: Side | None
    new: Side | None
    common: str = ""
    likely: Likely | None = None

    @property
    def field(self) -> str:
        """The field as both versions have it: the same whichever is the newer."""
        return self.common or self.told.field

    @property
    def told(self) -> Side:
        """The new side where there is one."""
        return _told(self.old, self.new)


def changes_of(subject: Subject, differences: Iterable[Difference]) -> Iterator[Change]:
    """Differences as changes of their subject."""
    return (Change(subject, each.kind, each.old, each.new, each.field) for each in differences)


def mirrored(change: Change) -> Change:
    """The same change seen from the other version."""
    turned = Subject(change.subject.kind, change.subject.new, change.subject.old)
    return Change(turned, _MIRRORED.get(change.kind, change.kind), change.new, change.old, change.common, change.likely)


def lowered(text: str) -> str:
    """A label inside a line: its first letter small, unless a capital follows it."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _told(old: Side | None, new: Side | None) -> Side:
    told = new or old
    if told is None:
        raise ValueError("a change has at least one side")
    return told


def _within(side: Side | None, part: Part) -> Side | None:
    if side is None:
        return None
    field = f"{part.field}.{side.field}"
    if not side.label:
        return replace(side, field=field, label=part.label)
    return replace(side, field=field, within=(part.label, *side.within))
