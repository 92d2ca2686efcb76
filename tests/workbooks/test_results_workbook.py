"""``thidua report --kind bang``: a sheet for each view, real numbers, texts that stay texts."""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from thidua import pipeline
from thidua.pipeline import Scored
from thidua.reports.workbooks.results import results_workbook
from thidua.scoring import ClusterResult
from thidua_cli import main

ROOT = Path(__file__).parents[2]
FULL, CONGRESS, COUNTRY = "mien-dong-nam-bo-2019", "dai-hoi-duyen-hai-2020", "thu-ngan-sach/ca-nuoc-2013"
HEADING = 3


@cache
def scored(name: str) -> Scored:
    return pipeline.score(str(ROOT / "examples" / name), ROOT, engine="reference")


def cluster_of(found: Scored) -> ClusterResult:
    assert found.result is not None
    return found.result


@cache
def data(name: str) -> bytes:
    return results_workbook(scored(name), cluster_of(scored(name)))


def book(name: str) -> Workbook:
    return load_workbook(BytesIO(data(name)))


def rows(found: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows below the headings, by heading."""
    headings, *others = found[sheet].iter_rows(min_row=HEADING, values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in others]


def test_there_is_a_sheet_for_each_view() -> None:
    assert book(FULL).sheetnames == [
        "Tổng hợp",
        "Theo thứ hạng",
        "Tiêu chí",
        "Tự chấm - thẩm định",
        "Còn chờ",
        "Vấn đề",
        "Hội nghị",
    ]
    assert book(CONGRESS).sheetnames == ["Đơn vị", "Vấn đề", "Dự đại hội", "Trình lên"]


@pytest.mark.parametrize("name", [FULL, CONGRESS])
def test_the_same_period_has_the_same_bytes(name: str) -> None:
    assert results_workbook(scored(name), cluster_of(scored(name))) == data(name)


def test_points_are_numbers_and_what_is_missing_is_no_number() -> None:
    found, made = cluster_of(scored(FULL)), book(FULL)
    by_unit = {each["Đơn vị"]: each for each in rows(made, "Tổng hợp")}
    for unit in found.units:
        row = by_unit[unit.member.name]
        assert unit.total is not None
        assert Fraction(Decimal(str(row["Tổng thẩm định"]))) == unit.total
        assert Fraction(Decimal(str(row["Thấp nhất"]))) == unit.least
    assert by_unit["Tỉnh G"]["Xếp hạng"] is None
    assert by_unit["Tỉnh G"]["Tổng tự chấm"] is None
    assert made["Tổng hợp"].cell(HEADING + 1, 3).number_format.endswith("#,##0.00")
    for row, criterion in zip(rows(made, "Tiêu chí"), found.scale.criteria, strict=True):
        for unit in found.units:
            result = next(each for each in unit.criteria if each.criterion.id == criterion.id)
            shown = row[unit.member.name]
            if result.points is None:
                assert isinstance(shown, str)
            else:
                assert Fraction(Decimal(str(shown))) == result.points


def test_every_criterion_of_every_unit_has_its_row_and_its_reason() -> None:
    found, made = cluster_of(scored(FULL)), rows(book(FULL), "Tự chấm - thẩm định")
    results = [result for unit in found.units for result in unit.criteria]
    assert [each["Cách tính, lý do"] for each in made] == [each.explanation for each in results]
    assert [each["Trạng thái"] for each in made if each["Thẩm định"] is None] != []


def test_headings_stay_in_sight_and_marks_stand_on_every_printed_page() -> None:
    for name in (FULL, CONGRESS):
        for sheet in book(name):
            assert sheet.freeze_panes is not None
            assert sheet.print_title_rows == "$3:$3"
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
            assert "SỐ LIỆU GIẢ ĐỊNH" in (sheet.oddHeader.center.text or "")
            assert "SỐ LIỆU GIẢ ĐỊNH" in str(sheet.cell(1, 1).value)


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    names = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "=A1", "+A1"]
    found = cluster_of(scored(FULL))
    named = zip(found.units, names, strict=True)
    bad = replace(found, units=tuple(replace(each, member=replace(each.member, name=name)) for each, name in named))
    made = load_workbook(BytesIO(results_workbook(replace(scored(FULL), result=bad, judgement=None), bad)))
    for name in names:
        cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value == name]
        assert cells
        assert all(cell.data_type == "s" for cell in cells)
        assert all(cell.quotePrefix for cell in cells if cell.row > HEADING)


def test_sixty_three_units_fit() -> None:
    assert len(rows(book(COUNTRY), "Theo thứ hạng")) == 63


def test_the_command_writes_the_workbook(tmp_path: Path) -> None:
    file = tmp_path / "bang.xlsx"
    assert main.run(["report", str(ROOT / "examples" / COUNTRY), "--kind", "bang", "-o", str(file)]) == 0
    assert file.read_bytes() == data(COUNTRY)
