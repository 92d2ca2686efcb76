"""Read the dossiers in a period's folder: YAML files, and workbooks that units filled in."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from thidua.building.documents import read_document
from thidua.building.dossier import build_dossier, build_receipt
from thidua.building.paths import is_inside
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.forms.keeping import noted_original
from thidua.home import shown
from thidua.identity import identity
from thidua.model.dossier import Dossier
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.reading.files import REFUSED_SUFFIXES, WORKBOOK_SUFFIXES
from thidua.schemas import Shaped

if TYPE_CHECKING:
    from thidua.forms.read import FormReading

YAML_SUFFIXES = frozenset((".yaml", ".yml"))
_NOT_OURS = (".", "~$")
"""How names begin that programs give to files which are open or hidden."""


class DossierReader:
    """Reads files one after another.

    ``first``: by unit, the first file that is its dossier. ``broken``: units whose dossier has errors, or who have two.
    ``receipts``: what a broken one still says of its sending. ``named_files``: documents that dossiers name.
    """

    def __init__(self, base: Path, period: Period, scale: Scale | None) -> None:
        self.base = base
        self.period = period
        self.scale = scale
        self.scale_hash = ""
        self.first: dict[str, Path] = {}
        self.broken: set[str] = set()
        self.dossiers: dict[str, Dossier] = {}
        self.receipts: dict[str, Dossier] = {}
        self.faults: list[Diagnostic] = []
        self.files: list[Path] = []
        self.named_files: list[Path] = []
        self.originals: dict[str, tuple[Path, str, str | None]] = {}

    def folder(self, folder: Path | None) -> None:
        """Read all dossiers in a folder. YAML files first: they tell which workbooks they were made of."""
        entries = sorted(folder.iterdir()) if folder else []
        workbooks: list[Path] = []
        others: list[Path] = []
        for file in entries:
            suffix = file.suffix.lower()
            if suffix in YAML_SUFFIXES:
                self.file(file, self.yaml)
            elif file.is_file() and not file.name.startswith(_NOT_OURS):
                is_workbook = self.scale is not None and suffix in WORKBOOK_SUFFIXES | REFUSED_SUFFIXES
                (workbooks if is_workbook else others).append(file)
        for file in workbooks:
            if not self.is_kept_original(file):
                self.file(file, self.workbook)
        unread = [file for file in others if not self.is_kept_original(file)]
        self.faults.extend(diagnose(513, Place(shown(file)), file=file.name) for file in unread)

    def scorable(self) -> dict[str, Dossier]:
        """The dossiers without errors."""
        return {unit: dossier for unit, dossier in self.dossiers.items() if unit not in self.broken}

    def all_receipts(self) -> dict[str, Dossier]:
        """What dossiers that can't be scored say of their sending."""
        received = {unit: replace(each, claims=()) for unit, each in self.dossiers.items() if unit in self.broken}
        return {**self.receipts, **received}

    def file(self, file: Path, read: Callable[[Path], str | None]) -> None:
        """Read one file, and see that it is the only one of its unit."""
        if not is_inside(file, self.base):
            reason = "liên kết ra ngoài thư mục của đợt chấm điểm"
            self.faults.append(diagnose(408, Place(shown(file)), file=file.name, reason=reason))
            by_name = self.period.member(file.stem)
            self.broken |= {by_name.id} if by_name else set()
            return
        unit = read(file)
        if unit is None:
            return
        if unit in self.first:
            fields = {"unit": self.name(unit), "first": shown(self.first[unit])}
            self.faults.append(diagnose(410, Place(shown(file)), **fields))
            self.broken.add(unit)
        self.first.setdefault(unit, file)
        if unit not in self.dossiers:
            self.broken.add(unit)

    def yaml(self, file: Path) -> str | None:
        """Read a YAML file; the unit that it is of, or None where that can't be told."""
        self.files.append(file)
        shaped = read_document(file, shown(file), "dossier")
        by_name = self.period.member(file.stem)
        if isinstance(shaped, tuple):
            self.faults.extend(shaped)
            return by_name.id if by_name else None
        unit = self.build(shaped, file)
        original, sha256 = noted_original(shaped)
        if original:
            self.originals[unicodedata.normalize("NFC", original)] = (file, sha256, unit)
        return unit

    def workbook(self, file: Path) -> str | None:
        """Read a workbook as it is; one that is no form and has no unit's name is only told of."""
        from thidua.forms.read import read_form  # most periods have no workbook

        if self.scale is None:
            return None
        self.scale_hash = self.scale_hash or identity(self.scale)
        reading = read_form(file, shown(file), self.period, self.scale, scale_hash=self.scale_hash)
        by_name = self.period.member(file.stem)
        if not reading.is_form and by_name is None:
            self.faults.append(diagnose(513, Place(shown(file)), file=file.name))
            return None
        self.files.append(file)
        self.faults.extend(reading.diagnostics)
        if reading.shaped is None or has_errors(reading.diagnostics):
            return self.unread_workbook(reading, file)
        return self.build(reading.shaped, file)

    def unread_workbook(self, reading: "FormReading", file: Path) -> str | None:
        """The unit of a workbook with errors."""
        unit = self.period.member(reading.unit or "") or self.period.member(file.stem)
        if unit and reading.shaped:
            self.faults.extend(reading.shaped.diagnostics)
            self.receipts.setdefault(unit.id, build_receipt(reading.shaped, unit.id))
        return unit.id if unit else None

    def build(self, shaped: Shaped, file: Path) -> str | None:
        """Build a dossier; the unit that it is of."""
        dossier = build_dossier(shaped, self.scale, self.period, file, self.base)
        self.faults.extend(shaped.diagnostics)
        if dossier:
            named = [each.file for _, claim in dossier.claims for each in claim.evidence if each.file]
            named += [each.file for each in (dossier.sent_files.files if dossier.sent_files else ())]
            self.named_files.extend(file.parent / each for each in named)
            self.dossiers.setdefault(dossier.unit, dossier)
            return dossier.unit
        known = self.period.member(str(shaped.data.get("unit", ""))) or self.period.member(file.stem)
        if known:
            self.receipts.setdefault(known.id, build_receipt(shaped, known.id))
        return known.id if known else None

    def is_kept_original(self, file: Path) -> bool:
        """Whether a workbook is what a dossier was made of; one that was changed since then is told of."""
        noted = self.originals.get(unicodedata.normalize("NFC", file.name))
        if noted is None:
            return False
        from thidua.reading.workbooks import file_hash

        self.files.append(file)
        dossier, sha256, unit = noted
        if file_hash(file) != sha256.strip().lower():
            self.faults.append(diagnose(473, Place(shown(file)), file=shown(dossier)))
            self.broken |= {unit} if unit else set()
        return True

    def name(self, unit: str) -> str:
        """A unit's name."""
        member = self.period.member(unit)
        return member.name if member else unit
