"""What to tell of a Word file that was read: changes still tracked, remarks still in the margin."""

from collections.abc import Iterator, Sequence
from datetime import date

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import clipped
from thidua.reading.word.model import TrackedChange, WordDocument

TRACKED_CHANGES = 496
REMARKS = 497
_MOST_LISTED = 5


def remarks_on(document: WordDocument, shown: str) -> Iterator[Diagnostic]:
    """One diagnostic for the changes, those of numbers first, and one for the remarks."""
    place = Place(shown)
    if document.changes:
        ordered = sorted(document.changes, key=lambda each: not each.changes_number)
        listed = _listed([f"{change_words(each)} ({_who(each.author, each.on)})" for each in ordered])
        yield diagnose(TRACKED_CHANGES, place, count=len(ordered), listed=listed)
    if document.comments:
        told = [f"“{clipped(each.text)}” ({_who(each.author, each.on)})" for each in document.comments]
        yield diagnose(REMARKS, place, count=len(told), listed=_listed(told))


def change_words(change: TrackedChange) -> str:
    """``“18” thành “19,5”``."""
    old, new = clipped(change.old), clipped(change.new)
    if not new:
        return f"bỏ “{old}”"
    return f"“{old}” thành “{new}”" if old else f"thêm “{new}”"


def _who(author: str, on: date | None) -> str:
    who = author or "không rõ người"
    return f"{who}, {on:%d/%m/%Y}" if on else who


def _listed(told: Sequence[str]) -> str:
    more = len(told) - _MOST_LISTED
    return "; ".join(told[:_MOST_LISTED]) + (f"; và {more} chỗ khác" if more > 0 else "")
