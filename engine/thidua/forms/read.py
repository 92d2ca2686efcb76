"""A self-score workbook to the document that a dossier's file would be, its places cells."""

from pathlib import Path

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.forms.award_reading import AwardCount, read_awards
from thidua.forms.claims import SheetClaims, read_claims
from thidua.forms.headings import Headings, find_headings
from thidua.forms.layout import form_rows
from thidua.forms.recognition import recognise
from thidua.forms.strays import find_strays
from thidua.forms.totals import check_totals
from thidua.identity import identity
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.reading.nodes import Mapping, Node, Scalar
from thidua.reading.workbooks import Sheet, Workbook, read_workbook
from thidua.schemas import Shaped, shape
from thidua.vocabulary import FORM_LISTS, key, word

NOT_A_FORM = 460


class FormReading(Struct, frozen=True):
    """What a workbook says. ``shaped`` None: nothing can be taken from it, ``diagnostics`` say why.

    ``root``: the dossier as nodes, for writing. ``unit``: whose it says it is, also where the rest can't be read.
    ``shaped`` has its own diagnostics besides. ``is_form`` False: it is some other workbook.
    """

    diagnostics: tuple[Diagnostic, ...]
    sha256: str
    unit: str | None = None
    shaped: Shaped | None = None
    root: Mapping | None = None
    awards: tuple[AwardCount, ...] = ()
    is_form: bool = True

    @property
    def has_errors(self) -> bool:
        """Whether something in it must be put right first; what depends on the scale's limits is found on building."""
        return self.shaped is None or has_errors((*self.diagnostics, *self.shaped.diagnostics))


def read_form(
    path: Path, shown: str, period: Period, scale: Scale, unit: str | None = None, scale_hash: str = ""
) -> FormReading:
    """Read a form. ``unit``: whose it is, for a workbook that doesn't say it; ``scale_hash``: where it is known."""
    reading = read_workbook(path, shown)
    workbook = reading.workbook
    if workbook is None:
        return FormReading(reading.diagnostics, reading.sha256)
    headings = find_headings(workbook, "form_column", word("form_sheet", "scores"), shown)
    if headings is None:
        problem = diagnose(NOT_A_FORM, Place(shown), sheet=word("form_sheet", "scores"))
        return FormReading((*reading.diagnostics, problem), reading.sha256, is_form=False)
    recognised = recognise(workbook, shown, period, scale, scale_hash or identity(scale), unit)
    problems = [*reading.diagnostics, *recognised.problems]
    if isinstance(headings, Diagnostic) or has_errors(problems) or recognised.unit is None:
        told = (headings,) if isinstance(headings, Diagnostic) else ()
        return FormReading((*problems, *told), reading.sha256, recognised.unit)
    rows = {row.id: row for row in form_rows(scale, period, recognised.unit)}
    found = read_claims(headings, rows, scale, shown, problems)
    problems += [*find_strays(headings, rows, found, shown), *check_totals(found, scale, headings.sheet, shown)]
    awards = read_awards(workbook, shown)
    problems += [*awards.diagnostics, *_unread_sheets(workbook, headings.sheet, shown)]
    root, shaped = as_dossier(recognised.unit, found, headings, shown)
    return FormReading(tuple(problems), reading.sha256, recognised.unit, shaped, root, awards.counts)


def as_dossier(unit: str, found: SheetClaims, headings: Headings, shown: str) -> tuple[Mapping, Shaped]:
    """What a sheet says as a dossier: as nodes, for writing, and shaped, for building."""
    root = _root(unit, found.claims, headings)
    shaped = shape(root, "dossier", shown, headings.sheet.name)
    for criterion, place in found.places.items():
        shaped.places.setdefault(("claims", criterion), place)
    for lost in found.lost:
        shaped.break_at(("claims", *lost))
    return root, shaped


def _root(unit: str, claims: list[tuple[Scalar, Node]], headings: Headings) -> Mapping:
    # What is wrong with the unit is told where the sheet shows its name: above the headings.
    at = max(1, headings.row - 1), headings.columns["number"]
    entries: list[tuple[Scalar, Node]] = [
        (Scalar(key("file_type"), False, *at), Scalar(word("file_type", "dossier"), False, *at)),
        (Scalar(key("unit"), False, *at), Scalar(unit, False, *at)),
    ]
    if claims:
        entries.append((Scalar(key("claims"), False, *at), Mapping(claims, *at)))
    return Mapping(entries, *at)


def _unread_sheets(workbook: Workbook, scores: Sheet, shown: str) -> list[Diagnostic]:
    """Sheets that somebody added; what stands there is not lost without a word."""
    known = {term.vietnamese for term in FORM_LISTS["form_sheet"]}
    others = [sheet for sheet in workbook.sheets if sheet is not scores and sheet.name not in known and sheet.rows]
    return [diagnose(478, Place(shown, sheet=sheet.name), name=sheet.name) for sheet in others]
