"""``thidua diff`` of two saved results."""

import json
import os
import re
from pathlib import Path

import pytest
from command_line import run
from two_runs import texts

OLD, NEW = "lan-1.json", "lan-2.json"


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two results, and the working folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in zip((OLD, NEW), texts(), strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("saved")
def test_who_moved_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", OLD, NEW) == 0
    out, err = capsys.readouterr()
    assert "\n\nTHAY ĐỔI GIỮA HAI LẦN CHẤM ĐIỂM\n" in out
    assert "\n     - vốn đăng ký 420 → 435 triệu USD\n" in out
    assert err == ""
    assert run("diff", OLD, OLD, "--format", "md") == 0
    assert "\n\n## KHÔNG CÓ THAY ĐỔI\n\n" in capsys.readouterr().out


def test_as_json_into_a_file(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", OLD, NEW, "--format", "json", "-o", "khac.json") == 0
    assert json.loads((saved / "khac.json").read_text("utf-8"))["impact"][0]["unit"] == "tinh-a"
    assert run("diff", OLD, NEW, "-o", NEW) == 2
    assert "Tệp này là một trong hai bản so sánh; ghi kết quả vào tệp khác." in capsys.readouterr().err


def test_a_result_without_the_usual_name_is_known_by_its_content(saved: Path) -> None:
    os.rename(saved / OLD, saved / "lan-1")
    assert run("diff", "lan-1", NEW) == 0


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("words", [(OLD, "mien-dong-nam-bo/2019"), (OLD,), ("khac", NEW), (OLD, "--git", "HEAD")])
def test_a_result_is_compared_with_a_result_only(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", *words) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "Kết quả chấm điểm đã lưu (tệp JSON) chỉ so được với một kết quả đã lưu khác." in told


def test_both_files_are_looked_at_before_anything_is_said(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (saved / OLD).write_text(texts()[0][:2000], "utf-8")
    (saved / NEW).write_text("{}", "utf-8")
    assert run("diff", OLD, NEW) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "lan-1.json:" in err
    assert "lỗi TD-661: Tệp hết giữa chừng: phần sau chỗ này bị mất." in err
    nothing = "Đây không phải là kết quả do lệnh “thidua score” ghi: thiếu mục “period” (đợt chấm điểm)."
    assert f"lan-2.json:1:1: lỗi TD-663: {nothing}" in err
    assert run("diff", OLD, "khong-co.json") == 3
    assert "khong-co.json:1:1: lỗi TD-100: Không tìm thấy tệp này." in capsys.readouterr().err


def test_results_of_two_periods(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = json.loads(texts()[0])
    other["period"]["id"] = "mien-dong-nam-bo-2018"
    (saved / OLD).write_text(json.dumps(other), "utf-8")
    assert run("diff", OLD, NEW) == 3
    assert "lan-2.json:1:1: lỗi TD-664: " in capsys.readouterr().err


def test_a_result_of_an_older_program_is_compared_with_a_warning(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = json.loads(texts()[0])
    for unit in older["units"]:
        for criterion in unit["criteria"]:
            del criterion["figures"]
    (saved / OLD).write_text(json.dumps(older), "utf-8")
    assert run("diff", OLD, NEW) == 0
    out, err = capsys.readouterr()
    assert "lan-1.json:1:1: cảnh báo TD-665: " in err
    assert "- không rõ nguyên nhân: bản chương trình cũ không lưu số liệu, tài liệu\n" in out


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("option", [("--period", "dot"), ("--what-if", "a.b=1"), ("--range",)])
def test_a_saved_result_is_not_scored_again(option: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", OLD, NEW, *option) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "Kết quả đã lưu không chấm lại được. Gợi ý: bỏ --period, --what-if, --range." in told


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def without_hash(file: Path) -> None:
    """As an older program wrote it."""
    file.write_text(re.sub(r',\n  "content_hash": "[0-9a-f]+"', "", file.read_text("utf-8")), "utf-8")


def test_a_result_that_was_edited_is_told_as_such(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (saved / NEW).write_text(texts()[0], "utf-8")
    edit(saved / NEW, '"points": "50.00"', '"points": "45.00"')
    assert run("diff", OLD, NEW) == 0
    out, err = capsys.readouterr()
    assert err.startswith(
        "lan-2.json:1:1: cảnh báo TD-666: Nội dung tệp không còn như khi chương trình ghi: tệp đã bị sửa, điểm và xếp "
        "hạng trong tệp có thể không phải là kết quả chấm.\n"
    )
    assert err.count("TD-") == 1
    assert "50 → 45 điểm (−5)\n     - thang điểm, quy tắc, số liệu và hồ sơ hai lần là một, nên một trong hai" in out


def test_two_results_of_the_same_that_differ_are_told(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (saved / NEW).write_text(texts()[0], "utf-8")
    edit(saved / NEW, '"points": "50.00"', '"points": "45.00"')
    for name in (OLD, NEW):
        without_hash(saved / name)
    assert run("diff", OLD, NEW) == 0
    message = (
        "lan-2.json:1:1: cảnh báo TD-667: Tệp này và lan-1.json có cùng thang điểm, quy tắc, số liệu và hồ sơ mà kết "
        "quả khác nhau: {}.\n"
    )
    assert capsys.readouterr().err.startswith(message.format("một trong hai tệp đã bị sửa"))
    edit(saved / NEW, '"version": "0.1.0"', '"version": "0.2.0"')
    assert run("diff", OLD, NEW) == 0
    out, err = capsys.readouterr()
    assert err.startswith(message.format("hai bản chương trình khác nhau đã ghi (0.1.0 và 0.2.0)"))
    assert "\n     - do bản chương trình khác: 0.1.0 → 0.2.0\n" in out


def test_a_file_that_an_editor_laid_out_anew_is_as_it_was(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (saved / OLD).read_text("utf-8")
    (saved / NEW).write_bytes(
        json.dumps(json.loads(text), ensure_ascii=False, indent="\t").replace("\n", "\r\n").encode()
    )
    assert run("diff", OLD, NEW) == 0
    assert capsys.readouterr().err == ""
