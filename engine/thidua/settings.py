"""The settings of a home, as its marker file ``thidua.toml`` holds them. Every fault is a diagnostic with its place."""

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from thidua.diagnostics import CATALOGUE, Diagnostic, Place, Severity, diagnose
from thidua.toml_faults import toml_fault

SKIPPED: Final = "bỏ qua"
LEVELS: Final = "mức độ"
_KNOWN = (SKIPPED, LEVELS)
_WORDS: Final[Mapping[str, Severity | None]] = {"bỏ qua": None, **{each.vietnamese: each for each in Severity}}
"""How grave a number is to be; None: it is not to be told at all."""
_CODE = re.compile(r"(?:TD-)?([0-9]{3})", re.IGNORECASE)
_LONGEST_SHOWN = 40
_SKIPPED_REMEDY = f'Ghi tên các thư mục trong ngoặc vuông, từng tên trong ngoặc kép thẳng: "{SKIPPED}" = ["tests"]'
_LEVELS_REMEDY = f'Ghi dòng ["{LEVELS}"], rồi mỗi mã một dòng ở dưới, ví dụ: "TD-250" = "{SKIPPED}"'


class Settings(Struct, frozen=True):
    """``skipped``: folders that are not walked. ``levels``: by number, how grave it is here (None: not told).

    ``problem`` stops the work; ``warnings`` are of settings that nothing will come of.
    """

    skipped: tuple[str, ...] = ()
    levels: tuple[tuple[int, Severity | None], ...] = ()
    problem: Diagnostic | None = None
    warnings: tuple[Diagnostic, ...] = ()


def read_settings(file: Path, shown: str) -> Settings:
    """The settings of a marker file that is there."""
    text = _text(file, shown)
    if isinstance(text, Diagnostic):
        return Settings(problem=text)
    data = _parsed(text, shown)
    if isinstance(data, Diagnostic):
        return Settings(problem=data)
    warnings = [_unknown(text, name, shown) for name in data if name not in _KNOWN]
    skipped, levels = data.get(SKIPPED, []), data.get(LEVELS, {})
    problem = None
    if not isinstance(skipped, list) or not all(isinstance(name, str) for name in skipped):
        reason = f"“{SKIPPED}” phải là danh sách tên thư mục"
        problem = diagnose(190, _place_of_key(text, SKIPPED, shown), reason=reason, remedy=_SKIPPED_REMEDY)
        skipped = []
    if not isinstance(levels, dict):
        reason = f'“{LEVELS}” phải là một bảng, mở đầu bằng dòng ["{LEVELS}"]'
        table = diagnose(190, _place_of_key(text, LEVELS, shown), reason=reason, remedy=_LEVELS_REMEDY)
        problem, levels = problem or table, {}
    found: dict[int, tuple[Severity | None, Place]] = {}
    for name, written in levels.items():
        place = _place_of_key(text, name, shown)
        level = _level(name, written, place)
        if isinstance(level, Diagnostic):
            warnings.append(level)
        elif level[0] in found:
            warnings.append(diagnose(198, place, number=CATALOGUE[level[0]].name, first=found[level[0]][1].line))
        else:
            found[level[0]] = level[1], place
    regraded = tuple((code, severity) for code, (severity, _) in found.items())
    return Settings(tuple(skipped), regraded, problem, tuple(warnings))


def _level(name: str, written: object, place: Place) -> tuple[int, Severity | None] | Diagnostic:
    """A number and how grave it is to be, or why nothing will come of the line."""
    matched = _CODE.fullmatch(name.strip())
    code = int(matched[1]) if matched else 0
    if code not in CATALOGUE:
        return diagnose(195, place, number=_clipped(name), suggestion=_nearest_code(name))
    word = " ".join(written.split()).casefold() if isinstance(written, str) else ""
    if word not in _WORDS:
        return diagnose(
            196, place, value=_clipped(str(written)), number=CATALOGUE[code].name, suggestion=_nearest_word(word)
        )
    if CATALOGUE[code].severity is Severity.ERROR and _WORDS[word] is not Severity.ERROR:
        return diagnose(197, place, number=CATALOGUE[code].name, title=CATALOGUE[code].title)
    return code, _WORDS[word]


def _nearest_code(name: str) -> str:
    guess = difflib.get_close_matches(name.strip().upper(), (each.name for each in CATALOGUE.values()), n=1, cutoff=0.7)
    remedy = "Xem mã ở dòng thông báo của lệnh check, ví dụ: TD-250."
    return f"Có phải là “{guess[0]}”? {remedy}" if guess else remedy


def _nearest_word(word: str) -> str:
    guess = difflib.get_close_matches(word, _WORDS, n=1, cutoff=0.6)
    listed = "Ghi một trong: " + ", ".join(f'"{each}"' for each in _WORDS) + "."
    return f"Có phải là “{guess[0]}”? {listed}" if guess else listed


def _text(file: Path, shown: str) -> str | Diagnostic:
    try:
        return unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return diagnose(190, Place(shown), reason="tệp không phải UTF-8", remedy=_SAVE_AS_UTF8)
    except OSError:
        return diagnose(190, Place(shown), reason="hệ thống không cho đọc tệp", remedy=_ASK_FOR_PERMISSION)


def _parsed(text: str, path: str) -> dict[str, Any] | Diagnostic:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        fault = toml_fault(text, str(error), (SKIPPED,))
        return diagnose(190, Place(path, fault.line, fault.column), reason=fault.reason, remedy=fault.remedy)


def _unknown(text: str, name: str, path: str) -> Diagnostic:
    guess = difflib.get_close_matches(name.casefold(), _KNOWN, n=1, cutoff=0.6)
    known = ", ".join(f"“{each}”" for each in _KNOWN)
    suggestion = f"Có phải là “{guess[0]}”?" if guess else f"Xóa mục này; các mục dùng được: {known}."
    return diagnose(193, _place_of_key(text, name, path), key=_clipped(name), suggestion=suggestion)


def _clipped(name: str) -> str:
    shown_letters = "".join(letter if letter.isprintable() else "�" for letter in name[: _LONGEST_SHOWN + 1])
    return shown_letters if len(name) <= _LONGEST_SHOWN else f"{shown_letters[:_LONGEST_SHOWN]}…"


def _place_of_key(text: str, name: str, path: str) -> Place:
    """Where a setting or a table begins; the start of the file where it is spelt with escapes."""
    pattern = re.compile(rf"""([ \t]*(?:\[\[?)?[ \t]*)["']?{re.escape(name)}["']?[ \t]*[=.\]]""")
    for number, line in enumerate(text.split("\n"), 1):
        found = pattern.match(line)
        if found:
            return Place(path, number, found.end(1) + 1)
    return Place(path)


_SAVE_AS_UTF8 = "Mở bằng Notepad, chọn Save As (Lưu thành), ở ô Encoding chọn UTF-8 rồi lưu."
_ASK_FOR_PERMISSION = "Kiểm tra quyền truy cập, đóng chương trình đang mở tệp rồi chạy lại."
