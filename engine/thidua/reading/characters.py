"""Characters that look like others or cannot be seen: found, named and placed before any format is read."""

import re
import unicodedata

from thidua.diagnostics import Diagnostic, Place, diagnose

CONTROL_CHARACTER = 106
INVISIBLE_CHARACTER = 107

HARD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

# What YAML refuses, and the line breaks that no editor shows as one (NEL, line and paragraph separator).
_CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_HARD_SPACE = re.compile(f"[{HARD_SPACES}]")

_NAMES = {
    "\u00ad": "dấu gạch nối ẩn",
    "\u200b": "dấu cách không có bề rộng",
    "\u2060": "dấu cấm ngắt dòng",
    "\ufeff": "dấu BOM",
}


def is_plain(text: str) -> bool:
    """Whether the text holds only visible characters, plain spaces and line feeds: the quick answer for most files."""
    return text.replace("\n", "").isprintable()


def plain_line_breaks(text: str) -> str:
    """The text with ``\\r\\n`` and ``\\r`` as ``\\n`` and without a byte order mark at its start."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def soften_hard_spaces(text: str) -> str:
    """Hard spaces made plain, except at the start of a line, where the reader of the format must judge them."""
    if _HARD_SPACE.search(text) is None:
        return text
    return "\n".join(_softened(line) for line in text.split("\n"))


def unwanted_characters(text: str, shown: str) -> tuple[Diagnostic, ...]:
    """The first control character and the first invisible one, each with the number of further ones.

    Expects plain line breaks. At most two diagnostics, so that a wholly broken file does not flood the screen.
    """
    if is_plain(text):
        return ()
    found = (_first(text, shown, _CONTROL, CONTROL_CHARACTER), _first(text, shown, INVISIBLE, INVISIBLE_CHARACTER))
    return tuple(problem for problem in found if problem is not None)


def clean_value(text: str, place: Place) -> str | Diagnostic:
    """A value that escapes were expanded in: NFC and soft spaces again, or what in it no file may hold."""
    if is_plain(text) and text.isascii():
        return text
    found = unwanted_characters(text, place.path)
    if found:
        return Diagnostic(place, found[0].code, found[0].fields)
    return soften_hard_spaces(unicodedata.normalize("NFC", text))


def place_at(text: str, index: int, shown: str) -> Place:
    """The place of the character at an index of a text with plain line breaks."""
    return Place(shown, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def others(count: int, unit: str) -> str:
    """`` (và 3 chỗ khác)`` where there are further ones, nothing where there are none."""
    return f" (và {count} {unit} khác)" if count else ""


def clipped(text: str, longest: int = 60) -> str:
    """A user's text on one line, cut where it is too long to show; control characters and surrogates replaced."""
    line = " ".join(text[: 4 * longest].split())
    shown = "".join(letter if letter.isprintable() else "�" for letter in line)
    return shown if len(shown) <= longest and len(text) <= 4 * longest else f"{shown[: longest - 1]}…"


def _softened(line: str) -> str:
    body = line.lstrip()
    return line[: len(line) - len(body)] + _HARD_SPACE.sub(" ", body)


def _first(text: str, shown: str, pattern: re.Pattern[str], code: int) -> Diagnostic | None:
    found = pattern.search(text)
    if found is None:
        return None
    further = sum(1 for _ in pattern.finditer(text, found.end()))
    name = f"U+{ord(found[0]):04X}"
    if found[0] in _NAMES:
        name = f"{name}, {_NAMES[found[0]]}"
    return diagnose(code, place_at(text, found.start(), shown), character=name, more=others(further, "chỗ"))
