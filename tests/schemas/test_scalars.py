"""Single values: codes proposed, curly quotes found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.schemas.curly_quotes import bare_key, curly_quote_fault, without_curly_quotes
from thidua.schemas.scalars import Unreadable, proposed_slug, read_scalar


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Tỉnh A", "tinh-a"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("TP. Hồ Chí Minh", "tp-ho-chi-minh"),
        ("Đắk Lắk", "dak-lak"),
        ("thu_ngan_sach ", "thu-ngan-sach"),
        ("“tinh-a”", "tinh-a"),
        ("2019", None),
        ("–", None),
        ("Tỉnh Ж", None),
        ("x" * 61, None),
        ("", None),
    ],
)
def test_a_code_is_proposed_where_the_text_gives_one(text: str, slug: str | None) -> None:
    assert proposed_slug(text) == slug


@given(st.text(max_size=30) | st.text("aAàĐđ -–1", max_size=30))
def test_what_is_proposed_is_a_code(text: str) -> None:
    proposal = proposed_slug(text)
    assert proposal is None or read_scalar(proposal, "slug", "mã") == proposal


def test_the_hint_holds_the_code_or_the_rule_with_an_example() -> None:
    found = [read_scalar(text, "slug", "đơn vị") for text in ("Tỉnh A", "2019")]
    remedies = [dict(each.fields)["remedy"] for each in found if isinstance(each, Unreadable)]
    assert [remedy.partition(" ")[0] for remedy in remedies] == ["Ghi", "Mã"]
    assert remedies[0].startswith("Ghi mã: tinh-a. Mã gồm chữ thường")
    assert remedies[1].endswith("ví dụ: thu-ngan-sach")


@pytest.mark.parametrize(
    "text", ["“Kinh tế”", "‘Kinh tế’", " “Kinh tế” ", "Kinh tế”", "“Kinh tế", "„Kinh tế“", "Kinh tế’"]
)
def test_quotes_round_a_value_and_stray_ones_are_found(text: str) -> None:
    found = curly_quote_fault(text, quoted=False)
    assert found is not None
    assert found[1] == "Bỏ dấu ngoặc kép cong, chỉ ghi: Kinh tế"
    assert bare_key(text) == "Kinh tế"


@pytest.mark.parametrize(
    "text",
    [
        "Phong trào “Cả nước chung sức”",
        "“Cả nước” và “Doanh nghiệp”",
        "Đắk R’lấp, Cư M’gar",
        "“Phong trào tại Đắk R’lấp” năm 2019",
        "“Phong trào ‘Cả nước’” năm 2019",
        "",
    ],
)
def test_quotes_inside_a_value_are_text(text: str) -> None:
    assert curly_quote_fault(text, quoted=False) is None
    assert without_curly_quotes(text) is None
    assert bare_key(text) == text


def test_in_straight_quotes_a_pair_of_curly_ones_is_meant_and_a_stray_one_is_not() -> None:
    assert curly_quote_fault("“Kinh tế”", quoted=True) is None
    assert curly_quote_fault("Kinh tế”", quoted=True) is not None


def test_where_the_missing_quote_cannot_be_told_the_hint_asks() -> None:
    found = curly_quote_fault("Phong trào “Cả nước năm 2019", quoted=False)
    assert found == ("có dấu “ lẻ, không thành cặp", "Bỏ dấu này, hoặc thêm dấu còn thiếu của cặp.")
