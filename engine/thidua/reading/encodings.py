"""What the bytes of a file that is not UTF-8 probably are, said in the words of the programs that wrote them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """The name of an encoding and how to make UTF-8 of it, both in Vietnamese."""

    name: str
    remedy: str


_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SIGNATURES = (
    (b"PK\x03\x04", "tệp Excel, Word hoặc tệp nén (.xlsx, .docx, .zip)"),
    (b"\xd0\xcf\x11\xe0", "tệp Excel hoặc Word đời cũ (.xls, .doc)"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp văn bản định dạng RTF"),
)
_SAMPLE = 64 * 1024

# TCVN3 keeps whole letters at A1-BF, where the other two have almost none.
_TCVN3 = re.compile(rb"[\xa1-\xbf]")
# VNI writes a vowel and then a mark; CP1258 a letter and then a combining tone.
_VNI = re.compile(
    rb"(?<=[aeiouyAEIOUY\xf4\xf6\xd4\xd6])[\xc0\xc1\xc2\xc4\xc5\xd5\xd8-\xdc\xe0-\xe2\xe4\xe5\xf5\xf8-\xfc\xef\xcf]|[\xf1\xd1\xf6]"
)
_CP1258 = re.compile(rb"(?<=[A-Za-z\x80-\xff])[\xcc\xd2\xde\xec\xf2]|[\xf0\xd0\xfd\xe3]")


def foreign_format(data: bytes) -> str | None:
    """The kind of a file that is no text at all, in Vietnamese; None where no known signature begins it."""
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def is_utf16(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32: by the byte order mark, or by a NUL in every fourth byte or more."""
    sample = data[:_SAMPLE]
    return data.startswith(_BYTE_ORDER_MARKS) or (len(sample) > 1 and sample.count(0) * 4 >= len(sample))


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
