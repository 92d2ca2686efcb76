"""``thidua import``: what is said, and the exit codes."""

import errno
from pathlib import Path

import openpyxl
import pytest
from command_line import run

from thidua.forms.keeping import keep


@pytest.fixture
def forms(home: Path) -> Path:
    """Blank forms of all units of the period, whose dossiers are gone."""
    assert run("form", "--period", "dot/2019", "--all", "-o", "bieu") == 0
    for file in Path("dot/2019/ho-so").glob("*.yaml"):
        file.unlink()
    return home


def test_workbooks_become_dossiers(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    files = sorted(str(file) for file in Path("bieu").iterdir())
    assert run("import", *files, "--period", "dot/2019", "--received", "10/02/2020") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "Đã nhập hồ sơ của Tỉnh A: dot/2019/ho-so/tinh-a.yaml\n" in told.err
    assert told.err.endswith(f"{len(files)} biểu: {len(files)} đã nhập, 0 chưa nhập được\n")
    assert "ngày nhận: 10/02/2020\n" in Path("dot/2019/ho-so/tinh-a.yaml").read_text("utf-8")


def test_a_dossier_that_is_there_is_told(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = "bieu/tinh-a.xlsx"
    Path("dot/2019/ho-so/tinh-a.yaml").write_text("loại tệp: hồ sơ tự chấm điểm\nđơn vị: tinh-a\n", "utf-8")
    assert run("import", file, "--period", "dot/2019") == 1
    assert "lỗi TD-471: Đã có dot/2019/ho-so/tinh-a.yaml; hồ sơ của Tỉnh A được giữ nguyên." in capsys.readouterr().err
    assert run("import", file, "--period", "dot/2019", "--replace") == 0
    assert run("import", file, "--period", "dot/2019") == 0
    assert "thông tin TD-472" in capsys.readouterr().err


def test_what_is_no_workbook_and_what_is_not_there(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.xlsx").write_text("tiêu chí;điểm\n", "utf-8")
    assert run("import", "a.xlsx", "b.xlsx", "--period", "dot/2019") == 1
    told = capsys.readouterr().err
    assert "a.xlsx:1:1: lỗi TD-431: " in told
    assert "b.xlsx:1:1: lỗi TD-100: " in told
    assert "Chưa nhập biểu của a.xlsx: sửa 1 lỗi nêu trên rồi nhập lại.\n" in told


def test_wrong_usage_and_an_unreadable_period(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "--period", "dot/2019") == 2
    assert run("import", "bieu/tinh-a.xlsx") == 2
    assert run("import", "a.xlsx", "b.xlsx", "--unit", "tinh-a", "--period", "dot/2019") == 2
    assert run("import", "bieu/tinh-a.xlsx", "--period", "khong-co") == 3
    assert "--unit chỉ dùng khi nhập một tệp." in capsys.readouterr().err


def test_errors_among_many_warnings_are_named_by_cell(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook("bieu/tinh-a.xlsx")
    sheet = book["Tự chấm điểm"]
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 7).protection.locked is False)
    sheet.cell(row, 7).value = "1.000"
    book.save("bieu/tinh-a.xlsx")
    capsys.readouterr()
    assert run("import", "bieu/tinh-a.xlsx", "--period", "dot/2019") == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"Chưa nhập biểu của Tỉnh A: sửa 1 lỗi nêu trên (ô Tự chấm điểm!G{row}) rồi nhập lại."


def test_those_before_a_full_disk_are_told(
    forms: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def keep_until_full(folder: Path, name: str, *rest: object) -> Path:
        if name == "tinh-b":
            raise OSError(errno.ENOSPC, "No space left on device", str(folder / f"{name}.xlsx"))
        return keep(folder, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("thidua.importing.keep", keep_until_full)
    capsys.readouterr()
    assert run("import", "bieu/tinh-a.xlsx", "bieu/tinh-b.xlsx", "--period", "dot/2019") == 3
    told = capsys.readouterr().err
    assert "Đã nhập hồ sơ của Tỉnh A: dot/2019/ho-so/tinh-a.yaml\n" in told
    assert "tinh-b.xlsx" in told
    assert "ổ đĩa đã đầy" in told
    assert not Path("dot/2019/ho-so/tinh-b.yaml").exists()
