"""A scale as a workbook and back: nothing of it is missing, and only what was edited changes."""

import difflib
from decimal import Decimal
from pathlib import Path

import pytest
from scale_books import ALL, SHIPPED, SMALL, asked_by, book_bytes, built, exported, loaded, taken

from thidua.scalebook.importing import Imported
from thidua.scalebook.rendering import entry_lines

BUDGET = SHIPPED[-1]
EAST = next(file for file in SHIPPED if "mien-dong-nam-bo/2020" in file.as_posix())


@pytest.mark.parametrize("file", ALL, ids=lambda file: "/".join(file.parts[-3:-1]))
def test_without_an_edit_nothing_changes(file: Path) -> None:
    found = taken(file, exported(file))
    assert found.diagnostics == ()
    assert found.text == found.old_text == file.read_bytes().decode()


@pytest.mark.parametrize("file", ALL, ids=lambda file: "/".join(file.parts[-3:-1]))
def test_the_whole_model_stands_in_the_workbook(file: Path) -> None:
    """A scale written from nothing but the cells is the scale."""
    lines = [line for name, each in asked_by(file, exported(file)).items() for line in entry_lines(name, each)]
    assert built("\n".join(lines)) == loaded(file)[0].scale


def test_the_same_scale_gives_the_same_bytes() -> None:
    first = book_bytes(SMALL)
    book_bytes.cache_clear()
    assert book_bytes(SMALL) == first


def difference(found: Imported) -> str:
    """The lines that change, without their places."""
    lines = difflib.unified_diff(found.old_text.splitlines(), found.text.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def test_one_value_is_one_token_on_one_line() -> None:
    book = exported(BUDGET)
    row = book.find("terms", owner="thu-ngan-sach", entry="cứ vượt 1% thì thưởng")
    book.put("terms", row, "value", Decimal("0.075"))
    found = taken(BUDGET, book)
    assert found.diagnostics == ()
    assert difference(found) == "-          cứ vượt 1% thì thưởng: 0,05\n+          cứ vượt 1% thì thưởng: 0,075"


def test_a_band_is_moved_and_its_edge_gets_another_word() -> None:
    book = exported(EAST)
    row = book.find("terms", owner="tang-truong-kinh-te", entry="các mức", value="38")
    book.put("terms", row, "from_edge", None)
    book.put("terms", row, "above_edge", Decimal("-0.5"))
    row = book.find("terms", owner="tang-truong-kinh-te", entry="các mức", value="28")
    book.put("terms", row, "below_edge", None)
    book.put("terms", row, "to_edge", Decimal("-0.5"))
    found = taken(EAST, book)
    assert [str(each) for each in found.diagnostics] == []
    assert difference(found).splitlines() == [
        "-            - từ: -0,5",
        "+            - trên: -0,5",
        "-              dưới: -0,5",
        "+              đến: -0,5",
    ]


def test_a_new_criterion_goes_where_its_row_stands() -> None:
    book = exported(EAST)
    row = book.find("criteria", id="grdp-binh-quan")
    book.put("criteria", row, "standard_points", 15)
    book.insert(
        "criteria", row + 1, row_kind="tiêu chí", inside="noi-dung-i", id="thu-nhap", number="I.6a",
        name="Thu nhập bình quân: nông thôn", standard_points=5, method="đạt - không đạt", basis="Giả định",
        when_evidence_missing="tạm tính điểm",
    )  # fmt: skip
    last = book.rows("evidence")[-1] + 1
    book.insert("evidence", last, owner="thu-nhap", evidence_type="Niên giám thống kê", number_and_date_only="có")
    book.insert("evidence", last + 1, owner="thu-nhap", evidence_type="Báo cáo của Sở Nông nghiệp")
    found = taken(EAST, book)
    assert [str(each) for each in found.diagnostics if each.severity == "error"] == []
    assert (
        difference(found)
        == """\
-        điểm chuẩn: 20
+        điểm chuẩn: 15
+
+      - mã: thu-nhap
+        số mục: I.6a
+        tên: 'Thu nhập bình quân: nông thôn'
+        điểm chuẩn: 5
+        cách chấm: đạt - không đạt
+        tài liệu kiểm chứng:
+          - loại tài liệu: Niên giám thống kê
+            chỉ ghi số, ngày: có
+          - Báo cáo của Sở Nông nghiệp
+        khi thiếu tài liệu kiểm chứng: tạm tính điểm
+        căn cứ: Giả định"""
    )


def test_a_removed_criterion_takes_its_rows_with_it_and_leaves_the_comment() -> None:
    book = exported(EAST)
    book.remove("criteria", book.find("criteria", id="giai-ngan-dau-tu-cong"))
    book.put("criteria", book.find("criteria", id="grdp-binh-quan"), "standard_points", 45)
    found = taken(EAST, book)
    assert [each.message for each in found.diagnostics if each.code in (297, 299)] == [
        "“giai-ngan-dau-tu-cong” không còn ở trang “Tiêu chí” nên các dòng của mã này ở trang khác cũng bỏ.",
        "Xóa dòng 235 đến 259 nhưng giữ lời chú ngay phía trên: # Tiêu chí mới. Từ 95% kế hoạch vốn được đủ điểm; "
        "từ 60% đến dưới 95% tính theo tỷ lệ so với mốc 95%; dưới 60% không có điểm.",
    ]
    assert "# Tiêu chí mới. Từ 95%" in found.text
    assert "mã: giai-ngan-dau-tu-cong" not in found.text


def test_windows_line_breaks_stay(tmp_path: Path) -> None:
    file = tmp_path / "thang-diem.yaml"
    file.write_bytes(BUDGET.read_bytes().replace(b"\n", b"\r\n"))
    book = exported(file)
    row = book.find("terms", owner="thu-ngan-sach", entry="số liệu càng thấp càng tốt")
    book.put("terms", row, "value", "Có")
    found = taken(file, book)
    assert found.text.count("\n") == found.text.count("\r\n") == found.old_text.count("\n") + 1
