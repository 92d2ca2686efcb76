"""Texts from files of every sort, and files written whole."""

import os
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.diagnostics import Diagnostic
from thidua.reading import read_text, read_yaml, write_new, write_whole

SENTENCE = "Cụm thi đua các tỉnh miền Đông Nam Bộ: dự toán thu ngân sách được giao, đơn vị thực hiện"
# Words of the same kind in TCVN3 and VNI, as old documents hold them: each byte shown as its Latin-1 letter.
TCVN3 = "C\xf4m thi \xae\xaea c\xb8c t\xd8nh mi\xd2n \xa7\xabng Nam B\xe9: d\xf9 to\xb8n thu ng\xa9n s\xb8ch"
VNI = "Cu\xefm thi \xf1ua ca\xf9c t\xe6nh mie\xe0n \xd1o\xe2ng Nam Bo\xe4: d\xf6\xef toa\xf9n thu nga\xe2n sa\xf9ch"


def cp1258(text: str) -> bytes:
    """Base letters with their marks of shape, then the tone as a combining character, as Windows writes it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = ""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        shape = "".join(mark for mark in marks if mark not in tones)
        written += unicodedata.normalize("NFC", shape) + "".join(mark for mark in marks if mark in tones)
    return written.encode("cp1258")


def refusal(path: Path, data: bytes | None = None, limit: int = 10_000) -> Diagnostic:
    if data is not None:
        path.write_bytes(data)
    found = read_text(path, "so-lieu.yaml", limit)
    assert isinstance(found, Diagnostic)
    return found


def test_a_good_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "a: 1\u00a0000\r\nb:\u202f\r  c: d\n".encode())
    assert read_text(path, "a.yaml") == "a: 1 000\nb: \n  c: d\n"


def test_text_becomes_nfc(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(unicodedata.normalize("NFD", SENTENCE).encode())
    assert read_text(path, "a.yaml") == SENTENCE


def test_hard_spaces_at_the_start_of_a_line_are_left_to_the_format(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a:\n\u00a0\u00a0b: c\n", "utf-8")
    text = read_text(path, "a.yaml")
    assert text == "a:\n\u00a0\u00a0b: c\n"
    assert [problem.code for problem in read_yaml(text, "a.yaml").diagnostics] == [108]


def test_what_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "thiếu.yaml").code == 100
    (tmp_path / "tệp").write_bytes(b"a")
    assert refusal(tmp_path / "tệp" / "con.yaml").code == 100
    assert "thư mục" in str(refusal(tmp_path))
    assert refusal(tmp_path / "\x00.yaml").code == 101
    assert refusal(tmp_path / ("a" * 5000)).code == 101
    os.mkfifo(tmp_path / "ống")
    assert refusal(tmp_path / "ống").code == 101


def test_a_broken_link_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    assert refusal(tmp_path / "a.yaml").code == 100


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as an administrator, who may read everything: so the refusal itself is put in."""

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    monkeypatch.setattr(Path, "open", refuse)
    found = refusal(path)
    assert (found.code, "quyền" in found.message) == (101, True)


def test_the_size_is_checked_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "lớn.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    found = refusal(path, limit=8 * 1024 * 1024)
    assert found.message == "Tệp lớn 1048576 MB, quá mức 8 MB."
    assert read_text(tmp_path / "vừa.yaml", "a") != ""
    assert refusal(tmp_path / "b.yaml", b"a" * 11, limit=10).code == 102
    (tmp_path / "c.yaml").write_bytes(b"a" * 10)
    assert read_text(tmp_path / "c.yaml", "c", 10) == "a" * 10


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_empty_files(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path / "a.yaml", data).code == 103


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SENTENCE.encode("utf-16"), "UTF-16"),
        (SENTENCE.encode("utf-16-le"), "UTF-16"),
        (SENTENCE.encode("utf-16-be"), "UTF-16"),
        (SENTENCE.encode("utf-32"), "UTF-16"),
        (TCVN3.encode("latin-1"), "TCVN3"),
        (VNI.encode("latin-1"), "VNI"),
        (cp1258(SENTENCE), "Windows-1258"),
        (SENTENCE.encode().replace("ự".encode(), b"\xe1\xbb", 1), "UTF-8 nhưng có chỗ bị hỏng"),
        (b"a: \xff\n", "bảng mã cũ"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, data: bytes, name: str) -> None:
    found = refusal(tmp_path / "a.yaml", data)
    assert found.code == 104
    assert name in found.message


