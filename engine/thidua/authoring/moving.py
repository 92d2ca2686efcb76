"""Move a scale, rules or cases to another year: only the values concerned are changed.

Dates of laws and documents, clauses, notes and comments stay: where they name a year, that is told, to be looked at.
So does what criteria say that they replaced: a year is compared with any earlier one by it.
"""

from typing import Final

from msgspec import Struct

from thidua.authoring.replacing import Change, Replacing
from thidua.authoring.still_named import Named, set_still_named, years_still_named
from thidua.reading.dates import moved_by_years
from thidua.reading.years import with_named_year
from thidua.splicing.spans import Spanned, SpannedMapping, SpannedScalar, SpannedSequence, read_raw_spans, scalars_of
from thidua.vocabulary import fold, spellings_of_keys, spellings_of_words, word

_TOP: Final = spellings_of_keys(("id", "scale", "rule_set", "year", "data_from", "data_to", "state", "document"))
_NAMES: Final = spellings_of_keys(("name", "evidence_type", "evidence"))
_STATES: Final = spellings_of_words("state")


class Move(Struct, frozen=True):
    """From one id and year to another; a year that is None is not moved."""

    old_id: str
    new_id: str
    old_year: int | None
    new_year: int | None

    @property
    def old_set(self) -> str | None:
        """The set that is left; None where the new id is of the same one."""
        old, new = (each.partition("/")[0] for each in (self.old_id, self.new_id))
        return old if old != new else None

    @property
    def years(self) -> tuple[int, int] | None:
        """The two years; None where there is nothing to move."""
        return None if self.old_year is None or self.new_year is None else (self.old_year, self.new_year)


class Moved(Struct, frozen=True):
    """The new text, what was changed in it, and where it still names another year, or the set that it left."""

    text: str
    changes: tuple[Change, ...]
    to_look_at: Named
    old_set_named: Named = ()


def move(raw: str, kind: str, by: Move) -> Moved:
    """Move a file of a kind. ``raw``: its whole text as it stands, which has been read without an error."""
    root = read_raw_spans(raw)
    mover = _Mover(raw, by, frozenset(fold(each.text) for each in scalars_of(root)))
    if isinstance(root, SpannedMapping):
        mover.file(root, kind)
    text, changes = mover.replacing.text, mover.replacing.changes
    commented = frozenset(change.line for change in changes if change.kind == "comment")
    if kind not in ("scale", "rules"):
        return Moved(text, changes, ())
    years = years_still_named(text, by.new_year, commented)
    return Moved(text, changes, years, set_still_named(text, by.old_set, commented) if by.old_set else ())


class _Mover:
    """Goes through a file and takes note of what is to be replaced. ``said``: all that its texts say, folded."""

    def __init__(self, raw: str, by: Move, said: frozenset[str]) -> None:
        self.replacing = Replacing(raw)
        self.by = by
        self.said = said

    def file(self, root: SpannedMapping, kind: str) -> None:
        for index, (key, value) in enumerate(root.entries):
            identifier = _TOP.get(fold(key.text))
            if identifier == "document":
                note = f" # văn bản của {self.by.old_id}; ghi lại khi ban hành văn bản mới"
                self.replacing.comment_out(root, index, note)
            elif identifier is not None and isinstance(value, SpannedScalar):
                self.top(identifier, value)
            elif kind == "scale":
                self.inside(key, value)
            elif kind == "rules" and _NAMES.get(fold(key.text)) == "name":
                self.names(value)

    def top(self, identifier: str, value: SpannedScalar) -> None:
        text = value.text.strip()
        match identifier:
            case "id" | "scale" | "rule_set" if text == self.by.old_id:
                self.replacing.put(value, self.by.new_id)
            case "year" if self.by.years:
                self.replacing.put(value, str(self.by.years[1]))
            case "data_from" | "data_to" if self.by.years:
                old, new = self.by.years
                self.replacing.put(value, moved_by_years(text, new - old))
            case "state" if _STATES.get(fold(text)) not in (None, "assumed"):
                self.replacing.put(value, word("state", "draft"))

    def inside(self, key: SpannedScalar, value: Spanned) -> None:
        """Names that say the year, wherever they stand below a key."""
        if fold(key.text) in _NAMES:
            self.names(value)
        for each in value.items if isinstance(value, SpannedSequence) else (value,):
            if isinstance(each, SpannedMapping):
                for entry in each.entries:
                    self.inside(*entry)

    def names(self, value: Spanned) -> None:
        if self.by.years is None:
            return
        old, new = self.by.years
        for each in value.items if isinstance(value, SpannedSequence) else (value,):
            # Papers of two years side by side would become one and the same.
            if isinstance(each, SpannedScalar) and fold(with_named_year(each.text, old, new)) not in self.said:
                self.replacing.put_name(each, lambda written: with_named_year(written, old, new))
