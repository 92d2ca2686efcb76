"""Files in and out: text that is surely UTF-8, and outputs written whole or not at all."""

import os
import secrets
import shutil
import stat
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import is_plain, plain_line_breaks, soften_hard_spaces, unwanted_characters
from thidua.reading.encodings import UTF16, Guess, foreign_format, is_utf16, probable_encoding

MISSING_FILE = 100
UNREADABLE_FILE = 101
TOO_LARGE = 102
EMPTY_FILE = 103
NOT_UTF8 = 104
NOT_TEXT = 105

MEBIBYTE = 1024 * 1024
YAML_LIMIT = 8 * MEBIBYTE
CSV_LIMIT = 64 * MEBIBYTE

WORKBOOK_SUFFIXES = frozenset((".xlsx", ".ods"))
"""Of files that are read as workbooks."""
WORD_SUFFIX = ".docx"
WORD_REFUSED = frozenset((".doc", ".dot", ".docm", ".dotm"))
"""Of Word files that are refused with the way out."""
REFUSED_SUFFIXES = frozenset((".xls", ".xlsb", ".xlsm", ".xltm"))
"""Of workbooks that are refused with the way out."""


def read_text(path: Path, shown: str, limit: int = YAML_LIMIT) -> str | Diagnostic:
    """The text of a UTF-8 file, or the first thing that is wrong with it; never an exception.

    The text is NFC, has ``\\n`` for line breaks, no byte order mark and no control or invisible characters. Hard spaces
    are plain ones, except at the start of a line: there the reader of the format reports them.

    Args:
        path: the file.
        shown: its path as the user knows it, for places.
        limit: bytes; a larger file is not read.
    """
    text = read_whole_text(path, shown, limit)
    return text if isinstance(text, Diagnostic) else clean_text(text, shown)


def read_whole_text(path: Path, shown: str, limit: int = YAML_LIMIT) -> str | Diagnostic:
    """The text of a UTF-8 file with every character that it has, or why there is none; never an exception."""
    data = read_bytes(path, shown, limit)
    return data if isinstance(data, Diagnostic) else _decode(data, shown)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or leave what was there; nothing else stays behind. Raises OSError, which names it."""
    part = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, part)
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files that aren't there yet, and the folders that they need: all, or none and no folder.

    Raises OSError.
    """
    made: list[Path] = []
    try:
        for path, data in files.items():
            for folder in reversed([each for each in path.parents if not each.exists()]):
                folder.mkdir()
                made.append(folder)
            write_whole(path, data)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):  # a folder may hold what another program put there meanwhile
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def read_bytes(path: Path, shown: str, limit: int) -> bytes | Diagnostic:
    """The whole content of a file, or why it can't be read; never an exception. ``limit``: bytes."""
    place = Place(shown)
    try:
        status = path.stat()
        refusal = _refusal(status, place, limit)
        if refusal is not None:
            return refusal
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        return diagnose(MISSING_FILE, place)
    except PermissionError:
        return diagnose(UNREADABLE_FILE, place, reason="không có quyền đọc tệp", remedy=_ASK_FOR_PERMISSION)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "đường dẫn không hợp lệ"
        return diagnose(UNREADABLE_FILE, place, reason=f"hệ thống báo “{reason}”", remedy=_TRY_AGAIN)
    # The file may have grown since its size was asked for.
    return data if len(data) <= limit else _too_large(len(data), place, limit)


def _refusal(status: os.stat_result, place: Place, limit: int) -> Diagnostic | None:
    if stat.S_ISDIR(status.st_mode):
        return diagnose(UNREADABLE_FILE, place, reason="đây là một thư mục", remedy=_NAME_A_FILE)
    if not stat.S_ISREG(status.st_mode):
        return diagnose(UNREADABLE_FILE, place, reason="đây không phải là tệp thông thường", remedy=_NAME_A_FILE)
    return _too_large(status.st_size, place, limit) if status.st_size > limit else None


def _too_large(size: int, place: Place, limit: int) -> Diagnostic:
    return diagnose(TOO_LARGE, place, size=_megabytes(size), limit=_megabytes(limit))


def _megabytes(size: int) -> str:
    tenths = -(-size * 10 // MEBIBYTE)
    return f"{tenths // 10},{tenths % 10}".removesuffix(",0")


def _decode(data: bytes, shown: str) -> str | Diagnostic:
    kind = foreign_format(data)
    if kind is not None:
        return diagnose(NOT_TEXT, Place(shown), kind=kind)
    if is_utf16(data):
        return _not_utf8(Place(shown), UTF16)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(_place_of_byte(data, error.start, shown), probable_encoding(data))


def _not_utf8(place: Place, guess: Guess) -> Diagnostic:
    return diagnose(NOT_UTF8, place, probable=guess.name, remedy=guess.remedy)


def _place_of_byte(data: bytes, index: int, shown: str) -> Place:
    before = data[:index].decode("utf-8", "replace").removeprefix("\ufeff")
    return Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))


def clean_text(text: str, shown: str) -> str | Diagnostic:
    """A file's whole text as ``read_text`` gives it, or the first thing that is wrong with it."""
    text = plain_line_breaks(unicodedata.normalize("NFC", text))
    if is_plain(text) and text and not text.isspace():
        return text
    unwanted = unwanted_characters(text, shown)
    if unwanted:
        return min(unwanted)
    return soften_hard_spaces(text) if text.strip() else diagnose(EMPTY_FILE, Place(shown))


_ASK_FOR_PERMISSION = "kiểm tra quyền truy cập, đóng chương trình đang mở tệp rồi chạy lại"
_NAME_A_FILE = "ghi đường dẫn đến một tệp"
_TRY_AGAIN = "kiểm tra tên tệp và ổ đĩa rồi chạy lại"
