"""Whatever stands in a file, checking and scoring give diagnostics, never an exception."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
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


def home_with(changed: str, text: str | bytes) -> Path:
    root = Path(tempfile.mkdtemp(prefix="thi đua "))
    (root / "thidua.toml").touch()
    for name, original in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = text if name == changed else original
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return root


def run(changed: str, text: str | bytes) -> None:
    root = home_with(changed, text)
    try:
        found = check([str(root)], root)
        scored = score(str(root / "dot-mau"), root)
        run_cases([str(root)], root)
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
        shutil.rmtree(root)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations())
def test_a_damaged_file_is_told_about(mutation: tuple[str, str]) -> None:
    run(*mutation)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=400))
def test_any_bytes_are_told_about(name: str, data: bytes) -> None:
    run(name, data)
