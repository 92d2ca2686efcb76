"""``thidua test --coverage``: what no case reaches, and the line to add; the exit code stays."""

from pathlib import Path

import pytest
from command_line import change, run

CASES = "criteria/cum-nho/2019/tests/kinh-te.yaml"
SCALE = "criteria/cum-nho/2019/thang-diem.yaml"
EXPECTED = Path(__file__).parent / "expected"


def coverage(capsys: pytest.CaptureFixture[str], *path: str) -> str:
    assert run("test", *path, "--coverage") == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def same(out: str, name: str, rewrite: bool) -> bool:
    file = EXPECTED / name
    if rewrite:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(out.encode())
    return file.read_text("utf-8") == out


@pytest.mark.usefixtures("ruled")
def test_what_a_small_scale_and_small_rules_leave_open(
    capsys: pytest.CaptureFixture[str], rewrite_golden: bool
) -> None:
    assert same(coverage(capsys), "coverage.txt", rewrite_golden)


def test_a_case_closes_what_it_reaches(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = coverage(capsys)
    assert "chạm mức trần 2 điểm" in before
    more = """  - tên: Vượt 20% dự toán, thưởng không quá 2 điểm
    tiêu chí: thu-ngan-sach
    căn cứ: Đề cương báo cáo, Phần thứ nhất, mục II.1
    số liệu:
      kế hoạch: 100
      thực hiện: 120
    kết quả:
      điểm: 22
      trạng thái: đã chấm
"""
    file = home / CASES
    first_new_line = len(file.read_text("utf-8").splitlines()) + 1
    file.write_bytes(file.read_bytes() + more.encode())
    after = coverage(capsys)
    gone = set(before.splitlines()) - set(after.splitlines())
    assert {line for line in gone if line.startswith("    - ")} == {
        "    - trường hợp “thực hiện …% dự toán, vượt …%”",
        "    - chạm mức trần 2 điểm",
    }
    assert f"{CASES}:{first_new_line}." in after


def test_a_scale_without_cases_is_covered_by_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (home / CASES).parent.iterdir():
        file.unlink()
    assert run("test", "cum-nho/2019", "--coverage") == 1
    out = capsys.readouterr().out
    assert "Tiêu chí có trường hợp:" in out
    assert "0/7 (0%)" in out
    assert "Thêm trường hợp có dòng “tiêu chí: thu-ngan-sach” vào criteria/cum-nho/2019/tests." in " ".join(out.split())


def test_the_exit_code_is_that_of_the_cases(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / CASES, "điểm: 18,63", "điểm: 18,62")
    assert run("test", "--coverage") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "6 trường hợp: 5 đạt, 1 không đạt"


def test_a_scale_with_errors_is_not_covered(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / SCALE, "điểm chuẩn: 60", "điểm chuẩn: 61")
    assert run("test", "--coverage") == 1
    assert "ĐỘ PHỦ" not in capsys.readouterr().out


@pytest.mark.usefixtures("ruled")
def test_a_rule_without_a_case_is_told_with_the_line_to_add(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "rules/quy-tac-nho/tests/2019.yaml").unlink()
    assert run("test", "rules", "--coverage") == 1
    out = capsys.readouterr().out
    assert "    - kết quả: có nêu\n    - kết quả: không nêu\n" in out
    assert "vào rules/quy-tac-nho/tests/2019.yaml." in " ".join(out.split())
