"""What a scoring method may know of its criterion: points, and the fields of its figures."""

from dataclasses import dataclass

from thidua.expressions import Field, Node, Number
from thidua.model.scale import Criterion

NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class Frame:
    """A criterion as its method sees it. Fields are named ``criterion.figure``, so that trees of criteria can be
    joined."""

    criterion: Criterion

    @property
    def standard(self) -> Number:
        """The standard points."""
        return Number(self.criterion.standard_points)

    @property
    def bonus_cap(self) -> Number:
        """The most bonus points."""
        return Number(self.criterion.bonus_cap)

    @property
    def giver(self) -> str:
        """Who gives the points, in words."""
        return self.criterion.points_giver or "đơn vị"

    def field(self, figure_id: str) -> Node:
        """The field of a figure."""
        return Field(field_name(self.criterion.id, figure_id))

    def name(self, figure_id: str) -> str:
        """What the criterion calls a figure: ``dự toán`` for its target."""
        figure = self.criterion.figure(figure_id)
        return figure.name if figure else figure_id

    def difference_measure(self, figure_id: str) -> str:
        """The measure of a difference between two such figures: percentages differ by percentage points."""
        figure = self.criterion.figure(figure_id)
        return "điểm phần trăm" if figure and figure.kind == "percent" else self.measure(figure_id)

    def measure(self, figure_id: str) -> str:
        """The figure's unit of measure in words, empty where it has none."""
        figure = self.criterion.figure(figure_id)
        return figure.measure if figure else ""


def field_name(criterion_id: str, figure_id: str) -> str:
    """The name of a figure's column in the cluster's table."""
    return f"{criterion_id}.{figure_id}"
