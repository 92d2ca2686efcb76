"""Bad files as users write them, and the whole text that they must get."""

from pathlib import Path

import pytest

from thidua.home import PERIOD_FILE
from thidua.pipeline import check

HERE = Path(__file__).parent
HOME = HERE / "home"
BAD = sorted((HERE / "bad/scales").glob("*.yaml")) + sorted((HERE / "bad/periods").glob(f"*/{PERIOD_FILE}"))


def expected_file(path: Path) -> Path:
    return path.parent / "expected.txt" if path.name == PERIOD_FILE else path.with_suffix(".expected.txt")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.parent.name if path.name == PERIOD_FILE else path.stem)
def test_bad_file_gets_exactly_these_diagnostics(
    path: Path, monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool
) -> None:
    monkeypatch.chdir(HERE)
    target = path.parent if path.name == PERIOD_FILE else path
    found = check([str(target.relative_to(HERE))], HOME)
    text = "".join(f"{each}\n" for each in found.diagnostics)
    expected = expected_file(path)
    if rewrite_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert text


def test_the_good_scale_has_nothing_to_say() -> None:
    assert check([str(HOME)], HOME).diagnostics == ()
