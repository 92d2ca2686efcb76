"""Damaged workbooks give diagnostics, never exceptions."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from filled_forms import filled
from forms import SAMPLE, loaded
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import as_ods

from thidua.forms.read import FormReading, read_form

OTHERWISE = [b"9" * 5000, b"-1", b"x", b"\x00", b"<a>", b"1e999", b"_xD800_", b"&#9;", b""]


@cache
def good(kind: str) -> bytes:
    data = filled(SAMPLE, "tinh-a")
    return as_ods(data) if kind == "ods" else data


@cache
def parts(kind: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(good(kind))) as package:
        return {name: package.read(name) for name in package.namelist()}


def read(folder: Path, data: bytes) -> FormReading:
    path = folder / "a.xlsx"
    path.write_bytes(data)
    found = loaded(SAMPLE)
    assert found.period is not None
    assert found.scale is not None
    return read_form(path, "a.xlsx", found.period, found.scale)


def is_told(reading: FormReading) -> bool:
    """Whether there is a dossier, or it is said why there is none."""
    shown = [str(each).encode("utf-8", "backslashreplace") for each in reading.diagnostics]
    return reading.shaped is not None or bool(shown)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for kind in ("xlsx", "ods"):
        parts(kind)  # made once, and not while a case is drawn
    return tmp_path_factory.mktemp("hỏng")


@settings(max_examples=60)
@given(st.sampled_from(["xlsx", "ods"]), st.data())
def test_any_damaged_bytes(folder: Path, kind: str, data: st.DataObject) -> None:
    content = bytearray(good(kind))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(content))))
    assert is_told(read(folder, bytes(content[:cut])))


@settings(max_examples=60)
@given(st.sampled_from(["xlsx", "ods"]), st.data())
def test_parts_that_say_something_else(folder: Path, kind: str, data: st.DataObject) -> None:
    """The zip is sound; numbers, addresses, styles and references inside are anything."""
    changed = dict(parts(kind))
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(changed)))
        content = changed[name]
        at = data.draw(st.integers(0, len(content)))
        new = data.draw(
            st.sampled_from([b"9" * 5000, b"-1", b"x", b"\x00", b"<a>", b"1e999", b"_xD800_", b"&#9;", b""])
        )
        changed[name] = content[:at] + new + content[at + data.draw(st.integers(0, 6)) :]
    if data.draw(st.booleans()):
        del changed[data.draw(st.sampled_from(sorted(changed)))]
    found = BytesIO()
    with ZipFile(found, "w", ZIP_DEFLATED) as package:
        for name, content in changed.items():
            package.writestr(name, content)
    assert is_told(read(folder, found.getvalue()))
