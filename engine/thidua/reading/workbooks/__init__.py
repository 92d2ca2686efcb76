"""Workbooks (.xlsx, .ods) of unknown origin to cells with addresses. Nothing in them is run, worked out or followed."""

from thidua.reading.workbooks.model import Cell, CellKind, Merged, Sheet, Workbook
from thidua.reading.workbooks.opening import (
    REFUSED_SUFFIXES,
    WORKBOOK_LIMIT,
    WORKBOOK_SUFFIXES,
    WorkbookReading,
    read_workbook,
)

__all__ = [
    "REFUSED_SUFFIXES",
    "WORKBOOK_LIMIT",
    "WORKBOOK_SUFFIXES",
    "Cell",
    "CellKind",
    "Merged",
    "Sheet",
    "Workbook",
    "WorkbookReading",
    "read_workbook",
]
