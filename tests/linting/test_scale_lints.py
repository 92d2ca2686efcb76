"""The lints of scales: nothing about what is shipped, and about made-up bands exactly what is so.

What each says stands in ``checking/bad``, whole.
"""

import unicodedata
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.checking import check
from thidua.diagnostics import CATALOGUE, Diagnostic
from thidua.home import Home
from thidua.linting import Subject, lint_scale
from thidua.linting.points import outlook_of
from thidua.loading.scales import load_scale
from thidua.reports.catalogue_page import page

ROOT = Path(__file__).resolve().parents[2]
CODES = [code for code in CATALOGUE if 245 <= code <= 289 or 321 <= code <= 349 or 195 <= code <= 199]


def test_nothing_is_said_of_what_is_shipped_not_even_for_information() -> None:
    shipped = [str(ROOT / "criteria"), str(ROOT / "rules")]
    assert check(shipped, ROOT, everything=True).diagnostics == ()


@pytest.mark.parametrize("code", CODES)
def test_every_number_has_its_page(code: int) -> None:
    shown = page(CATALOGUE[code])
    assert all(heading in shown for heading in ("Vì sao:", "Ví dụ:", "Cách sửa:"))
    assert "{{" not in shown


@pytest.mark.parametrize("file", sorted((ROOT / "criteria").glob("*/*/thang-diem.yaml")), ids=lambda each: each.parent)
def test_no_shipped_criterion_can_give_more_than_is_announced(file: Path) -> None:
    loaded = load_scale(file)
    assert loaded.scale
    assert loaded.written
    for piece in Subject(loaded.scale, loaded.written).pieces:
        most = outlook_of(piece, 7).ranges(piece.tree)[0]
        assert most.high is not None
        assert most.high <= piece.frame.ceiling.value, piece.path


# Bands from 0 on, each ten wide, the last without end: their points alone decide.

points_of_bands = st.lists(st.integers(0, 20), min_size=2, max_size=5)


def found(points: list[int], folder: Path, limits: str = "") -> list[Diagnostic]:
    bands = ""
    for index, each in enumerate(points):
        end = f"      dưới: {10 * index + 10}\n" if index < len(points) - 1 else ""
        bands += f"     - từ: {10 * index}\n{end.replace('      ', '       ')}       điểm: {each}\n"
    text = f"""loại tệp: thang điểm
mã: a/1
tên: A
tình trạng: giả định
tổng điểm: 20
điểm thưởng tính trong điểm chuẩn của nội dung: không
làm tròn điểm: 2 chữ số thập phân
nội dung:
- mã: i
  số mục: I
  tên: I
  điểm chuẩn: 20
  tiêu chí:
  - mã: a
    số mục: I.1
    tên: A
    điểm chuẩn: 20
    đơn vị tính: mô hình
    số chữ số thập phân: 0
{limits}    cách chấm: theo mức đạt
    mức điểm:
     xét theo: thực hiện
     các mức:
{bands}     còn lại: 0
    tài liệu kiểm chứng:
    - Báo cáo
    khi thiếu tài liệu kiểm chứng: không tính điểm
    đơn vị cung cấp số liệu: UBND tỉnh
    căn cứ: Mục 1
"""
    file = folder / "thang.yaml"
    file.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")
    loaded = load_scale(file, Home(folder, "thử"))
    assert loaded.scale, loaded.diagnostics
    assert loaded.written
    return list(lint_scale(Subject(loaded.scale, loaded.written)))


@given(points=points_of_bands)
def test_points_that_rise_and_fall_are_told_of_and_no_others(
    points: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    steps = [after - before for before, after in pairwise(points)]
    told = [each for each in found(points, tmp_path_factory.mktemp("a")) if each.code == 249]
    assert bool(told) == (min(steps) < 0 < max(steps))
    for each in told:
        fields = dict(each.fields)
        one, other = (int(fields[name].split()[-3]) for name in ("one", "other"))
        exact = [points[min(value // 10, len(points) - 1)] for value in (one, other)]
        # The witness is true: what is said to come out does, and against the larger movement.
        assert [fields["points"], fields["less"]] == [str(value) for value in exact]
        assert one < other
        assert (exact[0] > exact[1]) == (sum(steps) >= 0)


@given(points=points_of_bands)
def test_standard_points_out_of_reach_are_told_of_and_no_others(
    points: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = [each for each in found(points, tmp_path_factory.mktemp("a")) if each.code == 247]
    assert bool(told) == (max(points) < 20)
    assert all(dict(each.fields)["most"] == str(max(points)) for each in told)


@given(points=points_of_bands, most=st.integers(0, 60))
def test_bands_beyond_what_is_declared_are_told_of_and_no_others(
    points: list[int], most: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    limits = f"    giới hạn số liệu:\n      từ: 0\n      đến: {most}\n"
    told = [each for each in found(points, tmp_path_factory.mktemp("a"), limits) if each.code == 245]
    # The bands take up all that is declared, so nothing is left for the rest.
    assert len(told) == sum(10 * index > most for index in range(len(points))) + 1
    reachable = [Fraction(each) for index, each in enumerate(points) if 10 * index <= most]
    out_of_reach = [each for each in found(points, tmp_path_factory.mktemp("a"), limits) if each.code == 247]
    assert bool(out_of_reach) == (max(reachable) < 20)
