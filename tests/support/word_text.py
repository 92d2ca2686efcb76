"""What stands on a Word paper, as text: paragraphs and tables in their order, running heads and feet once a section."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.section import Section
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(data: bytes) -> WordDocument:
    return Document(BytesIO(data))


def word_text(data: bytes) -> str:
    """Sections between lines of ``=``; a row of a table between bars; dots to write on as ``....``."""
    document = opened(data)
    parts = []
    for section in document.sections:
        orientation = "ngang" if section.orientation else "dọc"
        parts.append("\n".join([f"===== A4 {orientation}", *_running(section), *_content(section)]))
    return "\n".join(parts) + "\n"


def _running(section: Section) -> Iterator[str]:
    for name in ("first_page_header", "header", "first_page_footer", "footer"):
        text = " / ".join(each.text for each in getattr(section, name).paragraphs)
        yield f"[{name}: {text}]"


def _content(section: Section) -> Iterator[str]:
    for block in section.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        elif block.text:
            yield _text(block)


def _text(paragraph: Paragraph) -> str:
    return paragraph.text.replace("\t", "....")


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        seen: list[object] = []
        cells = []
        for cell in row.cells:
            if cell._tc not in seen:
                seen.append(cell._tc)
                cells.append(" / ".join(_text(each) for each in cell.paragraphs if each.text))
        yield f"| {' | '.join(cells)} |"
