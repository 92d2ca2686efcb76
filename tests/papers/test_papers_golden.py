"""What stands on each paper of the shipped assumed periods, word for word; the layout that a secretary expects."""

import re
from functools import cache
from pathlib import Path

import pytest
from docx.document import Document
from small_cluster import same_as_golden
from word_text import opened, word_text

from thidua import pipeline
from thidua.papers.wordml import FONT
from thidua.pipeline import Scored
from thidua_cli.report_kinds import KINDS, WORD, ReportKind

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
PERIODS = ("mien-dong-nam-bo-2019", "bac-trung-bo-2020", "lien-hiep-hoi-tay-ninh-2020")
ONE_UNIT = {"mien-dong-nam-bo-2019": "tinh-b", "bac-trung-bo-2020": "tinh-d", "lien-hiep-hoi-tay-ninh-2020": "hoi-e"}
ON_PAPER = [each for each in KINDS if each.of == "period" and each.suffix == WORD]
_CODE = re.compile(r"(?<=Mã kiểm tra: )[0-9A-F-]{19}")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def scored(period: str) -> Scored:
    return pipeline.score(str(ROOT / "examples" / period), ROOT, engine="reference")


@cache
def paper(kind: ReportKind, period: str) -> bytes:
    return made(kind, period)


@cache
def document(kind: ReportKind, period: str) -> Document:
    return opened(paper(kind, period))


def made(kind: ReportKind, period: str) -> bytes:
    found = scored(period)
    return kind.make(found, found.result, ONE_UNIT.get(period) if kind.by_unit else None)


def suitable() -> list[tuple[ReportKind, str]]:
    """Each kind of each period that has what it needs; the associations have no award proposals."""
    return [
        (kind, period) for kind in ON_PAPER for period in PERIODS if kind.needs != "awards" or "lien-hiep" not in period
    ]


CASES = [pytest.param(kind, period, id=f"{kind.name}-{period}") for kind, period in suitable()]


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_the_text_is_as_reviewed(kind: ReportKind, period: str, rewrite_golden: bool) -> None:
    text = _CODE.sub("<mã>", word_text(paper(kind, period)))
    assert same_as_golden(text, GOLDEN / f"{kind.name}.{period}.txt", rewrite_golden)


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_the_same_paper_has_the_same_bytes(kind: ReportKind, period: str) -> None:
    assert made(kind, period) == paper(kind, period)


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_every_run_has_the_font_for_all_kinds_of_letters(kind: ReportKind, period: str) -> None:
    found = document(kind, period)
    parts = [found.element, *(each._element for each in (found.sections[0].header, found.sections[0].footer))]
    runs = [run for part in parts for run in part.iter(f"{_W}r")]
    assert len(runs) > 10
    for run in runs:
        fonts = run.find(f"{_W}rPr/{_W}rFonts")
        assert [fonts.get(f"{_W}{name}") for name in ("ascii", "hAnsi", "eastAsia", "cs")] == [FONT] * 4


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_pages_are_a4_with_the_margins_of_official_documents(kind: ReportKind, period: str) -> None:
    for section in document(kind, period).sections:
        assert section.page_width is not None
        assert section.page_height is not None
        edges = sorted((round(section.page_width.mm), round(section.page_height.mm)))
        assert edges == [210, 297]
        sides = [section.top_margin, section.right_margin, section.bottom_margin, section.left_margin]
        top, right, bottom, left = (each.mm for each in sides if each is not None)
        if section.orientation:  # a wide table
            assert min(top, right, bottom, left) > 14.9
        else:
            assert 19.9 < top < 25.1
            assert 19.9 < bottom < 25.1
            assert 29.9 < left < 35.1
            assert 14.9 < right < 20.1


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_every_page_says_that_points_and_figures_are_assumed(kind: ReportKind, period: str) -> None:
    for section in document(kind, period).sections:
        assert section.different_first_page_header_footer
        for header in (section.first_page_header, section.header):
            assert "MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH" in [each.text for each in header.paragraphs]
        number = section.header.paragraphs[0]
        assert "PAGE" in "".join(each.text or "" for each in number._p.iter(f"{_W}instrText"))


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_tables_have_widths_on_columns_and_cells_and_rows_stay_whole(kind: ReportKind, period: str) -> None:
    for table in document(kind, period).element.iter(f"{_W}tbl"):
        columns = [int(each.get(f"{_W}w")) for each in table.iter(f"{_W}gridCol")]
        for row in table.iter(f"{_W}tr"):
            assert row.find(f"{_W}trPr/{_W}cantSplit") is not None
            at = 0
            for cell in row.iter(f"{_W}tc"):
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                wide = int(span.get(f"{_W}val")) if span is not None else 1
                told = int(cell.find(f"{_W}tcPr/{_W}tcW").get(f"{_W}w"))
                assert abs(told - sum(columns[at : at + wide])) <= wide
                at += wide
            assert at == len(columns)


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_long_tables_repeat_their_headings(kind: ReportKind, period: str) -> None:
    long = [each for each in document(kind, period).element.iter(f"{_W}tbl") if len(list(each.iter(f"{_W}tr"))) > 9]
    for table in long:
        assert next(table.iter(f"{_W}tr")).find(f"{_W}trPr/{_W}tblHeader") is not None


@pytest.mark.parametrize(("kind", "period"), CASES)
def test_a_paper_names_no_command_of_the_program(kind: ReportKind, period: str) -> None:
    text = word_text(paper(kind, period))
    assert "thidua " not in text
    assert "None" not in text
