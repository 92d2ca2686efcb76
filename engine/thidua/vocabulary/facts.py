"""The kinds of facts that rules speak of, with their fields: Vietnamese term, identifier, type, meaning.

A field's type says what its values are and how a rule writes them:

``text``         compared letter by letter (NFC)
``unit``         the id of a member unit; messages show its name
``criterion``    the id of a criterion; messages show its number and name
``points``       points, kept as whole ten-thousandths
``percent``      a share, kept as whole millionths
``whole``        a whole number
``day``          a day, kept as its ordinal (1 is 01/01/0001)
``yes_no``       có, không
``word:LIST``    a word of a closed list
``shown``        a text for messages only: nothing may be compared with it
``key``          a text for joins only: made to be compared, not to be read
"""

from collections.abc import Mapping
from types import MappingProxyType

from thidua.vocabulary.fact_terms import FactKind
from thidua.vocabulary.fact_terms import field as _field
from thidua.vocabulary.report_facts import REPORT_KINDS
from thidua.vocabulary.term import Term

_UNIT = _field("unit", "đơn vị", "unit", "đơn vị thành viên")
_CRITERION = _field("criterion", "tiêu chí", "criterion", "tiêu chí của thang điểm")
_DEADLINE = _field("deadline", "thời hạn", "text", "mã thời hạn trong đợt chấm điểm")
_DEADLINE_NAME = _field("deadline_name", "tên thời hạn", "shown", "tên thời hạn")
_IS_PAST = _field("is_past", "đã hết hạn", "yes_no", "có: ngày xét đã qua ngày cuối của thời hạn")
_FIGURE = _field("figure", "tên số liệu", "text", "kế hoạch, thực hiện, năm trước …")

