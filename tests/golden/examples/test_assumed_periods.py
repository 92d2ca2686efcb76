"""The two assumed periods: what check and score say, word for word, and points worked out by hand."""

import re
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from small_cluster import same_as_golden

from thidua import checking, pipeline
from thidua.home import find_home
from thidua.loading.periods import load_period
from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.reports.table import table_report
from thidua.scoring import ClusterResult

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parent.parent.parent
PERIODS = ("mien-dong-nam-bo-2019", "bac-trung-bo-2020")


@pytest.fixture(autouse=True)
def _at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


@cache
def scored(period: str) -> Scored:
    """Call it at the root, so that paths in messages are short. By the engine that is there on every machine."""
    return pipeline.score(f"examples/{period}", engine="reference")


def cluster(period: str) -> ClusterResult:
    found = scored(period).result
    assert found is not None
    return found


@pytest.mark.parametrize("period", PERIODS)
def test_check_warns_of_the_purposeful_faults_and_nothing_else(period: str, rewrite_golden: bool) -> None:
    found = checking.check([f"examples/{period}"]).diagnostics
    assert [str(each) for each in found if each.severity == "error"] == []
    told = "".join(f"{each}\n" for each in found)
    assert same_as_golden(told, GOLDEN / f"{period}.check.txt", rewrite_golden)


@pytest.mark.parametrize("period", PERIODS)
def test_the_table_is_as_reviewed(period: str, rewrite_golden: bool) -> None:
    table = table_report(scored(period), cluster(period))
    assert same_as_golden(table, GOLDEN / f"{period}.table.txt", rewrite_golden)


@pytest.mark.parametrize("period", PERIODS)
def test_the_readme_of_a_period_tells_of_every_warning(period: str) -> None:
    codes = set(re.findall(r"TD-\d+", (GOLDEN / f"{period}.check.txt").read_text(encoding="utf-8")))
    readme = (ROOT / "examples" / period / "README.md").read_text(encoding="utf-8")
    assert codes == set(re.findall(r"TD-\d+", readme))


@pytest.mark.parametrize("period", PERIODS)
def test_a_period_is_marked_as_assumed(period: str) -> None:
    result = cluster(period)
    assert result.period.assumed_data
    assert result.scale.state == "assumed"
    assert (result.period.head, result.period.deputy) == ("tinh-a", "tinh-b")
    assert [unit.member.name for unit in result.units] == [
        f"Tỉnh {letter}" for letter in "ABCDEFG"[: len(result.units)]
    ]


# By period: the last day in time (before 15/02/2020, before 25/01/2021), who was late and when.
LATE = {
    "mien-dong-nam-bo-2019": (date(2020, 2, 14), {"tinh-f": date(2020, 2, 18)}),
    "bac-trung-bo-2020": (date(2021, 1, 24), {"tinh-e": date(2021, 1, 28)}),
}


@pytest.mark.parametrize("period", PERIODS)
def test_one_dossier_is_late_and_one_is_missing(period: str) -> None:
    loaded = load_period(ROOT / "examples" / period, find_home(None, ROOT))
    assert loaded.period is not None
    day, late = LATE[period]
    annual = next(each for each in loaded.period.deadlines if each.id == "tong-ket")
    assert annual.last_day == day
    received = {unit: dossier.received for unit, dossier in loaded.dossiers.items()}
    assert {unit: when for unit, when in received.items() if when is None or when > day} == late
    assert [member.id for member in loaded.period.members if member.id not in received] == [
        loaded.period.members[-1].id
    ]


@pytest.mark.parametrize("period", PERIODS)
def test_papers_of_number_and_date_only_have_both_and_no_file(period: str) -> None:
    papers = [
        item
        for unit in cluster(period).units
        for result in unit.criteria
        for requirement in result.criterion.evidence
        for item in result.evidence
        if requirement.number_and_date_only and item.type == requirement.id
    ]
    assert len(papers) >= 20
    assert [item for item in papers if item.file or not item.number or not item.dated] == []


# Points and places, worked out by hand from the dossiers and the scale

TOTALS = {
    "mien-dong-nam-bo-2019": {
        "tinh-a": ("947", 2),  # 569 + 200 + 178,5 − 0,5: bonuses of 5 + 0,5, of which 5 count
        # 499,6 + 196 + 171,5 = 867,1 of the 980 points that apply
        "tinh-b": ("884,8", 4),
        "tinh-c": ("976,63", 1),  # 595,13 + 200 + 181,75 − 0,25: bonuses of 4,5 + 0,75
        "tinh-d": ("912,07", 3),
        "tinh-e": ("884,8", 4),
        "tinh-f": ("788", 6),
        "tinh-g": ("195,5", None),  # 17 + 18 + 160,5: what others supply; no dossier, so no place
    },
    "bac-trung-bo-2020": {
        "tinh-a": ("928,2", 3),
        "tinh-b": ("946,2", 2),  # 279,5 × 2 + 200 + 93,6 × 2
        "tinh-c": ("948,7", 1),  # 274,05 × 2 + 199 + 100,8 × 2
        "tinh-d": ("774,9", 4),
        "tinh-e": ("774,9", 4),
        "tinh-f": ("20", None),  # 10 × 2; no dossier, so no place
    },
}


