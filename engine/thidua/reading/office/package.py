"""The zip around an office file, opened without trust: sizes are checked before and while reading."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.files import MEBIBYTE

MOST_PARTS = 2000
MOST_BYTES_READ = 32 * MEBIBYTE
"""Of all parts that are read, unpacked."""
_SUSPICIOUS_SIZE = 16 * MEBIBYTE
_SUSPICIOUS_RATIO = 100
_CHUNK = 64 * 1024
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Whatever a damaged zip makes of Python's reader.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)


class PackageFaults(NamedTuple):
    """The catalogue numbers for a file that is damaged, and for one that holds too much."""

    broken: int
    too_large: int


class PackageError(Exception):
    """The zip can't be read further; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class Package:
    """The parts of a zip, read only, in chunks, up to a limit for all of them. Raises PackageError."""

    def __init__(self, data: bytes, shown: str, faults: PackageFaults) -> None:
        self.place = Place(shown)
        self.faults = faults
        self.left = MOST_BYTES_READ
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
            self.parts = {each.filename: each for each in self.zip.infolist()}
        except _DAMAGE as error:
            raise self.broken("không mở được gói nén") from error
        self._check_directory()

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part, piece by piece."""
        info = self.parts.get(name)
        if info is None:
            raise self.broken(f"thiếu phần {name}")
        try:
            with self.zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        raise self.too_large(f"nội dung bung ra quá {MOST_BYTES_READ // MEBIBYTE} MB")
                    yield chunk
        except _DAMAGE as error:
            raise self.broken(f"phần {name} hỏng hoặc bị khóa") from error

    def content(self, name: str) -> bytes:
        """The whole content of a small part."""
        return b"".join(self.chunks(name))

    def content_or_nothing(self, name: str) -> bytes:
        """The whole content of a small part; nothing where the package lacks it."""
        return self.content(name) if name in self else b""

    def broken(self, fault: str) -> PackageError:
        """That the file is damaged."""
        return PackageError(diagnose(self.faults.broken, self.place, fault=fault))

    def too_large(self, fault: str) -> PackageError:
        """That the file holds more than any dossier does."""
        return PackageError(diagnose(self.faults.too_large, self.place, fault=fault))

    def _check_directory(self) -> None:
        if len(self.parts) > MOST_PARTS:
            raise self.too_large(f"gói nén có {len(self.parts)} phần")
        for info in self.parts.values():
            if info.flag_bits & 1:
                raise self.broken("gói nén đặt mật khẩu")
            if info.compress_type not in _USUAL:
                raise self.broken("gói nén theo cách mà phần mềm bảng tính không dùng")
            packed = max(info.compress_size, 1)
            if info.file_size > _SUSPICIOUS_SIZE and info.file_size > _SUSPICIOUS_RATIO * packed:
                raise self.too_large(f"phần {info.filename} bung ra {info.file_size // MEBIBYTE} MB")
