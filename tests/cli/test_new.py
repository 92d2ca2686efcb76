"""``thidua new``: a new year's scale or rules; only what must move is changed, the rest keeps its bytes."""

import difflib
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from command_line import change, run

ROOT = Path(__file__).resolve().parent.parent.parent
EXPECTED = Path(__file__).parent / "expected"
SCALE = "criteria/cum-nho/2019/thang-diem.yaml"
NEW = "criteria/cum-nho/2020/thang-diem.yaml"

ISSUED = """tình trạng: đã ban hành  # từ tháng 01
văn bản:
  số: 12/QĐ-CTĐ
  # ký thay
  ngày: 15/01/2019

  cơ quan ban hành: Cụm trưởng
"""
ASSUMED = "tình trạng: giả định\n"
OUTLINE = "bố cục phỏng theo: Đề cương báo cáo kèm Kế hoạch ngày 20/12/2019 của Cụm trưởng\n"


def new(*arguments: str) -> int:
    return run("new", *arguments)


def changed_lines(old: Path, new_file: Path) -> list[str]:
    """What differs byte for byte, without the lines of context."""
    before, after = (file.read_bytes().decode().split("\n") for file in (old, new_file))
    return [line for line in difflib.ndiff(before, after) if line[0] in "+-"]


def test_the_new_year_checks_and_its_cases_pass(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    capsys.readouterr()
    assert run("check", "cum-nho/2020") == 0
    assert run("test", "cum-nho/2020") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "6 trường hợp: 6 đạt, 0 không đạt"


def test_what_was_moved_and_what_to_look_at_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], rewrite_golden: bool
) -> None:
    change(home / SCALE, "tình trạng: giả định\n", "# Sửa từ bản năm 2018.\ntình trạng: giả định\n")
    change(
        home / SCALE, "        điểm chuẩn: 20\n", "        thay thế:\n          - thu-2018\n        điểm chuẩn: 20\n"
    )
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    out = capsys.readouterr().out
    golden = EXPECTED / "new.txt"
    if rewrite_golden:
        golden.write_bytes(out.encode())
    assert out == golden.read_text("utf-8")


def test_what_still_bears_the_name_of_the_old_cluster_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / SCALE, "lưu ý: ", "# Dựa theo CỤM  NHỎ.\n# Không phải cụm nhỏm.\nlưu ý: ")
    assert new("cum-lon/2020", "--from", "cum-nho/2019") == 0
    out = capsys.readouterr().out
    assert "\n\nXem lại bằng tay, vì còn mang tên của “cum-nho”:\n  tên: dòng 3\n  lời chú: dòng 5\n" in out
    assert new("cum-lon/2021", "--from", "cum-lon/2020") == 0
    assert "còn mang tên" not in capsys.readouterr().out


def test_nothing_else_changes(home: Path) -> None:
    assert new("cum-nho/2020", "--from", SCALE) == 0
    lines = changed_lines(home / SCALE, home / NEW)
    assert [line for line in lines if line[0] == "+" and "năm 2020" not in line] == [
        "+ mã: cum-nho/2020",
        "+ năm thi đua: 2020",
        "+ số liệu từ ngày: 01/01/2020",
        "+ số liệu đến hết ngày: 31/12/2020",
    ]
    assert len(lines) == 2 * len([line for line in lines if line[0] == "+"])


def test_an_issued_scale_becomes_a_draft_and_its_document_a_comment(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / SCALE, ASSUMED, ISSUED)
    change(home / SCALE, OUTLINE, "")
    assert run("check", SCALE) == 0
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    text = (home / NEW).read_text("utf-8")
    assert """tình trạng: dự thảo  # từ tháng 01
# văn bản: # văn bản của cum-nho/2019; ghi lại khi ban hành văn bản mới
#   số: 12/QĐ-CTĐ
#   # ký thay
#   ngày: 15/01/2019

#   cơ quan ban hành: Cụm trưởng
năm thi đua: 2020
""" in text.replace("lưu ý: Mức điểm tự đặt để kiểm thử.\n", "")
    assert run("check", "cum-nho/2020") == 0


def test_line_breaks_of_windows_and_a_byte_order_mark_stay(home: Path) -> None:
    file = home / SCALE
    change(file, ASSUMED, ISSUED)
    change(file, OUTLINE, "")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    data = (home / NEW).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == file.read_bytes().count(b"\n")
    assert run("check", "cum-nho/2020") == 0


