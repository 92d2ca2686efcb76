"""What to write for a number with too many decimals."""

import pytest

from thidua.numerals.reading import parse_number
from thidua.numerals.remedies import fewer_decimals

SOURCE = "ghi lại theo số liệu gốc, chương trình không tự làm tròn"


@pytest.mark.parametrize(
    ("text", "allowed", "remedy"),
    [
        ("1,000", 0, "viết 1000 nếu dấu phẩy ngăn cách hàng nghìn, viết 1 nếu dấu phẩy là dấu thập phân"),
        ("-12,500", 2, "viết -12500 nếu dấu phẩy ngăn cách hàng nghìn, viết -12,5 nếu dấu phẩy là dấu thập phân"),
        ("1,234", 2, f"viết 1234 nếu dấu phẩy ngăn cách hàng nghìn; nếu không thì {SOURCE}"),
        ("40,00", 0, "viết 40 nếu đúng là số này (bỏ số 0 thừa ở cuối)"),
        ("1.50", 1, "viết 1.5 nếu đúng là số này (bỏ số 0 thừa ở cuối)"),
        ("97,500%", 1, "viết 97,5% nếu đúng là số này (bỏ số 0 thừa ở cuối)"),
        ("0,125", 2, SOURCE),
        ("1000,125", 2, SOURCE),
        (" 5615068,5 ", 0, SOURCE),
    ],
)
def test_fewer_decimals(text: str, allowed: int, remedy: str) -> None:
    assert fewer_decimals(text, allowed, plain=True) == remedy


def test_where_thousands_are_declared_the_mark_is_no_question() -> None:
    assert fewer_decimals("1,000", 0, plain=False).startswith("viết 1 nếu đúng là số này")
    assert fewer_decimals("1.234,50", 1, plain=False).startswith("viết 1.234,5 nếu")
    assert fewer_decimals("1,234.567", 2, plain=False) == SOURCE


@pytest.mark.parametrize("text", ["1,000", "-12,500", "999,999"])
def test_what_is_proposed_for_thousands_is_a_whole_number(text: str) -> None:
    proposal = fewer_decimals(text, 0, plain=True).split()[1]
    assert parse_number(proposal) == int(text.replace(",", ""))
