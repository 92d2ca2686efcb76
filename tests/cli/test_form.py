"""``thidua form``: which forms it writes, and what it refuses to do."""

from pathlib import Path

import pytest
from command_line import change, run


def test_forms_of_all_units_go_into_a_folder(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("form", "--period", "dot/2019", "--all", "-o", "bieu") == 0
    assert sorted(each.name for each in Path("bieu").iterdir())[:2] == ["tinh-a.xlsx", "tinh-b.xlsx"]
    assert "Đã lập biểu tự chấm điểm của Tỉnh B: bieu/tinh-b.xlsx\n" in capsys.readouterr().err


def test_one_unit_by_its_name(home: Path) -> None:
    assert run("form", "--period", "dot/2019", "--unit", "Tỉnh B", "-o", "a.xlsx") == 0
    assert run("form", "cum-nho/2019", "--unit", "tinh-x", "-o", "b.xlsx") == 0
    assert Path("a.xlsx").is_file()
    assert Path("b.xlsx").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "a.xlsx"), "Chưa ghi thang điểm hoặc đợt chấm điểm."),
        (("cum-nho/2019", "--period", "dot/2019", "-o", "a.xlsx"), "Chỉ ghi một trong hai: thang điểm hoặc --period."),
        (("cum-nho/2019", "-o", "a.xlsx"), "Chưa ghi lập cho đơn vị nào."),
        (("cum-nho/2019", "--all", "-o", "a"), "--all cần --period"),
        (("--period", "dot/2019", "--unit", "x", "--all", "-o", "a"), "Chỉ ghi một trong hai: --unit hoặc --all."),
        (("--period", "dot/2019", "--unit", "tinh-bb", "-o", "a.xlsx"), 'Không có đơn vị mang mã hoặc tên "tinh-bb".'),
        (("cum-nho/2019", "--unit", "x", "-o", "a.ods"), "phải có phần mở rộng .xlsx"),
        (("cum-nho/2019", "--unit", "x", "-o", "chua-co/a.xlsx"), 'Không ghi được vào "chua-co".'),
        (("cum-nho/2019", "--unit", "x"), 'Thiếu tùy chọn "--output".'),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("form", *arguments) == 2
    assert message in capsys.readouterr().err


def test_a_form_that_is_there_is_never_written_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.xlsx").write_text("đã ghi", "utf-8")
    assert run("form", "cum-nho/2019", "--unit", "x", "-o", "a.xlsx") == 2
    assert 'Đã có tệp "a.xlsx".' in capsys.readouterr().err
    assert Path("a.xlsx").read_text("utf-8") == "đã ghi"


def test_a_scale_that_cannot_be_read_gives_no_form(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "criteria/cum-nho/2019/thang-diem.yaml", "tổng điểm:", "tổng điêm:")
    assert run("form", "cum-nho/2019", "--unit", "x", "-o", "a.xlsx") == 3
    assert run("form", "--period", "dot/2019", "--all", "-o", "a") == 3
    assert run("form", "khong-co/2019", "--unit", "x", "-o", "a.xlsx") == 3
    assert not Path("a.xlsx").exists()
    assert "lỗi TD-" in capsys.readouterr().err
