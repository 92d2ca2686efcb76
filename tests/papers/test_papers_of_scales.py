"""The papers of a scale by itself: its annex, and the table of comments on its draft."""

from datetime import date
from pathlib import Path

import pytest
from small_cluster import same_as_golden
from word_text import word_text

from thidua import pipeline
from thidua.loading.periods import load_period
from thidua.pipeline import Consulted
from thidua_cli.report_kinds import find_kind

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
FORMATS = ROOT / "tests/golden/formats"
SCALES = ("thu-ngan-sach/ty-le",)


@pytest.mark.parametrize("scale", SCALES)
def test_an_annex_is_as_reviewed(scale: str, rewrite_golden: bool) -> None:
    found = pipeline.scale_of(scale, ROOT)
    text = word_text(find_kind("phu-luc").make(found.scale, None))
    assert same_as_golden(text, GOLDEN / f"phu-luc.{scale.replace('/', '-')}.txt", rewrite_golden)


def test_every_criterion_stands_in_the_annex_with_its_points() -> None:
    scale = pipeline.scale_of("mien-dong-nam-bo/2019", ROOT).scale
    assert scale is not None
    lines = word_text(find_kind("phu-luc").make(scale, None)).splitlines()
    for criterion in scale.criteria:
        (row,) = [each for each in lines if each.startswith(f"| {criterion.number} | ")]
        assert row.startswith(f"| {criterion.number} | {criterion.name} | {criterion.standard_points}")


def test_the_annex_of_every_method_can_be_told() -> None:
    found = pipeline.scale_of(str(FORMATS / "criteria/cum-mau/2019"), FORMATS)
    text = word_text(find_kind("phu-luc").make(found.scale, None))
    assert "None" not in text
    assert "Theo tiêu chí thành phần:" in text


def consulted() -> Consulted:
    found = pipeline.consultation("cum-mau/2019", FORMATS)
    assert found is not None
    return found


def test_the_table_of_comments_is_as_reviewed(rewrite_golden: bool) -> None:
    found = consulted()
    text = word_text(find_kind("gop-y").make(found, found.scale, found.consultation, None))
    assert same_as_golden(text, GOLDEN / "gop-y.cum-mau-2019.txt", rewrite_golden)


def test_the_form_of_a_period_says_whose_the_table_is() -> None:
    found = consulted()
    period = load_period(FORMATS / "dot-mau", found.home).period
    text = word_text(find_kind("gop-y").make(found, found.scale, found.consultation, period))
    assert "| CỤM THI ĐUA MẪU | " in text
    assert "CỤM TRƯỞNG / CHỦ TỊCH UBND TỈNH A / Cá nhân 1 |" in text


def test_an_issued_scale_names_its_decision_and_has_no_mark() -> None:
    from msgspec.structs import replace

    from thidua.model.scale import Document

    scale = pipeline.scale_of("mien-dong-nam-bo/2019", ROOT).scale
    assert scale is not None
    document = Document("12/QĐ-CTĐM", date(2019, 7, 30), "Cụm Thi đua mẫu", None)
    text = word_text(find_kind("phu-luc").make(replace(scale, state="issued", document=document, caution=None), None))
    assert "(Kèm theo Quyết định số 12/QĐ-CTĐM ngày 30/07/2019 của Cụm Thi đua mẫu)" in text
    assert "GIẢ ĐỊNH" not in text
