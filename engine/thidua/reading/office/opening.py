"""Open an office file of unknown origin: whether it may be read, and if not, why and what to do."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.encodings import foreign_format
from thidua.reading.files import MEBIBYTE, read_bytes
from thidua.reading.office.package import Package, PackageError, PackageFaults
from thidua.reading.office.xml import XmlBrokenError, XmlRefusedError

EMPTY_FILE = 103
OFFICE_LIMIT = 20 * MEBIBYTE

LOCKED = "được đặt mật khẩu nên không đọc được"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|meta)", re.IGNORECASE)

Content = TypeVar("Content")


class OfficeKind(Struct, frozen=True):
    """What differs between kinds of office files: catalogue numbers, and the words of their remedies.

    ``old``: what an OLE file of this kind is called; ``save_as`` and ``unlock`` say how to make it readable.
    """

    macro_suffixes: frozenset[str]
    faults: PackageFaults
    not_this_kind: int
    old_or_locked: int
    macros: int
    with_document_type: int
    old: str
    save_as: str
    unlock: str


class Opened(Struct, Generic[Content], frozen=True):
    """What was read, or why nothing was. ``sha256``: of the file as it is; empty where it could not be read."""

    content: Content | None
    diagnostics: tuple[Diagnostic, ...]
    sha256: str = ""


def open_office(
    path: Path,
    shown: str,
    kind: OfficeKind,
    read: Callable[[Package], tuple[Content | None, tuple[Diagnostic, ...]]],
) -> Opened[Content]:
    """Open a file and read its package; never an exception, no code run, no link followed, memory bounded."""
    data = read_bytes(path, shown, OFFICE_LIMIT)
    if isinstance(data, Diagnostic):
        return Opened(None, (data,))
    digest = hashlib.sha256(data).hexdigest()
    place = Place(shown)
    if path.suffix.lower() in kind.macro_suffixes:
        return Opened(None, (diagnose(kind.macros, place),), digest)
    refusal = _refused_by_beginning(data, place, kind)
    if refusal:
        return Opened(None, (refusal,), digest)
    try:
        package = Package(data, shown, kind.faults)
        return Opened(*read(package), digest)
    except PackageError as error:
        return Opened(None, (error.diagnostic,), digest)
    except XmlRefusedError:
        return Opened(None, (diagnose(kind.with_document_type, place),), digest)
    except XmlBrokenError:
        return Opened(None, (diagnose(kind.faults.broken, place, fault="nội dung XML bị hỏng"),), digest)


def _refused_by_beginning(data: bytes, place: Place, kind: OfficeKind) -> Diagnostic | None:
    if not data:
        return diagnose(EMPTY_FILE, place)
    if data.startswith(_OLE):
        fault, remedy = (LOCKED, kind.unlock) if _ENCRYPTED in data else (kind.old, kind.save_as)
        return diagnose(kind.old_or_locked, place, fault=fault, remedy=remedy)
    if data.startswith(b"PK"):
        return None
    other = "trang web (HTML)" if _HTML.match(data[:1024]) else foreign_format(data) or "tệp văn bản (như CSV)"
    return diagnose(kind.not_this_kind, place, kind=other)
