"""A saved result from its file, or from the values that were about to be saved. The file may be anything at all."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import replace

from thidua.comparison.runs import Run, RunAward, RunCriterion, RunFinding, RunPlace, RunUnit, Version
from thidua.comparison.runs_seal import is_as_sealed
from thidua.comparison.values import Values, WrongValueError
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.model.dossier import EvidenceItem
from thidua.model.dossier_files import FileState
from thidua.model.figure import Figure, FigureKind
from thidua.reading import JSON_LIMIT, parse_json, read_text
from thidua.vocabulary import LISTS

NOT_A_RESULT = 663
_ONE = Fraction(1)


def read_run(path: Path, shown: str) -> Run | Diagnostic:
    """The result that a file holds, or the first thing that is wrong with it.

    Keys that older programs did not write may be missing; keys that later ones write don't matter.
    """
    text = read_text(path, shown, JSON_LIMIT)
    if isinstance(text, Diagnostic):
        return text
    found = parse_json(text, shown)
    run = found if isinstance(found, Diagnostic) else run_of(found, shown)
    return run if isinstance(run, Diagnostic) else replace(run, as_written=is_as_sealed(text))


def run_of(values: Any, shown: str) -> Run | Diagnostic:
    """The result of plain values such as ``score --format json`` writes."""
    try:
        return _run(Values(values))
    except WrongValueError as wrong:
        return diagnose(NOT_A_RESULT, Place(shown), fault=wrong.fault)


def _run(found: Values) -> Run:
    period, scale = found.part("period"), found.part_or_none("scale")
    figures = scale.parts_by_name("figures") if scale else {}
    units = found.parts("units")
    return Run(
        program=found.part("program").text("version"),
        notices=found.texts("notices"),
        period=_version(period),
        period_name=period.text_or_none("name"),
        stage=_word(period, "stage"),
        scale=_version(scale) if scale else None,
        rules=_version(rules) if (rules := found.part_or_none("rules")) else None,
        figures={criterion: tuple(map(_figure, each)) for criterion, each in figures.items()},
        units=tuple(map(_unit, found.all_different(units, "id"))),
        findings=tuple(map(_finding, found.parts("findings"))) if found.has("findings") else None,
        places=tuple(map(_place, found.parts("places"))) if found.has("places") else None,
        awards=tuple(map(_award, found.parts("awards"))) if found.has("awards") else None,
    )


def _word(found: Values, name: str, of_list: str | None = None) -> str:
    return str(found.one_of(name, [term.identifier for term in LISTS[of_list or name]]))


def _version(found: Values) -> Version:
    return Version(found.text("id"), found.text("hash"))


def _figure(found: Values) -> Figure:
    kind = found.one_of("kind", get_args(FigureKind))
    levels = found.texts("levels")
    return Figure(found.text("id"), found.text("name"), kind, found.text("measure"), 0, levels=levels)


def _unit(found: Values) -> RunUnit:
    eligibility = None if found.text_or_none("eligibility") is None else _word(found, "eligibility")
    weights = {each.text("id"): each.number_or_none("weight") or _ONE for each in found.parts("sections")}
    criteria = found.all_different(found.parts("criteria"), "id")
    rank, place = found.whole_or_none("rank"), found.whole_or_none("place")
    return RunUnit(
        id=found.text("id"),
        name=found.text("name"),
        total=found.number_or_none("total"),
        provisional=found.yes_or_no("provisional"),
        least=found.number("least"),
        most=found.number("most"),
        # Where rules decided who may be considered, a rank by points is no place.
        place=place if eligibility else rank,
        state=_word(found, "state", "unit_state"),
        eligibility=eligibility,
        result_class=found.text_or_none("class"),
        criteria=tuple(_criterion(each, weights) for each in criteria),
    )


def _criterion(found: Values, weights: Mapping[str, Fraction]) -> RunCriterion:
    evidence = found.part("evidence")
    figures = found.part_or_none("figures")
    return RunCriterion(
        id=found.text("id"),
        number=found.text("number"),
        name=found.text_or_none("name") or "",
        status=_word(found, "status"),
        points=found.number_or_none("points"),
        least=found.number("least"),
        most=found.number("most"),
        standard=found.number("standard"),
        ceiling=found.number("ceiling"),
        self_points=found.number_or_none("self"),
        verified=found.number_or_none("verified"),
        agreed=found.number_or_none("agreed"),
        supplier=found.text_or_none("supplier") or "",
        weight=weights.get(found.text_or_none("section") or "", _ONE),
        figures={each: figures.number_or_none(each) for each in figures.names()} if figures else None,
        documents=tuple(map(_document, evidence.parts("documents"))) if evidence.has("documents") else None,
        missing=evidence.texts("missing") if evidence.has("missing") else (),
        unit_reply=found.text_or_none("unit_reply"),
        unit_explanation=found.text_or_none("unit_explanation"),
    )


def _document(found: Values) -> EvidenceItem:
    item = EvidenceItem(
        type=found.text("type"),
        name=found.text_or_none("name"),
        number=found.text_or_none("number"),
        dated=_day(found),
        issuer=found.text_or_none("issuer"),
        file=found.text_or_none("file"),
    )
    if found.text_or_none("file_state") is None:
        return item
    return replace(item, file_state=found.one_of("file_state", get_args(FileState)))


def _day(found: Values) -> date | None:
    written = found.text_or_none("dated")
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError as error:
        raise found.wrong("dated", "phải là một ngày") from error


def _finding(found: Values) -> RunFinding:
    return RunFinding(
        rule=found.text("rule"),
        level=_word(found, "level"),
        unit=found.text_or_none("unit"),
        criterion=found.text_or_none("criterion"),
        message=found.text("message"),
        basis=found.text("basis"),
    )


def _place(found: Values) -> RunPlace:
    decided = found.part_or_none("decided")
    return RunPlace(
        place=found.whole("place"),
        units=(found.text("unit"), *found.texts("tied")),
        certain=found.yes_or_no("certain"),
        decided=decided.text("unit") if decided else None,
    )


def _award(found: Values) -> RunAward:
    return RunAward(
        place=found.whole("place"),
        award=found.text("award"),
        unit=found.text_or_none("unit"),
        met=found.yes_or_no("met"),
        missing=found.texts("missing"),
    )
