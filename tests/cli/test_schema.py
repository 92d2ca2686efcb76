"""``thidua schema``: one kind, all, the list, wrong usage."""

import json
import re
from pathlib import Path

import pytest
from command_line import run

from thidua.schemas.editor import EDITOR_FILES, editor_text


@pytest.mark.parametrize("kind", ["thang điểm", "scale", "thang-diem"])
def test_one_kind(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", kind) == 0
    out, err = capsys.readouterr()
    assert out == editor_text("scale")
    assert json.loads(out)["title"] == "Thang điểm"
    assert err == ""


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("đăng ký thi đua", "Đăng ký thi đua"),
        ("vi phạm", "Vi phạm"),
        ("hội nghị, bỏ phiếu", "Hội nghị, bỏ phiếu"),
        ("bo-phieu", "Hội nghị, bỏ phiếu"),
        ("quy tắc kiểm tra, bình xét", "Quy tắc kiểm tra, bình xét"),
        ("bo-quy-tac", "Quy tắc kiểm tra, bình xét"),
        ("rules", "Quy tắc kiểm tra, bình xét"),
        ("trường hợp kiểm thử quy tắc", "Trường hợp kiểm thử quy tắc"),
        ("truong-hop-quy-tac", "Trường hợp kiểm thử quy tắc"),
    ],
)
def test_the_kinds_beside_scales_and_periods(kind: str, title: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", kind) == 0
    assert json.loads(capsys.readouterr().out)["title"] == title


@pytest.mark.parametrize("folder", ["rules", "examples"])
def test_the_schemas_in_the_folders_are_those_that_are_written(folder: str) -> None:
    """Except where the folder has none of that kind."""
    root = Path(__file__).resolve().parents[2] / folder
    there = {file.name: file.read_text(encoding="utf-8") for file in root.glob("*.schema.json")}
    assert there
    assert there == {file: editor_text(kind) for kind, file in EDITOR_FILES.items() if file in there}


def test_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ho-so.schema.json"
    assert run("schema", "hồ sơ tự chấm điểm", "-o", str(file)) == 0
    assert file.read_text(encoding="utf-8") == editor_text("dossier")
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"Đã ghi kết quả vào {file}\n"


def test_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", "--all", str(tmp_path)) == 0
    written = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert written == {file: editor_text(kind) for kind, file in EDITOR_FILES.items()}
    assert capsys.readouterr().err.count("Đã ghi kết quả vào") == len(EDITOR_FILES)


def test_the_list_names_kinds_files_and_the_first_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    out = capsys.readouterr().out
    assert re.search("^đợt chấm điểm  +dot-cham-diem.schema.json$", out, re.MULTILINE)
    assert "# yaml-language-server: $schema=../../thang-diem.schema.json" in out


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("bảng điểm",), 'Không có loại tệp "bảng điểm".'),
        (("-o", "a.json"), "Chưa ghi loại tệp cần lược đồ."),
        (("thang điểm", "--all", "."), 'Tùy chọn "--all" ghi mọi loại tệp nên không đi cùng loại tệp.'),
        (("--all", ".", "-o", "a.json"), 'Tùy chọn "--all" ghi mọi loại tệp nên không đi cùng tùy chọn "--output".'),
        (("--all", "chua-co"), "chua-co"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], fault: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert fault in err
    assert not list(home.glob("*.json"))
