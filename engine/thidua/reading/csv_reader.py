"""CSV texts to rows whose cells know where they stand."""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import clipped, others, plain_line_breaks, unwanted_characters

EMPTY_FILE = 103
WRONG_CELL_COUNT = 119
BAD_HEADING = 120
BROKEN_ROW = 121

# One quote left open can break every following row; after this many the file is not read further.
MAX_BROKEN_ROWS = 20
# Of rows with too few or too many cells, this many are shown and the others counted.
MAX_SHOWN_ROWS = 100
_QUOTE = '"'


class Row(NamedTuple):
    """The trimmed texts of one row. ``source`` is what the file has for it, ``line`` where that begins, from 1."""

    texts: list[str]
    line: int
    source: str
    delimiter: str

    def position(self, index: int) -> tuple[int, int]:
        """Line and column, from 1, where a cell begins; worked out only when asked for."""
        start = _cell_start(self.source, self.delimiter, index)
        before = self.source[:start]
        return self.line + before.count("\n"), start - before.rfind("\n")

    def place(self, index: int, shown: str) -> Place:
        """The place of a cell for a diagnostic."""
        return Place(shown, *self.position(index))


class CsvReading(Struct, frozen=True):
    """Each row has as many texts as ``header``; others are only in the diagnostics, and blank rows nowhere."""

    header: Row
    rows: list[Row]
    diagnostics: tuple[Diagnostic, ...]


def read_csv(text: str, shown: str, delimiter: str | None = None) -> CsvReading:
    """Read a table with a header row.

    Args:
        text: the file's text (see ``read_text``).
        shown: the path for places.
        delimiter: ``;``, ``,`` or a tab; None: the first of ``;``, tab, ``,`` that the header line has.
    """
    text = plain_line_breaks(text)
    sign = delimiter or _delimiter_of(text)
    unwanted = unwanted_characters(text, shown)
    if unwanted:
        return CsvReading(Row([], 1, "", sign), [], unwanted)
    problems: list[Diagnostic] = []
    rows = _rows(text, shown, sign, problems)
    header = next(rows, None)
    if header is None or problems:
        # After a first row that cannot be taken apart, the next one is no header.
        empty = () if problems else (diagnose(EMPTY_FILE, Place(shown)),)
        return CsvReading(Row([], 1, "", sign), [], (*problems, *empty))
    problems += _heading_problems(header, shown)
    fitting, unfitting = _sorted_out(rows, len(header.texts))
    problems += _count_problems(unfitting, len(header.texts), shown)
    return CsvReading(header, fitting, tuple(sorted(problems)))


def _delimiter_of(text: str) -> str:
    first = text.lstrip("\n").partition("\n")[0]
    return next((sign for sign in (";", "\t", ",") if sign in first), ";")


def _rows(text: str, shown: str, sign: str, problems: list[Diagnostic]) -> Iterator[Row]:
    """The rows that say something; a row that cannot be taken apart adds a problem and loses its first line."""
    lines = text.splitlines(keepends=True) if "\n" in text else [text]
    start = 0
    broken = 0
    while start < len(lines) and broken < MAX_BROKEN_ROWS:
        reader = csv.reader(lines[start:], delimiter=sign, strict=True)
        used = start
        try:
            for texts in reader:
                end = start + reader.line_num
                row = _row(texts, lines, used, end, sign)
                used = end
                if any(row.texts):
                    yield row
            return
        except csv.Error as error:
            several = reader.line_num > used - start + 1
            problems.append(_broken(str(error), several, Place(shown, used + 1)))
            broken += 1
            start = used + 1


def _row(texts: list[str], lines: list[str], start: int, end: int, sign: str) -> Row:
    source = lines[start] if end == start + 1 else "".join(lines[start:end])
    return Row([text.strip() for text in texts], start + 1, source, sign)


def _broken(complaint: str, several_lines: bool, place: Place) -> Diagnostic:
    if "limit" in complaint:
        return diagnose(BROKEN_ROW, place, fault="có một ô dài quá 131.072 ký tự", remedy=_SHORTEN)
    if several_lines or "unexpected end" in complaint:
        return diagnose(BROKEN_ROW, place, fault="có dấu ngoặc kép mở mà không đóng", remedy=_CLOSE)
    return diagnose(BROKEN_ROW, place, fault="có chữ sau dấu ngoặc kép đóng", remedy=_DOUBLE)


def _heading_problems(header: Row, shown: str) -> list[Diagnostic]:
    counts = Counter(header.texts)
    found: list[Diagnostic] = []
    for index, text in enumerate(header.texts):
        if not text:
            fault = f"Cột thứ {index + 1} không có tên"
        elif counts[text] > 1 and header.texts.index(text) != index:
            fault = f"Tên cột “{clipped(text)}” đã có ở cột thứ {header.texts.index(text) + 1}"
        else:
            continue
        found.append(diagnose(BAD_HEADING, header.place(index, shown), fault=fault))
    return found


def _sorted_out(rows: Iterator[Row], expected: int) -> tuple[list[Row], list[Row]]:
    """The rows with a cell for each heading, and the others; empty cells left over at a row's end are cut."""
    fitting: list[Row] = []
    unfitting: list[Row] = []
    for row in rows:
        if len(row.texts) == expected:
            fitting.append(row)
        elif len(row.texts) > expected and not any(row.texts[expected:]):
            fitting.append(row._replace(texts=row.texts[:expected]))
        else:
            unfitting.append(row)
    return fitting, unfitting


def _count_problems(rows: list[Row], expected: int, shown: str) -> Iterator[Diagnostic]:
    for number, row in enumerate(rows[:MAX_SHOWN_ROWS], 1):
        hidden = len(rows) - number if number == MAX_SHOWN_ROWS else 0
        yield diagnose(
            WRONG_CELL_COUNT,
            Place(shown, row.line),
            found=len(row.texts),
            expected=expected,
            more=others(hidden, "dòng"),
            text=clipped(row.source),
            sign=_name(row.delimiter),
        )


def _name(sign: str) -> str:
    return "phím Tab" if sign == "\t" else f"dấu “{sign}”"


def _cell_start(source: str, delimiter: str, index: int) -> int:
    """The index in the source where a cell begins, passing over delimiters in quotes."""
    start = 0
    for _ in range(index):
        start = _cell_end(source, delimiter, start) + 1
    return start


def _cell_end(source: str, delimiter: str, start: int) -> int:
    if source[start : start + 1] == _QUOTE:
        start += 1
        while (start := source.find(_QUOTE, start)) >= 0 and source[start + 1 : start + 2] == _QUOTE:
            start += 2
    end = source.find(delimiter, start) if start >= 0 else -1
    return end if end >= 0 else len(source)


_SHORTEN = "rút ngắn ô này, hoặc kiểm tra dấu ngoặc kép ở đầu ô"
_CLOSE = 'thêm dấu " ở cuối ô, hoặc bỏ dấu " ở đầu ô'
_DOUBLE = 'trong một ô có ngoặc kép, viết mỗi dấu " bên trong thành hai dấu ""'
