"""Word files out of the XML of their bodies, made when a test asks for one."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from hostile_workbooks import packed

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main'
    '+xml"/></Types>'
)


def document(body: str) -> str:
    """A main part."""
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'<w:document xmlns:w="{MAIN}" xmlns:mc="{compatibility}"><w:body>{body}</w:body></w:document>'


def docx(body: str, **others: str | bytes) -> bytes:
    """The smallest .docx with this body."""
    return packed({"[Content_Types].xml": _TYPES, "word/document.xml": document(body), **others})


def styles(*made: str) -> str:
    """A part with these styles."""
    return f'<w:styles xmlns:w="{MAIN}">{"".join(made)}</w:styles>'


def run(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*content: str, properties: str = "") -> str:
    """A paragraph of runs, or of one plain text."""
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def added(text: str, author: str = "Cá nhân 1", day: str = "2020-02-10") -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="1" w:author="{author}" w:date="{day}T08:00:00Z">{run(text)}</w:ins>'


def struck(text: str, author: str = "Cá nhân 1", day: str = "2020-02-10") -> str:
    """A tracked deletion."""
    gone = run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f'<w:del w:id="2" w:author="{author}" w:date="{day}T08:00:00Z">{gone}</w:del>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of plain texts."""
    made = ("".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"
