"""Totals that a sheet shows against those of the points on it: a formula may be lost, or written over."""

from decimal import Decimal
from fractions import Fraction

from thidua.diagnostics import Diagnostic, diagnose
from thidua.forms.cells import is_blank
from thidua.forms.claims import SheetClaims
from thidua.forms.layout import TOTAL_ROW
from thidua.model.scale import Scale
from thidua.numerals.reading import NumberProblem, parse_number
from thidua.numerals.writing import format_number
from thidua.reading.characters import clipped
from thidua.reading.workbooks import Sheet


def check_totals(found: SheetClaims, scale: Scale, sheet: Sheet, shown: str) -> tuple[Diagnostic, ...]:
    """A warning for each total that is not the sum of the points that the unit gave itself.

    A formula whose value was never worked out (as a program writes it that is no spreadsheet) says nothing.
    """
    points = {name: parse_number(text) for name, text in found.self_points.items()}
    told = []
    for total in found.totals:
        if is_blank(total.cell) or total.cell.kind == "no_value":
            continue
        inside = [points[name] for name in _criteria_of(total.section, scale) if name in points]
        values = [each for each in inside if not isinstance(each, NumberProblem)]
        if len(values) < len(inside):
            continue  # what can't be read has its own diagnostic
        right = sum(values, Fraction(0))
        if _shown(total.cell.value) != right:
            place = sheet.place(shown, total.cell.row, total.cell.column)
            written = _shown(total.cell.value)
            value = clipped(total.cell.text) if written is None else format_number(written)
            told.append(diagnose(470, place, total=value, sum=format_number(right)))
    return tuple(told)


def _criteria_of(row_id: str, scale: Scale) -> list[str]:
    sections = [each for each in scale.sections if row_id in (TOTAL_ROW, f"#{each.id}")]
    return [criterion.id for section in sections for criterion in section.criteria]


def _shown(value: object) -> Fraction | None:
    """A stored sum, without the noise that adding doubles makes."""
    return Fraction(round(value, 9)) if isinstance(value, Decimal) and abs(value) < 10**15 else None
