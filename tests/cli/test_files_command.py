"""``thidua files``: sizes and hashes of what dossiers name, and what was changed since a list was saved."""

import hashlib
import shutil
from pathlib import Path

import pytest
from command_line import run

ROOT = Path(__file__).resolve().parents[2]
PERIOD = ROOT / "examples/mien-dong-nam-bo-2019"
REPORT = "ho-so/tinh-a/bao-cao-tong-ket.docx"


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PERIOD, tmp_path / "dot"))


def test_size_and_hash_of_every_named_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("files", str(PERIOD)) == 0
    lines = capsys.readouterr().out.splitlines()
    content = (PERIOD / REPORT).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert lines[0] == "đơn vị;tài liệu;tệp;dung lượng;sha256"
    assert any(f";tinh-a/bao-cao-tong-ket.docx;{len(content)};{digest}" in each for each in lines)
    assert [each for each in lines if each.endswith(";không có tệp;")] == [
        each for each in lines if "tinh-e/bao-cao-kiem-soat-thu-tuc.md" in each
    ]


def test_what_changed_since_a_list_was_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    period, saved = copied(tmp_path), tmp_path / "ke-tep.csv"
    assert run("files", str(period), "--home", str(ROOT), "-o", str(saved)) == 0
    assert run("files", str(period), "--home", str(ROOT), "--since", str(saved)) == 0
    (period / REPORT).write_bytes(b"PK\x03\x04 changed")
    (period / "ho-so/tinh-c/quyet-dinh-pho-cap-giao-duc.txt").unlink()
    dossier = period / "ho-so/tinh-d.yaml"
    dossier.write_text(dossier.read_text("utf-8").replace("tinh-d/bao-cao-tham-luan.md", "tinh-d.yaml"), "utf-8")
    capsys.readouterr()
    assert run("files", str(period), "--home", str(ROOT), "--since", str(saved)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Tỉnh A: tinh-a/bao-cao-tong-ket.docx đã đổi nội dung",
        "Tỉnh C: tinh-c/quyet-dinh-pho-cap-giao-duc.txt không còn tệp",
        "Tỉnh D: tinh-d.yaml mới kê thêm",
        "Tỉnh D: tinh-d/bao-cao-tham-luan.md không còn được kê",
    ]


def test_another_file_than_a_list_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "a.csv"
    other.write_text("a;b\n1;2\n", "utf-8")
    assert run("files", str(PERIOD), "--since", str(other)) == 3
    assert "Không phải bản kê do thidua files -o lập" in capsys.readouterr().err