def test_the_last_of_february_stays_in_the_calendar(home: Path) -> None:
    file = home / SCALE
    change(file, "mã: cum-nho/2019", "mã: cum-nho/2020")
    change(file, "năm thi đua: 2019", "năm thi đua: 2020")
    change(file, "31/12/2019", "29/2/2020")
    file.parent.rename(file.parent.with_name("2020"))
    assert new("cum-nho/2021", "--from", "cum-nho/2020") == 0
    text = (home / "criteria/cum-nho/2021/thang-diem.yaml").read_text("utf-8")
    assert "số liệu đến hết ngày: 28/2/2021\n" in text
    assert run("check", "criteria/cum-nho/2021/thang-diem.yaml") == 0


@pytest.mark.usefixtures("ruled")
def test_rules_come_with_their_cases(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("quy-tac-nho/2020", "--from", "quy-tac-nho/2019") == 0
    told = capsys.readouterr().out
    assert "Việc tiếp theo: sửa quy tắc của năm mới" in told
    assert told.endswith("  thidua diff rules/quy-tac-nho/2019.yaml rules/quy-tac-nho/2020.yaml\n")
    assert run("test", "quy-tac-nho/2020") == 0
    assert (home / "rules/quy-tac-nho/tests/2020.yaml").is_file()


CASES = "criteria/cum-nho/2020/tests/cac-noi-dung-khac.yaml"
OTHER_CASES = "criteria/cum-nho/2020/tests/khac.yaml"


def files(home: Path) -> dict[Path, bytes]:
    """All that lies in a home."""
    return {each: each.read_bytes() if each.is_file() else b"" for each in home.rglob("*")}


@pytest.mark.parametrize(
    "there", [NEW, CASES, CASES.replace("cac-noi-dung-khac", "khac"), "criteria/cum-nho/2020/tests"]
)
def test_nothing_is_written_over(there: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / OTHER_CASES.replace("2020", "2019")).write_bytes((home / CASES.replace("2020", "2019")).read_bytes())
    (home / there).parent.mkdir(parents=True, exist_ok=True)
    (home / there).write_text("công sức của chuyên viên", "utf-8")
    before = files(home)
    assert new("cum-nho/2020", "--from", "cum-nho/2019") in (2, 3)
    assert files(home) == before
    out, err = capsys.readouterr()
    assert out == ""
    assert there in err


def test_all_that_is_there_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for there in (NEW, CASES):
        (home / there).parent.mkdir(parents=True, exist_ok=True)
        (home / there).touch()
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 2
    told = capsys.readouterr().err
    assert [line.partition(":")[0] for line in told.splitlines() if "TD-640" in line] == [NEW, CASES]


@pytest.mark.usefixtures("ruled")
def test_cases_of_rules_are_not_written_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "rules/quy-tac-nho/tests/2020.yaml").write_text("công sức", "utf-8")
    before = files(home)
    assert new("quy-tac-nho/2020", "--from", "quy-tac-nho/2019") == 2
    assert "rules/quy-tac-nho/tests/2020.yaml:1:1: lỗi TD-640" in capsys.readouterr().err
    assert files(home) == before


