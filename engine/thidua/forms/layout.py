"""Rows of the self-score sheet: one criterion after another as in the annex, with a place for every figure."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Literal

from msgspec import Struct, field

from thidua.forms.closing import Closed, closed_figures
from thidua.model.figure import Figure
from thidua.model.period import Period
from thidua.model.scale import Criterion, Requirement, Scale, Section
from thidua.model.terms import Part, PartsTerms, Terms

RowKind = Literal["section", "criterion", "part", "figure", "evidence", "total"]

TOTAL_ROW = "#tong"
FIGURE_COLUMNS = ("target", "actual", "last_year", "other", "level")
_OWN_COLUMN = {"target": "target", "actual": "actual", "last_year": "last_year"}
_SHARED_COLUMN = {"count": "other", "given_points": "other", "achieved": "level", "level": "level"}


class FormRow(Struct, frozen=True):
    """A row. ``id``: what it is known by on reading, whatever becomes of its place.

    ``figures``: by column, the figure that belongs there. ``requirement``: the document whose details go here; None in
    a row that has room for another. ``closed``: why the unit fills in no figures or no target here.
    """

    id: str
    kind: RowKind
    number: str = ""
    name: str = ""
    section: Section | None = None
    criterion: Criterion | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    requirement: Requirement | None = None
    closed: Closed = field(default_factory=Closed)

    @property
    def has_evidence(self) -> bool:
        """Whether a document can be listed in this row."""
        return self.criterion is not None


def form_rows(scale: Scale, period: Period | None = None, unit: str = "") -> tuple[FormRow, ...]:
    """All rows of the sheet, in order. Without a period nothing is known of outside sources and exemptions."""
    return tuple(_rows(scale, period, unit))


def _rows(scale: Scale, period: Period | None, unit: str) -> Iterator[FormRow]:
    for section in scale.sections:
        yield FormRow(f"#{section.id}", "section", section.number, section.name, section=section)
        for criterion in section.criteria:
            yield from _of_criterion(section, criterion, closed_figures(criterion, scale, period, unit))
    yield FormRow(TOTAL_ROW, "total", name="Tổng điểm")


def _of_criterion(section: Section, criterion: Criterion, closed: Closed) -> Iterator[FormRow]:
    """The criterion's own row, those of its parts and named figures; its documents run down beside them."""
    rows = list(_figure_rows(section, criterion, closed))
    room_for_another = (None,)
    for row, requirement in zip_longest(rows, (*criterion.evidence, *room_for_another)):
        yield FormRow(
            row.id if row else f"{criterion.id}+",
            row.kind if row else "evidence",
            row.number if row else "",
            row.name if row else "",
            section,
            criterion,
            row.figures if row else {},
            requirement,
            row.closed if row else Closed(),
        )


def _figure_rows(section: Section, criterion: Criterion, closed: Closed) -> Iterator[FormRow]:
    own, named = _by_column(criterion.figures, "")
    number, name = criterion.number, criterion.name
    yield FormRow(criterion.id, "criterion", number, name, section, criterion, own, closed=closed)
    yield from _named_rows(section, criterion, named, closed)
    for prefix, part in _parts(criterion.terms):
        inside, named = _by_column(criterion.figures, prefix)
        if inside or named:
            row_id = f"{criterion.id}.{prefix.removesuffix('.')}"
            yield FormRow(row_id, "part", "", part.name, section, criterion, inside, closed=closed)
            yield from _named_rows(section, criterion, named, closed)


def _named_rows(section: Section, criterion: Criterion, named: list[Figure], closed: Closed) -> Iterator[FormRow]:
    for figure in named:
        column = "level" if figure.kind in ("yes_no", "level") else "other"
        row_id = f"{criterion.id}:{figure.id}"
        yield FormRow(row_id, "figure", "", figure.name, section, criterion, {column: figure}, closed=closed)


def _parts(terms: Terms, before: str = "") -> Iterator[tuple[str, Part]]:
    """All parts with the beginning of their figures' ids, parts of parts too."""
    if isinstance(terms, PartsTerms):
        for part in terms.parts:
            prefix = f"{before}{part.id}."
            yield prefix, part
            yield from _parts(part.terms, prefix)


def _by_column(figures: tuple[Figure, ...], prefix: str) -> tuple[dict[str, Figure], list[Figure]]:
    """The figures of a part (or of the criterion itself) that have a column, and those that need a row."""
    columns: dict[str, Figure] = {}
    named: list[Figure] = []
    for figure in figures:
        rest = figure.id.removeprefix(prefix)
        if not figure.id.startswith(prefix) or "." in rest:
            continue
        column = _OWN_COLUMN.get(rest) or _SHARED_COLUMN.get(rest)
        if column is None or column in columns:
            named.append(figure)
        else:
            columns[column] = figure
    return columns, named
