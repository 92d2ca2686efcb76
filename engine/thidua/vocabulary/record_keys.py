"""Every key of the files of what people did beside the points: comments on a draft, registrations, violations, sessions
and ballots."""

from collections.abc import Mapping

from thidua.vocabulary.term import Term

RECORD_GROUPS: Mapping[str, tuple[Term, ...]] = {
    "Lấy ý kiến thang điểm": (
        Term("opened_on", "lấy ý kiến từ ngày", "ngày gửi dự thảo thang điểm lấy ý kiến"),
        Term("closed_on", "đến hết ngày", "ngày cuối nhận ý kiến, tính cả ngày này"),
        Term("asked_units", "đơn vị được hỏi", "tên các đơn vị được gửi dự thảo để cho ý kiến"),
        Term("agreeing_units", "đơn vị nhất trí", "các đơn vị nhất trí với dự thảo, không có ý kiến gì khác"),
        Term("comments", "ý kiến", "các ý kiến góp ý và việc tiếp thu, giải trình từng ý kiến"),
        Term("commented_on", "ngày", "ngày của ý kiến"),
        Term("comment", "nội dung", "nội dung ý kiến góp ý"),
        Term("answer", "trả lời", "tiếp thu, tiếp thu một phần hay giải trình; không ghi khi chưa trả lời"),
        Term("answer_text", "nội dung trả lời", "đã sửa dự thảo thế nào, hoặc lý do giữ nguyên"),
        Term("answered_on", "ngày trả lời", "ngày trả lời ý kiến"),
    ),
    "Đăng ký thi đua": (
        Term("registrations", "đăng ký", "việc đăng ký, ký giao ước của từng đơn vị; đơn vị không có ở đây là chưa"),
        Term("registered_on", "ngày đăng ký", "ngày đăng ký thi đua; không ghi là chưa đăng ký"),
        Term("signed_on", "ngày ký giao ước", "ngày ký giao ước thi đua; không ghi là chưa ký"),
        Term("registered_titles", "danh hiệu đăng ký", "các danh hiệu, hình thức khen thưởng mà đơn vị đăng ký"),
        Term("registered_contents", "nội dung đăng ký", "các nội dung đơn vị đăng ký thực hiện, làm cơ sở phúc tra"),
        Term("recheck_result", "kết quả phúc tra", "nội dung đã thực hiện đến đâu; không ghi là chưa phúc tra"),
        Term("rechecked_on", "ngày phúc tra", "ngày phúc tra nội dung này"),
        Term("registered_targets", "chỉ tiêu đăng ký", "các chỉ tiêu đơn vị đăng ký, theo tiêu chí của thang điểm"),
        Term("registered_value", "chỉ tiêu", "chỉ tiêu đã đăng ký, cùng đơn vị tính với số liệu của tiêu chí"),
        Term("half_year", "thực hiện 6 tháng", "kết quả thực hiện chỉ tiêu này sau 6 tháng đầu năm"),
        Term("recorded_in", "văn bản", "văn bản, biên bản ghi nhận việc này"),
    ),
    "Vi phạm": (
        Term("violations", "vi phạm", "các việc đang xem xét hoặc đã kết luận đối với đơn vị"),
        Term("violation_kind", "loại việc", "kỷ luật, thanh tra, khiếu nại …"),
        Term("violation_state", "tình trạng", "đang xem xét hay đã kết luận"),
        Term("matter", "nội dung", "nội dung vụ việc"),
        Term("began_on", "từ ngày", "ngày bắt đầu xem xét"),
        Term("ended_on", "đến ngày", "ngày kết luận; không ghi khi đang xem xét"),
    ),
    "Hội nghị, bỏ phiếu": (
        Term("sessions", "phiên họp", "các phiên họp của hội nghị đã ghi biên bản"),
        Term("session_kind", "loại phiên", "trù bị hay chính thức"),
        Term("held_on", "ngày họp", "ngày họp"),
        Term("venue", "địa điểm", "nơi họp"),
        Term("summoned", "số triệu tập", "số người được triệu tập"),
        Term("present", "số có mặt", "số người có mặt"),
        Term("chair", "chủ trì", "người, đơn vị chủ trì phiên họp"),
        Term("secretary", "thư ký", "người, đơn vị ghi biên bản"),
        Term("ballots", "bỏ phiếu", "kết quả từng lần bỏ phiếu cho một đơn vị"),
        Term("about", "về việc", "việc được bỏ phiếu"),
        Term("voted_on", "ngày", "ngày bỏ phiếu"),
        Term("total_members", "tổng số thành viên", "tổng số người có quyền bỏ phiếu, kể cả vắng mặt"),
        Term("issued", "phiếu phát ra", "số phiếu phát ra"),
        Term("collected", "phiếu thu về", "số phiếu thu về"),
        Term("valid", "phiếu hợp lệ", "số phiếu hợp lệ"),
        Term("agreed", "phiếu đồng ý", "số phiếu đồng ý"),
        Term("conclusions", "kết luận của hội nghị", "thứ hạng mà hội nghị quyết định, có thể khác thứ hạng theo điểm"),
        Term("concluded_on", "ngày", "ngày hội nghị kết luận"),
    ),
}
