"""The assumed congress, a period without a scale: its rules find every situation that README.md lists, no other.

The rules are run here on the facts of the congress alone, by both engines where both are there.
"""

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_cluster import same_as_golden

from thidua.checking import check
from thidua.facts import words_of
from thidua.facts.of_congress import facts_of_congress
from thidua.home import find_home
from thidua.inference import durable
from thidua.inference.engine import run
from thidua.inference.findings import Finding, findings
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.model.congress import Congress, Estimate
from thidua.pipeline import score, status
from thidua.reports.page_text import page_table
from thidua.reports.status_congress import CongressStanding
from thidua.reports.status_report import status_page
from thidua.reports.table import table_report

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "examples/dai-hoi-duyen-hai-2020"

FOUND = [
    ("DH-01", None),
    ("DH-05", None),
    ("DH-06", None),
    ("DB-02", None),
    ("CC-02", None),
    ("CC-02", None),
    ("LC-03", "don-vi-a"),
    ("LC-08", "don-vi-a"),
    ("LC-08", "don-vi-a"),
    ("KT-01", "don-vi-a"),
    ("KT-02", "don-vi-a"),
    ("HN-04", "don-vi-b"),
    ("HN-05", "don-vi-b"),
    ("HN-07", "don-vi-b"),
    ("DB-03", "don-vi-b"),
    ("LC-05", "don-vi-b"),
    ("KT-01", "don-vi-b"),
    ("HN-01", "don-vi-c"),
    ("HN-06", "don-vi-c"),
    ("DB-04", "don-vi-c"),
    ("LC-01", "don-vi-c"),
    ("LC-08", "don-vi-c"),
    ("KT-01", "don-vi-c"),
    ("LC-02", "don-vi-d"),
    ("LC-04", "don-vi-d"),
    ("LC-06", "don-vi-d"),
    ("LC-08", "don-vi-d"),
    ("KT-01", "don-vi-d"),
    ("KT-01", "don-vi-d"),
    ("HN-02", "don-vi-e"),
    ("DB-05", "don-vi-e"),
    ("LC-07", "don-vi-e"),
]


@cache
def loaded() -> LoadedPeriod:
    return load_period(FOLDER, find_home(None, ROOT))


@cache
def found(engine: str) -> tuple[Finding, ...]:
    period, rules = loaded().period, loaded().rules
    assert period is not None
    assert rules is not None
    in_force = [rule for rule in rules.rules if rule.is_in_force(period.reviewed_on)]
    ran = run(in_force, tuple(facts_of_congress(period)), engine)  # type: ignore[arg-type]
    assert ran.notice is None
    units = [member.id for member in period.members]
    return findings(ran.inference, in_force, words_of(period, None).message, units, ())


def test_check_tells_of_the_sum_only() -> None:
    assert [(each.code, each.severity) for each in check([str(FOLDER)]).diagnostics] == [(571, "warning")]


def test_a_period_without_a_scale_has_its_rules_and_no_scale() -> None:
    assert loaded().scale is None
    assert loaded().rules is not None
    assert loaded().unscorable == frozenset()


def test_the_planted_situations_are_found_and_nothing_else() -> None:
    assert [(each.rule.id, each.unit) for each in found("reference")] == FOUND


@pytest.mark.skipif(not durable.is_available(), reason="durable-rules is not installed")
def test_both_engines_find_the_same() -> None:
    assert found("durable") == found("reference")


def test_messages_are_whole_and_speak_of_names_not_ids() -> None:
    for each in found("reference"):
        assert "(không ghi)" not in each.message
        assert "don-vi-" not in each.message
        assert each.message.endswith(".")


def test_the_readme_lists_every_rule_that_finds_something() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\b(?:HN|DH|DB|CC|LC|KT)-\d\d\b", text))
    assert told == {code for code, _ in FOUND}
    assert set(re.findall(r"TD-\d+", text)) == {"TD-571"}


def test_shares_are_those_worked_out_by_hand() -> None:
    messages = [each.message for each in found("reference") if each.rule.id == "CC-02"]
    assert messages == [
        "Nhóm “Nữ” mới có 28 trong 95 đại biểu, đạt 29,47%, dưới 30%; còn 1 đơn vị chưa báo nhóm này.",
        "Nhóm “Điển hình tiên tiến” mới có 46 trong 95 đại biểu, đạt 48,42%, dưới 50%; còn 1 đơn vị chưa báo nhóm này.",
    ]


def test_rules_with_dates_need_the_day_of_review_also_without_a_scale(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "dot")
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    tmp_path.joinpath("thidua.toml").write_text("", encoding="utf-8")
    file = tmp_path / "dot/dot-cham-diem.yaml"
    text = file.read_text(encoding="utf-8")
    assert "ngày xét: 15/07/2020\n" in text
    file.write_text(text.replace("ngày xét: 15/07/2020\n", ""), encoding="utf-8")
    assert [each.code for each in check([str(tmp_path / "dot")], tmp_path).diagnostics if each.code != 571] == [531]


def test_the_page_is_as_reviewed(monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool) -> None:
    monkeypatch.chdir(ROOT)
    scored = score("examples/dai-hoi-duyen-hai-2020", engine="reference")
    assert scored.result is not None
    page = table_report(scored, scored.result)
    assert same_as_golden(page, ROOT / "tests/golden/examples/dai-hoi-duyen-hai-2020.table.txt", rewrite_golden)


def test_the_status_is_as_reviewed(monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool) -> None:
    monkeypatch.chdir(ROOT)
    standing = status("examples/dai-hoi-duyen-hai-2020")
    assert standing.period is not None
    page = page_table(status_page(standing, standing.period, date(2020, 7, 15)), None)
    assert same_as_golden(page, ROOT / "tests/golden/examples/dai-hoi-duyen-hai-2020.status.txt", rewrite_golden)


def test_what_is_not_known_of_a_congress_is_no_zero_in_its_status() -> None:
    period = loaded().period
    assert period is not None
    assert period.congress is not None
    bare = CongressStanding(replace(period, congress=Congress()))
    conferences = bare.conferences()
    assert conferences is not None
    assert conferences.rows[0] == ("Đơn vị A", "chưa thấy", "chưa tổ chức", "–", "–", "–", "–")
    assert conferences.rows[-1] == ("Cộng", "", "", "", "", "–", "–")
    assert bare.structure() is None
    assert bare.event(None) == (
        "Đại hội: chưa có ngày tổ chức",
        "Tổng số đại biểu đã thống nhất: chưa có (chưa thấy văn bản thống nhất)",
        "Dự toán kinh phí: chưa thấy văn bản phê duyệt",
    )
    none = CongressStanding(replace(period, congress=None))
    assert (none.conferences(), none.structure(), none.event(None)) == (None, None, ())


def test_an_approved_estimate_is_told_with_day_document_and_by_whom() -> None:
    period = loaded().period
    assert period is not None
    assert period.congress is not None
    assert period.congress.event is not None
    estimate = Estimate("Quyết định giả định số 9/QĐ-UBND", date(2020, 4, 2), "Chủ tịch Ủy ban nhân dân thị xã")
    event = replace(period.congress.event, estimate=estimate, programme=None)
    told = CongressStanding(replace(period, congress=replace(period.congress, event=event))).event(event)
    assert told[0] == "Đại hội: ngày 10/07/2020, 1 buổi; chưa báo chương trình"
    assert told[2] == (
        "Dự toán kinh phí: đã phê duyệt ngày 02/04/2020, Quyết định giả định số 9/QĐ-UBND "
        "(Chủ tịch Ủy ban nhân dân thị xã)"
    )
