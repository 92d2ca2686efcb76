"""Open a Word file of unknown origin: what it is, whether it may be read, and then what stands in it."""

import re
from pathlib import Path

from msgspec import Struct

from thidua.diagnostics import Diagnostic, diagnose
from thidua.reading.office.opening import OfficeKind, open_office
from thidua.reading.office.package import Package, PackageFaults
from thidua.reading.word.body import read_body
from thidua.reading.word.model import WordDocument

_KIND = OfficeKind(
    macro_suffixes=frozenset((".docm", ".dotm")),
    faults=PackageFaults(broken=493, too_large=494),
    not_this_kind=490,
    old_or_locked=491,
    macros=492,
    with_document_type=495,
    old="ở dạng Word đời cũ (.doc)",
    save_as="mở tệp trong Word, chọn Save As, loại Word Document (.docx), rồi dùng tệp mới",
    unlock="mở tệp trong Word, bỏ mật khẩu (File, Info, Protect Document, Encrypt with Password: xóa trắng), lưu lại",
)
_WITH_MACROS = re.compile(r"(?:^|/)vbaProject\.bin$")
_MAIN = "word/document.xml"


class WordReading(Struct, frozen=True):
    """A document, or why there is none. ``sha256``: of the file as it is; empty where it could not be read."""

    document: WordDocument | None
    diagnostics: tuple[Diagnostic, ...]
    sha256: str = ""


def read_word(path: Path, shown: str) -> WordReading:
    """Read a .docx file; never an exception, no code run, no link followed, memory bounded."""
    opened = open_office(path, shown, _KIND, _read)
    return WordReading(opened.content, opened.diagnostics, opened.sha256)


def _read(package: Package) -> tuple[WordDocument | None, tuple[Diagnostic, ...]]:
    if "[Content_Types].xml" not in package or _MAIN not in package:
        return None, (diagnose(_KIND.not_this_kind, package.place, kind=_kind(package)),)
    if any(_WITH_MACROS.search(name) for name in package.parts):
        return None, (diagnose(_KIND.macros, package.place),)
    return read_body(package, _MAIN), ()


def _kind(package: Package) -> str:
    """What a zip that is no .docx is, in Vietnamese."""
    if any(name.startswith("xl/") for name in package.parts):
        return "bảng tính Excel (.xlsx)"
    if package.content_or_nothing("mimetype").startswith(b"application/vnd.oasis.opendocument"):
        return "tệp OpenDocument (.odt, .ods)"
    return "tệp nén hoặc tệp của phần mềm khác"
