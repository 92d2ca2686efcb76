"""Workbooks that we write: made with openpyxl, looking like an office's paper, the same bytes for the same content."""

import sys


def _import_lean() -> None:
    """Import openpyxl without numpy, which it loads only to know its numbers: a third of a second that we never use."""
    if "openpyxl" in sys.modules or "numpy" in sys.modules:
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import openpyxl  # noqa: F401
    finally:
        del sys.modules["numpy"]


_import_lean()
