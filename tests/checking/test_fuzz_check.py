"""Whatever stands in a file, checking and scoring give diagnostics, never an exception."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.diagnostics import has_errors
from thidua.pipeline import check, score

HERE = Path(__file__).parent
SCALE = "criteria/tot/1/thang-diem.yaml"
FILES = {
    SCALE: (HERE / "home" / SCALE).read_text(encoding="utf-8"),
    "dot/dot-cham-diem.yaml": (HERE / "bad/periods/thieu-ho-so/dot-cham-diem.yaml").read_text(encoding="utf-8"),
    "dot/ho-so/tinh-a.yaml": (HERE / "bad/periods/thieu-ho-so/ho-so/tinh-a.yaml").read_text(encoding="utf-8"),
    "dot/atgt.csv": (HERE / "bad/periods/thieu-ho-so/atgt.csv").read_text(encoding="utf-8"),
}
SNIPPETS = (
    "", " ", "\n", "  ", ":", ": ", "- ", "-", "{", "}", "[", "]", "&a ", "*a", "!!x ", "%", "#", "'", '"', "|", ">",
    "\t", "1.000", "010", "1e3", "95%", "−5", "9" * 50, "\u200b", "\ufeff", "“", "\x00", "null",
    "tiêu chí:", "điểm chuẩn: 5", "- - -",
)  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, str]:
    """A file's name and its text with some slices deleted, repeated or replaced, or with lines changed about."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        change: Callable[[], str] = draw(
            st.sampled_from(
                [
                    lambda start=start, end=end, text=text: text[:start] + text[end:],
                    lambda start=start, end=end, text=text: text[:end] + text[start:end] + text[end:],
                ]
            )
        )
        text = change() if draw(st.booleans()) else text[:start] + draw(st.sampled_from(SNIPPETS)) + text[end:]
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
        scored = score(str(root / "dot"), root)
        # What can't be scored has said why.
        assert scored.result is not None or has_errors(scored.diagnostics)
        for diagnostic in (*found.diagnostics, *scored.diagnostics):
            assert diagnostic.message
            assert diagnostic.place.line >= 1
            assert diagnostic.place.column >= 1
    finally:
        shutil.rmtree(root)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations())
def test_a_damaged_file_is_told_about(mutation: tuple[str, str]) -> None:
    run(*mutation)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=400))
def test_any_bytes_are_told_about(name: str, data: bytes) -> None:
    run(name, data)
