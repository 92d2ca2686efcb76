"""Outside figures: CSV tables in long form, one row a figure."""

from pathlib import Path
from typing import Any

from thidua.building.figure_tables import FigureRows, Figures, declared_table
from thidua.building.figures import named_figure, written_name
from thidua.diagnostics import Diagnostic
from thidua.model.figure import Figure
from thidua.model.period import Period, Source
from thidua.model.scale import Criterion, Scale
from thidua.reading.csv_reader import Row
from thidua.vocabulary import nearest


def read_source(
    file: Path, shown: str, source: Source, item: dict[str, Any], period: Period, scale: Scale
) -> tuple[Figures, tuple[Diagnostic, ...]]:
    """The figures of a source, and everything that is wrong with its file; ``item``: its entry in the period."""
    return _SourceRows(shown, source, item, period, scale).read_file(file)


class _SourceRows(FigureRows):
    def __init__(self, shown: str, source: Source, item: dict[str, Any], period: Period, scale: Scale) -> None:
        super().__init__(shown, declared_table(item), period, scale)
        self.source = source
        self.supplied = frozenset(source.criteria)

    def criterion(self, row: Row) -> Criterion | None:
        written = self.text(row, "criterion")
        if written in self.supplied:
            return self.criteria[written]
        guess = nearest(written, self.source.criteria)
        suggestion = f"Có phải là “{guess}”?" if guess else f"Nguồn này khai báo: {', '.join(self.source.criteria)}."
        self.report(row, "criterion", 421, id=written, suggestion=suggestion)
        return None

    def figure(self, row: Row, criterion: Criterion) -> Figure | None:
        written = self.text(row, "figure")
        figure = named_figure(criterion.figures, written)
        if figure is None:
            known = ", ".join(written_name(each) for each in criterion.figures)
            self.report(row, "figure", 422, name=written, criterion=criterion.name, known=known)
        return figure
