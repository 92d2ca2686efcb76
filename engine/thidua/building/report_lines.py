"""A report's paragraphs as lines that can be held against the headings of an outline."""

from msgspec import Struct

from thidua.building.outline_words import Labelled, without_label, words_of
from thidua.reading.word import Paragraph, Table, WordDocument

_END = ("noi", "nhan")
_CONTENTS = ("toc", "table of contents", "mục lục")
_LONGEST_HEADING = 80


class Line(Struct, frozen=True):
    """A paragraph with text, or a table (without words). ``is_heading``: it looks like one; ``text``: as it stands."""

    number: str
    words: tuple[str, ...]
    is_heading: bool
    is_table: bool = False


def report_lines(document: WordDocument) -> list[Line]:
    """The lines up to the recipients at the end; without the table of contents and blank paragraphs.

    A line that is only a number (``PHẦN THỨ NHẤT``) belongs to the next.
    """
    lines: list[Line] = []
    before: Labelled | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            lines.extend([Line("", (), False, True)] if _is_filled(block) else [])
            continue
        if not block.text or block.style.casefold().startswith(_CONTENTS):
            continue
        found = without_label(block.text)
        words = words_of(found.rest)
        if words[:2] == _END and len(words) <= 3:
            break
        if not words:
            before = found if found.number else before
            continue
        number = found.number or (before.number if before else "")
        lines.append(Line(number, words, _looks_like_heading(block, found, words)))
        before = None
    return lines


def _is_filled(table: Table) -> bool:
    return any(words_of(cell) for row in table.rows for cell in row)


def _looks_like_heading(block: Paragraph, found: Labelled, words: tuple[str, ...]) -> bool:
    marked = block.level is not None or block.is_bold or block.is_listed or bool(found.number) or found.has_bullet
    return marked and len(words) <= _LONGEST_HEADING
