"""Read the body of a Word file piece by piece: tracked changes accepted and noted, field codes and twins left out."""

from collections.abc import Mapping
from unicodedata import normalize

from msgspec import Struct, field

from thidua.reading.office.package import Package
from thidua.reading.office.xml import Attributes, parse_xml
from thidua.reading.word.model import Paragraph, Table, TrackedChange, WordComment, WordDocument
from thidua.reading.word.names import FALLBACK, day_of, is_on, plain, whole, word_name
from thidua.reading.word.revisions import Piece, accepted, changes
from thidua.reading.word.styles import Style, read_styles

_COMMENTS = "word/comments.xml"
MOST_PARAGRAPHS = 50_000
_MOST_SPANNED = 100
_ADDED, _STRUCK = ("ins", "moveTo"), ("del", "moveFrom")
_MARKS: Mapping[str, str] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_body(package: Package, part: str) -> WordDocument:
    """The document in a package. Raises PackageError and the errors of ``xml``."""
    collector = _Collector(package, read_styles(package))
    parse_xml(package.chunks(part), collector.start, collector.end, collector.text)
    collector.close_what_goes_on()
    comments = _Comments()
    if _COMMENTS in package:
        parse_xml(package.chunks(_COMMENTS), comments.start, comments.end, comments.text)
    return WordDocument(collector.blocks, collector.changes, comments.found)


class _OpenParagraph(Struct):
    """A paragraph while it is read. ``goes_on``: its end was struck out, so the next one belongs to it."""

    pieces: list[Piece] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    listed: bool = False
    bold: bool = True
    goes_on: bool = False


class _OpenTable(Struct):
    """A table while it is read; ``struck_row`` and ``hidden_cell``: what is left out of it."""

    table: Table
    cells: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    span: int = 1
    struck_row: bool = False
    hidden_cell: bool = False


