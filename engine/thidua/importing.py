"""Bring self-score workbooks into a period: each becomes the unit's dossier, the original beside it with its hash."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from thidua.building.documents import read_document
from thidua.building.dossier import build_dossier
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.forms.keeping import keep, noted_original
from thidua.forms.read import FormReading, read_form
from thidua.forms.writing import dossier_text
from thidua.home import Home, find_home, shown
from thidua.identity import identity
from thidua.loading.periods import DOSSIERS, LoadedPeriod, load_period
from thidua.locating import locate, nothing_there, problems_of, start_of
from thidua.model.period import Member, Period
from thidua.model.scale import Scale
from thidua.reading import read_text, read_yaml
from thidua.reading.files import WORD_REFUSED, WORD_SUFFIX
from thidua.reading.nodes import Mapping, Node, Scalar
from thidua.schemas import Shaped
from thidua.vocabulary import fold, key, spellings_of_keys

_FROM_THE_FORM = ("file_type", "unit", "original", "claims")


class Imported(Struct, frozen=True):
    """What became of one workbook. ``dossier`` None: nothing was written, ``diagnostics`` say why.

    ``unchanged``: this very file had been brought in before.
    """

    file: Path
    diagnostics: tuple[Diagnostic, ...]
    unit: Member | None = None
    dossier: Path | None = None
    unchanged: bool = False


class Importing(Struct, frozen=True):
    """``imported`` None: the period or its scale can't be read, ``diagnostics`` say why."""

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    imported: tuple[Imported, ...] | None = None


def import_forms(
    files: Sequence[Path],
    written: str,
    home_option: Path | None = None,
    *,
    unit: str | None = None,
    replacing: bool = False,
    received: date | None = None,
    tell: Callable[[Imported], None] = lambda _: None,
) -> Importing:
    """Bring workbooks into the period that is ``written``: all that can be; one with an error changes nothing.

    ``unit``: whose they are, for a workbook that doesn't say it. ``received``: the day on which they came. ``tell``: is
    called with each as it is done, so that those are known that came before a file that can't be written: then OSError.
    """
    home = find_home(home_option, start_of(written))
    found = locate(written, home)
    if found is None:
        return Importing(home, (*problems_of(home), nothing_there(written, home)))
    loaded = load_period(found, home, with_dossiers=False)
    faults = (*problems_of(home), *loaded.diagnostics)
    if loaded.period and loaded.scale is None and not has_errors(faults):
        faults = (*faults, diagnose(511, Place(shown(loaded.file))))
    if loaded.period is None or loaded.scale is None or has_errors(faults):
        return Importing(home, faults)
    importer = _Importer(loaded, loaded.period, loaded.scale, replacing, received)
    of_scale = loaded.period, loaded.scale, unit, identity(loaded.scale)
    readings = [(file, _read(file, *of_scale)) for file in files]
    return Importing(home, (), tuple(importer.all(readings, tell)))


def _read(file: Path, period: Period, scale: Scale, unit: str | None, scale_hash: str) -> FormReading:
    if file.suffix.lower() in {WORD_SUFFIX, *WORD_REFUSED}:
        from thidua.forms.read_word import read_word_form  # hardly anybody sends Word

        return read_word_form(file, shown(file), period, scale, unit)
    return read_form(file, shown(file), period, scale, unit, scale_hash)


