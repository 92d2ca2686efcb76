"""Catalogue, 68x: the form of the papers of a period."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        680,
        Severity.ERROR,
        "Ký hiệu ghi cả phần chương trình tự thêm",
        "Ký hiệu “{value}” có cả tên loại văn bản hoặc dấu gạch.",
        "Chỉ ghi phần của cơ quan ban hành: {own}.",
        "Chương trình tự thêm tên loại văn bản (BC, TTr, TB, BB) trước ký hiệu; ghi sẵn thì in ra hai lần.",
        "Đúng:\nký hiệu: CĐNB\nSai:\nký hiệu: BC-CĐNB",
    ),
    Entry(
        681,
        Severity.WARNING,
        "Nơi nhận chưa có dòng Lưu",
        "Dòng cuối của “nơi nhận” là “{value}”, chưa có dòng lưu văn bản.",
        "Thêm dòng cuối, ví dụ: Lưu: VT.",
        "Mục Nơi nhận của văn bản hành chính kết thúc bằng dòng lưu văn thư.",
        'Đúng:\nnơi nhận:\n  - Ban TĐKT Trung ương\n  - "Lưu: VT"\nSai:\nnơi nhận:\n  - Ban TĐKT Trung ương',
    ),
    Entry(
        682,
        Severity.WARNING,
        "Có người ký của Cụm phó nhưng đợt không có Cụm phó",
        "Đợt chấm điểm không ghi “{deputy}” nên người ký này không dùng đến.",
        "Ghi “{deputy}: mã đơn vị”, hoặc bỏ mục này.",
        "Báo cáo kết quả thẩm định do Cụm trưởng và Cụm phó cùng ký; không có Cụm phó thì chỉ một người ký.",
        "Đúng:\ncụm phó: tinh-b\nthể thức văn bản:\n  cụm phó ký:\n    chức vụ:\n      - Cụm phó\nSai: có “cụm phó ký” mà không có “cụm phó”",
    ),
)
