"""``thidua status``: days, formats, files and exit codes."""

from datetime import date
from pathlib import Path

import pytest
from command_line import change, run
from small_cluster import PERIOD

pytestmark = pytest.mark.usefixtures("home")
SCALE = "criteria/cum-nho/2019/thang-diem.yaml"
DEADLINE = """thời hạn:
  - mã: tong-ket
    tên: Gửi báo cáo tổng kết
    trước ngày: 14/02/2020
    gồm:
      - Báo cáo tổng kết
nguồn ngoài:
"""


def test_who_sent_what_is_told_though_a_dossier_has_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", PERIOD, "--on", "20/02/2020") == 0
    out, err = capsys.readouterr()
    assert "TÌNH HÌNH GỬI HỒ SƠ, SỐ LIỆU TÍNH ĐẾN NGÀY 20/02/2020\n" in out
    assert "Hồ sơ:         đã nhận 4/5, trong đó 1 hồ sơ có lỗi\n" in out
    assert "Tỉnh D: gửi hồ sơ tự chấm điểm\n" in out
    assert out.endswith("\n")
    assert err.startswith("dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110")


@pytest.mark.parametrize("written", ["20/02/2020", "20/2/2020", "2020-02-20", " 20/02/2020 "])
def test_a_day_is_written_as_in_documents(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", PERIOD, "--on", written) == 0
    assert "TÍNH ĐẾN NGÀY 20/02/2020\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("20.02.2020", "Lỗi: “20.02.2020” không phải là ngày theo dạng ngày/tháng/năm.\nGợi ý: viết 20/02/2020.\n"),
        ("31/02/2020", "Lỗi: “31/02/2020” không có trong lịch: tháng 02 năm 2020 có 29 ngày.\nGợi ý: kiểm tra lại"),
        ("", "Lỗi: Giá trị để trống, không phải là ngày theo dạng ngày/tháng/năm.\n"),
    ],
)
def test_what_is_no_day_is_wrong_usage(written: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", PERIOD, "--on", written) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_without_a_day_it_is_today(capsys: pytest.CaptureFixture[str]) -> None:
    before = date.today()
    assert run("status", PERIOD) == 0
    out = capsys.readouterr().out
    assert any(f"TÍNH ĐẾN NGÀY {day:%d/%m/%Y}\n" in out for day in (before, date.today()))


@pytest.mark.parametrize(("reviewed", "seen"), [("15/04/2020", "15/04/2020"), ("31/12/2199", None)])
def test_without_a_day_it_is_the_day_of_review_once_past(
    reviewed: str, seen: str | None, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / "dot/2019/dot-cham-diem.yaml", "nguồn ngoài:\n", f"ngày xét: {reviewed}\nnguồn ngoài:\n")
    days = [f"{date.today():%d/%m/%Y}"]
    assert run("status", PERIOD) == 0
    out = capsys.readouterr().out
    days = [seen] if seen else [*days, f"{date.today():%d/%m/%Y}"]
    assert any(f"TÍNH ĐẾN NGÀY {day}\n" in out for day in days)


def test_days_are_counted_to_the_last_day_in_time(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/dot-cham-diem.yaml", "nguồn ngoài:\n", DEADLINE)
    change(
        home / "dot/2019/ho-so/tinh-c.yaml",
        "ngày nhận: 14/02/2020",
        "ngày nhận: 14/02/2020\ntài liệu đã gửi:\n  - BÁO CÁO tổng kết",
    )
    assert run("status", PERIOD, "--on", "10/02/2020") == 0
    out = capsys.readouterr().out
    assert "  1. Gửi báo cáo tổng kết: chậm nhất hết ngày 13/02/2020 (còn 3 ngày)\n" in out
    rows = {line[:6]: " ".join(line.split()) for line in out.splitlines() if line.startswith("Tỉnh ")}
    assert rows["Tỉnh A"].startswith("Tỉnh A 12/02/2020 đúng hạn chưa ghi")
    assert rows["Tỉnh C"].startswith("Tỉnh C 14/02/2020 chậm 1 ngày 1/1")


def test_markdown_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", PERIOD, "--on", "20/02/2020", "--format", "md", "-o", "tinh-hinh.md") == 0
    assert capsys.readouterr().out == ""
    assert "\n# TÌNH HÌNH GỬI HỒ SƠ" in Path("tinh-hinh.md").read_text("utf-8")


def test_a_page_is_not_written_over_what_it_is_made_of(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = home / "dot/2019/ho-so/tinh-a.yaml"
    before = dossier.read_bytes()
    assert run("status", PERIOD, "-o", str(dossier)) == 2
    assert "Tệp này là tệp đầu vào của đợt chấm điểm" in capsys.readouterr().err
    assert dossier.read_bytes() == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SCALE, "điểm chuẩn: 60", "điểm chuẩn: 61"),
        ("dot/2019/dot-cham-diem.yaml", "thang điểm: cum-nho/2019", "thang điểm: cum-nho/1999"),
        ("dot/2019/dot-cham-diem.yaml", "thang điểm: cum-nho/2019\n", ""),
    ],
)
def test_without_a_scale_dossiers_are_still_told(
    home: Path, file: str, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / file, old, new)
    assert run("status", PERIOD, "--on", "20/02/2020") == 0
    out = capsys.readouterr().out
    assert "Hồ sơ:         đã nhận 4/5\n" in out
    assert "TLKC" not in out
    assert "chưa đếm được tiêu chí" in out


def test_a_source_with_errors_does_not_hide_the_rest(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/nguon-ngoai/atgt.csv", "Tỉnh A;", "Tỉnh X;")
    assert run("status", PERIOD, "--on", "20/02/2020") == 0
    out, err = capsys.readouterr()
    assert "TD-420" in err
    assert "Ủy ban An toàn giao thông Quốc gia: bổ sung Số liệu trật tự an toàn giao thông năm 2019 của Tỉnh A" in (
        " ".join(out.split())
    )


def test_dossiers_of_which_little_can_be_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "dot/2019/ho-so/tinh-a.yaml").write_text("loại tệp: [", encoding="utf-8")
    (home / "dot/2019/ho-so/tinh-b-2.yaml").write_bytes((home / "dot/2019/ho-so/tinh-b.yaml").read_bytes())
    assert run("status", PERIOD, "--on", "20/02/2020") == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "đã nhận 4/5, trong đó 3 hồ sơ có lỗi" in out
    assert "Tỉnh A chưa ghi – – – hồ sơ có lỗi" in out
    assert "Tỉnh B 13/02/2020 – – – hồ sơ có lỗi" in out


@pytest.mark.parametrize(
    ("period", "told"), [("dot/2020", "TD-191"), ("dot", "Chọn một đợt chấm điểm, ví dụ: dot/2019.")]
)
def test_what_is_no_period_is_exit_3(period: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", period) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_a_period_with_errors_is_exit_3(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/dot-cham-diem.yaml", "cụm trưởng: tinh-a", "cụm trưởng: tinh-x")
    assert run("status", PERIOD) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "TD-502" in err


def test_broken_settings_are_exit_3(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "thidua.toml").write_text("bỏ qua = [", encoding="utf-8")
    assert run("status", PERIOD) == 3
    assert capsys.readouterr().out == ""
