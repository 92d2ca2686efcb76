"""The styles of a Word file, as far as they tell a heading."""

from collections.abc import Mapping

from msgspec import Struct

from thidua.reading.office.package import Package
from thidua.reading.office.xml import Attributes, parse_xml
from thidua.reading.word.names import is_on, plain, whole, word_name

_PART = "word/styles.xml"
_DEEPEST = 20


class Style(Struct):
    """A paragraph style; None where it says nothing and the style that it is based on does."""

    name: str = ""
    based_on: str = ""
    level: int | None = None
    bold: bool | None = None


def read_styles(package: Package) -> Mapping[str, Style]:
    """The paragraph styles by id, with what they have from those that they are based on."""
    if _PART not in package:
        return {}
    collector = _Collector()
    parse_xml(package.chunks(_PART), collector.start, collector.end, lambda _: None)
    return {identifier: _whole(identifier, collector.styles) for identifier in collector.styles}


class _Collector:
    def __init__(self) -> None:
        self.styles: dict[str, Style] = {}
        self.current: Style | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        found = plain(attributes)
        match word_name(name):
            case "style":
                self.current = self.styles.setdefault(found.get("styleId", ""), Style())
            case "name" if self.current:
                self.current.name = found.get("val", "")
            case "basedOn" if self.current:
                self.current.based_on = found.get("val", "")
            case "outlineLvl" if self.current:
                self.current.level = whole(found.get("val"))
            case "b" if self.current:
                self.current.bold = is_on(found)

    def end(self, name: str) -> None:
        if word_name(name) == "style":
            self.current = None


def _whole(identifier: str, styles: Mapping[str, Style]) -> Style:
    found, each = Style(styles[identifier].name), styles.get(identifier)
    for _ in range(_DEEPEST):  # a style may be based on itself in a broken file
        if each is None:
            break
        found.level = each.level if found.level is None else found.level
        found.bold = each.bold if found.bold is None else found.bold
        each = styles.get(each.based_on)
    return found
