"""A period without a scale: every command serves it, by its rules alone."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import run

from thidua.pipeline import score

HOME = Path(__file__).resolve().parent.parent / "homes" / "khong-thang-diem"
END = (
    "Đợt này không có thang điểm nên không chấm điểm, không xếp hạng; kết quả để cấp có thẩm quyền xem\n"
    "xét, quyết định.\n"
)
UNIT_A = (
    "ĐƠN VỊ A (chưa xét)\n"
    "  - BX-01 (cần giải trình, bổ sung): Đơn vị A: Việc giả định đang được xem xét (Quy chế thử, Điều 4)\n"
    "  - HS-01 (phải xử lý trước khi thống nhất điểm): Đơn vị A: Gửi kế hoạch, chưa nhận được (Kế hoạch\n"
    "    thử, mục I)\n"
)


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


def test_the_table_lists_findings_and_no_points(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("score", "dot", "--engine", "reference")
    out = capsys.readouterr().out
    assert code == 0
    assert "KẾT QUẢ KIỂM TRA THEO QUY TẮC\n" in out
    assert "Thang điểm:    không có; đợt này không chấm điểm\n" in out
    assert (
        "CHUNG\n  - ĐH-01 (để biết): Phiên chính thức ngày 30/06/2020 chỉ có 7 trên 9 người dự (77,77%) (Kế hoạch\n"
        "    thử, mục II)\n"
    ) in out
    assert UNIT_A in out
    assert out.endswith(END)


def test_nobody_scores_itself_where_nothing_is_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", "dot") == 0
    assert run("status", "dot") == 0
    assert "Giai đoạn" not in capsys.readouterr().out


def test_a_criterion_cannot_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "dot", "--unit", "don-vi-a", "--criterion", "I.1") == 2
    assert (
        "Lỗi: Đợt này không có thang điểm nên không có tiêu chí nào.\n"
        "Gợi ý: bỏ --criterion, hoặc ghi --rule để giải trình một quy tắc.\n"
    ) in capsys.readouterr().err


def test_verify_and_explain_show_the_same_of_a_unit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", "dot", "--unit", "don-vi-a") == 1
    verified = capsys.readouterr().out
    assert run("explain", "dot", "--unit", "Đơn vị A") == 0
    assert capsys.readouterr().out == verified
    assert UNIT_A in verified
    assert "ĐƠN VỊ B" not in verified


def test_json_has_no_scale_and_no_totals(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", "dot", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["scale"] is None
    assert [(each["id"], each["total"], each["rank"], each["eligibility"]) for each in found["units"]] == [
        ("don-vi-a", None, None, "suspended"),
        ("don-vi-b", None, None, "eligible"),
    ]
    assert [each["rule"] for each in found["findings"]] == ["ĐH-01", "BX-01", "HS-01", "HS-01"]
    assert (found["places"], found["awards"]) == ([], [])


def test_csv_and_markdown_list_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", "dot", "--format", "csv") == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == "\ufeffĐơn vị;Mã đơn vị;Quy tắc;Mức độ;Vấn đề;Căn cứ"
    assert rows[2].startswith("Đơn vị A;don-vi-a;BX-01;cần giải trình, bổ sung;")
    assert run("score", "dot", "--format", "md") == 0
    assert "## ĐƠN VỊ A (chưa xét)\n\n- BX-01 (cần giải trình, bổ sung): " in capsys.readouterr().out


def test_check_and_status_serve_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "dot") == 0
    assert run("status", "dot") == 0
    assert "Thang điểm:    không có; đợt này không chấm điểm\n" in capsys.readouterr().out


def test_verify_compares_it_with_the_adopted_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(HOME, tmp_path / "nha")
    folder = tmp_path / "nha" / "dot"
    options = ("--home", str(tmp_path / "nha"), "--engine", "reference")
    assert run("score", str(folder), "--format", "json", "-o", str(folder / "ket-qua.json"), *options) == 0
    file = folder / "dot-cham-diem.yaml"
    file.write_bytes(file.read_bytes().rstrip() + "\nkết quả đã thông qua: ket-qua.json\n".encode())
    capsys.readouterr()
    run("verify", str(folder), *options)
    assert "\n\nKết quả đúng như kết quả đã thông qua.\n\n" in capsys.readouterr().out
    saved = json.loads((folder / "ket-qua.json").read_text("utf-8"))
    saved["findings"] = [each for each in saved["findings"] if each["rule"] != "BX-01"]
    (folder / "ket-qua.json").write_text(json.dumps(saved), encoding="utf-8")
    assert run("verify", str(folder), *options) == 1
    edited = "  - Tệp ket-qua.json đã bị sửa sau khi chương trình ghi\n"
    told = f"KHÁC VỚI KẾT QUẢ ĐÃ THÔNG QUA\n{edited}  - Đơn vị A: vấn đề do quy tắc nêu: thêm BX-01\n\n"
    assert told in capsys.readouterr().out


def test_without_rules_too_there_is_nothing_to_do(tmp_path: Path) -> None:
    for file in (HOME / "dot").iterdir():
        text = file.read_text(encoding="utf-8").replace("quy tắc: thu/1\n", "")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    found = score(str(tmp_path), HOME)
    assert found.result is None
    assert [each.code for each in found.diagnostics] == [511]
