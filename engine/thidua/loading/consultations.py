"""Load the comments on a draft scale, with the scale beside which they stand."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from thidua.building.consultation import build_consultation
from thidua.building.documents import read_document
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import SCALE_FILE, Home, shown
from thidua.loading.scales import load_scale
from thidua.model.consultation import Consultation
from thidua.model.scale import Scale


class LoadedConsultation(Struct, frozen=True):
    """The comments of one file. ``consultation`` None: it has errors. ``scale`` None: it has errors or is not there."""

    file: Path
    consultation: Consultation | None
    scale: Scale | None
    diagnostics: tuple[Diagnostic, ...]


def load_consultation(file: Path, home: Home | None = None, today: date | None = None) -> LoadedConsultation:
    """Read and build comments; their scale is the one in the same folder. ``today`` None: as the clock says."""
    shaped = read_document(file, shown(file), "comments")
    if isinstance(shaped, tuple):
        return LoadedConsultation(file, None, None, shaped)
    scale_file = file.resolve().parent / SCALE_FILE
    beside = load_scale(scale_file, home) if scale_file.is_file() else None
    scale = beside.scale if beside else None
    if beside is None:
        shaped.diagnostics.append(diagnose(591, Place(shown(file)), file=SCALE_FILE))
    elif scale is None:
        shaped.diagnostics.extend(beside.diagnostics)
    written = shaped.data.get("scale")
    if scale and written not in (None, scale.id):
        shaped.report(590, ("scale",), id=written, beside=scale.id)
        scale = None
    consultation = build_consultation(shaped, scale, today or date.today())
    found = tuple(sorted(shaped.diagnostics))
    return LoadedConsultation(file, None if has_errors(found) else consultation, scale, found)
