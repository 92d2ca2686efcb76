"""What a unit did to the sheet itself, by which something is lost that no single cell shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from thidua.diagnostics import Diagnostic, diagnose
from thidua.forms.cells import is_blank
from thidua.forms.claims import OWN_INPUTS, SheetClaims, column_heading
from thidua.forms.headings import Headings
from thidua.forms.layout import TOTAL_ROW, FormRow
from thidua.reading.workbooks import Cell
from thidua.reading.workbooks.model import Merged


def find_strays(
    headings: Headings, rows: Mapping[str, FormRow], found: SheetClaims, shown: str
) -> Iterator[Diagnostic]:
    """Merged inputs, values in columns of the unit's own, rows that are gone."""
    yield from _merged(headings, rows, found, shown)
    yield from _outside(headings, found, shown)
    yield from _gone(headings, rows, found, shown)


def _merged(headings: Headings, rows: Mapping[str, FormRow], found: SheetClaims, shown: str) -> Iterator[Diagnostic]:
    """Only the first of merged cells has the value, the others seem blank."""
    by_number = {number: rows.get(row_id) for row_id, number in found.rows.items()}
    for merged in headings.sheet.merged:
        if merged.first_row <= headings.row:
            continue
        across = _inputs_across(merged, headings, by_number.get(merged.first_row))
        what = ""
        if _is_over_several(merged, headings, found):
            what = f"xuống đến dòng {merged.last_row}, qua nhiều tiêu chí"
        elif len(across) > 1:
            what = f"các cột {', '.join(f'“{column_heading(name)}”' for name in across)}"
        if what:
            yield diagnose(447, headings.sheet.place(shown, merged.first_row, merged.first_column), what=what)


def _is_over_several(merged: Merged, headings: Headings, found: SheetClaims) -> bool:
    """Whether inputs of several criteria became one cell."""
    has_inputs = any(merged.first_column <= headings.columns[name] <= merged.last_column for name in OWN_INPUTS)
    begun = {row for row, _ in found.places.values() if merged.first_row < row <= merged.last_row}
    return has_inputs and bool(begun)


def _inputs_across(merged: Merged, headings: Headings, row: FormRow | None) -> list[str]:
    """The inputs of one row that became one cell."""
    if row is None:
        return []
    own = {*row.figures, *(("self_points", "explanation") if row.kind == "criterion" else ())}
    names = [name for name in OWN_INPUTS if name in own]
    return [name for name in names if merged.first_column <= headings.columns[name] <= merged.last_column]


def _outside(headings: Headings, found: SheetClaims, shown: str) -> Iterator[Diagnostic]:
    """Values beside the table, each column once; what stands below it are names and signatures."""
    last = found.rows.get(TOTAL_ROW)
    known = set(headings.columns.values())
    strays: dict[int, list[Cell]] = defaultdict(list)
    for cell in headings.sheet.cells():
        in_table = cell.row > headings.row and (last is None or cell.row <= last)
        if in_table and cell.column not in known and not is_blank(cell):
            strays[cell.column].append(cell)
    for column, cells in strays.items():
        yield diagnose(479, headings.sheet.place(shown, cells[0].row, column), count=len(cells))


def _gone(headings: Headings, rows: Mapping[str, FormRow], found: SheetClaims, shown: str) -> Iterator[Diagnostic]:
    """Rows of criteria and figures that the sheet has no longer; of a criterion that is gone only itself."""
    place = headings.sheet.place(shown, headings.row, headings.columns["number"])
    for row in rows.values():
        if row.criterion is None or row.kind == "evidence" or row.id in found.rows:
            continue
        if row.kind == "criterion" or row.criterion.id in found.rows:
            yield diagnose(481, place, row=f"{row.number} {row.name}".strip())
