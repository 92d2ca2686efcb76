"""``thidua status`` of a scale: the comments on its draft."""

import shutil
from pathlib import Path

import pytest
from command_line import change, run

FORMATS = Path(__file__).parents[1] / "golden/formats"
SCALE = "criteria/cum-mau/2019"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the complete samples, and the working folder."""
    home = Path(shutil.copytree(FORMATS, tmp_path / "nha"))
    monkeypatch.chdir(home)
    monkeypatch.delenv("THIDUA_HOME", raising=False)
    return home


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("written", ["cum-mau/2019", SCALE, f"{SCALE}/thang-diem.yaml", f"{SCALE}/gop-y.yaml"])
def test_a_scale_is_meant_by_its_id_folder_or_file(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", written, "--on", "20/02/2019") == 0
    out, err = capsys.readouterr()
    assert "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý\n" in out
    assert "Đơn vị:        đã có ý kiến 4/5, trong đó 1 đơn vị nhất trí\n" in out
    assert f"thidua check {SCALE}/gop-y.yaml" in err


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("day", "told"), [("12/02/2019", "còn 3 ngày"), ("15/02/2019", "ngày cuối"), ("16/02/2019", "đã kết thúc")]
)
def test_days_are_counted_to_the_last_day(day: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", "cum-mau/2019", "--on", day) == 0
    assert f"({told}, tính đến ngày {day})" in " ".join(capsys.readouterr().out.split())


def test_when_all_have_answered_it_says_so(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = draft / SCALE / "gop-y.yaml"
    change(file, "  - Tỉnh E\n", "")
    change(file, "    ghi chú: Chờ tổ soạn thảo\n", "    trả lời: tiếp thu\n    nội dung trả lời: Sẽ gửi kèm\n")
    assert run("status", "cum-mau/2019") == 0
    out = capsys.readouterr().out
    assert "Mọi đơn vị được hỏi đã có ý kiến." in out
    assert "Mọi ý kiến đã được trả lời." in out


def test_before_the_first_comment(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = draft / SCALE / "gop-y.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.partition("đơn vị nhất trí:")[0], encoding="utf-8")
    assert run("status", "cum-mau/2019", "--on", "02/02/2019") == 0
    out = capsys.readouterr().out
    assert "đã có ý kiến 0/5\n" in out
    assert "Ý kiến:        chưa có\n" in out
    assert "Ý KIẾN VÀ TRẢ LỜI" not in out
    assert "  5. Tỉnh E\n" in out


def test_a_scale_being_consulted_says_so_first(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(draft / SCALE / "thang-diem.yaml", "tình trạng: giả định", "tình trạng: lấy ý kiến")
    change(draft / SCALE / "thang-diem.yaml", "bố cục phỏng theo:", "# ")
    assert run("status", "cum-mau/2019", "--format", "md") == 0
    assert capsys.readouterr().out.startswith("**THANG ĐIỂM ĐANG LẤY Ý KIẾN · ")
    assert run("check", f"{SCALE}/gop-y.yaml") == 0
    assert "TD-587" not in capsys.readouterr().out


def test_without_comments_it_is_exit_3(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (draft / SCALE / "gop-y.yaml").unlink()
    assert run("status", "cum-mau/2019") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert f"Chưa có tệp ý kiến góp ý về thang điểm này ({SCALE}/gop-y.yaml)." in err


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("gop-y.yaml", "tiêu chí: thu-ngan-sach", "tiêu chí: thu-ngan-sac", "TD-580"),
        ("gop-y.yaml", "thang điểm: cum-mau/2019", "thang điểm: cum-mau/2020", "TD-590"),
        ("gop-y.yaml", "đến hết ngày: 15/02/2019\n", "", "TD-146"),
    ],
)
def test_comments_with_errors_are_exit_3(
    draft: Path, file: str, old: str, new: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(draft / SCALE / file, old, new)
    assert run("status", "cum-mau/2019") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert code in err


def test_a_scale_that_cant_be_read_is_told(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(draft / SCALE / "thang-diem.yaml", "tổng điểm: 200", "tổng điểm: 1.000")
    assert run("status", "cum-mau/2019") == 3
    assert "TD-110" in capsys.readouterr().err


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("name", ["thang-diem.yaml", "gop-y.yaml"])
def test_the_page_is_never_written_over_what_it_is_made_of(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", "cum-mau/2019", "-o", f"{SCALE}/{name}") == 2
    assert "tệp đầu vào" in " ".join(capsys.readouterr().err.split())
