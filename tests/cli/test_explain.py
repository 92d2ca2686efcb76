"""``thidua explain``: who and what is asked for, and what is told where that is not there."""

from pathlib import Path

import pytest
from command_line import change, run
from small_cluster import PERIOD

pytestmark = pytest.mark.usefixtures("home")
EXAMPLE = Path(__file__).parents[2] / "examples/bac-trung-bo-2020"


def test_a_unit_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-a") == 0
    out, err = capsys.readouterr()
    assert "GIẢI TRÌNH ĐIỂM: Tỉnh A (tinh-a)\n" in out
    assert "36 + 25 + 10 = 71 điểm" in out
    assert err.startswith("dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110")


def test_a_criterion_is_explained_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-b", "--criterion", "von-fdi", "-o", "b.txt") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Đã ghi kết quả vào b.txt\n")
    assert "10 + 10 × 10% ÷ 25% = 14 điểm" in Path("b.txt").read_text("utf-8")


def test_a_unit_that_cannot_be_scored_is_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-e") == 1
    assert "chưa chấm được: hồ sơ có lỗi" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["tinh-a", "Tỉnh A", "tỉnh  a", "TỈNH_A", "Tỉnh thứ nhất"])
def test_a_unit_is_found_by_id_name_or_alias(home: Path, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    period = home / "dot/2019/dot-cham-diem.yaml"
    change(period, "    tên: Tỉnh A\n", "    tên: Tỉnh A\n    tên gọi khác:\n      - Tỉnh thứ nhất\n")
    assert run("explain", PERIOD, "--unit", written) == 0
    assert "GIẢI TRÌNH ĐIỂM: Tỉnh A (tinh-a)\n" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["I.3", "i.3", "von-fdi"])
