"""Catalogue, 660–679: results that were saved, and comparing two of them."""

from thidua.diagnostics.entry import Entry, Severity

_SAVE_AGAIN = "chạy lại “thidua score ĐỢT_CHẤM --format json -o TỆP” để có tệp mới"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        660,
        Severity.ERROR,
        "Tệp không phải là JSON",
        "Từ chỗ này tệp không đọc được như tệp JSON.",
        f"kiểm tra xem có chọn nhầm tệp, hoặc tệp có bị sửa tay không; {_SAVE_AGAIN}.",
        "Tệp kết quả do chương trình ghi để máy đọc lại. Một dấu phẩy, ngoặc kép bị sửa là không còn đọc được đúng.",
        "Sai:  mở ket-qua.json bằng Word, sửa vài chỗ rồi lưu\nĐúng: giữ nguyên tệp mà lệnh “thidua score” đã ghi",
    ),
    Entry(
        661,
        Severity.ERROR,
        "Tệp JSON bị cắt ngang",
        "Tệp hết giữa chừng: phần sau chỗ này bị mất.",
        f"chép lại tệp từ bản gốc, hoặc {_SAVE_AGAIN}.",
        "Tệp chép dở qua USB, thư điện tử hoặc đồng bộ lỗi thường mất phần cuối; so với phần còn lại thì kết luận sẽ sai.",
        "tệp trên máy khác lớn 250 KB mà tệp nhận được chỉ 64 KB",
    ),
    Entry(
        662,
        Severity.ERROR,
        "Một khóa ghi hai lần trong tệp JSON",
        "Khóa “{key}” ghi hai lần trong cùng một mục, không biết lấy giá trị nào.",
        f"lấy lại bản chưa sửa, hoặc {_SAVE_AGAIN}.",
        "Chương trình không bao giờ ghi một khóa hai lần: tệp đã bị sửa hoặc bị ghép từ hai tệp.",
        'Sai:  "total": "71.00", "total": "72.00"\nĐúng: "total": "71.00"',
    ),
    Entry(
        663,
        Severity.ERROR,
        "Không phải kết quả chấm điểm đã lưu",
        "Đây không phải là kết quả do lệnh “thidua score” ghi: {fault}.",
        f"chọn đúng tệp kết quả; nếu tệp đã bị sửa thì lấy lại bản gốc, hoặc {_SAVE_AGAIN}.",
        "Chỉ so được hai kết quả có đủ điểm của từng đơn vị, từng tiêu chí như chương trình đã ghi.",
        "Sai:  thidua diff bao-cao.json ket-qua.json\nĐúng: thidua diff ket-qua-01-03.json ket-qua-15-03.json",
    ),
    Entry(
        664,
        Severity.ERROR,
        "Kết quả của hai đợt chấm điểm khác nhau",
        "Tệp này là kết quả của đợt “{new}”, còn {old_file} là kết quả của đợt “{old}”.",
        "chọn hai kết quả của cùng một đợt. Muốn biết đổi thang điểm thì kết quả đổi thế nào, dùng “thidua diff” với hai thang điểm và --period.",
        "Hai đợt có số liệu của hai năm hay hai cụm: điểm khác nhau không phải là “thay đổi” của đợt nào.",
        "Sai:  thidua diff ket-qua-2018.json ket-qua-2019.json\n"
        "Đúng: thidua diff ket-qua-2019-lan-1.json ket-qua-2019-lan-2.json",
    ),
    Entry(
        665,
        Severity.WARNING,
        "Kết quả đã lưu không có số liệu, tài liệu",
        "Tệp do bản chương trình cũ ({program}) ghi, không có số liệu và tài liệu: không biết số liệu, tài liệu nào làm đổi điểm.",
        "điểm, trạng thái, xếp hạng vẫn so được. Muốn biết nguyên nhân, chấm lại bản hồ sơ khi đó bằng bản chương trình này rồi so lại.",
        "Bản cũ chỉ lưu điểm; đoán nguyên nhân từ điểm có thể sai.",
        "kết quả lưu từ năm trước, trước khi cập nhật chương trình",
    ),
    Entry(
        666,
        Severity.WARNING,
        "Kết quả đã lưu bị sửa sau khi chương trình ghi",
        "Nội dung tệp không còn như khi chương trình ghi: tệp đã bị sửa, điểm và xếp hạng trong tệp có thể không phải là kết quả chấm.",
        f"lấy lại bản gốc, hoặc {_SAVE_AGAIN}.",
        "Chương trình ghi ở cuối tệp một dãy kiểm tra tính từ toàn bộ nội dung. Sửa một điểm, một tên là dãy ấy không còn khớp; "
        "xuống dòng, thụt lề lại thì không sao.",
        'Sai:  sửa "points": "50.00" thành "45.00" trong ket-qua.json\n'
        "Đúng: sửa số liệu, quyết định trong hồ sơ của đợt rồi chấm lại",
    ),
    Entry(
        667,
        Severity.WARNING,
        "Hai kết quả khác nhau dù chấm từ cùng một bản",
        "Tệp này và {old_file} có cùng thang điểm, quy tắc, số liệu và hồ sơ mà kết quả khác nhau: {reason}.",
        f"so với bản gốc của hai tệp, hoặc {_SAVE_AGAIN}.",
        "Cùng thang điểm, quy tắc, số liệu, hồ sơ và cùng bản chương trình thì kết quả luôn như nhau; khác nhau là do một tệp đã bị "
        "sửa hoặc do hai bản chương trình tính khác nhau.",
        "hai tệp cùng ghi số liệu bản 9197784e nhưng điểm của một đơn vị là 50 và 45",
    ),
)
