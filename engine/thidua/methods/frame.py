"""What a scoring method may know of the criterion, or part of one, that it scores: points and the fields of figures."""

from fractions import Fraction

from msgspec import Struct

from thidua.expressions import Field, Node, Number
from thidua.model.figure import Figure
from thidua.model.scale import Criterion
from thidua.model.terms import Part

NO_TARGET = "no_target"


class Frame(Struct, frozen=True):
    """A criterion, or with ``part`` a part of it, as its method sees it.

    Fields are named ``criterion.figure`` or ``criterion.part.figure``, so that trees of criteria can be joined.
    """

    criterion: Criterion
    part: Part | None = None

    @property
    def standard_points(self) -> Fraction:
        """The standard points."""
        return (self.part or self.criterion).standard_points

    @property
    def standard(self) -> Number:
        """The standard points, as a node."""
        return Number(self.standard_points)

    @property
    def bonus_cap(self) -> Number:
        """The most bonus points."""
        return Number((self.part or self.criterion).bonus_cap)

    @property
    def ceiling(self) -> Number:
        """The most points."""
        return Number(self.standard.value + self.bonus_cap.value)

    @property
    def giver(self) -> str:
        """Who gives the points, in words."""
        return self.criterion.points_giver or "đơn vị"

    @property
    def without_target(self) -> Node:
        """One where the unit was given no target for the criterion, otherwise zero; always known."""
        return Field(field_name(self.criterion.id, NO_TARGET))

    def field(self, figure_id: str) -> Node:
        """The field of a figure."""
        return Field(field_name(self.criterion.id, self._full(figure_id)))

    def name(self, figure_id: str) -> str:
        """What the criterion calls a figure: ``dự toán`` for its target."""
        figure = self.figure(figure_id)
        return figure.name if figure else figure_id

    def difference_measure(self, figure_id: str) -> str:
        """The measure of a difference between two such figures: percentages differ by percentage points."""
        figure = self.figure(figure_id)
        if figure is None:
            return ""
        return "điểm phần trăm" if figure.kind == "percent" else figure.measure

    def figure(self, figure_id: str) -> Figure | None:
        """A figure by the id that the method gives it."""
        figures = self.part.figures if self.part else self.criterion.figures
        return next((each for each in figures if each.id == self._full(figure_id)), None)

    def _full(self, figure_id: str) -> str:
        return f"{self.part.id}.{figure_id}" if self.part else figure_id


def field_name(criterion_id: str, figure_id: str) -> str:
    """The name of a figure's column in the cluster's table."""
    return f"{criterion_id}.{figure_id}"
