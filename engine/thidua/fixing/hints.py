"""Hints that leave just one way, followed: the edits that a diagnostic brings with it."""

from collections.abc import Sequence
from typing import Any

from thidua.diagnostics import Diagnostic
from thidua.fixing.meaning import Meaning, meaning_of
from thidua.schemas.curly_quotes import without_curly_quotes
from thidua.splicing.edits import Lines


def with_hints_followed(text: str, codes: frozenset[int]) -> str:
    """The text with the edits of the diagnostics of these numbers, of those that put a line right and no other wrong.

    What comes to light only then (a line that the reader could not get to) is looked at as well.
    """
    before, after = None, text
    while after != before:
        before = after
        offers = [each for each in meaning_of(before).problems if each.code in codes and each.edits]
        after = _followed(before, offers)
    if after == text:
        return text
    first, last = meaning_of(text), meaning_of(after)
    return after if first.shaped is None or _keeps(first.data, last.data) else text  # half a list may be unreadable


def _followed(text: str, offers: Sequence[Diagnostic]) -> str:
    """The text with as many of the edits as do good: all of them, or those of either half."""
    after = Lines(text).with_edits(edit for each in offers for edit in each.edits)
    if after == text:
        return text
    if _is_better(meaning_of(text), meaning_of(after), offers):
        return after
    if len(offers) == 1:
        return text
    middle = len(offers) // 2
    return _followed(_followed(text, offers[:middle]), offers[middle:])


def _is_better(before: Meaning, after: Meaning, offers: Sequence[Diagnostic]) -> bool:
    """Whether the lines are in order now, those above too, and all data that there were are there still.

    Where the text could not be read, faults of data come to light on other lines, and may: they were there before.
    """
    edited = {edit.line for each in offers for edit in each.edits}
    old = {(each.place.line, each.code) for each in before.problems}
    new = {(each.place.line, each.code) for each in after.problems if each.place.line <= max(edited)}
    if any((each.place.line, each.code) in new for each in offers):
        return False
    brought = {(line, code) for line, code in new - old if after.shaped is None or before.shaped or line in edited}
    return not brought and (before.shaped is None or after.shaped is None or _keeps(before.data, after.data))


def _keeps(before: Any, after: Any) -> bool:
    """Whether all data of one text are in another, but for Word's quotes round a text; a missing one may have come."""
    match before:
        case None:
            return True
        case dict():
            return isinstance(after, dict) and all(_keeps(each, after.get(name)) for name, each in before.items())
        case list():
            pairs = zip(before, after, strict=False) if isinstance(after, list) else ()
            return isinstance(after, list) and len(before) <= len(after) and all(_keeps(*pair) for pair in pairs)
        case str():
            return bool(before == after or without_curly_quotes(before) == after)
        case _:
            return bool(before == after)
