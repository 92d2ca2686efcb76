"""The benchmarks still run on what the program is now; how fast, they tell by hand."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import measure
import measure_rules
import measure_workbooks
from made_up_cluster import write_home

from thidua.checking import check
from thidua.importing import import_forms
from thidua.pipeline import score


@pytest.mark.parametrize("as_csv", [False, True])
def test_the_made_up_cluster_is_scored_without_a_word(tmp_path: Path, as_csv: bool) -> None:
    period = write_home(tmp_path, 3, 12, as_csv=as_csv)
    assert [str(each) for each in check([str(tmp_path)], tmp_path).diagnostics] == []
    found = score(str(period), tmp_path)
    assert found.result is not None
    assert all(unit.state == "scored" and not unit.provisional for unit in found.result.units)


def test_the_measurements_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measure.scoring_alone(tmp_path, units=2)
    measure.growth(tmp_path, sizes=(2, 3))
    printed = capsys.readouterr().out
    assert "evaluate the trees" in printed
    assert "    3 units" in printed


def test_the_measurements_of_rules_measure(capsys: pytest.CaptureFixture[str]) -> None:
    measure_rules.measure(((2, 3),), runs=1)
    assert "2 × 3, reference" in capsys.readouterr().out


def test_the_forms_that_are_measured_can_be_brought_in(tmp_path: Path) -> None:
    period = write_home(tmp_path, 2, 6)
    measure_workbooks.fill_forms(tmp_path, period)
    shutil.rmtree(period / "ho-so")
    done = import_forms(sorted((tmp_path / measure_workbooks.SENT).iterdir()), str(period), tmp_path)
    assert done.imported is not None
    assert [str(found) for each in done.imported for found in each.diagnostics] == []
