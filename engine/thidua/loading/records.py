"""Load the files that a period names of what people did beside the points, and what they decided about them."""

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from thidua.building.adjustments import build_adjustments
from thidua.building.award_dossier import build_award_dossier
from thidua.building.conference import Conference, build_conference
from thidua.building.congress import build_congress
from thidua.building.documents import read_document
from thidua.building.outline import build_outline
from thidua.building.paths import PathProblem, resolve
from thidua.building.registrations import build_registrations
from thidua.building.violations import build_violations
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import shown
from thidua.model.award_dossier import AwardDossier
from thidua.model.conference import Registration, Violation
from thidua.model.congress import Congress
from thidua.model.outline import Outline
from thidua.model.period import Adjustment, Period
from thidua.model.scale import Scale
from thidua.schemas import Shaped

RECORD_FILES = {
    "registrations": "registrations_file",
    "violations": "violations_file",
    "ballots": "ballots_file",
    "congress": "congress_file",
    "outline": "outline_file",
    "adjustments": "adjustments_file",
}
"""By kind of file, the key of the period that names it."""


class LoadedRecords(Struct):
    """The period with what its files hold. ``documents``: those files; ``files``: also the adopted result.

    ``adopted_file``: the result that the conference adopted, which need not be there.
    """

    period: Period
    faults: list[Diagnostic] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    adjustments_place: Place | None = None
    adopted_file: Path | None = None


def load_records(file: Path, shaped: Shaped, period: Period, scale: Scale | None) -> LoadedRecords:
    """Load what the period in ``file`` (``shaped``) names. Without a scale no adjustments and registered targets."""
    loaded = LoadedRecords(period)
    reader = _Reader(file, shaped, loaded)
    conference = reader.conference()
    reader.check_adopted()
    award_dossier = reader.award_dossier()
    loaded.period = replace(
        period,
        adjustments=reader.adjustments(scale) if scale else (),
        registrations=reader.registrations(scale),
        violations=reader.violations(),
        sessions=conference.sessions,
        ballots=conference.ballots,
        conclusions=conference.conclusions,
        congress=reader.congress(),
        outline=reader.outline(),
        award_dossier=award_dossier,
    )
    return loaded


class _Reader:
    def __init__(self, file: Path, shaped: Shaped, loaded: LoadedRecords) -> None:
        self.file = file
        self.shaped = shaped
        self.loaded = loaded
        self.period = loaded.period

    def adjustments(self, scale: Scale) -> tuple[Adjustment, ...]:
        found = self.document("adjustments")
        if found is None:
            return ()
        self.loaded.adjustments_place = found.place(())
        built = build_adjustments(found, self.period, scale)
        self.loaded.faults.extend(found.diagnostics)
        return built

    def registrations(self, scale: Scale | None) -> tuple[Registration, ...] | None:
        found = self.document("registrations")
        if found is None:
            return None
        built = build_registrations(found, self.period, scale)
        self.loaded.faults.extend(found.diagnostics)
        return built

    def violations(self) -> tuple[Violation, ...]:
        found = self.document("violations")
        if found is None:
            return ()
        built = build_violations(found, self.period)
        self.loaded.faults.extend(found.diagnostics)
        return built

    def conference(self) -> Conference:
        found = self.document("ballots")
        if found is None:
            return Conference()
        built = build_conference(found, self.period)
        self.loaded.faults.extend(found.diagnostics)
        return built

    def congress(self) -> Congress | None:
        found = self.document("congress")
        if found is None:
            return None
        built = build_congress(found, self.period)
        self.loaded.faults.extend(found.diagnostics)
        return built

    def outline(self) -> Outline | None:
        found = self.document("outline")
        if found is None:
            return None
        built = build_outline(found, self.period)
        self.loaded.faults.extend(found.diagnostics)
        return built

    def award_dossier(self) -> AwardDossier | None:
        """The papers for the awards; their files must not be written over either."""
        folder, before = self.file.parent, len(self.shaped.diagnostics)
        built = build_award_dossier(self.shaped, folder)
        self.loaded.faults.extend(self.shaped.diagnostics[before:])
        self.loaded.files.extend(folder / each.file for each in (built.papers if built else ()) if each.file)
        return built

    def check_adopted(self) -> None:
        """The adopted result is read by others; here its path is checked, and the file kept from being written over."""
        file = self.resolved("adopted_result")
        if file:
            self.loaded.files.append(file)
            self.loaded.adopted_file = file
            if not file.is_file():
                place = self.shaped.place(("adopted_result",))
                self.loaded.faults.append(diagnose(551, place, file=self.shaped.data["adopted_result"]))
        elif self.period.stage == "adopted" and "adopted_result" not in self.shaped.data:
            self.loaded.faults.append(diagnose(552, self.shaped.place(("stage",))))

    def document(self, kind: str) -> Shaped | None:
        """The file of this kind that the period names, None where it names none or it can't be read."""
        file = self.resolved(RECORD_FILES[kind])
        if file is None:
            return None
        self.loaded.documents.append(file)
        self.loaded.files.append(file)
        found = read_document(file, shown(file), kind)
        if isinstance(found, tuple):
            self.loaded.faults.extend(found)
            return None
        return found

    def resolved(self, name: str) -> Path | None:
        """The file that the period names under a key, None where it names none or the path is refused."""
        written = self.shaped.data.get(name)
        if written is None:
            return None
        folder = self.file.parent
        found = resolve(folder, written, folder)
        if isinstance(found, PathProblem):
            place = self.shaped.place((name,))
            self.loaded.faults.append(diagnose(408, place, file=written, reason=found.reason))
            return None
        return found
