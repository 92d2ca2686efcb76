"""How facts name a document, and when two documents are the same one."""

from datetime import date

import pytest

from thidua.facts.of_evidence import document_text, reference
from thidua.model.dossier import EvidenceItem


def item(
    name: str | None = None, number: str | None = None, dated: date | None = None, issuer: str | None = None
) -> EvidenceItem:
    return EvidenceItem("bao-cao", name, number, dated, issuer, None, None)


def test_a_document_is_named_by_the_scale_where_the_dossier_gives_its_code_only() -> None:
    assert document_text(item(), "Báo cáo năm 2019") == "Báo cáo năm 2019"
    assert document_text(item("bao-cao"), "Báo cáo năm 2019") == "Báo cáo năm 2019"
    whole = item("Báo cáo thu ngân sách", "5/BC-STC", date(2020, 1, 17), "Sở Tài chính")
    assert document_text(whole, "Báo cáo năm 2019") == (
        "Báo cáo thu ngân sách số 5/BC-STC ngày 17/01/2020 của Sở Tài chính"
    )


def test_a_document_spelt_otherwise_is_the_same() -> None:
    one = item("Báo cáo", "5/BC-STC", date(2020, 1, 17), "Sở Tài chính")
    other = item("Báo cáo thu", "5/bc-stc", date(2020, 1, 17), "SỞ  TÀI CHÍNH")
    assert reference(one) == reference(other)


@pytest.mark.parametrize(
    "unknown",
    [item("Báo cáo", None, date(2020, 1, 17), "Sở Tài chính"), item("Báo cáo", "5/BC-UBND", date(2020, 1, 17), None)],
)
def test_a_document_without_number_or_issuer_is_the_same_as_no_other(unknown: EvidenceItem) -> None:
    assert reference(unknown) is None
