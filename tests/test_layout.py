"""The tree itself: no machine's addresses or paths, plain text files, Makefile targets that the README names."""

import os
import re
import subprocess
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Files whose very point is a bad encoding or line end (inputs of tests), as paths from the root.
NOT_PLAIN: frozenset[str] = frozenset()
MADE = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}

# The brackets keep these patterns from finding themselves here.
FORBIDDEN = {
    "address of a package registry": r"pypi[.]|pythonhosted[.]|index-ur[l]|npmjs[.]|crates[.]io|proxy[.]golang",
    "path of one machine": r"(?<![\w.)}*-])/(?:work|root|home|Users|opt)/|\b[A-Z]:\\\\?Users",
}


def _tracked() -> list[str] | None:
    """The paths that git tracks; None outside a checkout or without git."""
    try:
        ran = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [os.fsdecode(name) for name in ran.stdout.split(b"\0") if name]


def _walked() -> Iterator[str]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE and not name.endswith("_cache")]
        yield from (os.path.relpath(os.path.join(folder, name), ROOT) for name in names)


@cache
def text_files() -> dict[str, bytes]:
    names = _tracked()
    there = [name for name in (_walked() if names is None else names) if (ROOT / name).is_file()]
    contents = {name: (ROOT / name).read_bytes() for name in sorted(there)}
    return {name: content for name, content in contents.items() if b"\0" not in content and name not in NOT_PLAIN}


def faults_in(pattern: str, text: str) -> list[str]:
    return [line for line in text.splitlines() if re.search(pattern, line)]


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_names_a_machine_or_a_registry(kind):
    found = {name: faults_in(FORBIDDEN[kind], raw.decode(errors="replace")) for name, raw in text_files().items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("address of a package registry", "see https://pypi" + ".org/simple"),
        ("address of a package registry", "pip install --extra-index" + "-url x"),
        ("path of one machine", "open('" + "/wor" + "k/main/a.yaml')"),
        ("path of one machine", "cd /roo" + "t/x"),
        ("path of one machine", "C:\\Use" + "rs\\a"),
    ],
)
def test_the_patterns_find_what_they_are_for(kind, text):
    assert faults_in(FORBIDDEN[kind], text) == [text]


def _plain_text_fault(raw: bytes) -> str | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return "not UTF-8"
    if "\r" in text:
        return "line ends other than LF"
    return None if unicodedata.is_normalized("NFC", text) else "not NFC"


def test_text_files_are_utf8_nfc_and_lf():
    found = {name: _plain_text_fault(raw) for name, raw in text_files().items()}
    assert {name: fault for name, fault in found.items() if fault} == {}


@pytest.mark.parametrize("raw", [b"\xe1", b"a\r\n", unicodedata.normalize("NFD", "điểm").encode()])
def test_plain_text_faults_are_seen(raw):
    assert _plain_text_fault(raw) is not None


def makefile_targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_makefile_has_the_targets_that_the_readme_names():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^\s*\$?\s*|`)make ([a-z][a-z-]*)", readme, re.MULTILINE))
    assert {"demo", "test", "lint", "clean", *named} - makefile_targets() == set()


def test_ci_runs_the_test_command_of_the_makefile():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert re.search(r"^make test$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)


def _name(requirement: str) -> str:
    return re.split(r"[<>=;\[ ]", requirement)[0].lower().replace("_", "-")


def test_constraints_pin_every_direct_dependency_by_name_and_version_only():
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", pin)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {*map(_name, project["dependencies"]), *map(_name, project["optional-dependencies"]["dev"])}
    assert needed - set(map(_name, pins)) == set()