def test_the_place_of_a_bad_byte_counts_characters(tmp_path: Path) -> None:
    found = refusal(tmp_path / "a.yaml", "mã: a\ntên: Đông".encode() + b"\xff\n")
    assert (found.place.line, found.place.column) == (2, 10)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00xl/workbook.xml\x00", "tệp Excel (.xlsx)"),
        (b"PK\x03\x04\x14\x00word/document.xml\x00", "tệp Word (.docx)"),
        (b"PK\x03\x04\x14\x00a.txt\x00", "tệp Excel, Word hoặc tệp nén"),
        (b"\x89PNG\r\n\x1a\n", "tệp ảnh (.png)"),
        (random.Random(1).randbytes(4000), "ảnh, tệp của phần mềm khác"),
        (bytes(3000), "ảnh, tệp của phần mềm khác"),
        (bytes(range(256)) * 4 + bytes(900), "ảnh, tệp của phần mềm khác"),
    ],
)
def test_what_is_no_text_is_not_taken_for_an_old_encoding(tmp_path: Path, data: bytes, kind: str) -> None:
    found = refusal(tmp_path / "a.yaml", data)
    assert found.code == 105
    assert kind in str(found)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.7", b"{\\rtf1"])
def test_office_files(tmp_path: Path, start: bytes) -> None:
    assert refusal(tmp_path / "a.csv", start + b"\x00\xff").code == 105


@pytest.mark.parametrize(
    ("letter", "code"), [("\x00", 106), ("\x0b", 106), ("\x85", 106), ("\u2028", 106), ("\u200b", 107), ("\u00ad", 107)]
)
def test_unwanted_characters_have_a_place(tmp_path: Path, letter: str, code: int) -> None:
    found = refusal(tmp_path / "a.yaml", f"mã: a\r\ntên: Tỉnh{letter} A {letter}\r\n".encode())
    assert (found.code, found.place.line, found.place.column) == (code, 2, 10)
    assert f"U+{ord(letter):04X}" in found.message
    assert found.message.endswith("(và 1 chỗ khác).")


def test_a_path_with_a_lone_surrogate_is_only_a_missing_file(tmp_path: Path) -> None:
    found = read_text(tmp_path / "a\udc80.yaml", "a\udc80.yaml")
    assert isinstance(found, Diagnostic)
    assert found.code == 100


def test_a_long_line_of_hard_spaces_takes_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: b" + "\u00a0c" * 1_000_000, "utf-8")
    assert read_text(path, "a") == "a: b" + " c" * 1_000_000


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=300)
    | st.lists(st.sampled_from([b"a: ", b"\x00", b"\xff", b"\xe1\xbb", b"\n", b"\xc2\xa0"])).map(b"".join)
)
def test_any_bytes_give_a_text_or_a_diagnostic(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bất kỳ.yaml"
    path.write_bytes(data)
    text = read_text(path, "a.yaml")
    if isinstance(text, Diagnostic):
        assert str(text)
        return
    assert unicodedata.is_normalized("NFC", text)
    reading = read_yaml(text, "a.yaml")
    assert reading.root is not None or reading.diagnostics


def test_writing_whole(tmp_path: Path) -> None:
    path = tmp_path / "kết quả.json"
    write_whole(path, b"1")
    path.chmod(0o640)
    write_whole(path, b"2")
    assert path.read_bytes() == b"2"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == [path.name]


def test_a_failed_write_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kết quả.json"
    path.write_bytes(b"old")

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space") as raised:
        write_whole(path, b"new")
    assert raised.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == [path.name]


def test_of_new_files_all_are_written_or_none(tmp_path: Path) -> None:
    kept = tmp_path / "có sẵn"
    kept.mkdir()
    (tmp_path / "mới").write_bytes(b"")
    first, second = kept / "a" / "b" / "1", kept / "c" / "2"
    with pytest.raises(NotADirectoryError):
        write_new({first: b"1", second: b"2", tmp_path / "mới" / "3": b"3"})
    assert sorted(os.listdir(tmp_path)) == ["có sẵn", "mới"]
    assert os.listdir(kept) == []
    write_new({first: b"1", second: b"2"})
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


def test_writing_over_a_folder_or_into_nowhere_raises(tmp_path: Path) -> None:
    (tmp_path / "thư mục").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "thư mục", b"1")
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "không có" / "a", b"1")
    assert os.listdir(tmp_path) == ["thư mục"]
