"""``thidua score``: formats, files, streams and exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import change, run
from small_cluster import HOME, PERIOD

from thidua_cli import main

NOTICES = "MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH · Mức điểm tự đặt để kiểm thử. · Đơn vị và số liệu tự đặt để kiểm thử."
TOLD = (
    "dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110: “4.000” có thể là 4000 hoặc 4.\n"
    "    Gợi ý: Viết 4000 nếu dấu chấm ngăn cách hàng nghìn, viết 4 nếu dấu chấm là dấu thập phân.\n"
    "9 cảnh báo; chạy “thidua check dot/2019” để xem.\n"
)


def without_errors(home: Path) -> None:
    change(home / "dot/2019/ho-so/tinh-e.yaml", "4.000", "4000")


def test_the_table_is_on_stdout_and_errors_on_stderr(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", PERIOD) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{NOTICES}\n\nBẢNG TỔNG HỢP")
    assert "Thư mục gốc:   thư mục có thidua.toml\n" in out
    assert err == TOLD


def test_all_units_scored_is_exit_0(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_errors(home)
    assert run("score", PERIOD) == 0
    assert "lỗi" not in capsys.readouterr().err


def test_missing_dossiers_are_warnings_only(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for dossier in (home / "dot/2019/ho-so").iterdir():
        dossier.unlink()
    assert run("score", PERIOD) == 0
    assert capsys.readouterr().err == "5 cảnh báo; chạy “thidua check dot/2019” để xem.\n"


def test_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", PERIOD, "--format", "json") == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert [(unit["id"], unit["total"], unit["rank"]) for unit in found["units"]] == [
        ("tinh-a", "71.00", 1),
        ("tinh-b", "71.00", 1),
        ("tinh-c", "65.56", 3),
        ("tinh-d", "15.00", None),
        ("tinh-e", None, None),
    ]
    assert err == TOLD


def test_markdown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", PERIOD, "--format", "md") == 1
    assert capsys.readouterr().out.startswith(f"**{NOTICES}**\n\n# BẢNG")


def test_csv_has_its_bytes_on_stdout_and_its_notices_on_stderr(
    home: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("score", PERIOD, "--format", "csv") == 1
    out, err = capfdbinary.readouterr()
    assert out.startswith("\ufeffĐơn vị;Mã đơn vị;".encode())
    assert out.count(b"\r\n") == out.count(b"\n") == 36
    assert err.decode() == f"{TOLD}{NOTICES}\n"


def test_of_an_issued_scale_and_real_figures_csv_says_only_the_source(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scale = home / "criteria/cum-nho/2019/thang-diem.yaml"
    change(scale, "tình trạng: giả định", "tình trạng: hết hiệu lực")
    change(scale, "lưu ý: Mức điểm tự đặt để kiểm thử.\n", "")
    change(scale, "bố cục phỏng theo: Đề cương báo cáo kèm Kế hoạch ngày 20/12/2019 của Cụm trưởng\n", "")
    period = home / "dot/2019/dot-cham-diem.yaml"
    change(period, "tình trạng số liệu: giả định", "tình trạng số liệu: thật\nnguồn: Niên giám thống kê")
    change(period, "lưu ý: Đơn vị và số liệu tự đặt để kiểm thử.\n", "")
    assert run("score", PERIOD, "--format", "csv") == 1
    assert capsys.readouterr().err == f"{TOLD}Nguồn: Niên giám thống kê\n"


def test_a_file_gets_what_stdout_would(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run("score", PERIOD, "--format", "csv")
    shown, _ = capfdbinary.readouterr()
    assert run("score", PERIOD, "--format", "csv", "-o", "kết quả.csv") == 1
    out, err = capfdbinary.readouterr()
    assert Path("kết quả.csv").read_bytes() == shown
    assert out == b""
    assert err.decode().endswith("Đã ghi kết quả vào kết quả.csv\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("criteria/cum-nho/2019/thang-diem.yaml", "điểm chuẩn: 60", "điểm chuẩn: 61", "TD-"),
        ("dot/2019/dot-cham-diem.yaml", "cụm trưởng: tinh-a", "cụm trưởng: tinh-x", "TD-502"),
        ("dot/2019/nguon-ngoai/atgt.csv", "Tỉnh A;", "Tỉnh X;", "TD-420"),
        ("dot/2019/dot-cham-diem.yaml", "thang điểm: cum-nho/2019", "thang điểm: cum-nho/2020", "TD-501"),
    ],
)
def test_what_cannot_be_read_is_exit_3_with_nothing_written(
    home: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, code: str
) -> None:
    change(home / file, old, new)
    Path("cu.txt").write_text("cũ", encoding="utf-8")
    assert run("score", PERIOD, "-o", "cu.txt") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert code in err
    assert Path("cu.txt").read_text("utf-8") == "cũ"


def test_a_period_that_is_not_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", "dot/2020") == 3
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == ("", "dot/2020:1:1: lỗi TD-191: Không có tệp, thư mục hay mã “dot/2020”.")


def test_nothing_that_is_not_there_is_proposed_to_be_checked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "thidua.toml").write_text('["mức độ"]\n"TD-999" = "bỏ qua"\n', "utf-8")
    assert run("score", "dot/2020") == 3
    err = capsys.readouterr().err
    assert "TD-191" in err
    assert "thidua check" not in err


def test_another_scale(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = home / "criteria" / "cum-nho" / "2020"
    copy.mkdir()
    text = (home / "criteria/cum-nho/2019/thang-diem.yaml").read_text("utf-8")
    changed = text.replace("mã: cum-nho/2019", "mã: cum-nho/2020").replace("mỗi kết quả được: 2", "mỗi kết quả được: 1")
    (copy / "thang-diem.yaml").write_bytes(changed.encode())
    assert run("score", PERIOD, "--scale", "cum-nho/2020", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["scale"]["id"] == "cum-nho/2020"
    assert found["units"][0]["total"] == "66.00"


def other_scale(home: Path, *changes: tuple[str, str]) -> None:
    """The scale once more as that of 2020, with some texts replaced."""
    folder = home / "criteria/cum-nho/2020"
    folder.mkdir()
    text = (home / "criteria/cum-nho/2019/thang-diem.yaml").read_text("utf-8")
    for old, new in (("mã: cum-nho/2019", "mã: cum-nho/2020"), *changes):
        assert old in text
        text = text.replace(old, new)
    (folder / "thang-diem.yaml").write_bytes(text.encode())


def test_another_scale_that_the_rules_fit(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other_scale(ruled)
    options = ("--scale", "cum-nho/2020", "--engine", "reference", "--format", "json")
    assert run("score", PERIOD, *options) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["rules"]["id"] == "quy-tac-nho/2019"
    assert "TD-533" not in err


def test_another_scale_that_the_rules_do_not_fit_is_scored_without_them(
    ruled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_errors(ruled)
    other_scale(ruled, ("mã: tang-truong", "mã: tang-truong-moi"))
    change(ruled / "rules/quy-tac-nho/2019.yaml", "điểm tiêu chí: von-fdi", "điểm tiêu chí: tang-truong")
    assert run("score", PERIOD, "--engine", "reference", "--format", "json") == 0
    own = json.loads(capsys.readouterr().out)
    assert own["rules"]["id"] == "quy-tac-nho/2019"
    told = (
        "dot/2019/dot-cham-diem.yaml:7:10: cảnh báo TD-533: Bộ quy tắc “quy-tac-nho/2019” không hợp với thang điểm "
        "“cum-nho/2020” nên chỉ chấm điểm, không chạy quy tắc.\n"
        "    Gợi ý: Bỏ tùy chọn --scale để chấm đủ theo thang điểm và quy tắc của đợt.\n"
    )
    # 1: what the dossiers say of the criterion that is no longer there.
    assert run("score", PERIOD, "--scale", "cum-nho/2020", "--format", "json") == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert (found["rules"], found["findings"], found["places"], found["awards"]) == (None, [], [], [])
    assert err.endswith(told)
    assert run("explain", PERIOD, "--scale", "cum-nho/2020", "--rule", "TL-01") == 2
    told = (
        "Lỗi: Bộ quy tắc của đợt không hợp với thang điểm cum-nho/2020 nên không chạy.\nGợi ý: bỏ tùy chọn --scale.\n"
    )
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("scale", ["cum-nho/2018", "abc", "cum-nho", "a" * 300])
def test_a_scale_that_is_not_there_is_wrong_usage(home: Path, capsys: pytest.CaptureFixture[str], scale: str) -> None:
    assert run("score", PERIOD, "--scale", scale) == 2
    out, err = capsys.readouterr()
    near = 'có phải là "cum-nho/2019"? ' if scale == "cum-nho/2018" else ""
    told = f'Lỗi: Giá trị "{scale}" của tùy chọn "--scale" không hợp lệ: không có thang điểm này.\nGợi ý: {near}'
    assert told in err
    assert "Thư mục gốc có các thang điểm: cum-nho/2019.\n" in err
    assert "thidua score --help" in err
    assert out == ""


def test_a_scale_whose_file_has_another_name_is_a_diagnostic(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / "criteria/cum-nho/2020"
    folder.mkdir()
    (folder / "thang-diem.yml").write_text("", encoding="utf-8")
    assert run("score", PERIOD, "--scale", "cum-nho/2020") == 3
    assert "thang-diem.yml" in capsys.readouterr().err


INPUTS = [
    "dot/2019/dot-cham-diem.yaml",
    "dot/2019/ho-so/tinh-a.yaml",
    "dot/2019/ho-so/tinh-e.yaml",  # it has an error, but it is an input
    "dot/2019/nguon-ngoai/atgt.csv",
    "criteria/cum-nho/2019/thang-diem.yaml",
    "thidua.toml",
]


@pytest.mark.parametrize("name", INPUTS)
def test_a_result_is_not_written_over_an_input(home: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    before = (home / name).read_bytes()
    assert run("score", PERIOD, "-o", name) == 2
    out, err = capsys.readouterr()
    assert "Lỗi: Tệp này là tệp đầu vào của đợt chấm điểm; ghi kết quả vào tệp khác.\n" in err
    assert (out, (home / name).read_bytes()) == ("", before)


def test_an_input_is_known_by_its_other_names_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "lien-ket.yaml").symlink_to(home / INPUTS[0])
    for name in ("dot/../dot/2019/dot-cham-diem.yaml", "lien-ket.yaml"):
        assert run("score", PERIOD, "-o", name) == 2


def test_a_document_that_a_dossier_names_is_an_input(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = home / "dot/2019/ho-so/bao-cao.txt"
    document.write_text("x", encoding="utf-8")
    dossier = home / "dot/2019/ho-so/tinh-a.yaml"
    change(
        dossier,
        "      - loại tài liệu: nghi-quyet-hdnd\n",
        "      - loại tài liệu: nghi-quyet-hdnd\n        tệp: bao-cao.txt\n",
    )
    assert run("score", PERIOD, "-o", str(document)) == 2
    assert document.read_text("utf-8") == "x"


def test_an_output_that_is_no_input_is_written_anew(home: Path) -> None:
    for _ in range(2):
        assert run("score", PERIOD, "-o", "dot/2019/ket-qua.txt") == 1
    assert "BẢNG TỔNG HỢP" in Path("dot/2019/ket-qua.txt").read_text("utf-8")


@pytest.mark.parametrize(("folder", "told"), [("dot", "dot/2019"), (".", "dot/2019")])
def test_a_folder_without_a_period_shows_those_below(
    home: Path, capsys: pytest.CaptureFixture[str], folder: str, told: str
) -> None:
    assert run("score", folder) == 3
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        f"{folder}: lỗi: Thư mục này không có dot-cham-diem.yaml.\n    Gợi ý: Chọn một đợt chấm điểm, ví dụ: {told}.\n",
    )
    assert run("explain", folder, "--unit", "tinh-a") == 3
    assert capsys.readouterr().err == err


def test_a_folder_without_periods_shows_at_most_five_examples(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", "cum-nho/2019") == 3
    assert capsys.readouterr().err == "cum-nho/2019: lỗi: Thư mục này không có dot-cham-diem.yaml.\n"
    for number in range(7):
        example = home / f"examples/nhom/dot-{number}"
        example.mkdir(parents=True)
        (example / "dot-cham-diem.yaml").write_text("", encoding="utf-8")
    assert run("score", "criteria") == 3
    listed = "; ".join(f"examples/nhom/dot-{number}" for number in range(5))
    assert f"ví dụ: {listed}.\n" in capsys.readouterr().err


def test_on_a_terminal_the_notices_are_wrapped_to_its_width(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    run("score", PERIOD)
    assert capsys.readouterr().out.splitlines()[0] == NOTICES
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run("score", PERIOD)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 90
    assert " ".join(lines[:2]) == NOTICES
    run("score", PERIOD, "-o", "kq.txt")
    assert Path("kq.txt").read_text("utf-8").splitlines()[0] == NOTICES


def test_a_very_narrow_terminal_gets_eighty_columns(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run("score", PERIOD)
    assert 70 < max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_home_from_elsewhere_is_named_with_the_way_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--home", str(HOME), "score", PERIOD) == 1
    out, err = capsys.readouterr()
    assert f"Thư mục gốc:   {HOME.name} (theo --home)\n" in out
    shown = f'"{HOME}"' if " " in str(HOME) else str(HOME)  # a checkout may stand in "Thi đua năm 2019"
    assert f"chạy “thidua check dot/2019 --home {shown}” để xem." in err


def test_a_folder_that_cannot_be_written_is_told_by_the_name_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(descriptor: int) -> None:  # while the file beside it is being written
        raise PermissionError(13, "no", ".abc.tmp")

    monkeypatch.setattr("os.fsync", refuse)
    assert run("score", PERIOD, "-o", "kq.txt") == 3
    assert 'tệp "kq.txt": không có quyền truy cập' in capsys.readouterr().err


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_machines_wait_for_no_table_library(home: Path, format_: str) -> None:
    code = f"""
import sys
from thidua_cli import main
main.run(["score", {PERIOD!r}, "--format", {format_!r}, "-o", "kq"])
sys.exit(bool({{"tabulate", "wcwidth", "pandas"}} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_the_help_page_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for row in main.COMMANDS:
        assert run(row.name, "--help") == 0
        assert f"Ví dụ: thidua {row.name} " in capsys.readouterr().out
