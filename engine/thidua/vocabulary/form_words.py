"""Words of workbooks: their sheets, their columns, the answers to choose from."""

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
    "scale_sheet": (
        Term("guide", "Hướng dẫn", "trang hướng dẫn sửa thang điểm"),
        Term("general", "Thông tin chung", "tên, năm, thời gian, tổng điểm, cách làm tròn"),
        Term("criteria", "Tiêu chí", "nội dung, tiêu chí, thành phần, mỗi mục một dòng"),
        Term("terms", "Mức điểm", "các mức của cách chấm, mỗi mức một dòng"),
        Term("evidence", "Tài liệu kiểm chứng", "tài liệu mà từng tiêu chí yêu cầu"),
        Term("figures", "Số liệu", "số liệu có tên gọi, đơn vị tính riêng"),
        Term("evidence_types", "Loại tài liệu", "tài liệu dùng chung của nhiều tiêu chí"),
        Term("classes", "Xếp loại", "các loại của kết quả theo tổng điểm"),
        Term("identity", "_thidua", "trang ẩn ghi thang điểm và các danh sách chọn"),
    ),
    "scale_column": (
        Term("row_key", "mã dòng", "mã để máy nhận ra dòng khi đọc lại; không sửa"),
        Term("entry", "mục", "mục của thang điểm"),
        Term("value", "giá trị", "điểm, tỷ lệ, ngày hoặc lựa chọn của mục"),
        Term("row_kind", "loại dòng", "nội dung, tiêu chí hay thành phần"),
        Term("inside", "thuộc", "mã của nội dung hoặc tiêu chí chứa dòng này"),
        Term("owner", "mã tiêu chí", "mã tiêu chí; của thành phần: mã tiêu chí/mã thành phần"),
        Term("owner_name", "tên tiêu chí", "chỉ để xem; sửa tên ở trang Tiêu chí"),
        Term("item_id", "mã, hạng", "mã của khoản cộng, khoản trừ; số của hạng"),
        Term("item_name", "tên, loại", "tên của khoản, của loại, của người chấm"),
        Term("range_from", "giới hạn từ", "số liệu thấp hơn mức này thì phải làm rõ"),
        Term("range_to", "giới hạn đến", "số liệu cao hơn mức này thì phải làm rõ"),
        Term("full_name", "tên đầy đủ", "chỉ để xem; sửa ở trang Loại tài liệu"),
        Term("figure_id", "số liệu", "kế hoạch, thực hiện, năm trước, số lượng …"),
    ),
    "scale_row": (
        Term("section", "nội dung", "một nội dung (phần) của thang điểm"),
        Term("criterion", "tiêu chí", "một tiêu chí"),
        Term("part", "thành phần", "một thành phần của tiêu chí chấm theo thành phần"),
    ),
}
