"""A scale or rules whose text was built before are not built again; what is told is as if they were."""

from pathlib import Path

import pytest

from thidua.checking import check
from thidua.home import find_home
from thidua.loading.rules import LoadedRules, load_rules
from thidua.loading.scales import LoadedScale, load_scale

ROOT = Path(__file__).resolve().parents[2]
SCALES = sorted(ROOT.glob("criteria/*/*/thang-diem.yaml"))
RULES = sorted(ROOT.glob("rules/*/*.yaml"))
SCALE = SCALES[0]


def facts(loaded: LoadedScale | LoadedRules) -> tuple[object, ...]:
    model = loaded.scale if isinstance(loaded, LoadedScale) else loaded.rules
    assert loaded.written is not None
    return loaded.file, model, loaded.diagnostics, loaded.written.data, loaded.written.diagnostics


@pytest.mark.parametrize("file", [*SCALES, *RULES], ids=lambda file: file.relative_to(ROOT).as_posix())
def test_after_all_has_been_checked_it_still_is_what_building_it_anew_gives(file: Path, tmp_path: Path) -> None:
    home = find_home(ROOT, ROOT)
    load = load_scale if file in SCALES else load_rules
    first = load(file, home)  # type: ignore[operator]
    check([str(file.parent)], ROOT)
    again = load(file, home)  # type: ignore[operator]
    assert again is first
    other = tmp_path / file.name
    other.write_bytes(file.read_bytes())
    anew = load(other)  # type: ignore[operator]
    assert anew is not first
    assert facts(anew)[1:] == facts(first)[1:]


def test_another_text_another_place_and_another_working_folder_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "criteria/cum-a/2020"
    folder.mkdir(parents=True)
    file = folder / "thang-diem.yaml"
    text = SCALE.read_text("utf-8")
    file.write_text(text, "utf-8")
    elsewhere, at_home = load_scale(file), load_scale(file, find_home(tmp_path, tmp_path))
    assert elsewhere.scale is not None
    assert at_home.scale is None
    assert [each.code for each in at_home.diagnostics] == [216]
    monkeypatch.chdir(folder)
    assert [each.place.path for each in load_scale(file, find_home(tmp_path, tmp_path)).diagnostics] == [file.name]
    file.write_text(text.replace("tổng điểm:", "tổng điểmm:"), "utf-8")
    assert load_scale(file).scale is None
    file.write_text(text, "utf-8")
    assert load_scale(file).scale == elsewhere.scale
    file.unlink()
    assert [each.code for each in load_scale(file).diagnostics] == [100]
