"""Bringing workbooks into a period: what is written, what is kept, what is refused."""

import hashlib
import shutil
import unicodedata
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from filled_forms import COLUMN, SCORES, filled
from forms import SAMPLE, form_bytes, loaded, opened, saved
from hypothesis import given
from hypothesis import strategies as st

from thidua import pipeline
from thidua.checking import check
from thidua.forms.writing import dossier_text
from thidua.importing import Imported, import_forms
from thidua.reading import read_yaml
from thidua.reading.nodes import Mapping, Scalar, Sequence

UNIT = "tinh-a"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the samples, without dossiers, and the working folder."""
    copy = Path(shutil.copytree(SAMPLE.parent, tmp_path / "nha"))
    for file in (copy / "dot-mau/ho-so").glob("*.yaml"):
        file.unlink()
    monkeypatch.chdir(copy)
    return copy


def sent(home: Path, name: str = "bieu.xlsx", data: bytes | None = None) -> Path:
    path = home / name
    path.write_bytes(filled(SAMPLE, UNIT) if data is None else data)
    return path


def brought(*files: Path, **options: object) -> tuple[Imported, ...]:
    done = import_forms(files, "dot-mau", **options)  # type: ignore[arg-type]
    assert done.imported is not None, done.diagnostics
    return done.imported


def codes(imported: Imported) -> list[int]:
    return [each.code for each in imported.diagnostics if each.severity != "warning"]


def changed(data: bytes, column: str, value: object, row: int = 9) -> bytes:
    workbook: openpyxl.Workbook = opened(data)
    workbook[SCORES].cell(row, COLUMN[column]).value = value  # type: ignore[assignment]
    return saved(workbook)


def test_a_dossier_is_written_and_the_original_kept(home: Path, rewrite_golden: bool) -> None:
    file = sent(home)
    (done,) = brought(file, received=date(2020, 2, 10))
    folder = home / "dot-mau/ho-so"
    assert done.dossier == folder / "tinh-a.yaml"
    assert (folder / "tinh-a.xlsx").read_bytes() == file.read_bytes()
    text = done.dossier.read_text("utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert digest in text
    golden = Path(__file__).parent / "dossier.expected.yaml"
    shown = text.replace(digest, "0" * 64)
    if rewrite_golden:
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
    found = check(["dot-mau"])
    assert [str(each) for each in found.diagnostics if each.severity == "error"] == []


def test_a_dossier_that_is_there_is_never_lost(home: Path) -> None:
    folder = home / "dot-mau/ho-so"
    shutil.copy(SAMPLE / "ho-so/tinh-a.yaml", folder)
    before = (folder / "tinh-a.yaml").read_bytes()
    (done,) = brought(sent(home))
    assert codes(done) == [471]
    assert (folder / "tinh-a.yaml").read_bytes() == before
    (done,) = brought(sent(home), replacing=True)
    assert done.dossier is not None
    text = done.dossier.read_text("utf-8")
    # What no form says is taken over from the dossier that was there.
    assert "ngày nhận:" in text
    assert "tài liệu đã gửi:" in text
    digest = hashlib.sha256(before).hexdigest()[:8]
    assert (folder / f"ban-cu/tinh-a.{digest}.yaml.cu").read_bytes() == before


def test_the_same_file_again_changes_nothing(home: Path) -> None:
    file = sent(home)
    (first,) = brought(file)
    assert first.dossier is not None
    text = first.dossier.read_bytes()
    (again,) = brought(file)
    assert codes(again) == [472]
    assert again.unchanged
    assert first.dossier.read_bytes() == text
    (other,) = brought(sent(home, data=changed(file.read_bytes(), "actual", 5_615_069)))
    assert codes(other) == [471]


def test_the_kept_original_must_stay_what_it_was(home: Path) -> None:
    brought(sent(home))
    original = home / "dot-mau/ho-so/tinh-a.xlsx"
    found = pipeline.score("dot-mau")
    assert found.result is not None
    original.write_bytes(changed(original.read_bytes(), "actual", 5_615_069))
    found = pipeline.score("dot-mau")
    assert [each.code for each in found.diagnostics if each.severity == "error"] == [473]
    assert found.result is not None
    assert {unit.member.id for unit in found.result.units if unit.state == "unscorable"} == {UNIT}
    (done,) = brought(original, replacing=True)
    assert done.dossier is not None
    assert not [each for each in pipeline.score("dot-mau").diagnostics if each.severity == "error"]


def test_a_dossier_and_a_workbook_of_its_own_are_two(home: Path) -> None:
    folder = home / "dot-mau/ho-so"
    shutil.copy(SAMPLE / "ho-so/tinh-a.yaml", folder)
    sent(home, "dot-mau/ho-so/tinh-a.xlsx")
    found = pipeline.score("dot-mau")
    assert [each.code for each in found.diagnostics if each.severity == "error"] == [410]


def test_two_workbooks_of_one_unit_are_both_left(home: Path) -> None:
    done = brought(sent(home), sent(home, "bieu-2.xlsx"))
    assert [codes(each) for each in done] == [[410], [410]]
    assert not list((home / "dot-mau/ho-so").glob("*.yaml"))


def test_an_error_changes_nothing_for_its_unit_and_stops_no_other(home: Path) -> None:
    bad = sent(home, data=changed(filled(SAMPLE, UNIT), "actual", "#N/A"))
    good = home / "tot.xlsx"
    good.write_bytes(form_bytes(SAMPLE, "tinh-b"))
    done = brought(bad, good)
    assert [each.dossier is not None for each in done] == [False, True]
    assert 440 in codes(done[0])
    files = [each.name for each in (home / "dot-mau/ho-so").iterdir() if each.is_file()]
    assert sorted(files) == ["tinh-b.xlsx", "tinh-b.yaml"]


def test_a_workbook_with_errors_in_the_folder_makes_its_unit_unscorable(home: Path) -> None:
    sent(home, "dot-mau/ho-so/tinh-a.xlsx", changed(filled(SAMPLE, UNIT), "actual", "#N/A"))
    sent(home, "dot-mau/ho-so/~$tinh-a.xlsx", b"Excel's lock")
    (home / "dot-mau/ho-so/ghi-chu.xlsx").write_bytes(_other_workbook())
    found = pipeline.score("dot-mau")
    assert found.result is not None
    assert {unit.member.id for unit in found.result.units if unit.state == "unscorable"} == {UNIT}
    assert sorted(each.code for each in found.diagnostics if each.code in (440, 513)) == [440, 513]
    shown = check(["dot-mau/ho-so/tinh-a.xlsx"]).diagnostics
    assert {each.place.path for each in shown} == {"dot-mau/ho-so/tinh-a.xlsx"}


def _other_workbook() -> bytes:
    workbook = openpyxl.Workbook()
    workbook["Sheet"]["A1"] = "ghi chú"
    return saved(workbook)


def test_an_unreadable_period_brings_nothing_in(home: Path) -> None:
    assert import_forms([sent(home)], "khong-co").imported is None
    file = home / "dot-mau/dot-cham-diem.yaml"
    file.write_text(file.read_text("utf-8").replace("thang điểm: cum-mau/2019\n", ""), "utf-8")
    done = import_forms([sent(home)], "dot-mau")
    assert done.imported is None
    assert done.diagnostics


letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"])
words = st.text(letters | st.sampled_from(" :#'\"-?[]{}\n%“”"))


@given(words.map(lambda text: "\n".join(" ".join(each.split()) for each in text.split("\n"))).filter(str.strip))
def test_any_text_is_read_back_from_the_file_as_it_was(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    scale = loaded(SAMPLE).scale
    assert scale is not None
    item = Mapping([(Scalar("tên", False, 1, 1), Scalar(text, True, 1, 1))], 1, 1)
    root = Mapping([(Scalar("ghi chú", False, 1, 1), Sequence([item], 1, 1))], 1, 1)
    reading = read_yaml(dossier_text(root, scale, ("đầu",)), "a.yaml")
    assert isinstance(reading.root, Mapping), reading.diagnostics
    found = reading.root.entries[0][1]
    assert isinstance(found, Sequence)
    assert isinstance(found.items[0], Mapping)
    value = found.items[0].entries[0][1]
    assert isinstance(value, Scalar)
    assert value.text == text
