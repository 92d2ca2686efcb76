"""``thidua rule``: a page, the list, a code that is not there."""

import pytest
from command_line import run


@pytest.mark.parametrize("written", ["TD-110", "td110", "110"])
def test_a_page(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rule", written) == 0
    assert capsys.readouterr().out.startswith("TD-110: Số có thể hiểu hai cách\n")


def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rule") == 0
    assert "  TD-110  Số có thể hiểu hai cách (lỗi)\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("TD-099", 'Lỗi: Không có mã lỗi "TD-099".\nGợi ý: có phải là "TD-100"? Chạy "thidua rule" để xem mọi mã.\n'),
        ("TD-999", 'Lỗi: Không có mã lỗi "TD-999".\nGợi ý: Chạy "thidua rule" để xem mọi mã.\n'),
        ("abc", 'Lỗi: Không có mã lỗi "abc".\nGợi ý: mã lỗi có dạng TD-203. Chạy "thidua rule" để xem mọi mã.\n'),
    ],
)
def test_a_code_that_is_not_there(written: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rule", written) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