KINDS: tuple[FactKind, ...] = (
    FactKind(
        Term("unit", "đơn vị", "một đơn vị thành viên và tổng điểm của đơn vị đó"),
        (
            _UNIT,
            _field("unit_state", "trạng thái", "word:unit_state", "đã chấm, chưa có hồ sơ hay chưa chấm được"),
            _field("total", "tổng điểm", "points", "tổng các điểm đã có; không có khi chưa chấm được"),
            _field("self_total", "tổng tự chấm", "points", "tổng điểm đơn vị tự chấm"),
            _field("open_count", "số tiêu chí còn chờ", "whole", "số tiêu chí mà điểm còn có thể thay đổi"),
            _field("is_head", "là cụm trưởng", "yes_no", "đơn vị là Cụm trưởng"),
            _field("is_deputy", "là cụm phó", "yes_no", "đơn vị là Cụm phó"),
        ),
    ),
    FactKind(
        Term("criterion_result", "kết quả tiêu chí", "điểm của một tiêu chí cho một đơn vị"),
        (
            _UNIT,
            _CRITERION,
            _field("section", "nội dung", "text", "mã nội dung chứa tiêu chí"),
            _field("status", "trạng thái", "word:status", "trạng thái của kết quả"),
            _field("points", "điểm", "points", "điểm đang tính vào tổng; không có khi còn chờ"),
            _field("computed", "điểm tính ra", "points", "điểm tính từ số liệu, trước khi điều chỉnh"),
            _field("self_points", "điểm tự chấm", "points", "điểm đơn vị tự chấm"),
            _field("self_difference", "chênh lệch tự chấm", "points", "điểm tự chấm trừ điểm đang tính"),
            _field("standard_points", "điểm chuẩn", "points", "điểm chuẩn của tiêu chí"),
            _field("ceiling", "điểm cao nhất", "points", "điểm chuẩn cộng điểm thưởng không quá"),
            _field("verified_points", "điểm thẩm định", "points", "điểm Cụm trưởng, Cụm phó thẩm định"),
            _field("agreed_points", "điểm thống nhất", "points", "điểm Hội nghị trù bị thống nhất"),
            _field(
                "evidence_missing",
                "thiếu tài liệu kiểm chứng",
                "yes_no",
                "có: còn thiếu tài liệu mà thang điểm yêu cầu",
            ),
            _field("missing_documents", "tài liệu còn thiếu", "shown", "tên các tài liệu còn thiếu"),
            _field("has_explanation", "có giải trình", "yes_no", "đơn vị có ghi giải trình"),
            _field("has_reply", "có ý kiến khác", "yes_no", "đơn vị không đồng ý với điểm thẩm định"),
            _field("was_decided", "đã thẩm định", "yes_no", "có: đã có điểm thẩm định hoặc điểm thống nhất"),
            _field("given_points", "nơi khác chấm điểm", "yes_no", "có: điểm do cơ quan, hội đồng khác chấm"),
            _field(
                "depends_on_others",
                "phụ thuộc nơi khác",
                "yes_no",
                "có: điểm tính theo nguồn ngoài hoặc so với các đơn vị khác, đơn vị không tự tính hết được",
            ),
            _field("supplier", "đơn vị cung cấp", "shown", "cơ quan cung cấp số liệu, điểm"),
        ),
    ),
    FactKind(
        Term("evidence_item", "tài liệu kiểm chứng", "một tài liệu mà hồ sơ của đơn vị đã kê cho một tiêu chí"),
        (
            _UNIT,
            _CRITERION,
            _field("document", "tài liệu", "shown", "tên, số, ngày, nơi ban hành như hồ sơ ghi"),
            _field("evidence_type", "loại tài liệu", "text", "mã hoặc tên loại tài liệu trong thang điểm"),
            _field("for_figure", "cho số liệu", "word:figure", "số liệu mà tài liệu này chứng minh"),
            _field("document_date", "ngày", "day", "ngày của tài liệu"),
            _field(
                "reference",
                "số và nơi ban hành",
                "text",
                "số, ngày, nơi ban hành viết liền; không có khi thiếu số hoặc nơi ban hành",
            ),
            _field("has_number_or_date", "có số hoặc ngày", "yes_no", "hồ sơ ghi số hoặc ngày của tài liệu"),
            _field("file", "tệp", "shown", "đường dẫn tệp kèm theo"),
            _field("file_state", "tình trạng tệp", "word:file_state", "tệp kèm theo có, không có hay không đọc được"),
            _field("data_from", "số liệu từ ngày", "day", "ngày đầu của số liệu, theo nơi cung cấp"),
            _field("data_to", "số liệu đến hết ngày", "day", "ngày cuối của số liệu, theo nơi cung cấp"),
            _field("received", "ngày nhận hồ sơ", "day", "ngày Cụm trưởng nhận hồ sơ"),
        ),
    ),
    FactKind(
        Term("missing_document", "thiếu tài liệu", "một tài liệu mà thang điểm yêu cầu nhưng hồ sơ không kê"),
        (
            _UNIT,
            _CRITERION,
            _field("document", "tài liệu", "shown", "tên tài liệu còn thiếu"),
            _field("evidence_type", "loại tài liệu", "text", "mã hoặc tên loại tài liệu trong thang điểm"),
            _field("status", "trạng thái", "word:status", "trạng thái của kết quả"),
            _field("self_points", "điểm tự chấm", "points", "điểm đơn vị tự chấm"),
            _field("has_explanation", "có giải trình", "yes_no", "đơn vị có ghi giải trình"),
        ),
    ),
    FactKind(
        Term("figure", "số liệu", "một số liệu đã báo cáo của một tiêu chí"),
        (
            _UNIT,
            _CRITERION,
            _FIGURE,
            _field("value", "giá trị", "shown", "giá trị và đơn vị tính"),
            _field("limits", "giới hạn", "shown", "giới hạn số liệu của thang điểm"),
            _field("outside_limits", "ngoài giới hạn", "yes_no", "có: nằm ngoài giới hạn số liệu của thang điểm"),
            _field(
                "magnitude",
                "lệch bậc",
                "whole",
                "số chữ số lệch so với mức giữa của các đơn vị khác: 3 là lớn gấp khoảng 1000 lần, -2 là nhỏ hơn "
                "khoảng 100 lần; không có khi ít hơn ba đơn vị khác có số liệu",
            ),
            _field(
                "magnitude_to_target",
                "lệch bậc so với kế hoạch",
                "whole",
                "số chữ số lệch so với kế hoạch cùng tiêu chí",
            ),
            _field("has_others", "so sánh được", "yes_no", "có: ít nhất ba đơn vị khác có số liệu nên có mức giữa"),
            _field("middle", "mức giữa", "shown", "mức giữa (trung vị) của các đơn vị khác"),
        ),
    ),
    FactKind(
        Term("deadline", "thời hạn", "một thời hạn đối với một đơn vị"),
        (
            _UNIT,
            _DEADLINE,
            _DEADLINE_NAME,
            _field("last_day", "ngày cuối", "day", "ngày cuối còn đúng hạn"),
            _field("sent", "đã gửi", "yes_no", "có: đơn vị đã gửi ít nhất một tài liệu của thời hạn này"),
            _field("received", "ngày nhận", "day", "ngày nhận muộn nhất trong các tài liệu của thời hạn"),
            _field("late_days", "số ngày chậm", "whole", "số ngày nhận sau ngày cuối; 0 khi đúng hạn"),
            _field("overdue_days", "số ngày quá hạn", "whole", "số ngày từ ngày cuối đến ngày xét"),
            _IS_PAST,
        ),
    ),
    FactKind(
        Term("missing_paper", "thiếu giấy tờ phải gửi", "một tài liệu mà thời hạn yêu cầu nhưng chưa thấy trong hồ sơ"),
        (
            _UNIT,
            _DEADLINE,
            _DEADLINE_NAME,
            _field("paper", "tài liệu", "text", "tên tài liệu như thời hạn ghi"),
            _field("last_day", "ngày cuối", "day", "ngày cuối còn đúng hạn"),
            _IS_PAST,
        ),
    ),
    FactKind(
        Term("missing_recipient", "chưa gửi đến", "một nơi nhận mà thời hạn yêu cầu nhưng hồ sơ không ghi đã gửi"),
        (
            _UNIT,
            _DEADLINE,
            _DEADLINE_NAME,
            _field("recipient", "nơi nhận", "text", "nơi nhận như thời hạn ghi"),
            _field("last_day", "ngày cuối", "day", "ngày cuối còn đúng hạn"),
            _IS_PAST,
        ),
    ),
    FactKind(
        Term("source", "nguồn ngoài", "một nguồn số liệu, điểm của cơ quan khác"),
        (
            _field("source", "mã nguồn", "text", "mã nguồn ngoài trong đợt chấm điểm"),
            _field("name", "tên", "shown", "tên nguồn ngoài"),
            _field("supplier", "đơn vị cung cấp", "shown", "cơ quan cung cấp"),
            _field("source_state", "tình trạng", "word:source_state", "đã có hay đang chờ"),
            _field("criteria_count", "số tiêu chí", "whole", "số tiêu chí dùng nguồn này"),
        ),
    ),
    FactKind(
        Term("source_gap", "nguồn ngoài thiếu số liệu", "nguồn đã có nhưng thiếu số liệu của một đơn vị, một tiêu chí"),
        (
            _UNIT,
            _CRITERION,
            _field("source", "mã nguồn", "text", "mã nguồn ngoài trong đợt chấm điểm"),
            _field("name", "tên", "shown", "tên nguồn ngoài"),
            _field("supplier", "đơn vị cung cấp", "shown", "cơ quan cung cấp"),
        ),
    ),
    FactKind(
        Term("registration", "đăng ký thi đua", "việc đăng ký, ký giao ước thi đua của một đơn vị"),
        (
            _UNIT,
            _field("registered", "đã đăng ký", "yes_no", "có: đã gửi bản đăng ký thi đua"),
            _field("registered_on", "ngày đăng ký", "day", "ngày đăng ký thi đua"),
            _field("signed", "đã ký giao ước", "yes_no", "có: đã ký giao ước thi đua"),
            _field("signed_on", "ngày ký giao ước", "day", "ngày ký giao ước thi đua"),
            _field("has_contents", "có nội dung đăng ký", "yes_no", "có: bản đăng ký ghi nội dung cụ thể"),
            _field("has_targets", "có chỉ tiêu đăng ký", "yes_no", "có: bản đăng ký ghi chỉ tiêu cụ thể"),
            _field("has_titles", "có danh hiệu đăng ký", "yes_no", "có: bản đăng ký ghi danh hiệu, hình thức"),
            _field("recipients", "gửi đến", "shown", "các nơi mà bản đăng ký đã gửi đến"),
        ),
    ),
    FactKind(
        Term("registered_content", "nội dung đăng ký", "một nội dung mà đơn vị đã đăng ký thực hiện"),
        (
            _UNIT,
            _field("content", "mã nội dung", "text", "mã của nội dung trong tệp đăng ký"),
            _field("name", "tên", "shown", "tên nội dung"),
            _field(
                "recheck_result", "kết quả phúc tra", "word:recheck_result", "kết quả phúc tra, kể cả chưa phúc tra"
            ),
            _field("rechecked_on", "ngày phúc tra", "day", "ngày phúc tra"),
            _field("document", "văn bản", "shown", "văn bản ghi nhận kết quả phúc tra"),
        ),
    ),
    FactKind(
        Term("registered_target", "chỉ tiêu đăng ký", "một chỉ tiêu mà đơn vị đã đăng ký"),
        (
            _UNIT,
            _CRITERION,
            _FIGURE,
            _field(
                "agrees",
                "khớp",
                "word:target_agreement",
                "khớp, không khớp, hay hồ sơ không có chỉ tiêu này; không có giá trị khi chưa có hồ sơ hoặc chỉ "
                "tiêu lấy ở nguồn ngoài",
            ),
            _field("registered", "chỉ tiêu đăng ký", "shown", "chỉ tiêu đã đăng ký"),
            _field("reported", "chỉ tiêu trong hồ sơ", "shown", "chỉ tiêu ghi trong hồ sơ"),
            _field("has_half_year", "có số liệu 6 tháng", "yes_no", "có: đã ghi kết quả thực hiện 6 tháng"),
            _field("half_year", "thực hiện 6 tháng", "shown", "kết quả thực hiện 6 tháng"),
            _field("progress", "tiến độ 6 tháng", "percent", "thực hiện 6 tháng trên chỉ tiêu đăng ký"),
        ),
    ),
    FactKind(
        Term(
            "comparison",
            "đối chiếu số liệu",
            "một số liệu trong hồ sơ so với văn bản mà số liệu phải lấy theo (giao ước, nghị quyết, báo cáo)",
        ),
        (
            _UNIT,
            _CRITERION,
            _FIGURE,
            _field("reported", "số trong hồ sơ", "shown", "giá trị trong hồ sơ"),
            _field("compared", "số trong văn bản", "shown", "giá trị trong văn bản đối chiếu"),
            _field("document", "văn bản", "shown", "tên văn bản đối chiếu"),
            _field("comparison", "mã đối chiếu", "text", "mã của văn bản đối chiếu trong đợt chấm điểm"),
            _field("figure_kind", "loại số liệu", "word:figure", "số liệu được đối chiếu"),
            _field(
                "agrees",
                "khớp",
                "word:agreement",
                "khớp, không khớp, hay văn bản không có số này; không có giá trị khi hồ sơ chưa có số này",
            ),
        ),
    ),
    FactKind(
        Term("violation", "vi phạm", "một việc đang xem xét hoặc đã kết luận đối với một đơn vị"),
        (
            _UNIT,
            _field("violation_kind", "loại việc", "word:violation_kind", "kỷ luật, thanh tra, khiếu nại …"),
            _field("violation_state", "tình trạng", "word:violation_state", "đang xem xét hay đã kết luận"),
            _field("matter", "nội dung", "shown", "nội dung vụ việc như tệp ghi"),
            _field("began_on", "từ ngày", "day", "ngày bắt đầu xem xét"),
            _field("ended_on", "đến ngày", "day", "ngày kết luận"),
            _field("document", "văn bản", "shown", "văn bản ghi nhận"),
        ),
    ),
    FactKind(
        Term("session", "phiên họp", "một phiên họp của hội nghị đã ghi biên bản"),
        (
            _field("session_kind", "loại phiên", "word:session_kind", "trù bị hay chính thức"),
            _field("held_on", "ngày họp", "day", "ngày họp"),
            _field("summoned", "số triệu tập", "whole", "số người được triệu tập"),
            _field("present", "số có mặt", "whole", "số người có mặt"),
            _field("share_present", "tỷ lệ có mặt", "percent", "số có mặt trên số triệu tập"),
        ),
    ),
    FactKind(
        Term("ballot", "bỏ phiếu", "kết quả một lần bỏ phiếu đã ghi biên bản"),
        (
            _UNIT,
            _field("about", "về việc", "word:ballot_about", "việc được bỏ phiếu"),
            _field("total_members", "tổng số thành viên", "whole", "tổng số người có quyền bỏ phiếu, kể cả vắng mặt"),
            _field("issued", "phiếu phát ra", "whole", "số phiếu phát ra"),
            _field("collected", "phiếu thu về", "whole", "số phiếu thu về"),
            _field("valid", "phiếu hợp lệ", "whole", "số phiếu hợp lệ"),
            _field("agreed", "phiếu đồng ý", "whole", "số phiếu đồng ý"),
            _field("share_agreed", "tỷ lệ đồng ý", "percent", "số phiếu đồng ý trên tổng số thành viên"),
        ),
    ),
    *REPORT_KINDS,
    FactKind(
        Term("unit_conference", "hội nghị của đơn vị", "hội nghị của một đơn vị thành viên, kể cả khi chưa tổ chức"),
        (
            _UNIT,
            _field("held", "đã tổ chức", "yes_no", "có: đã ghi ngày tổ chức"),
            _field("held_on", "ngày", "day", "ngày tổ chức"),
            _field("session_count", "số buổi", "whole", "số buổi; không có khi không ghi"),
            _field("has_plan", "có kế hoạch riêng", "yes_no", "có: đơn vị có kế hoạch của mình"),
            _field("plan", "kế hoạch riêng", "shown", "kế hoạch của đơn vị"),
            _field("has_programme", "có chương trình", "yes_no", "có: đã ghi chương trình; không có khi chưa tổ chức"),
        ),
    ),
    FactKind(
        Term("missing_part", "nội dung chương trình còn thiếu", "một nội dung bắt buộc không có trong chương trình"),
        (
            _UNIT,
            _field("event_kind", "của", "word:event_kind", "hội nghị của đơn vị, hay đại hội (khi đó không có đơn vị)"),
            _field("part", "mã nội dung", "text", "mã của nội dung bắt buộc"),
            _field("part_name", "nội dung", "text", "tên của nội dung bắt buộc"),
        ),
    ),
    FactKind(
        Term("congress", "đại hội", "đại hội chung, kể cả khi chưa tổ chức"),
        (
            _field("held", "đã tổ chức", "yes_no", "có: đã ghi ngày tổ chức"),
            _field("held_on", "ngày", "day", "ngày tổ chức"),
            _field("session_count", "số buổi", "whole", "số buổi; không có khi không ghi"),
            _field("has_programme", "có chương trình", "yes_no", "có: đã ghi chương trình; không có khi chưa tổ chức"),
            _field("agreed_total", "tổng số đại biểu", "whole", "tổng số đại biểu đã thống nhất"),
            _field("has_agreed_total", "đã thống nhất số lượng", "yes_no", "có: đã ghi tổng số và văn bản thống nhất"),
            _field("allocated_total", "tổng phân bổ", "whole", "tổng số đã phân bổ; không có khi chưa phân bổ"),
            _field("delegate_total", "tổng số cử", "whole", "tổng số đại biểu các đơn vị đã cử; không có khi chưa cử"),
            _field("estimate_approved", "dự toán đã phê duyệt", "yes_no", "có: dự toán kinh phí đã được phê duyệt"),
            _field("estimate_on", "ngày phê duyệt dự toán", "day", "ngày phê duyệt dự toán"),
            _field("estimate", "văn bản phê duyệt dự toán", "shown", "văn bản và người phê duyệt"),
        ),
    ),
    FactKind(
        Term("allocation", "phân bổ đại biểu", "số đại biểu phân bổ cho một đơn vị và số đơn vị đã cử"),
        (
            _UNIT,
            _field("allocated", "đã phân bổ", "yes_no", "có: đơn vị có trong danh sách phân bổ"),
            _field("seats", "số phân bổ", "whole", "số đại biểu được phân bổ"),
            _field("named", "đã cử", "yes_no", "có: đơn vị đã báo số đại biểu"),
            _field("delegates", "số cử", "whole", "số đại biểu đơn vị đã cử"),
        ),
    ),
    FactKind(
        Term("structure", "cơ cấu đại biểu", "một nhóm đại biểu trong tổng số của các đơn vị đã báo nhóm đó"),
        (
            _field("group", "nhóm", "text", "tên nhóm như cơ cấu đã khai báo"),
            _field("count", "số đại biểu", "whole", "số đại biểu của nhóm"),
            _field("whole", "trong tổng số", "whole", "tổng số đại biểu của các đơn vị đã báo nhóm này"),
            _field("share", "tỷ lệ", "percent", "số đại biểu của nhóm trên tổng số; không có khi chưa đơn vị nào báo"),
            _field("required", "tỷ lệ yêu cầu", "percent", "tỷ lệ ít nhất; không có khi chưa định"),
            _field("reached", "đạt", "yes_no", "có: tỷ lệ không thấp hơn tỷ lệ yêu cầu"),
            _field("missing_units", "số đơn vị chưa báo", "whole", "số đơn vị chưa báo số đại biểu của nhóm này"),
        ),
    ),
    FactKind(
        Term("nominee", "đề cử", "một cá nhân, tập thể do đơn vị giới thiệu"),
        (
            _UNIT,
            _field("nominee", "mã", "text", "mã của cá nhân, tập thể"),
            _field("name", "tên", "text", "tên của cá nhân, tập thể"),
            _field("nominee_kind", "loại", "word:nominee_kind", "cá nhân hay tập thể"),
            _field("scope", "phạm vi", "word:achievement_scope", "phạm vi của thành tích, sáng kiến"),
            _field("has_solution", "có sáng kiến hoặc giải pháp", "yes_no", "có sáng kiến hoặc giải pháp hiệu quả"),
            _field("document", "văn bản", "shown", "văn bản ghi nhận"),
            _field("has_document", "có văn bản", "yes_no", "có: đã ghi văn bản ghi nhận"),
            _field("attends_province", "dự đại hội tỉnh", "yes_no", "có: trong danh sách đi dự đại hội cấp tỉnh"),
            _field("award", "đề nghị khen thưởng", "text", "danh hiệu, hình thức như đơn vị ghi"),
            _field("has_award", "có đề nghị khen thưởng", "yes_no", "có: đã ghi đề nghị khen thưởng"),
            _field(
                "title",
                "danh hiệu theo phạm vi",
                "word:scoped_title",
                "danh hiệu đề nghị, khi là danh hiệu gắn với phạm vi thành tích",
            ),
        ),
    ),
    FactKind(
        Term("finding", "vấn đề", "một vấn đề do quy tắc khác nêu; nhờ đó quy tắc nối tiếp nhau"),
        (
            _field("rule", "quy tắc", "text", "mã quy tắc đã nêu vấn đề"),
            _UNIT,
            _CRITERION,
            _field("level", "mức độ", "word:level", "mức độ của vấn đề"),
            _field("action", "kết luận", "word:action", "việc mà quy tắc đó quyết định"),
        ),
    ),
)


def _by_identifier() -> Mapping[str, FactKind]:
    found: dict[str, FactKind] = {}
    for kind in KINDS:
        if kind.term.identifier in found:
            raise ValueError(f"{kind.term.identifier} stands twice in the kinds of facts")
        if len({each.identifier for each in kind.fields}) < len(kind.fields):
            raise ValueError(f"{kind.term.identifier} has a field twice")
        found[kind.term.identifier] = kind
    return MappingProxyType(found)


FACT_KINDS: Mapping[str, FactKind] = _by_identifier()
"""By identifier."""

POINTS_SCALE = 10**4
SHARE_SCALE = 10**6
