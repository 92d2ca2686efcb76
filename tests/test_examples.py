"""What is shipped: scales, cases and the real example, whose points are computed again here by hand.

The assumed periods have their own tests in golden/examples.
The two assumed periods have their own tests in golden/examples, the congress without points in rules.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path

import pytest

from thidua import case_runs, checking, pipeline
from thidua.casework import CaseResult
from thidua.diagnostics import Diagnostic
from thidua.loading.scales import load_scale
from thidua.model.scale import Criterion
from thidua.model.terms import BandsTerms
from thidua.numerals.writing import format_number
from thidua.scoring import ClusterResult

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "thu-ngan-sach"
# Faulty on purpose: golden/examples and rules hold every warning about them.
ASSUMED = ("mien-dong-nam-bo-2019", "bac-trung-bo-2020", "lien-hiep-hoi-tay-ninh-2020", "dai-hoi-duyen-hai-2020")
SCALES = sorted((ROOT / "criteria").glob("*/*/thang-diem.yaml"))

YEARS = ("2013", "2014")
CLUSTERS = {
    "mien-dong-nam-bo": "Tây Ninh, Ninh Thuận, Bà Rịa - Vũng Tàu, Bình Dương, Bình Phước, Bình Thuận, Đồng Nai",
    "bac-trung-bo": "Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế",
    # Vietnamese alphabetical order: Ă and Â after A, Đ after D; Thành phố Hồ Chí Minh by its own name.
    "ca-nuoc": (
        "An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, "
        "Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, "
        "Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, "
        "Thành phố Hồ Chí Minh, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm "
        "Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, "
        "Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, "
        "Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái"
    ),
}
PUBLISHED_AS = {
    "Bà Rịa - Vũng Tàu": "Bà Rịa-Vũng Tàu",
    "Thừa Thiên Huế": "Thừa Thiên-Huế",
    "Thành phố Hồ Chí Minh": "Hồ Chí Minh",
}
PERIODS = [(cluster, year) for cluster in CLUSTERS for year in YEARS]


# Everything that is shipped


def test_all_shipped_files_check_without_a_word_except_the_periods_that_are_faulty_on_purpose() -> None:
    shipped = [file for folder in ("criteria", "examples") for file in (ROOT / folder).rglob("*.yaml")]
    checked = checking.check([str(ROOT / "criteria"), str(ROOT / "examples")], ROOT)
    unexpected = [each for each in checked.diagnostics if each.severity == "error" or not _is_faulty_on_purpose(each)]
    assert [str(each) for each in unexpected] == []
    assert checked.files == len(shipped) > 0


def _is_faulty_on_purpose(found: Diagnostic) -> bool:
    file = Path(found.place.path).resolve()
    return any(file.is_relative_to(ROOT / "examples" / period) for period in ASSUMED)


@cache
def case_results() -> tuple[CaseResult, ...]:
    tested = case_runs.run_cases([str(ROOT / "criteria")], ROOT)
    assert [str(each) for each in tested.diagnostics] == []
    return tested.results


def test_all_shipped_cases_pass() -> None:
    wrong = [
        f"{result.case.file}:{result.case.line}: {unit.name}: {told.explanation}"
        for result in case_results()
        for unit, told in result.failures
    ]
    assert wrong == []


@pytest.mark.parametrize("scale_file", SCALES, ids=lambda file: "/".join(file.parts[-3:-1]))
def test_every_criterion_of_a_shipped_scale_has_a_case(scale_file: Path) -> None:
    scale = load_scale(scale_file).scale
    assert scale is not None
    tested = {result.case.criterion for result in case_results() if _is_beside(result, scale_file)}
    assert {criterion.id for criterion in scale.criteria} - tested == set()


def _is_beside(result: CaseResult, scale_file: Path) -> bool:
    return Path(result.case.file).resolve().is_relative_to(scale_file.parent)


def test_cases_stand_on_both_sides_of_every_band_edge() -> None:
    file = ROOT / "criteria" / "thu-ngan-sach" / "ty-le" / "thang-diem.yaml"
    scale = load_scale(file).scale
    assert scale is not None
    banded = scale.criteria[1]
    terms = banded.terms
    assert isinstance(terms, BandsTerms)
    cases = [result for result in case_results() if _is_beside(result, file) and result.case.criterion == banded.id]
    rates = [rate for result in cases for rate in _rates(result)]
    one_million_dong = Fraction(1, 1_000_000)
    edges = {band.low for band in terms.bands if band.low is not None}
    assert len(edges) == 7
    assert {edge for edge in edges if edge not in rates or edge - one_million_dong not in rates} == set()


def _rates(result: CaseResult) -> list[Fraction]:
    figures = [dict(unit.figures) for unit, _ in result.results]
    return [each["actual"] / each["target"] for each in figures if each.get("target") and "actual" in each]


# The figures of the example


@dataclass(frozen=True)
class Revenue:
    """Million đồng."""

    plan: int
    final: int

    @property
    def rate(self) -> Fraction:
        return Fraction(self.final, self.plan)


@cache
def published(year: str) -> dict[str, Revenue]:
    """The shipped figures by the published name, read without the program."""
    header, *rows = (EXAMPLE / "so-lieu" / f"thu-ngan-sach-{year}.csv").read_text(encoding="utf-8").splitlines()
    assert header == "đơn vị;tiêu chí;số liệu;giá trị"
    figures: dict[tuple[str, str], int] = {}
    for row in rows:
        unit, criterion, figure, value = row.split(";")
        assert criterion == "thu-ngan-sach"
        assert figure in ("kế hoạch", "thực hiện")
        assert re.fullmatch("[1-9][0-9]*", value)
        assert (unit, figure) not in figures
        figures[unit, figure] = int(value)
    units = {unit for unit, _ in figures}
    assert len(figures) == 2 * len(units)
    return {unit: Revenue(figures[unit, "kế hoạch"], figures[unit, "thực hiện"]) for unit in units}


def members(cluster: str) -> list[str]:
    return CLUSTERS[cluster].split(", ")


@pytest.mark.parametrize("year", YEARS)
def test_there_are_the_63_provinces_of_that_time(year: str) -> None:
    names = [PUBLISHED_AS.get(name, name) for name in members("ca-nuoc")]
    assert len(names) == 63
    assert sorted(published(year)) == sorted(names)


# Taken from the published tables by hand.
SPOT_CHECKS = [
    ("2013", "Bà Rịa-Vũng Tàu", Revenue(125538000, 118221388)),
    ("2013", "Bình Phước", Revenue(4035000, 4136778)),
    ("2013", "Hồ Chí Minh", Revenue(236830000, 252535162)),
    ("2013", "Lai Châu", Revenue(375800, 2287663)),
    ("2014", "Cà Mau", Revenue(4380000, 3783189)),
    ("2014", "Hà Nội", Revenue(126214000, 191663424)),
    ("2014", "Hà Tĩnh", Revenue(4920000, 15945593)),
    ("2014", "Thừa Thiên-Huế", Revenue(4120000, 6398558)),
]


@pytest.mark.parametrize(("year", "unit", "revenue"), SPOT_CHECKS)
def test_figures_are_the_published_ones(year: str, unit: str, revenue: Revenue) -> None:
    assert published(year)[unit] == revenue


@pytest.mark.parametrize(("year", "plan", "final"), [("2013", 882000000, 1076723808), ("2014", 817200000, 1120237007)])
def test_figures_of_all_provinces_add_up_to_the_published_ones(year: str, plan: int, final: int) -> None:
    everywhere = published(year).values()
    assert (sum(each.plan for each in everywhere), sum(each.final for each in everywhere)) == (plan, final)


# The periods


@cache
def scored(cluster: str, year: str, scale: str = "thu-ngan-sach/ty-le") -> ClusterResult:
    found = pipeline.score(str(EXAMPLE / f"{cluster}-{year}"), ROOT, scale)
    assert [str(each) for each in found.diagnostics] == []
    assert found.result is not None
    return found.result


@pytest.mark.parametrize(("cluster", "year"), PERIODS)
def test_a_period_says_what_its_figures_are(cluster: str, year: str) -> None:
    result = scored(cluster, year)
    assert not result.period.assumed_data
    assert result.scale.state == "assumed"
    assert result.scale.caution
    assert "chuyển nguồn" in (result.period.caution or "")
    assert f"Địa giới năm {year}" in (result.period.caution or "")
    assert "Bộ Tài chính" in (result.period.source_note or "")
    # The seeds name heads and deputies of other years.
    assert (result.period.head, result.period.deputy) == (None, None)


@pytest.mark.parametrize(("cluster", "year"), PERIODS)
def test_every_member_is_found_with_its_figures(cluster: str, year: str) -> None:
    units = scored(cluster, year).units
    assert [unit.member.name for unit in units] == members(cluster)
    for unit in units:
        revenue = published(year)[PUBLISHED_AS.get(unit.member.name, unit.member.name)]
        assert dict(unit.criteria[0].figures) == {"target": revenue.plan, "actual": revenue.final}
        assert (unit.criteria[0].status, unit.provisional) == ("scored", False)


# Points and places, worked out by hand

Rule = Callable[[Fraction, list[Fraction]], Fraction]


def by_rate(rate: Fraction, _: list[Fraction]) -> Fraction:
    steps = {300: 40, 200: 36, 150: 32, 125: 28, 110: 24, 100: 20, 90: 12, 0: 0}
    band = next(Fraction(points) for edge, points in steps.items() if rate * 100 >= edge)
    if rate > 1:
        return band + 60 + min(Fraction(5), (rate - 1) * 5)
    return band + (Fraction(0) if rate < Fraction(7, 10) else 60 - (1 - rate) * 100)


def by_leader(rate: Fraction, cluster: list[Fraction]) -> Fraction:
    if rate <= 1:
        return 50 * rate
    return 50 + 50 * (rate - 1) / (max(cluster) - 1)


RULES: dict[str, Rule] = {"ty-le": by_rate, "cao-nhat": by_leader}


def two_decimals_half_up(points: Fraction) -> Fraction:
    return Fraction(floor(points * 100 + Fraction(1, 2)), 100)


@pytest.mark.parametrize("scale", RULES)
@pytest.mark.parametrize(("cluster", "year"), PERIODS)
def test_totals_and_places_are_those_worked_out_by_hand(cluster: str, year: str, scale: str) -> None:
    names = members(cluster)
    rates = [published(year)[PUBLISHED_AS.get(name, name)].rate for name in names]
    totals = [two_decimals_half_up(RULES[scale](rate, rates)) for rate in rates]
    places = [1 + sum(other > total for other in totals) for total in totals]
    units = scored(cluster, year, f"thu-ngan-sach/{scale}").units
    assert [(unit.member.name, unit.total, unit.rank) for unit in units] == list(
        zip(names, totals, places, strict=True)
    )


def test_the_points_of_the_demonstration() -> None:
    """Literals, so that the same slip in the program and above would still show."""
    units = scored("mien-dong-nam-bo", "2013").units
    assert {unit.member.id: (unit.rank, format_number(unit.total or Fraction(0))) for unit in units} == {
        "ninh-thuan": (1, "101"),
        "tay-ninh": (2, "90,04"),
        "binh-thuan": (3, "89,72"),
        "binh-duong": (4, "84,81"),
        "dong-nai": (5, "84,64"),
        "binh-phuoc": (6, "80,13"),
        "ba-ria-vung-tau": (7, "66,17"),
    }


def test_the_scales_ask_for_the_same_criterion_so_that_one_file_of_figures_serves_them_all() -> None:
    def asked(criterion: Criterion) -> tuple[object, ...]:
        same = (criterion.reported_under, criterion.figures, criterion.evidence)
        return (*same, criterion.figures_supplier, criterion.basis)

    results = [scored("bac-trung-bo", "2014", f"thu-ngan-sach/{name}") for name in RULES]
    criteria = [criterion for result in results for criterion in result.scale.criteria]
    assert len(criteria) == 3
    assert len({asked(criterion) for criterion in criteria}) == 1
