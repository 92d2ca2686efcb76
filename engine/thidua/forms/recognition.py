"""Which form a workbook is, and whether it is the one that the period asks for."""

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.forms.form import FORM_VERSION
from thidua.forms.marks import PREFIX, Marks, read_marks
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.reading.workbooks import Workbook
from thidua.vocabulary import word

_KNOWN_VERSIONS = frozenset(map(str, range(1, FORM_VERSION + 1)))


class Recognised(Struct, frozen=True):
    """``unit`` None: nobody says whose it is; ``problems`` then say so."""

    unit: str | None
    problems: tuple[Diagnostic, ...]


def recognise(
    workbook: Workbook, shown: str, period: Period, scale: Scale, scale_hash: str, unit: str | None
) -> Recognised:
    """Check the marks of a form. ``unit``: the one that the user names, for a workbook without marks."""
    place = Place(shown)
    on_sheet, in_properties = _hidden_marks(workbook), read_marks(workbook.properties)
    marks = on_sheet or in_properties
    if marks is None:
        problem = diagnose(467, place) if unit else diagnose(462, place)
        return Recognised(unit, (problem,))
    problems: list[Diagnostic] = []
    if on_sheet and in_properties and on_sheet != in_properties:
        problems.append(diagnose(477, place))
    if marks.form not in _KNOWN_VERSIONS:
        problems.append(diagnose(476, place, version=marks.form or "?", known=FORM_VERSION))
    if marks.scale != scale.id:
        problems.append(diagnose(463, place, found=marks.scale or "?", wanted=scale.id))
    elif marks.scale_hash != scale_hash:
        problems.append(diagnose(464, place, found=marks.scale_hash[:8] or "?", wanted=scale_hash[:8]))
    if marks.period and marks.period != period.id:
        problems.append(diagnose(465, place, found=marks.period, wanted=period.id))
    if unit and marks.unit and unit != marks.unit:
        problems.append(diagnose(469, place, found=marks.unit_name or marks.unit, wanted=unit))
    found = marks.unit or unit
    if not found:
        problems.append(diagnose(462, place))
    return Recognised(found or None, tuple(problems))


def _hidden_marks(workbook: Workbook) -> Marks | None:
    sheet = workbook.sheet(word("form_sheet", "identity"))
    if sheet is None:
        return None
    found: dict[str, str] = {}
    for columns in sheet.rows.values():
        name, value = columns.get(1), columns.get(2)
        if name and value and name.text.startswith(PREFIX):
            found[name.text] = value.text
    return read_marks(found)
