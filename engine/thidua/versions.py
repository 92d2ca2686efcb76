"""Two versions compared: from files, or from what git keeps of one, to models and what differs in them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from thidua.building.documents import read_document
from thidua.building.rules import build_rules
from thidua.building.scale import build_scale
from thidua.comparison.change import Change
from thidua.comparison.scales import compare_scales
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import SCALE_FILE, Home, find_home, shown
from thidua.identity import identity
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua.locating import problems_of, real_path, start_of
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.operands import Operand, find_operand, find_operands
from thidua.reading import write_whole
from thidua.reading.revisions import bytes_at
from thidua.vocabulary import word


class Version(Struct, frozen=True):
    """A scale or a rule set. ``shown``: its file as the user knows it, with the revision where git keeps it."""

    model: Scale | RuleSet
    shown: str

    @property
    def hash(self) -> str:
        """By which the version is known."""
        return identity(self.model)

    @property
    def state(self) -> str | None:
        """The state of a scale; rules have none."""
        return self.model.state if isinstance(self.model, Scale) else None


class Compared(Struct, frozen=True):
    """Two versions and their changes. ``old`` or ``new`` None: it can't be read, ``diagnostics`` say why.

    ``inputs``: the real paths of the files, for no result may be written over them.
    """

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    old: Version | None = None
    new: Version | None = None
    changes: tuple[Change, ...] = ()
    inputs: frozenset[Path] = frozenset()


def compare(old: str, new: str, home_option: Path | None = None) -> Compared:
    """Compare two scales or two rule sets, named by files, folders or ids."""
    home = find_home(home_option, start_of(old))
    operands = find_operands(old, new, home)
    diagnostics = (*problems_of(home), *(each for operand in operands for each in operand.diagnostics))
    inputs = frozenset(real_path(operand.file) for operand in operands if operand.file)
    if has_errors(diagnostics):
        return Compared(home, diagnostics, inputs=inputs)
    kinds = [operand.kind or "scale" for operand in operands]
    if kinds[0] != kinds[1]:
        told = {"old_kind": word("file_type", kinds[0]), "new_kind": word("file_type", kinds[1])}
        return Compared(home, (*diagnostics, diagnose(601, Place(new), old=old, new=new, **told)), inputs=inputs)
    read = [_read(operand, home) for operand in operands]
    return _compared(home, diagnostics, read, inputs)


def compare_with_revision(written: str, revision: str, home_option: Path | None = None) -> Compared:
    """Compare a scale or a rule set as git keeps it at a revision with the file as it is now."""
    home = find_home(home_option, start_of(written))
    operand = find_operand(written, home)
    diagnostics = (*problems_of(home), *operand.diagnostics)
    if has_errors(diagnostics) or operand.file is None:
        return Compared(home, diagnostics)
    read = [_read_at(operand, operand.file, revision), _read(operand, home)]
    return _compared(home, diagnostics, read, frozenset((real_path(operand.file),)))


Read = tuple[Version | None, tuple[Diagnostic, ...]]


def _compared(home: Home, diagnostics: tuple[Diagnostic, ...], read: list[Read], inputs: frozenset[Path]) -> Compared:
    (old, of_old), (new, of_new) = read
    found = (*diagnostics, *of_old, *of_new)
    if old is None or new is None or has_errors(found):
        return Compared(home, found, inputs=inputs)
    return Compared(home, found, old, new, changes_between(old.model, new.model), inputs)


def changes_between(old: Scale | RuleSet, new: Scale | RuleSet) -> tuple[Change, ...]:
    """All changes between two models of one kind; TypeError where they are not."""
    if isinstance(old, Scale) and isinstance(new, Scale):
        return compare_scales(old, new)
    if isinstance(old, RuleSet) and isinstance(new, RuleSet):
        from thidua.comparison.rules import compare_rules  # facts and what they are made of, which scales need not

        return compare_rules(old, new)
    raise TypeError("a scale and a rule set can't be compared")


def _read(operand: Operand, home: Home) -> Read:
    if operand.file is None:
        raise ValueError("there is no file to read")
    if operand.kind == "rules":
        rules = load_rules(operand.file, home)
        return _version(rules.rules, shown(operand.file)), rules.diagnostics
    scale = load_scale(operand.file, home)
    return _version(scale.scale, shown(operand.file)), scale.diagnostics


def _version(model: Scale | RuleSet | None, where: str) -> Version | None:
    return None if model is None else Version(model, where)


def _read_at(operand: Operand, file: Path, revision: str) -> Read:
    """The version at a revision; of what is wrong with it only the errors, for nobody will mend the rest."""
    data = bytes_at(file, revision, shown(file))
    if isinstance(data, Diagnostic):
        return None, (data,)
    kind, label = operand.kind or "scale", f"{shown(file)}@{revision}"
    with TemporaryDirectory() as folder:
        copy = Path(folder) / SCALE_FILE
        write_whole(copy, data)
        shaped = read_document(copy, label, kind)
    if isinstance(shaped, tuple):
        return None, shaped
    model = build_scale(shaped) if kind == "scale" else build_rules(shaped)
    errors = tuple(sorted(each for each in shaped.diagnostics if has_errors((each,))))
    return _version(None if errors else model, label), errors
