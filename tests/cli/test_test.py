"""``thidua test``: the count, failing cases, files with errors."""

from pathlib import Path

import pytest
from command_line import change, run

CASES = "criteria/cum-nho/2019/tests/kinh-te.yaml"


pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.parametrize(("path", "cases"), [((), 6), (("cum-nho/2019",), 6), ((CASES,), 3), (("criteria",), 6)])
def test_all_pass(path: tuple[str, ...], cases: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("test", *path) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (f"{cases} trường hợp: {cases} đạt, 0 không đạt\n", "")


def test_a_case_fails(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / CASES, "điểm: 18,63", "điểm: 18,62")
    assert run("test") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{CASES}:4: không đạt: Hoàn thành 97,25% dự toán"
    assert lines[-1] == "6 trường hợp: 5 đạt, 1 không đạt"


def test_a_file_of_cases_with_an_error_is_told_and_the_others_run(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / CASES, "tiêu chí: thu-ngan-sach", "tiêu chí: thu-ngan-sac")
    assert run("test") == 1
    out, err = capsys.readouterr()
    assert "TD-701" in err
    assert out == (
        "1 trường hợp chưa chạy được vì tệp trường hợp kiểm thử có lỗi.\n\n5 trường hợp: 5 đạt, 0 không đạt\n"
    )


def test_a_file_of_cases_that_can_t_be_read_is_not_passed_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / CASES, "tên: Hoàn thành", "tên: Hoàn thành: ")
    assert run("test") == 1
    out, err = capsys.readouterr()
    assert "TD-124" in err
    assert " ".join(out.split()) == (
        f"Không đọc được các trường hợp trong {CASES}: chưa chạy trường hợp nào ở đó. 3 trường hợp: 3 đạt, 0 không đạt"
    )


def test_errors_of_the_scale_are_told_once_for_all_files_of_cases(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / "criteria/cum-nho/2019/thang-diem.yaml", "điểm chuẩn: 60", "điểm chuẩn: 61")
    assert run("test") == 1
    out, err = capsys.readouterr()
    folder = "criteria/cum-nho/2019/tests"
    assert " ".join(out.split()) == (
        f"Không chạy được các trường hợp trong {folder}/cac-noi-dung-khac.yaml, {folder}/kinh-te.yaml "
        "vì thang điểm hoặc bộ quy tắc có lỗi. Cả thảy 6 trường hợp chưa chạy được. 0 trường hợp: 0 đạt, 0 không đạt"
    )
    assert len(err.splitlines()) == len(set(err.splitlines())) > 0


def test_faults_come_in_the_order_of_files_and_lines(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / CASES, "tiêu chí: thu-ngan-sach", "tiêu chí: thu-ngan-sac")
    change(home / CASES, "thang điểm: cum-nho/2019", "thang điểm: cum-nho/2018")
    other = home / "criteria/cum-nho/2019/tests/cac-noi-dung-khac.yaml"
    change(other, "thang điểm: cum-nho/2019", "thang điểm: cum-nho/2018")
    assert run("test") == 1
    places = [line.split(": lỗi")[0] for line in capsys.readouterr().err.splitlines() if ": lỗi" in line]
    assert len(places) == 3
    assert places == sorted(places)


def test_no_cases(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (home / CASES).parent.iterdir():
        file.unlink()
    assert run("test") == 0
    assert capsys.readouterr().out.endswith("\n0 trường hợp: 0 đạt, 0 không đạt\n")


@pytest.mark.parametrize("place", ["thidua.toml", "dot", "criteria/cum-nho/2019/thang-diem.yaml"])
def test_a_place_without_cases_is_told_when_it_was_asked_for(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("test", place) == 1
    out, err = capsys.readouterr()
    assert " ".join(out.split()).startswith(f"Không tìm thấy tệp trường hợp kiểm thử nào trong “{place}” (tệp .yaml có")
    assert out.endswith("\n\n0 trường hợp: 0 đạt, 0 không đạt\n")
    assert err == ""


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("test", "khong-co") == 1
    assert "TD-191" in capsys.readouterr().err


# Cases of rules

RULE_CASES = "rules/quy-tac-nho/tests/2019.yaml"


@pytest.mark.parametrize(
    ("path", "cases"),
    [((), 8), (("quy-tac-nho/2019",), 2), ((RULE_CASES,), 2), (("rules",), 2), (("rules/quy-tac-nho",), 2)],
)
def test_cases_of_rules_pass(
    ruled: Path, path: tuple[str, ...], cases: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("test", *path) == 0
    assert capsys.readouterr() == (f"{cases} trường hợp: {cases} đạt, 0 không đạt\n", "")


def test_a_case_of_a_rule_that_finds_other_than_it_must(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ruled / RULE_CASES, 'lời nêu: "tinh-a: thu-ngan-sach còn thiếu', 'lời nêu: "tinh-a: thu-ngan-sach thiếu')
    assert run("test", "rules") == 1
    assert capsys.readouterr() == (
        f"{RULE_CASES}:4: không đạt: Thiếu tài liệu, tự chấm có điểm\n"
        "    Quy tắc:      TL-01\n"
        "    Phải có:      có nêu: tinh-a: thu-ngan-sach thiếu “Báo cáo thu ngân sách”.\n"
        "    Quy tắc nêu:  tinh-a: thu-ngan-sach còn thiếu “Báo cáo thu ngân sách”.\n"
        "    Căn cứ:       Kế hoạch ngày 20/12/2019, mục III.1\n"
        "\n"
        "2 trường hợp: 1 đạt, 1 không đạt\n",
        "",
    )


def test_a_rule_that_should_be_silent_and_one_that_should_not(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ruled / "rules/quy-tac-nho/2019.yaml", "điểm tự chấm lớn hơn: 0", "điểm tự chấm nhỏ hơn: 1")
    assert run("test", "quy-tac-nho/2019") == 1
    out = capsys.readouterr().out
    assert out.count("không đạt: ") == 2
    assert "Quy tắc nêu:  không nêu\n" in out
    assert "Phải có:      không nêu\n" in out
    assert out.endswith("\n2 trường hợp: 0 đạt, 2 không đạt\n")


def test_cases_of_a_rule_set_with_errors_do_not_run(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ruled / "rules/quy-tac-nho/2019.yaml", "mức độ: cần giải trình, bổ sung", "mức độ: nặng")
    assert run("test", "rules") == 1
    out, err = capsys.readouterr()
    assert out.endswith("\n0 trường hợp: 0 đạt, 0 không đạt\n")
    assert "rules/quy-tac-nho/2019.yaml:" in err
