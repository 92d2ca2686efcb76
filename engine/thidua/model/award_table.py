"""The award summary table (bảng tổng hợp kết quả khen thưởng) that the outline of the yearly report asks for."""

from msgspec import Struct


class AwardRow(Struct, frozen=True):
    """A title or form of award; ``collectives`` and ``persons``: who may receive it."""

    id: str
    number: str
    name: str
    collectives: bool = True
    persons: bool = True


class AwardGroup(Struct, frozen=True):
    """Awards of one level."""

    number: str
    name: str
    rows: tuple[AwardRow, ...]


AWARD_GROUPS: tuple[AwardGroup, ...] = (
    AwardGroup(
        "I",
        "Khen thưởng cấp Nhà nước",
        (
            AwardRow("ba-me-viet-nam-anh-hung", "1", "Bà mẹ Việt Nam anh hùng", collectives=False),
            AwardRow("anh-hung-lao-dong", "2", "Anh hùng Lao động"),
            AwardRow("huan-chuong-doc-lap", "3", "Huân chương Độc lập các hạng"),
            AwardRow("huan-chuong-lao-dong", "4", "Huân chương Lao động các hạng"),
            AwardRow("huan-chuong-khang-chien", "5", "Huân chương kháng chiến các hạng"),
            AwardRow("huy-chuong-khang-chien", "6", "Huy chương kháng chiến các hạng"),
            AwardRow("co-thi-dua-chinh-phu", "7", "Cờ thi đua của Chính phủ", persons=False),
            AwardRow("bang-khen-thu-tuong", "8", "Bằng khen của Thủ tướng Chính phủ"),
            AwardRow("chien-si-thi-dua-toan-quoc", "9", "Chiến sĩ thi đua toàn quốc", collectives=False),
        ),
    ),
    AwardGroup(
        "II",
        "Khen thưởng cấp tỉnh",
        (
            AwardRow("co-thi-dua-tinh", "1", "Cờ thi đua của UBND tỉnh", persons=False),
            AwardRow("tap-the-lao-dong-xuat-sac", "2", "Tập thể Lao động xuất sắc", persons=False),
            AwardRow("chien-si-thi-dua-tinh", "3", "Chiến sĩ thi đua cấp tỉnh", collectives=False),
            AwardRow("bang-khen-tinh", "4", "Bằng khen của UBND tỉnh"),
        ),
    ),
)
"""Rows and their order as in seed 000; who may receive what as the award itself says."""
