"""The hooks that other repositories may use exist as commands, and run on the files that they are meant for."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from thidua.reading.files import REFUSED_SUFFIXES, WORD_REFUSED, WORD_SUFFIX, WORKBOOK_SUFFIXES
from thidua_cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_every_hook_runs_a_command_of_an_installed_program() -> None:
    programs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    commands = {row.name for row in COMMANDS}
    assert [hook["id"] for hook in HOOKS] == ["thidua-check", "thidua-test"]
    for hook in HOOKS:
        program, command = hook["entry"].split()
        assert program in programs
        assert command in commands
        assert hook["language"] == "python"
        assert hook["name"]
        assert hook["description"]


def test_a_hook_runs_for_the_files_that_it_looks_at_and_no_others() -> None:
    named = ("criteria/cum/2020/thang-diem.yaml", "rules/cum/2020.yml", "thidua.toml")
    for hook in HOOKS:
        assert all(re.search(hook["files"], name) for name in named)
        assert not any(re.search(hook["files"], name) for name in ("README.md", "pyproject.toml", "a.yaml.bak"))


def test_a_check_runs_for_all_that_a_period_is_read_from() -> None:
    check, test = HOOKS
    for suffix in {".csv", WORD_SUFFIX, *WORKBOOK_SUFFIXES, *WORD_REFUSED, *REFUSED_SUFFIXES}:
        for name in (f"dot/ho-so/tinh-a{suffix}", f"dot/ho-so/TINH-A{suffix.upper()}"):
            assert re.search(check["files"], name), name
            assert not re.search(test["files"], name)
    assert not any(re.search(check["files"], name) for name in ("a.docx.txt", "~a.xlsx~", "a.pdf", "adot"))
