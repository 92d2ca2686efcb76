"""What the bytes of a file that is not UTF-8 probably are, said in the words of the programs that wrote them."""

import re

from msgspec import Struct


class Guess(Struct, frozen=True):
    """The name of an encoding and how to make UTF-8 of it, both in Vietnamese."""

    name: str
    remedy: str


_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_ZIP = b"PK\x03\x04"
_INSIDE_ZIP = ((b"xl/", "tệp Excel (.xlsx)"), (b"word/", "tệp Word (.docx)"))
_SIGNATURES = (
    (_ZIP, "tệp Excel, Word hoặc tệp nén (.xlsx, .docx, .zip)"),
    (b"\xd0\xcf\x11\xe0", "tệp Excel hoặc Word đời cũ (.xls, .doc)"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp văn bản định dạng RTF"),
    (b"\x89PNG", "tệp ảnh (.png)"),
    (b"\xff\xd8\xff", "tệp ảnh (.jpg)"),
    (b"Rar!", "tệp nén (.rar)"),
    (b"7z\xbc\xaf", "tệp nén (.7z)"),
    (b"\x1f\x8b", "tệp nén (.gz)"),
)
_UNKNOWN_BINARY = "ảnh, tệp của phần mềm khác (Excel, Word, PDF …) hoặc tệp bị hỏng"
# Control characters that no text holds, but for a few that slipped in; VISCII has six of them as rare capital letters.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROL = 50
_FEW_CONTROL = 8
_SAMPLE = 64 * 1024

# TCVN3 keeps whole letters at A1-BF, where the other two have almost none.
_TCVN3 = re.compile(rb"[\xa1-\xbf]")
# VNI writes a vowel and then a mark; CP1258 a letter and then a combining tone.
_VNI = re.compile(
    rb"(?<=[aeiouyAEIOUY\xf4\xf6\xd4\xd6])[\xc0\xc1\xc2\xc4\xc5\xd5\xd8-\xdc\xe0-\xe2\xe4\xe5\xf5\xf8-\xfc\xef\xcf]|[\xf1\xd1\xf6]"
)
_CP1258 = re.compile(rb"(?<=[A-Za-z\x80-\xff])[\xcc\xd2\xde\xec\xf2]|[\xf0\xd0\xfd\xe3]")


def foreign_format(data: bytes) -> str | None:
    """The kind of a file that is no text at all, in Vietnamese; None where it may be text in some encoding.

    Known by its first bytes, or by more control characters than any text has.
    """
    if data.startswith(_ZIP):
        inside = (name for folder, name in _INSIDE_ZIP if folder in data)
        return next(inside, _SIGNATURES[0][1])
    known = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    if known or is_utf16(data):
        return known
    sample = data[:_SAMPLE]
    found = len(_CONTROL.findall(sample))
    return _UNKNOWN_BINARY if found > max(_FEW_CONTROL, len(sample) // _MOST_CONTROL) else None


def is_utf16(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32.

    By the byte order mark, or by a NUL in every fourth byte or more, but hardly any in one place out of four: that is
    where the letters are. Zeros all over are no text.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        return True
    sample = data[:_SAMPLE]
    if len(sample) < 2 or sample.count(0) * 4 < len(sample):
        return False
    return any(part.count(0) * _MOST_CONTROL <= len(part) for part in (sample[start::4] for start in range(4)) if part)


def probable_encoding(data: bytes) -> Guess:
    """The likeliest encoding of bytes that are not UTF-8. A guess for a message, never used for decoding."""
    if _is_damaged_utf8(data):
        return Guess(
            "UTF-8 nhưng có chỗ bị hỏng", "gõ lại chữ ở chỗ này rồi lưu; nếu hỏng nhiều chỗ, lấy lại bản gốc của tệp"
        )
    counted = [(len(pattern.findall(data[:_SAMPLE])), guess) for pattern, guess in _LEGACY]
    most, guess = max(counted, key=lambda pair: pair[0])
    return guess if most else Guess("một bảng mã cũ (TCVN3, VNI hoặc Windows-1258)", _CONVERT)


def _is_damaged_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    letters = sum(1 for letter in text if letter > "\x7f") - damaged
    return letters > 4 * damaged


_SAVE_AS = "mở bằng Notepad, chọn Save As (Lưu thành), ở ô Encoding chọn UTF-8 rồi lưu"
_CONVERT = "chuyển sang bảng mã Unicode bằng công cụ của bộ gõ tiếng Việt, rồi mở bằng Notepad, lưu với Encoding UTF-8"

UTF16 = Guess("UTF-16", _SAVE_AS)
_LEGACY: tuple[tuple[re.Pattern[bytes], Guess], ...] = (
    (_TCVN3, Guess("TCVN3 (ABC, phông .VnTime)", _CONVERT)),
    (_VNI, Guess("VNI (phông VNI-Times)", _CONVERT)),
    (_CP1258, Guess("Windows-1258", _SAVE_AS)),
)
