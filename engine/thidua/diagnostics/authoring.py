"""Catalogue, 640–659: files made for authors."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        640,
        Severity.ERROR,
        "Đã có tệp của mã mới",
        "“{id}” đã có tệp này; không ghi đè.",
        "Chọn mã khác, hoặc chuyển tệp đang có đi nơi khác rồi chạy lại.",
        "Tệp đang có có thể là công sức của người khác.",
        "thidua new mien-dong-nam-bo/2020 --from mien-dong-nam-bo/2019",
    ),
    Entry(
        641,
        Severity.ERROR,
        "Không phải thang điểm hoặc bộ quy tắc",
        "Chỉ lập được bản năm mới từ một thang điểm hoặc một bộ quy tắc.",
        "Ghi mã hoặc tệp của thang điểm, bộ quy tắc ở “--from”.",
        "Hồ sơ và đợt chấm điểm là số liệu của riêng một năm, không chép sang năm khác.",
        "--from mien-dong-nam-bo/2020",
    ),
    Entry(
        642,
        Severity.ERROR,
        "Mã mới chưa ghi năm",
        "Mã “{id}” chưa ghi năm nên không biết chuyển thời gian sang năm nào.",
        "Ghi năm ở phần sau dấu “/”, ví dụ: {example}.",
        "Năm trong mã cho biết năm thi đua và thời gian lấy số liệu của bản mới.",
        "mien-dong-nam-bo/2021",
    ),
    Entry(
        643,
        Severity.ERROR,
        "Thư mục gốc là bản kèm theo chương trình",
        "Không ghi tệp mới vào bản kèm theo chương trình: cài lại chương trình là mất.",
        "Lập thư mục gốc của Cụm bằng lệnh “thidua init THƯ_MỤC”, rồi chạy lại trong thư mục đó.",
        "Tệp của Cụm phải nằm ở nơi Cụm giữ và sao lưu.",
        "thidua init cum-a",
    ),
    Entry(
        644,
        Severity.ERROR,
        "Thư mục đã có tệp",
        "Thư mục này đã có tệp “{name}”; không ghi đè.",
        "Chọn một thư mục chưa có, hoặc một thư mục trống.",
        "Tệp mẫu ghi đè lên tệp đang có thì mất tệp đang có.",
        "thidua init cum-a",
    ),
)
