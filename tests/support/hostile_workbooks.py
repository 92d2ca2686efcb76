"""Workbooks as nobody should send them, made when a test asks for one."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" '
    'r:id="rId1"/></sheets></workbook>'
)
WORKBOOK_RELS = RELS.replace('officeDocument" Target="xl/workbook.xml', 'worksheet" Target="worksheets/sheet1.xml')
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return found.getvalue()


def parts(rows: str = "", **others: str | bytes) -> dict[str, str | bytes]:
    """The parts of the smallest .xlsx, its rows as XML."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELS,
        "xl/worksheets/sheet1.xml": SHEET % rows,
        **others,
    }


def ods(content: str, **others: str | bytes) -> bytes:
    """An .ods whose tables are given as XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{content}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": mime, "content.xml": body, **others})


def real_workbook() -> bytes:
    """A workbook as openpyxl writes it."""
    found = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.active["B2"] = 97.5
    workbook.save(found)
    return found.getvalue()


def written(folder: Path, data: bytes, name: str = "a.xlsx") -> Path:
    """The file with this content."""
    path = folder / name
    path.write_bytes(data)
    return path
