"""Whether an evidence file is there, is what its name says, and is whole."""

import zipfile
from pathlib import Path
from typing import BinaryIO

from thidua.building.paths import is_file
from thidua.model.dossier_files import FileState

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# What files of a kind begin with; other kinds need only hold something.
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF",),
    ".docx": (_ZIP,),
    ".xlsx": (_ZIP,),
    ".pptx": (_ZIP,),
    ".odt": (_ZIP,),
    ".ods": (_ZIP,),
    ".zip": (b"PK",),
    ".doc": (_OLE,),
    ".xls": (_OLE,),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG",),
}
_SEARCHED = 1024  # a PDF may begin with a few lines of something else
_SEARCHED_AT_END = 64 * 1024  # programs and cameras put notes of their own behind the end
_ZIPPED = frozenset((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip"))
_ENDINGS: dict[str, bytes] = {".pdf": b"%%EOF", ".jpg": b"\xff\xd9", ".jpeg": b"\xff\xd9", ".png": b"IEND"}


def file_state(path: Path) -> tuple[FileState, str]:
    """Whether the file is there and can be read, and if not, why (Vietnamese)."""
    if not is_file(path):
        return "missing", "không có tệp"
    kind = path.suffix.lower()
    try:
        with path.open("rb") as file:
            start = file.read(_SEARCHED)
            fault = _fault(kind, start) or (_fault_inside(kind, file) if start else "")
    except OSError:
        return "unreadable", "hệ thống không cho đọc"
    return ("unreadable", fault) if fault else ("found", "")


def _fault(kind: str, start: bytes) -> str:
    """What is wrong with the beginning, in Vietnamese; empty where nothing is."""
    if not start:
        return "tệp rỗng"
    beginnings = _BEGINNINGS.get(kind, (b"",))
    there = any(each in start for each in beginnings) if kind == ".pdf" else start.startswith(beginnings)
    return "" if there else f"nội dung không phải của tệp {kind.removeprefix('.').upper()}"


def _fault_inside(kind: str, file: BinaryIO) -> str:
    """What is wrong further on: a file whose end is lacking was cut off on its way."""
    if kind in _ZIPPED and not zipfile.is_zipfile(file):
        return "gói nén bị cắt cụt hoặc hỏng"
    ending = _ENDINGS.get(kind)
    if ending is None:
        return ""
    size = file.seek(0, 2)
    file.seek(max(0, size - _SEARCHED_AT_END))
    return "" if ending in file.read() else "tệp bị cắt cụt, thiếu phần cuối"
