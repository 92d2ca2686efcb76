"""The first sheet of a scale's workbook: how to edit it and take it back."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from thidua.reports.workbooks.heights import height_for
from thidua.reports.workbooks.pages import protect, set_page
from thidua.reports.workbooks.styles import put
from thidua.scalebook.book import Book
from thidua.vocabulary import word

_WIDTH = 96.0
_SCALE = 1.1
_GAP = 8.0
_SHORT_HASH = 8


def add_scale_guide(workbook: Workbook, book: Book, notices: Sequence[str]) -> None:
    """Add the sheet, before all others."""
    sheet = workbook.create_sheet(word("scale_sheet", "guide"), 0)
    sheet.column_dimensions["A"].width = _WIDTH
    for row, (text, style) in enumerate(_lines(book, notices), 1):
        put(sheet.cell(row, 1), text or None, style)
        scale = 1.3 if style == "title" else _SCALE
        sheet.row_dimensions[row].height = height_for([(text, _WIDTH)], scale) if text else _GAP
    set_page(sheet, notices, landscape=False)
    sheet.sheet_view.showGridLines = False
    protect(sheet)


def _lines(book: Book, notices: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield " · ".join(notices), "notice"
    yield "HƯỚNG DẪN SỬA THANG ĐIỂM TRÊN BẢNG TÍNH", "title"
    yield "", "plain"
    yield f"Thang điểm: {book.scale.name}", "strong"
    yield (
        f"Mã: {book.scale.id}, bản {book.marks.hash[:_SHORT_HASH]}; tệp {book.marks.file or 'ngoài thư mục gốc'}",
        "plain",
    )
    names = {
        each: word("scale_sheet", each)
        for each in ("general", "criteria", "terms", "evidence", "figures", "evidence_types", "classes")
    }
    for title, lines in _CHAPTERS:
        yield "", "plain"
        yield title, "strong"
        for line in lines:
            yield f"- {line.format(**names, id=book.scale.id)}", "plain"


_CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1. Các trang",
        (
            "“{general}”: tên, năm, thời gian, tổng điểm, làm tròn, mức trần. Mã thang điểm chỉ để xem, không sửa.",
            "“{criteria}”: mỗi nội dung, tiêu chí, thành phần một dòng. Cột “Thuộc” ghi mã của nội dung (với tiêu chí) "
            "hoặc của tiêu chí (với thành phần).",
            "“{terms}”: mức điểm của từng tiêu chí, mỗi mức một dòng; cột “Mục” nói dòng đó là mục nào của mức điểm. "
            "Các mức theo khoảng ghi mốc ở các cột Từ, Trên, Đến, Dưới: “Từ”, “Đến” tính cả mốc, “Trên”, “Dưới” không "
            "tính.",
            "“{evidence}”: mỗi tài liệu một dòng. “{figures}”: chỉ khi số liệu có tên gọi, đơn vị tính riêng.",
            "“{evidence_types}”: tài liệu dùng chung, trang “{evidence}” ghi bằng mã. “{classes}”: các loại "
            "của kết quả.",
            "Ở các trang “{terms}”, “{evidence}”, “{figures}”, mã của thành phần ghi là mã tiêu chí/mã thành phần.",
        ),
    ),
    (
        "2. Sửa",
        (
            "Chỉ ghi vào ô nền vàng nhạt. Ô nền xám không dùng cho dòng đó, hoặc chỉ để xem (tên tiêu chí, tên đầy "
            "đủ).",
            "Thêm: chèn một dòng vào đúng chỗ (hoặc ghi ở cuối trang). Bỏ: xóa cả dòng. Bỏ một mục: xóa nội dung ô.",
            "Điểm là số; tỷ lệ ghi có dấu %, ví dụ 95%; ngày ghi ngày/tháng/năm; có, không và các lựa chọn khác chọn "
            "trong danh sách. Nhiều mã ở cột “Thay thế” ngăn bằng dấu chấm phẩy.",
            "Đổi mã của một tiêu chí thì đổi mã đó ở mọi trang. Mã giữ nguyên qua các năm thì mới so sánh được hai "
            "năm.",
            "Đổi cách chấm thì ở trang “{terms}” xóa các dòng của cách chấm cũ, thêm dòng của cách chấm mới.",
            "Sắp xếp, lọc dòng không làm đổi thứ tự trong thang điểm. Không sửa tiêu đề cột, không xóa cột, không xóa "
            "trang ẩn.",
        ),
    ),
    (
        "3. Đưa vào thang điểm",
        (
            "thidua scale import TỆP.xlsx: cho xem những gì sẽ đổi và kiểm tra như thidua check, chưa ghi gì.",
            "thidua scale import TỆP.xlsx --write: ghi vào tệp thang điểm; chỉ thay đúng chỗ đổi, lời chú giữ nguyên.",
            "Tệp thang điểm đã được sửa sau khi lập bảng này thì không đưa vào được: lập bảng mới rồi sửa lại.",
        ),
    ),
)
