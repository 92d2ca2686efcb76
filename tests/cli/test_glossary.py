"""``thidua glossary``: all words, a search, nothing found."""

from pathlib import Path

import pytest
from command_line import run

ROOT = Path(__file__).parents[2]


def test_all_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary") == 0
    out = capsys.readouterr().out
    assert out.startswith("Chung cho mọi tệp\n\nMục trong tệp")
    assert "Các từ dùng cho “cách chấm”" in out


def test_a_search(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", "TLKC") == 0
    assert "tài liệu kiểm chứng" in capsys.readouterr().out


def test_a_scoring_method_comes_with_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", "Theo mức đạt") == 0
    out = capsys.readouterr().out
    page = (ROOT / "criteria/CACH-CHAM.md").read_text("utf-8")
    section = out[out.index("## theo mức đạt") :]
    assert section in page
    assert "### Lỗi thường gặp" in section


def test_an_empty_word_is_not_called_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", " ") == 2
    assert "Lỗi: Từ cần tra không được để trống.\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("diểm thưởng", 'Gợi ý: có phải là "điểm thưởng"? Chạy "thidua glossary" để xem tất cả.\n'),
        ("zzzzzz", 'Gợi ý: Chạy "thidua glossary" để xem tất cả.\n'),
    ],
)
def test_nothing_found(written: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", written) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f'Lỗi: Không tìm thấy từ "{written}".\n{hint}' in err
