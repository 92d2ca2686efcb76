"""``thidua verify``: who and what, exit codes, files."""

from pathlib import Path

import pytest
from command_line import change, run
from small_cluster import PERIOD

FIXED = ("dot/2019/ho-so/tinh-e.yaml", "4.000", "4000")
LAST = "Còn 1 vấn đề phải xử lý trước khi thống nhất điểm.\n"
CLEAR = "Không còn vấn đề phải xử lý trước khi thống nhất điểm.\n"
REFERENCE = ("--engine", "reference")


def fixed(home: Path) -> None:
    change(home / FIXED[0], *FIXED[1:])


def test_what_blocks_is_exit_1(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", PERIOD, *REFERENCE) == 1
    out, err = capsys.readouterr()
    assert out.startswith("MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH · ")
    assert "\n  - HS-07: Tỉnh E: hồ sơ có lỗi nên chưa chấm được. (Kế hoạch ngày 20/12/2019, mục III.2)\n" in out
    assert out.endswith(LAST)
    assert err == (
        "dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110: “4.000” có thể là 4000 hoặc 4.\n"
        "    Gợi ý: Viết 4000 nếu dấu chấm ngăn cách hàng nghìn, viết 4 nếu dấu chấm là dấu thập phân.\n"
        "9 cảnh báo; chạy “thidua check dot/2019” để xem.\n"
    )


def test_nothing_that_blocks_is_exit_0(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixed(ruled)
    assert run("verify", PERIOD, *REFERENCE) == 0
    out = capsys.readouterr().out
    assert out.endswith(CLEAR)
    assert out.count("\n  - TL-01: ") > 2


@pytest.mark.parametrize("written", ["tinh-b", "Tỉnh B", "tỉnh b"])
def test_one_unit_by_id_or_name(ruled: Path, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", PERIOD, "--unit", written, *REFERENCE) == 0
    out = capsys.readouterr().out
    assert "\nTỈNH B: tự chấm 72,00; thẩm định 71,00 điểm\n" in out
    assert "TỈNH A" not in out
    assert out.endswith("\nĐề nghị Tỉnh B bổ sung, giải trình 2 vấn đề nêu trên trước ngày 10/03/2020.\n\n" + CLEAR)


def test_the_exit_code_is_that_of_the_unit(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", PERIOD, "--unit", "tinh-e", *REFERENCE) == 1
    assert capsys.readouterr().out.endswith(LAST)


def test_an_unknown_unit_gets_the_list(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", PERIOD, "--unit", "Tỉnh X") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert 'Lỗi: Không có đơn vị mang mã hoặc tên "Tỉnh X".\n' in err
    assert "Các mã đơn vị:\n  tinh-a (Tỉnh A)\n  tinh-b (Tỉnh B)\n" in err
    assert err.endswith("Xem hướng dẫn: thidua verify --help\n")


def test_without_rules_there_is_nothing_to_block(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", PERIOD) == 0
    assert "Quy tắc:       chưa dùng bộ quy tắc nào; thêm mục “quy tắc”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("dot/2019/dot-cham-diem.yaml", "cụm trưởng: tinh-a", "cụm trưởng: tinh-x", "TD-502"),
        ("dot/2019/dot-cham-diem.yaml", "quy tắc: quy-tac-nho/2019", "quy tắc: quy-tac-nho/2020", "TD-530"),
        ("rules/quy-tac-nho/2019.yaml", "mức độ: cần giải trình, bổ sung", "mức độ: nặng", "TD-"),
        ("rules/quy-tac-nho/2019.yaml", "điểm tiêu chí: von-fdi", "điểm tiêu chí: von-odi", "TD-53"),
        ("criteria/cum-nho/2019/thang-diem.yaml", "điểm chuẩn: 60", "điểm chuẩn: 61", "TD-"),
    ],
)
def test_what_cannot_be_read_is_exit_3_with_nothing_written(
    ruled: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, code: str
) -> None:
    change(ruled / file, old, new)
    Path("cu.txt").write_text("cũ", encoding="utf-8")
    assert run("verify", PERIOD, "-o", "cu.txt") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert f"lỗi {code}" in err
    assert Path("cu.txt").read_text("utf-8") == "cũ"


def test_a_period_that_is_not_there(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", "dot/2020") == 3
    assert "TD-191" in capsys.readouterr().err
    assert run("verify", "dot") == 3
    assert "Gợi ý: Chọn một đợt chấm điểm, ví dụ: dot/2019.\n" in capsys.readouterr().err


def test_a_file_gets_what_stdout_would(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("verify", PERIOD, *REFERENCE)
    shown = capsys.readouterr().out
    assert run("verify", PERIOD, *REFERENCE, "-o", "bảng kê.txt") == 1
    out, err = capsys.readouterr()
    assert (out, Path("bảng kê.txt").read_text("utf-8")) == ("", shown)
    assert err.endswith("Đã ghi kết quả vào bảng kê.txt\n")


@pytest.mark.parametrize(
    "name",
    [
        "dot/2019/dot-cham-diem.yaml",
        "dot/2019/ho-so/tinh-a.yaml",
        "dot/2019/ket-qua.json",
        "criteria/cum-nho/2019/thang-diem.yaml",
        "rules/quy-tac-nho/2019.yaml",
    ],
)
def test_a_page_is_not_written_over_an_input(ruled: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (ruled / "dot/2019/ket-qua.json").write_text("{}", encoding="utf-8")
    stage = "giai đoạn: thẩm định\n"
    period = ruled / "dot/2019/dot-cham-diem.yaml"
    change(period, stage, "giai đoạn: thông qua\nkết quả đã thông qua: ket-qua.json\n")
    before = (ruled / name).read_bytes()
    assert run("verify", PERIOD, "-o", name) == 2
    out, err = capsys.readouterr()
    assert "Lỗi: Tệp này là tệp đầu vào của đợt chấm điểm; ghi kết quả vào tệp khác.\n" in err
    assert (out, (ruled / name).read_bytes()) == ("", before)


def test_the_help_page_tells_exit_codes_and_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", "--help") == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Mã thoát 1 khi còn vấn đề phải xử lý trước khi thống nhất điểm" in out
    for option in ("--unit MÃ", "--engine [durable|reference]", "-o, --output TỆP", "--home THƯ_MỤC"):
        assert option in out
