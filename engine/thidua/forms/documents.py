"""The documents that a row of a self-score sheet lists."""

from thidua.forms.cells import CellReader, is_blank
from thidua.model.scale import Criterion
from thidua.reading.nodes import Mapping, Node, Scalar
from thidua.reading.workbooks import Cell
from thidua.vocabulary import fold, key

NO_FILE = "chỉ ghi số, ngày"
"""What the form prints where a document is known by number and date only."""
_DETAILS = ("document_number", "document_date", "issuer", "file")


def document_node(cells: CellReader, row: dict[str, Cell | None], criterion: Criterion) -> Mapping | None:
    """The document in a row; None where there is none: a name that the form printed says nothing by itself."""
    required, named = row["document_id"], row["evidence"]
    details = {name: cell for name in _DETAILS if (cell := row[name]) is not None and not is_blank(cell)}
    if "file" in details and fold(details["file"].text) == fold(NO_FILE):
        del details["file"]
    if not details and (not is_blank(required) or is_blank(named)):
        return None
    name = cells.plain(named) if named and not is_blank(named) else None
    asked = required.text.strip() if required and not is_blank(required) else ""
    if not name and not asked:
        first = next(iter(details.values()))
        cells.report(first, 480, criterion=criterion.name)
        return None
    at = named or next(iter(details.values()))
    document = _requirement(asked or name or "", criterion)
    entries: list[tuple[Scalar, Node]] = [_entry("evidence_type", document or asked or name or "", at)]
    if name and document and fold(name) not in map(fold, _spellings(document, criterion)):
        entries.append(_entry("name", name, at))
    for column, cell in details.items():
        text = cells.day(cell) if column == "document_date" else cells.plain(cell)
        if text:
            entries.append(_entry(column, text, cell))
    return Mapping(entries, at.row, at.column)


def _requirement(written: str, criterion: Criterion) -> str | None:
    """The id of the document that the criterion asks for under an id or a name."""
    spellings = {fold(each): known.id for known in criterion.evidence for each in (known.name, known.id)}
    return spellings.get(fold(written))


def _spellings(identifier: str, criterion: Criterion) -> tuple[str, ...]:
    return next((each.id, each.name) for each in criterion.evidence if each.id == identifier)


def _entry(name: str, text: str, cell: Cell) -> tuple[Scalar, Node]:
    return Scalar(key(name), False, cell.row, cell.column), Scalar(text, True, cell.row, cell.column)
