"""``thidua explain``: who and what is asked for, and what is told where that is not there."""

from pathlib import Path

import pytest
from command_line import change, run
from small_cluster import PERIOD

pytestmark = pytest.mark.usefixtures("home")


def test_a_unit_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-a") == 0
    out, err = capsys.readouterr()
    assert "GIẢI TRÌNH ĐIỂM: Tỉnh A (tinh-a)\n" in out
    assert "36 + 25 + 10 = 71 điểm" in out
    assert err.startswith("dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110")


def test_a_criterion_is_explained_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-b", "--criterion", "von-fdi", "-o", "b.txt") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Đã ghi kết quả vào b.txt\n")
    assert "10 + 10 × 10% ÷ 25% = 14 điểm" in Path("b.txt").read_text("utf-8")


def test_a_unit_that_cannot_be_scored_is_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-e") == 1
    assert "chưa chấm được: hồ sơ có lỗi" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["tinh-aa", "Tỉnh A", "tỉnh a"])
def test_an_unknown_unit_gets_the_nearest_and_the_list(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", written) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert (
        f'Lỗi: Không có đơn vị mang mã "{written}".\nGợi ý: có phải là "tinh-a"? Các mã đơn vị: tinh-a (Tỉnh A); '
        in err
    )


def test_an_unknown_criterion_gets_the_nearest_and_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-a", "--criterion", "thu-ngan-sac") == 2
    err = capsys.readouterr().err
    assert 'Không có tiêu chí mang mã "thu-ngan-sac".' in err
    assert 'có phải là "thu-ngan-sach"? Các mã tiêu chí: thu-ngan-sach (Tổng thu ngân sách trên địa bàn tỉnh); ' in err


def test_nothing_near_still_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "zzz") == 2
    assert "Gợi ý: Các mã đơn vị: tinh-a" in capsys.readouterr().err


def test_the_unit_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD) == 2
    assert 'Thiếu tùy chọn "--unit".' in capsys.readouterr().err


def test_what_cannot_be_read_is_exit_3(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/dot-cham-diem.yaml", "cụm trưởng: tinh-a", "cụm trưởng: tinh-x")
    assert run("explain", PERIOD, "--unit", "tinh-a") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "TD-502" in err


def test_another_scale_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-a", "--scale", "cum-nho/1999") == 3
    assert "TD-501" in capsys.readouterr().err
