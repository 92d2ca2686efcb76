"""What goes wrong in workbooks that units send back, each with the whole of what is said."""

import pickle
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from filled_forms import COLUMN, SCORES, fill
from forms import SAMPLE, form_of, loaded, saved
from openpyxl.worksheet.worksheet import Worksheet

from thidua.building.dossier import build_dossier
from thidua.diagnostics import CATALOGUE
from thidua.forms.read import FormReading, read_form
from thidua.reading.nodes import Mapping
from thidua.reports.workbooks.form import make_workbook
from thidua.reports.workbooks.form_scores import HEADING_ROW

GOLDEN = Path(__file__).parent / "traps.expected.txt"
# Told when files are brought in, not when one is read: test_importing.py. Of files: hostile.expected.txt.
ELSEWHERE = {471, 472, 473}

Change = Callable[[openpyxl.Workbook], None]


def row_of(sheet: Worksheet, row_id: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == row_id)


def write(row_id: str, column: str, value: object, number_format: str = "") -> Change:
    def change(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SCORES]
        cell = sheet.cell(row_of(sheet, row_id), COLUMN[column])
        cell.value = value  # type: ignore[assignment]
        cell.number_format = number_format or cell.number_format

    return change


def mark(name: str, value: str, *, on_sheet: bool = True, in_properties: bool = True) -> Change:
    def change(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["_thidua"]
        for row in range(1, 7):
            if on_sheet and sheet.cell(row, 1).value == f"thidua-{name}":
                sheet.cell(row, 2).value = value
        for each in workbook.custom_doc_props.props:
            if in_properties and each.name == f"thidua-{name}":
                each.value = value

    return change


def without_marks(workbook: openpyxl.Workbook) -> None:
    del workbook["_thidua"]
    workbook.custom_doc_props.props.clear()


def rename_heading(workbook: openpyxl.Workbook) -> None:
    workbook[SCORES].cell(HEADING_ROW, COLUMN["actual"]).value = "Kết quả"


def heading_twice(workbook: openpyxl.Workbook) -> None:
    workbook[SCORES].cell(HEADING_ROW, COLUMN["explanation"] + 1).value = "Thực hiện"


def no_headings(workbook: openpyxl.Workbook) -> None:
    workbook[SCORES].delete_rows(HEADING_ROW)


def copied_row(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SCORES]
    row = row_of(sheet, "von-fdi")
    values = [sheet.cell(row, column).value for column in COLUMN.values()]
    sheet.insert_rows(row + 1)
    for column, value in zip(COLUMN.values(), values, strict=True):
        sheet.cell(row + 1, column).value = value


def between(column: str, value: object) -> Change:
    def change(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SCORES]
        row = row_of(sheet, "von-fdi") + 1
        sheet.insert_rows(row)
        sheet.cell(row, COLUMN[column]).value = value  # type: ignore[assignment]

    return change


def merged(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SCORES]
    first, last = row_of(sheet, "tang-truong"), row_of(sheet, "thu-ngan-sach")
    sheet.merge_cells(start_row=first, end_row=last, start_column=COLUMN["actual"], end_column=COLUMN["actual"])


def merged_across(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SCORES]
    row = row_of(sheet, "thu-ngan-sach")
    sheet.merge_cells(start_row=row, end_row=row, start_column=COLUMN["target"], end_column=COLUMN["actual"])


def beside_the_table(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SCORES]
    column = COLUMN["explanation"] + 2
    sheet.cell(row_of(sheet, "von-fdi"), column).value = "giải trình thêm"
    sheet.cell(row_of(sheet, "thu-ngan-sach"), column).value = 12


def below_the_table(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SCORES]
    sheet.cell(sheet.max_row + 3, COLUMN["explanation"] + 2).value = "Nguyễn Văn A"


def without_row(row_id: str) -> Change:
    def change(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SCORES]
        sheet.delete_rows(row_of(sheet, row_id))

    return change


def another_sheet(workbook: openpyxl.Workbook) -> None:
    workbook.create_sheet("Sheet1")["B2"] = "giải trình thêm"


def award(row_id: str, column: str, value: object) -> Change:
    def change(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["Tổng hợp khen thưởng"]
        sheet[f"{column}{row_of(sheet, row_id)}"] = value

    return change


TRAPS: dict[str, Change] = {
    "ô lỗi #N/A": write("thu-ngan-sach", "actual", "#N/A"),
    "công thức chưa có giá trị": write("thu-ngan-sach", "actual", "=G9*1.05"),
    "công thức lấy từ tệp khác": write("thu-ngan-sach", "actual", "='[so-lieu.xlsx]Sheet1'!B2"),
    "ngày thay cho số": write("thu-ngan-sach", "actual", date(2020, 2, 1), "dd/mm/yyyy"),
    "số dạng chữ": write("thu-ngan-sach", "actual", "5615068"),
    "số dạng chữ có đơn vị": write("thu-ngan-sach", "actual", "5615068 triệu đồng"),
    "số có thể hiểu hai cách": write("thu-ngan-sach", "actual", "1.000"),
    "số có dấu hàng nghìn": write("thu-ngan-sach", "actual", "5.615.068"),
    "phần trăm thay cho số": write("thu-ngan-sach", "actual", 0.975, "0.0%"),
    "số lẻ quá quy định": write("thu-ngan-sach", "actual", 5615068.25),
    "đúng/sai thay cho số": write("thu-ngan-sach", "actual", True),
    "tỷ số thay cho phần trăm": write("bao-hiem-y-te", "actual", 0.92),
    "ngoài giới hạn": write("tang-truong", "actual", 75),
    "mức không có": write("quoc-phong", "level", "Xuất sắc"),
    "đạt hay không": write("dan-chu-o-co-so", "level", "x"),
    "tự chấm quá điểm chuẩn": write("von-fdi", "self_points", 25),
    "tự chấm là chữ": write("von-fdi", "self_points", "mười lăm"),
    "ngày văn bản sai": write("tang-truong", "document_date", "31/02/2019"),
    "số văn bản thành ngày": write("tang-truong", "document_number", date(2019, 12, 1), "dd/mm/yyyy"),
    "ghi vào cột không có chỗ": write("von-fdi", "last_year", 12),
    "ghi số liệu của nguồn ngoài": write("an-toan-giao-thong.so-vu", "actual", 200),
    "ghi số liệu lấy theo tiêu chí khác": write("muc-vuot-du-toan", "actual", 200),
    "tài liệu không có tên": between("document_number", "12/BC-UBND"),
    "tài liệu ngoài thang điểm": between("evidence", "Báo cáo khác"),
    "số liệu ở dòng chèn thêm": between("actual", 12),
    "chép cả dòng": copied_row,
    "gộp ô qua nhiều tiêu chí": merged,
    "gộp hai ô của một dòng": merged_across,
    "ghi bên cạnh bảng": beside_the_table,
    "xóa dòng của tiêu chí": without_row("von-fdi"),
    "xóa dòng của số liệu": without_row("an-toan-giao-thong.so-vu"),
    "tiêu chí không còn": write("von-fdi", "row_id", "von-odaa"),
    "thang điểm khác": mark("scale", "cum-khac/2019"),
    "bản cũ của thang điểm": mark("scale-hash", "0" * 64),
    "đợt khác": mark("period", "dot-2018"),
    "đơn vị không thuộc đợt": mark("unit", "tinh-z"),
    "mẫu biểu mới hơn": mark("form", "99"),
    "trang ẩn và thuộc tính khác nhau": mark("unit", "tinh-b", in_properties=False),
    "không còn nhận dạng": without_marks,
    "đổi tên cột": rename_heading,
    "hai cột trùng tên": heading_twice,
    "không có dòng tiêu đề": no_headings,
    "tổng ghi đè": write("#noi-dung-i", "self_points", 99),
    "tổng lỗi": write("#tong", "self_points", "#VALUE!"),
    "trang thêm": another_sheet,
    "khen thưởng ghi chữ": award("bang-khen-tinh", "E", "12 tập thể"),
    "khen thưởng ghi số lẻ": award("bang-khen-tinh", "E", 1.5),
    "khen thưởng sai tổng": award("bang-khen-tinh", "D", 31),
}


@cache
def _filled() -> bytes:
    """The workbook as the unit fills it in, pickled: that is copied ten times as fast as made."""
    workbook = make_workbook(form_of(SAMPLE, "tinh-a"))
    fill(workbook, SAMPLE, "tinh-a")
    return pickle.dumps(workbook)


def read(folder: Path, *changes: Change, unit: str | None = None) -> FormReading:
    workbook: openpyxl.Workbook = pickle.loads(_filled())
    for change in changes:
        change(workbook)
    path = folder / "bieu.xlsx"
    path.write_bytes(saved(workbook))
    found = loaded(SAMPLE)
    assert found.period is not None
    assert found.scale is not None
    reading = read_form(path, "bieu.xlsx", found.period, found.scale, unit)
    if reading.shaped:
        build_dossier(reading.shaped, found.scale, found.period, SAMPLE / "ho-so/tinh-a.yaml", SAMPLE)
    return reading


def told(reading: FormReading) -> list[str]:
    found = (*reading.diagnostics, *(reading.shaped.diagnostics if reading.shaped else ()))
    return [str(each) for each in sorted(set(found))]


def test_every_trap_is_told_in_these_words(tmp_path: Path, rewrite_golden: bool) -> None:
    usual = told(read(tmp_path))
    lines = ["== không có gì\n", *(f"{each}\n" for each in usual)]
    for name, change in TRAPS.items():
        found = [each for each in told(read(tmp_path, change)) if each not in usual]
        lines += [f"\n== {name}\n", *(f"{each}\n" for each in found)]
        assert found, name
    lines += [
        "\n== đơn vị ghi ở --unit\n",
        *(f"{each}\n" for each in told(read(tmp_path, without_marks, unit="tinh-a"))),
    ]
    lines += ["\n== --unit khác\n", *(f"{each}\n" for each in told(read(tmp_path, another_sheet, unit="tinh-b")))]
    text = "".join(lines)
    if rewrite_golden:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def _lines(reading: FormReading) -> list[str]:
    return [f"{each}\n" for each in told(reading)]


def test_names_below_the_table_are_no_figures(tmp_path: Path) -> None:
    assert told(read(tmp_path, below_the_table)) == told(read(tmp_path))


def test_every_number_of_this_area_has_a_trap() -> None:
    files = [GOLDEN, GOLDEN.with_name("hostile.expected.txt")]
    expected = "".join(file.read_text(encoding="utf-8") for file in files)
    cells = {437, 444}  # test_hostile_workbooks.py, test_cells.py
    assert {code for code in CATALOGUE if 431 <= code <= 489 and f"TD-{code}" not in expected} == ELSEWHERE | cells


@pytest.mark.parametrize("change", ["rows", "columns", "sheet", "blank rows"])
def test_rows_columns_and_sheets_may_move(change: str, tmp_path: Path) -> None:
    def moved(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SCORES]
        match change:
            case "rows":
                sheet.insert_rows(1, 3)
            case "columns":
                for row in range(1, sheet.max_row + 1):
                    first, last = sheet.cell(row, COLUMN["target"]), sheet.cell(row, COLUMN["actual"])
                    first.value, last.value = last.value, first.value
            case "sheet":
                sheet.title = "Phụ lục 1"
            case "blank rows":
                for row in range(sheet.max_row - 5, HEADING_ROW + 1, -1):
                    sheet.insert_rows(row)

    def without_merges(workbook: openpyxl.Workbook) -> None:
        for each in list(workbook[SCORES].merged_cells.ranges):
            workbook[SCORES].unmerge_cells(str(each))

    assert values(read(tmp_path, without_merges, moved)) == values(read(tmp_path))


def test_a_second_document_may_go_into_a_row_that_was_put_in(tmp_path: Path) -> None:
    def added(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SCORES]
        row = row_of(sheet, "von-fdi") + 1
        sheet.insert_rows(row)
        for column, value in (("evidence", "Báo cáo của Sở Kế hoạch và Đầu tư"), ("document_number", "99/BC-SKHĐT")):
            sheet.cell(row, COLUMN[column]).value = value

    reading = read(tmp_path, added)
    assert reading.shaped is not None
    documents = reading.shaped.data["claims"]["von-fdi"]["evidence"]
    assert documents[-1] == {"evidence_type": "Báo cáo của Sở Kế hoạch và Đầu tư", "document_number": "99/BC-SKHĐT"}
    assert len(documents) == len(read(tmp_path).shaped.data["claims"]["von-fdi"]["evidence"]) + 1  # type: ignore[union-attr]


def values(reading: FormReading) -> object:
    assert isinstance(reading.root, Mapping), reading.diagnostics
    return _plain(reading.root)


def _plain(node: object) -> object:
    if isinstance(node, Mapping):
        return {name.text: _plain(value) for name, value in node.entries}
    items = getattr(node, "items", None)
    return getattr(node, "text", None) if items is None else [_plain(each) for each in items]
