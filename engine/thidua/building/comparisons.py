"""Documents from which figures must be taken: what the period says of them, and their CSV tables."""

from pathlib import Path
from typing import Any

from thidua.building.figure_tables import FigureRows, Figures, declared_table
from thidua.building.figures import figure_word, named_figure, written_name
from thidua.building.unique import check_unique
from thidua.diagnostics import Diagnostic
from thidua.model.conference import Comparison
from thidua.model.figure import Figure
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale
from thidua.reading.csv_reader import Row
from thidua.schemas import Shaped
from thidua.vocabulary import nearest

_OPTIONAL = frozenset({"figure"})


def build_comparisons(shaped: Shaped) -> tuple[Comparison, ...]:
    """The comparisons that a shaped period declares, still without figures; all of them where nothing is wrong."""
    check_unique(shaped, shaped.data.get("comparisons"), ("comparisons",), {})
    items = enumerate(shaped.data.get("comparisons") or ())
    sound = [item for index, item in items if item and not shaped.is_broken(("comparisons", index))]
    return tuple(Comparison(item["id"], item["name"], item["figure"], item.get("basis")) for item in sound)


def read_comparison(
    file: Path, shown: str, comparison: Comparison, item: dict[str, Any], period: Period, scale: Scale
) -> tuple[Figures, tuple[Diagnostic, ...]]:
    """The figures of a document, and everything that is wrong with its file; ``item``: its entry in the period."""
    return _ComparisonRows(shown, comparison, item, period, scale).read_file(file)


class _ComparisonRows(FigureRows):
    def __init__(self, shown: str, comparison: Comparison, item: dict[str, Any], period: Period, scale: Scale) -> None:
        super().__init__(shown, declared_table(item, _OPTIONAL), period, scale)
        self.comparison = comparison

    def criterion(self, row: Row) -> Criterion | None:
        written = self.text(row, "criterion")
        found = self.criteria.get(written)
        if found is None:
            guess = nearest(written, list(self.criteria))
            suggestion = f"Có phải là “{guess}”?" if guess else "Ghi mã tiêu chí như trong thang điểm."
            self.report(row, "criterion", 507, id=written, suggestion=suggestion)
        elif found.figures_from:
            self.report(row, "criterion", 520, id=found.id, origin=found.figures_from)
            return None
        return found

    def figure(self, row: Row, criterion: Criterion) -> Figure | None:
        """Without a column for it, the figure that the comparison is of; with one, that figure of a part too."""
        if "figure" not in self.where:
            found = criterion.figure(self.comparison.figure)
            if found is None:
                figure, known = figure_word(self.comparison.figure), _known(criterion)
                self.report(row, "criterion", 548, criterion=criterion.name, figure=figure, known=known)
            return found
        written = self.text(row, "figure")
        found = named_figure(criterion.figures, written)
        if found is None:
            self.report(row, "figure", 422, name=written, criterion=criterion.name, known=_known(criterion))
        elif found.id.rpartition(".")[2] != self.comparison.figure:
            self.report(row, "figure", 549, name=written, figure=figure_word(self.comparison.figure))
            return None
        return found


def _known(criterion: Criterion) -> str:
    return ", ".join(written_name(each) for each in criterion.figures)
