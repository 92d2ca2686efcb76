"""Changes told once though many things have them: names that only moved to another year, and changes that are equal."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from thidua.comparison.change import Change, Named, lowered
from thidua.comparison.next_year import Years, is_only_next_year
from thidua.comparison.saying import capital
from thidua.reports.text_edits import edit_between
from thidua.reports.version_lines import line

_FEWEST = 2
_WHOLE = frozenset(("scale", "rules"))
_GROUPED = frozenset(("criterion", "rule"))
# What a whole annex shares. Points and conditions are told where they stand, however many are equal by chance.
_COMMON = frozenset(("evidence", "when_evidence_missing", "figures_supplier", "points_giver", "basis", "note"))


class Shared(Struct, frozen=True):
    """A line that stands for the same change of several things, and what these are called."""

    text: str
    of: tuple[str, ...]


class Grouped(Struct, frozen=True):
    """The changes that are told once, and all others.

    ``next_year``: documents, ``next_year_names``: other names, which are the same but for the year.
    """

    next_year: tuple[str, ...]
    next_year_names: tuple[str, ...]
    shared: tuple[Shared, ...]
    others: tuple[Change, ...]


def grouped(changes: Sequence[Change], years: Years) -> Grouped:
    """Take out what is told once. What is said of the whole version stays, also where it is just the next year."""
    moved = [each for each in changes if each.subject.kind not in _WHOLE and is_only_next_year(each, years)]
    papers = [each for each in moved if each.told.field.startswith("evidence.")]
    rest = _without(changes, moved)
    edited = _several(rest, _edit)
    rest = _without(rest, _all(edited))
    alike = _several(rest, line)
    rest = _without(rest, _all(alike))
    return Grouped(
        tuple(dict.fromkeys(each.told.words for each in papers)),
        tuple(f"{_called(each)}: {lowered(each.told.label)} {each.told.words}" for each in _without(moved, papers)),
        tuple(Shared(text, tuple(map(_called, found))) for text, found in (*edited.items(), *alike.items())),
        tuple(rest),
    )


def _several(changes: Sequence[Change], tell: Callable[[Change], str]) -> dict[str, list[Change]]:
    """The changes of what an annex shares that several have, by how they are told."""
    found: dict[str, list[Change]] = {}
    for each in changes:
        if each.subject.kind in _GROUPED and each.field.partition(".")[0] in _COMMON and tell(each):
            found.setdefault(tell(each), []).append(each)
    return {text: those for text, those in found.items() if len(those) >= _FEWEST}


def _all(found: dict[str, list[Change]]) -> list[Change]:
    return [each for those in found.values() for each in those]


def _without(changes: Sequence[Change], taken: Sequence[Change]) -> list[Change]:
    gone = set(map(id, taken))
    return [each for each in changes if id(each) not in gone]


def _edit(change: Change) -> str:
    """How the text of a basis was edited; empty where it was written anew."""
    if change.field != "basis" or change.old is None or change.new is None:
        return ""
    edit = edit_between(change.old.words, change.new.words)
    return f"{change.told.label}: {edit}" if edit and str(edit) else ""


def _called(change: Change) -> str:
    named = change.subject.new or change.subject.old or Named("", "", "")
    return named.number or named.id


def of_how_many(shared: Shared, what: str) -> str:
    """The line with what has it: ``… (7 tiêu chí: I.1, I.2 …)``."""
    return f"{capital(shared.text)} ({len(shared.of)} {what}: {', '.join(shared.of)})"
