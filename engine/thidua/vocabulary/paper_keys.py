"""The keys that say what stands at the head and the end of a period's papers."""

from collections.abc import Mapping

from thidua.vocabulary.term import Term

PAPER_GROUPS: Mapping[str, tuple[Term, ...]] = {
    "Thể thức văn bản": (
        Term("paper_form", "thể thức văn bản", "điều in ở đầu và cuối văn bản Word của đợt; không ghi thì để trống"),
        Term("symbol", "ký hiệu", "phần của cơ quan ban hành trong ký hiệu: ghi CĐNB thì báo cáo in …/BC-CĐNB"),
        Term("place_of_issue", "nơi ban hành", "địa danh ghi trước ngày, tháng, năm"),
        Term("reports_to", "báo cáo gửi", "nơi nhận báo cáo kết quả thẩm định (Kính gửi)"),
        Term("submits_to", "tờ trình gửi", "nơi nhận tờ trình đề nghị khen thưởng (Kính gửi)"),
        Term("paper_recipients", "nơi nhận", "các dòng của mục Nơi nhận, dòng cuối là Lưu"),
        Term("signatory", "người ký", "người ký văn bản của Cụm"),
        Term("deputy_signatory", "cụm phó ký", "người ký thay mặt đơn vị Cụm phó ở báo cáo thẩm định"),
        Term("titles", "chức vụ", "các dòng chức vụ in trên chữ ký"),
        Term("full_name", "họ tên", "họ và tên người ký; không ghi thì để trống"),
    ),
}
