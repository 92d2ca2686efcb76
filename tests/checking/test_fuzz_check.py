"""Whatever stands in a file, checking and scoring give diagnostics, never an exception."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.case_runs import run_cases
from thidua.checking import check
from thidua.diagnostics import has_errors
from thidua.pipeline import score
from thidua.reports.explanation import explanation
from thidua.reports.json_report import json_report
from thidua.reports.table import table_report

FORMATS = Path(__file__).parent.parent / "golden/formats"
NAMES = (
    "criteria/cum-mau/2019/thang-diem.yaml",
    "criteria/cum-mau/2019/tests/truong-hop.yaml",
    "dot-mau/dot-cham-diem.yaml",
    "dot-mau/dieu-chinh.yaml",
    "dot-mau/ho-so/tinh-a.yaml",
    "dot-mau/dang-ky.yaml",
    "criteria/cum-mau/2019/gop-y.yaml",
    "dot-mau/vi-pham.yaml",
    "dot-mau/bo-phieu.yaml",
    "dot-mau/dai-hoi.yaml",
    "dot-mau/nguon-ngoai/atgt.csv",
    "dot-mau/doi-chieu/giao-uoc.csv",
    "dot-mau/doi-chieu/bao-cao.csv",
)
# The complete samples: every method, every kind of file.
FILES = {name: (FORMATS / name).read_text(encoding="utf-8") for name in NAMES}
SNIPPETS = (
    "", " ", "\n", "  ", ":", ": ", "- ", "-", "{", "}", "[", "]", "&a ", "*a", "!!x ", "%", "#", "'", '"', "|", ">",
    "\t", "1.000", "010", "1e3", "95%", "−5", "9" * 50, "\u200b", "\ufeff", "“", "\x00", "null",
    "tiêu chí:", "điểm chuẩn: 5", "- - -",
)  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, str]:
    """A file's name and its text with lines dropped, or slices deleted, repeated or replaced."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["lines", "delete", "repeat", "replace"]))
        if kind == "lines":
            lines = text.splitlines(keepends=True)
            start = draw(st.integers(0, len(lines)))
            text = "".join(lines[:start] + lines[start + draw(st.integers(1, 3)) :])
            continue
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        middle = {"delete": "", "repeat": text[start:end] * 2, "replace": draw(st.sampled_from(SNIPPETS))}[kind]
        text = text[:start] + middle + text[end:]
    return name, text


@cache
def home() -> Path:
    """The samples in a home; whoever changes a file of it puts it back."""
    root = Path(tempfile.mkdtemp(prefix="thi đua "))
    atexit.register(shutil.rmtree, root)
    (root / "thidua.toml").touch()
    for name, original in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(original.encode())
    return root


def run(changed: str, content: bytes) -> None:
    root = home()
    file = root / changed
    file.write_bytes(content)
    # A scale concerns the whole home, a file of the period nothing but the period.
    concerned = root / "dot-mau" if changed.startswith("dot-mau/") else root
    try:
        found = check([str(concerned)], root)
        scored = score(str(root / "dot-mau"), root)
        run_cases([str(concerned)], root)
        # What can't be scored has said why.
        assert scored.result is not None or has_errors(scored.diagnostics)
        if scored.result is not None:
            json_report(scored, scored.result)
            table_report(scored, scored.result)
            explanation(scored, scored.result, scored.result.units[0])
        for diagnostic in (*found.diagnostics, *scored.diagnostics):
            assert diagnostic.message
            assert diagnostic.place.line >= 1
            assert diagnostic.place.column >= 1
    finally:
        file.write_bytes(FILES[changed].encode())


@settings(max_examples=120)
@given(mutations())
def test_a_damaged_file_is_told_about(mutation: tuple[str, str]) -> None:
    name, text = mutation
    run(name, text.encode("utf-8", "surrogatepass"))


@settings(max_examples=40)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=400))
def test_any_bytes_are_told_about(name: str, data: bytes) -> None:
    run(name, data)
