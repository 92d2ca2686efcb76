"""What a split or a merger brings is told in full, for there is nothing to compare it with field by field."""

import json
from collections.abc import Iterator
from fractions import Fraction

from models import criterion, scale
from msgspec.structs import replace

from thidua.comparison.change import Change, mirrored
from thidua.comparison.scales import compare_scales
from thidua.model.scale import Criterion, Scale, Section
from thidua.model.terms import PerPieceTerms
from thidua.reports.page import Entry
from thidua.reports.version_json import version_json
from thidua.reports.version_page import version_page
from thidua.versions import Version
from thidua.vocabulary import key


def pieces(name: str, number: str, each: int, *replaces: str, standard: int = 20) -> Criterion:
    made = criterion(
        "per_piece", PerPieceTerms(Fraction(each)), standard, id=name, number=number, name=f"Mô hình {name}"
    )
    return replace(made, replaces=replaces, when_evidence_missing="no_points" if replaces else "pending")


WHOLE = pieces("mo-hinh", "III.3", 5)
SPLIT = (pieces("mh-a", "III.3", 9, "mo-hinh", standard=10), pieces("mh-b", "III.4", 9, "mo-hinh", standard=10))


def terms(each: int) -> str:
    return f"Mức điểm: {key('points_each')}: {each} điểm"


def entries(old: Scale, new: Scale) -> Iterator[Entry]:
    page = version_page(Version(old, "cu.yaml"), Version(new, "moi.yaml"), compare_scales(old, new))
    return (entry for block in page.blocks if block.heading.startswith("NỘI DUNG") for entry in block.entries)


def told(old: Scale, new: Scale) -> list[str]:
    return [line for entry in entries(old, new) for line in (entry.text, *entry.details)]


def test_the_new_criteria_of_a_split_are_told_with_all_they_say() -> None:
    old, new = scale(WHOLE), scale(*SPLIT)
    found = {entry.text: entry.details for entry in entries(old, new)}
    assert list(found) == [
        "Thêm do tách: III.3 Mô hình mh-a (10 điểm), một phần của III.3 Mô hình mo-hinh",
        "Thêm do tách: III.4 Mô hình mh-b (10 điểm), một phần của III.3 Mô hình mo-hinh",
        "Tách: III.3 Mô hình mo-hinh (20 điểm)",
    ]
    first, second, split = found.values()
    for each in (first, second):
        assert {terms(9), "Khi thiếu tài liệu kiểm chứng: không tính điểm"} <= {*each}
    assert terms(5) in split
    (row,) = [
        each
        for each in json.loads(
            version_json(Version(old, "cu.yaml"), Version(new, "moi.yaml"), compare_scales(old, new))
        )["changes"]
        if each["id"] == "mh-b"
    ]
    assert (row["kind"], row["field"], row["old"]) == ("added", "regrouped", None)
    assert row["new"]["terms"]["points_each"] == "9"
    assert row["text"] == "Thêm tiêu chí III.4 Mô hình mh-b (10 điểm), một phần của III.3 Mô hình mo-hinh"


def test_the_old_criteria_of_a_merger_are_told_as_well() -> None:
    found = told(scale(*SPLIT), scale(WHOLE))
    assert "Bỏ do gộp: III.4 Mô hình mh-b (10 điểm), một phần của III.3 Mô hình mo-hinh" in found
    assert found.count(terms(9)) == 2


def test_a_half_of_regrouped_criteria_is_told_too() -> None:
    old = scale(pieces("dan-chu", "II.1", 1), pieces("mo-hinh", "II.2", 2))
    new = scale(pieces("dan-chu-moi", "II.1", 3, "dan-chu", "mo-hinh"), pieces("sang-kien", "II.3", 4, "mo-hinh"))
    found = told(old, new)
    for each in (1, 2, 3, 4):
        assert terms(each) in found
    assert "Thêm do tách: II.3 Mô hình sang-kien (20 điểm), một phần của II.2 Mô hình mo-hinh" in found
    assert "Bỏ do gộp: II.1 Mô hình dan-chu (20 điểm), một phần của II.1 Mô hình dan-chu-moi" in found


def test_splits_mirror_mergers() -> None:
    def said(changes: tuple[Change, ...]) -> list[str]:
        return sorted(map(repr, changes))

    versions = (scale(WHOLE), scale(*SPLIT), scale(WHOLE, pieces("them", "III.5", 1, "mo-hinh")))
    for old in versions:
        for new in versions:
            there, back = compare_scales(old, new), compare_scales(new, old)
            assert said(there) == said(tuple(map(mirrored, back)))


def test_a_criterion_that_moved_and_was_split_says_both() -> None:
    kept = replace(WHOLE, id="giu", number="I.1")
    sections = [Section(f"noi-dung-{at}", at, f"Phần {at}", Fraction(20), ()) for at in ("i", "ii")]
    old = scale(sections=(replace(sections[0], criteria=(kept,)), replace(sections[1], criteria=(WHOLE,))))
    rest = pieces("mh-b", "I.3", 9, "mo-hinh")
    new = scale(
        sections=(replace(sections[0], criteria=(WHOLE,)), replace(sections[1], criteria=(rest, replace(kept))))
    )
    headings = [entry.text for entry in entries(old, new) if entry.text.startswith("Tách")]
    assert headings == ["Tách: III.3 Mô hình mo-hinh (20 điểm) (chuyển từ nội dung ii sang nội dung i)"]
