"""The parts of an office file are XML without a document type: whatever declares one is refused unread.

Entities (and with them "billion laughs" and reading of other files) can only come from a document type.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from xml.parsers import expat

Attributes = Mapping[str, str]

_BETWEEN = " "


class XmlRefusedError(Exception):
    """The XML declares a document type, which no office program writes."""


class XmlBrokenError(Exception):
    """The XML can't be read."""


@lru_cache(maxsize=4096)
def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(_BETWEEN)[2]


def parse_xml(
    chunks: Iterable[bytes],
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object],
    text: Callable[[str], object],
) -> None:
    """Call back for each element (``namespace name``) and text, chunk by chunk, so that memory stays small."""
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise XmlBrokenError from error


def elements(chunks: Iterable[bytes]) -> list[tuple[str, Attributes, str]]:
    """All elements of a small part in the order in which they end: local name, attributes by local name, own text."""
    found: list[tuple[str, Attributes, str]] = []
    open_ones: list[tuple[str, Attributes, list[str]]] = []

    def start(name: str, attributes: Attributes) -> None:
        open_ones.append((local(name), {local(each): value for each, value in attributes.items()}, []))

    def end(_name: str) -> None:
        name, attributes, texts = open_ones.pop()
        found.append((name, attributes, "".join(texts)))

    def text(data: str) -> None:
        open_ones[-1][2].append(data)

    parse_xml(chunks, start, end, text)
    return found


def _refuse(*_: object) -> None:
    raise XmlRefusedError
