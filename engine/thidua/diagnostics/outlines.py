"""Catalogue, 592 to 599: outlines of reports, and reports held against them."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        592,
        Severity.ERROR,
        "Đề mục nhảy cấp",
        "Đề mục “{name}” ghi cấp {level}, sau đề mục đứng trước chỉ có thể đến cấp {most}.",
        "Sửa “cấp”: đề mục con hơn đề mục chứa nó đúng một cấp.",
        "Cấp cho biết đề mục nào nằm trong đề mục nào; nhảy cấp thì không biết nó thuộc đâu.",
        "Sai:  cấp: 1 rồi cấp: 3\n    Đúng: cấp: 1 rồi cấp: 2",
    ),
    Entry(
        593,
        Severity.ERROR,
        "Một đề mục ghi hai lần",
        "Đề mục “{name}” đã ghi ở dòng {first}.",
        "Bỏ một đề mục, hoặc ghi đủ chữ để phân biệt hai đề mục.",
        "Báo cáo được đối chiếu theo chữ của đề mục; trùng chữ thì không biết là đề mục nào.",
        "tên: Ưu điểm",
    ),
    Entry(
        594,
        Severity.ERROR,
        "Đề cương của tài liệu không thời hạn nào yêu cầu",
        "Không thời hạn nào của đợt chấm điểm yêu cầu tài liệu “{name}”.",
        "{suggestion}",
        "Báo cáo của đơn vị được nhận ra theo tên tài liệu ở “thời hạn”, mục “gồm”.",
        "đề cương của: Báo cáo tổng kết thực hiện giao ước thi đua năm 2019",
    ),
    Entry(
        595,
        Severity.WARNING,
        "Báo cáo chưa đối chiếu được với đề cương",
        "Chưa đối chiếu được “{file}” với đề cương: {fault}",
        "{remedy}",
        "Kế hoạch đề nghị gửi tệp Word để tổng hợp; tệp không đọc được thì phải xem bằng mắt.",
        "tệp: tinh-a/bao-cao-tong-ket.doc",
    ),
)
