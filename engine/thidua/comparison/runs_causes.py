"""Why a criterion's result for a unit is another one: what differs in what it was made of."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, TypeVar

from msgspec import Struct

from thidua.comparison.runs import Run, RunCriterion
from thidua.model.dossier import EvidenceItem

CauseKind = Literal[
    "figure",
    "document",
    "verified",
    "agreed",
    "reply",
    "explanation",
    "self",
    "standard",
    "applicability",
    "dossier",
    "scale",
    "stage",
    "others",
    "program",
    "period",
    "edited",
    "unknown",
]
Value = Fraction | EvidenceItem | str | None
Entry = TypeVar("Entry")
_WITHOUT_EFFECT = ("self", "reply", "explanation")
_MOVES_OTHERS = ("figure", "document", "applicability")
_NOT_OF_THE_DOSSIER = ("verified", "agreed", "standard")


class Cause(Struct, frozen=True):
    """One thing that differs, before and after; None where it is not there.

    ``figure``: the id of a figure. ``others``: the units of the cluster whose own figures or documents changed in the
    same criterion, on which these points depend. ``dossier``: the unit's can be read on one side only, so that all it
    says is there or is not; ``unknown``: an older program did not save what it was made of; ``edited``: both results
    were made of the same by the same program, so that they can differ only where a file was edited.
    """

    kind: CauseKind
    old: Value = None
    new: Value = None
    figure: str = ""
    others: tuple[str, ...] = ()


class Causes:
    """Why results differ between two runs. Whose changes move the others is looked up once for the whole cluster."""

    def __init__(self, old: Run, new: Run) -> None:
        self.old, self.new = old, new
        self.movers: dict[str, list[str]] = {}
        sides = [{(unit.id, each.id): each for unit in run.units for each in unit.criteria} for run in (old, new)]
        for unit, criterion in dict.fromkeys((*sides[1], *sides[0])):
            if _moves_others(*(side.get((unit, criterion)) for side in sides)):
                self.movers.setdefault(criterion, []).append(unit)

    def of(self, unit: str, before: RunCriterion, after: RunCriterion) -> tuple[Cause, ...]:
        """All that differs in what a criterion's result was made of for a unit; what lies outside it only where the
        points or the status changed though nothing of its own did."""
        own = tuple(_own(before, after))
        is_same = _result(before) == _result(after)
        if dossier := self._dossier(unit):
            from_source = "pending_source" in (before.status, after.status)
            kinds = (*_NOT_OF_THE_DOSSIER, "figure") if from_source else _NOT_OF_THE_DOSSIER
            return () if is_same and not own else (*(each for each in own if each.kind in kinds), dossier)
        if is_same or any(each.kind not in _WITHOUT_EFFECT for each in own):
            return own
        return (*own, self._from_outside(unit, before, after))

    def of_versions(self) -> Cause:
        """What can have added or removed a criterion, or changed what it weighs."""
        old, new = self.old, self.new
        if old.scale != new.scale:
            before, after = (run.scale.hash if run.scale else None for run in (old, new))
            return Cause("scale", before, after)
        return Cause("edited") if old.program == new.program else Cause("program", old.program, new.program)

    def _dossier(self, unit: str) -> Cause | None:
        """That the unit's dossier is there, or can be read, on one side only."""
        before, after = _state(self.old, unit), _state(self.new, unit)
        return None if before == after else Cause("dossier", before, after)

    def _from_outside(self, unit: str, before: RunCriterion, after: RunCriterion) -> Cause:
        """The nearest thing outside a unit's own row that can have changed its points."""
        old, new = self.old, self.new
        if old.scale != new.scale:
            return self.of_versions()
        if old.stage != new.stage and "not_reported" in (before.status, after.status):
            return Cause("stage", old.stage, new.stage)
        if before.figures is None or after.figures is None:
            return Cause("unknown")
        if others := tuple(each for each in self.movers.get(after.id, ()) if each != unit):
            return Cause("others", others=others)
        if old.program == new.program and old.period.hash != new.period.hash:
            return Cause("period", old.period.hash, new.period.hash)
        return self.of_versions()


def _own(before: RunCriterion, after: RunCriterion) -> Iterator[Cause]:
    yield from _figures(before, after)
    yield from _documents(before, after)
    points: tuple[tuple[CauseKind, Fraction | None, Fraction | None], ...] = (
        ("verified", before.verified, after.verified),
        ("agreed", before.agreed, after.agreed),
        ("self", before.self_points, after.self_points),
        ("standard", before.standard, after.standard),
    )
    yield from (Cause(kind, was, now) for kind, was, now in points if was != now)
    if (before.status == "not_applicable") != (after.status == "not_applicable"):
        yield Cause("applicability", before.status, after.status)
    if before.figures is not None and after.figures is not None:
        if before.unit_reply != after.unit_reply:
            yield Cause("reply", before.unit_reply, after.unit_reply)
        if before.unit_explanation != after.unit_explanation:
            yield Cause("explanation", before.unit_explanation, after.unit_explanation)


def _figures(before: RunCriterion, after: RunCriterion) -> Iterator[Cause]:
    if before.figures is None or after.figures is None:
        return
    for figure in sorted({*before.figures, *after.figures}, key=[*after.figures, *before.figures].index):
        was, now = before.figures.get(figure), after.figures.get(figure)
        if was != now:
            yield Cause("figure", was, now, figure)


def _documents(before: RunCriterion, after: RunCriterion) -> Iterator[Cause]:
    """Documents that are there on one side only. The only two of a kind are one document that was put right."""
    if before.documents is None or after.documents is None:
        return
    gone, come = without_equals(before.documents, after.documents)
    for item in [*gone]:
        twins = [each for each in come if each.type == item.type]
        if len(twins) == 1 and [each.type for each in gone].count(item.type) == 1:
            yield Cause("document", item, twins[0])
            gone.remove(item)
            come.remove(twins[0])
    yield from (Cause("document", item, None) for item in gone)
    yield from (Cause("document", None, item) for item in come)


def _moves_others(before: RunCriterion | None, after: RunCriterion | None) -> bool:
    """Whether what a unit has in a criterion counts otherwise than before for those that are measured by it."""
    if before is None or after is None:
        return True
    return any(each.kind in _MOVES_OTHERS for each in _own(before, after))


def _result(found: RunCriterion) -> tuple[object, ...]:
    return found.points, found.status, found.least, found.most


def _state(run: Run, unit: str) -> str:
    found = run.unit(unit)
    return found.state if found else ""


def without_equals(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What is on one side only; of equal entries each takes away one on the other side."""
    gone, come = list(old), list(new)
    for each in old:
        if each in come:
            come.remove(each)
            gone.remove(each)
    return gone, come
