"""criteria/CACH-CHAM.md is what the program writes, and its examples give what it says when run from real files.

``pytest --rewrite-golden`` writes the page anew; review the diff.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from thidua import case_runs
from thidua.casework import CaseResult
from thidua.diagnostics import CATALOGUE
from thidua.methods import METHODS
from thidua.numerals.writing import format_number
from thidua.reports.markdown_text import escape
from thidua.reports.method_page import all_methods_page, method_page
from thidua.reports.method_source import MethodSource, Mistake, example_results, method_source, mistaken
from thidua.schemas import load_schema
from thidua.vocabulary import GROUPS, LISTS, word

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "criteria/CACH-CHAM.md"
SOURCES = ROOT / "engine/thidua/methods/pages"
TERMS = {term.identifier: term.vietnamese for terms in GROUPS.values() for term in terms}
SCALE = """\
loại tệp: thang điểm
mã: trang/1
tên: Ví dụ của trang hướng dẫn
tình trạng: giả định
tổng điểm: {total}
điểm thưởng tính trong điểm chuẩn của nội dung: không
làm tròn điểm: 2 chữ số thập phân
nội dung:
  - mã: mot
    số mục: I
    tên: Một
    điểm chuẩn: {total}
    tiêu chí:
      - mã: khac
        số mục: I.9
        tên: Khác
        điểm chuẩn: 3
        cách chấm: đạt - không đạt
        căn cứ: Trang hướng dẫn
"""


@cache
def sections() -> dict[str, str]:
    """The shipped page's section on each method, by its heading."""
    _, *parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts}


def section(method: str) -> str:
    return sections()[word("method", method)]


def run_from_files(method: str, folder: Path) -> tuple[CaseResult, ...]:
    """The page's own YAML as a scale in a home of its own, with the cases beside it, run as ``thidua test`` does."""
    found = re.search(r"### Ví dụ\n\n```yaml\n(.*?)```", section(method), re.DOTALL)
    assert found
    criterion = "".join(f"      {line}\n" for line in found[1].splitlines())
    points = re.search(r"^  điểm chuẩn: ([0-9]+)$", found[1], re.MULTILINE)
    assert points
    scale = folder / "criteria/trang/1/thang-diem.yaml"
    scale.parent.joinpath("tests").mkdir(parents=True)
    folder.joinpath("thidua.toml").write_text("", encoding="utf-8")
    scale.write_text(SCALE.format(total=int(points[1]) + 3) + criterion, encoding="utf-8")
    cases = f"loại tệp: trường hợp kiểm thử\nthang điểm: trang/1\ntrường hợp:\n{method_source(method).cases}"
    scale.parent.joinpath("tests/a.yaml").write_text(cases, encoding="utf-8")
    tested = case_runs.run_cases([str(scale.parent)], folder)
    assert tested.diagnostics == ()
    return tested.results


def test_the_shipped_page_is_what_the_program_writes(rewrite_golden: bool) -> None:
    if rewrite_golden:
        PAGE.write_text(all_methods_page(), encoding="utf-8")
        sections.cache_clear()
    assert PAGE.read_text(encoding="utf-8") == all_methods_page()


def test_every_method_has_a_page_and_no_other() -> None:
    assert {file.stem for file in SOURCES.iterdir()} == set(METHODS)
    assert list(sections()) == [term.vietnamese for term in LISTS["method"]]


@pytest.mark.parametrize("method", METHODS)
def test_the_example_gives_what_the_page_says(method: str, tmp_path: Path) -> None:
    results = run_from_files(method, tmp_path)
    assert len(results) >= 1
    assert sum(len(result.results) for result in results) >= 2
    for result in results:
        assert result.passed, [(unit.name, found.points, found.explanation) for unit, found in result.failures]
        for unit, found in result.results:
            name = unit.name if len(result.results) > 1 else result.case.name
            points = word("status", found.status) if found.points is None else format_number(found.points)
            rows = [row for row in section(method).splitlines() if row.startswith(f"| {escape(name)} |")]
            assert len(rows) == 1
            assert rows[0].endswith(f" | {points} | {escape(found.explanation)} |")


@pytest.mark.parametrize("method", METHODS)
def test_every_key_of_the_method_is_told(method: str) -> None:
    schema = load_schema("scale")["definitions"][f"terms_{method}"]
    for identifier in schema["properties"]:
        required = "có" if identifier in schema["required"] else ""
        assert f"| `{TERMS[identifier]}` | {required} |" in section(method)


@pytest.mark.parametrize("method", METHODS)
def test_mistakes_get_their_codes(method: str) -> None:
    source = method_source(method)
    assert len(source.mistakes) >= 3
    for mistake in source.mistakes:
        found = mistaken(source, mistake)
        assert found.entry is CATALOGUE[int(mistake.code.removeprefix("TD-"))]
        assert f"{mistake.told} " in section(method)
        assert f"**{mistake.code}:** {escape(found.message)}" in section(method)


def test_figures_are_shown_as_they_are_written() -> None:
    assert "```yaml\nthu-ngan-sach:\n  dự toán: 4000000\n  quyết toán: 4000000\n```" in section("completion_rate")
    assert "```yaml\nan-toan-giao-thong:\n  thành phần:\n    so-vu:\n      năm trước: 120\n" in section("parts")
    assert "\ntinh-a;tham-luan;Cụm phó;8,5\n" in section("given_points")
    assert "```yaml\nthanh-tra-khieu-nai:\n  vu-viec-dung-han: 2\n  vu-viec-qua-han: 1\n```" in section("bonus_penalty")


def test_one_section_is_the_same_as_in_the_page() -> None:
    assert method_page("bands") in all_methods_page()


def source_with(criterion: str) -> MethodSource:
    good = method_source("per_piece")
    return MethodSource(good.method, good.purpose, criterion, good.cases, good.mistakes)


def test_a_bad_example_is_not_passed_over() -> None:
    bad = source_with(method_source("per_piece").criterion.replace("không quá: 10", "không quá: 99"))
    with pytest.raises(ValueError, match="TD-215"):
        example_results(bad)


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (Mistake("", "không quá: 10", "không quá: 99", "TD-204"), "TD-204 was expected, .*TD-215"),
        (Mistake("", "không quá: 10", "không quá: 9", "TD-215"), "the program says nothing"),
        (Mistake("", "không có ở đây", "", "TD-215"), "is not in the example"),
    ],
)
def test_a_mistake_that_gets_something_else_is_not_passed_over(mistake: Mistake, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        mistaken(method_source("per_piece"), mistake)
