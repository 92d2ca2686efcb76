"""Pictures drawn as SVG inside a page: elements with their attributes escaped, and lengths as exact decimals."""

from fractions import Fraction
from xml.etree import ElementTree

from markupsafe import Markup

from thidua.numerals.writing import plain_decimal, round_half_up

Element = ElementTree.Element
_TENTH = Fraction(1, 10)


def drawing(name: str, title: str, description: str, width: int, height: int) -> Element:
    """An empty picture that a screen reader announces by its title. ``name``: its id, once in a page."""
    svg = Element(
        "svg",
        {
            "id": name,
            "role": "img",
            "aria-labelledby": f"{name}-ten {name}-mo-ta",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
        },
    )
    _told(svg, "title", f"{name}-ten", title)
    _told(svg, "desc", f"{name}-mo-ta", description)
    return svg


def add(parent: Element, tag: str, **attributes: Fraction | int | str) -> Element:
    """One more element. Names of attributes: ``stroke_width`` for ``stroke-width``; a final ``_`` is dropped."""
    written = {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else length(value)
        for name, value in attributes.items()
    }
    return ElementTree.SubElement(parent, tag, written)


def write(parent: Element, text: str, x: Fraction | int, y: Fraction | int, **attributes: Fraction | int | str) -> None:
    """A line of text, by its base line."""
    add(parent, "text", x=x, y=y, **attributes).text = text


def length(value: Fraction | int) -> str:
    """A length in tenths of a pixel: ``12.5``, ``12``."""
    rounded = round_half_up(Fraction(value), _TENTH)
    return plain_decimal(rounded, 0 if rounded.denominator == 1 else 1)


def markup(svg: Element) -> Markup:
    """The picture as part of a page."""
    return Markup(ElementTree.tostring(svg, encoding="unicode"))


def _told(svg: Element, tag: str, name: str, text: str) -> None:
    ElementTree.SubElement(svg, tag, {"id": name}).text = text
