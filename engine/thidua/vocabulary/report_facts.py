"""The kinds of facts about the papers that units sent, and about the award dossier."""

from thidua.vocabulary.fact_terms import FactKind, field
from thidua.vocabulary.term import Term

_UNIT = field("unit", "đơn vị", "unit", "đơn vị thành viên")
_PAPER = field("paper", "tài liệu", "text", "tên tài liệu như hồ sơ ghi")
_FILE = field("file", "tệp", "shown", "tên tệp như hồ sơ ghi")
_FILE_STATE = field("file_state", "tình trạng tệp", "word:file_state", "có tệp, không có tệp, không đọc được")

REPORT_KINDS: tuple[FactKind, ...] = (
    FactKind(
        Term("sent_file", "tệp tài liệu đã gửi", "một tệp mà hồ sơ ghi ở “tài liệu đã gửi”"),
        (
            _UNIT,
            _PAPER,
            _FILE,
            _FILE_STATE,
            field("is_compared", "đã đối chiếu đề cương", "yes_no", "có: báo cáo đọc được, đợt có đề cương"),
            field("revision_count", "số chỗ sửa đổi", "whole", "số chỗ sửa đổi đang theo dõi (Track Changes)"),
            field("remark_count", "số ghi chú", "whole", "số ghi chú bên lề (Comment)"),
            field("has_awards", "có bảng khen thưởng", "yes_no", "có: báo cáo có bảng tổng hợp kết quả khen thưởng"),
        ),
    ),
    FactKind(
        Term("report_heading", "đề mục báo cáo", "một đề mục của đề cương đối với báo cáo đã gửi của một đơn vị"),
        (
            _UNIT,
            _PAPER,
            _FILE,
            field("heading", "đề mục", "text", "số mục và tên của đề mục"),
            field("heading_level", "cấp", "whole", "cấp của đề mục trong đề cương"),
            field("heading_state", "tình trạng", "word:heading_state", "có, thiếu, trống hay sai thứ tự"),
            field("above_missing", "thuộc đề mục đã thiếu", "yes_no", "có: đề mục chứa nó cũng thiếu"),
        ),
    ),
    FactKind(
        Term("award_row", "dòng tổng hợp khen thưởng", "một dòng của bảng tổng hợp kết quả khen thưởng trong báo cáo"),
        (
            _UNIT,
            _PAPER,
            _FILE,
            field("award", "mã", "text", "mã của danh hiệu, hình thức; dòng Cộng không có"),
            field("award_name", "danh hiệu, hình thức", "shown", "tên danh hiệu, hình thức, hoặc Cộng"),
            field("is_sum", "là dòng cộng", "yes_no", "có: là dòng Cộng"),
            field("award_row_state", "tình trạng", "word:award_row_state", "tổng số có khớp không"),
            field("total", "tổng số", "whole", "tổng số ghi trong bảng"),
            field("collectives", "tập thể", "whole", "số tập thể ghi trong bảng"),
            field("persons", "cá nhân", "whole", "số cá nhân ghi trong bảng"),
            field("counted", "cộng lại", "whole", "tập thể cộng cá nhân; của dòng Cộng là cộng các dòng"),
            field(
                "wrong_column",
                "ghi sai đối tượng",
                "yes_no",
                "có: ghi tập thể ở danh hiệu chỉ tặng cá nhân, hoặc ngược lại",
            ),
        ),
    ),
    FactKind(
        Term("revision", "sửa đổi đang theo dõi", "một chỗ sửa đổi chưa chấp nhận trong báo cáo đã gửi"),
        (
            _UNIT,
            _PAPER,
            _FILE,
            field("author", "người sửa", "shown", "tên người sửa như tệp ghi"),
            field("changed_on", "ngày sửa", "day", "ngày sửa"),
            field("old_text", "trước", "shown", "chữ, số trước khi sửa"),
            field("new_text", "sau", "shown", "chữ, số sau khi sửa"),
            field("changes_number", "sửa số", "yes_no", "có: chỗ sửa có chữ số"),
        ),
    ),
    FactKind(
        Term("award_paper", "giấy tờ hồ sơ khen thưởng", "một giấy tờ của hồ sơ đề nghị khen thưởng của Cụm"),
        (
            field("paper_id", "mã", "text", "mã của giấy tờ"),
            field("paper", "giấy tờ", "text", "tên giấy tờ"),
            field("is_there", "đã có", "yes_no", "có: tệp đọc được, hoặc đã ghi số, ngày"),
            field("is_due", "hội nghị đã kết luận", "yes_no", "có: đã ghi kết luận của hội nghị, hoặc đã thông qua"),
        ),
    ),
)
