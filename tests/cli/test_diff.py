"""``thidua diff``: what an expert edits and reads, wrong operands, versions that git keeps."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import change, run

SCALE = "criteria/cum-nho/2019/thang-diem.yaml"
NEW = "moi.yaml"

BAND = "            - từ: -0,5\n              dưới: 0\n              điểm: 16\n"
FIRST = "            - từ: 0\n              điểm: 20\n"
TWO = FIRST.replace("từ: 0", "từ: 2") + FIRST.replace("điểm: 20", "dưới: 2\n              điểm: 18")
PARTS = "          phần lẻ dưới 1%: tính theo tỷ lệ\n"
PAPER = "Số liệu trật tự an toàn giao thông năm"


def entries(text: str) -> dict[str, list[str]]:
    """The numbered entries of a page with their details, each on one line."""
    found: dict[str, list[str]] = {}
    heading, lines = "", text.split("\n\n", 2)[-1].splitlines()
    for line in lines:
        body = line.strip()
        if line[:3].strip().isdigit() and line[3:4] == ".":
            heading = body.partition(". ")[2]
            found[heading] = []
        elif body.startswith("- "):
            found[heading].append(body[2:])
        elif line.startswith("       ") and heading and found[heading]:
            found[heading][-1] += f" {body}"
    return found


def compared(home: Path, capsys: pytest.CaptureFixture[str], *edits: tuple[str, str]) -> dict[str, list[str]]:
    shutil.copy(home / SCALE, home / NEW)
    for old, new in edits:
        change(home / NEW, old, new)
    assert run("diff", "cum-nho/2019", NEW) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("MỨC ĐIỂM GIẢ ĐỊNH · Mức điểm tự đặt để kiểm thử.\n\nSO SÁNH HAI BẢN THANG ĐIỂM\n")
    return entries(out)


@pytest.mark.parametrize(
    ("edits", "entry", "details"),
    [
        ([("điểm thưởng không quá: 2", "điểm thưởng không quá: 3")], "I.1", ["Điểm thưởng không quá: 2 → 3 điểm"]),
        ([("thì trừ: 0,5", "thì trừ: 0,75")], "I.1", ["Cứ thiếu 1% thì trừ: 0,5 → 0,75 điểm"]),
        ([(PARTS, "          không tính điểm khi hoàn thành dưới: 70%\n")], "I.1", [
            "Không tính điểm khi hoàn thành dưới: không quy định → 70%",
        ]),
        ([("điểm: 16", "điểm: 15")], "I.2", ["Mức từ −0,5 đến dưới 0: 16 → 15 điểm"]),
        ([(BAND, ""), ("dưới: -0,5", "dưới: 0")], "I.2", [
            "Gộp mức: từ −0,5 đến dưới 0: 16 điểm; từ −1 đến dưới −0,5: 12 điểm → từ −1 đến dưới 0: 12 điểm",
        ]),
        ([("            - từ: -1\n", "            - từ: -2\n")], "I.2", [
            "Mức 12 điểm: từ −1 đến dưới −0,5 → từ −2 đến dưới −0,5",
        ]),
        ([(FIRST, TWO)], "I.2", ["Tách mức: từ 0: 20 điểm → từ 2: 20 điểm; từ 0 đến dưới 2: 18 điểm"]),
        ([("còn lại: 6", "còn lại: 5")], "I.2", ["Còn lại: 6 → 5 điểm"]),
        ([("đơn vị tính: vụ", "đơn vị tính: vụ việc")], "II.1", [
            "Số liệu năm trước: đơn vị tính: vụ → vụ việc", "Số liệu thực hiện: đơn vị tính: vụ → vụ việc",
        ]),
        ([("tên gọi: dự toán", "tên gọi: dự toán giao")], "I.1", [
            "Số liệu kế hoạch: tên gọi: “dự toán” → “dự toán giao”",
        ]),
        ([(f"{PAPER} 2019", f"{PAPER} 2019\n          - Báo cáo của Công an tỉnh")], "II.1", [
            "Thêm tài liệu kiểm chứng “Báo cáo của Công an tỉnh”",
        ]),
        ([("an toàn giao thông năm 2019", "an toàn giao thông năm 2020")], "II.1", [
            f"Tài liệu kiểm chứng: “{PAPER} 2019” → “{PAPER} 2020”",
        ]),
        ([("chứng: tạm tính điểm", "chứng: không tính điểm")], "I.2", [
            "Khi thiếu tài liệu kiểm chứng: tạm tính điểm → không tính điểm",
        ]),
        ([("cung cấp số liệu: Cục Thống kê", "cung cấp số liệu: Tổng cục Thống kê")], "I.2", [
            "Đơn vị cung cấp số liệu: “Cục Thống kê” → “Tổng cục Thống kê”",
        ]),
    ],
)  # fmt: skip
def test_an_edit_is_told_in_the_words_of_the_annex(
    home: Path, edits: list[tuple[str, str]], entry: str, details: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = compared(home, capsys, *edits)
    assert [(heading.split()[0], told) for heading, told in found.items()] == [(entry, details)]


def test_a_criterion_that_changed_its_section_and_number(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (home / SCALE).read_text("utf-8")
    start = text.index("      - mã: dan-chu-o-co-so")
    end = text.index("  - mã: noi-dung-iii")
    block = text[start:end]
    found = compared(
        home,
        capsys,
        (block, ""),
        ("điểm chuẩn: 25\n", "điểm chuẩn: 15\n"),
        (
            "    điểm chuẩn: 15\n    tiêu chí:\n      - mã: van-ban",
            f"    điểm chuẩn: 25\n    tiêu chí:\n{block}      - mã: van-ban",
        ),
        ("số mục: II.2", "số mục: III.3"),
    )
    heading = "II.2 → III.3 Thực hiện Quy chế dân chủ ở cơ sở (chuyển từ nội dung II sang nội dung III)"
    assert found == {"Cả nội dung": ["Điểm chuẩn: 15 → 25 điểm"], heading: []}


def test_numbers_and_order_alone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (home / SCALE).read_text("utf-8")
    first, second = text.index("      - mã: an-toan-giao-thong"), text.index("      - mã: dan-chu-o-co-so")
    end = text.index("  - mã: noi-dung-iii")
    turned = text[second:end] + text[first:second]
    found = compared(home, capsys, (text[first:end], turned))
    told = "Thứ tự tiêu chí: “Giảm số vụ tai nạn giao thông” từ thứ 1 xuống thứ 2"
    assert found == {"Cả nội dung": [told]}


def test_the_same_file_has_no_change(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", "cum-nho/2019", SCALE) == 0
    assert capsys.readouterr().out.endswith("\nKhông có thay đổi.\n")


def test_output_is_written_to_a_file_but_over_neither_version(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", "cum-nho/2019", SCALE, "-o", "kq.md", "--format", "md") == 0
    assert (home / "kq.md").read_text("utf-8").startswith("**MỨC ĐIỂM GIẢ ĐỊNH")
    assert capsys.readouterr() == ("", "Đã ghi kết quả vào kq.md\n")
    before = (home / SCALE).read_bytes()
    assert run("diff", "cum-nho/2019", SCALE, "-o", SCALE) == 2
    assert "một trong hai bản so sánh" in capsys.readouterr().err
    assert (home / SCALE).read_bytes() == before


CASES = "criteria/cum-nho/2019/tests/kinh-te.yaml"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("cum-nho/2019", "quy-tac-nho/2019"),
         "quy-tac-nho/2019:1:1: lỗi TD-601: “cum-nho/2019” là thang điểm, "
         "còn “quy-tac-nho/2019” là quy tắc kiểm tra, bình xét.\n"
         "    Gợi ý: Ghi hai thang điểm, hoặc hai bộ quy tắc.\n"),
        (("cum-nho/2019", "dot/2019"),
         "dot/2019:1:1: lỗi TD-602: Đây là đợt chấm điểm, không phải thang điểm hay bộ quy tắc.\n"
         "    Gợi ý: Ghi mã hoặc tệp của thang điểm, bộ quy tắc; đợt này dùng: cum-nho/2019, quy-tac-nho/2019.\n"),
        (("cum-nho/2019", CASES),
         f"{CASES}:1:1: lỗi TD-603: Tệp này là “trường hợp kiểm thử”, không phải thang điểm hay bộ quy tắc.\n"
         "    Gợi ý: Ghi tệp thang điểm (thang-diem.yaml), tệp quy tắc, "
         "hoặc mã như mien-dong-nam-bo/2019, thi-dua-cum/2019.\n"),
        (("criteria", "dot"),
         "criteria:1:1: lỗi TD-604: Thư mục này không có tệp thang-diem.yaml.\n"
         "    Gợi ý: Ghi một trong: cum-nho/2019.\n"
         "dot:1:1: lỗi TD-604: Thư mục này không có tệp thang-diem.yaml.\n"
         "    Gợi ý: Ghi tệp hoặc mã của thang điểm, bộ quy tắc.\n"),
        (("cum-nho/2018", "khong-co"),
         "cum-nho/2018:1:1: lỗi TD-191: Không có tệp, thư mục hay mã “cum-nho/2018”.\n"
         "    Gợi ý: Có phải là “cum-nho/2019”?\n"
         "khong-co:1:1: lỗi TD-191: Không có tệp, thư mục hay mã “khong-co”.\n"
         "    Gợi ý: Kiểm tra lại đường dẫn, hoặc mã thang điểm trong thư mục criteria.\n"),
        (("cum-nho/ban-moi-nhat", "cum-nho/2019"),
         "cum-nho/ban-moi-nhat:1:1: lỗi TD-191: Không có tệp, thư mục hay mã “cum-nho/ban-moi-nhat”.\n"
         "    Gợi ý: Các bản có ở đây: cum-nho/2019.\n"),
        (("cum-nho/2019", "hong.yaml"),
         "hong.yaml:10:12: lỗi TD-201: Tổng điểm ghi 101 nhưng các nội dung cộng lại là 60 + 25 + 15 = 100, lệch 1.\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_exit_3(
    ruled: Path, arguments: tuple[str, str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ruled / SCALE, ruled / "hong.yaml")
    change(ruled / "hong.yaml", "tổng điểm: 100", "tổng điểm: 101")
    assert run("diff", *arguments) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(expected)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cum-nho/2019",), "Thiếu bản thứ hai để so sánh."),
        (("cum-nho/2019", SCALE, "--git", "HEAD"), "Có --git thì chỉ ghi một bản."),
    ],
)
def test_wrong_usage(home: Path, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", *arguments) == 2
    assert f"Lỗi: {message}\nGợi ý: " in capsys.readouterr().err


def test_an_id_that_a_scale_and_rules_share_means_rules_beside_rules(
    ruled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = ruled / "rules" / "quy-tac-nho" / "2019.yaml"
    for year in ("2019", "2020"):
        copy = ruled / "rules" / "cum-nho" / f"{year}.yaml"
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(rules.read_text("utf-8").replace("mã: quy-tac-nho/2019", f"mã: cum-nho/{year}"), "utf-8")
    assert run("diff", "cum-nho/2019", "cum-nho/2020") == 0
    assert "SO SÁNH HAI BẢN QUY TẮC" in capsys.readouterr().out
    assert run("diff", "cum-nho/2020", "cum-nho/2019") == 0


def git(folder: Path, *words: str) -> None:
    names = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **names})


@pytest.fixture
def kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home in a repository, in a folder with diacritics and spaces, with one scale that was never committed."""
    folder = home.parent / "Thi đua năm 2020"
    home.rename(folder)
    monkeypatch.chdir(folder)
    (folder / "Thang điểm mới.yaml").write_bytes((folder / SCALE).read_bytes())
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Thang điểm")
    shutil.copy(folder / SCALE, folder / "chua-luu.yaml")
    return folder


