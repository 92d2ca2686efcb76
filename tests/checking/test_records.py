"""The period's files of what people did beside the points: read into the period, part of its hash, checked alone."""

import shutil
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from msgspec import defstruct
from msgspec.structs import replace

from thidua.checking import check
from thidua.home import find_home
from thidua.identity import identity
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.model.conference import (
    Ballot,
    Conclusion,
    RegisteredContent,
    RegisteredTarget,
    Registration,
    Session,
    Violation,
)
from thidua.model.congress import Congress, Delegation, Estimate, ProgrammePart, UnitConference
from thidua.model.period import Period
from thidua.pipeline import Scored, score

FORMATS = Path(__file__).parent.parent / "golden/formats"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The complete samples, free to be changed."""
    return Path(shutil.copytree(FORMATS, tmp_path / "nha"))


def loaded(home: Path) -> LoadedPeriod:
    return load_period(home / "dot-mau", find_home(home, home))


def period(home: Path) -> Period:
    found = loaded(home).period
    assert found is not None
    return found


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(target: Path, home: Path) -> list[tuple[str, int]]:
    return [(Path(each.place.path).name, each.code) for each in check([str(target)], home).diagnostics]


def test_registrations(home: Path) -> None:
    registrations = period(home).registrations
    assert registrations is not None
    assert registrations == (
        Registration(
            "tinh-a",
            date(2019, 2, 20),
            date(2019, 3, 22),
            "Văn bản giả định số 15/UBND-TĐKT ngày 20/02/2019 của UBND tỉnh A",
            ("Cụm trưởng", "Ban Thi đua - Khen thưởng Trung ương"),
            ("Cờ thi đua của Chính phủ",),
            (
                RegisteredContent(
                    "phong-trao",
                    "Phát động phong trào thi đua năm 2019",
                    "partly_done",
                    date(2020, 2, 20),
                    "Biên bản phúc tra giả định ngày 20/02/2020",
                ),
                RegisteredContent("mo-hinh", "Xây dựng một mô hình mới", "not_rechecked", None, None),
            ),
            (
                RegisteredTarget("tang-truong", "target", Fraction("8.5"), Fraction("4.1")),
                RegisteredTarget("an-toan-giao-thong", "so-vu.actual", Fraction(1200), None),
            ),
        ),
        Registration("tinh-b", date(2019, 2, 25), None),
    )


def test_violations(home: Path) -> None:
    open_, closed = period(home).violations
    assert open_ == Violation(
        "tinh-b",
        "inspection",
        "under_review",
        "Thanh tra việc quản lý đất đai",
        date(2019, 12, 5),
        None,
        "Quyết định giả định số 41/QĐ-TTr ngày 05/12/2019",
    )
    assert (closed.state, closed.ended_on) == ("cleared", date(2019, 8, 30))


def test_the_conference(home: Path) -> None:
    found = period(home)
    assert found.sessions == (
        Session(
            "preparatory",
            date(2020, 3, 5),
            "Hội trường UBND tỉnh A",
            15,
            14,
            "Đại diện Cụm trưởng",
            "Đại diện Cụm phó",
            "Biên bản giả định ngày 05/03/2020",
        ),
        Session("official", date(2020, 3, 6), None, 60, 58, None, None, None),
    )
    assert found.ballots == (
        Ballot(
            "leading_unit",
            "tinh-a",
            date(2020, 3, 5),
            15,
            14,
            14,
            13,
            13,
            "Biên bản kiểm phiếu giả định ngày 05/03/2020",
        ),
    )
    assert found.conclusions == (
        Conclusion(
            1,
            "tinh-a",
            "Bằng điểm với Tỉnh C; Hội nghị thống nhất xét nội dung III trước",
            date(2020, 3, 6),
            "Biên bản Hội nghị giả định ngày 06/03/2020",
        ),
    )


def test_comparisons_with_and_without_the_column_of_figures(home: Path) -> None:
    pledge, report = period(home).comparisons
    assert (pledge.id, pledge.figure, pledge.basis) == ("giao-uoc", "target", "Kế hoạch ngày 20/12/2019, mục III.1")
    assert pledge.figures == (
        ("tinh-a", "tang-truong", "target", Fraction("8.5")),
        ("tinh-a", "thu-ngan-sach", "target", Fraction(4000000)),
        ("tinh-b", "thu-ngan-sach", "target", Fraction(2150000)),
    )
    assert report.figures == (
        ("tinh-a", "tang-truong", "actual", Fraction("8.2")),
        ("tinh-a", "an-toan-giao-thong", "so-vu.actual", Fraction(1180)),
    )


def test_what_else_the_period_says(home: Path) -> None:
    found = period(home)
    assert (found.rules, found.adopted_result) == ("cum-mau/2019", "ket-qua.json")
    assert [member.women_share for member in found.members] == [Fraction(485, 1000), None, None]


def test_without_a_file_nothing_is_known_of_registrations(home: Path) -> None:
    change(home / "dot-mau/dot-cham-diem.yaml", "tệp đăng ký: dang-ky.yaml\n", "")
    assert period(home).registrations is None


def test_a_comparison_must_be_reported_where_the_figures_are(home: Path) -> None:
    with (home / "dot-mau/doi-chieu/giao-uoc.csv").open("a", encoding="utf-8") as file:
        file.write("Tỉnh A;muc-vuot-du-toan;4.000.000\n")
    assert ("giao-uoc.csv", 520) in codes(home / "dot-mau", home)


def test_the_congress(home: Path) -> None:
    found = period(home).congress
    assert found is not None
    assert found.required_parts[0] == ProgrammePart("khai-mac", "Khai mạc Đại hội (Hội nghị)")
    assert found.conferences == (
        UnitConference(
            "tinh-a",
            date(2020, 2, 12),
            1,
            "Kế hoạch giả định số 05/KH-UBND ngày 12/11/2019",
            ("khai-mac", "bao-cao"),
        ),
        UnitConference("tinh-b", None, None, "Kế hoạch giả định số 09/KH-UBND ngày 02/12/2019", None),
    )
    assert found.event is not None
    assert (found.event.agreed_total, found.event.held_on) == (30, date(2020, 3, 10))
    assert found.event.estimate == Estimate(
        "Quyết định giả định số 31/QĐ-UBND ngày 20/02/2020", date(2020, 2, 20), "Chủ tịch Ủy ban nhân dân"
    )
    assert found.allocations == (("tinh-a", 18), ("tinh-b", 12))
    assert [each.share_from for each in found.structure] == [Fraction(3, 10), Fraction(505, 1000), None]
    assert found.delegations == (
        Delegation("tinh-a", 18, (("Nữ", 7), ("Điển hình tiên tiến", 10), ("Tôn giáo", 0))),
        Delegation("tinh-b", 12, ()),
    )
    assert [(each.id, each.kind, each.attends_province, each.award) for each in found.nominees] == [
        ("ca-nhan-1", "person", True, "Chiến sĩ thi đua cấp tỉnh"),
        ("tap-the-1", "group", False, None),
    ]


def test_a_group_is_known_by_its_declared_name_however_it_is_typed(home: Path) -> None:
    before = period(home).congress
    change(home / "dot-mau/dai-hoi.yaml", "      - nhóm: Điển hình tiên tiến", "      - nhóm: điển  hình TIÊN TIẾN")
    assert period(home).congress == before


def test_a_period_that_names_no_congress_keeps_the_hash_that_it_had_before_there_were_any(home: Path) -> None:
    change(home / "dot-mau/dot-cham-diem.yaml", "tệp đại hội: dai-hoi.yaml\n", "")
    without = period(home)
    assert without.congress is None
    names = [name for name in without.__struct_fields__ if name != "congress"]
    earlier = defstruct("Period", names)(*(getattr(without, name) for name in names))
    assert identity(without) == identity(earlier)
    assert identity(without) != identity(replace(without, congress=Congress()))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("dang-ky.yaml", "ngày ký giao ước: 22/03/2019", "ngày ký giao ước: 23/03/2019"),
        ("dang-ky.yaml", "kết quả phúc tra: thực hiện một phần", "kết quả phúc tra: đã thực hiện"),
        ("dang-ky.yaml", "chỉ tiêu: 8,5", "chỉ tiêu: 8,6"),
        ("dang-ky.yaml", "thực hiện 6 tháng: 4,1", "thực hiện 6 tháng: 4,2"),
        ("vi-pham.yaml", "từ ngày: 05/12/2019", "từ ngày: 06/12/2019"),
        ("bo-phieu.yaml", "số có mặt: 14", "số có mặt: 13"),
        ("bo-phieu.yaml", "phiếu đồng ý: 13", "phiếu đồng ý: 12"),
        ("bo-phieu.yaml", "xếp thứ: 1", "xếp thứ: 2"),
        ("dai-hoi.yaml", "số lượng: 7", "số lượng: 8"),
        ("dai-hoi.yaml", "tỷ lệ từ: 30%", "tỷ lệ từ: 31%"),
        ("doi-chieu/giao-uoc.csv", "8,5", "8,6"),
        ("dot-cham-diem.yaml", "tỷ lệ nữ: 48,5%", "tỷ lệ nữ: 48,6%"),
    ],
)
def test_they_take_part_in_the_hash(home: Path, file: str, old: str, new: str) -> None:
    change(home / "dot-mau" / file, old, new)
    after = score(str(home / "dot-mau"), home, engine="reference")
    assert after.period_hash
    assert after.period_hash != unchanged().period_hash != ""


@cache
def unchanged() -> Scored:
    return score(str(FORMATS / "dot-mau"), FORMATS, engine="reference")


def test_the_hash_is_the_same_wherever_the_files_stand(home: Path) -> None:
    assert score(str(home / "dot-mau"), home, engine="reference").period_hash == unchanged().period_hash


def test_where_the_adopted_result_is_saved_takes_no_part_in_the_hash(home: Path) -> None:
    """That result holds the hash, and is named only after it was saved."""
    named = score(str(home / "dot-mau"), home, engine="reference")
    change(home / "dot-mau/dot-cham-diem.yaml", "kết quả đã thông qua: ket-qua.json\n", "")
    bare = score(str(home / "dot-mau"), home, engine="reference")
    assert (named.adopted_file is None, bare.adopted_file is None) == (False, True)
    assert named.period_hash == bare.period_hash != ""


@pytest.mark.parametrize(
    "name", ["dang-ky.yaml", "vi-pham.yaml", "bo-phieu.yaml", "dai-hoi.yaml", "doi-chieu/giao-uoc.csv"]
)
def test_no_result_may_be_written_over_them(name: str) -> None:
    assert (FORMATS / "dot-mau" / name).resolve() in unchanged().inputs


@pytest.mark.parametrize("name", ["dang-ky.yaml", "vi-pham.yaml", "bo-phieu.yaml", "dai-hoi.yaml"])
def test_one_file_is_checked_alone(home: Path, name: str) -> None:
    file = home / "dot-mau" / name
    assert codes(file, home) == []
    change(file, "đơn vị: tinh-a" if name != "vi-pham.yaml" else "đơn vị: tinh-c", "đơn vị: tinh-x")
    assert codes(file, home) == [(name, 508)]


def test_a_file_that_the_period_does_not_name_is_told_of(home: Path) -> None:
    shutil.copy(home / "dot-mau/vi-pham.yaml", home / "dot-mau/vi-pham-cu.yaml")
    assert codes(home / "dot-mau/vi-pham-cu.yaml", home) == [("vi-pham-cu.yaml", 550)]


def test_the_files_are_counted_once(home: Path) -> None:
    # The period, its dossier, the outline of reports and five files of what people did and decided.
    assert check([str(home / "dot-mau")], home).files == 8
