"""``thidua scale export`` and ``import`` as one types them."""

from pathlib import Path

import openpyxl
import pytest
from command_line import change, run

FILE = "criteria/cum-nho/2019/thang-diem.yaml"


def edited(path: Path) -> None:
    """Another name for the scale, as a spreadsheet program saves it."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Thông tin chung"]
    row = next(row for row in range(1, 30) if sheet.cell(row, 2).value == "tên")
    sheet.cell(row, 3).value = "Thang điểm đã đổi tên"
    workbook.save(path)


def test_out_edited_and_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(FILE).read_bytes()
    assert run("scale", "export", "cum-nho/2019", "-o", "a.xlsx") == 0
    assert "Đã lập bảng tính của thang điểm cum-nho/2019: a.xlsx" in capsys.readouterr().err
    assert run("scale", "import", "a.xlsx") == 0
    assert capsys.readouterr().out == "Bảng tính không đổi gì trong thang điểm.\n"
    edited(Path("a.xlsx"))
    assert run("scale", "import", "a.xlsx") == 0
    shown = capsys.readouterr()
    assert "+tên: Thang điểm đã đổi tên\n" in shown.out
    assert "Chưa ghi gì. Muốn ghi vào tệp thang điểm: thidua scale import a.xlsx --write\n" in shown.err
    Path("a.xlsx").rename("bản sửa.xlsx")
    assert run("scale", "import", "bản sửa.xlsx", "--home", ".") == 0
    assert 'thidua scale import "bản sửa.xlsx" --write --home .\n' in capsys.readouterr().err
    Path("bản sửa.xlsx").rename("a.xlsx")
    assert Path(FILE).read_bytes() == before
    assert run("scale", "import", "a.xlsx", "--write") == 0
    old, new = before.decode().split("\n"), Path(FILE).read_text("utf-8").split("\n")
    assert [b for a, b in zip(old, new, strict=True) if a != b] == ["tên: Thang điểm đã đổi tên"]
    capsys.readouterr()
    assert run("scale", "import", "a.xlsx") == 3  # made of the version before
    assert "lỗi TD-292: Bảng tính lập từ bản" in capsys.readouterr().err


def test_what_is_no_workbook_of_a_scale(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("form", "cum-nho/2019", "--unit", "x", "-o", "form.xlsx") == 0
    assert run("scale", "import", "form.xlsx") == 3
    assert (
        "form.xlsx:1:1: lỗi TD-290: Tệp này không phải bảng tính do “thidua scale export” lập"
        in capsys.readouterr().err
    )
    assert run("scale", "import", "khong-co.xlsx") == 3
    assert "TD-100" in capsys.readouterr().err


def test_a_scale_with_errors_gives_no_workbook(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / FILE, "tổng điểm:", "tổng điêm:")
    assert run("scale", "export", "cum-nho/2019", "-o", "a.xlsx") == 3
    assert not Path("a.xlsx").exists()


def test_wrong_usage(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("scale") == 2
    assert run("scale", "export", "cum-nho/2019", "-o", "a.ods") == 2
    assert "phải có phần mở rộng .xlsx" in capsys.readouterr().err
    Path("a.xlsx").write_text("đã sửa", "utf-8")
    assert run("scale", "export", "cum-nho/2019", "-o", "a.xlsx") == 2
    assert 'Đã có tệp "a.xlsx".' in capsys.readouterr().err
