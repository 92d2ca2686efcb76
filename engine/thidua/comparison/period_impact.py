"""Load a period under its own scale, and say what two versions of a scale do to it."""

import os
from pathlib import Path

from msgspec import Struct

from thidua.comparison.impact import Impact, impact
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import Home, shown
from thidua.loading.periods import load_period
from thidua.model.scale import Scale


class PeriodImpact(Struct, frozen=True):
    """A period under two versions. ``impact`` None: it could not be scored, ``diagnostics`` say why.

    ``inputs``: the real paths of what it was made from; ``instead``: periods nearby where the folder holds none, None
    where it holds one.
    """

    diagnostics: tuple[Diagnostic, ...]
    impact: Impact | None = None
    period_hash: str = ""
    inputs: frozenset[Path] = frozenset()
    instead: tuple[str, ...] | None = None


def period_impact(folder: Path, home: Home, old: Scale, new: Scale) -> PeriodImpact:
    """What the two versions do to the period in a folder. One that names no scale is read as written for ``old``."""
    loaded = load_period(folder, home)
    if loaded.period is not None and loaded.period.scale is None and old.id in home.scale_ids():
        loaded = load_period(folder, home, old.id)
    diagnostics = loaded.diagnostics
    inputs = frozenset(Path(os.path.realpath(each)) for each in (*loaded.files, *loaded.dossier_files))
    if loaded.period is None or loaded.scale is None or has_errors(loaded.faults):
        without_scale = loaded.period is not None and loaded.scale is None and not has_errors(loaded.faults)
        more = (diagnose(511, Place(shown(loaded.file))),) if without_scale else ()
        return PeriodImpact((*diagnostics, *more), inputs=inputs)
    found = impact(loaded.scale, old, new, loaded.period, loaded.dossiers, loaded.unscorable)
    return PeriodImpact(diagnostics, found, loaded.hash, inputs)
