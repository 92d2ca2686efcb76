"""``thidua report --kind html``: the staff's first screen, every unit's arithmetic, the pictures."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from html_text import faults, text_of
from msgspec.structs import replace
from small_cluster import HOME, same_as_golden
from small_cluster import scored as scored_small

from thidua import pipeline
from thidua.pages.charts import sections_charts, totals_charts
from thidua.pages.period import period_html
from thidua.pipeline import Scored
from thidua.reports.ranks import ranks
from thidua.scoring import ClusterResult
from thidua_cli import main

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
FULL, COUNTRY, CONGRESS, BUDGET = (
    "mien-dong-nam-bo-2019",
    "thu-ngan-sach/ca-nuoc-2013",
    "dai-hoi-duyen-hai-2020",
    "thu-ngan-sach/mien-dong-nam-bo-2013",
)
HOSTILE = """<script>alert(1)</script>" onload='x' & </td>"""


@cache
def scored(name: str) -> Scored:
    return pipeline.score(str(ROOT / "examples" / name), engine="reference")


def cluster_of(found: Scored) -> ClusterResult:
    assert found.result is not None
    return found.result


def page(found: Scored) -> str:
    return period_html(found, cluster_of(found)).decode()


@cache
def page_of(name: str) -> str:
    return page(scored(name))


@pytest.mark.parametrize("name", [FULL, "bac-trung-bo-2020", "lien-hiep-hoi-tay-ninh-2020", CONGRESS, BUDGET])
def test_every_page_is_sound_small_and_needs_nothing_else(name: str) -> None:
    made = page_of(name)
    assert faults(made) == []
    assert "http" not in made
    assert len(made.encode()) < 1_500_000
    assert made == page(scored(name))


def test_the_words_of_a_small_period_are_as_reviewed(monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool) -> None:
    monkeypatch.chdir(HOME)
    made = page(scored_small())
    assert faults(made) == []
    assert same_as_golden(text_of(made), GOLDEN / "cum-nho.txt", rewrite_golden)


def test_the_words_of_a_period_without_scale_are_as_reviewed(rewrite_golden: bool) -> None:
    made = text_of(page_of(CONGRESS))
    assert same_as_golden(made, GOLDEN / "dai-hoi-duyen-hai-2020.txt", rewrite_golden)
    assert "Bảng tổng hợp" not in made


def test_the_first_screen_comes_first() -> None:
    told = text_of(page_of(FULL))
    order = ["MỨC ĐIỂM GIẢ ĐỊNH", "- Dự kiến xếp thứ Nhất: Tỉnh C", "- Dự kiến xếp thứ Nhì: Tỉnh A", "## Bảng tổng hợp"]
    order += ["## Thay đổi lớn nhất", "## Còn chờ", "## Vấn đề cần làm rõ", "## Từng đơn vị"]
    places = [told.index(each) for each in order]
    assert places == sorted(places)
    assert "Chưa chắc chắn, còn phụ thuộc:" in told


def test_without_rules_the_first_places_go_by_points() -> None:
    told = text_of(page_of(BUDGET))
    assert "- Dự kiến xếp thứ Nhất: Ninh Thuận, 101 điểm, hơn Tây Ninh 10,96 điểm. Đã chắc chắn." in told
    tied = text_of(page_of(COUNTRY))
    assert (
        "- Dự kiến xếp thứ Nhất: chưa phân định giữa Bắc Kạn, Điện Biên, Lai Châu, Sóc Trăng (cùng 105 điểm)." in tied
    )


def test_every_criterion_of_every_unit_has_its_arithmetic() -> None:
    found = cluster_of(scored(FULL))
    told = text_of(page_of(FULL))
    for unit in found.units:
        own = told[told.index(f"### {unit.member.name}\n") :]
        for result in unit.criteria:
            assert result.criterion.name in own
            if unit.state == "scored":
                assert " ".join(result.explanation.split()) in own


def test_sixty_three_units_fit_on_pages_with_pictures_of_eighteen() -> None:
    found, made = scored(COUNTRY), page_of(COUNTRY)
    assert faults(made) == []
    assert made.count('id="hinh-tong-diem-') == 3 * 4  # the picture, its title and its description
    assert all(each.member.name in made for each in cluster_of(found).units)


def test_bars_are_as_long_as_points_are_many_and_ranges_cross_them() -> None:
    found = scored(FULL)
    places = ranks(cluster_of(found), found.judgement)
    (_, chart), *_ = totals_charts(places, cluster_of(found))
    bars = [Fraction(each.attrib["width"]) for each in ElementTree.fromstring(str(chart)).iter("rect")]
    totals = [each.unit.total or Fraction(0) for each in places]
    assert len(bars) == len(totals)
    assert all(
        abs(bar / totals_bar - bars[0] / totals[0]) < Fraction(1, 1000)
        for bar, totals_bar in zip(bars, totals, strict=True)
    )
    lines = [each for each in ElementTree.fromstring(str(chart)).iter("line") if each.get("stroke-width") == "2"]
    assert len(lines) == 3 * sum(each.unit.provisional for each in places)


def test_the_parts_of_a_bar_are_the_points_of_its_sections() -> None:
    found = scored(FULL)
    places = ranks(cluster_of(found), found.judgement)
    (_, chart), *_ = sections_charts(places, cluster_of(found))
    texts = [each.text for each in ElementTree.fromstring(str(chart)).iter("text")]
    assert {"Nội dung I", "Nội dung II", "Nội dung III", "1. Tỉnh C", "595,13", "200", "181,75"} <= set(texts)
    assert sections_charts(ranks(cluster_of(scored(BUDGET)), None), cluster_of(scored(BUDGET))) == []


def test_hostile_texts_stay_texts() -> None:
    found = scored(FULL)
    cluster = cluster_of(found)
    units = tuple(
        replace(
            unit,
            member=replace(unit.member, name=HOSTILE),
            criteria=tuple(
                replace(each, unit_explanation=HOSTILE, criterion=replace(each.criterion, name=HOSTILE, basis=HOSTILE))
                for each in unit.criteria
            ),
        )
        for unit in cluster.units
    )
    bad = replace(cluster, units=units, period=replace(cluster.period, name=HOSTILE, caution=HOSTILE))
    made = period_html(replace(found, result=bad, judgement=None), bad).decode()
    assert faults(made) == []
    assert "<script" not in made
    assert made.count("&lt;script&gt;") > 100


def test_the_command_writes_the_page_and_wants_its_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    period = str(ROOT / "examples" / BUDGET)
    file = tmp_path / "ket-qua.html"
    assert main.run(["report", period, "--kind", "html", "-o", str(file)]) == 0
    made = file.read_bytes().decode()
    assert faults(made) == []
    assert text_of(made).count("Ninh Thuận") == text_of(page_of(BUDGET)).count("Ninh Thuận")
    assert main.run(["report", period, "--kind", "html", "-o", str(tmp_path / "ket-qua.docx")]) == 2
    assert '".html"' in capsys.readouterr().err
