"""Workbooks of unknown origin: refused with what to do, or read with nothing run and memory bounded."""

import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hostile_workbooks import SHEET, TYPES, ods, packed, parts, real_workbook, written

from thidua.reading.workbooks import WORKBOOK_LIMIT, read_workbook

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    + SHEET % '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>'
)
OUTSIDE_FILE = LAUGHS.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')
BLANK = " " * 12_000_000
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def locked_zip() -> bytes:
    data = bytearray(real_workbook())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying_zip() -> bytes:
    """A part that unpacks to more than its size in the directory says."""
    data = bytearray(packed(parts(ONE + " " * 100_000)))
    info = zipfile.ZipFile(BytesIO(data)).getinfo("xl/worksheets/sheet1.xml")
    small = (1000).to_bytes(4, "little")
    real = info.file_size.to_bytes(4, "little")
    return bytes(data.replace(real, small))


def damaged_zip() -> bytes:
    """One bit of a part has changed on the way."""
    data = packed(parts(ONE))
    crc = zipfile.ZipFile(BytesIO(data)).getinfo("xl/worksheets/sheet1.xml").CRC
    return data.replace(crc.to_bytes(4, "little"), (crc ^ 1).to_bytes(4, "little"))


REFUSED = {
    "empty": b"",
    "csv": "tiêu chí;điểm\nthu-ngan-sach;40\n".encode(),
    "html": b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>",
    "pdf": b"%PDF-1.7",
    "docx": packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}),
    "zip": packed({"a.txt": "a"}),
    "xlsb": packed({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "a"}),
    "xls": b"\xd0\xcf\x11\xe0" + bytes(600),
    "locked": b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "locked zip": locked_zip(),
    "locked ods": ods("", **{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
    "macros": packed(parts(ONE, **{"xl/vbaProject.bin": b"a"})),
    "macros of Excel 4": packed(parts(ONE, **{"xl/macrosheets/sheet1.xml": "<a/>"})),
    "macros of LibreOffice": ods("", **{"Basic/Standard/Module1.xml": "<a/>"}),
    "cut off": real_workbook()[:2000],
    "damaged": damaged_zip(),
    "no main part": packed({"[Content_Types].xml": TYPES}),
    "broken XML": packed(parts("<row")),
    "billion laughs": packed({**parts(), "xl/worksheets/sheet1.xml": LAUGHS}),
    "reads another file": packed({**parts(), "xl/worksheets/sheet1.xml": OUTSIDE_FILE}),
    "bomb": packed({**parts(), "xl/media/a.png": bytes(20_000_000)}),
    "bomb below the ratio": packed(
        parts(ONE + BLANK, **{"xl/sharedStrings.xml": f"<sst>{BLANK}</sst>", "xl/styles.xml": f"<a>{BLANK}</a>"})
    ),
    "lying about its size": lying_zip(),
    "too many cells": packed(parts("<row r='1'>" + "<c><v>1</v></c>" * 50_001 + "</row>")),
    "too many parts": packed(parts(ONE, **{f"xl/a{number}": "" for number in range(2000)})),
    "too many sheets": ods("<table:table/>" * 201),
    "a full sheet in one cell": ods(
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
        "</table:table>"
    ),
}


def test_what_is_refused_and_why(tmp_path: Path, rewrite_golden: bool) -> None:
    told = []
    for name, data in REFUSED.items():
        reading = read_workbook(written(tmp_path, data), "a.xlsx")
        assert reading.workbook is None, name
        told.append(f"== {name}\n" + "".join(f"{each}\n" for each in reading.diagnostics))
    found, expected = "\n".join(told), Path(__file__).parent / "hostile.expected.txt"
    if rewrite_golden:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_a_workbook_with_macros_in_its_name_is_refused(tmp_path: Path) -> None:
    reading = read_workbook(written(tmp_path, real_workbook(), "a.xlsm"), "a.xlsm")
    assert [each.code for each in reading.diagnostics] == [433]


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    reading = read_workbook(path, "a.xlsx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [each.code for each in reading.diagnostics] == [102]
    assert peak < WORKBOOK_LIMIT // 10


@pytest.mark.parametrize("name", ["bomb", "bomb below the ratio", "a full sheet in one cell"])
def test_bombs_take_little_memory(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, REFUSED[name])
    tracemalloc.start()
    read_workbook(path, "a.xlsx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    assert [each.code for each in read_workbook(tmp_path / "b.xlsx", "b").diagnostics] == [100]
    assert [each.code for each in read_workbook(tmp_path, "b").diagnostics] == [101]


def test_links_to_other_files_are_told_and_not_followed(tmp_path: Path) -> None:
    linked = '<row r="1"><c r="A1"><f>[1]Sheet1!B2</f><v>4</v></c></row>'
    data = packed(parts(linked, **{"xl/externalLinks/externalLink1.xml": "<a/>"}))
    reading = read_workbook(written(tmp_path, data), "a.xlsx")
    assert [each.code for each in reading.diagnostics] == [437]
    assert reading.workbook is not None
    cell = reading.workbook.sheets[0].cell(1, 1)
    assert cell is not None
    assert (cell.formula, cell.text) == ("[1]Sheet1!B2", "4")
