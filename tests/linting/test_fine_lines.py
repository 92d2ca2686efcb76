"""Where a lint speaks and the nearest case in which it is silent, side by side."""

import unicodedata
from pathlib import Path

import pytest

from thidua.checking import check
from thidua.diagnostics import Diagnostic

CRITERION = """  - mã: a
    số mục: I.1
    tên: {name}
    điểm chuẩn: 20
    đơn vị tính: {measure}
    số chữ số thập phân: 0
    cách chấm: theo mức đạt
    mức điểm:
      xét theo: thực hiện
      các mức:
{bands}{rest}    tài liệu kiểm chứng: [Báo cáo]
    khi thiếu tài liệu kiểm chứng: không tính điểm
    đơn vị cung cấp số liệu: UBND tỉnh
    căn cứ: Mục 1
"""
PARTS = """  - mã: a
    số mục: I.1
    tên: Phong trào
    điểm chuẩn: 20
    cách chấm: theo tiêu chí thành phần
    mức điểm:
      thành phần:
        - mã: x
          tên: Phần một
          điểm chuẩn: 10
          cách chấm: nhập điểm đã chấm
          mức điểm: {{người chấm: [Cụm trưởng, Cụm phó], cách tính khi nhiều người chấm: trung bình cộng}}
        - mã: y
          tên: Phần hai
          điểm chuẩn: 10
          {second}
    căn cứ: Mục 1
"""
GIVEN = """cách chấm: nhập điểm đã chấm
          mức điểm: {người chấm: [Cụm trưởng, Cụm phó], cách tính khi nhiều người chấm: trung bình cộng}"""
REPORTED = """cách chấm: theo số lượng
          đơn vị tính: mô hình
          số chữ số thập phân: 0
          mức điểm: {mỗi kết quả được: 5}"""
USUAL = (("từ: 90", 20), ("dưới: 90", 0))


def scale(
    folder: Path,
    criterion: str,
    identifier: str = "a/2020",
    state: str = "giả định",
    name: str = "Thang",
    more: str = "",
) -> None:
    file = folder / f"criteria/{identifier}/thang-diem.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = f"""loại tệp: thang điểm
mã: {identifier}
tên: {name}
tình trạng: {state}
{more}tổng điểm: 20
điểm thưởng tính trong điểm chuẩn của nội dung: không
làm tròn điểm: 2 chữ số thập phân
nội dung:
- mã: i
  số mục: I
  tên: I
  điểm chuẩn: 20
  tiêu chí:
{criterion}"""
    file.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


def by_bands(
    bands: tuple[tuple[str, int], ...] = USUAL, rest: str = "", name: str = "Mô hình", measure: str = "mô hình"
) -> str:
    lines = "".join(f"        - {edges.replace('; ', f'{chr(10)}          ')}\n          điểm: {points}\n"
                    for edges, points in bands)  # fmt: skip
    return CRITERION.format(bands=lines, rest=f"      còn lại: {rest}\n" if rest else "", name=name, measure=measure)


def told(folder: Path) -> list[Diagnostic]:
    (folder / "thidua.toml").write_text("", encoding="utf-8")
    return [each for each in check([str(folder)], folder, everything=True).diagnostics if each.code != 253]


def codes(folder: Path) -> list[int]:
    return [each.code for each in told(folder)]


@pytest.mark.parametrize(("second", "expected"), [(GIVEN, []), (REPORTED, [250, 251])])
def test_a_unit_has_nothing_to_prove_where_givers_score_all_parts(
    second: str, expected: list[int], tmp_path: Path
) -> None:
    scale(tmp_path, PARTS.format(second=second))
    assert codes(tmp_path) == expected


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        # A band inside another is told as that, and leaves no gap.
        ((("từ: 100", 20), ("từ: 50; dưới: 100", 10), ("từ: 50; đến: 50", 5), ("dưới: 50", 0)), [205]),
        ((("từ: 100", 20), ("từ: 50; dưới: 90", 10), ("từ: 50; đến: 60", 5), ("dưới: 50", 0)), [204, 205]),
        ((("từ: 100", 20), ("từ: 50; dưới: 100", 10), ("dưới: 50", 0)), []),
    ],
)
def test_a_gap_is_what_no_band_covers(bands: tuple[tuple[str, int], ...], expected: list[int], tmp_path: Path) -> None:
    scale(tmp_path, by_bands(bands))
    assert sorted(codes(tmp_path)) == expected


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        ((("từ: 90", 20), ("dưới: 90", 10)), [245]),
        ((("từ: 90", 20), ("từ: 50; dưới: 90", 10)), []),
        ((("từ: 90", 20), ("từ: 1; đến: 89", 10)), []),
    ],
)
def test_the_rest_is_told_where_the_bands_leave_none(
    bands: tuple[tuple[str, int], ...], expected: list[int], tmp_path: Path
) -> None:
    scale(tmp_path, by_bands(bands, "0"))
    assert codes(tmp_path) == expected


@pytest.mark.parametrize(
    ("bands", "name", "expected"),
    [
        ((("từ: 90", 10), ("dưới: 90", 20)), "Mô hình", [263]),
        ((("từ: 90", 10), ("dưới: 90", 20)), "Số vụ tai nạn giao thông", []),
        ((("từ: 90", 20), ("dưới: 90", 10)), "Mô hình", []),
    ],
)
def test_fewer_points_for_more_are_told_unless_less_is_better(
    bands: tuple[tuple[str, int], ...], name: str, expected: list[int], tmp_path: Path
) -> None:
    scale(tmp_path, by_bands(bands, name=name))
    assert codes(tmp_path) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("nếu(đạt; 20; 0)", ""),
        ("nếu(đạt > 0; 20; 0)", "Bỏ phép so sánh: đạt tự nó đã là một điều kiện."),
        ("nếu(thực_hiện; 20; 0)", "Viết thêm phép so sánh, ví dụ thực_hiện > 0."),
        ("nếu(5 < thực_hiện < 9; 20; 0)", "Nối hai phép so sánh bằng “và”, ví dụ thực_hiện ≥ 80 và thực_hiện < 100."),
    ],
)
def test_each_remedy_for_a_condition_leads_on(formula: str, expected: str, tmp_path: Path) -> None:
    method, end = "    cách chấm: theo mức đạt\n", "    tài liệu kiểm chứng"
    text = by_bands()
    before, after = text[: text.index(method)], text[text.index(end) :]
    scale(tmp_path, f"{before}    cách chấm: theo công thức\n    mức điểm:\n      công thức: {formula}\n{after}")
    assert "".join(each.hint for each in told(tmp_path)) == expected


@pytest.mark.parametrize(
    ("before", "now", "measure", "expected"),
    [
        ("Cải cách hành chính", "Cải cách tiền lương", "người", [257]),
        ("Tổng thu ngân sách nhà nước trên địa bàn", "Thu ngân sách", "người", []),
        ("Mô hình mới năm 2019", "Mô hình mới năm 2020", "người", []),
        ("Cải cách hành chính", "Cải cách tiền lương", "mô hình", []),  # measured alike: a new name for it
        ("Cải cách hành chính", "Khách du lịch", "mô hình", [257]),
    ],
)
def test_an_id_means_something_else_by_name_and_measure(
    before: str, now: str, measure: str, expected: list[int], tmp_path: Path
) -> None:
    scale(tmp_path, by_bands(name=before), "a/2019")
    scale(tmp_path, by_bands(name=now, measure=measure))
    assert codes(tmp_path) == expected


DOCUMENT = """văn bản:
  số: 12/QĐ-CTĐ
  ngày: 01/01/2020
  cơ quan ban hành: Cụm trưởng
