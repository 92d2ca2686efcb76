"""Write a whole made-up home: one scale of many criteria, and a period of many units, as YAML dossiers or as one
CSV."""

import random
from pathlib import Path

_METHODS = {
    "theo tỷ lệ hoàn thành": (
        ("kế hoạch", "thực hiện"),
        ("đạt điểm chuẩn khi hoàn thành từ: 100%", "cứ thiếu 1% thì trừ: 0,5", "cứ vượt 1% thì thưởng: 0,25"),
    ),
    "theo mức đạt": (
        ("kế hoạch", "thực hiện"),
        (
            "xét theo: tỷ lệ hoàn thành",
            "các mức:",
            "  - từ: 100%",
            "    điểm: 10",
            "  - từ: 90%",
            "    dưới: 100%",
            "    điểm: 7,5",
            "còn lại: 2",
        ),
    ),
    "so với đơn vị cao nhất": (
        ("kế hoạch", "thực hiện"),
        ("đạt chỉ tiêu được: 50%", "đơn vị không được giao chỉ tiêu: xếp nhóm riêng"),
    ),
    "đạt - không đạt": (("kế hoạch", "thực hiện"), ("đạt khi: thực hiện từ kế hoạch trở lên",)),
    "theo số lượng": (("số lượng",), ("mỗi kết quả được: 2",)),
    "nhập điểm đã chấm": (("điểm đã chấm",), ()),
}
_MEASURED = ("        đơn vị tính: triệu đồng", "        số chữ số thập phân: 2")
_DECLARED = {
    **dict.fromkeys(_METHODS, _MEASURED),
    "theo tỷ lệ hoàn thành": ("        điểm thưởng không quá: 2", *_MEASURED),
    "nhập điểm đã chấm": (),
}
_EVIDENCE = (
    "Nghị quyết của HĐND tỉnh về nhiệm vụ phát triển kinh tế - xã hội",
    "Báo cáo tình hình kinh tế - xã hội đã được HĐND tỉnh thông qua",
)


def write_home(root: Path, units: int, criteria: int, *, as_csv: bool = False) -> Path:
    """Write a home below ``root`` and return the period's folder. Each criterion has 10 points, two documents."""
    chance = random.Random(f"{units} {criteria}")
    (root / "thidua.toml").write_text("", encoding="utf-8")
    methods = [list(_METHODS)[index % len(_METHODS)] for index in range(criteria)]
    _write(root / "criteria/lon/1/thang-diem.yaml", _scale(methods))
    period = root / "dot"
    _write(period / "dot-cham-diem.yaml", _period(units, methods, as_csv))
    if as_csv:
        _write(period / "so-lieu.csv", _csv(units, methods, chance))
    else:
        for unit in range(units):
            _write(period / f"ho-so/don-vi-{unit + 1}.yaml", _dossier(unit, methods, chance))
    return period


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _scale(methods: list[str]) -> list[str]:
    lines = [
        "loại tệp: thang điểm", "mã: lon/1", "tên: Thang điểm để đo tốc độ", "tình trạng: giả định",
        "năm thi đua: 2019", f"tổng điểm: {10 * len(methods)}", "điểm thưởng tính trong điểm chuẩn của nội dung: không",
        "làm tròn điểm: 2 chữ số thập phân", "loại tài liệu:",
    ]  # fmt: skip
    for index, name in enumerate(_EVIDENCE):
        lines += [f"  - mã: tai-lieu-{index}", f"    tên: {name}"]
    lines += [
        "nội dung:", "  - mã: noi-dung-i",
        "    số mục: I", "    tên: Nội dung I", f"    điểm chuẩn: {10 * len(methods)}",
        "    tiêu chí:",
    ]  # fmt: skip
    for index, method in enumerate(methods):
        lines += [
            f"      - mã: tieu-chi-{index}", f"        số mục: I.{index + 1}", f"        tên: Tiêu chí thứ {index + 1}",
            "        điểm chuẩn: 10", *_DECLARED[method], f"        cách chấm: {method}",
            "        tài liệu kiểm chứng:",
            "          - tai-lieu-0", "          - tai-lieu-1", "        khi thiếu tài liệu kiểm chứng: tạm tính điểm",
            "        đơn vị cung cấp số liệu: UBND tỉnh", "        căn cứ: Kế hoạch để đo tốc độ",
        ]  # fmt: skip
        terms = _METHODS[method][1]
        if terms:
            lines += ["        mức điểm:", *(f"          {term}" for term in terms)]
    return lines


def _period(units: int, methods: list[str], as_csv: bool) -> list[str]:
    lines = [
        "loại tệp: đợt chấm điểm", "mã: dot-do-toc-do", "tên: Đợt để đo tốc độ", "tình trạng số liệu: giả định",
        "thang điểm: lon/1", "đơn vị thành viên:",
    ]  # fmt: skip
    for unit in range(units):
        lines += [f"  - mã: don-vi-{unit + 1}", f"    tên: Đơn vị {unit + 1}"]
    if as_csv:
        lines += [
            "nguồn ngoài:", "  - mã: so-lieu", "    tên: Số liệu", "    đơn vị cung cấp: Cục Thống kê",
            "    tình trạng: đã có",
            "    tệp: so-lieu.csv", "    tài liệu kiểm chứng:", "      - tai-lieu-0", "      - tai-lieu-1",
            "    tiêu chí:", *(f"      - tieu-chi-{index}" for index in range(len(methods))),
        ]  # fmt: skip
    return lines


def _figures(method: str, chance: random.Random) -> list[tuple[str, str]]:
    if method == "theo số lượng":
        return [("số lượng", str(chance.randint(0, 8)))]
    if method == "nhập điểm đã chấm":
        quarters = chance.randint(0, 40)
        return [("điểm đã chấm", f"{quarters // 4}{('', ',25', ',5', ',75')[quarters % 4]}")]
    target = chance.randint(1000, 9_000_000)
    actual = target * chance.randint(70, 140) // 100 if chance.random() < 0.8 else target
    return [("kế hoạch", f"{target}"), ("thực hiện", f"{actual},{chance.randint(0, 99):02d}")]


def _dossier(unit: int, methods: list[str], chance: random.Random) -> list[str]:
    lines = ["loại tệp: hồ sơ tự chấm điểm", f"đơn vị: don-vi-{unit + 1}", "ngày nhận: 12/02/2020", "tiêu chí:"]
    for index, method in enumerate(methods):
        lines.append(f"  tieu-chi-{index}:")
        lines += [f"    {name}: {value}" for name, value in _figures(method, chance)]
        lines += ["    tự chấm: 10", "    tài liệu kiểm chứng:"]
        for document in range(2):
            lines += [
                f"      - loại tài liệu: tai-lieu-{document}", f"        số: {index + 1}/BC-UBND",
                "        ngày: 05/12/2019", f"        cơ quan ban hành: Ủy ban nhân dân Đơn vị {unit + 1}",
            ]  # fmt: skip
    return lines


def _csv(units: int, methods: list[str], chance: random.Random) -> list[str]:
    lines = ["đơn vị;tiêu chí;số liệu;giá trị"]
    for unit in range(units):
        for index, method in enumerate(methods):
            lines += [f"Đơn vị {unit + 1};tieu-chi-{index};{name};{value}" for name, value in _figures(method, chance)]
    return lines
