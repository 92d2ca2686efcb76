"""The hidden sheet of a form: what it is, and the lists to choose from."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from thidua.diagnostics import column_letters
from thidua.forms.form import Form
from thidua.forms.marks import marks_of
from thidua.reports.workbooks.styles import put
from thidua.vocabulary import word

_FIRST_LIST_COLUMN = 4


class Lists:
    """Keeps each list once, in a column of the hidden sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.places: dict[tuple[str, ...], str] = {}

    def reference(self, choices: Sequence[str]) -> str:
        """The formula by which a data validation finds these choices."""
        kept = tuple(choices)
        if kept not in self.places:
            column = _FIRST_LIST_COLUMN + len(self.places)
            for row, choice in enumerate(kept, 1):
                put(self.sheet.cell(row, column), choice, "plain")
            letter = column_letters(column)
            self.places[kept] = f"'{self.sheet.title}'!${letter}$1:${letter}${len(kept)}"
        return self.places[kept]


def add_identity(workbook: Workbook, form: Form) -> Lists:
    """Add the hidden sheet, and the same marks as custom properties."""
    sheet = workbook.create_sheet(word("form_sheet", "identity"))
    sheet.sheet_state = "hidden"
    for row, (name, value) in enumerate(marks_of(form).items(), 1):
        put(sheet.cell(row, 1), name, "plain")
        put(sheet.cell(row, 2), value, "plain")
        workbook.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]
    sheet.protection.sheet = True
    return Lists(sheet)
