"""Catalogue, 237–244: what a scale may say and hardly can mean. All but 244 are warnings: the expert decides."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        237,
        Severity.WARNING,
        "Số mục dùng hai lần",
        "Số mục “{number}” đã dùng ở dòng {first}.",
        "Kiểm tra lại số mục theo văn bản.",
        "Số mục chỉ để hiển thị nên vẫn chấm được, nhưng hai dòng cùng số mục trong bảng điểm dễ bị đọc nhầm.",
        "hai tiêu chí cùng ghi số mục: I.1.3",
    ),
    Entry(
        238,
        Severity.WARNING,
        "Tiêu chí không thể có điểm",
        "Điểm chuẩn là 0 mà không có “điểm thưởng không quá”, nên số liệu nào cũng được 0 điểm.",
        "Ghi “điểm thưởng không quá: …” nếu là điểm thưởng, hoặc ghi điểm chuẩn lớn hơn 0.",
        "Đơn vị báo cáo, gửi tài liệu mà không thể có điểm thì tiêu chí không có tác dụng.",
        "điểm chuẩn: 0\n        điểm thưởng không quá: 10",
    ),
    Entry(
        239,
        Severity.WARNING,
        "Hạng thấp hơn được nhiều điểm hơn",
        "{worse} được {more} điểm, nhiều hơn {better} ({less} điểm).",
        "Xếp điểm theo hạng từ cao xuống thấp; nếu muốn ngược lại thì đổi “xếp thứ nhất”.",
        "Đơn vị xếp hạng tốt hơn không thể được ít điểm hơn.",
        "Sai:  điểm theo hạng: [20, 25, 30]\nĐúng: điểm theo hạng: [30, 25, 20]",
    ),
    Entry(
        240,
        Severity.WARNING,
        "Một kết quả được nhiều điểm hơn mức trần",
        "Mỗi kết quả được {points} điểm, nhiều hơn mức cao nhất là {ceiling} điểm.",
        "Kiểm tra lại “mỗi kết quả được”, “không quá” và điểm chuẩn.",
        "Kết quả đầu tiên đã vượt mức trần thì phần điểm vượt không bao giờ được tính.",
        "mỗi kết quả được: 50 mà điểm chuẩn: 20",
    ),
    Entry(
        241,
        Severity.WARNING,
        "Đạt chỉ tiêu mà không được điểm",
        "“đạt chỉ tiêu được” ghi 0%: đơn vị đạt đúng chỉ tiêu, và mọi đơn vị chưa đạt, đều được 0 điểm.",
        "Kiểm tra lại tỷ lệ này, ví dụ 50%.",
        "Đơn vị đạt chỉ tiêu và đơn vị không làm gì sẽ được điểm như nhau.",
        "đạt chỉ tiêu được: 50%",
    ),
    Entry(
        242,
        Severity.WARNING,
        "Không chấm điểm mà được đủ điểm chuẩn",
        "Đơn vị không được giao chỉ tiêu thì không chấm điểm tiêu chí này, nhưng thang điểm cho tiêu chí không áp dụng được "
        "tính đủ điểm chuẩn: đơn vị không có chỉ tiêu sẽ được điểm cao nhất.",
        "Ghi “đơn vị không được giao chỉ tiêu: xếp nhóm riêng”, hoặc đổi cách tính của tiêu chí không áp dụng thành quy đổi.",
        "Không có chỉ tiêu mà được điểm bằng đơn vị dẫn đầu Cụm thì các đơn vị khác khó thống nhất.",
        "đơn vị không được giao chỉ tiêu: xếp nhóm riêng",
    ),
    Entry(
        243,
        Severity.WARNING,
        "Tỷ lệ so với một số lớn",
        "{quotient} là một tỷ lệ (bằng nhau là 1), đang so với {number}.",
        "Viết {percent} nếu là {number} phần trăm; nếu đúng là gấp {number} lần thì viết {times}.",
        "Tỷ lệ hoàn thành 95% là 0,95; so với 95 thì không đơn vị nào đạt.",
        "Sai:  công thức: nếu(thực_hiện ÷ kế_hoạch ≥ 95; 10; 0)\nĐúng: công thức: nếu(thực_hiện ÷ kế_hoạch ≥ 95%; 10; 0)",
    ),
    Entry(
        244,
        Severity.ERROR,
        "Công thức chia cho 0",
        "Công thức chia cho “{divisor}”, luôn bằng 0.",
        "Sửa số chia.",
        "Chia cho 0 không có nghĩa: mọi đơn vị sẽ mãi là “chưa báo cáo” dù đã gửi đủ số liệu.",
        "Sai:  công thức: điểm_chuẩn × thực_hiện ÷ 0\nĐúng: công thức: điểm_chuẩn × thực_hiện ÷ kế_hoạch",
    ),
)
