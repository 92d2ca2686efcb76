"""A paper as a Word file: sections, running heads, properties; the same paper always gives the same bytes."""

import zipfile
from io import BytesIO
from xml.parsers.expat import ParserCreate

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from thidua.papers.blocks import BODY_SIZE, Line, Paper, Run, Sheet, Table
from thidua.papers.wordml import NAMESPACES, block_xml, field_xml, line_xml, look_xml, twips

SHORT_EDGE, LONG_EDGE = 210.0, 297.0
# Of a page on end: top, right, bottom, left; lying, the bound edge is the top.
UPRIGHT_MARGINS = (20.0, 16.0, 20.0, 31.0)
LANDSCAPE_MARGINS = (20.0, 20.0, 15.0, 20.0)
UPRIGHT_WIDTH = SHORT_EDGE - UPRIGHT_MARGINS[1] - UPRIGHT_MARGINS[3]
LANDSCAPE_WIDTH = LONG_EDGE - LANDSCAPE_MARGINS[1] - LANDSCAPE_MARGINS[3]

_TO_RUNNING_HEAD = 9.0
_PAGE_SIZE = 13.0
_MARK_SIZE = 10.0
_NOTICE_SIZE = 9.0
_DOCUMENT, _EMPTY_BODY = "word/document.xml", b"<w:body/>"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_DATES = ("created", "modified", "lastModifiedBy", "revision")


def word_bytes(paper: Paper) -> bytes:
    """The whole file."""
    document = Document()
    references = _running(document, paper)
    body = document.element.body
    for old in list(body):
        body.remove(old)
    _defaults(document)
    _properties(document, paper)
    saved = BytesIO()
    document.save(saved)
    return _same_bytes(saved.getvalue(), _body_xml(paper, references))


def width_of(sheet: Sheet) -> float:
    """How wide the text of a sheet's pages is."""
    return LANDSCAPE_WIDTH if sheet.landscape else UPRIGHT_WIDTH


def _body_xml(paper: Paper, references: str) -> str:
    made = []
    for number, sheet in enumerate(paper.sheets, start=1):
        look = _section_look(sheet, references)
        last = number == len(paper.sheets)
        made += [_sheet_xml(sheet), look if last else _end_of_section(look)]
    return "".join(made)


def _sheet_xml(sheet: Sheet) -> str:
    width = width_of(sheet)
    made = ""
    for before, block in zip((None, *sheet.blocks), sheet.blocks, strict=False):
        if isinstance(before, Table) and isinstance(block, Table):
            made += line_xml(Line(size=4), width)  # or the two tables become one
        made += block_xml(block, width)
    return made


def _end_of_section(look: str) -> str:
    """The paragraph that ends a section, too low to begin a page of its own."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}{look_xml(1)}{look}</w:pPr></w:p>"


def _section_look(sheet: Sheet, references: str) -> str:
    top, right, bottom, left = LANDSCAPE_MARGINS if sheet.landscape else UPRIGHT_MARGINS
    width, height = (LONG_EDGE, SHORT_EDGE) if sheet.landscape else (SHORT_EDGE, LONG_EDGE)
    lying = ' w:orient="landscape"' if sheet.landscape else ""
    sides = f'w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}" w:left="{twips(left)}"'
    running = f'w:header="{twips(_TO_RUNNING_HEAD)}" w:footer="{twips(_TO_RUNNING_HEAD)}" w:gutter="0"'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{lying}/><w:pgMar {sides} {running}/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _running(document: WordDocument, paper: Paper) -> str:
    """Make the running heads and feet, and give the references by which every section shares them."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    number = line_xml(Line(align="center", size=_PAGE_SIZE), 0).replace(
        "</w:p>", f"{field_xml('PAGE', _PAGE_SIZE)}</w:p>"
    )
    marks = _small(paper.marks, _MARK_SIZE, bold=True)
    code = _small(paper.check_code, _MARK_SIZE)
    made = (
        (section.header, number + marks),
        (section.first_page_header, marks + _small(paper.notices, _NOTICE_SIZE, italic=True)),
        (section.footer, code),
        (section.first_page_footer, code),
    )
    for part, xml in made:
        part.is_linked_to_previous = False
        element = part._element
        for old in list(element):
            element.remove(old)
        for each in parse_xml(f"<w:hdr {NAMESPACES}>{xml or line_xml(Line(size=_NOTICE_SIZE), 0)}</w:hdr>"):
            element.append(each)
    found = ""
    for each in section._sectPr:
        name = each.tag.rpartition("}")[2]
        if name in ("headerReference", "footerReference"):
            kind, relation = (next(v for k, v in each.items() if k.endswith(f"}}{end}")) for end in ("type", "id"))
            found += f'<w:{name} w:type="{kind}" r:id="{relation}"/>'
    return found


def _small(text: str, size: float, bold: bool = False, italic: bool = False) -> str:
    return line_xml(Line((Run(text, bold, italic),), "center", size, after=2), 0) if text else ""


def _defaults(document: WordDocument) -> None:
    """What a secretary types into the file looks like the rest of it, and is spelt as Vietnamese."""
    language = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
    look = look_xml(BODY_SIZE).replace("</w:rPr>", f"{language}</w:rPr>")
    for defaults in document.styles.element.iter("{*}rPrDefault"):
        for old in list(defaults):
            defaults.remove(old)
        defaults.extend(parse_xml(f"<w:rPrDefault {NAMESPACES}>{look}</w:rPrDefault>"))
    normal = document.styles["Normal"].element
    for old in list(normal.iter("{*}rPr", "{*}pPr")):
        normal.remove(old)


def _properties(document: WordDocument, paper: Paper) -> None:
    """Whose the file is and what; no day, for none was told, and no picture of somebody else's page."""
    properties = document.core_properties
    properties.author, properties.title = paper.author, paper.title
    properties.comments, properties.keywords, properties.language = "", "", "vi-VN"
    element = properties._element
    for each in list(element):
        if each.tag.rpartition("}")[2] in _DATES:
            element.remove(each)
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.rels.pop(name)


def _same_bytes(data: bytes, body: str) -> bytes:
    """The same package in one order with one date, and with its body.

    The body goes in as text: as a tree of elements that of 63 units would take 20 seconds and half a gigabyte.
    """
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            content = old.read(name)
            new.writestr(entry, _with_body(content, body) if name == _DOCUMENT else content)
    return made.getvalue()


def _with_body(document: bytes, body: str) -> bytes:
    before, _, after = document.partition(_EMPTY_BODY)
    if not after:
        raise ValueError("the template's body is not empty")
    whole = b"".join((before, b"<w:body>", body.encode("utf-8"), b"</w:body>", after))
    ParserCreate().Parse(whole, True)  # better a fault of ours than a file that Word calls damaged
    return whole
