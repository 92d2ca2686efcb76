"""Catalogue, 431 to 489: workbooks as files, their cells, and self-score forms."""

from thidua.diagnostics.entry import Entry, Severity

_FILES: tuple[Entry, ...] = (
    Entry(
        431,
        Severity.ERROR,
        "Không phải tệp bảng tính",
        "Tệp này không phải bảng tính .xlsx hoặc .ods mà là {kind}.",
        "Mở tệp bằng phần mềm bảng tính, chọn Save As, loại Excel Workbook (.xlsx), rồi dùng tệp mới.",
        "Đổi phần mở rộng không làm một trang web hay tệp CSV thành bảng tính; đọc nhầm thì mất hoặc sai số liệu.",
        "Sai:  đổi tên bang-tu-cham.csv thành bang-tu-cham.xlsx\n    Đúng: mở tệp CSV trong Excel, Save As, Excel Workbook",
    ),
    Entry(
        432,
        Severity.ERROR,
        "Bảng tính đời cũ hoặc đặt mật khẩu",
        "Bảng tính {fault}.",
        "{remedy}.",
        "Dạng .xls không còn được đọc an toàn; tệp đặt mật khẩu thì không ai khác mở được để thẩm định.",
        "Sai:  bang-tu-cham.xls\n    Đúng: bang-tu-cham.xlsx, không đặt mật khẩu",
    ),
    Entry(
        433,
        Severity.ERROR,
        "Bảng tính có macro",
        "Bảng tính có macro (mã lệnh) nên không được đọc.",
        "Mở tệp, chọn Save As, loại Excel Workbook (.xlsx), đồng ý bỏ macro, rồi dùng tệp mới.",
        "Macro có thể đổi số liệu hoặc gây hại cho máy; biểu tự chấm điểm không cần macro.",
        "Sai:  bang-tu-cham.xlsm\n    Đúng: bang-tu-cham.xlsx",
    ),
    Entry(
        434,
        Severity.ERROR,
        "Bảng tính bị hỏng",
        "Không đọc được bảng tính: {fault}.",
        "Mở thử bằng phần mềm bảng tính; nếu mở được thì lưu lại thành tệp .xlsx mới, nếu không thì đề nghị đơn vị gửi lại.",
        "Tệp tải dở, chép lỗi hoặc bị phần mềm khác sửa thì có thể mất số liệu mà không ai biết.",
        "tệp tải về qua thư điện tử bị ngắt giữa chừng",
    ),
    Entry(
        435,
        Severity.ERROR,
        "Bảng tính chứa quá nhiều",
        "Không đọc bảng tính này: {fault}, nhiều gấp bội một hồ sơ tự chấm điểm.",
        "Xóa các dòng, cột trống thừa ở cuối trang và các trang không dùng, lưu lại; nếu không rõ nguồn gốc tệp thì không mở.",
        "Tệp nhỏ mà bung ra rất lớn làm treo máy; hồ sơ tự chấm điểm chỉ vài trăm dòng.",
        "trang tính kẻ khung đến dòng 1.048.576",
    ),
    Entry(
        436,
        Severity.ERROR,
        "Bảng tính có khai báo lạ",
        "Bảng tính có khai báo kiểu tài liệu (DOCTYPE) bên trong nên không được đọc.",
        "Không mở tệp này; đề nghị đơn vị lập lại từ biểu mẫu và gửi tệp mới.",
        "Không phần mềm bảng tính nào ghi khai báo này; nó được dùng để làm treo máy hoặc lấy tệp khác trên máy.",
        "<!DOCTYPE …> trong phần XML của tệp",
    ),
    Entry(
        437,
        Severity.WARNING,
        "Bảng tính có liên kết ra tệp khác",
        "Bảng tính có liên kết ra tệp khác; chương trình không mở liên kết.",
        "Trong Excel: Data, Edit Links, Break Link, rồi lưu lại.",
        "Số lấy từ tệp khác sẽ đổi theo tệp đó, và người nhận không có tệp đó để kiểm tra.",
        "='[so-lieu.xlsx]Sheet1'!B2",
    ),
)

ENTRIES: tuple[Entry, ...] = (*_FILES,)
