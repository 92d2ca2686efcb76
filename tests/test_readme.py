"""The examples of README.md print what it says. ``pytest --rewrite-golden`` puts the printed text into README.md."""

import re
from pathlib import Path

import pytest
from pages import run_examples

from thidua_cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def test_console_examples_print_what_readme_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rewrite_golden: bool
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)
    assert run_examples(README, capsys, monkeypatch, rewrite_golden) >= 3


def test_every_command_is_in_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"| `thidua {command.name}" in text


def test_the_pieces_of_yaml_are_from_a_shipped_scale_its_cases_and_rules() -> None:
    found = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    scale = "criteria/thu-ngan-sach/ty-le"
    files = (f"{scale}/thang-diem.yaml", f"{scale}/tests/hoan-thanh-du-toan.yaml", "rules/thi-dua-cum/2019.yaml")
    for piece, file in zip(found, files, strict=True):
        shipped = (ROOT / file).read_text(encoding="utf-8")
        lines = {line.strip() for line in shipped.splitlines()}
        assert [line for line in piece.splitlines() if line.strip() not in lines] == []


def test_the_piece_of_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    names: dict[str, object] = {}
    exec(found[1], names)
    assert len(names["table"]) == 14  # type: ignore[arg-type]


def test_links_and_folders_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:criteria|rules|examples|engine|cli|tests|benchmarks)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path
