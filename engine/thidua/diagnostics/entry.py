"""One entry of the catalogue of diagnostics."""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How grave a problem is; an error stops the run or the unit, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def vietnamese(self) -> str:
        """The word shown to users."""
        return {"error": "lỗi", "warning": "cảnh báo", "information": "thông tin"}[self.value]


class Entry(Struct, frozen=True):
    """A kind of problem. ``message`` and ``hint`` are templates filled from the fields of one diagnostic.

    ``why`` and ``example`` make the page that ``thidua rule TD-…`` prints. Numbers are never used again.
    """

    code: int
    severity: Severity
    title: str
    message: str
    hint: str
    why: str
    example: str

    @property
    def name(self) -> str:
        """The code as shown: ``TD-203``."""
        return f"TD-{self.code:03d}"