def test_when_one_file_can_not_be_written_none_is(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(home)
    synced: list[int] = []

    def fail_at_the_second(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail_at_the_second)
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 3
    assert "criteria/cum-nho/2020/tests" in capsys.readouterr().err
    assert files(home) == before


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (b"tr: [\n", "cac-noi-dung-khac.yaml:"),
        (b"x: &a 1\n", "TD-133"),
        ("ghi chú: Đà Nẵng\n".encode("utf-16"), "TD-104"),
        (b"\xff\xfe", "TD-104"),
    ],
)
def test_cases_that_can_not_be_read_are_told_and_nothing_is_written(
    slip: bytes, told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = home / CASES.replace("2020", "2019")
    cases.write_bytes(slip if told == "TD-104" else cases.read_bytes() + slip)
    before = files(home)
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 3
    assert told in capsys.readouterr().err
    assert files(home) == before


def test_what_was_replaced_is_still_said(home: Path) -> None:
    first, replacing = (
        "      - mã: thu-ngan-sach\n",
        "      - thay thế:\n          - thu-2018\n        mã: thu-ngan-sach\n",
    )
    change(home / SCALE, first, replacing)
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    assert replacing in (home / NEW).read_text("utf-8")
    assert run("test", "cum-nho/2020") == 0


def test_papers_of_two_years_do_not_become_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = (
        "- loại tài liệu: Báo cáo thu ngân sách năm 2019 có xác nhận của Kho bạc Nhà nước\n            cho: thực hiện\n"
    )
    change(home / SCALE, named, f"{named}          {named.replace('2019', '2020')}")
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    assert "  loại tài liệu: dòng 45\n" in capsys.readouterr().out
    assert run("check", "cum-nho/2020") == 0


@pytest.mark.parametrize("line_break", [b"\r", b"\r\n"])
def test_any_line_breaks_stay(line_break: bytes, home: Path) -> None:
    for file in (home / SCALE, home / CASES.replace("2020", "2019")):
        file.write_bytes(file.read_bytes().replace(b"\n", line_break))
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    data = (home / NEW).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == line_break.count(b"\n") * data.count(b"\r")
    assert run("check", "cum-nho/2020") == 0
    assert run("test", "cum-nho/2020") == 0


def test_a_scale_in_braces_is_moved_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = yaml.load((home / SCALE).read_text("utf-8"), yaml.BaseLoader)
    del data["bố cục phỏng theo"]
    data |= {"tình trạng": "đã ban hành", "văn bản": {"số": "1/QĐ", "ngày": "5/1/2019", "cơ quan ban hành": "Cụm"}}
    criteria = data["nội dung"][0]["tiêu chí"]
    criteria[0] = {"thay thế": ["thu-2018"], **criteria[0]}
    criteria[1]["thay thế"] = ["tang-2018", "truong-2018"]
    (home / SCALE).write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    assert run("check", SCALE) == 0
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    assert re.search(r"  bỏ vì chỉ của năm cũ: dòng \d+–\d+\n", capsys.readouterr().out)
    moved = yaml.load((home / NEW).read_text("utf-8"), yaml.BaseLoader)
    assert (moved["mã"], moved["tình trạng"], moved.get("văn bản")) == ("cum-nho/2020", "dự thảo", None)
    assert moved["nội dung"][0]["tiêu chí"][0]["thay thế"] == ["thu-2018"]
    assert run("check", "cum-nho/2020") == 0
    assert run("test", "cum-nho/2020") == 0


def test_dates_of_a_year_that_begins_in_december_move_with_it(home: Path) -> None:
    change(home / SCALE, "số liệu từ ngày: 01/01/2019", "số liệu từ ngày: 16/12/2018")
    change(home / SCALE, "31/12/2019", "15/12/2019")
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 0
    text = (home / NEW).read_text("utf-8")
    assert "số liệu từ ngày: 16/12/2019\nsố liệu đến hết ngày: 15/12/2020\n" in text
    assert run("check", "cum-nho/2020") == 0


@pytest.mark.parametrize(
    ("new_id", "source", "told"),
    [
        ("cum-nho/2019", "cum-nho/2019", "TD-640"),
        ("cum-nho/2020", "dot/2019/dot-cham-diem.yaml", "TD-641"),
        ("cum-nho/nam-moi", "cum-nho/2019", "TD-642"),
        ("Cụm nhỏ/2020", "cum-nho/2019", "TD-149"),
        ("cum-nho/2020", "cum-nho/2018", "TD-191"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_written(
    new_id: str, source: str, told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(home.rglob("*"))
    assert new(new_id, "--from", source) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert sorted(home.rglob("*")) == before


def test_a_source_with_errors_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / SCALE, "điểm chuẩn: 60", "điểm chuẩn: 61")
    assert new("cum-nho/2020", "--from", "cum-nho/2019") == 3
    assert "lỗi TD-" in capsys.readouterr().err
    assert not (home / NEW).exists()


def test_the_copy_that_came_with_the_program_is_not_written_to(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bundled = Path(shutil.copytree(home, tmp_path / "cài đặt"))
    monkeypatch.setattr("thidua.home._INSIDE", bundled)
    monkeypatch.chdir(tmp_path)
    for named in ([], ["--home", str(bundled)]):
        assert new("cum-nho/2020", "--from", "cum-nho/2019", *named) == 2
        assert "TD-643" in capsys.readouterr().err
    assert not (bundled / NEW).exists()


def test_a_folder_of_ones_own_may_be_called_as_that_copy_is(home: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(home, tmp_path / "thidua" / "bundled"))
    assert new("cum-nho/2020", "--from", "cum-nho/2019", "--home", str(own)) == 0
    assert (own / NEW).exists()


@pytest.mark.parametrize("source", ["mien-dong-nam-bo/2020", "thi-dua-cum/2025"])
def test_shipped_files_move_to_a_new_year(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("criteria", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "thidua.toml").touch()
    monkeypatch.chdir(tmp_path)
    new_id = source.rpartition("/")[0] + "/2031"
    assert new(new_id, "--from", source) == 0
    assert run("check", new_id) == 0
    assert run("test", new_id) == 0