def test_a_criterion_is_found_by_id_or_number(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-b", "--criterion", written) == 0
    out = capsys.readouterr().out
    assert "I.3 Thu hút vốn" in out
    assert "thu-ngan-sach" not in out


def test_a_number_that_two_criteria_share_names_none(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "criteria/cum-nho/2019/thang-diem.yaml", "số mục: II.1\n", "số mục: I.3\n")
    assert run("explain", PERIOD, "--unit", "tinh-b", "--criterion", "I.3") == 2
    told = 'Lỗi: Không có tiêu chí duy nhất mang mã hoặc số mục "I.3".\n'
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("written", ["tinh-aa", "Tỉnh AA"])
def test_an_unknown_unit_gets_the_nearest_and_the_list(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", written) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f'Lỗi: Không có đơn vị mang mã hoặc tên "{written}".\nGợi ý: có phải là "tinh-a"? Các mã' in err
    assert "Các mã đơn vị:\n  tinh-a (Tỉnh A)\n  tinh-b (Tỉnh B)\n" in err


def test_an_unknown_criterion_gets_the_nearest_and_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-a", "--criterion", "thu-ngan-sac") == 2
    err = capsys.readouterr().err
    assert 'Không có tiêu chí mang mã hoặc số mục "thu-ngan-sac".' in err
    near = 'có phải là "thu-ngan-sach"? Các mã tiêu chí:\n  thu-ngan-sach (I.1 Tổng thu ngân sách trên địa bàn tỉnh)\n'
    assert near in err


@pytest.mark.parametrize("written", ["zzz", "tinh-zz", "Tỉnh Z"])
def test_nothing_near_or_all_alike_only_lists(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", written) == 2
    assert "Gợi ý: Các mã đơn vị:\n  tinh-a (Tỉnh A)\n" in capsys.readouterr().err


def test_of_many_criteria_the_first_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", str(EXAMPLE), "--unit", "tinh-a", "--criterion", "I.99") == 2
    told = capsys.readouterr().err.split("Các mã tiêu chí:\n")[1].splitlines()
    assert told[0] == "  tang-truong-grdp (I.1 Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP))"
    assert told[8] == "  … và 31 tiêu chí khác"


def test_the_unit_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD) == 2
    assert 'Thiếu tùy chọn "--unit".' in capsys.readouterr().err


def test_what_cannot_be_read_is_exit_3(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/dot-cham-diem.yaml", "cụm trưởng: tinh-a", "cụm trưởng: tinh-x")
    assert run("explain", PERIOD, "--unit", "tinh-a") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "TD-502" in err


def test_another_scale_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--unit", "tinh-a", "--scale", "cum-nho/1999") == 2
    assert 'Giá trị "cum-nho/1999" của tùy chọn "--scale" không hợp lệ' in capsys.readouterr().err


def test_a_page_is_not_written_over_what_it_is_made_of(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = home / "dot/2019/ho-so/tinh-a.yaml"
    before = dossier.read_bytes()
    assert run("explain", PERIOD, "--unit", "tinh-a", "-o", str(dossier)) == 2
    assert "Tệp này là tệp đầu vào của đợt chấm điểm; ghi kết quả vào tệp khác." in capsys.readouterr().err
    assert dossier.read_bytes() == before


# A rule


@pytest.mark.parametrize("written", ["TL-01", "tl-01", "Tl-01"])
def test_a_rule_is_explained(ruled: Path, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", written) == 0
    out, err = capsys.readouterr()
    assert "GIẢI TRÌNH QUY TẮC: TL-01 Tự chấm điểm nhưng thiếu tài liệu kiểm chứng\n" in out
    assert "\n1. Tỉnh A: I.1 Tổng thu ngân sách trên địa bàn tỉnh còn thiếu “Báo cáo thu ngân sách năm" in out
    assert "\n2. Tỉnh B: I.2 Tốc độ tăng trưởng kinh tế còn thiếu" in out
    assert err.startswith("dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110")


@pytest.mark.parametrize("unit", ["tinh-b", "Tỉnh B"])
def test_a_rule_is_explained_for_a_unit(ruled: Path, unit: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", "TL-01", "--unit", unit, "-o", "tl-01.txt") == 0
    assert capsys.readouterr().err.endswith("Đã ghi kết quả vào tl-01.txt\n")
    text = Path("tl-01.txt").read_text("utf-8")
    assert "\n1. Tỉnh B: I.2 " in text
    assert "\n2. Tỉnh B: II.2 " in text
    assert "Tỉnh A" not in text


def test_a_rule_that_found_nothing_and_one_out_of_force(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", "TL-01", "--unit", "tinh-c") == 0
    assert capsys.readouterr().out.endswith("\n\nQuy tắc này không nêu vấn đề nào.\n")
    assert run("explain", PERIOD, "--rule", "BX-09") == 0
    out = capsys.readouterr().out
    assert out.endswith("\n\nQuy tắc này không có hiệu lực vào ngày xét nên không được áp dụng.\n")


def test_an_unknown_rule_gets_the_nearest_and_the_list(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", "TL-011") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "Cách dùng: thidua explain [TÙY CHỌN] ĐỢT_CHẤM\n"
        'Lỗi: Không có quy tắc mang mã "TL-011".\n'
        'Gợi ý: có phải là "TL-01"? Các mã quy tắc:\n'
        "  TL-01 (Tự chấm điểm nhưng thiếu tài liệu kiểm chứng)\n"
        "  HS-07 (Hồ sơ có lỗi nên chưa chấm được)\n"
        "  BX-09 (Quy tắc của năm sau)\n"
        "Xem hướng dẫn: thidua explain --help\n"
    )


def test_a_rule_and_a_criterion_do_not_go_together(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", "TL-01", "--criterion", "I.1") == 2
    assert 'Lỗi: "--rule" và "--criterion" không dùng cùng nhau.\n' in capsys.readouterr().err


def test_an_unknown_unit_beside_a_rule(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", "TL-01", "--unit", "tinh-x") == 2
    assert 'Không có đơn vị mang mã hoặc tên "tinh-x".' in capsys.readouterr().err


def test_a_rule_of_a_period_without_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD, "--rule", "TL-01") == 2
    out, err = capsys.readouterr()
    assert out == ""
    told = "Lỗi: Đợt chấm điểm này chưa dùng bộ quy tắc nào.\nGợi ý: thêm mục “quy tắc” vào tệp dot-cham-diem.yaml.\n"
    assert told in err


def test_neither_a_unit_nor_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", PERIOD) == 2
    assert "Gợi ý: ghi mã đơn vị, hoặc --rule để giải trình một quy tắc.\n" in capsys.readouterr().err
