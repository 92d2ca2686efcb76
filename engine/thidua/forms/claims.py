"""The rows of a self-score sheet to what a dossier says of each criterion, as nodes whose places are cells."""

from collections.abc import Mapping as MappingType
from typing import NamedTuple

from msgspec import Struct, field

from thidua.diagnostics import Diagnostic
from thidua.forms.cells import CellReader, is_blank
from thidua.forms.claim_nodes import GatheredClaim, claim_node
from thidua.forms.documents import document_node
from thidua.forms.headings import Headings
from thidua.forms.layout import FIGURE_COLUMNS, FormRow
from thidua.model.scale import Criterion, Scale
from thidua.reading.nodes import Node, Scalar
from thidua.reading.workbooks import Cell
from thidua.vocabulary import word

_STANDARD = frozenset(("target", "actual", "last_year", "count", "achieved", "level", "given_points"))
_DETAILS = ("document_number", "document_date", "issuer")
OWN_INPUTS = (*FIGURE_COLUMNS, "self_points", "explanation")
"""The columns in which a unit writes of a criterion, other than of its documents."""


class SelfTotal(NamedTuple):
    """A total as the sheet shows it: the section's id, or the row of the grand total, and its cell."""

    section: str
    cell: Cell


class SheetClaims(Struct):
    """What the sheet says. ``places``: the cell by which a criterion is known to a reader, by its id.

    ``lost``: criterion and figure of cells that hold something which can't be read. ``rows``: where each row stands,
    by its id; one that occurs several times where it does first.
    """

    claims: list[tuple[Scalar, Node]] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    totals: list[SelfTotal] = field(default_factory=list)
    self_points: dict[str, str] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)


def read_claims(
    headings: Headings, rows: MappingType[str, FormRow], scale: Scale, shown: str, problems: list[Diagnostic]
) -> SheetClaims:
    """Read all rows below the headings. ``rows``: those that the form of this scale has, by id."""
    return _Reader(headings, rows, scale, CellReader(shown, headings.sheet, problems)).read()


class _Reader:
    def __init__(self, headings: Headings, rows: MappingType[str, FormRow], scale: Scale, cells: CellReader) -> None:
        self.columns = headings.columns
        self.headings = headings
        self.rows = rows
        self.criteria = {criterion.id: criterion for criterion in scale.criteria}
        self.decimals = scale.rounding
        self.cells = cells
        self.found = SheetClaims()
        self.gathered: dict[str, GatheredClaim] = {}
        self.unknown: set[str] = set()
        self.current = ""

    def read(self) -> SheetClaims:
        sheet = self.headings.sheet
        for number in sorted(sheet.rows):
            if number > self.headings.row:
                self.row(number, {name: sheet.rows[number].get(column) for name, column in self.columns.items()})
        for identifier, claim in self.gathered.items():
            node = claim_node(claim)
            if node.entries or identifier in self.unknown:
                self.found.claims.append((claim.name, node))
        return self.found

    def row(self, number: int, cells: dict[str, Cell | None]) -> None:
        written = cells["row_id"]
        row_id = written.text.strip() if written and not is_blank(written) else ""
        if not row_id:
            self.row_between(cells)
        elif row_id.startswith("#"):
            self.current = ""
            self.found.rows.setdefault(row_id, number)
            total = cells["self_points"]
            if total is not None:
                self.found.totals.append(SelfTotal(row_id, total))
        else:
            self.row_of_criterion(number, row_id, cells)

    def row_between(self, cells: dict[str, Cell | None]) -> None:
        """A row that the unit put in: more documents of the criterion above it, or what has no place at all."""
        for name in OWN_INPUTS if self.current else FIGURE_COLUMNS:
            cell = cells[name]
            if cell is not None and not is_blank(cell) and (self.current or cell.kind == "number"):
                self.cells.report(cell, 466, column=column_heading(name))
        if self.current:
            self.documents(cells, self.gathered[self.current], self.criteria.get(self.current))

    def row_of_criterion(self, number: int, row_id: str, cells: dict[str, Cell | None]) -> None:
        identifier = row_id.rstrip("+").partition(":")[0].partition(".")[0]
        self.current = identifier
        row = self.rows.get(row_id)
        place = (number, self.columns["number"])
        if identifier not in self.gathered:
            self.gathered[identifier] = GatheredClaim(Scalar(identifier, False, *place))
            self.found.places[identifier] = place
        claim = self.gathered[identifier]
        inputs = [cells[name] for name in OWN_INPUTS if not is_blank(cells[name])]
        if identifier not in self.criteria:
            # The scale no longer has it: told where something is said of it, else left out.
            if not all(is_blank(cells[name]) for name in (*OWN_INPUTS, *_DETAILS)):
                self.unknown.add(identifier)
            return
        is_copy = row_id in self.found.rows and not row_id.endswith("+")
        if is_copy and inputs:
            self.cells.report(inputs[0] or _nowhere(number), 468, first=self.found.rows[row_id])
            return
        self.found.rows.setdefault(row_id, number)
        if not is_copy:
            self.inputs(cells, claim, row, identifier)
        self.documents(cells, claim, self.criteria[identifier])

    def inputs(self, cells: dict[str, Cell | None], claim: GatheredClaim, row: FormRow | None, identifier: str) -> None:
        for name in FIGURE_COLUMNS:
            cell = cells[name]
            if cell is not None and not is_blank(cell):
                self.figure(cell, name, claim, row)
        points, explanation = cells["self_points"], cells["explanation"]
        is_own = row is not None and row.kind == "criterion"
        for cell, name in ((points, "self_points"), (explanation, "explanation")):
            if cell is not None and not is_blank(cell) and not is_own:
                self.cells.report(cell, 466, column=column_heading(name))
        if is_own and points is not None and not is_blank(points):
            text = self.cells.points(points, self.decimals)
            if text is not None:
                claim.self_points = _scalar(text, points)
                self.found.self_points[identifier] = text
        if is_own and explanation is not None and not is_blank(explanation):
            text = self.cells.plain(explanation)
            claim.explanation = _scalar(text, explanation) if text else None

    def figure(self, cell: Cell, column: str, claim: GatheredClaim, row: FormRow | None) -> None:
        figure = row.figures.get(column) if row else None
        if figure is None:
            self.cells.report(cell, 466, column=column_heading(column))
            return
        text = self.cells.figure(cell, figure)
        if text is None:
            self.found.lost.append((claim.name.text, figure.id))
        else:
            part, _, rest = figure.id.rpartition(".")
            claim.figures.append((part, word("figure", rest) if rest in _STANDARD else rest, _scalar(text, cell)))

    def documents(self, cells: dict[str, Cell | None], claim: GatheredClaim, criterion: Criterion | None) -> None:
        if criterion is not None:
            node = document_node(self.cells, cells, criterion)
            claim.documents.extend([node] if node else [])


def _scalar(text: str, cell: Cell) -> Scalar:
    return Scalar(text, True, cell.row, cell.column)


def column_heading(name: str) -> str:
    """The heading of a column as the sheet shows it."""
    heading = word("form_column", name)
    return heading[:1].upper() + heading[1:]


def _nowhere(row: int, column: int = 1) -> Cell:
    return Cell(row, column, "text", "")
