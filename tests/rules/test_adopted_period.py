"""Copies of a shipped period carried on to its end: adopted, concluded otherwise, reviewed under later law."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import change, run

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "mien-dong-nam-bo-2019"
PERIOD = f"examples/{NAME}"
FILE = f"{PERIOD}/dot-cham-diem.yaml"
BALLOTS = f"{PERIOD}/bo-phieu.yaml"
REFERENCE = ("--engine", "reference")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the period, its scale and the shipped rules, which a test may change; the working folder."""
    found = tmp_path / "nha"
    for folder in ("criteria/mien-dong-nam-bo", "rules", PERIOD):
        shutil.copytree(ROOT / folder, found / folder)
    shutil.copy(ROOT / "thidua.toml", found)
    monkeypatch.chdir(found)
    monkeypatch.delenv("THIDUA_HOME", raising=False)
    return found


def scored(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert run("score", PERIOD, "--format", "json", *REFERENCE) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def verified(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run("verify", PERIOD, *REFERENCE, *options)
    return code, capsys.readouterr().out


def table(capsys: pytest.CaptureFixture[str]) -> str:
    """The whole table, its line breaks as spaces."""
    capsys.readouterr()
    assert run("score", PERIOD, *REFERENCE) == 0
    return " ".join(capsys.readouterr().out.split())


def without_blocking(home: Path) -> None:
    """Take away what keeps points from being agreed, so that the exit code tells of the adopted result alone."""
    rules = home / "rules/thi-dua-cum/2019.yaml"
    text = rules.read_text("utf-8")
    text = text.replace("phải xử lý trước khi thống nhất điểm", "để biết")
    text = text.replace("      chưa thống nhất điểm:", "      mức độ: để biết\n      nêu vấn đề:")
    rules.write_bytes(text.encode())


def adopted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As people do it: adopt, save the result, name it in the period."""
    change(home / FILE, "giai đoạn: thẩm định", "giai đoạn: thông qua")
    run("score", PERIOD, "--format", "json", *REFERENCE, "-o", f"{PERIOD}/ket-qua.json")
    change(home / FILE, "giai đoạn: thông qua\n", "giai đoạn: thông qua\nkết quả đã thông qua: ket-qua.json\n")
    capsys.readouterr()


def test_a_saved_result_is_still_what_comes_out(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_blocking(home)
    adopted(home, capsys)
    code, text = verified(capsys)
    assert "\n\nKết quả đúng như kết quả đã thông qua.\n\n" in text
    assert code == 0
    assert run("check", PERIOD) == 0


def test_one_figure_that_changes_afterwards_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_blocking(home)
    adopted(home, capsys)
    saved = json.loads((home / PERIOD / "ket-qua.json").read_text("utf-8"))
    dossier = home / PERIOD / "ho-so/tinh-b.yaml"
    change(dossier, "thực hiện: 7,64", "thực hiện: 8")
    code, text = verified(capsys)
    assert code == 1
    told = text.split("KHÁC VỚI KẾT QUẢ ĐÃ THÔNG QUA\n")[1].split("\n\n")[0].splitlines()
    b = next(unit for unit in saved["units"] if unit["id"] == "tinh-b")
    assert b["total"] == "884.80"
    assert told[:2] == ["  - Tỉnh B: tổng điểm 884,8 điểm → 892,96 điểm", "  - Tỉnh B: I.1.1: 42 điểm → 50 điểm"]
    assert told[-1].startswith(f"  - Bản số liệu, hồ sơ khác: khi thông qua {saved['period']['hash'][:8]}, bây giờ ")
    assert told[2:-1] == ["  - Tỉnh B: vấn đề do quy tắc nêu: không còn DT-01"]


def test_a_saved_result_that_is_damaged_or_gone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_blocking(home)
    adopted(home, capsys)
    saved = home / PERIOD / "ket-qua.json"
    saved.write_bytes(saved.read_bytes()[:1000])
    code, text = verified(capsys)
    assert code == 1
    assert "Không so được với kết quả đã thông qua (ket-qua.json): tệp không phải là kết quả do lệnh" in text
    saved.unlink()
    code, text = verified(capsys)
    assert code == 1
    assert "Không so được với kết quả đã thông qua (ket-qua.json): không có tệp này.\n" in text


def test_once_adopted_nothing_is_called_expected(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    adopted(home, capsys)
    text = table(capsys)
    assert "dự kiến" not in text.lower()
    assert " XẾP HẠNG, ĐỀ NGHỊ KHEN THƯỞNG 1. " in text
    assert "1. Xếp thứ Nhất: Tỉnh C, " in text
    assert "Kết quả đã được Hội nghị thông qua; cấp có thẩm quyền quyết định." in text


COMMON = "còn 1 vấn đề chung phải xử lý trước khi thống nhất điểm"
CONCLUSIONS = """
kết luận của hội nghị:
  - xếp thứ: 1
    đơn vị: tinh-a
    lý do: Hội nghị thống nhất xét trước tỉnh có mô hình mới
    ngày: 12/03/2020
    văn bản: Biên bản Hội nghị giả định ngày 12/03/2020
  - xếp thứ: 2
    đơn vị: tinh-c
    lý do: Như trên
    ngày: 12/03/2020
    văn bản: Biên bản Hội nghị giả định ngày 12/03/2020
"""


def test_the_conference_concludes_other_than_the_points(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home / BALLOTS
    file.write_bytes((file.read_text("utf-8").rstrip() + "\n" + CONCLUSIONS.lstrip()).encode())
    assert run("check", PERIOD) == 0
    text = table(capsys)
    assert "Theo điểm xếp thứ Nhất: Tỉnh C, 976,63 điểm, hơn Tỉnh A 29,63 điểm. Chưa chắc chắn, còn phụ thuộc: " in text
    assert (
        "Hội nghị kết luận xếp thứ Nhất: Tỉnh A (theo điểm: Tỉnh C); lý do: Hội nghị thống nhất xét trước tỉnh có mô "
        "hình mới; Biên bản Hội nghị giả định ngày 12/03/2020, ngày 12/03/2020."
    ) in text
    assert (
        "Dự kiến đề nghị tặng Cờ thi đua của Chính phủ (giả định) cho đơn vị xếp thứ Nhất: Tỉnh A (theo kết luận của "
        "hội nghị). Còn thiếu: còn 1 vấn đề chung phải xử lý trước khi thống nhất điểm. "
    ) in text
    found = scored(capsys)
    assert [unit["total"] for unit in found["units"][:3]] == ["947.00", "884.80", "976.63"]
    assert [(each["unit"], each["decided"]["unit"]) for each in found["places"]] == [
        ("tinh-c", "tinh-a"),
        ("tinh-a", "tinh-c"),
    ]
    assert [(each["unit"], each["met"], each["missing"]) for each in found["awards"]] == [
        ("tinh-a", False, [COMMON]),
        ("tinh-c", False, [COMMON]),
    ]


def test_a_unit_under_inspection_is_suspended_under_the_law_of_2025(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = scored(capsys)
    change(home / FILE, "quy tắc: thi-dua-cum/2019", "quy tắc: thi-dua-cum/2025")
    change(home / FILE, "ngày xét: 10/03/2020", "ngày xét: 30/06/2025")
    assert {unit["eligibility"] for unit in scored(capsys)["units"]} == {"eligible"}
    change(home / FILE, "ngày xét: 30/06/2025", "ngày xét: 01/07/2025")
    found = scored(capsys)
    assert [unit["total"] for unit in found["units"]] == [unit["total"] for unit in before["units"]]
    assert {unit["id"]: (unit["eligibility"], unit["place"]) for unit in found["units"]} | {} == {
        "tinh-a": ("eligible", 2),
        "tinh-b": ("eligible", 3),
        "tinh-c": ("eligible", 1),
        "tinh-d": ("suspended", None),
        "tinh-e": ("eligible", 3),
        "tinh-f": ("eligible", 5),
        "tinh-g": ("eligible", None),
    }
    assert (
        "Chưa xét: Tỉnh D: Thanh tra việc quản lý, sử dụng đất đai (giả định) (thanh tra, kiểm tra) đang được xem xét "
        "từ ngày 16/12/2019. Xét tiếp khi có kết luận (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4)."
    ) in table(capsys)
    _, text = verified(capsys, "--unit", "tinh-d")
    assert "\nTỈNH D: tự chấm 952,82; thẩm định 912,07 điểm; chưa xét\n" in text
    assert (
        "\n\nGiải trình, ý kiến của đơn vị:\n"
        "  - I.1.3 Tổng thu ngân sách trên địa bàn tỉnh: Sở Tài chính đang đối chiếu với Kho bạc Nhà nước\n"
        "    tỉnh, sẽ gửi bổ sung báo cáo có xác nhận trong tháng 3 năm 2020.\n\n"
        "Vấn đề cần làm rõ:\n"
    ) in text
    assert run("explain", PERIOD, "--rule", "BX-04") == 0
    assert "\n1. Tỉnh D: Thanh tra việc quản lý" in capsys.readouterr().out


def test_equal_totals_under_the_law_of_2025_wait_for_the_share_of_women(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / FILE, "quy tắc: thi-dua-cum/2019", "quy tắc: thi-dua-cum/2025")
    change(home / FILE, "ngày xét: 10/03/2020", "ngày xét: 01/07/2025")
    assert (
        "Tỉnh B, Tỉnh E cùng 884,8 điểm: Tỉnh B, Tỉnh E cùng xếp thứ Ba (chưa có tỷ lệ nữ từ 70% của Tỉnh B, Tỉnh E)."
    ) in table(capsys)
    change(home / FILE, "    tên: Tỉnh E\n", "    tên: Tỉnh E\n    tỷ lệ nữ: 70%\n")
    change(home / FILE, "    tên: Tỉnh B\n", "    tên: Tỉnh B\n    tỷ lệ nữ: 69,9%\n")
    assert (
        "Tỉnh E, Tỉnh B cùng 884,8 điểm: Tỉnh E xếp thứ Ba (tỷ lệ nữ từ 70%: đạt); Tỉnh B xếp thứ Tư "
        "(tỷ lệ nữ từ 70%: không đạt)."
    ) in table(capsys)


@pytest.mark.parametrize(("agreed", "missing"), [(12, None), (11, "tỷ lệ phiếu đồng ý là 73,33%, cần từ 80%")])
def test_the_flag_needs_the_votes_of_80_percent_of_all_members_under_the_law_of_2024(
    home: Path, capsys: pytest.CaptureFixture[str], agreed: int, missing: str | None
) -> None:
    change(home / FILE, "quy tắc: thi-dua-cum/2019", "quy tắc: thi-dua-cum/2024")
    change(home / FILE, "ngày xét: 10/03/2020", "ngày xét: 10/03/2024")
    first = "phiếu hợp lệ: 14\n    phiếu đồng ý: 14"
    change(home / BALLOTS, first, first.replace("đồng ý: 14", f"đồng ý: {agreed}"))
    flag, merit = scored(capsys)["awards"]
    told = [each for each in flag["missing"] if "phiếu" in each]
    assert told == ([f"{missing} tổng số thành viên"] if missing else [])
    assert not flag["met"]
    assert not [each for each in merit["missing"] if "phiếu" in each]
    assert not flag["assumed"]
    line = "Bỏ phiếu suy tôn đơn vị dẫn đầu, Tỉnh C, ngày 10/03/2020: "
    assert f"{line}đồng ý {agreed} trên tổng số 15 thành viên" in " ".join(verified(capsys)[1].split())


def test_without_a_ballot_the_flag_waits_for_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / FILE, "quy tắc: thi-dua-cum/2019", "quy tắc: thi-dua-cum/2024")
    change(home / FILE, "ngày xét: 10/03/2020", "ngày xét: 10/03/2024")
    change(home / FILE, "tệp bỏ phiếu: bo-phieu.yaml\n", "")
    found = scored(capsys)
    assert "chưa có kết quả bỏ phiếu (cần từ 80% tổng số thành viên đồng ý)" in found["awards"][0]["missing"]
    assert found["places"][0]["open_questions"][0] == {
        "kind": "ballot", "unit": "tinh-c", "criterion": None, "range": None,
    }  # fmt: skip
