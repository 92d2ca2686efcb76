"""Open a workbook of unknown origin: what it is, whether it may be read, and then what stands in it."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.encodings import foreign_format
from thidua.reading.files import MEBIBYTE, read_bytes
from thidua.reading.workbooks.model import Workbook
from thidua.reading.workbooks.ods import read_ods
from thidua.reading.workbooks.package import Package, PackageError
from thidua.reading.workbooks.xlsx import read_xlsx
from thidua.reading.workbooks.xml import XmlBrokenError, XmlRefusedError, elements

EMPTY_FILE = 103
NOT_A_WORKBOOK = 431
OLD_OR_LOCKED = 432
MACROS = 433
WITH_DOCUMENT_TYPE = 436
OUTSIDE_LINKS = 437

WORKBOOK_LIMIT = 20 * MEBIBYTE
_MACRO_SUFFIXES = frozenset((".xlsm", ".xltm"))
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_HTML = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|meta)", re.IGNORECASE)
_WITH_MACROS = re.compile(r"vbaProject\.bin$|^xl/macrosheets/|^Basic/[^/]+/(?!script-l)[^/]+\.xml$|^Scripts/.")


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """A workbook, or why there is none. ``sha256``: of the file as it is; empty where it could not be read."""

    workbook: Workbook | None
    diagnostics: tuple[Diagnostic, ...]
    sha256: str = ""


def read_workbook(path: Path, shown: str) -> WorkbookReading:
    """Read an .xlsx or .ods file; never an exception, no code run, no link followed, memory bounded."""
    data = read_bytes(path, shown, WORKBOOK_LIMIT)
    if isinstance(data, Diagnostic):
        return WorkbookReading(None, (data,))
    digest = hashlib.sha256(data).hexdigest()
    if path.suffix.lower() in _MACRO_SUFFIXES:
        return WorkbookReading(None, (diagnose(MACROS, Place(shown)),), digest)
    refusal = _refused_by_beginning(data, shown)
    if refusal:
        return WorkbookReading(None, (refusal,), digest)
    try:
        package = Package(data, shown)
        return WorkbookReading(*_read(package, shown), digest)
    except PackageError as error:
        return WorkbookReading(None, (error.diagnostic,), digest)
    except XmlRefusedError:
        return WorkbookReading(None, (diagnose(WITH_DOCUMENT_TYPE, Place(shown)),), digest)
    except XmlBrokenError:
        return WorkbookReading(None, (package.broken("nội dung XML bị hỏng").diagnostic,), digest)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal; empty where it can't be read or is larger than any workbook may be."""
    data = read_bytes(path, "", WORKBOOK_LIMIT)
    return "" if isinstance(data, Diagnostic) else hashlib.sha256(data).hexdigest()


def _read(package: Package, shown: str) -> tuple[Workbook | None, tuple[Diagnostic, ...]]:
    place = Place(shown)
    kind = _kind(package)
    if kind not in ("xlsx", "ods"):
        return None, (diagnose(NOT_A_WORKBOOK, place, kind=kind),)
    if any(_WITH_MACROS.search(name) for name in package.parts):
        return None, (diagnose(MACROS, place),)
    if kind == "ods":
        if b"encryption-data" in _content(package, "META-INF/manifest.xml"):
            return None, (diagnose(OLD_OR_LOCKED, place, fault=_LOCKED, remedy=_UNLOCK),)
        return read_ods(package), ()
    links = any(name.startswith("xl/externalLinks/") for name in package.parts)
    return read_xlsx(package), (diagnose(OUTSIDE_LINKS, place),) if links else ()


def _kind(package: Package) -> str:
    """``xlsx``, ``ods``, or what the zip is instead, in Vietnamese."""
    if _content(package, "mimetype").strip() == _ODS.encode():
        return "ods"
    if "[Content_Types].xml" in package:
        if "xl/workbook.bin" in package:
            return "tệp Excel nhị phân (.xlsb)"
        if any(name.startswith("xl/") for name in package.parts) or _names_a_workbook(package):
            return "xlsx"
        if any(name.startswith("word/") for name in package.parts):
            return "tệp Word (.docx)"
    return "tệp nén hoặc tệp của phần mềm khác"


def _names_a_workbook(package: Package) -> bool:
    found = elements(package.chunks("[Content_Types].xml"))
    return any("spreadsheetml.sheet.main" in attributes.get("ContentType", "") for _, attributes, _ in found)


def _content(package: Package, name: str) -> bytes:
    return package.content(name) if name in package else b""


def _refused_by_beginning(data: bytes, shown: str) -> Diagnostic | None:
    place = Place(shown)
    if not data:
        return diagnose(EMPTY_FILE, place)
    if data.startswith(_OLE):
        fault, remedy = (_LOCKED, _UNLOCK) if _ENCRYPTED in data else (_OLD, _SAVE_AS)
        return diagnose(OLD_OR_LOCKED, place, fault=fault, remedy=remedy)
    if data.startswith(b"PK"):
        return None
    kind = "trang web (HTML)" if _HTML.match(data[:1024]) else foreign_format(data) or "tệp văn bản (như CSV)"
    return diagnose(NOT_A_WORKBOOK, place, kind=kind)


_LOCKED = "được đặt mật khẩu nên không đọc được"
_UNLOCK = "mở tệp trong Excel, bỏ mật khẩu (File, Info, Protect Workbook, Encrypt with Password: xóa trắng), lưu lại"
_OLD = "ở dạng Excel đời cũ (.xls)"
_SAVE_AS = "mở tệp, chọn Save As, loại Excel Workbook (.xlsx), rồi gửi tệp mới"
