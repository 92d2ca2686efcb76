"""Texts and formats of single rows of the self-score sheet."""

from thidua.forms.layout import FormRow
from thidua.model.figure import Figure
from thidua.model.scale import Criterion, Section
from thidua.numerals.writing import format_number
from thidua.reports.workbooks.styles import points_format
from thidua.vocabulary import word


def empty_look(row: FormRow) -> str:
    """The style of cells in which nothing stands."""
    return "label" if row.criterion else "section"


def with_notes(row: FormRow) -> str:
    """The row's name, what its figures are called here where the column's heading does not say it, and who fills in."""
    called = [
        f"{word('form_column', name)}: {figure.name}"
        for name, figure in row.figures.items()
        if row.kind != "figure" and figure.name not in _usual_names(name)
    ]
    notes = [f"({'; '.join(called)})"] if called else []
    reasons = row.closed.reasons if row.kind == "criterion" else ()
    return "\n".join([row.name, *notes, *(f"[{reason}]" for reason in reasons)])


def _usual_names(column: str) -> frozenset[str]:
    names = {word("form_column", column)}
    if column == "other":
        names |= {word("figure", "count"), word("figure", "given_points")}
    if column == "level":
        names |= {word("figure", "achieved"), word("figure", "level")}
    return frozenset(names)


def measure_words(figure: Figure) -> str:
    """The measure as the form shows it."""
    return "phần trăm" if figure.kind == "percent" else figure.measure


def standard_format(owner: Criterion | Section) -> str:
    """The number format of standard points: as many decimals as they have."""
    text = format_number(owner.standard_points)
    return points_format(len(text.partition(",")[2]))