"""


@pytest.mark.parametrize(
    ("state", "name", "caution", "expected"),
    [
        ("giả định", "Thang điểm kèm theo Quyết định số 12/QĐ-CTĐ", "", [260]),
        ("giả định", "Thang điểm kèm theo bảng tổng hợp", "", []),
        ("đã ban hành", "Thang", "Mức điểm do nhóm tự đặt", [260]),
        ("đã ban hành", "Thang", "Mức điểm này không phải giả định", []),
        ("đã ban hành", "Thang", "Có ví dụ minh họa cách tính", []),
        ("đã ban hành", "Thang", "Mức điểm để minh họa", [260]),
    ],
)
def test_points_called_assumed_are_not_issued(
    state: str, name: str, caution: str, expected: list[int], tmp_path: Path
) -> None:
    more = (f"lưu ý: {caution}\n" if caution else "") + (DOCUMENT if state == "đã ban hành" else "")
    scale(tmp_path, by_bands(), state=state, name=name, more=more)
    assert codes(tmp_path) == expected


RULE = """  - mã: {id}
    tên: {id}
    khi:
{when}    thì:
      nêu vấn đề: "{{x.đơn vị}}: xem lại"
      mức độ: cần giải trình, bổ sung
    căn cứ: Kế hoạch
"""
ONE_OF = """      - x: kết quả tiêu chí
        một trong:
          - điểm tự chấm lớn hơn: 5
          - thiếu tài liệu kiểm chứng: có
"""
TURNED = """      - x: kết quả tiêu chí
        một trong:
          - thiếu tài liệu kiểm chứng: có
          - điểm tự chấm lớn hơn: 5
"""
OTHER = ONE_OF.replace("5", "6")
JOINED = """      - x: kết quả tiêu chí
        điểm tự chấm lớn hơn: 5
      - y: vi phạm
        đơn vị bằng: x.đơn vị
"""
SWAPPED = """      - v: vi phạm
      - x: kết quả tiêu chí
        điểm tự chấm lớn hơn: 5
        đơn vị bằng: v.đơn vị
"""
APART = """      - v: vi phạm
      - x: kết quả tiêu chí
        điểm tự chấm lớn hơn: 5
        đơn vị khác: v.đơn vị
"""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(ONE_OF, TURNED, True), (ONE_OF, OTHER, False), (JOINED, SWAPPED, True), (JOINED, APART, False)],
)
def test_rules_that_find_the_same_in_another_order(one: str, other: str, same: bool, tmp_path: Path) -> None:
    file = tmp_path / "rules/a/2020.yaml"
    file.parent.mkdir(parents=True)
    rules = RULE.format(id="TL-01", when=one) + RULE.format(id="TL-02", when=other)
    text = f"loại tệp: quy tắc kiểm tra, bình xét\nmã: a/2020\ntên: Quy tắc\nquy tắc:\n{rules}"
    file.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")
    assert codes(tmp_path) == ([321] if same else [])
