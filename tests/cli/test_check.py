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
    assert out.endswith("\n1 lỗi, 5 cảnh báo trong 8 tệp\n")
    assert err == ""


def test_warnings_alone_are_exit_0(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "dot/2019/ho-so/tinh-e.yaml", "4.000", "4000")
    assert run("check", "dot") == 0
    assert capsys.readouterr().out.endswith(" cảnh báo trong 5 tệp\n")


def test_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "cum-nho/2019") == 0
    assert capsys.readouterr().out == "Đã kiểm tra 3 tệp: không có lỗi\n"


def test_several_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "cum-nho/2019", "dot/2019/ho-so/tinh-e.yaml") == 1
    assert capsys.readouterr().out.endswith("1 lỗi, 1 cảnh báo trong 4 tệp\n")


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
