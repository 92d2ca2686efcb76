"""``thidua diff --period --format html``: the picture of the moves, and what stands beside it."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from html_text import faults, text_of
from msgspec.structs import replace

from thidua import impacts, versions
from thidua.comparison.impact import Impact, UnitImpact
from thidua.comparison.period_impact import PeriodImpact
from thidua.model.scale import Scale
from thidua.pages.slope_chart import slope_chart
from thidua.pages.versions import versions_html
from thidua.reports.impact_page import with_impact
from thidua.reports.version_page import version_page
from thidua_cli import main

ROOT = Path(__file__).parents[2]
OLD, NEW, PERIOD = "mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020", "examples/mien-dong-nam-bo-2019"
HOSTILE = """<script>alert(1)</script>" & 'x'"""


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


@cache
def compared() -> versions.Compared:
    return versions.compare(OLD, NEW)


@cache
def found() -> tuple[PeriodImpact, Impact]:
    old, new = compared().old, compared().new
    assert old is not None
    assert new is not None
    assert isinstance(old.model, Scale)
    assert isinstance(new.model, Scale)
    made = impacts.impact_on(PERIOD, old.model, new.model)
    assert made.impact is not None
    return made, made.impact


def page(impact: Impact) -> str:
    old, new = compared().old, compared().new
    assert old is not None
    assert new is not None
    told = version_page(old, new, compared().changes)
    return versions_html(old, new, told, with_impact(told, found()[0], impact), impact)


def named(impact: Impact, name: str) -> Impact:
    """The same with another name for every unit."""
    units = []
    for each in impact.units:
        sides = [replace(one, member=replace(one.member, name=name)) for one in (each.old, each.new)]
        units.append(UnitImpact(sides[0], sides[1], each.because, each.outside))
    return replace(impact, units=tuple(units))


def many(impact: Impact, count: int) -> Impact:
    """So many units, each one place further down."""
    base, units = impact.units[0], []
    for place in range(1, count + 1):
        sides = [
            replace(one, rank=rank, member=replace(one.member, id=f"u{place}", name=f"Đơn vị {place}"))
            for one, rank in ((base.old, place), (base.new, place % count + 1))
        ]
        units.append(UnitImpact(sides[0], sides[1], base.because, base.outside))
    return replace(impact, units=tuple(units))


def test_the_page_is_sound_and_the_same_twice() -> None:
    made = page(found()[1])
    assert faults(made) == []
    assert made == page(found()[1])
    assert len(made.encode()) < 1_500_000


def test_the_picture_and_the_table_say_the_same() -> None:
    impact = found()[1]
    told = text_of(page(impact))
    for each in impact.units:
        assert each.member.name in told
        if each.new.rank is not None:
            assert f"{each.new.rank}. {each.member.name}: " in told
    assert "Tỉnh D từ 3 xuống 5" in told
    assert "Không xếp hạng: Tỉnh G" in told
    assert told.index("## TÁC ĐỘNG") < told.index("## Các thay đổi") < told.index("## Hai bản cạnh nhau")


def test_lines_differ_in_more_than_color_and_stay_inside_the_picture() -> None:
    drawn = picture(many(found()[1], 20))
    height = int(drawn.attrib["height"])
    lines = [each for each in drawn.iter("line") if "stroke-dasharray" in each.attrib]
    kinds = {(each.get("stroke-width"), each.get("stroke-dasharray")) for each in lines}
    assert kinds == {("2.5", "9 5"), ("3.5", "none")}
    assert all(0 < float(each.attrib[end]) < height for each in lines for end in ("y1", "y2"))
    assert len([each for each in texts(drawn) if "Đơn vị" in each]) == 2 * 20


def test_of_many_units_those_that_move_most_are_drawn_and_the_picture_says_so() -> None:
    drawn = picture(many(found()[1], 63))
    assert len([each for each in texts(drawn) if "Đơn vị" in each]) == 2 * 20
    assert any(each.startswith("63. Đơn vị 63: ") for each in texts(drawn))
    assert any(each.startswith("1. Đơn vị 63: ") for each in texts(drawn))
    assert "Hình vẽ 20 trên 63 đơn vị, dẫn đầu và đổi hạng nhiều nhất; đầy đủ ở bảng dưới hình" in texts(drawn)


def test_of_many_units_the_leaders_are_drawn_and_none_that_stays_behind() -> None:
    impact = many(found()[1], 63)
    units = [replace(each, new=replace(each.new, rank=each.old.rank)) for each in impact.units]
    units[0], units[1] = (
        replace(unit, old=replace(unit.old, rank=1), new=replace(unit.new, rank=rank))
        for unit, rank in zip(units[:2], (1, 2), strict=True)
    )
    units[40] = replace(units[40], new=replace(units[40].new, rank=60))
    drawn = texts(picture(replace(impact, units=tuple(units))))
    shown = [each.split(":")[0] for each in drawn if "Đơn vị" in each]
    assert sorted(shown) == sorted(
        ["1. Đơn vị 1", "1. Đơn vị 1", "1. Đơn vị 2", "2. Đơn vị 2", "41. Đơn vị 41", "60. Đơn vị 41"]
    )
    assert "Hình vẽ 3 trên 63 đơn vị, dẫn đầu và đổi hạng nhiều nhất; đầy đủ ở bảng dưới hình" in drawn


def picture(impact: Impact) -> ElementTree.Element:
    chart = slope_chart(impact)
    assert chart is not None
    return ElementTree.fromstring(str(chart))


def texts(drawn: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in drawn.iter("text")]


def test_nothing_is_drawn_where_there_is_nothing_to_compare() -> None:
    impact = found()[1]
    assert slope_chart(replace(impact, units=impact.units[:1])) is None


def test_hostile_names_stay_texts() -> None:
    made = page(named(found()[1], HOSTILE))
    assert "<script" not in made
    assert faults(made) == []


def test_the_command_shows_the_period_and_that_a_change_is_only_tried_out(capsys: pytest.CaptureFixture[str]) -> None:
    tried = ["diff", "thu-ngan-sach/cao-nhat", "--what-if", "thu-ngan-sach.tên=A & B"]
    period = ["--period", "examples/thu-ngan-sach/mien-dong-nam-bo-2013", "--range", "--format", "html"]
    assert main.run([*tried, *period]) == 0
    out, _ = capsys.readouterr()
    assert faults(out) == []
    assert "BẢN THỬ, CHƯA SỬA TỆP: thu-ngan-sach.tên=A &amp; B" in out[: out.index("<h1>")]
    assert 'id="hinh-xep-hang"' in out
    assert "Khoảng xếp hạng" in out
