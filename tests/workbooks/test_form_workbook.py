"""The self-score form: every figure has its place, nobody can type where nothing is asked, it prints, same bytes."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from forms import SAMPLE, SHIPPED, dumped, form_bytes, form_of, loaded, opened
from small_cluster import same_as_golden

from thidua.forms.form import make_form
from thidua.forms.layout import form_rows
from thidua.model.award_table import AWARD_GROUPS
from thidua.model.period import Member
from thidua.reports.workbooks.form import form_workbook
from thidua.reports.workbooks.heights import height_for, lines_of

GOLDEN = Path(__file__).parent / "form.expected.txt"
UNIT = "tinh-a"
SCORES = "Tự chấm điểm"


def test_the_whole_form_of_the_sample(tmp_path: Path, rewrite_golden: bool) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(form_bytes(SAMPLE, UNIT))
    assert same_as_golden(dumped(path), GOLDEN, rewrite_golden)


@pytest.mark.parametrize("folder", [SAMPLE, *SHIPPED], ids=lambda folder: folder.name)
def test_every_figure_and_document_has_one_place(folder: Path) -> None:
    scale = loaded(folder).scale
    assert scale is not None
    rows = form_rows(scale)
    for criterion in scale.criteria:
        own = [row for row in rows if row.criterion == criterion]
        figures = [figure for row in own for figure in row.figures.values()]
        assert sorted(each.id for each in figures) == sorted(each.id for each in criterion.figures)
        assert [row.requirement for row in own if row.requirement] == list(criterion.evidence)
        assert any(row.has_evidence and row.requirement is None for row in own)
    known = [row.id for row in rows if row.kind != "evidence"]
    assert len(known) == len(set(known))


def test_the_same_form_gives_the_same_bytes() -> None:
    again = form_workbook(form_of(SAMPLE, UNIT))
    assert again == form_bytes(SAMPLE, UNIT)
    with ZipFile(BytesIO(again)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert str(date.today().year) not in re.findall(
            r"<dcterms:\w+[^>]*>(\d{4})", package.read("docProps/core.xml").decode()
        )


def test_only_inputs_are_unlocked_and_sheets_are_protected() -> None:
    workbook = opened(form_bytes(SAMPLE, UNIT))
    for sheet in workbook.worksheets:
        assert sheet.protection.sheet
        for row in sheet.iter_rows():
            for cell in row:
                filled = cell.fill.fgColor.rgb == "00FFFBE6"
                assert cell.protection.locked != filled, cell.coordinate
                if cell.data_type == "f":
                    assert cell.protection.locked


def test_what_others_fill_in_is_closed_and_says_who() -> None:
    folder = next(each for each in SHIPPED if each.name == "mien-dong-nam-bo-2019")
    rows = {row.id: row for row in form_of(folder, "tinh-e").rows}
    assert rows["an-toan-giao-thong"].closed.figures == (
        "Số liệu do Ủy ban An toàn giao thông Quốc gia cung cấp; đơn vị chỉ ghi điểm tự chấm."
    )
    assert rows["tap-huan"].closed.figures.startswith("Ban Thi đua - Khen thưởng Trung ương chấm điểm")
    assert rows["von-fdi"].closed.target
    assert not rows["von-fdi"].closed.figures
    other = {row.id: row for row in form_of(folder, "tinh-b").rows}
    assert other["giam-ngheo"].closed.self_points.startswith("Không áp dụng cho đơn vị")


def test_it_prints_on_a4_and_says_that_it_is_assumed() -> None:
    workbook = opened(form_bytes(SAMPLE, UNIT))
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.paperSize == 9
            assert sheet.page_setup.fitToWidth == 1
            assert "MỨC ĐIỂM GIẢ ĐỊNH" in sheet.oddHeader.center.text
            first = next(cell.value for row in sheet.iter_rows(max_row=1) for cell in row if cell.value)
            assert first.startswith("MỨC ĐIỂM GIẢ ĐỊNH")
    scores = workbook[SCORES]
    assert scores.page_setup.orientation == "landscape"
    assert scores.print_title_rows == "$4:$4"
    assert scores.freeze_panes == "E5"
    assert workbook.sheetnames[0] == "Hướng dẫn"
    assert "chỉ ghi số và ngày" in str(list(workbook["Hướng dẫn"].values))


def test_rows_are_high_enough_for_their_texts() -> None:
    scores = opened(form_bytes(SAMPLE, UNIT))[SCORES]
    for row in range(5, scores.max_row - 3):
        for column, width in (("D", 32), ("M", 30)):
            needed = lines_of(str(scores[f"{column}{row}"].value or ""), width) * 14.5
            assert scores.row_dimensions[row].height >= min(needed, 400)


@pytest.mark.parametrize(
    ("text", "width", "lines"), [("", 10, 0), ("một hai", 20, 1), ("một\nhai", 20, 2), ("a" * 50, 20, 3)]
)
def test_lines_of_a_text(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines
    assert height_for([(text, width)]) >= 14.5 * max(1, lines)


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    found = loaded(SAMPLE)
    assert found.scale is not None
    unit = Member("tinh-a", '=HYPERLINK("http://a.vn")')
    workbook = opened(form_workbook(make_form(found.scale, unit, None, ("=1+1", "@SUM(A1)"))))
    formulas = {
        cell.value
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert all(re.fullmatch(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)|=[A-Z]+\d+(\+[A-Z]+\d+)*", each) for each in formulas)


def test_totals_add_up_every_criterion_once() -> None:
    scores = opened(form_bytes(SAMPLE, UNIT))[SCORES]
    rows = {str(scores[f"A{row}"].value): row for row in range(5, scores.max_row + 1)}
    sums = [scores[f"L{row}"].value for name, row in rows.items() if name.startswith("#") and name != "#tong"]
    covered = [
        row
        for each in sums
        for first, last in re.findall(r"L(\d+):L(\d+)", each)
        for row in range(int(first), int(last) + 1)
    ]
    criteria = [rows[row.id] for row in form_of(SAMPLE, UNIT).rows if row.kind == "criterion"]
    assert sorted(covered) == sorted(set(covered))
    assert set(criteria) <= set(covered)
    assert scores[f"L{rows['#tong']}"].value == "=" + "+".join(f"L{rows[f'#{each}']}" for each in _sections())


def _sections() -> list[str]:
    scale = loaded(SAMPLE).scale
    assert scale is not None
    return [section.id for section in scale.sections]


def test_limits_and_lists_guard_the_inputs() -> None:
    workbook = opened(form_bytes(SAMPLE, UNIT))
    validations = workbook[SCORES].data_validations.dataValidation
    lists = {each.formula1 for each in validations if each.type == "list"}
    hidden = workbook["_thidua"]
    choices = {tuple(cell.value for (cell,) in hidden[each.split("!")[1].replace("$", "")]) for each in lists}
    assert ("Đạt", "Không đạt") in choices
    points = [each for each in validations if each.promptTitle == "Tự chấm"]
    assert {each.errorStyle for each in points} == {"stop"}
    assert {each.formula1 for each in points} == {"0"}
    assert {each.errorStyle for each in validations if each.type in ("whole", "decimal")} <= {"stop", "warning"}


def test_awards_for_persons_or_collectives_only_are_closed_for_the_others() -> None:
    sheet = opened(form_bytes(SAMPLE, UNIT))["Tổng hợp khen thưởng"]
    by_id = {str(sheet[f"A{row}"].value): row for row in range(1, sheet.max_row + 1)}
    for award in (row for group in AWARD_GROUPS for row in group.rows):
        row = by_id[award.id]
        assert sheet[f"E{row}"].protection.locked != award.collectives
        assert sheet[f"F{row}"].protection.locked != award.persons
        assert sheet[f"D{row}"].value == f"=E{row}+F{row}"
    assert [len(group.rows) for group in AWARD_GROUPS] == [9, 4]
    assert sheet["B3"].value == "(Từ ngày 01/01/2019 đến hết ngày 31/12/2019)"


def test_a_form_says_hidden_what_it_is() -> None:
    workbook = opened(form_bytes(SAMPLE, UNIT))
    sheet = workbook["_thidua"]
    marks = {sheet[f"A{row}"].value: sheet[f"B{row}"].value for row in range(1, 7)}
    form = form_of(SAMPLE, UNIT)
    assert sheet.sheet_state == "hidden"
    assert marks["thidua-scale"] == form.scale.id
    assert marks["thidua-scale-hash"] == form.scale_hash
    assert marks["thidua-unit"] == UNIT
    assert {each.name: each.value for each in workbook.custom_doc_props.props} == marks
