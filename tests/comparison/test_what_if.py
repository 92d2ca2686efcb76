"""Changes that are only tried out: what comes of them, and what is said of those that can't be."""

from fractions import Fraction
from pathlib import Path

import pytest
from small_cluster import same_as_golden

from thidua.comparison.what_if import Draft, try_out
from thidua.loading.scales import load_scale
from thidua.model.scale import Criterion
from thidua.model.terms import BandsTerms, ByRankTerms, CompletionRateTerms

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FILE = Path("criteria/mien-dong-nam-bo/2019/thang-diem.yaml")

REFUSED = (
    ("thu-ngan-sach",),
    ("=5",),
    ("thu-ngan-sach.điểm chuẩn=",),
    ("thu-ngan-sah.điểm chuẩn=5",),
    ("I.1.3.điểm chuẩn=50",),
    ("I.hệ số=2",),
    ("X.9.điểm chuẩn=50",),
    ("thu-ngan-sach.diem chuan=5",),
    ("thu-ngan-sach.cứ thiếu 1% thì trừ=2",),
    ("thu-ngan-sach.điểm chuẩn.khác=2",),
    ("thu-ngan-sach.điểm chuẩn=năm mươi",),
    ("thu-ngan-sach.cách chấm=theo tỉ lệ",),
    ("tang-truong-kinh-te.mức điểm=1",),
    ("tang-truong-kinh-te=1",),
    ("tang-truong-kinh-te.mức điểm.các mức.9.điểm=40",),
    ("cai-cach-hanh-chinh.mức điểm.điểm theo hạng.12=11",),
    ("tang-truong-kinh-te.mức điểm.các mức.0.điểm=40",),
    ("cai-cach-hanh-chinh.mức điểm.điểm theo hạng.2.điểm=40",),
    ("tang-truong-kinh-te.điểm chuẩn=45",),
    ("an-toan-giao-thong.điểm chuẩn=30",),
    ("thu-ngan-sach.điểm chuẩn=50", "thu-ngan-sach.standard_points=45"),
)
TRIED = (
    ("thu-ngan-sach.điểm chuẩn=50",),
    ("thu-ngan-sach.điểm chuẩn=40",),
    (".tổng điểm=900",),
    ("tổng điểm thưởng không quá=10",),
    ("noi-dung-i.hệ số=2",),
    ("noi-dung-i.điểm chuẩn=590",),
    ("an-toan-giao-thong.mức điểm.thành phần.so-vu.điểm chuẩn=12",),
)


@pytest.fixture(autouse=True)
def _at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def tried(*changes: str) -> Draft:
    return try_out(FILE, changes, load_scale(FILE).diagnostics)


def test_quotes_that_word_made_round_a_change_are_not_part_of_it() -> None:
    assert tried("“thu-ngan-sach.điểm chuẩn=50”") == tried("thu-ngan-sach.điểm chuẩn=50")


def criterion(draft: Draft, name: str) -> Criterion:
    assert draft.scale is not None
    return next(each for each in draft.scale.criteria if each.id == name)


@pytest.mark.parametrize(("changes", "scored"), [(REFUSED, False), (TRIED, True)])
def test_what_is_said(changes: tuple[tuple[str, ...], ...], scored: bool, rewrite_golden: bool) -> None:
    told = []
    for each in changes:
        found = tried(*each)
        assert (found.scale is not None) == scored
        told += [" ".join(f'--what-if "{text}"' for text in each), *map(str, found.diagnostics), ""]
    golden = HERE / f"what_if_{'tried' if scored else 'refused'}.expected.txt"
    assert same_as_golden("\n".join(told), golden, rewrite_golden)


def test_a_value_in_the_terms() -> None:
    terms = criterion(tried("thu-ngan-sach.mức điểm.cứ thiếu 1% thì trừ=2,5"), "thu-ngan-sach").terms
    assert isinstance(terms, CompletionRateTerms)
    assert terms.deducted_per_percent == Fraction(5, 2)


@pytest.mark.parametrize("item", ["2", "từ -0,5"])
def test_a_band_by_its_place_or_its_edge(item: str) -> None:
    terms = criterion(tried(f"tang-truong-kinh-te.mức điểm.các mức.{item}.điểm=40"), "tang-truong-kinh-te").terms
    assert isinstance(terms, BandsTerms)
    assert [band.points for band in terms.bands] == [50, 40, 34]


def test_a_rank_by_its_place() -> None:
    terms = criterion(tried("cai-cach-hanh-chinh.mức điểm.điểm theo hạng.1=29,5"), "cai-cach-hanh-chinh").terms
    assert isinstance(terms, ByRankTerms)
    assert terms.points_by_rank[0] == Fraction("29.5")


def test_a_rank_by_its_place_though_another_has_so_many_points(tmp_path: Path) -> None:
    text = FILE.read_text("utf-8")
    listed = "".join(f"            - {each}\n" for each in (30, 27, 24, 21, 18, 15, 12))
    assert text.count(listed) == 1
    file = tmp_path / "thang-diem.yaml"
    file.write_text(text.replace(listed, "".join(f"            - {each}\n" for each in (30, 4, 3, 2, 1))), "utf-8")
    terms = criterion(try_out(file, ["cai-cach-hanh-chinh.mức điểm.điểm theo hạng.2=4,5"]), "cai-cach-hanh-chinh").terms
    assert isinstance(terms, ByRankTerms)
    assert terms.points_by_rank == (30, Fraction("4.5"), 3, 2, 1)


def test_a_key_that_the_file_lacks() -> None:
    found = tried(
        "kim-ngach-xuat-khau.điểm thưởng không quá=5", "kim-ngach-xuat-khau.mức điểm.cứ vượt 1% thì thưởng=0,5"
    )
    assert criterion(found, "kim-ngach-xuat-khau").bonus_cap == 5
    assert not found.diagnostics


def test_the_file_stays_as_it_is() -> None:
    before = FILE.read_bytes()
    tried("thu-ngan-sach.điểm chuẩn=50")
    assert FILE.read_bytes() == before
