"""Load a whole period: its file, its scale, its outside sources and all dossiers."""

from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from thidua.building.documents import read_document
from thidua.building.paths import PathProblem, resolve, table_fence
from thidua.building.period import build_period
from thidua.building.rule_periods import check_rules_fit
from thidua.building.sources import read_source
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import PERIOD_FILE, Home, shown
from thidua.identity import identity
from thidua.loading.comparisons import load_comparisons
from thidua.loading.dossiers import DossierReader
from thidua.loading.records import load_records
from thidua.loading.rules import find_rules
from thidua.loading.scales import find_scale
from thidua.model.dossier import Dossier
from thidua.model.period import Period, Source
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.schemas import Shaped

DOSSIERS = "ho-so"


class LoadedPeriod(Struct):
    """A period ready for scoring, as far as it could be read.

    ``period`` or ``scale`` None: it can't be scored. ``dossiers`` by unit; a unit in ``unscorable`` sent one with
    errors; ``receipts`` holds what such a one still says of its sending, without claims. ``faults`` are the diagnostics
    of the period, its scale and sources; ``dossier_faults`` those of dossiers.
    ``record_files``: those of registrations, violations, ballots and adjustments. ``files``: the period's file, its
    scale's and rules', record files, tables, the adopted result, documents that dossiers name.
    ``dossier_folder`` None: there is none yet.
    """

    file: Path
    period: Period | None = None
    scale: Scale | None = None
    rules: RuleSet | None = None
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    unscorable: frozenset[str] = frozenset()
    receipts: dict[str, Dossier] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    dossier_faults: list[Diagnostic] = field(default_factory=list)
    dossier_files: list[Path] = field(default_factory=list)
    record_files: list[Path] = field(default_factory=list)
    adjustments_place: Place | None = None
    adopted_file: Path | None = None
    files: list[Path] = field(default_factory=list)
    dossier_folder: Path | None = None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was found, by place."""
        return tuple(sorted({*self.faults, *self.dossier_faults}))

    @property
    def hash(self) -> str:
        """By which the period with its dossiers is known, the same in every output; ValueError without a period.

        Where the adopted result is kept, who signs the papers and how far those for the awards are, doesn't count: the
        conference did not adopt that.
        """
        if self.period is None:
            raise ValueError("a period that can't be read has no hash")
        scored = replace(self.period, adopted_result=None, paper_form=None, award_dossier=None)
        return identity(scored, [self.dossiers[unit] for unit in sorted(self.dossiers)], sorted(self.unscorable))


def load_period(path: Path, home: Home, scale_id: str | None = None, *, with_dossiers: bool = True) -> LoadedPeriod:
    """Load the period in a folder (or its file). ``scale_id`` scores it by another scale than its own."""
    file = path / PERIOD_FILE if path.is_dir() else path
    loaded = LoadedPeriod(file, files=[file])
    shaped = read_document(file, shown(file), "period")
    if isinstance(shaped, tuple):
        loaded.faults.extend(shaped)
        return loaded
    wanted = scale_id or shaped.data.get("scale")
    found = find_scale(wanted, home, shaped.place(("scale",))) if wanted else None
    loaded.scale = found.scale if found else None
    period = build_period(shaped, loaded.scale)
    loaded.faults.extend(shaped.diagnostics)
    if found:
        loaded.files.append(found.file)
        loaded.faults.extend(found.diagnostics)
        if found.scale is None and found.file.is_file():
            loaded.faults.append(diagnose(512, shaped.place(("scale",)), id=wanted))
    folder = _dossier_folder(loaded, shaped)
    if period is None:
        return loaded
    _read_rules(loaded, shaped, period, home, own_scale=scale_id is None)
    sources = _Sources(loaded, shaped, home, period)
    period = replace(period, sources=tuple(sources.read(index, each) for index, each in enumerate(period.sources)))
    loaded.period = _with_records(loaded, shaped, period, home)
    loaded.dossier_folder = folder
    if with_dossiers:
        _read_dossiers(loaded, shaped, loaded.period, folder)
    return loaded


def _read_rules(loaded: LoadedPeriod, shaped: Shaped, period: Period, home: Home, own_scale: bool) -> None:
    """Rules made for the period's own scale need not fit another by which it is scored: then none are run."""
    if period.rules is None:
        return
    found = find_rules(period.rules, home, shaped.place(("rules",)))
    loaded.files.append(found.file)
    loaded.faults.extend(found.diagnostics)
    loaded.rules = found.rules
    if found.rules and (loaded.scale or period.scale is None):
        before = len(shaped.diagnostics)
        check_rules_fit(shaped, found.rules, period, loaded.scale)
        problems = shaped.diagnostics[before:]
        if problems and not own_scale and loaded.scale:
            loaded.rules = None
            problems = [diagnose(533, shaped.place(("rules",)), id=found.rules.id, scale=loaded.scale.id)]
        loaded.faults.extend(problems)


