"""Words of the self-score workbook: its sheets, its columns, the answers to choose from."""

from collections.abc import Mapping

from thidua.vocabulary.term import Term

FORM_LISTS: Mapping[str, tuple[Term, ...]] = {
    "form_column": (
        Term("row_id", "mã dòng", "mã để máy nhận ra dòng khi đọc lại; không sửa"),
        Term("document_id", "mã tài liệu", "mã để máy nhận ra tài liệu thang điểm yêu cầu; không sửa"),
        Term("number", "số mục", "số mục trong thang điểm"),
        Term("name", "nội dung, tiêu chí, số liệu", "tên nội dung, tiêu chí, thành phần hoặc số liệu"),
        Term("standard_points", "điểm chuẩn", "điểm cao nhất khi chưa kể điểm thưởng"),
        Term("measure", "đơn vị tính", "đơn vị tính của số liệu trong dòng"),
        Term("target", "kế hoạch", "chỉ tiêu được giao"),
        Term("actual", "thực hiện", "kết quả thực hiện"),
        Term("last_year", "năm trước", "kết quả năm trước"),
        Term("other", "số lượng, số liệu khác", "số kết quả, vụ việc, điểm đã chấm, số liệu có tên riêng"),
        Term("level", "mức, đạt", "mức xếp loại; đạt hoặc không đạt"),
        Term("self_points", "tự chấm", "điểm đơn vị tự chấm"),
        Term("evidence", "tài liệu kiểm chứng", "tên tài liệu; mỗi tài liệu một dòng"),
        Term("document_number", "số, ký hiệu", "số, ký hiệu của tài liệu"),
        Term("document_date", "ngày", "ngày của tài liệu"),
        Term("issuer", "cơ quan ban hành", "cơ quan ban hành tài liệu"),
        Term("file", "tệp", "tên tệp gửi kèm"),
        Term("explanation", "giải trình", "giải trình của đơn vị"),
    ),
    "award_column": (
        Term("row_id", "mã dòng", "mã để máy nhận ra dòng khi đọc lại; không sửa"),
        Term("number", "STT", "số thứ tự"),
        Term("award", "danh hiệu, hình thức khen thưởng", "danh hiệu thi đua, hình thức khen thưởng"),
        Term("total", "tổng số", "tập thể cộng cá nhân"),
        Term("collectives", "tập thể", "số tập thể được khen thưởng"),
        Term("persons", "cá nhân", "số cá nhân được khen thưởng"),
        Term("note", "ghi chú", "ghi chú của đơn vị"),
    ),
    "form_sheet": (
        Term("guide", "Hướng dẫn", "trang hướng dẫn ghi biểu"),
        Term("scores", "Tự chấm điểm", "trang tự chấm điểm"),
        Term("awards", "Tổng hợp khen thưởng", "trang tổng hợp kết quả khen thưởng"),
        Term("identity", "_thidua", "trang ẩn ghi thang điểm, đơn vị và các danh sách chọn"),
    ),
    "passed": (
        Term("yes", "Đạt", "đơn vị đạt"),
        Term("no", "Không đạt", "đơn vị không đạt"),
    ),
}
