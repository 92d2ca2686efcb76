"""Forms filled in as a unit would, from what the dossiers of a period say."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
from forms import form_of, loaded, saved
from openpyxl.worksheet.worksheet import Worksheet

from thidua.forms.documents import NO_FILE
from thidua.model.dossier import Claim, EvidenceItem
from thidua.model.figure import Figure
from thidua.reports.workbooks.form import make_workbook
from thidua.reports.workbooks.form_scores import COLUMNS, HEADING_ROW
from thidua.vocabulary import fold

SCORES = "Tự chấm điểm"
COLUMN = {name: index for index, name in enumerate(COLUMNS, 1)}


def filled(folder: Path, unit: str) -> bytes:
    """The form of a unit with everything that its dossier says."""
    workbook = make_workbook(form_of(folder, unit))
    fill(workbook, folder, unit)
    return saved(workbook)


def fill(workbook: openpyxl.Workbook, folder: Path, unit: str) -> None:
    sheet = workbook[SCORES]
    claims = dict(loaded(folder).dossiers[unit].claims)
    rows = list(enumerate(form_of(folder, unit).rows, HEADING_ROW + 1))
    # From the bottom up, so that rows which have to be put in don't move those that are still to come.
    by_criterion: dict[str, list[tuple[int, Any]]] = {}
    for index, row in rows:
        if row.criterion:
            by_criterion.setdefault(row.criterion.id, []).append((index, row))
    for identifier, own in reversed(by_criterion.items()):
        if identifier in claims:
            _fill_claim(sheet, own, claims[identifier])


def _fill_claim(sheet: Worksheet, rows: list[tuple[int, Any]], claim: Claim) -> None:
    values = dict(claim.figures)
    for index, row in rows:
        for column, figure in row.figures.items():
            if figure.id in values:
                sheet.cell(index, COLUMN[column]).value = _cell_value(figure, values[figure.id])
        if row.kind == "criterion":
            if claim.self_points is not None:
                sheet.cell(index, COLUMN["self_points"]).value = _number(claim.self_points)
            sheet.cell(index, COLUMN["explanation"]).value = claim.explanation
    _fill_documents(sheet, rows, claim.evidence)


def _fill_documents(sheet: Worksheet, rows: list[tuple[int, Any]], documents: tuple[EvidenceItem, ...]) -> None:
    free = [index for index, row in rows if row.requirement is None]
    last = rows[-1][0]
    for item in documents:
        asked = next(
            (
                (index, row)
                for index, row in rows
                if row.requirement
                and fold(item.type) in (fold(row.requirement.id), fold(row.requirement.name))
                and not sheet.cell(index, COLUMN["document_date"]).value
                and not sheet.cell(index, COLUMN["document_number"]).value
                and not sheet.cell(index, COLUMN["issuer"]).value
            ),
            None,
        )
        index = asked[0] if asked else free.pop(0) if free else _insert_below(sheet, last)
        if asked is None:
            sheet.cell(index, COLUMN["evidence"]).value = item.type
        elif item.name and item.name != item.type:
            sheet.cell(index, COLUMN["evidence"]).value = item.name
        for column, value in (("document_number", item.number), ("document_date", item.dated), ("issuer", item.issuer)):
            sheet.cell(index, COLUMN[column]).value = value
        if item.file:
            sheet.cell(index, COLUMN["file"]).value = item.file
        elif not asked or not asked[1].requirement.number_and_date_only:
            assert sheet.cell(index, COLUMN["file"]).value in (None, NO_FILE)


def _insert_below(sheet: Worksheet, row: int) -> int:
    sheet.insert_rows(row + 1)
    return row + 1


def _cell_value(figure: Figure, value: Fraction) -> Any:
    match figure.kind:
        case "yes_no":
            return "Đạt" if value else "Không đạt"
        case "level":
            return figure.levels[int(value)]
    return _number(value)


def _number(value: Fraction) -> int | float:
    """As a spreadsheet keeps it: a double."""
    return value.numerator if value.denominator == 1 else float(Decimal(value.numerator) / Decimal(value.denominator))
