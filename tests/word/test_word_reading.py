"""Word files to paragraphs and tables: tracked changes accepted and told, whoever wrote the file."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hostile_workbooks import written
from word_files import MAIN, added, docx, para, run, struck, styles, table

from thidua.reading.word import Paragraph, Table, TrackedChange, WordComment, WordDocument, read_word
from thidua.reading.word.remarks import remarks_on


def read(tmp_path: Path, body: str, **others: str | bytes) -> WordDocument:
    reading = read_word(written(tmp_path, docx(body, **others), "a.docx"), "a.docx")
    assert reading.document is not None, [str(each) for each in reading.diagnostics]
    return reading.document


def texts(document: WordDocument) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Paragraph)]


def test_a_changed_score_is_read_as_changed_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, para("Tự chấm: ", struck("18"), added("19,5"), " điểm"))
    assert texts(found) == ["Tự chấm: 19,5 điểm"]
    assert found.changes == [TrackedChange("Cá nhân 1", date(2020, 2, 10), "18", "19,5")]
    assert found.changes[0].changes_number


def test_one_digit_typed_anew_is_told_as_whole_numbers(tmp_path: Path) -> None:
    found = read(tmp_path, para("đạt 1", struck("8"), added("9"), ",5 điểm"))
    assert texts(found) == ["đạt 19,5 điểm"]
    assert [(each.old, each.new) for each in found.changes] == [("18,5", "19,5")]


def test_moved_text_stands_only_where_it_was_moved_to(tmp_path: Path) -> None:
    moved = added("Ưu điểm").replace("w:ins", "w:moveTo")
    left = struck("Ưu điểm").replace("w:del ", "w:moveFrom ").replace("</w:del>", "</w:moveFrom>")
    left = left.replace("w:delText", "w:t")
    assert texts(read(tmp_path, para(left) + para(moved))) == ["", "Ưu điểm"]


def test_changes_of_form_are_no_changes(tmp_path: Path) -> None:
    old = '<w:rPrChange w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    before = '<w:pPrChange w:author="A"><w:pPr><w:pStyle w:val="Old"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    found = read(tmp_path, para(run("Ưu điểm", old), properties=before))
    assert found.changes == []
    assert found.blocks == [Paragraph("Ưu điểm")]


def test_a_paragraph_whose_end_was_struck_out_goes_on_in_the_next(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:author="A" w:date="2020-02-10T08:00:00Z"/></w:rPr>'
    assert texts(read(tmp_path, para("Điểm ", properties=mark) + para("tự chấm"))) == ["Điểm tự chấm"]
    assert texts(read(tmp_path, para("Điểm", properties=mark))) == ["Điểm"]


def test_a_struck_row_is_gone(tmp_path: Path) -> None:
    body = table([["a", "1"], ["b", "2"]]).replace(
        '<w:tr><w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">b',
        '<w:tr><w:trPr><w:del w:author="A"/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">b',
    )
    assert [each.rows for each in read(tmp_path, body).tables] == [[["a", "1"]]]


def test_merged_cells_keep_the_columns_in_line(tmp_path: Path) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{para("cả hai")}</w:tc><w:tc>{para("ba")}</w:tc>'
    hidden = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{para('thừa')}</w:tc><w:tc>{para('2')}</w:tc><w:tc>{para('3')}</w:tc>"
    found = read(tmp_path, f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{hidden}</w:tr></w:tbl>")
    assert [each.rows for each in found.tables] == [[["cả hai", "", "ba"], ["", "2", "3"]]]


def test_a_table_in_a_cell_is_text_of_the_cell(tmp_path: Path) -> None:
    inner = table([["trong", "ô"]])
    found = read(tmp_path, f"<w:tbl><w:tr><w:tc>{para('ngoài')}{inner}</w:tc></w:tr></w:tbl>")
    assert [each.rows for each in found.tables] == [[["ngoài\ntrong ô"]]]


def test_headings_by_style_by_level_and_by_bold(tmp_path: Path) -> None:
    heading = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục"/>'
        '<w:basedOn w:val="H"/></w:style><w:style w:styleId="X"><w:basedOn w:val="X"/></w:style>'
    )
    body = (
        para("Mục một", properties='<w:pStyle w:val="M"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
        + para("Mục hai", properties='<w:outlineLvl w:val="0"/>')
        + para(run("Mục ba", "<w:b/>"), run(" ", ""))
        + para(run("Không ", "<w:b/>"), "đậm hết", properties='<w:pStyle w:val="X"/>')
    )
    first, second, third, fourth = read(tmp_path, body, **{"word/styles.xml": styles(heading)}).blocks
    assert first == Paragraph("Mục một", "Mục", 2, True, True)
    assert second == Paragraph("Mục hai", "", 1)
    assert third == Paragraph("Mục ba", "", None, True)
    assert fourth == Paragraph("Không đậm hết")


def test_field_codes_and_twins_for_old_programs_are_left_out(tmp_path: Path) -> None:
    field = "<w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>"
    twins = f"<mc:AlternateContent><mc:Choice>{run('một')}</mc:Choice><mc:Fallback>{run('hai')}</mc:Fallback>"
    found = read(tmp_path, para("a", field, f"<w:r><w:tab/></w:r>{twins}</mc:AlternateContent>"))
    assert texts(found) == ["a\tmột"]


def test_remarks_are_told(tmp_path: Path) -> None:
    remark = (
        f'<w:comments xmlns:w="{MAIN}"><w:comment w:author="Cá nhân 2" w:date="2020-02-11T09:00:00Z">'
        f"{para('Số này chưa chắc')}</w:comment></w:comments>"
    )
    found = read(tmp_path, para("a"), **{"word/comments.xml": remark})
    assert found.comments == [WordComment("Cá nhân 2", date(2020, 2, 11), "Số này chưa chắc")]


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    assert texts(read(tmp_path, para("Điê\u0309m"))) == ["Điểm"]


def test_what_python_docx_writes(tmp_path: Path) -> None:
    made = Document()
    made.add_heading("I. Khái quát", level=1)
    made.add_paragraph("Nội dung", style="List Number")
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "a", "1"
    saved = BytesIO()
    made.save(saved)
    reading = read_word(written(tmp_path, saved.getvalue(), "a.docx"), "a.docx")
    assert reading.document is not None
    heading, text, found = reading.document.blocks
    assert isinstance(heading, Paragraph)
    assert (heading.level, heading.style) == (1, "heading 1")
    assert isinstance(text, Paragraph)
    assert (text.text, text.level) == ("Nội dung", None)
    assert isinstance(found, Table)
    assert found.rows == [["a", "1"]]


@pytest.mark.parametrize("day", ["", "2020", "hôm qua"])
def test_a_change_without_a_day_is_still_told(day: str, tmp_path: Path) -> None:
    found = read(tmp_path, para(struck("18", day=day), added("19", day=day)))
    assert [(each.on, each.old, each.new) for each in found.changes] == [(None, "18", "19")]


def test_what_is_told_of_changes_and_remarks(tmp_path: Path) -> None:
    remark = (
        f'<w:comments xmlns:w="{MAIN}"><w:comment w:author="Cá nhân 2">{para("Chưa chắc")}</w:comment></w:comments>'
    )
    body = para("Tên ", struck("cũ"), added("mới")) + para(struck("18"), added("19,5")) + para("a", added(" b"))
    found = read(tmp_path, body, **{"word/comments.xml": remark})
    assert [str(each) for each in remarks_on(found, "a.docx")] == [
        "a.docx:1:1: cảnh báo TD-496: Văn bản còn 3 chỗ sửa đổi đang theo dõi (Track Changes), được đọc như đã chấp "
        "nhận: “18” thành “19,5” (Cá nhân 1, 10/02/2020); “cũ” thành “mới” (Cá nhân 1, 10/02/2020); “a” thành “a b” "
        "(Cá nhân 1, 10/02/2020).\n    Gợi ý: Hỏi lại đơn vị số nào đúng; trong Word: Review, Accept All Changes, rồi "
        "lưu và gửi lại.",
        "a.docx:1:1: cảnh báo TD-497: Văn bản còn 1 ghi chú bên lề (Comment): “Chưa chắc” (Cá nhân 2).\n    Gợi ý: Xem "
        "ghi chú có ảnh hưởng đến số liệu không; trong Word: Review, Delete All Comments, rồi gửi lại.",
    ]
