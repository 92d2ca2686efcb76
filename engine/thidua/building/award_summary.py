"""Read the award summary table of a report, and count it up: row by row, and all rows together."""

import re
from collections.abc import Iterator, Sequence

from thidua.building.outline_words import words_of
from thidua.model.award_table import AWARD_GROUPS
from thidua.model.award_table import AwardRow as AskedRow
from thidua.model.outline import AwardRow, AwardRowState
from thidua.reading.word import Table, WordDocument
from thidua.vocabulary import FORM_LISTS, word

_COLUMNS = ("award", "total", "collectives", "persons")
_HEADINGS = {words_of(term.vietnamese): term.identifier for term in FORM_LISTS["award_column"]}
_TOTAL = (("cong",), ("tong", "cong"), ("tong",))
_SMALL = frozenset(("cua", "cac", "hang", "ubnd"))
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_NOTHING = ("", "-", "–", "/")
SUM_NAME = "Cộng"
UNREADABLE = "unreadable"


def award_summary(document: WordDocument) -> tuple[AwardRow, ...] | None:
    """The rows that the table asks for, then its sum; None where the report has no such table."""
    for table in document.tables:
        columns = _columns(table)
        if columns:
            return _rows(table, *columns)
    return None


def _columns(table: Table) -> tuple[int, dict[str, int]] | None:
    """The row of headings and the columns by their identifiers."""
    for at, row in enumerate(table.rows[:3]):
        found = {_HEADINGS[words]: index for index, cell in enumerate(row) if (words := words_of(cell)) in _HEADINGS}
        if set(_COLUMNS) <= found.keys():
            return at, found
    return None


def _rows(table: Table, heading: int, columns: dict[str, int]) -> tuple[AwardRow, ...]:
    written = {_key(_cell(row, columns["award"])): row for row in reversed(table.rows[heading + 1 :])}
    asked = [row for group in AWARD_GROUPS for row in group.rows]
    found = [_row(each, written.get(_key(each.name)), columns) for each in asked]
    total = next((row for words, row in written.items() if words in _TOTAL or _is_sum(row, columns)), None)
    return (*found, *_sums(found, total, columns))


def _is_sum(row: Sequence[str], columns: dict[str, int]) -> bool:
    return any(words_of(cell) in _TOTAL for cell in row[: columns["total"]])


def _key(name: str) -> tuple[str, ...]:
    """The words by which an award is known: ``Cờ thi đua Chính phủ`` is ``Cờ thi đua của Chính phủ``."""
    return tuple(each for each in words_of(name) if each not in _SMALL)


def _row(asked: AskedRow, row: Sequence[str] | None, columns: dict[str, int]) -> AwardRow:
    if row is None:
        return AwardRow(asked.id, asked.name, "missing")
    counts = [_count(_cell(row, columns[name])) for name in _COLUMNS[1:]]
    if UNREADABLE in counts:
        return AwardRow(asked.id, asked.name, "unreadable")
    total, collectives, persons = (each if isinstance(each, int) else None for each in counts)
    counted = None if collectives is None and persons is None else (collectives or 0) + (persons or 0)
    wrong = bool(collectives and not asked.collectives) or bool(persons and not asked.persons)
    return AwardRow(asked.id, asked.name, _state(total, counted), total, collectives, persons, counted, wrong)


def _sums(rows: Sequence[AwardRow], row: Sequence[str] | None, columns: dict[str, int]) -> Iterator[AwardRow]:
    """The sum of each column against what stands in the last row; a column left blank there says nothing."""
    if row is None:
        yield AwardRow(None, SUM_NAME, "missing")
        return
    for name, column in zip(_COLUMNS[1:], zip(*map(_counts, rows), strict=True), strict=True):
        shown = f"{SUM_NAME} ({word('award_column', name)})"
        stated, counted = _count(_cell(row, columns[name])), sum(each or 0 for each in column)
        if stated == UNREADABLE or any(each.state == "unreadable" for each in rows):
            yield AwardRow(None, shown, "unreadable")
        elif isinstance(stated, int):
            yield AwardRow(None, shown, "agrees" if stated == counted else "differs", stated, counted=counted)


def _counts(row: AwardRow) -> tuple[int | None, int | None, int | None]:
    return (row.total if row.counted is None else row.counted), row.collectives, row.persons


def _state(total: int | None, counted: int | None) -> AwardRowState:
    """A total beside no counts can't be checked; blank all along is none given."""
    return "agrees" if (total or 0) == (counted or 0) else "differs"


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _count(text: str) -> int | str | None:
    """A count; None where nothing stands there; ``unreadable``."""
    if text in _NOTHING:
        return None
    return int(text.replace(".", "")) if _NUMBER.fullmatch(text) else UNREADABLE
