"""criteria/README.md, the experts' guide: its commands print what it says and its edits can be made as it says."""

import re
from pathlib import Path

import pytest
from pages import run_examples

from thidua_cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "criteria/README.md"


def test_ten_minutes_go_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rewrite_golden: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("THIDUA_HOME", raising=False)
    assert run_examples(GUIDE, capsys, monkeypatch, rewrite_golden) >= 10


def test_the_pieces_of_yaml_are_from_the_templates() -> None:
    folder = ROOT / "engine/thidua/authoring/template/criteria/cum-mau/2026"
    shipped = [(folder / name).read_text(encoding="utf-8") for name in ("thang-diem.yaml", "tests/truong-hop.yaml")]
    pieces = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    for text in shipped:
        assert any(piece.replace("cum-a/", "cum-mau/") in text for piece in pieces)
    assert [piece for piece in pieces if piece.replace("cum-a/", "cum-mau/") not in "".join(shipped)] == []


def test_every_command_that_it_names_is_there() -> None:
    known = {command.name for command in COMMANDS}
    named = set(re.findall(r"thidua ([a-z]+)", GUIDE.read_text(encoding="utf-8")))
    assert named <= known
    assert {"init", "new", "check", "test", "diff", "rule", "glossary", "schema"} <= named


def test_links_lead_to_pages_that_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", GUIDE.read_text(encoding="utf-8")):
        assert (GUIDE.parent / target).exists(), target
