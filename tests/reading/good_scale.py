"""A scale file with nothing wrong in it, for tests that spoil it."""

GOOD_SCALE = """\
# Bảng tiêu chí minh họa
loại tệp: thang điểm
mã: mien-dong-nam-bo/2019
tên: Bảng tiêu chí và thang điểm thi đua năm 2019 - Cụm Thi đua các tỉnh Miền Đông Nam Bộ
tình trạng: giả định
lưu ý: >
  Mức điểm do nhóm làm phần mềm tự đặt
  để minh họa.
số liệu từ ngày: 01/01/2019
tổng điểm: 1000
nội dung:
  - mã: noi-dung-i
    số mục: I
    tên: "Thi đua: nhiệm vụ chính trị"
    điểm chuẩn: 600
    tiêu chí:
      - mã: thu-ngan-sach   # số thu của cả năm
        số mục: I.1.3
        điểm chuẩn: 40
        số liệu:
          kế hoạch:
            tên gọi: dự toán
            đơn vị tính: 'triệu đồng'
          thực hiện:
        cách chấm: theo tỷ lệ hoàn thành
        mức điểm:
          đạt điểm chuẩn khi hoàn thành từ: 100%
          cứ thiếu 1% thì trừ: 0,5
        đơn vị được chấm: [tinh-a, tinh-b]
        tài liệu kiểm chứng:
          - loại tài liệu: du-toan
            cho: kế hoạch
          - Báo cáo thu ngân sách năm 2019
        căn cứ: Đề cương báo cáo, Phần thứ nhất, mục II.1
"""
