"""Bad files and everything that is said about them, word for word; ``--rewrite-golden`` writes the expectations
anew."""

from pathlib import Path

import pytest
import yaml

from thidua.diagnostics import Diagnostic
from thidua.reading import read_text, read_yaml

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yaml"))


def said_about(path: Path, loader: type) -> str:
    shown = f"bad/{path.name}"
    text = read_text(path, shown)
    found = [text] if isinstance(text, Diagnostic) else read_yaml(text, shown, loader).diagnostics
    return "".join(f"{problem}\n" for problem in found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_gets_exactly_these_messages(path: Path, rewrite_golden: bool) -> None:
    expected = path.with_suffix(".expected.txt")
    said = said_about(path, yaml.CSafeLoader)
    if rewrite_golden:
        expected.write_bytes(said.encode())
    assert said
    assert said == expected.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_pure_python_parser_leads_to_the_same_messages(path: Path) -> None:
    assert said_about(path, yaml.SafeLoader) == path.with_suffix(".expected.txt").read_text("utf-8")


def test_every_expectation_has_its_file() -> None:
    assert {path.name.removesuffix(".expected.txt") for path in BAD.glob("*.txt")} == {path.stem for path in FILES}
