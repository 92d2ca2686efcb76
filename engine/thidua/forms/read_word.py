"""A self-score table written in Word to the document that a dossier's file would be, its places cells of the table."""

from pathlib import Path

from thidua.diagnostics import Place, diagnose, has_errors
from thidua.forms.claims import read_claims
from thidua.forms.layout import form_rows
from thidua.forms.read import FormReading, as_dossier
from thidua.forms.totals import check_totals
from thidua.forms.word_table import word_form
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.reading.word import read_word
from thidua.reading.word.remarks import remarks_on

NO_TABLE = 498
NOBODY_SAYS_WHOSE = 462
NUMBER_AS_TEXT = 448
"""Of workbooks only: in Word every number is text."""


def read_word_form(path: Path, shown: str, period: Period, scale: Scale, unit: str | None = None) -> FormReading:
    """Read the first self-score table of a Word file. ``unit``: whose it is; Word says it nowhere for sure."""
    reading = read_word(path, shown)
    if reading.document is None:
        return FormReading(reading.diagnostics, reading.sha256, unit)
    problems = [*reading.diagnostics, *remarks_on(reading.document, shown)]
    if unit is None:
        return FormReading((*problems, diagnose(NOBODY_SAYS_WHOSE, Place(shown))), reading.sha256)
    rows = {row.id: row for row in form_rows(scale, period, unit)}
    found = word_form(reading.document, rows, shown)
    if found is None:
        return FormReading((*problems, diagnose(NO_TABLE, Place(shown))), reading.sha256, unit, is_form=False)
    problems += found.problems
    claims = read_claims(found.headings, rows, scale, shown, problems)
    problems += check_totals(claims, scale, found.headings.sheet, shown)
    kept = tuple(each for each in problems if each.code != NUMBER_AS_TEXT)
    root, shaped = as_dossier(unit, claims, found.headings, shown)
    if has_errors(found.problems):
        return FormReading(kept, reading.sha256, unit)
    return FormReading(kept, reading.sha256, unit, shaped, root)