class _Sources:
    """Reads the files of a period's outside sources."""

    def __init__(self, loaded: LoadedPeriod, shaped: Shaped, home: Home, period: Period) -> None:
        self.loaded = loaded
        self.items: list[dict[str, Any]] = shaped.data.get("sources") or []
        self.shaped = shaped
        self.home = home
        self.period = period

    def read(self, index: int, source: Source) -> Source:
        scale = self.loaded.scale
        if not source.received or scale is None:
            return source
        item = self.items[index]
        file = resolve(self.loaded.file.parent, item["file"], table_fence(self.loaded.file.parent, self.home.root))
        if isinstance(file, PathProblem):
            place = self.shaped.place(("sources", index, "file"))
            self.loaded.faults.append(diagnose(408, place, file=item["file"], reason=file.reason))
            return source
        if not file.is_file():
            place = self.shaped.place(("sources", index, "file"))
            self.loaded.faults.append(diagnose(514, place, file=item["file"], name=source.name))
            return source
        self.loaded.files.append(file)
        figures, problems = read_source(file, shown(file), source, item, self.period, scale)
        self.loaded.faults.extend(problems)
        filled = replace(source, figures=figures)
        if not has_errors(problems):
            self.report_gaps(filled, scale, Place(shown(file)))
        return filled

    def report_gaps(self, source: Source, scale: Scale, place: Place) -> None:
        given = {(unit, criterion, figure) for unit, criterion, figure, _ in source.figures}
        there = given | {(each.unit, each.criterion, "target") for each in self.period.no_target}
        supplied = [criterion for criterion in scale.criteria if criterion.id in source.criteria]
        for member in self.period.members:
            for criterion in supplied:
                missing = [
                    each.full_name for each in criterion.figures if (member.id, criterion.id, each.id) not in there
                ]
                if missing:
                    names = ", ".join(missing)
                    self.loaded.faults.append(
                        diagnose(
                            426,
                            place,
                            source=source.name,
                            missing=names,
                            unit=member.name,
                            criterion=criterion.name,
                            supplier=source.supplier,
                        )
                    )


def _with_records(loaded: LoadedPeriod, shaped: Shaped, period: Period, home: Home) -> Period:
    """The period with all that its files say beside sources and dossiers."""
    records = load_records(loaded.file, shaped, period, loaded.scale)
    compared = load_comparisons(loaded.file, shaped, home, period, loaded.scale)
    loaded.faults.extend((*records.faults, *compared.faults))
    loaded.files.extend((*records.files, *compared.files))
    loaded.record_files.extend(records.documents)
    loaded.adjustments_place = records.adjustments_place
    loaded.adopted_file = records.adopted_file
    return replace(records.period, comparisons=compared.comparisons)


def _read_dossiers(loaded: LoadedPeriod, shaped: Shaped, period: Period, folder: Path | None) -> None:
    read = DossierReader(loaded.file.parent, period, loaded.scale)
    read.folder(folder)
    loaded.dossiers, loaded.receipts, loaded.unscorable = read.scorable(), read.all_receipts(), frozenset(read.broken)
    loaded.dossier_faults.extend(read.faults)
    loaded.dossier_files.extend(read.files)
    loaded.files.extend(read.named_files)
    _report_missing(loaded, shaped, period, set(read.first), folder)


def _dossier_folder(loaded: LoadedPeriod, shaped: Shaped) -> Path | None:
    written = shaped.data.get("dossier_folder")
    base = loaded.file.parent
    if written is None:
        usual = base / DOSSIERS
        return usual if usual.is_dir() else None
    folder = resolve(base, written, base)
    place = shaped.place(("dossier_folder",))
    if isinstance(folder, PathProblem):
        loaded.faults.append(diagnose(408, place, file=written, reason=folder.reason))
        return None
    if not folder.is_dir():
        loaded.faults.append(diagnose(506, place, folder=written))
        return None
    return folder


def _report_missing(loaded: LoadedPeriod, shaped: Shaped, period: Period, sent: set[str], folder: Path | None) -> None:
    scale = loaded.scale
    supplied = {criterion for source in period.sources for criterion in source.criteria}
    if scale is None or all(each.reported_under in supplied or each.points_giver for each in scale.criteria):
        return
    where = shown(folder) if folder else shaped.data.get("dossier_folder", DOSSIERS)
    for index, member in enumerate(period.members):
        if member.id not in sent:
            place = shaped.place(("members", index))
            loaded.faults.append(diagnose(415, place, unit=member.name, folder=where))