class _Importer:
    def __init__(
        self, loaded: LoadedPeriod, period: Period, scale: Scale, replacing: bool, received: date | None
    ) -> None:
        self.period = period
        self.scale = scale
        self.base = loaded.file.parent
        self.folder = loaded.dossier_folder or self.base / DOSSIERS
        self.replacing = replacing
        self.received = received

    def all(self, readings: list[tuple[Path, FormReading]], tell: Callable[[Imported], None]) -> Iterator[Imported]:
        counts = Counter(reading.unit for _, reading in readings if reading.unit)
        for file, reading in readings:
            is_alone = counts[reading.unit or ""] <= 1
            done = self.one(file, reading) if is_alone else self.twice(file, reading, readings)
            tell(done)
            yield done

    def twice(self, file: Path, reading: FormReading, readings: list[tuple[Path, FormReading]]) -> Imported:
        """Two workbooks of one unit: neither is taken, for nobody knows which is right."""
        of_unit = [each for each, found in readings if found.unit == reading.unit]
        other = of_unit[1] if file == of_unit[0] else of_unit[0]
        member = self.period.member(reading.unit or "")
        name = member.name if member else reading.unit
        problem = diagnose(410, Place(shown(file)), unit=name, first=shown(other))
        return Imported(file, (*reading.diagnostics, problem), member)

    def one(self, file: Path, reading: FormReading) -> Imported:
        shaped, root = reading.shaped, reading.root
        if shaped is None or root is None:
            return Imported(file, _sorted(reading.diagnostics), self.period.member(reading.unit or ""))
        target = self.folder / f"{reading.unit}.yaml"
        build_dossier(shaped, self.scale, self.period, target, self.base)
        diagnostics = _sorted((*reading.diagnostics, *shaped.diagnostics))
        member = self.period.member(reading.unit or "")
        if member is None or has_errors(diagnostics):
            return Imported(file, diagnostics, member)
        there = self.there(file, member, reading.sha256)
        if there and (there.code == 472 or not self.replacing):
            return Imported(file, (*diagnostics, there), member, unchanged=there.code == 472)
        receipt = self.receipt_of(target)
        if isinstance(receipt, Diagnostic):
            return Imported(file, (*diagnostics, receipt), member)
        suffix = file.suffix.lower()
        original = Mapping([_entry("file", f"{member.id}{suffix}"), _entry("sha256", reading.sha256)], 1, 1)
        text = dossier_text(self.completed(root, original, receipt), self.scale, _heading(member, file))
        return Imported(file, diagnostics, member, keep(self.folder, member.id, text, file.read_bytes(), suffix))

    def there(self, file: Path, member: Member, sha256: str) -> Diagnostic | None:
        """What already is in the folder of dossiers for this unit."""
        for suffix in (".yaml", ".yml", ".xlsx", ".ods", ".docx"):
            path = self.folder / f"{member.id}{suffix}"
            if not path.exists() or path.resolve() == file.resolve():
                continue
            if path.suffix in (".yaml", ".yml") and _noted_hash(path) == sha256:
                return diagnose(472, Place(shown(file)), file=shown(path))
            return diagnose(471, Place(shown(file)), file=shown(path), unit=member.name)
        return None

    def receipt_of(self, dossier: Path) -> list[tuple[Scalar, Node]] | Diagnostic:
        """What the dossier that is replaced says of its sending, which no form says."""
        if not dossier.is_file():
            return []
        text = read_text(dossier, shown(dossier))
        if isinstance(text, Diagnostic):
            return text
        reading = read_yaml(text, shown(dossier))
        if not isinstance(reading.root, Mapping):
            return next(iter(reading.diagnostics), diagnose(103, Place(shown(dossier))))
        ours = spellings_of_keys(_FROM_THE_FORM)
        return [(name, value) for name, value in reading.root.entries if fold(name.text) not in ours]

    def completed(self, root: Mapping, original: Mapping, receipt: list[tuple[Scalar, Node]]) -> Mapping:
        """The dossier in the order of its keys, with its original and what is known of its sending."""
        ours = {fold(name.text): (name, value) for name, value in root.entries}
        first = [ours[fold(key(name))] for name in ("file_type", "unit")]
        days = spellings_of_keys(("received",))
        if self.received:
            receipt = [each for each in receipt if fold(each[0].text) not in days]
            receipt.insert(0, _entry("received", f"{self.received:%d/%m/%Y}"))
        claims = [each for name, each in ours.items() if name == fold(key("claims"))]
        return replace(root, entries=[*first, (Scalar(key("original"), False, 1, 1), original), *receipt, *claims])


def _entry(name: str, text: str) -> tuple[Scalar, Node]:
    return Scalar(key(name), False, 1, 1), Scalar(text, True, 1, 1)


def _heading(member: Member, file: Path) -> tuple[str, ...]:
    return (f"Hồ sơ của {member.name}, nhập từ biểu tự chấm điểm {file.name}.",)


def _noted_hash(path: Path) -> str | None:
    """The hash of the workbook that a dossier says it was made of."""
    shaped = read_document(path, shown(path), "dossier")
    return noted_original(shaped)[1] if isinstance(shaped, Shaped) else None


def _sorted(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(diagnostics)))
