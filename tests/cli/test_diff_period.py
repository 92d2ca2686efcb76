"""``thidua diff`` with a period and with changes that are tried out."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import change, copied_home, run

OLD, NEW, PERIOD = "thu-ngan-sach/ty-le", "thu-ngan-sach/cao-nhat", "examples/thu-ngan-sach/mien-dong-nam-bo-2013"
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


def test_json_has_a_row_for_each_unit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", OLD, NEW, "--period", PERIOD, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["impact"]) == 7
    assert found["impact"][1] == {
        "unit": "ninh-thuan",
        "name": "Ninh Thuận",
        "old_total": "101.00",
        "new_total": "100.00",
        "old_rank": 1,
        "new_rank": 1,
        "state": "scored",
        "move": "-1.00",
        "old": {"provisional": False, "least": "101.00", "most": "101.00"},
        "new": {"provisional": False, "least": "100.00", "most": "100.00"},
        "because": found["impact"][1]["because"],
    }
    assert [(each["criterion"], each["delta"]) for each in found["impact"][1]["because"]] == [
        ("muc-vuot-du-toan", "-36.00"),
        ("thu-ngan-sach", "35.00"),
    ]
    assert any(each.startswith("Nguồn: ") for each in found["notices"])


def test_ranges_of_places_where_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("diff", OLD, NEW, "--period", PERIOD)
    assert run(*arguments, "--range", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)["impact_details"]["place_ranges"]
    assert found[1] == {"unit": "ninh-thuan", "rank": 1, "alone": [1, 1], "together": [1, 1], "shifts": []}
    assert run(*arguments, "--range") == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Khoảng xếp hạng dự kiến khi điểm chuẩn tăng, giảm 10% (bản mới)" in out
    assert (
        "điểm thưởng tối đa của tiêu chí đổi theo, trần điểm thưởng, điểm trừ của nội dung và của cả bảng giữ nguyên"
    ) in out
    assert run("diff", OLD, NEW, "--range") == 2


@pytest.mark.parametrize("format_", ["table", "md"])
def test_the_page_says_so_first(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    change_ = "thu-ngan-sach.mức điểm.cứ thiếu 1% thì trừ=2"
    assert run("diff", OLD, "--what-if", change_, "--period", PERIOD, "--format", format_) == 0
    out = capsys.readouterr().out
    assert "BẢN THỬ, CHƯA SỬA TỆP" in out.splitlines()[0]
    assert "Bà Rịa - Vũng Tàu" in out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((OLD, "--what-if", "thu-ngan-sach.điểm chuẩn=a"), 2, "TD-111"),
        ((OLD, NEW, "--what-if", "thu-ngan-sach.điểm chuẩn=9"), 2, "chỉ ghi một bản"),
        ((OLD, "--what-if", "thu-ngan-sach.điểm", "chuẩn=9"), 2, "đặt cả thay đổi trong ngoặc kép thẳng"),
        (("thi-dua-cum/2019", "--what-if", "a.b=1"), 2, "không thử được quy tắc"),
        (("thi-dua-cum/2019", "thi-dua-cum/2025", "--period", PERIOD), 2, "Quy tắc không đổi điểm"),
        ((OLD, NEW, "--period", "criteria"), 3, "không có dot-cham-diem.yaml"),
        ((OLD, NEW, "--period", "khong-co"), 3, "TD-191"),
        (("khong/co", "--what-if", "a.b=1"), 3, "TD-191"),
    ],
)
def test_what_cannot_be_done(
    arguments: tuple[str, ...], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", *arguments) == code
    captured = capsys.readouterr()
    assert told in captured.err
    assert not captured.out


def test_dossiers_of_another_scale_give_one_warning_and_no_places(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("diff", "bac-trung-bo/2020", "thu-ngan-sach/ty-le", "--period", "examples/bac-trung-bo-2020")
    assert run(*arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "HỒ SƠ LẬP THEO THANG ĐIỂM bac-trung-bo/2020, chấm được 1.000 trên 1.000 điểm chuẩn của bản cũ; "
        "0 trên 100 điểm chuẩn của bản mới · "
    )
    effect = out[out.index("TÁC ĐỘNG") :]
    assert "Tỉnh D         4         –           –    *774,90          –           –\n" in effect
    assert "Bản mới: không tiêu chí nào chấm được từ hồ sơ này" in " ".join(effect.split())
    assert "Đơn vị thay đổi nhiều nhất" not in effect
    assert len(effect.splitlines()) < 30
    assert run(*arguments, "--range", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    row = next(each for each in found["impact"] if each["unit"] == "tinh-d")
    assert [row[key] for key in ("old_rank", "new_total", "new_rank", "move", "because")] == [4, None, None, None, []]
    assert found["impact_details"]["expected_places"]["new"] == found["impact_details"]["place_ranges"] == []
    assert found["impact_details"]["scorable_points"]["new"] == {"points": "0.00", "of": "100.00"}


@pytest.mark.parametrize("format_", ["table", "md", "html", "json"])
def test_dossiers_of_a_third_scale(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    period = "examples/lien-hiep-hoi-tay-ninh-2020"
    versions = ("mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020")
    assert run("diff", *versions, "--period", period, "--format", format_) == 0
    out = capsys.readouterr().out
    assert "HỒ SƠ LẬP THEO THANG ĐIỂM lien-hiep-hoi-tay-ninh/2020" in out
    assert "xếp thứ Nhất: cả hai bản: chưa xác định được" in out or format_ == "json"


def test_a_change_that_cannot_have_its_effect_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    raised = "tang-truong-kinh-te.điểm chuẩn=60"
    assert run("diff", "mien-dong-nam-bo/2019", "--what-if", raised) == 0
    assert (
        f'--what-if "{raised}":1:32: cảnh báo TD-247: Theo giới hạn số liệu đã khai, nhiều nhất được 50 điểm (khi tốc '
        "độ tăng GRDP theo kế hoạch −20%, tốc độ tăng GRDP 10%), ít hơn điểm chuẩn 60.\n"
    ) in capsys.readouterr().err
    assert run("diff", "mien-dong-nam-bo/2019", "--what-if", "thu-ngan-sach.điểm chuẩn=50") == 0
    assert "cảnh báo" not in capsys.readouterr().err


def test_of_a_draft_only_what_its_file_is_not_warned_of_already(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = copied_home(tmp_path)
    scale = home / "criteria/cum-nho/2019/thang-diem.yaml"
    shutil.copy("criteria/mien-dong-nam-bo/2019/thang-diem.yaml", scale)
    change(scale, "mã: mien-dong-nam-bo/2019", "mã: cum-nho/2019")
    change(scale, "            điểm: 50\n", "            điểm: 49\n")
    arguments = ("diff", str(scale), "--home", str(home), "--what-if")
    assert run(*arguments, "thu-ngan-sach.điểm chuẩn=50") == 0
    assert "TD-247" not in capsys.readouterr().err
    assert run(*arguments, "tang-truong-kinh-te.điểm chuẩn=60") == 0
    assert "nhiều nhất được 49 điểm" in capsys.readouterr().err
    (home / "thidua.toml").write_text('["mức độ"]\n"TD-247" = "bỏ qua"\n', "utf-8")
    assert run(*arguments, "tang-truong-kinh-te.điểm chuẩn=60") == 0
    assert "TD-247" not in capsys.readouterr().err


def test_a_unit_with_errors_has_no_totals_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = copied_home(tmp_path)
    dossier = next((home / "dot/2019/ho-so").glob("*.yaml"))
    change(dossier, "đơn vị:", "đơn vị cũ: x\nđơn vị:")
    scale = str(home / "criteria/cum-nho/2019")
    assert run("diff", scale, scale, "--period", str(home / "dot/2019"), "--format", "json", "--home", str(home)) == 0
    rows = {row["unit"]: row for row in json.loads(capsys.readouterr().out)["impact"]}
    assert (rows[dossier.stem]["old_total"], rows[dossier.stem]["new_total"]) == (None, None)
    assert rows[dossier.stem]["state"] == "unscorable"
    assert run("diff", scale, scale, "--period", str(home / "dot/2019"), "--home", str(home)) == 0
    assert "chưa chấm được vì hồ sơ có lỗi" in capsys.readouterr().out


def test_the_result_is_not_written_over_what_it_is_made_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = copied_home(tmp_path)
    scale, period = str(home / "criteria/cum-nho/2019"), home / "dot/2019"
    target = str(period / "dot-cham-diem.yaml")
    assert run("diff", scale, scale, "--period", str(period), "--home", str(home), "-o", target) == 2
    assert "tệp đầu vào" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("period", "scale"),
    [("examples/mien-dong-nam-bo-2019", "mien-dong-nam-bo/2019"), (PERIOD, OLD)],
    ids=["with a form of papers", "without"],
)
def test_a_period_is_known_by_one_number_whatever_was_made_of_it(
    period: str, scale: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run("score", period, "--format", "json")
    of_score = json.loads(capsys.readouterr().out)["period"]
    assert run("diff", scale, scale, "--period", period, "--format", "json") == 0
    of_diff = json.loads(capsys.readouterr().out)["impact_details"]["period"]
    assert of_diff == {key: of_score[key] for key in ("id", "hash", "stage")} | {"scale": scale}
