"""What an expert can get wrong in a scale's workbook: each mistake at its cell, nothing dropped, nothing changed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from scale_books import SAMPLE, SMALL, Edited, book_bytes, exported, loaded, taken

from thidua.reading.workbooks import Cell
from thidua.scalebook.importing import import_book


def cell(kind: str, text: str, value: object = None, formula: str | None = None) -> Cell:
    return Cell(0, 0, kind, text, value, "General", formula)  # type: ignore[arg-type]


def criterion(book: Edited, number: int = 0) -> int:
    rows = [row for row in book.rows("criteria") if book.text("criteria", row, "row_kind") == "tiêu chí"]
    return rows[number]


def points(value: object, number_format: str = "General") -> Callable[[Edited], None]:
    return lambda book: book.put("criteria", criterion(book), "standard_points", value, number_format)


def at(column: str, value: object) -> Callable[[Edited], None]:
    return lambda book: book.put("criteria", criterion(book), column, value)


def without_sheet(book: Edited) -> None:
    book.workbook.sheets = [each for each in book.workbook.sheets if each.name != "Mức điểm"]


def without_column(book: Edited) -> None:
    book.put("criteria", book.heading_row("criteria"), "basis", None)


def unknown_owner(book: Edited) -> None:
    row = book.rows("evidence")[0]
    book.put("evidence", row, "owner", "khong-co")


def method_without_its_terms(book: Edited) -> None:
    row = book.find("terms", entry="cứ thiếu 1% thì trừ")
    owner = book.text("terms", row, "owner")
    book.put("criteria", book.find("criteria", id=owner), "method", "đạt - không đạt")


def twice(book: Edited) -> None:
    book.put("criteria", criterion(book, 1), "id", book.text("criteria", criterion(book), "id"))


def section_of_a_section(book: Edited) -> None:
    book.put("criteria", book.rows("criteria")[0], "method", "đạt - không đạt")


def other_id(book: Edited) -> None:
    book.put("general", book.find("general", entry="mã"), "value", "cum-nho/2021")


MISTAKES: list[tuple[Callable[[Edited], None], str, str]] = [
    (points(cell("error", "#N/A")), "TD-295", "ô có lỗi #N/A"),
    (points(cell("no_value", "", None, "A1")), "TD-295", "ô có công thức nhưng không có kết quả đã tính"),
    (points(cell("date", "45000", date(2020, 2, 1))), "TD-295", "ô là ngày 01/02/2020, ở đây không cần ngày"),
    (points(cell("bool", "1", True)), "TD-295", "là giá trị đúng hoặc sai"),
    (points(Decimal("0.5"), "0%"), "TD-295", "ô ghi 50%, ở đây cần số điểm"),
    (points(Decimal("0.30000000000000004")), "TD-295", "lẻ quá 9 chữ số"),
    (points("1.000"), "TD-110", "có thể là 1000 hoặc 1"),
    (points("mười"), "TD-111", "mười"),
    (at("number", Decimal("1.1")), "TD-295", "ô là số 1,1, ở đây cần chữ"),
    (at("id", "Thu Ngân Sách"), "TD-148", "Thu Ngân Sách"),
    (at("method", "theo tỉ lệ hoàn thàn"), "TD-145", "theo tỉ lệ hoàn thàn"),
    (at("row_kind", None), "TD-294", "Cột “Loại dòng” để trống."),
    (at("inside", "noi-dung-x"), "TD-294", "Không có nội dung mang mã “noi-dung-x”."),
    (at("weight", 2), "TD-296", "Cột “Hệ số” không dùng cho dòng này (tiêu chí)."),
    (section_of_a_section, "TD-296", "Cột “Cách chấm” không dùng cho dòng này (nội dung)."),
    (twice, "TD-294", "đã có ở dòng"),
    (unknown_owner, "TD-294", "Không có tiêu chí hay thành phần mang mã “khong-co”."),
    (method_without_its_terms, "TD-294", "không có trong mức điểm của cách chấm đạt - không đạt."),
    (other_id, "TD-294", "Mã thang điểm không sửa ở bảng tính."),
    (without_sheet, "TD-293", "Không thấy trang “Mức điểm”."),
    (without_column, "TD-293", "Không thấy cột “Căn cứ” ở trang “Tiêu chí”."),
    (points(1), "TD-202", "điểm"),
]


@pytest.mark.parametrize(("make", "code", "text"), MISTAKES, ids=[f"{each[1]} {each[2]}" for each in MISTAKES])
def test_a_mistake_is_told_and_nothing_comes_of_it(make: Callable[[Edited], None], code: str, text: str) -> None:
    book = exported(SMALL)
    make(book)
    found = taken(SMALL, book)
    told = [str(each) for each in found.diagnostics]
    assert any(code in each and text in each and each.startswith("a.xlsx") for each in told), told
    assert found.new is None


def test_what_is_not_taken_over_is_told() -> None:
    book = exported(SMALL)
    row = book.rows("evidence")[0]
    book.put("evidence", row, "owner_name", "Tên sửa nhầm chỗ")
    rows = book.rows("criteria")
    book.order("criteria", [rows[0], *rows[:0:-1]])
    sheet = book.sheet("terms")
    sheet.rows[book.heading_row("terms")][40] = Cell(book.heading_row("terms"), 40, "text", "Ý kiến")
    found = taken(SMALL, book)
    told = sorted({each.message for each in found.diagnostics if each.code == 297})
    assert len(told) == 3
    assert told[0].startswith("Cột “Tên tiêu chí” chỉ để xem; nội dung “Tên sửa nhầm chỗ”")
    assert told[1].startswith("Cột “Ý kiến” không phải cột của bảng")
    assert told[2].startswith("Dòng này đứng trước dòng trên nó trong thang điểm")
    assert found.text == found.old_text


def test_renamed_sheets_and_moved_columns_change_nothing() -> None:
    book = exported(SMALL)
    for sheet in book.workbook.sheets:
        sheet.name = f"{sheet.name} (sửa)" if not sheet.hidden else sheet.name
        for cells in sheet.rows.values():
            moved = {
                place + 3: Cell(c.row, place + 3, c.kind, c.text, c.value, c.number_format)
                for place, c in cells.items()
            }
            if not sheet.hidden:
                cells.clear()
                cells.update(moved)
    found = taken(SMALL, book)
    assert [str(each) for each in found.diagnostics] == []
    assert found.text == found.old_text


def test_a_new_id_is_followed_by_the_rows_that_still_have_the_old_one() -> None:
    book = exported(SMALL)
    book.put("criteria", criterion(book), "id", "ma-moi")
    found = taken(SMALL, book)
    old, new = found.old_text.split("\n"), found.text.split("\n")
    assert len([1 for a, b in zip(old, new, strict=True) if a != b]) == 1


def test_in_brackets_a_value_is_changed_and_nothing_is_added(tmp_path: Path) -> None:
    lines = SMALL.read_text("utf-8").split("\n")
    index = next(place for place, line in enumerate(lines) if line.strip() == "tài liệu kiểm chứng:")
    indent = lines[index].index("t")
    while lines[index + 1].startswith(" " * (indent + 1)):
        del lines[index + 1]
    lines[index] += " [Báo cáo năm, Biên bản họp]"
    file = tmp_path / "thang-diem.yaml"
    file.write_bytes("\n".join(lines).encode())

    book = exported(file)
    row = book.find("evidence", evidence_type="Biên bản họp")
    book.put("evidence", row, "evidence_type", "Biên bản họp, có ký")
    assert "[Báo cáo năm, 'Biên bản họp, có ký']" in taken(file, book).text

    book.insert("evidence", row, owner=book.text("evidence", row, "owner"), evidence_type="Báo cáo mới")
    found = taken(file, book)
    assert [each.code for each in found.diagnostics] == [298]  # TD-298
    assert found.new is None


def test_the_workbook_of_another_scale_is_refused(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    book.write_bytes(book_bytes(SMALL))
    home = loaded(SMALL)[1].root
    assert import_book(book, None, home).diagnostics == ()
    (found,) = import_book(book, str(SAMPLE), home).diagnostics
    assert (
        str(found)
        .partition(": ")[2]
        .startswith("lỗi TD-291: Bảng tính này lập từ thang điểm cum-nho/2019, không phải cum-mau/2019.")
    )


def test_a_broken_workbook_is_told_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04")
    found = import_book(tmp_path / "b.xlsx")
    assert not found.usable
    assert [each.code for each in found.diagnostics] == [434]
