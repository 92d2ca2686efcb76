"""Load experts' cases with the scale beside which they stand."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from thidua.building.cases import build_cases
from thidua.building.documents import read_document
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import SCALE_FILE, Home, shown
from thidua.loading.scales import LoadedScale, load_scale
from thidua.model.cases import Case
from thidua.model.scale import Scale


class LoadedCases(Struct, frozen=True):
    """The cases of one file. ``scale`` None: its scale has errors or is not there, so no case can be run.

    ``written``: how many cases the file holds, also those that can't be run; 0 where it can't be read.
    """

    file: Path
    scale: Scale | None
    cases: tuple[Case, ...]
    diagnostics: tuple[Diagnostic, ...]
    written: int = 0


def load_cases(file: Path, home: Home, load: Callable[[Path, Home], LoadedScale] = load_scale) -> LoadedCases:
    """Read a file of cases; its scale is the one in the folder above it.

    ``load`` reads the scale: who reads several files of one scale remembers it.
    """
    scale_file = file.resolve().parent.parent / SCALE_FILE
    shaped = read_document(file, shown(file), "cases")
    if isinstance(shaped, tuple):
        return LoadedCases(file, None, (), shaped)
    written = len(shaped.data.get("cases") or ())
    if not scale_file.is_file():
        return LoadedCases(file, None, (), (*shaped.diagnostics, diagnose(704, Place(shown(file)))), written)
    loaded = load(scale_file, home)
    if loaded.scale is None:
        return LoadedCases(file, None, (), (*shaped.diagnostics, *loaded.diagnostics), written)
    cases = build_cases(shaped, loaded.scale)
    return LoadedCases(file, loaded.scale, cases, tuple(shaped.diagnostics), written)
