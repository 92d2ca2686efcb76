"""What two files write differently and mean alike has one hash and is no change; what is told reads differently."""

from fractions import Fraction
from pathlib import Path

import pytest
from models import criterion, scale
from msgspec.structs import replace

from thidua.building.figures import kind_by_measure
from thidua.comparison.saying import quoted
from thidua.comparison.scales import compare_scales
from thidua.identity import identity
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua.model.figure import FigureKind
from thidua.model.rules import RuleSet
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import Band, BandsTerms, Quantity
from thidua.reports.version_lines import line
from thidua.versions import changes_between

ROOT = Path(__file__).parents[2]
TAY_NINH = ROOT / "criteria/lien-hiep-hoi-tay-ninh/2020/thang-diem.yaml"
MIEN_DONG = ROOT / "criteria/mien-dong-nam-bo/2019/thang-diem.yaml"
RULES = ROOT / "rules/thi-dua-cum/2019.yaml"


def loaded(file: Path) -> Scale | RuleSet:
    found = load_scale(file).scale if file.name == TAY_NINH.name else load_rules(file).rules
    assert found
    return found


@pytest.mark.parametrize(
    ("file", "written", "other"),
    [
        (TAY_NINH, "          không dưới: 0\n", ""),
        (MIEN_DONG, "tên: Tổng thu ngân sách trên địa bàn tỉnh", 'tên: "Tổng thu  ngân sách trên địa bàn tỉnh"'),
        (MIEN_DONG, "đơn vị tính: tỷ đồng\n", 'đơn vị tính: "tỷ  đồng"\n'),
        (MIEN_DONG, "15; 0) + nếu", "15; 0)  +  nếu"),
        (RULES, "tên: Kê tên tệp nhưng không có tệp", 'tên: "Kê tên tệp  nhưng không có tệp"'),
        (RULES, "không thấy tệp {t.tệp}", "không thấy  tệp {t.tệp}"),
    ],
)
def test_other_writing_is_no_change(file: Path, written: str, other: str, tmp_path: Path) -> None:
    text = file.read_text("utf-8")
    assert written in text
    (tmp_path / file.name).write_text(text.replace(written, other), "utf-8")
    one, same = loaded(file), loaded(tmp_path / file.name)
    assert changes_between(one, same) == ()
    assert identity(one) == identity(same)


def with_bands(measure: str, kind: FigureKind, terms: BandsTerms) -> Criterion:
    made = criterion("bands", terms)
    return replace(made, figures=tuple(replace(each, measure=measure, kind=kind) for each in made.figures))


def told(old: BandsTerms, new: BandsTerms, measures: tuple[str, str]) -> list[str]:
    """What is told of bands whose figures are measured in millions before and in percent now, or as ``measures``."""
    sides = zip((old, new), measures, strict=True)
    before, after = (with_bands(each, kind_by_measure(each), terms) for terms, each in sides)
    whole = scale(before), scale(after)
    changes = compare_scales(*whole)
    assert not [each for each in changes if each.old and each.new and each.old.words == each.new.words]
    return [line(each) for each in changes]


BANDS = (Band(Fraction(40), low=Fraction(95, 100)), Band(Fraction(20), high=Fraction(95, 100), high_included=False))


@pytest.mark.parametrize("quantity", ["completion_rate", "growth", "difference"])
def test_bands_on_what_is_made_of_two_figures_read_the_same_whatever_the_measure(quantity: Quantity) -> None:
    terms = BandsTerms(quantity, BANDS)
    found = told(terms, terms, ("triệu đồng", "phần trăm"))
    assert found
    assert all("đơn vị tính" in each for each in found)


def test_bands_on_a_figure_itself_are_told_anew_where_its_measure_is_percent() -> None:
    terms = BandsTerms("actual", BANDS)
    found = told(terms, terms, ("triệu đồng", "phần trăm"))
    assert "Mức: từ 0,95: 40 điểm; dưới 0,95: 20 điểm → từ 0,95%: 40 điểm; dưới 0,95%: 20 điểm" in found


def test_of_bands_that_read_the_same_on_another_quantity_only_that_is_told() -> None:
    found = told(BandsTerms("completion_rate", BANDS), BandsTerms("growth", BANDS), ("triệu đồng", "triệu đồng"))
    assert found[0] == "Xét theo: tỷ lệ hoàn thành → tăng so với năm trước"
    assert not any(each.startswith("Mức") for each in found)


def test_lines_of_a_text_are_told_apart() -> None:
    assert quoted("một\nhai") != quoted("một hai")