@pytest.mark.parametrize("period", PERIODS)
def test_totals_and_places(period: str) -> None:
    units = cluster(period).units
    assert {unit.member.id: (format_number(unit.total or Fraction(0)), unit.rank) for unit in units} == TOTALS[period]


# By period and unit: the points, or the status where there are none, and how they come about.
SPOTS: dict[str, dict[str, dict[str, tuple[str, str]]]] = {
    "mien-dong-nam-bo-2019": {
        "tinh-c": {
            "tang-truong-kinh-te": ("50", "7,82 ≥ 7,5"),
            "thu-ngan-sach": ("44,5", "9374/8600 = 109%: 40 + 9 × 0,5"),
            "von-fdi": ("30,63", "130%, leader 140%: 17,5 + 17,5 × 30/40 = 30,625"),
            "de-tai-ung-dung": ("18", "9 × 2"),
            "an-toan-giao-thong": ("25", "8 + 9 + 8"),
            "cai-cach-hanh-chinh": ("27", "83,41 is second to 84,12"),
            "chi-thi-05": ("35", "15 + 20: 6 × 4, at most 20"),
            "tinh-gon-dau-moi": ("20", "30 of 28"),
            "mo-hinh-moi": ("pending_source", "the Board has not given its points"),
            "thuong-khen-cap-nha-nuoc": ("0,75", "3 × 0,25"),
        },
        "tinh-b": {
            "tang-truong-kinh-te": ("42", "7,64 − 8 = −0,36"),
            "kim-ngach-xuat-khau": ("33,5", "19503/19800 = 98,5%: 35 − 1,5"),
            "thu-ngan-sach": ("41", "55692/54600 = 102%: 40 + 2 × 0,5"),
            "co-cau-kinh-te": ("10", "90,8 < 91: 0; 90,8 > 90,2: 10"),
            "von-fdi": ("21", "108%: 17,5 + 17,5 × 8/40"),
            "truong-chuan-quoc-gia": ("25", "67,5/68 = 99,26%: less than 1% is not counted"),
            "pho-cap-giao-duc": ("0", "no decision, no points"),
            "giuong-benh": ("14,5", "27,8/28 = 99,29%: a started 1% counts: 15 − 0,5"),
            "giam-ngheo": ("not_applicable", "nobody is poor there"),
            "kham-pha-an": ("20", "74,2% is from 70% to below 75%"),
            "tiet-kiem-chong-tham-nhung": ("15", "20 − 1 × 5"),
            "cai-cach-hanh-chinh": ("30", "84,12 is highest"),
        },
        "tinh-e": {
            "thu-ngan-sach": ("41,5", "verified: 7313/7100 = 103%: 40 + 3 × 0,5"),
            "von-fdi": ("35", "no target; highest of the two without one"),
            "grdp-binh-quan": ("24", "50,49/51 = 99%: 25 − 1"),
            "truong-chuan-quoc-gia": ("23", "43,2/45 = 96%: 25 − 4 × 0,5"),
            "gia-dinh-van-hoa": ("0", "89,4 < 90"),
            "khach-du-lich": ("8", "875,5/850: 3% more"),
            "giuong-benh": ("13,5", "22,5/23 = 97,83%: three started 1%: 15 − 3 × 0,5"),
            "giam-ngheo": ("18", "1,08/1,2 = 90%: 20 − 10 × 0,2"),
            "giai-quyet-viec-lam": ("9,8", "15840/16000 = 99%: 10 − 0,2"),
            "xep-loai-quoc-phong": ("11,25", "15 × 75%"),
            "chinh-quyen-dien-tu": ("11,5", "41,85/45 = 93%: 15 − 7 × 0,5"),
            "cai-cach-hanh-chinh": ("12", "79,85 is lowest of seven"),
        },
        "tinh-a": {"giuong-benh": ("pending_evidence", "no report of Sở Y tế")},
        "tinh-d": {"thu-ngan-sach": ("42,5", "provisional: 9660/9200 = 105%: 40 + 5 × 0,5")},
        "tinh-f": {
            "von-fdi": ("14", "no target: 35 × 25/62,5"),
            "tiep-cong-dan": ("0", "verified, in dispute"),
            "an-toan-giao-thong": ("pending_source", "a figure is missing"),
        },
        "tinh-g": {"tang-truong-kinh-te": ("not_reported", "no dossier"), "cai-cach-hanh-chinh": ("18", "fifth")},
    },
    "bac-trung-bo-2020": {
        "tinh-b": {
            "tang-truong-grdp": ("25", "10,4 ≥ 10"),
            "thu-ngan-sach": ("22", "15730/14300 = 110%: 20 + 10 × 0,2"),
            "muc-vuot-thu-ngan-sach": ("8", "110% is from 105% to below 115%"),
            "kim-ngach-xuat-khau": ("14,5", "1128/1200 = 94%, 1% below 95%: 15 − 0,5"),
            "truong-chuan-quoc-gia": ("15", "75,5/76 = 99,34%: less than 1% is not counted"),
            "an-toan-giao-thong": ("10", "5 + 5 + 0: 98 > 95"),
            "thanh-tra-khieu-nai": ("15", "13 + 6 × 0,5 − 1"),
            "cai-cach-hanh-chinh": ("pending_source", "PAR INDEX of 2020 has not appeared"),
            "tham-luan": ("9,6", "without 98 and 94: (95 + 96 + 97)/3 = 96 of 100"),
            "dai-hoi-thi-dua": ("pending_evidence", "no report of the congress"),
            "thuong-khen-cap-nha-nuoc": ("4", "2 × 1 + 8 × 0,25"),
        },
        "tinh-c": {
            "thu-ngan-sach": ("21,8", "13625/12500 = 109%: 20 + 9 × 0,2"),
            "von-dau-tu-xa-hoi": ("14,4", "80770/82000 = 98,5%: two started 1%: 15 − 2 × 0,3"),
            "von-fdi": ("11,4", "110%, leader 150%: 10,5 + 4,5 × 10/50"),
            "nong-thon-moi": ("15", "does not apply: full points"),
            "giam-ngheo": ("12", "1,05 − 1,2 = −0,15"),
            "bao-hiem-y-te": ("14,85", "15 × 91,08/92"),
            "giai-quyet-viec-lam": ("9,6", "37240/38000 = 98%: 10 − 2 × 0,2"),
            "chinh-quyen-dien-tu": ("7", "28,4% is from 20% to below 30%"),
            "nghi-quyet-18-19": ("39", "20 + 19: 343/350 = 98%: 20 − 2 × 0,5"),
            "che-do-bao-cao": ("9,5", "10 − 1 × 0,5"),
            "tham-luan": ("9,3", "without 95 and 91: (93 + 92 + 94)/3 = 93 of 100"),
        },
        "tinh-d": {
            "tang-truong-grdp": ("20", "6,1 − 7 = −0,9"),
            "thu-ngan-sach": ("19", "3871/3950 = 98%: 20 − 2 × 0,5"),
            "muc-vuot-thu-ngan-sach": ("0", "98% is below 100%"),
            "kim-ngach-xuat-khau": ("13,5", "276/300 = 92%, 3% below 95%: 15 − 3 × 0,5"),
            "von-dau-tu-xa-hoi": ("0", "24,8 of 24500: written in thousands"),
            "von-fdi": ("15", "no target; highest of the two without one"),
            "truong-chuan-quoc-gia": ("14,4", "56,6/58 = 97,59%: two whole 1%: 15 − 2 × 0,3"),
            "gia-dinh-van-hoa": ("4", "90,2 < 91"),
            "thanh-tra-khieu-nai": ("12", "13 + 2 × 0,5 − 2"),
            "chi-thi-05": ("0", "no list, no points"),
            "doan-the": ("12", "4/5 = 80%: 20 − 20 × 0,4"),
            "che-do-bao-cao": ("9", "10 − 1"),
            "tham-luan": ("8,8", "without 90 and 85: (88 + 87 + 89)/3 = 88 of 100"),
            "thuong-khen-cap-nha-nuoc": ("1,25", "5 × 0,25"),
        },
        "tinh-a": {"nghi-quyet-18-19": ("35", "verified: 36/40 = 90%: 15; 20")},
        "tinh-e": {
            "che-do-bao-cao": ("5", "10 − 2 × 0,5 − 4 × 1"),
            "thanh-tra-khieu-nai": ("4,5", "verified, in dispute: 13 + 0,5 − 3 − 2 × 3"),
            "von-fdi": ("6", "no target: 15 × 12/30"),
        },
        "tinh-f": {"che-do-bao-cao": ("pending_source", "the days of delay are still running")},
    },
}


@pytest.mark.parametrize(("period", "unit"), [(period, unit) for period in PERIODS for unit in SPOTS[period]])
def test_points_are_those_worked_out_by_hand(period: str, unit: str) -> None:
    criteria = next(each for each in cluster(period).units if each.member.id == unit).criteria
    found = {
        result.criterion.id: result.status if result.points is None else format_number(result.points)
        for result in criteria
        if result.criterion.id in SPOTS[period][unit]
    }
    assert found == {criterion: points for criterion, (points, _) in SPOTS[period][unit].items()}


@pytest.mark.parametrize("period", PERIODS)
def test_every_status_that_matters_is_there(period: str) -> None:
    statuses = {result.status for unit in cluster(period).units for result in unit.criteria}
    wanted = {"scored", "provisional", "no_evidence", "pending_evidence", "pending_source", "not_reported"}
    assert statuses == wanted | {"disputed", "not_applicable"}
