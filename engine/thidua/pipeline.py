"""The whole way, from files to what is shown. Read this first.

files ──load──> Scale, Rules, Period, Dossiers ──score──> ClusterResult ──judge──> Judgement ──> reports
          │                                         │                       facts, rules, findings,
          └──> diagnostics                          │                       places, proposals
                             each criterion's method gives one expression tree,
                             evaluated and explained for the whole cluster at once
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from thidua.checking import changed_since_decided
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import MARKER, SCALE_FILE, Home, find_home, shown
from thidua.identity import identity
from thidua.inference.engine import Engine
from thidua.judging import judge_period
from thidua.loading.consultations import load_consultation
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.loading.scales import load_scale
from thidua.locating import comments_file, exists, locate, nothing_there, periods_near, problems_of, real_path, start_of
from thidua.model.consultation import Consultation
from thidua.model.dossier import Dossier
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.ranking.judgement import Judgement
from thidua.scoring import ClusterResult, score_cluster, unscored_cluster
from thidua.scoring.inputs import Table, gather


class Scored(Struct, frozen=True):
    """A scored period with what identifies it. ``result`` None: it could not be scored, ``diagnostics`` say why.

    ``judgement`` None: the period names no rules. ``inputs``: the real paths of the files that it was made from, for no
    result may be written over them. ``instead``: periods nearby where the folder that was named holds none; None where
    it holds one. ``adopted_file``: the result that the conference adopted, as the period names it.
    """

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    result: ClusterResult | None
    scale_hash: str = ""
    period_hash: str = ""
    inputs: frozenset[Path] = frozenset()
    instead: tuple[str, ...] | None = None
    judgement: Judgement | None = None
    rules_hash: str = ""
    adopted_file: Path | None = None


def home_for(written: str, home_option: Path | None = None) -> Home:
    """Home for a period or another path as it was typed."""
    return find_home(home_option, start_of(written))


def score(
    period: str, home_option: Path | None = None, scale_id: str | None = None, engine: Engine | None = None
) -> Scored:
    """Score the period in a folder, and judge it by its rules where it names some.

    ``scale_id`` scores it by another scale than the one that it names; ``engine`` None: durable-rules where installed.
    """
    home = home_for(period, home_option)
    folder = locate(period, home)
    if folder is None:
        return Scored(home, (*problems_of(home), nothing_there(period, home)), None)
    loaded = load_period(folder, home, scale_id)
    inputs = _inputs(loaded, home)
    diagnostics = (*problems_of(home), *loaded.diagnostics)
    if folder.is_dir() and not exists(loaded.file):
        return Scored(home, diagnostics, None, instead=periods_near(folder, home))
    by_rules_alone = loaded.scale is None and loaded.period is not None and loaded.period.scale is None and loaded.rules
    if loaded.scale is None and loaded.period is not None and not has_errors(loaded.faults) and not by_rules_alone:
        diagnostics = (*diagnostics, diagnose(511, Place(shown(loaded.file))))
    if loaded.period is None or has_errors(loaded.faults) or home.problem or not (loaded.scale or by_rules_alone):
        return Scored(home, diagnostics, None, inputs=inputs)
    if loaded.scale:
        result = score_cluster(loaded.scale, loaded.period, loaded.dossiers, loaded.unscorable)
        diagnostics = (*diagnostics, *changed_since_decided(loaded, result))
    else:
        result = unscored_cluster(loaded.period)
    hashes = identity(loaded.scale) if loaded.scale else "", loaded.hash
    judgement, rules_hash = None, ""
    if loaded.rules:
        judgement = judge_period(result, loaded.dossiers, loaded.receipts, loaded.rules, engine)
        rules_hash = identity(loaded.rules)
    return Scored(
        home,
        diagnostics,
        result,
        *hashes,
        inputs=inputs,
        judgement=judgement,
        rules_hash=rules_hash,
        adopted_file=loaded.adopted_file,
    )


class Standing(Struct, frozen=True):
    """What has been sent for a period. ``period`` None: it could not be read, ``diagnostics`` say why.

    ``scale`` and ``known`` (what is known of every criterion for every unit) None: there is no scale, or it has errors.
    ``dossiers`` by unit; of those in ``unread``, which have errors, ``receipts`` has what they say of their sending.
    ``inputs`` and ``instead`` as in ``Scored``. ``folder``: the period's; ``dossier_folder`` None: there is none yet.
    """

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    period: Period | None = None
    scale: Scale | None = None
    known: Table | None = None
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    receipts: Mapping[str, Dossier] = field(default_factory=dict)
    inputs: frozenset[Path] = frozenset()
    instead: tuple[str, ...] | None = None
    folder: Path | None = None
    dossier_folder: Path | None = None


def status(period: str, home_option: Path | None = None, *, with_dossiers: bool = True) -> Standing:
    """Who has sent what for the period in a folder: also where it can't be scored for want of a scale.

    ``with_dossiers`` False: no dossier is read, for what needs only the period itself and its scale.
    """
    home = home_for(period, home_option)
    folder = locate(period, home)
    if folder is None:
        return Standing(home, (*problems_of(home), nothing_there(period, home)))
    loaded = load_period(folder, home, with_dossiers=with_dossiers)
    diagnostics, inputs = (*problems_of(home), *loaded.diagnostics), _inputs(loaded, home)
    if folder.is_dir() and not exists(loaded.file):
        return Standing(home, diagnostics, instead=periods_near(folder, home))
    if loaded.period is None or home.problem:
        return Standing(home, diagnostics, inputs=inputs)
    return Standing(
        home,
        diagnostics,
        period=loaded.period,
        scale=loaded.scale,
        known=gather(loaded.scale, loaded.period, loaded.dossiers) if loaded.scale else None,
        dossiers=loaded.dossiers,
        unread=loaded.unscorable,
        receipts=loaded.receipts,
        inputs=inputs,
        folder=loaded.file.parent,
        dossier_folder=loaded.dossier_folder,
    )


class Consulted(Struct, frozen=True):
    """The comments on a draft scale. ``consultation`` or ``scale`` None: it can't be read, ``diagnostics`` say why.

    ``file``: the file of comments, as shown to the user; ``is_there`` False: the scale has none.
    """

    home: Home
    file: str
    is_there: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    consultation: Consultation | None = None
    scale: Scale | None = None
    inputs: frozenset[Path] = frozenset()


def consultation(written: str, home_option: Path | None = None) -> Consulted | None:
    """The comments on the scale that is meant by its id, folder or file; None where no scale is meant."""
    home = home_for(written, home_option)
    found = locate(written, home)
    file = comments_file(found) if found else None
    if file is None:
        return None
    if not exists(file):
        return Consulted(home, shown(file), False, problems_of(home))
    loaded = load_consultation(file, home)
    diagnostics = (*problems_of(home), *loaded.diagnostics)
    inputs = frozenset(map(real_path, (home.root / MARKER, file, file.with_name(SCALE_FILE))))
    if home.problem:
        return Consulted(home, shown(file), True, diagnostics, inputs=inputs)
    return Consulted(home, shown(file), True, diagnostics, loaded.consultation, loaded.scale, inputs)


class FoundScale(Struct, frozen=True):
    """A scale by itself, or that of a period. ``scale`` None: it can't be read, or the period has none.

    ``period`` None: a scale was meant. ``instead`` as in ``Scored``.
    """

    home: Home
    diagnostics: tuple[Diagnostic, ...]
    scale: Scale | None = None
    period: Period | None = None
    inputs: frozenset[Path] = frozenset()
    instead: tuple[str, ...] | None = None


def scale_of(written: str, home_option: Path | None = None) -> FoundScale:
    """The scale that is meant by its id, folder or file, or by a period that is scored by it."""
    home = home_for(written, home_option)
    found = locate(written, home)
    if found is None:
        return FoundScale(home, (*problems_of(home), nothing_there(written, home)))
    beside = comments_file(found)
    if beside is not None:
        scale = load_scale(beside.with_name(SCALE_FILE), home)
        inputs = frozenset(map(real_path, (home.root / MARKER, scale.file)))
        return FoundScale(home, (*problems_of(home), *scale.diagnostics), scale.scale, inputs=inputs)
    loaded = load_period(found, home)
    diagnostics, inputs = (*problems_of(home), *loaded.diagnostics), _inputs(loaded, home)
    instead = None if not found.is_dir() or exists(loaded.file) else periods_near(found, home)
    return FoundScale(home, diagnostics, loaded.scale, loaded.period, inputs, instead)


def _inputs(loaded: LoadedPeriod, home: Home) -> frozenset[Path]:
    """The real paths of all files that a period was read from, and of the documents that its dossiers name."""
    return frozenset(map(real_path, (home.root / MARKER, *loaded.files, *loaded.dossier_files)))
