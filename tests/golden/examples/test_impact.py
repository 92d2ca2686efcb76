"""What a change of scale does to the shipped periods, word for word."""

import json
from functools import cache
from pathlib import Path

import pytest
from small_cluster import same_as_golden

from thidua.comparison.impact import Impact
from thidua.comparison.period_impact import PeriodImpact, period_impact
from thidua.diagnostics import Place
from thidua.home import find_home
from thidua.loading.scales import find_scale
from thidua.model.scale import Scale
from thidua.reports.impact_json import impact_json
from thidua.reports.impact_page import with_impact
from thidua.reports.page import Page
from thidua.reports.page_text import page_markdown, page_table

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parent.parent.parent
CASES = {
    "mien-dong-nam-bo-2020": ("mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020", "mien-dong-nam-bo-2019"),
    "thu-ngan-sach-cao-nhat": ("thu-ngan-sach/ty-le", "thu-ngan-sach/cao-nhat", "thu-ngan-sach/mien-dong-nam-bo-2013"),
}


@pytest.fixture(autouse=True)
def _at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


@cache
def scale(scale_id: str) -> Scale:
    found = find_scale(scale_id, find_home(None, ROOT), Place("")).scale
    assert found is not None
    return found


@cache
def found(name: str) -> tuple[PeriodImpact, Impact]:
    old, new, period = CASES[name]
    made = period_impact(ROOT / "examples" / period, find_home(None, ROOT), scale(old), scale(new))
    assert made.impact is not None
    return made, made.impact


def page(name: str) -> Page:
    """What a period adds to the page of a comparison."""
    return with_impact(Page("", "SO SÁNH", (), ()), *found(name))


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_as_reviewed(name: str, rewrite_golden: bool) -> None:
    assert same_as_golden(page_table(page(name)), GOLDEN / f"{name}.impact.txt", rewrite_golden)


def test_markdown_is_as_reviewed(rewrite_golden: bool) -> None:
    text = page_markdown(page("thu-ngan-sach-cao-nhat"))
    assert same_as_golden(text, GOLDEN / "thu-ngan-sach-cao-nhat.impact.md", rewrite_golden)


@pytest.mark.parametrize("name", CASES)
def test_the_parts_add_up_in_json_as_they_are_written(name: str) -> None:
    made, impact = found(name)
    rows = impact_json(impact, made.period_hash)["impact"]
    assert [row["unit"] for row in rows] == [member.id for member in impact.new.period.members]
    for row in json.loads(json.dumps(rows)):
        parts = sum(_hundredths(part["delta"]) for part in row["because"])
        assert parts == _hundredths(row["new_total"]) - _hundredths(row["old_total"])


def _hundredths(written: str) -> int:
    whole, _, part = written.partition(".")
    return int(f"{whole}{part:0<12}")


def test_the_version_that_a_period_names_gives_what_score_gives() -> None:
    """But for decisions about criteria that the other version scores differently, of which the report tells."""
    _, impact = found("thu-ngan-sach-cao-nhat")
    assert impact.base == impact.old.scale
    assert [str(float(unit.old.total or 0)) for unit in impact.units][:2] == ["90.04", "101.0"]


def test_the_other_way_round_the_dossiers_are_read_the_same() -> None:
    old, new, period = CASES["mien-dong-nam-bo-2020"]
    made = period_impact(ROOT / "examples" / period, find_home(None, ROOT), scale(new), scale(old))
    _, forth = found("mien-dong-nam-bo-2020")
    assert made.impact is not None
    assert made.impact.new == forth.old
    assert made.impact.old == forth.new
