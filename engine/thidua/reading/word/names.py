"""The names in a Word file's XML that this program knows; all else in it is passed over."""

from collections.abc import Mapping
from datetime import date

from thidua.reading.office.xml import Attributes, local

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
FALLBACK = "Fallback"


def word_name(name: str) -> str:
    """The local name of an element of Word's own; empty for those of drawings, formulas and other guests.

    ``Fallback`` holds once more, for old programs, what stands before it.
    """
    if name == _FALLBACK:
        return FALLBACK
    return local(name) if name.startswith(_MAIN) else ""


def plain(attributes: Attributes) -> Mapping[str, str]:
    """Attributes by their local names."""
    return {local(name): value for name, value in attributes.items()}


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property such as bold is switched on: it is where it has no value."""
    return attributes.get("val", "true").lower() not in ("false", "0", "off", "none")


def whole(text: str | None) -> int | None:
    """A small whole number; None where it is none."""
    return int(text) if text is not None and text.isdecimal() and text.isascii() and len(text) < 6 else None


def day_of(attributes: Mapping[str, str]) -> date | None:
    """The day of a change or remark; None where none is noted."""
    try:
        return date.fromisoformat(attributes.get("date", "")[:10])
    except ValueError:
        return None
