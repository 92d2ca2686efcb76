"""The award summary table of a workbook: read and added up. It stays in the workbook; no point depends on it."""

from decimal import Decimal
from typing import NamedTuple

from thidua.diagnostics import Diagnostic, diagnose
from thidua.forms.cells import is_blank, number_text
from thidua.forms.headings import find_headings
from thidua.model.award_table import AWARD_GROUPS
from thidua.reading.characters import clipped
from thidua.reading.workbooks import Cell, Workbook
from thidua.vocabulary import word

TOTAL_ROW = "#cong"


class AwardCount(NamedTuple):
    """How many collectives and persons received an award; None where the unit left it blank."""

    award: str
    collectives: int | None
    persons: int | None


class AwardReading(NamedTuple):
    """The rows of the table, and what is wrong with it: warnings only."""

    counts: tuple[AwardCount, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_awards(workbook: Workbook, shown: str) -> AwardReading:
    """Read the table; nothing where the workbook has none."""
    headings = find_headings(workbook, "award_column", word("form_sheet", "awards"), shown)
    if headings is None:
        return AwardReading((), ())
    if isinstance(headings, Diagnostic):
        return AwardReading((), (headings,))
    sheet, columns = headings.sheet, headings.columns
    counts: list[AwardCount] = []
    problems: list[Diagnostic] = []
    known = {row.id: row for group in AWARD_GROUPS for row in group.rows}

    def number(cell: Cell | None, what: str) -> int | None:
        if cell is None or is_blank(cell) or cell.kind == "no_value":
            return None
        if isinstance(cell.value, Decimal) and cell.value >= 0 and cell.value == cell.value.to_integral_value():
            return int(cell.value)
        place = sheet.place(shown, cell.row, cell.column)
        text = number_text(cell.value) if isinstance(cell.value, Decimal) else clipped(cell.text)
        problems.append(diagnose(475, place, award=what, text=text))
        return None

    for row in sorted(sheet.rows):
        cells = {name: sheet.rows[row].get(column) for name, column in columns.items()}
        row_id = cells["row_id"].text.strip() if cells["row_id"] else ""
        if row_id in known:
            name = known[row_id].name
            count = AwardCount(row_id, number(cells["collectives"], name), number(cells["persons"], name))
            counts.append(count)
            right = (count.collectives or 0) + (count.persons or 0)
        elif row_id == TOTAL_ROW:
            name = "Cộng"
            right = sum((each.collectives or 0) + (each.persons or 0) for each in counts)
        else:
            continue
        total = number(cells["total"], name)
        if total is not None and total != right and cells["total"]:
            place = sheet.place(shown, row, cells["total"].column)
            problems.append(diagnose(474, place, award=name, total=total, sum=right))
    return AwardReading(tuple(counts), tuple(problems))
