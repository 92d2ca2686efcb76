"""rules/README.md: its list of the kinds of facts is what the program knows, and its example runs.

``pytest --rewrite-golden`` writes the list anew; review the diff.
"""

import re
from pathlib import Path

import pytest

from thidua.home import find_home
from thidua.inference.cases import run_rule_case
from thidua.loading.rule_cases import load_rule_cases
from thidua.loading.rules import load_rules
from thidua.reports.facts_page import facts_section, with_facts_section
from thidua.vocabulary import FACT_KINDS, LISTS

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "rules/README.md"
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_list_of_facts_is_what_the_program_writes(rewrite_golden: bool) -> None:
    if rewrite_golden:
        PAGE.write_text(with_facts_section(page()), encoding="utf-8")
    assert page() == with_facts_section(page())


def test_every_kind_and_field_is_listed() -> None:
    section = facts_section()
    for kind in FACT_KINDS.values():
        part = section.partition(f"### {kind.term.vietnamese}\n")[2].partition("\n### ")[0]
        for field in kind.fields:
            assert f"| `{field.term.vietnamese}` |" in part


def test_every_operator_level_and_action_is_told() -> None:
    for name in ("operator", "level", "action", "answered_by"):
        for term in LISTS[name]:
            assert f"`{term.vietnamese}`" in page()


def test_the_example_builds_and_its_cases_hold(tmp_path: Path) -> None:
    rules_text, cases_text, *_ = BLOCK.findall(page())
    file = tmp_path / "rules/vi-du/2019.yaml"
    file.parent.joinpath("tests").mkdir(parents=True)
    tmp_path.joinpath("thidua.toml").write_text("", encoding="utf-8")
    file.write_text(rules_text, encoding="utf-8")
    file.parent.joinpath("tests/2019.yaml").write_text(cases_text, encoding="utf-8")
    home = find_home(tmp_path, tmp_path)
    assert load_rules(file, home).diagnostics == ()
    cases = load_rule_cases(file.parent / "tests/2019.yaml", home)
    assert cases.diagnostics == ()
    assert cases.rules is not None
    assert [case.fires for case in cases.cases] == [True, False]
    assert all(run_rule_case(case, cases.rules).passed for case in cases.cases)


def test_the_pieces_of_conditions_build(tmp_path: Path) -> None:
    pieces = [piece for piece in BLOCK.findall(page()) if piece.startswith("- ")]
    assert len(pieces) == 3
    for number, piece in enumerate(pieces):
        file = tmp_path / f"{number}.yaml"
        file.write_text(_rules_with(piece), encoding="utf-8")
        assert load_rules(file).diagnostics == ()


def _rules_with(piece: str) -> str:
    conditions = "".join(f"      {line}\n" for line in piece.splitlines())
    first = "\n      - h: thời hạn\n        đã gửi: không"
    then = "    thì:\n      nêu vấn đề: Thử\n      mức độ: để biết\n    căn cứ: Thử\n"
    rule = "  - mã: {0}\n    tên: Thử\n    khi:{1}\n" + then
    written = rule.format("HS-02", first) + rule.format("HS-05", "\n" + conditions.rstrip())
    return f"loại tệp: quy tắc kiểm tra, bình xét\nmã: thu/1\ntên: Thử\nquy tắc:\n{written}"


def test_a_page_without_markers_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="lacks the markers"):
        with_facts_section("# Quy tắc\n")
