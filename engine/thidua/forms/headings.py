"""Where the columns of a form are, whatever became of their order and of the rows above them."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from thidua.diagnostics import Diagnostic, diagnose
from thidua.reading.workbooks import Sheet, Workbook
from thidua.vocabulary import FORM_LISTS, fold, spellings_of_words, word

_LAST_HEADING_ROW = 60
_ENOUGH = 5


class Headings(Struct, frozen=True):
    """A sheet with the row of its headings, and by name the columns."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]


def find_headings(workbook: Workbook, list_name: str, sheet_name: str, shown: str) -> Headings | Diagnostic | None:
    """The headings on the sheet of a name, else on whichever has them; a diagnostic where one is lacking or twice.

    None: no sheet has them.
    """
    named = workbook.sheet(sheet_name)
    for sheet in (*([named] if named else []), *workbook.sheets):
        for row in sorted(sheet.rows)[:_LAST_HEADING_ROW]:
            names = _names(sheet, row, list_name)
            if len(set(names.values())) >= _ENOUGH:
                return _checked(sheet, row, names, list_name, shown)
    return None


def _names(sheet: Sheet, row: int, list_name: str) -> dict[int, str]:
    spellings = spellings_of_words(list_name)
    found = {column: spellings.get(fold(cell.text)) for column, cell in sheet.rows[row].items() if cell.kind == "text"}
    return {column: name for column, name in found.items() if name}


def _checked(sheet: Sheet, row: int, names: dict[int, str], list_name: str, shown: str) -> Headings | Diagnostic:
    counts = Counter(names.values())
    lacking = [term.vietnamese for term in FORM_LISTS[list_name] if term.identifier not in counts]
    twice = [word(list_name, name) for name, count in counts.items() if count > 1]
    if lacking or twice:
        faults = [f"thiếu cột {_listed(lacking)}"] if lacking else []
        faults += [f"có hai cột {_listed(twice)}"] if twice else []
        visible = next((column for column, name in names.items() if name == "number"), min(names))
        return diagnose(461, sheet.place(shown, row, visible), fault=" và ".join(faults))
    return Headings(sheet, row, {name: column for column, name in names.items()})


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name[:1].upper()}{name[1:]}”" for name in names)
