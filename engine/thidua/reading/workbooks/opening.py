"""Open a workbook of unknown origin: what it is, whether it may be read, and then what stands in it."""

import hashlib
import re
from pathlib import Path

from msgspec import Struct

from thidua.diagnostics import Diagnostic, diagnose
from thidua.reading.files import read_bytes
from thidua.reading.office.opening import LOCKED, OFFICE_LIMIT, OfficeKind, open_office
from thidua.reading.office.package import Package, PackageFaults
from thidua.reading.office.xml import elements
from thidua.reading.workbooks.model import Workbook
from thidua.reading.workbooks.ods import read_ods
from thidua.reading.workbooks.xlsx import read_xlsx

OUTSIDE_LINKS = 437

WORKBOOK_LIMIT = OFFICE_LIMIT

_KIND = OfficeKind(
    macro_suffixes=frozenset((".xlsm", ".xltm")),
    faults=PackageFaults(broken=434, too_large=435),
    not_this_kind=431,
    old_or_locked=432,
    macros=433,
    with_document_type=436,
    old="ở dạng Excel đời cũ (.xls)",
    save_as="mở tệp, chọn Save As, loại Excel Workbook (.xlsx), rồi gửi tệp mới",
    unlock="mở tệp trong Excel, bỏ mật khẩu (File, Info, Protect Workbook, Encrypt with Password: xóa trắng), lưu lại",
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_WITH_MACROS = re.compile(r"vbaProject\.bin$|^xl/macrosheets/|^Basic/[^/]+/(?!script-l)[^/]+\.xml$|^Scripts/.")


class WorkbookReading(Struct, frozen=True):
    """A workbook, or why there is none. ``sha256``: of the file as it is; empty where it could not be read."""

    workbook: Workbook | None
    diagnostics: tuple[Diagnostic, ...]
    sha256: str = ""


def read_workbook(path: Path, shown: str) -> WorkbookReading:
    """Read an .xlsx or .ods file; never an exception, no code run, no link followed, memory bounded."""
    opened = open_office(path, shown, _KIND, _read)
    return WorkbookReading(opened.content, opened.diagnostics, opened.sha256)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal; empty where it can't be read or is larger than any workbook may be."""
    data = read_bytes(path, "", WORKBOOK_LIMIT)
    return "" if isinstance(data, Diagnostic) else hashlib.sha256(data).hexdigest()


def _read(package: Package) -> tuple[Workbook | None, tuple[Diagnostic, ...]]:
    place = package.place
    kind = _kind(package)
    if kind not in ("xlsx", "ods"):
        return None, (diagnose(_KIND.not_this_kind, place, kind=kind),)
    if any(_WITH_MACROS.search(name) for name in package.parts):
        return None, (diagnose(_KIND.macros, place),)
    if kind == "ods":
        if b"encryption-data" in package.content_or_nothing("META-INF/manifest.xml"):
            return None, (diagnose(_KIND.old_or_locked, place, fault=LOCKED, remedy=_KIND.unlock),)
        return read_ods(package), ()
    links = any(name.startswith("xl/externalLinks/") for name in package.parts)
    return read_xlsx(package), (diagnose(OUTSIDE_LINKS, place),) if links else ()


def _kind(package: Package) -> str:
    """``xlsx``, ``ods``, or what the zip is instead, in Vietnamese."""
    if package.content_or_nothing("mimetype").strip() == _ODS.encode():
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