@pytest.mark.parametrize("written", ["cum-nho/2019", SCALE, "Thang điểm mới.yaml"])
def test_the_version_that_git_keeps(kept: Path, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = kept / (SCALE if written == "cum-nho/2019" else written)
    assert run("diff", written, "--git", "HEAD") == 0
    assert capsys.readouterr().out.endswith("\nKhông có thay đổi.\n")
    change(file, "thì trừ: 0,5", "thì trừ: 0,75")
    assert run("diff", written, "--git", "HEAD") == 0
    out = capsys.readouterr().out
    assert entries(out) == {"I.1 Tổng thu ngân sách trên địa bàn tỉnh": ["Cứ thiếu 1% thì trừ: 0,5 → 0,75 điểm"]}
    assert "@HEAD)" in out


@pytest.mark.parametrize(
    ("written", "revision", "code"),
    [("cum-nho/2019", "HEAD~9", 607), ("cum-nho/2019", "--all", 607), ("chua-luu.yaml", "HEAD", 608)],
)
def test_what_git_does_not_keep(
    kept: Path, written: str, revision: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", written, "--git", revision) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert f"lỗi TD-{code}: " in err


def test_an_error_in_the_kept_version_is_told_with_its_place(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(kept / SCALE, "tổng điểm: 100", "tổng điểm: 101")
    git(kept, "commit", "-q", "-a", "-m", "Sai tổng")
    change(kept / SCALE, "tổng điểm: 101", "tổng điểm: 100")
    assert run("diff", "cum-nho/2019", "--git", "HEAD") == 3
    assert capsys.readouterr().err.startswith(f"{SCALE}@HEAD:10:12: lỗi TD-201: ")


def test_without_a_repository_or_without_git(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(home.parent))
    assert run("diff", "cum-nho/2019", "--git", "HEAD") == 3
    assert f"{SCALE}:1:1: lỗi TD-606: Tệp này không nằm trong kho git nào" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(home / "dot"))
    assert run("diff", "cum-nho/2019", "--git", "HEAD") == 3
    assert f"{SCALE}:1:1: lỗi TD-605: Không chạy được chương trình git" in capsys.readouterr().err


def test_a_repository_that_git_cannot_read(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kept / ".git/config").write_text("[core\n")
    assert run("diff", "cum-nho/2019", "--git", "HEAD") == 3
    assert f"{SCALE}:1:1: lỗi TD-609: git không đọc được kho chứa tệp này: fatal: " in capsys.readouterr().err
