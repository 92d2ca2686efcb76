"""Every report of the small cluster, word for word; ``--rewrite-golden`` writes them anew for review."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_cluster import HOME, cluster, same_as_golden, scored, tight_cluster, unit

from thidua import pipeline
from thidua.reports.consultation import consultation_page
from thidua.reports.csv_report import csv_report
from thidua.reports.explanation import explanation
from thidua.reports.json_report import json_report
from thidua.reports.markdown import markdown_report
from thidua.reports.page import Page
from thidua.reports.page_text import page_markdown, page_table
from thidua.reports.status_report import status_page
from thidua.reports.table import table_report
from thidua.scoring import ClusterResult

GOLDEN = Path(__file__).parent / "golden"
FORMATS = Path(__file__).parents[1] / "golden" / "formats"


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)


def adopted() -> ClusterResult:
    """The three units with a dossier, adopted: nothing is expected any more."""
    base = cluster()
    kept = tuple(each for each in base.units if each.state == "scored")
    return replace(base, units=kept, period=replace(base.period, stage="adopted"))


def explained(unit_id: str) -> str:
    return explanation(scored(), cluster(), unit(unit_id))


@cache
def standing(home: Path, period: str) -> Page:
    found = pipeline.status(str(home / period), home)
    assert found.period is not None
    return status_page(found, found.period, date(2020, 2, 20))


@cache
def commented(scale_id: str) -> Page:
    found = pipeline.consultation(scale_id, FORMATS)
    assert found
    assert found.consultation
    assert found.scale
    return consultation_page(found, found.scale, found.consultation, date(2019, 2, 20))


PAGES: dict[str, Callable[[], str]] = {
    "bang.txt": lambda: table_report(scored(), cluster()),
    "bang-da-thong-qua.txt": lambda: table_report(scored(), adopted()),
    "bang-bay-don-vi.txt": lambda: table_report(scored(), tight_cluster()),
    "bang.md": lambda: markdown_report(scored(), cluster()),
    "ket-qua.json": lambda: json_report(scored(), cluster()),
    # Golden files have plain line ends; the byte order mark and CR LF are tested where CSV is.
    "ket-qua.csv": lambda: csv_report(cluster()).removeprefix("\ufeff").replace("\r\n", "\n"),
    **{f"{name}.txt": partial(explained, name) for name in ("tinh-a", "tinh-b", "tinh-c", "tinh-d", "tinh-e")},
    "tinh-b-von-fdi.txt": lambda: explanation(scored(), cluster(), unit("tinh-b"), "von-fdi"),
    "tinh-hinh.txt": lambda: page_table(standing(FORMATS, "dot-mau")),
    "gop-y.txt": lambda: page_table(commented("cum-mau/2019")),
    "gop-y.md": lambda: page_markdown(commented("cum-mau/2019")),
    "tinh-hinh.md": lambda: page_markdown(standing(FORMATS, "dot-mau")),
    "tinh-hinh-khong-thoi-han.txt": lambda: page_table(standing(HOME, "dot/2019")),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_report_is_word_for_word_as_reviewed(name: str, rewrite_golden: bool) -> None:
    assert same_as_golden(PAGES[name](), GOLDEN / name, rewrite_golden)


def test_every_golden_file_has_its_report() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_the_same_inputs_give_the_same_bytes(name: str) -> None:
    assert PAGES[name]() == PAGES[name]()


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".txt")])
def test_pages_fit_in_a_hundred_columns_below_the_notices(name: str) -> None:
    assert [line for line in PAGES[name]().splitlines()[1:] if len(line) > 100] == []
