"""``thidua init``: what it makes checks, tests and scores at once, wherever and for whatever cluster it is made."""

from datetime import date
from pathlib import Path

import pytest
from command_line import run

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("THIDUA_HOME", raising=False)
    return tmp_path


def test_the_files_and_the_first_commands_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], rewrite_golden: bool
) -> None:
    assert run("init", "cum-a", "--cluster", "cum-a", "--year", "2027") == 0
    out = capsys.readouterr().out
    golden = EXPECTED / "init.txt"
    if rewrite_golden:
        golden.write_bytes(out.encode())
    assert out == golden.read_text("utf-8")


def test_the_working_folder_is_told_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "Cụm A").mkdir()
    monkeypatch.chdir(folder / "Cụm A")
    assert run("init", ".", "--cluster", "cum-a", "--year", "2027") == 0
    out = capsys.readouterr().out
    assert out.startswith("Đã lập thư mục gốc của Cụm ở thư mục hiện tại (Cụm A):\n")
    assert out.endswith("\nThử ngay:\n  thidua check\n  thidua test\n  thidua score dot/cum-a-2027\n")


@pytest.mark.parametrize("name", ["cum-a", "Cụm số 1 của tỉnh"])
def test_everything_works_at_once(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("init", name, "--cluster", "so-noi-vu", "--year", "2031") == 0
    monkeypatch.chdir(folder / name)
    capsys.readouterr()
    assert run("check") == 0
    assert run("check", "dot/so-noi-vu-2031") == 0
    assert run("test", "--coverage") == 0
    out = capsys.readouterr().out
    assert "0 lỗi" not in out
    assert "Chưa có trường hợp nào tới" not in out
    assert run("score", "dot/so-noi-vu-2031", "--engine", "reference") == 0
    table = capsys.readouterr().out
    assert "MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH" in table
    assert "2026" not in table


def test_the_first_lines_name_schemas_that_are_there(folder: Path) -> None:
    assert run("init", "cum-a") == 0
    files = list((folder / "cum-a").rglob("*.yaml"))
    assert len(files) == 7
    for file in files:
        first = file.read_text("utf-8").partition("\n")[0]
        assert (file.parent / first.partition("$schema=")[2]).is_file(), file


def test_the_year_is_this_year_where_none_is_given(folder: Path) -> None:
    assert run("init", "cum-a", "--cluster", "cum-a") == 0
    assert (folder / f"cum-a/criteria/cum-a/{date.today().year}/thang-diem.yaml").is_file()


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "cum-a").mkdir()
    (folder / "cum-a/thang-diem.docx").touch()
    assert run("init", "cum-a") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "cum-a:1:1: lỗi TD-644: Thư mục này đã có tệp “thang-diem.docx”; không ghi đè.\n"
        "    Gợi ý: Chọn một thư mục chưa có, hoặc một thư mục trống.\n"
    )
    assert run("init", "cum-a/thang-diem.docx") == 2
    assert [each.name for each in (folder / "cum-a").iterdir()] == ["thang-diem.docx"]


def test_hidden_files_are_let_alone(folder: Path) -> None:
    (folder / "cum-a/.git").mkdir(parents=True)
    assert run("init", "cum-a") == 0


@pytest.mark.parametrize("wrong", ["Cụm A", "cum/a", "1-cum"])
def test_an_ill_formed_id_is_refused(wrong: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "moi", "--cluster", wrong) == 2
    assert "lỗi TD-" in capsys.readouterr().err
    assert not (folder / "moi").exists()
