"""Bad files as users write them, and the whole text that they must get."""

import re
from pathlib import Path

import pytest

from thidua.checking import check
from thidua.diagnostics import CATALOGUE
from thidua.home import PERIOD_FILE

HERE = Path(__file__).parent
HOME = HERE / "home"
SCALES = sorted((HERE / "bad/scales").glob("*.yaml"))
RULES = sorted([*(HERE / "bad/rules").glob("*.yaml"), *(HERE / "bad/rule-cases/tests").glob("*.yaml")])
PERIODS = sorted(file.parent for file in (HERE / "bad/periods").glob(f"*/{PERIOD_FILE}"))
# What was asked for, not what stands in a file: test_pipeline.py. A scale with errors: the samples of the formats.
# Formulas: tests/methods/test_formula_problems.py. Workbooks and Word files: tests/workbooks/, tests/word/.
ELSEWHERE = {
    *(191, 192, 511, 519, 533),
    *range(222, 230),
    *range(290, 300),
    *(code for code in CATALOGUE if 431 <= code <= 498),
}
# Compared as numbers, not as the text of a diagnostic.
BY_NUMBER = {
    "reading/test_codes_produced.py": {105, 113, 114},
    "checking/test_pipeline.py": {192, 511, 519},
    "methods/test_formula_problems.py": set(range(222, 230)),
    "workbooks/test_scale_book.py": {297, 299},
    "workbooks/test_hostile_workbooks.py": {437},
    "workbooks/test_cells.py": {444},
    "workbooks/test_importing.py": {473},
    "cli/test_diff.py": {607, 608},
    "comparison/test_saved_runs.py": {660, 662},
}
HOMES = sorted(file.parent for file in (HERE / "bad/homes").glob("*/thidua.toml"))


def diagnostics(target: Path, home: Path) -> str:
    return "".join(
        f"{each}\n" for each in check([target.relative_to(HERE).as_posix()], home, everything=True).diagnostics
    )


def compare(found: str, expected: Path, rewrite: bool) -> None:
    if rewrite:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert found


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


@pytest.mark.parametrize("path", SCALES, ids=lambda path: path.stem)
def test_bad_scale_gets_exactly_these_diagnostics(path: Path, rewrite_golden: bool) -> None:
    compare(diagnostics(path, HOME), path.with_suffix(".expected.txt"), rewrite_golden)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_bad_rules_get_exactly_these_diagnostics(path: Path, rewrite_golden: bool) -> None:
    compare(diagnostics(path, HOME), path.with_suffix(".expected.txt"), rewrite_golden)


@pytest.mark.parametrize("path", PERIODS, ids=lambda path: path.name)
def test_bad_period_gets_exactly_these_diagnostics(path: Path, rewrite_golden: bool) -> None:
    compare(diagnostics(path, HOME), path / "expected.txt", rewrite_golden)


@pytest.mark.parametrize("path", HOMES, ids=lambda path: path.name)
def test_bad_home_gets_exactly_these_diagnostics(path: Path, rewrite_golden: bool) -> None:
    compare(diagnostics(path, path), path / "expected.txt", rewrite_golden)


def test_the_good_scales_have_nothing_to_say() -> None:
    assert check([str(HOME)], HOME, everything=True).diagnostics == ()


def test_every_code_of_a_file_has_a_bad_file() -> None:
    expected = "".join(file.read_text(encoding="utf-8") for file in (HERE / "bad").rglob("*expected.txt"))
    assert {code for code in CATALOGUE if 140 <= code < 600 and f"TD-{code}" not in expected} == ELSEWHERE


def test_every_code_is_named_by_a_test() -> None:
    files = (file for pattern in ("*.py", "*.txt") for file in HERE.parent.rglob(pattern) if file != Path(__file__))
    told = "".join(file.read_text(encoding="utf-8") for file in files)
    assert CATALOGUE.keys() - set(map(int, re.findall(r"TD-([0-9]{3})", told))) == set().union(*BY_NUMBER.values())


@pytest.mark.parametrize("name", BY_NUMBER)
def test_codes_named_by_number_stand_where_it_says(name: str) -> None:
    numbers = set(map(int, re.findall(r"(?<![0-9])[0-9]{3}(?![0-9])", (HERE.parent / name).read_text("utf-8"))))
    assert sorted(BY_NUMBER[name] - numbers) == []
