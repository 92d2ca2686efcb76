"""Whether an evidence file is there and is what its name says."""

from pathlib import Path

from thidua.building.paths import is_file
from thidua.model.dossier import FileState

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


def file_state(path: Path) -> tuple[FileState, str]:
    """Whether the file is there and can be read, and if not, why (Vietnamese)."""
    if not is_file(path):
        return "missing", "không có tệp"
    try:
        with path.open("rb") as file:
            start = file.read(_SEARCHED)
    except OSError:
        return "unreadable", "hệ thống không cho đọc"
    if not start:
        return "unreadable", "tệp rỗng"
    kind = path.suffix.lower()
    beginnings = _BEGINNINGS.get(kind, (b"",))
    there = any(each in start for each in beginnings) if kind == ".pdf" else start.startswith(beginnings)
    return ("found", "") if there else ("unreadable", f"nội dung không phải của tệp {kind.removeprefix('.').upper()}")
