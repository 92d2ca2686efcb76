"""The complete samples of every format, against which everything else is built."""

from pathlib import Path

import pytest

from thidua.building.documents import read_document
from thidua.checking import check
from thidua.reading import read_csv, read_text
from thidua.schemas.load import ObjectShape, ScalarShape, root_shape

FORMATS = Path(__file__).parent / "formats"
SAMPLES = {
    "scale": FORMATS / "criteria/cum-mau/2019/thang-diem.yaml",
    "comments": FORMATS / "criteria/cum-mau/2019/gop-y.yaml",
    "cases": FORMATS / "criteria/cum-mau/2019/tests/truong-hop.yaml",
    "period": FORMATS / "dot-mau/dot-cham-diem.yaml",
    "dossier": FORMATS / "dot-mau/ho-so/tinh-a.yaml",
    "adjustments": FORMATS / "dot-mau/dieu-chinh.yaml",
    "registrations": FORMATS / "dot-mau/dang-ky.yaml",
    "violations": FORMATS / "dot-mau/vi-pham.yaml",
    "ballots": FORMATS / "dot-mau/bo-phieu.yaml",
    "congress": FORMATS / "dot-mau/dai-hoi.yaml",
    "outline": FORMATS / "dot-mau/de-cuong.yaml",
    "rules": FORMATS / "rules/cum-mau/2019.yaml",
    "rule_cases": FORMATS / "rules/cum-mau/tests/2019.yaml",
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_sample_is_well_formed(kind: str) -> None:
    shaped = read_document(SAMPLES[kind], kind, kind)
    assert not isinstance(shaped, tuple), shaped
    assert shaped.diagnostics == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_sample_is_in_block_style(kind: str) -> None:
    for line in SAMPLES[kind].read_text(encoding="utf-8").splitlines():
        assert not line.partition("#")[0].rstrip().endswith(("}", "]")), line


def test_outside_figures_are_a_table() -> None:
    text = read_text(FORMATS / "dot-mau/nguon-ngoai/atgt.csv", "atgt.csv")
    assert isinstance(text, str)
    reading = read_csv(text, "atgt.csv", ";")
    assert (reading.header.texts, reading.diagnostics) == (["Tỉnh", "Tiêu chí", "Số liệu", "Giá trị"], ())


def test_samples_use_every_key_of_scale_terms() -> None:
    """All methods and all their parameters are shown, also those of methods to come."""
    text = SAMPLES["scale"].read_text(encoding="utf-8")
    shaped = read_document(SAMPLES["scale"], "thang-diem.yaml", "scale")
    assert not isinstance(shaped, tuple)
    used = {name for path in shaped.places for name in path if isinstance(name, str)}
    criterion = root_shape("scale").keys["sections"].items.keys["criteria"].items  # type: ignore[union-attr]
    assert isinstance(criterion, ObjectShape)
    for method, shape in criterion.chosen["terms"][1].items():
        assert isinstance(shape, ObjectShape)
        unused = {name for name, each in shape.keys.items() if isinstance(each, ScalarShape)} - used
        assert not unused, f"{method}: {unused} not in\n{text}"


def test_what_check_says_of_the_samples(monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool) -> None:
    monkeypatch.chdir(FORMATS)
    found = "".join(f"{each}\n" for each in check([str(FORMATS)], FORMATS).diagnostics)
    expected = FORMATS.parent / "formats.expected.txt"
    if rewrite_golden:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
