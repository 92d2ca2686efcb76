"""Workbooks (.xlsx, .ods) of unknown origin to cells with addresses. Nothing in them is run, worked out or followed."""

from thidua.reading.workbooks.model import Cell, CellKind, Merged, Sheet, Workbook
from thidua.reading.workbooks.opening import (
    WORKBOOK_LIMIT,
    WorkbookReading,
    file_hash,
    read_workbook,
)

__all__ = [
    "WORKBOOK_LIMIT",
    "Cell",
    "CellKind",
    "Merged",
    "Sheet",
    "Workbook",
    "WorkbookReading",
    "file_hash",
    "read_workbook",
]
