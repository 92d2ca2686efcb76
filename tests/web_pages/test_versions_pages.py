"""``thidua diff --format html``: what stands on the page, that it can't be misused, that it needs nothing else."""

from functools import cache
from pathlib import Path

import pytest
from html_text import faults, text_of
from msgspec.structs import replace
from small_cluster import same_as_golden

from thidua import versions
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.pages.marking import mark_lines, mark_words
from thidua.pages.versions import versions_html
from thidua.reports.version_page import version_page
from thidua.versions import Version, changes_between
from thidua_cli import main

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
HOSTILE = """<script>alert(1)</script>" onload='x' & </td>"""
PAIRS = (
    ("thu-ngan-sach/ty-le", "thu-ngan-sach/cao-nhat"),
    ("mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020"),
    ("thi-dua-cum/2019", "thi-dua-cum/2025"),
    ("thi-dua-cum/2025", "thi-dua-cum/2025"),
)


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


@cache
def pair(old: str, new: str) -> tuple[Version, Version]:
    found = versions.compare(old, new)
    assert found.old is not None
    assert found.new is not None
    return found.old, found.new


def page(old: Version, new: Version) -> str:
    told = version_page(old, new, changes_between(old.model, new.model))
    return versions_html(old, new, told, told)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_page_is_sound_and_needs_nothing_else(old: str, new: str) -> None:
    made = page(*pair(old, new))
    assert faults(made) == []
    assert "http" not in made
    assert made == page(*pair(old, new))


@pytest.mark.parametrize(("old", "new"), [PAIRS[0], PAIRS[3]])
def test_page_as_reviewed(old: str, new: str, rewrite_golden: bool) -> None:
    name = f"{old.replace('/', '-')}_{new.replace('/', '-')}.txt"
    assert same_as_golden(text_of(page(*pair(old, new))), GOLDEN / name, rewrite_golden)


def test_every_criterion_of_both_versions_stands_on_the_page() -> None:
    old, new = pair(*PAIRS[1])
    told = text_of(page(old, new))
    assert isinstance(old.model, Scale)
    assert isinstance(new.model, Scale)
    annexes = told[told.index("## Hai bản cạnh nhau") :]
    assert [each.id for each in (*old.model.criteria, *new.model.criteria) if each.name not in annexes] == []
    assert {"Sửa", "Thêm", "Bỏ", "Gộp"} <= {line.split(" ")[0] for line in annexes.splitlines()}
    assert "chuyển từ nội dung" in annexes


def test_notices_stand_above_all_and_in_the_head_that_is_printed_on_every_page() -> None:
    made = page(*pair(*PAIRS[1]))
    head = made[made.index("<thead>") : made.index("</thead>")]
    assert "MỨC ĐIỂM GIẢ ĐỊNH" in head
    assert made.index("MỨC ĐIỂM GIẢ ĐỊNH") < made.index("<h1>")


def test_hostile_texts_of_a_scale_stay_texts() -> None:
    old, new = pair(*PAIRS[0])
    assert isinstance(new.model, Scale)
    section = new.model.sections[0]
    criterion = replace(section.criteria[0], name=HOSTILE, basis=HOSTILE, note=HOSTILE)
    sections = (replace(section, name=HOSTILE, criteria=(criterion, *section.criteria[1:])), *new.model.sections[1:])
    bad = Version(replace(new.model, name=HOSTILE, caution=HOSTILE, sections=sections), HOSTILE)
    for made in (page(old, bad), page(bad, old)):
        assert faults(made) == []
        assert "<script" not in made
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made.replace("<mark>", "").replace("</mark>", "")


def test_hostile_texts_of_rules_stay_texts() -> None:
    old, new = pair(*PAIRS[2])
    assert isinstance(new.model, RuleSet)
    rules = (replace(new.model.rules[0], name=HOSTILE, message=(HOSTILE,), basis=HOSTILE), *new.model.rules[1:])
    made = page(old, Version(replace(new.model, name=HOSTILE, rules=rules), "x"))
    assert faults(made) == []
    assert "<script" not in made


def test_a_version_beside_itself_has_nothing_marked() -> None:
    made = page(*pair(*PAIRS[3]))
    assert "<mark>" not in made
    assert "Không có thay đổi." in made
    assert {"Không đổi"} == {each.split("<")[0] for each in made.split('<span class="tag">')[1:]}


def test_lines_are_marked_where_the_other_has_none_like_them() -> None:
    old, new = mark_lines(["từ 95%: 30 điểm", "còn lại: 10 điểm"], ["từ 95%: 25 điểm", "còn lại: 10 điểm"])
    assert [each.differs for each in old] == [True, False]
    assert [(each.text, each.differs) for each in old[0].pieces if each.differs] == [("30", True)]
    assert [each.text for each in new[0].pieces if each.differs] == ["25"]


def test_words_that_stay_are_not_marked() -> None:
    old, new = mark_words("40 điểm", "40 điểm; thưởng không quá 5 điểm")
    assert "".join(each.text for each in new.pieces) == "40 điểm; thưởng không quá 5 điểm"
    assert [each.text for each in new.pieces if each.differs] == ["; thưởng không quá 5 điểm"]
    assert all(not each.differs for each in old.pieces)


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "so-sanh.html"
    assert main.run(["diff", *PAIRS[0], "--format", "html", "-o", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert file.read_text("utf-8") == page(*pair(*PAIRS[0]))
