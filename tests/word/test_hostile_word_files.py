"""Word files of unknown origin: refused with what to do, with nothing run and memory bounded."""

import tracemalloc
from pathlib import Path

import pytest
from hostile_workbooks import packed, real_workbook, written
from small_cluster import same_as_golden
from word_files import MAIN, document, docx, para

from thidua.reading.word import read_word

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE_FILE = LAUGHS.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')
BLANK = " " * 12_000_000

REFUSED = {
    "empty": b"",
    "text": "Báo cáo tổng kết".encode(),
    "html": b"<html><p>a</p></html>",
    "pdf": b"%PDF-1.7",
    "xlsx": real_workbook(),
    "odt": packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
    "zip": packed({"a.txt": "a"}),
    "doc": b"\xd0\xcf\x11\xe0" + bytes(600),
    "locked": b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "macros": docx(para("a"), **{"word/vbaProject.bin": b"a"}),
    "cut off": docx(para("a"))[:300],
    "broken XML": docx("<w:p>"),
    "billion laughs": docx("", **{"word/document.xml": LAUGHS}),
    "reads another file": docx("", **{"word/document.xml": OUTSIDE_FILE}),
    "bomb": docx(para("a"), **{"word/media/a.png": bytes(20_000_000)}),
    "bomb below the ratio": docx(BLANK, **{"word/styles.xml": document(BLANK), "word/comments.xml": document(BLANK)}),
    "too many parts": docx(para("a"), **{f"word/a{number}": "" for number in range(2000)}),
    "too many paragraphs": docx("<w:p/>" * 50_001),
}


def test_what_is_refused_and_why(tmp_path: Path, rewrite_golden: bool) -> None:
    told = []
    for name, data in REFUSED.items():
        reading = read_word(written(tmp_path, data, "a.docx"), "a.docx")
        assert reading.document is None, name
        told.append(f"== {name}\n" + "".join(f"{each}\n" for each in reading.diagnostics))
    assert same_as_golden("\n".join(told), Path(__file__).parent / "hostile.expected.txt", rewrite_golden)


def test_a_document_with_macros_in_its_name_is_refused(tmp_path: Path) -> None:
    reading = read_word(written(tmp_path, docx(para("a")), "a.docm"), "a.docm")
    assert [each.code for each in reading.diagnostics] == [492]


@pytest.mark.parametrize("name", ["bomb", "bomb below the ratio", "too many paragraphs"])
def test_bombs_take_little_memory(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, REFUSED[name], "a.docx")
    tracemalloc.start()
    read_word(path, "a.docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


@pytest.mark.parametrize("cut", range(0, 900, 37))
def test_a_damaged_file_is_never_an_exception(cut: int, tmp_path: Path) -> None:
    data = bytearray(docx(para("Điểm tự chấm: 19,5") * 5))
    data[cut % len(data)] ^= 0x5A
    read_word(written(tmp_path, bytes(data), "a.docx"), "a.docx")
