"""The words of every closed list: Vietnamese word, identifier, meaning."""

from collections.abc import Mapping

from thidua.vocabulary.term import Term

LISTS: Mapping[str, tuple[Term, ...]] = {
    "file_type": (
        Term("scale", "thang điểm", "bảng tiêu chí và thang điểm"),
        Term("comments", "ý kiến góp ý thang điểm", "ý kiến về dự thảo thang điểm, việc tiếp thu, giải trình"),
        Term("period", "đợt chấm điểm", "một lần chấm điểm của Cụm"),
        Term("dossier", "hồ sơ tự chấm điểm", "số liệu và điểm tự chấm của một đơn vị"),
        Term("adjustments", "điều chỉnh điểm", "điểm do Cụm thẩm định, thống nhất khác với điểm tính ra"),
        Term("registrations", "đăng ký thi đua", "việc đăng ký, ký giao ước thi đua của các đơn vị"),
        Term("violations", "vi phạm", "việc đang xem xét, đã kết luận đối với các đơn vị"),
        Term("ballots", "hội nghị, bỏ phiếu", "phiên họp, kết quả bỏ phiếu, kết luận của hội nghị"),
        Term("congress", "đại hội", "hội nghị của đơn vị, đại hội, đại biểu, đề cử"),
        Term("outline", "đề cương báo cáo", "các đề mục mà báo cáo của đơn vị phải có"),
        Term("cases", "trường hợp kiểm thử", "trường hợp do chuyên viên soạn để giữ đúng thang điểm"),
        Term("rules", "quy tắc kiểm tra, bình xét", "quy tắc nêu vấn đề, xét điều kiện, xếp hạng, đề nghị khen thưởng"),
        Term("rule_cases", "trường hợp kiểm thử quy tắc", "trường hợp do chuyên viên soạn để giữ đúng bộ quy tắc"),
    ),
    "yes_no": (Term("yes", "có", "đúng, có"), Term("no", "không", "không")),
    "state": (
        Term("assumed", "giả định", "mức điểm tự đặt để minh họa"),
        Term("draft", "dự thảo", "đang soạn"),
        Term("consultation", "lấy ý kiến", "đang lấy ý kiến các đơn vị"),
        Term("issued", "đã ban hành", "đã có văn bản ban hành"),
        Term("expired", "hết hiệu lực", "đã có văn bản khác thay thế"),
    ),
    "data_state": (
        Term("assumed", "giả định", "số liệu tự đặt để minh họa"),
        Term("real", "thật", "số liệu có nguồn công bố"),
    ),
    "stage": (
        Term("self", "tự chấm", "điểm theo số liệu đơn vị tự báo cáo"),
        Term("verified", "thẩm định", "Cụm trưởng, Cụm phó đã thẩm định"),
        Term("agreed", "thống nhất", "Hội nghị trù bị đã thống nhất"),
        Term("adopted", "thông qua", "Hội nghị chính thức đã thông qua"),
    ),
    "adjusted_at": (
        Term("verified", "thẩm định", "Cụm trưởng, Cụm phó thẩm định"),
        Term("agreed", "thống nhất", "Hội nghị trù bị thống nhất"),
    ),
    "rounding_at": (
        Term("criterion", "tiêu chí", "làm tròn điểm của từng tiêu chí"),
        Term("total", "tổng điểm", "chỉ làm tròn tổng điểm"),
    ),
    "not_applicable_mode": (
        Term("convert", "quy đổi theo điểm còn lại", "bỏ tiêu chí khỏi cả hai tổng rồi quy đổi"),
        Term("full_points", "tính đủ điểm chuẩn", "đơn vị được đủ điểm chuẩn của tiêu chí"),
    ),
    "when_evidence_missing": (
        Term("no_points", "không tính điểm", "tiêu chí được 0 điểm"),
        Term("provisional", "tạm tính điểm", "tạm tính điểm theo số liệu, chờ tài liệu"),
        Term("pending", "chờ bổ sung, giải trình", "chưa có điểm cho đến khi bổ sung"),
    ),
    "method": (
        Term("completion_rate", "theo tỷ lệ hoàn thành", "thực hiện chia cho kế hoạch"),
        Term("bands", "theo mức đạt", "mỗi khoảng của đại lượng có một số điểm"),
        Term("leader_anchored", "so với đơn vị cao nhất", "đơn vị vượt chỉ tiêu cao nhất được điểm chuẩn"),
        Term("by_rank", "theo thứ hạng", "điểm theo thứ hạng trong Cụm"),
        Term("pass_fail", "đạt - không đạt", "đạt được điểm chuẩn, không đạt được 0"),
        Term("given_points", "nhập điểm đã chấm", "điểm do cơ quan khác chấm"),
        Term("per_piece", "theo số lượng", "mỗi kết quả được một số điểm, có trần"),
        Term("bonus_penalty", "điểm cộng, điểm trừ", "cộng, trừ theo từng vụ việc"),
        Term("graded", "theo mức xếp loại", "mỗi loại được một phần điểm chuẩn"),
        Term("parts", "theo tiêu chí thành phần", "tổng điểm của các thành phần"),
        Term("fixed_bonus", "điểm thưởng", "mức thưởng cố định cho danh hiệu, hình thức khen thưởng"),
        Term("formula", "theo công thức", "công thức trên các số liệu"),
    ),
    "part_of_percent": (
        Term("in_proportion", "tính theo tỷ lệ", "0,5% thiếu thì trừ một nửa"),
        Term("not_counted", "không tính", "chưa đủ 1% thì không tính"),
        Term("counted_whole", "tính tròn 1%", "chưa đủ 1% cũng tính là 1%"),
    ),
    "quantity": (
        Term("completion_rate", "tỷ lệ hoàn thành", "thực hiện ÷ kế hoạch, viết bằng %"),
        Term("actual", "thực hiện", "kết quả thực hiện"),
        Term("difference", "chênh lệch so với kế hoạch", "thực hiện − kế hoạch, theo đơn vị tính của số liệu"),
        Term("growth", "tăng so với năm trước", "thực hiện ÷ năm trước − 1, viết bằng %"),
        Term("count", "số lượng", "số kết quả"),
    ),
    "passed_when": (
        Term("declared", "đơn vị báo cáo đạt", "hồ sơ ghi đạt: có"),
        Term("actual_reaches_target", "thực hiện từ kế hoạch trở lên", "thực hiện ≥ kế hoạch"),
        Term("actual_within_target", "thực hiện không quá kế hoạch", "thực hiện ≤ kế hoạch"),
        Term("actual_above_last_year", "thực hiện cao hơn năm trước", "thực hiện > năm trước"),
        Term("actual_below_last_year", "thực hiện thấp hơn năm trước", "thực hiện < năm trước"),
    ),
    "combine_givers": (
        Term("mean", "trung bình cộng", "trung bình của tất cả người chấm"),
        Term(
            "trimmed_mean",
            "trung bình cộng sau khi bỏ điểm cao nhất, thấp nhất",
            "bỏ một điểm cao nhất và một điểm thấp nhất rồi lấy trung bình",
        ),
    ),
    "without_target": (
        Term("own_group", "xếp nhóm riêng", "so với đơn vị cao nhất trong nhóm không được giao chỉ tiêu"),
        Term("not_scored", "không chấm điểm", "tiêu chí không áp dụng cho đơn vị"),
    ),
    "first_is": (
        Term("highest", "số liệu cao nhất", "cao nhất xếp thứ nhất"),
        Term("lowest", "số liệu thấp nhất", "thấp nhất xếp thứ nhất"),
    ),
    "when_tied": (
        Term("higher_rank", "cùng hưởng điểm của hạng cao", "hai đơn vị đồng hạng nhất cùng hưởng điểm hạng nhất"),
        Term(
            "mean_of_ranks",
            "hưởng trung bình cộng điểm các hạng",
            "hai đơn vị đồng hạng nhất hưởng trung bình hạng 1 và 2",
        ),
    ),
    "figure": (
        Term("target", "kế hoạch", "chỉ tiêu được giao"),
        Term("actual", "thực hiện", "kết quả thực hiện"),
        Term("last_year", "năm trước", "kết quả năm trước"),
        Term("count", "số lượng", "số kết quả, sản phẩm, vụ việc"),
        Term("achieved", "đạt", "có hoặc không"),
        Term("level", "mức", "mức xếp loại"),
        Term("given_points", "điểm đã chấm", "điểm do đơn vị chấm điểm cho"),
    ),
    "source_state": (
        Term("received", "đã có", "đã nhận được số liệu"),
        Term("pending", "đang chờ", "chưa nhận được số liệu"),
    ),
    "delimiter": (
        Term("semicolon", "chấm phẩy", ";"),
        Term("comma", "phẩy", ","),
        Term("tab", "tab", "phím Tab"),
    ),
    "number_style": (
        Term("plain", "không có dấu ngăn hàng nghìn", "1234567,8"),
        Term("dot_thousands", "dấu chấm hàng nghìn", "1.234.567,8"),
        Term("comma_thousands", "dấu phẩy hàng nghìn", "1,234,567.8"),
    ),
    "evidence_state": (
        Term("complete", "đủ", "có đủ tài liệu kiểm chứng"),
        Term("missing", "thiếu", "thiếu tài liệu kiểm chứng"),
    ),
    "status": (
        Term("scored", "đã chấm", "đã có điểm"),
        Term("no_evidence", "không tính điểm do thiếu tài liệu", "0 điểm vì thiếu tài liệu kiểm chứng"),
        Term("provisional", "tạm tính điểm", "có điểm, còn chờ tài liệu kiểm chứng"),
        Term("pending_evidence", "chờ bổ sung tài liệu", "chưa có điểm, chờ tài liệu kiểm chứng"),
        Term("not_reported", "chưa báo cáo", "chưa có số liệu để chấm"),
        Term("pending_source", "chờ nguồn ngoài", "chờ số liệu, điểm của cơ quan khác"),
        Term("disputed", "chưa thống nhất", "điểm thẩm định và điểm tính ra còn khác nhau"),
        Term("not_applicable", "không áp dụng", "tiêu chí không áp dụng cho đơn vị"),
    ),
    "unit_state": (
        Term("scored", "đã chấm", "đã chấm điểm"),
        Term("missing_dossier", "chưa có hồ sơ", "chưa nhận được hồ sơ tự chấm điểm"),
        Term("unscorable", "chưa chấm được", "hồ sơ có lỗi, phải sửa trước khi chấm"),
    ),
    "level": (
        Term("note", "để biết", "nêu để biết, không phải trả lời"),
        Term("explain", "cần giải trình, bổ sung", "đơn vị phải giải trình hoặc bổ sung"),
        Term("blocking", "phải xử lý trước khi thống nhất điểm", "còn vấn đề này thì chưa thống nhất điểm"),
    ),
    "action": (
        Term("raise_finding", "nêu vấn đề", "nêu một vấn đề cần làm rõ"),
        Term("points_not_agreed", "chưa thống nhất điểm", "nêu một vấn đề phải xử lý trước khi thống nhất điểm"),
        Term("suspend", "chưa xét", "chưa xét đơn vị cho đến khi hết nguyên nhân"),
        Term("exclude", "không xét", "không xét đơn vị trong đợt này"),
    ),
    "answered_by": (
        Term("unit", "đơn vị", "đơn vị được nêu phải giải trình, bổ sung"),
        Term("supplier", "nơi cung cấp số liệu", "cơ quan cung cấp số liệu, điểm phải bổ sung"),
        Term("head", "cụm trưởng, cụm phó", "người thẩm định xử lý"),
        Term("conference", "hội nghị", "hội nghị xem xét, thống nhất"),
    ),
    "eligibility": (
        Term("eligible", "đủ điều kiện bình xét", "không có quy tắc nào cản trở"),
        Term("suspended", "chưa xét", "chưa xét cho đến khi hết nguyên nhân"),
        Term("excluded", "không xét", "không xét trong đợt này"),
    ),
    "operator": (
        Term("equals", "bằng", "bằng nhau", ("=",)),
        Term("differs", "khác", "khác nhau; cả hai phải có giá trị", ("!=", "≠")),
        Term("greater", "lớn hơn", "lớn hơn; với ngày là sau ngày đó", ("sau", "sau ngày", ">")),
        Term("less", "nhỏ hơn", "nhỏ hơn; với ngày là trước ngày đó", ("trước", "trước ngày", "<")),
        Term("at_least", "không nhỏ hơn", "lớn hơn hoặc bằng", ("từ", "lớn hơn hoặc bằng", ">=", "≥")),
        Term("at_most", "không lớn hơn", "nhỏ hơn hoặc bằng", ("không quá", "nhỏ hơn hoặc bằng", "<=", "≤")),
        Term("one_of", "là một trong", "bằng một trong các giá trị kê ra"),
    ),
    "ranked_by": (Term("total", "tổng điểm", "tổng điểm cao hơn thì xếp trước"),),
    "tie_by": (
        Term("conference", "ý kiến thống nhất của hội nghị", "thứ tự do hội nghị thống nhất, ghi trong tệp bỏ phiếu"),
    ),
    "rule_result": (
        Term("fires", "có nêu", "quy tắc phải nêu vấn đề"),
        Term("silent", "không nêu", "quy tắc không được nêu vấn đề"),
    ),
    "file_state": (
        Term("found", "có", "có tệp và mở được"),
        Term("missing", "không có", "hồ sơ ghi tên tệp nhưng không có tệp"),
        Term("unreadable", "không đọc được", "có tệp nhưng rỗng, hỏng hoặc không đúng loại"),
    ),
    "agreement": (
        Term("agrees", "khớp", "hai số bằng nhau"),
        Term("differs", "không khớp", "hai số khác nhau"),
        Term("absent", "văn bản không có", "hồ sơ có số liệu nhưng văn bản không có"),
    ),
    "recheck_result": (
        Term("done", "đã thực hiện", "phúc tra thấy đã thực hiện"),
        Term("partly_done", "thực hiện một phần", "phúc tra thấy mới thực hiện một phần"),
        Term("not_done", "chưa thực hiện", "phúc tra thấy chưa thực hiện"),
        Term("not_rechecked", "chưa phúc tra", "chưa có kết quả phúc tra; cũng là khi không ghi kết quả"),
    ),
    "target_agreement": (
        Term("agrees", "khớp", "chỉ tiêu trong hồ sơ bằng chỉ tiêu đã đăng ký"),
        Term("differs", "không khớp", "chỉ tiêu trong hồ sơ khác chỉ tiêu đã đăng ký"),
        Term("absent", "hồ sơ không có", "đã đăng ký nhưng hồ sơ không ghi chỉ tiêu này"),
    ),
    "violation_kind": (
        Term("discipline", "kỷ luật", "xem xét kỷ luật hoặc đã kỷ luật"),
        Term("investigation", "điều tra", "đang bị điều tra"),
        Term("inspection", "thanh tra, kiểm tra", "thanh tra, kiểm tra khi có dấu hiệu vi phạm"),
        Term("complaint", "khiếu nại, tố cáo", "có đơn khiếu nại, tố cáo đang được giải quyết"),
        Term("press_report", "báo chí nêu", "báo chí nêu tiêu cực, tham nhũng đang được xác minh"),
        Term("false_declaration", "kê khai gian dối", "kê khai sai sự thật để được khen thưởng"),
        Term("other", "việc khác", "việc khác, nêu ở nội dung"),
    ),
    "violation_state": (
        Term("under_review", "đang xem xét", "chưa có kết luận"),
        Term("confirmed", "kết luận có vi phạm", "đã kết luận có vi phạm"),
        Term("cleared", "kết luận không vi phạm", "đã kết luận không vi phạm"),
    ),
    "answer": (
        Term("accepted", "tiếp thu", "sửa dự thảo theo ý kiến"),
        Term("accepted_in_part", "tiếp thu một phần", "sửa một phần, phần còn lại nêu lý do"),
        Term("explained", "giải trình", "giữ nguyên dự thảo, nêu lý do"),
    ),
    "session_kind": (
        Term("preparatory", "trù bị", "phiên thống nhất điểm, xếp hạng"),
        Term("official", "chính thức", "phiên thông qua, công bố kết quả"),
    ),
    "ballot_about": (
        Term("leading_unit", "suy tôn đơn vị dẫn đầu", "đề nghị tặng Cờ thi đua của Chính phủ"),
        Term("second_unit", "đề nghị đơn vị xếp thứ Nhì", "đề nghị tặng Bằng khen của Thủ tướng Chính phủ"),
        Term("next_head", "cụm trưởng năm sau", "bầu Cụm trưởng năm sau"),
        Term("next_deputy", "cụm phó năm sau", "bầu Cụm phó năm sau"),
    ),
    "heading_state": (
        Term("found", "có", "báo cáo có đề mục này, có nội dung"),
        Term("missing", "thiếu", "báo cáo không có đề mục này"),
        Term("empty", "trống", "có đề mục nhưng không có nội dung"),
        Term("out_of_order", "sai thứ tự", "có đề mục nhưng không đúng chỗ theo đề cương"),
    ),
    "award_row_state": (
        Term("agrees", "khớp", "tổng số đúng bằng tập thể cộng cá nhân"),
        Term("differs", "không khớp", "tổng số khác tập thể cộng cá nhân"),
        Term("missing", "thiếu dòng", "bảng không có dòng này"),
        Term("unreadable", "không đọc được", "có ô không phải là số đếm"),
    ),
    "event_kind": (
        Term("unit_conference", "hội nghị của đơn vị", "hội nghị do một đơn vị tổ chức"),
        Term("congress", "đại hội", "đại hội chung"),
    ),
    "nominee_kind": (
        Term("person", "cá nhân", "một người"),
        Term("group", "tập thể", "một cơ quan, đơn vị, tổ, đội"),
    ),
    "achievement_scope": (
        Term("local", "cơ sở", "trong đơn vị, địa phương"),
        Term("provincial", "tỉnh", "trong phạm vi tỉnh"),
        Term("national", "toàn quốc", "trong phạm vi toàn quốc"),
    ),
    "scoped_title": (
        Term("provincial", "Chiến sĩ thi đua cấp tỉnh", "thành tích, sáng kiến trong phạm vi tỉnh"),
        Term("national", "Chiến sĩ thi đua toàn quốc", "thành tích, sáng kiến trong phạm vi toàn quốc"),
    ),
}
