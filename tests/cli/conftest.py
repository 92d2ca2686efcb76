"""The home that tests of commands work in."""

from pathlib import Path

import pytest
from command_line import copied_home, with_rules


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small home, and the working folder."""
    found = copied_home(tmp_path)
    monkeypatch.chdir(found)
    monkeypatch.delenv("THIDUA_HOME", raising=False)
    return found


@pytest.fixture
def ruled(home: Path) -> Path:
    """The home with rules and their cases, run in its period; durable-rules is not started for each small test."""
    return with_rules(home)
