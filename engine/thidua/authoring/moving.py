"""Move a scale, rules or cases to another year: only the values concerned are changed.

Dates of laws and documents, clauses, notes and comments stay: where they name a year, that is told, to be looked at.
"""

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from thidua.authoring.lines import Change, Lines
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.vocabulary import fold, spellings_of_keys, spellings_of_words, word

COMMENT: Final = "lời chú"

_TOP: Final = spellings_of_keys(("id", "scale", "rule_set", "year", "data_from", "data_to", "state", "document"))
_ANYWHERE: Final = spellings_of_keys(("name", "evidence_type", "evidence", "replaces"))
_TOP_NAMES: Final = spellings_of_keys(("name",))


class Move(Struct, frozen=True):
    """From one id and year to another; a year that is None is not moved."""

    old_id: str
    new_id: str
    old_year: int | None
    new_year: int | None

    @property
    def years(self) -> tuple[int, int] | None:
        """The two years; None where there is nothing to move."""
        return None if self.old_year is None or self.new_year is None else (self.old_year, self.new_year)


class Moved(Struct, frozen=True):
    """The new text, what was changed in it, and what still names a year: a key (or ``COMMENT``) and its lines."""

    text: str
    changes: tuple[Change, ...]
    to_look_at: tuple[tuple[str, tuple[int, ...]], ...]


def move(text: str, root: Mapping, kind: Literal["scale", "rules", "cases", "rule_cases"], by: Move) -> Moved:
    """Move a file. ``text`` is the file as it is; ``root`` what was read from it."""
    lines = Lines(text, root)
    for name, value in root.entries:
        _move_top(lines, _TOP.get(fold(name.text)), name, value, by)
    if kind == "scale":
        _move_inside(lines, root, by)
    elif kind == "rules":
        for name, value in root.entries:
            if fold(name.text) in _TOP_NAMES and isinstance(value, Scalar) and by.years:
                lines.put_years_named(value, *by.years)
    return Moved(lines.text, lines.changes, tuple(_to_look_at(lines, root, by)) if kind in ("scale", "rules") else ())


def _move_top(lines: Lines, identifier: str | None, name: Scalar, value: Node, by: Move) -> None:
    match identifier, value:
        case (("id" | "scale" | "rule_set"), Scalar(text)) if text == by.old_id:
            lines.put(value, by.old_id, by.new_id)
        case (("year" | "data_from" | "data_to"), Scalar()) if by.years:
            lines.put_year(value, *by.years)
            if identifier != "year":
                _keep_in_calendar(lines, value, by.years[1])
        case "state", Scalar(text) if spellings_of_words("state").get(fold(text)) not in (None, "assumed"):
            lines.put(value, text, word("state", "draft"))
        case "document", _:
            lines.comment_out(name, f" # văn bản của {by.old_id}; ghi lại khi ban hành văn bản mới")


def _keep_in_calendar(lines: Lines, value: Scalar, year: int) -> None:
    """The last of February, where the other year had one day more."""
    if year % 4 or (year % 100 == 0 and year % 400):
        lines.put(value, "29/02/", "28/02/")
        lines.put(value, "-02-29", "-02-28")


def _move_inside(lines: Lines, node: Node, by: Move) -> None:
    match node:
        case Mapping(entries):
            for name, value in entries:
                _move_entry(lines, _ANYWHERE.get(fold(name.text)), name, value, by)
                _move_inside(lines, value, by)
        case Sequence(items):
            for item in items:
                _move_inside(lines, item, by)
        case _:
            return


def _move_entry(lines: Lines, identifier: str | None, name: Scalar, value: Node, by: Move) -> None:
    if identifier == "replaces":
        lines.comment_out(name, f" # đã thay thế ở {by.old_id}")
    elif identifier is not None and by.years:
        named = [value] if isinstance(value, Scalar) else value.items if isinstance(value, Sequence) else []
        for each in named:
            if isinstance(each, Scalar):
                lines.put_years_named(each, *by.years)


def _to_look_at(lines: Lines, root: Mapping, by: Move) -> Iterator[tuple[str, tuple[int, ...]]]:
    keys = dict(_keys_by_line(root))
    told = {change.line for change in lines.changes if change.is_comment_now}
    found: dict[str, list[int]] = {}
    for line, years in lines.years().items():
        others = [year for year in years if year != str(by.new_year)]
        if not others or line in told:
            continue
        if all(lines.is_comment(line, year) for year in others):
            found.setdefault(COMMENT, []).append(line)
        else:
            # What began on a line before may go on here.
            name = keys[max((each for each in keys if each <= line), default=min(keys))]
            if name:
                found.setdefault(name, []).append(line)
    return ((name, tuple(found[name])) for name in sorted(found, key=lambda name: found[name]))


def _keys_by_line(node: Node) -> Iterator[tuple[int, str]]:
    """The key of each line; empty where its value is a plain number, which is no year."""
    match node:
        case Mapping(entries):
            for name, value in entries:
                is_number = isinstance(value, Scalar) and value.text.isdigit()
                yield name.line, "" if is_number else name.text
                yield from _keys_by_line(value)
        case Sequence(items):
            for item in items:
                yield from _keys_by_line(item)
        case _:
            return
