"""Catalogue, 7xx: experts' cases."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        701,
        Severity.ERROR,
        "Tiêu chí không có trong thang điểm",
        "Thang điểm “{scale}” không có tiêu chí “{id}”.",
        "{suggestion}",
        "Trường hợp phải kiểm thử một tiêu chí có thật.",
        "tiêu chí: thu-ngan-sach",
    ),
    Entry(
        702,
        Severity.ERROR,
        "Trường hợp của thang điểm khác",
        "Tệp ghi thang điểm “{id}” nhưng nằm cạnh thang điểm “{scale}”.",
        "Sửa “thang điểm”, hoặc chuyển tệp sang đúng thư mục.",
        "Trường hợp bảo vệ đúng một thang điểm.",
        "thang điểm: mien-dong-nam-bo/2019",
    ),
    Entry(
        703,
        Severity.ERROR,
        "Số liệu không thuộc tiêu chí",
        "“{figure}” không phải là số liệu của tiêu chí “{criterion}”; các số liệu của tiêu chí: {known}.",
        "Sửa tên số liệu.",
        "Số liệu thừa làm trường hợp không kiểm thử điều định kiểm thử.",
        "thực hiện: 975",
    ),
    Entry(
        704,
        Severity.ERROR,
        "Không có thang điểm bên cạnh",
        "Không thấy thang-diem.yaml ở thư mục trên của tệp trường hợp này.",
        "Đặt tệp vào thư mục tests/ bên cạnh thang-diem.yaml.",
        "Trường hợp kiểm thử chạy với thang điểm ở ngay trên nó.",
        "criteria/mien-dong-nam-bo/2019/tests/",
    ),
    Entry(
        710,
        Severity.ERROR,
        "Trường hợp của bộ quy tắc khác",
        "Tệp ghi bộ quy tắc “{id}” nhưng nằm cạnh bộ quy tắc “{rules}”.",
        "Sửa “bộ quy tắc”, hoặc chuyển tệp sang đúng thư mục.",
        "Trường hợp bảo vệ đúng một bộ quy tắc.",
        "bộ quy tắc: thi-dua-cum/2019",
    ),
    Entry(
        711,
        Severity.ERROR,
        "Quy tắc không có trong bộ quy tắc",
        "Bộ quy tắc “{rules}” không có quy tắc “{id}”.",
        "{suggestion}",
        "Trường hợp phải kiểm thử một quy tắc có thật.",
        "quy tắc: TL-01",
    ),
    Entry(
        712,
        Severity.ERROR,
        "Không tìm thấy bộ quy tắc được kiểm thử",
        "Không có tệp của bộ quy tắc “{id}” ở thư mục cha.",
        "Đặt tệp trường hợp trong thư mục tests nằm cạnh tệp quy tắc.",
        "Trường hợp bảo vệ bộ quy tắc nằm cạnh nó.",
        "rules/thi-dua-cum/2019.yaml và rules/thi-dua-cum/tests/2019.yaml",
    ),
)
