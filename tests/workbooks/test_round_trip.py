"""What a unit fills in scores as the same dossier in YAML does, read as it is or brought in: all shipped periods."""

import shutil
from pathlib import Path

import pytest
from filled_forms import filled
from forms import ROOT, SAMPLE, SHIPPED, form_bytes, loaded
from office_files import as_ods, worked_out

from thidua import pipeline
from thidua.forms.read import read_form
from thidua.importing import import_forms

WITH_DOSSIERS = [folder for folder in SHIPPED if loaded(folder).dossiers]


def points(folder: Path) -> dict[tuple[str, str], object]:
    found = pipeline.score(str(folder), ROOT, engine="reference")
    assert found.result is not None, found.diagnostics
    return {
        (unit.member.id, each.criterion.id): (each.points, each.status, each.self_points)
        for unit in found.result.units
        for each in unit.criteria
    }


def copied(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    for file in (target / "ho-so").glob("*.yaml"):
        file.unlink()
    return target


def test_periods_with_dossiers_are_among_them() -> None:
    assert len(WITH_DOSSIERS) >= 3


@pytest.mark.parametrize("folder", WITH_DOSSIERS, ids=lambda folder: folder.name)
def test_filled_forms_score_like_the_dossiers(folder: Path, tmp_path: Path) -> None:
    expected = points(folder)
    direct, sent = copied(folder, tmp_path / "direct"), tmp_path / "sent"
    sent.mkdir()
    for index, unit in enumerate(loaded(folder).dossiers):
        # As openpyxl, LibreOffice and Excel would send it.
        stored_by, suffix = ((bytes, ".xlsx"), (as_ods, ".ods"), (worked_out, ".xlsx"))[index % 3]
        file = sent / f"{unit}{suffix}"
        file.write_bytes(stored_by(filled(folder, unit)))
        shutil.copy(file, direct / "ho-so")
    assert points(direct) == expected
    imported = copied(folder, tmp_path / "imported")
    done = import_forms(sorted(sent.iterdir()), str(imported), ROOT)
    assert done.imported is not None
    assert [each.unit for each in done.imported if each.dossier is None] == []
    assert points(imported) == expected


def test_a_blank_form_is_a_dossier_that_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "tinh-a.xlsx"
    file.write_bytes(form_bytes(SAMPLE, "tinh-a"))
    found = loaded(SAMPLE)
    assert found.period is not None
    assert found.scale is not None
    reading = read_form(file, "a.xlsx", found.period, found.scale)
    assert reading.shaped is not None
    assert reading.shaped.data == {"file_type": "dossier", "unit": "tinh-a"}
    assert (reading.diagnostics, reading.shaped.diagnostics) == ((), [])
