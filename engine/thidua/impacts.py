"""A scale beside a draft of it, and what two versions of a scale do to a period that a user names."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from thidua.comparison.period_impact import PeriodImpact, period_impact
from thidua.comparison.what_if import Draft, try_out
from thidua.diagnostics import Diagnostic, has_errors
from thidua.home import PERIOD_FILE, Home, find_home, shown
from thidua.linting import Subject, is_only_advice, lint_scale, regraded
from thidua.loading.scales import LoadedScale, load_scale
from thidua.locating import exists, locate, nothing_there, periods_near, problems_of, real_path, start_of
from thidua.model.scale import Scale
from thidua.operands import find_operand
from thidua.schemas import Shaped
from thidua.versions import Compared, Version, changes_between


class Tried(Struct, frozen=True):
    """A scale beside itself with changes that are only tried out. ``compared.new`` None: ``notes`` say why.

    ``notes``: what is to be said of the changes, errors among them. ``of_rules``: the user named rules, no scale.
    """

    compared: Compared
    notes: tuple[Diagnostic, ...] = ()
    of_rules: bool = False


def compare_with_draft(written: str, changes: tuple[str, ...], home_option: Path | None = None) -> Tried:
    """Compare a scale with what it would be with these changes, each ``criterion.key=value``."""
    home = find_home(home_option, start_of(written))
    operand = find_operand(written, home)
    diagnostics = (*problems_of(home), *operand.diagnostics)
    if operand.file is None or has_errors(diagnostics) or operand.kind == "rules":
        return Tried(Compared(home, diagnostics), of_rules=operand.kind == "rules")
    loaded, inputs = load_scale(operand.file, home), frozenset((real_path(operand.file),))
    diagnostics = (*diagnostics, *loaded.diagnostics)
    if loaded.scale is None:
        return Tried(Compared(home, diagnostics, inputs=inputs))
    old = Version(loaded.scale, shown(operand.file))
    draft = try_out(operand.file, changes, loaded.diagnostics)
    if draft.scale is None:
        return Tried(Compared(home, diagnostics, old, inputs=inputs), draft.diagnostics)
    notes = (*draft.diagnostics, *_lints_of_draft(draft, loaded, home))
    new = Version(draft.scale, f"{old.shown}, thử {', '.join(changes)}")
    found = changes_between(loaded.scale, draft.scale)
    return Tried(Compared(home, diagnostics, old, new, found, inputs), notes)


def _lints_of_draft(draft: Draft, loaded: LoadedScale, home: Home) -> Iterator[Diagnostic]:
    """What the draft says and hardly can mean, and the file as it is does not: such a change has another effect."""
    found = _lints(draft.scale, draft.written)
    known = _lints(loaded.scale, loaded.written) if found else ()
    graded = regraded((each for each in found if each not in known), home.settings)
    return (draft.as_written(each) for each in graded if not is_only_advice(each))


def _lints(scale: Scale | None, written: Shaped | None) -> tuple[Diagnostic, ...]:
    return lint_scale(Subject(scale, written)) if scale and written else ()


def impact_on(period: str, old: Scale, new: Scale, home_option: Path | None = None) -> PeriodImpact:
    """What two versions do to a period, named by its folder."""
    home = find_home(home_option, start_of(period))
    folder = locate(period, home)
    if folder is None:
        return PeriodImpact((*problems_of(home), nothing_there(period, home)))
    if folder.is_dir() and not exists(folder / PERIOD_FILE):
        return PeriodImpact(problems_of(home), instead=periods_near(folder, home))
    found = period_impact(folder, home, old, new)
    diagnostics = (*problems_of(home), *found.diagnostics)
    return replace(found, diagnostics=diagnostics, impact=None if home.problem else found.impact)
