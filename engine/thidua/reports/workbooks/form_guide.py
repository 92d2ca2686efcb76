"""The first sheet of a form: how to fill it in and send it back."""

from collections.abc import Iterator

from openpyxl import Workbook

from thidua.forms.form import Form
from thidua.reports.workbooks.heights import height_for
from thidua.reports.workbooks.pages import protect, set_page
from thidua.reports.workbooks.styles import put
from thidua.vocabulary import word

_WIDTH = 96.0
_SCALE = 1.1  # of the font of these lines against that of the workbook
_ROOM = _WIDTH * _SCALE  # running text takes less room than the short texts of cells, by which heights are worked out
_GAP = 8.0
_SHORT_HASH = 8


def add_guide(workbook: Workbook, form: Form) -> None:
    """Add the sheet, before all others."""
    sheet = workbook.create_sheet(word("form_sheet", "guide"), 0)
    sheet.column_dimensions["A"].width = _WIDTH
    for row, (text, style) in enumerate(_lines(form), 1):
        put(sheet.cell(row, 1), text or None, style)
        scale = 1.3 if style == "title" else _SCALE
        sheet.row_dimensions[row].height = height_for([(text, _ROOM)], scale) if text else _GAP
    set_page(sheet, form.notices, landscape=False)
    sheet.sheet_view.showGridLines = False
    protect(sheet)


def _lines(form: Form) -> Iterator[tuple[str, str]]:
    """Texts with their looks; a blank text is a gap."""
    yield " · ".join(form.notices), "notice"
    yield f"HƯỚNG DẪN GHI BIỂU TỰ CHẤM ĐIỂM THI ĐUA{f' NĂM {form.year}' if form.year else ''}", "title"
    yield "", "plain"
    yield f"Đơn vị: {form.unit.name}", "strong"
    yield from ((f"Đợt chấm điểm: {form.period.name}", "plain"),) if form.period else ()
    yield f"Thang điểm: {form.scale.name} ({form.scale.id}, bản {form.scale_hash[:_SHORT_HASH]})", "plain"
    if form.data_from and form.data_to:
        yield f"Số liệu từ ngày {form.data_from:%d/%m/%Y} đến hết ngày {form.data_to:%d/%m/%Y}", "plain"
    yield from _deadlines(form)
    names = {name: word("form_sheet", name) for name in ("scores", "awards")}
    for title, lines in _CHAPTERS:
        yield "", "plain"
        yield title, "strong"
        for line in lines:
            text = line.removeprefix("!").format(**names, folder=form.unit.id)
            yield f"- {text}", "strong" if line.startswith("!") else "plain"


def _deadlines(form: Form) -> Iterator[tuple[str, str]]:
    for each in form.period.deadlines if form.period else ():
        recipients = f"; nơi nhận: {', '.join(each.recipients)}" if each.recipients else ""
        yield f"Thời hạn: {each.name}, chậm nhất ngày {each.last_day:%d/%m/%Y}{recipients}", "plain"


_CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1. Ghi ở đâu",
        (
            "Trang “{scores}”: chỉ ghi vào ô nền vàng nhạt. Ô nền xám do cơ quan khác cung cấp hoặc không áp dụng.",
            "Trang “{awards}”: số tập thể, cá nhân được khen thưởng; tổng số và dòng Cộng tự tính.",
            "Tổng điểm của từng nội dung và tổng điểm tự tính; không ghi đè.",
        ),
    ),
    (
        "2. Ghi số liệu",
        (
            "Mỗi ô chỉ ghi số, không ghi đơn vị tính. Đơn vị tính ghi ở cột “Đơn vị tính” của dòng đó.",
            "Số liệu tính bằng phần trăm thì ghi số phần trăm, không gõ dấu %: 97 phẩy 5 phần trăm ghi 97,5.",
            "Chưa có số liệu thì để trống, không ghi 0: để trống là chưa báo cáo, 0 là kết quả bằng 0.",
            "Không dùng công thức lấy số từ tệp khác; chép số vào (Paste Values).",
            "Cột “Tự chấm”: số điểm đơn vị tự chấm cho từng tiêu chí.",
        ),
    ),
    (
        "3. Tài liệu kiểm chứng",
        (
            "Mỗi tài liệu một dòng: số, ký hiệu; ngày; cơ quan ban hành; tên tệp gửi kèm. Dòng đã in sẵn tên tài liệu "
            "mà không ghi gì thêm là chưa có tài liệu đó.",
            "Nhiều tài liệu hơn số dòng thì chèn thêm dòng ngay dưới tiêu chí đó.",
            "Tên tệp ghi theo thư mục hồ sơ, dùng dấu “/”, ví dụ: {folder}/quyet-dinh.pdf",
            "!Tài liệu có thể thuộc bí mật nhà nước (quốc phòng, an ninh, tổ chức cán bộ, kỷ luật Đảng): chỉ ghi số và "
            "ngày, không ghi nội dung, không gửi tệp.",
            "Thiếu tài liệu thì giải trình ở cột cuối.",
        ),
    ),
    (
        "4. Gửi lại",
        (
            "Lưu đúng dạng .xlsx (hoặc .ods), không đặt mật khẩu, không thêm macro. Không đổi dòng tiêu đề cột, không "
            "xóa cột, không xóa trang ẩn: chương trình nhận ra tiêu chí nhờ chúng.",
            "In trang “{scores}” và “{awards}” trên giấy A4 để ký; chữ ghi dài bị che thì kéo cao dòng trước khi in. "
            "Tệp gửi kèm văn bản của đơn vị.",
        ),
    ),
)
"""Chapters and their lines; a line that begins with ``!`` stands out."""