class _Collector:
    """Gathers blocks; ``path`` are the open elements of Word's own, ``skipping`` counts those that are passed over."""

    def __init__(self, package: Package, styles: Mapping[str, Style]) -> None:
        self.package = package
        self.styles = styles
        self.blocks: list[Paragraph | Table] = []
        self.changes: list[TrackedChange] = []
        self.path: list[str] = []
        self.skipping = 0
        self.paragraphs: list[_OpenParagraph] = []
        self.tables: list[_OpenTable] = []
        self.revisions: list[Piece] = []
        self.run_bold: bool | None = None
        self.going_on: _OpenParagraph | None = None
        self.count = 0
        self.table_count = 0

    def start(self, name: str, attributes: Attributes) -> None:
        known = word_name(name)
        self.path.append(known)
        if self.skipping or known == FALLBACK or known.endswith("Change"):
            self.skipping += 1
            return
        found = plain(attributes)
        match known:
            case "p":
                self.open_paragraph()
            case "tbl":
                self.table_count += 1
                self.tables.append(_OpenTable(Table(self.table_count)))
            case "r":
                self.run_bold = None
            case "ins" | "moveTo" | "del" | "moveFrom":
                self.revision(known, found)
            case _:
                self.property(known, found)

    def end(self, name: str) -> None:
        known = self.path.pop()
        if self.skipping:
            self.skipping -= 1
            return
        match known:
            case "p":
                self.close_paragraph()
            case "tc":
                self.close_cell()
            case "tr":
                self.close_row()
            case "tbl":
                self.close_table()
            case "ins" | "moveTo" | "del" | "moveFrom" if self.revisions and not self.in_properties():
                self.revisions.pop()

    def text(self, data: str) -> None:
        if not self.skipping and self.path and self.path[-1] in ("t", "delText"):
            self.add(data)

    def add(self, data: str) -> None:
        if not self.paragraphs:
            return
        paragraph = self.paragraphs[-1]
        revision = self.revisions[-1] if self.revisions else Piece("kept", "")
        paragraph.pieces.append(Piece(revision.kind, data, revision.author, revision.on))
        if data.strip() and revision.kind != "struck":
            style = self.styles.get(paragraph.style)
            by_style = bool(style and style.bold)
            paragraph.bold = paragraph.bold and (by_style if self.run_bold is None else self.run_bold)

    def revision(self, known: str, found: Mapping[str, str]) -> None:
        """Text added or struck out; in the properties of a paragraph or row, the paragraph's end or the whole row."""
        parent = self.path[-2] if len(self.path) > 1 else ""
        if parent == "trPr" and self.tables:
            self.tables[-1].struck_row = self.tables[-1].struck_row or known in _STRUCK
        elif self.path[-3:-1] == ["pPr", "rPr"] and self.paragraphs:
            self.paragraphs[-1].goes_on = self.paragraphs[-1].goes_on or known in _STRUCK
        elif not self.in_properties():
            kind = self.revisions[-1].kind if self.revisions and self.revisions[-1].kind == "struck" else None
            now = kind or ("added" if known in _ADDED else "struck")
            self.revisions.append(Piece(now, "", normalize("NFC", found.get("author", "")), day_of(found)))

    def in_properties(self) -> bool:
        return any(each.endswith("Pr") for each in self.path[-3:])

    def property(self, known: str, found: Mapping[str, str]) -> None:
        """What stands in a paragraph, a run or a cell beside text."""
        parent = self.path[-2] if len(self.path) > 1 else ""
        paragraph = self.paragraphs[-1] if self.paragraphs else None
        table = self.tables[-1] if self.tables else None
        match known:
            case "tab" | "br" | "cr" | "noBreakHyphen" | "ptab" if parent == "r":
                self.add(" " if found.get("type") in ("page", "column") else _MARKS[known])
            case "b" if parent == "rPr" and "r" in self.path[-3:]:
                self.run_bold = is_on(found)
            case "pStyle" if paragraph:
                paragraph.style = found.get("val", "")
            case "outlineLvl" if paragraph:
                paragraph.level = whole(found.get("val"))
            case "numId" if paragraph:
                paragraph.listed = found.get("val") != "0"
            case "gridSpan" if table:
                table.span = min(whole(found.get("val")) or 1, _MOST_SPANNED)
            case "vMerge" if table:
                table.hidden_cell = table.hidden_cell or found.get("val", "continue") == "continue"
            case "cellDel" if table:
                table.hidden_cell = True

    def open_paragraph(self) -> None:
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            number = f"{MOST_PARAGRAPHS:,}".replace(",", ".")
            raise self.package.too_large(f"có hơn {number} đoạn")
        begun, self.going_on = self.going_on, None
        self.paragraphs.append(begun or _OpenParagraph())

    def close_paragraph(self) -> None:
        closed = self.paragraphs.pop()
        if closed.goes_on:
            closed.goes_on = False
            self.going_on = closed
            return
        self.keep(closed)

    def keep(self, closed: _OpenParagraph) -> None:
        text = normalize("NFC", accepted(closed.pieces)).strip()
        self.changes.extend(changes(closed.pieces))
        if self.tables:
            self.tables[-1].lines.extend([text] if text else [])
            return
        style = self.styles.get(closed.style) or Style(closed.style)
        level = style.level if closed.level is None else closed.level
        outline = None if level is None or level > 8 else level + 1
        self.blocks.append(Paragraph(text, style.name, outline, bool(text) and closed.bold, closed.listed))

    def close_what_goes_on(self) -> None:
        """Keep a paragraph whose end was struck out where no other follows that it could go on in."""
        if self.going_on:
            begun, self.going_on = self.going_on, None
            self.keep(begun)

    def close_cell(self) -> None:
        self.close_what_goes_on()
        if self.tables:
            table = self.tables[-1]
            text = "" if table.hidden_cell else "\n".join(table.lines)
            table.cells.extend([text, *[""] * (table.span - 1)])
            table.lines, table.span, table.hidden_cell = [], 1, False

    def close_row(self) -> None:
        if self.tables:
            table = self.tables[-1]
            if not table.struck_row:
                table.table.rows.append(table.cells)
            table.cells, table.struck_row = [], False

    def close_table(self) -> None:
        if not self.tables:
            return
        closed = self.tables.pop()
        if self.tables:  # a table in a cell: its text belongs to the cell
            self.tables[-1].lines.extend(" ".join(filter(None, row)) for row in closed.table.rows)
        else:
            self.blocks.append(closed.table)


class _Comments:
    """Gathers remarks."""

    def __init__(self) -> None:
        self.found: list[WordComment] = []
        self.path: list[str] = []
        self.about: Mapping[str, str] = {}
        self.texts: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        self.path.append(word_name(name))
        if self.path[-1] == "comment":
            self.about, self.texts = plain(attributes), []

    def end(self, _name: str) -> None:
        if self.path.pop() == "comment":
            text = " ".join(normalize("NFC", "".join(self.texts)).split())
            author = normalize("NFC", self.about.get("author", ""))
            self.found.append(WordComment(author, day_of(self.about), text))

    def text(self, data: str) -> None:
        if self.path and self.path[-1] == "t":
            self.texts.append(data)
