"""``thidua check``: formats and exit codes; what is found is tested where files are checked."""

import json
from pathlib import Path

import pytest
from command_line import change, run

pytestmark = pytest.mark.usefixtures("home")


def test_all_of_home(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 1
    out, err = capsys.readouterr()
    assert "dot/2019/ho-so/tinh-e.yaml:7:15: lỗi TD-110: “4.000”" in out
    assert out.endswith("\n1 lỗi, 9 cảnh báo trong 8 tệp\n")
    assert err == "Còn 1 thông tin để biết, không phải sửa; thêm --all để xem.\n"


def test_what_need_not_be_done_is_told_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "cum-nho/2019", "--all") == 0
    out, err = capsys.readouterr()
    assert "thông tin TD-252: Tiêu chí “Thực hiện Quy chế dân chủ ở cơ sở” chưa có trường hợp" in out
    assert out.endswith("\n0 lỗi, 0 cảnh báo, 1 thông tin trong 3 tệp\n")
    assert err == ""
    assert run("check", "cum-nho/2019", "--all", "--format", "github") == 0
    assert capsys.readouterr().out.startswith("::notice file=criteria/cum-nho/2019/thang-diem.yaml,line=")


def test_fix_says_what_it_put_right_and_checks_what_is_left(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home / "criteria/cum-nho/2019/thang-diem.yaml"
    good = file.read_bytes()
    change(file, "tổng điểm:", "Tổng_Điểm:\u00a0")
    assert run("check", "cum-nho/2019", "--fix") == 0
    out, err = capsys.readouterr()
    line = good.split("tổng điểm:".encode())[0].count(b"\n") + 1
    name = "criteria/cum-nho/2019/thang-diem.yaml"
    assert err.splitlines()[:3] == [
        f"{name}:{line}: đã sửa: thay dấu cách cứng bằng dấu cách thường",
        f"{name}:{line}: đã sửa: viết tên mục theo cách viết chuẩn",
        "Đã sửa 2 chỗ trong 1 tệp.",
    ]
    assert out == "Đã kiểm tra 3 tệp: không có lỗi\n"
    assert file.read_bytes() == good.replace("tổng điểm: ".encode(), "tổng điểm:  ".encode())
    assert run("check", "cum-nho/2019", "--fix") == 0
    assert capsys.readouterr().err.endswith("Không có gì phải sửa.\n")


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_fix_does_not_say_that_nothing_is_wrong_where_it_can_do_nothing(
    format_: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(home / "criteria/cum-nho/2019/thang-diem.yaml", "tổng điểm: ", "tổng điểm: nhiều ")
    assert run("check", "cum-nho/2019", "--fix", "--format", format_) == 1
    out, err = capsys.readouterr()
    assert "TD-111" in out
    assert err.splitlines()[-1] == "Không có chỗ nào tự sửa được; sửa tay theo gợi ý trên."
    assert "Không có gì phải sửa" not in err


@pytest.mark.parametrize("arguments", [(), ("--home",)])
def test_home_is_named_where_the_working_folder_is_not_in_it(
    arguments: tuple[str, ...],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("thidua.home._bundled", lambda: home)
    assert run("check", *arguments, *([str(home)] if arguments else [])) == 1
    origin = "theo --home" if arguments else "bản kèm theo chương trình"
    assert capsys.readouterr().out.splitlines()[-1].endswith(f" trong 8 tệp. Thư mục gốc: {origin} ({home})")


def test_home_is_not_named_below_it_or_beside_paths(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home / "dot")
    run("check")
    assert capsys.readouterr().out.endswith(" trong 8 tệp\n")
    monkeypatch.chdir(tmp_path)
    run("check", str(home / "dot"))
    assert capsys.readouterr().out.endswith(" trong 5 tệp\n")


def test_a_variable_that_names_no_folder_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    monkeypatch.setenv("THIDUA_HOME", "khong-co")
    assert run("check") == 2
    told = 'Lỗi: Biến môi trường THIDUA_HOME ghi "khong-co": không tìm thấy thư mục này.\n'
    assert told in capsys.readouterr().err
    assert run("rule", "TD-110") == 0
    assert run("check", "--home", str(home), "criteria") == 0
    assert run("--home", str(home), "check", "criteria") == 0


def test_warnings_alone_are_exit_0(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/ho-so/tinh-e.yaml", "4.000", "4000")
    assert run("check", "dot") == 0
    assert capsys.readouterr().out.endswith(" cảnh báo trong 5 tệp\n")


def test_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "cum-nho/2019") == 0
    assert capsys.readouterr().out == "Đã kiểm tra 3 tệp: không có lỗi\n"


def test_several_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "cum-nho/2019", "dot/2019/ho-so/tinh-e.yaml") == 1
    assert capsys.readouterr().out.endswith("1 lỗi, 5 cảnh báo trong 4 tệp\n")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "dot", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in found if each["severity"] == "error"] == ["TD-110"]
    assert run("check", "criteria", "--format", "json") == 0
    assert capsys.readouterr().out == "[]\n"


def test_github(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "dot", "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [
        line
        for line in lines
        if line.startswith("::error file=dot/2019/ho-so/tinh-e.yaml,line=7,col=15,title=TD-110::")
    ]
    assert all(line.startswith(("::error ", "::warning ")) for line in lines)


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "cum-nho/2091") == 1
    assert "TD-191" in capsys.readouterr().out


# Rules


def test_rules_and_their_cases_are_checked(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "rules") == 0
    assert capsys.readouterr().out == "Đã kiểm tra 2 tệp: không có lỗi\n"
    for alone in ("quy-tac-nho/2019", "rules/quy-tac-nho/2019.yaml"):
        assert run("check", alone) == 0
        assert capsys.readouterr().out == "Đã kiểm tra 1 tệp: không có lỗi\n"


def test_a_fault_in_rules_is_told_with_its_place(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ruled / "rules/quy-tac-nho/2019.yaml", "điểm tự chấm lớn hơn: 0", "điểm tự chắm lớn hơn: 0")
    assert run("check", "rules/quy-tac-nho/2019.yaml") == 1
    out = capsys.readouterr().out
    assert out == (
        "rules/quy-tac-nho/2019.yaml:12:9: lỗi TD-304: "
        "Dữ kiện “kết quả tiêu chí” không có mục “điểm tự chắm lớn hơn”.\n"
        "    Gợi ý: Có phải là “điểm tự chấm lớn hơn”?\n"
        "1 lỗi, 0 cảnh báo trong 1 tệp\n"
    )


def test_rules_that_do_not_fit_the_scale_are_told_where_the_period_names_them(
    ruled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(ruled / "rules/quy-tac-nho/2019.yaml", "điểm tiêu chí: von-fdi", "điểm tiêu chí: von-odi")
    assert run("check", "rules") == 0
    capsys.readouterr()
    assert run("check", "dot") == 1
    assert "dot/2019/dot-cham-diem.yaml:7:10: lỗi TD-53" in capsys.readouterr().out
