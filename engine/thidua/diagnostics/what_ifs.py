"""Catalogue, 620–626: changes that are only tried out (``thidua diff … --what-if``)."""

from thidua.diagnostics.entry import Entry, Severity

_EXAMPLE = (
    'thidua diff mien-dong-nam-bo/2020 --what-if "thu-ngan-sach.điểm chuẩn=50" --period examples/mien-dong-nam-bo-2019'
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        620,
        Severity.ERROR,
        "Thay đổi thử không đúng dạng",
        "“{text}” không đúng dạng “mã.mục=giá trị”.",
        "Ghi mã tiêu chí hoặc nội dung, dấu chấm, tên mục như trong tệp, dấu bằng, giá trị mới: "
        "thu-ngan-sach.điểm chuẩn=50. Mục của cả thang điểm thì ghi thẳng tên mục.",
        "Chương trình sửa thử đúng một giá trị của tệp, nên phải biết ở đâu và thành gì.",
        _EXAMPLE,
    ),
    Entry(
        621,
        Severity.ERROR,
        "Không có tiêu chí, nội dung để thay đổi thử",
        "Thang điểm không có tiêu chí, nội dung mang mã “{id}”, cũng không có mục tên như vậy.",
        "{suggestion}",
        "Thay đổi thử bắt đầu bằng mã của tiêu chí hoặc nội dung, hay bằng tên mục của cả thang điểm.",
        _EXAMPLE,
    ),
    Entry(
        622,
        Severity.ERROR,
        "Không có mục để thay đổi thử",
        "{where} không có mục “{key}”.",
        "{suggestion}",
        "Tên mục phải là tên dùng trong tệp thang điểm.",
        'Sai:  --what-if "thu-ngan-sach.cứ thiếu 1% thì trừ=2"\nĐúng: --what-if "thu-ngan-sach.mức điểm.cứ thiếu 1% thì trừ=2"',
    ),
    Entry(
        623,
        Severity.ERROR,
        "Không xác định được phần tử để thay đổi thử",
        "Không xác định được phần tử “{item}” của danh sách “{key}”: {problem}.",
        "Ghi một trong: {known}.",
        "Phần tử của danh sách được gọi bằng số thứ tự; số nào không phải số thứ tự, và chữ, thì tìm trong mã, tên, mốc "
        "đầu của mức.",
        '--what-if "tang-truong-kinh-te.mức điểm.các mức.2.điểm=40"',
    ),
    Entry(
        624,
        Severity.ERROR,
        "Thay đổi thử cả một nhóm mục",
        "“{key}” gồm nhiều mục, không phải một giá trị.",
        "Ghi tiếp một trong: {known}.",
        "Mỗi lần chỉ thử đổi một giá trị; muốn đổi nhiều giá trị thì ghi --what-if nhiều lần.",
        '--what-if "thu-ngan-sach.mức điểm.cứ thiếu 1% thì trừ=2"',
    ),
    Entry(
        625,
        Severity.INFORMATION,
        "Tổng điểm của bản thử khác điểm đã ghi",
        "{name}: ghi {whole} điểm, trong bản thử các phần cộng lại {total} điểm ({difference}).",
        "Bản thử tạm tính theo {total} điểm; khi sửa thật thì sửa cho khớp.",
        "Thử một thay đổi thì tổng thường chưa khớp; chương trình nhắc nhưng vẫn tính để thấy tác động.",
        _EXAMPLE,
    ),
    Entry(
        626,
        Severity.WARNING,
        "Thay đổi thử không đổi gì",
        "“{key}” đã là {value}.",
        "Ghi giá trị khác, hoặc bỏ thay đổi thử này.",
        "Bản thử giống bản đang có thì không có tác động nào để xem.",
        _EXAMPLE,
    ),
    Entry(
        627,
        Severity.ERROR,
        "Hai thay đổi thử ở cùng một chỗ",
        "“{key}” đã được thay đổi thử ở “{first}”.",
        "Giữ lại một thay đổi.",
        "Một giá trị không thể cùng lúc là hai số khác nhau.",
        '--what-if "thu-ngan-sach.điểm chuẩn=50" --what-if "thu-ngan-sach.điểm chuẩn=45"',
    ),
)
