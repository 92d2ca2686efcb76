"""Build the targets that units registered, each read as the figure of its criterion declares."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from thidua.building.figures import named_figure, read_figure, written_name
from thidua.building.reported import Reported, check_limits
from thidua.model.conference import RegisteredTarget
from thidua.model.figure import Figure
from thidua.model.scale import Criterion, Scale
from thidua.numerals.reading import NumberProblem
from thidua.reading.nodes import Scalar
from thidua.schemas import Path, Shaped
from thidua.schemas.scalars import Unreadable
from thidua.vocabulary import nearest, word

_USUAL = "target"


class TargetReader:
    """Reads the targets of all registrations in a file; whatever is wrong is reported in it."""

    def __init__(self, shaped: Shaped, scale: Scale) -> None:
        self.shaped = shaped
        self.criteria = {criterion.id: criterion for criterion in scale.criteria}

    def targets(self, items: Iterable[tuple[dict[str, Any], Path]]) -> tuple[RegisteredTarget, ...]:
        """The targets of one unit."""
        first: dict[tuple[str, str], int] = {}
        found = [self._target(item, path, first) for item, path in items]
        return tuple(each for each in found if each)

    def _target(self, item: dict[str, Any], path: Path, first: dict[tuple[str, str], int]) -> RegisteredTarget | None:
        criterion = self._criterion(item, path)
        figure = self._figure(item, criterion, path) if criterion else None
        if criterion is None or figure is None:
            return None
        self._check_once((criterion, figure), path, first)
        value = self._value(item["registered_value"], figure, (*path, "registered_value"))
        half_year = None
        if "half_year" in item:
            half_year = self._value(item["half_year"], criterion.achieved_by(figure), (*path, "half_year"))
        return None if value is None else RegisteredTarget(criterion.id, figure.id, value, half_year)

    def _criterion(self, item: dict[str, Any], path: Path) -> Criterion | None:
        found = self.criteria.get(item["criterion"])
        if found is None:
            guess = nearest(item["criterion"], list(self.criteria))
            suggestion = f"Có phải là “{guess}”?" if guess else "Ghi mã tiêu chí như trong thang điểm."
            self.shaped.report(507, (*path, "criterion"), id=item["criterion"], suggestion=suggestion)
        elif found.figures_from:
            self.shaped.report(520, (*path, "criterion"), id=found.id, origin=found.figures_from)
            return None
        return found

    def _figure(self, item: dict[str, Any], criterion: Criterion, path: Path) -> Figure | None:
        written = item.get("figure", word("figure", _USUAL))
        found = named_figure(criterion.figures, written)
        if found is None:
            known = ", ".join(written_name(each) for each in criterion.figures) or "không có"
            place = (*path, "figure" if "figure" in item else "criterion")
            self.shaped.report(560, place, criterion=criterion.name, figure=written, known=known)
        return found

    def _check_once(self, of: tuple[Criterion, Figure], path: Path, first: dict[tuple[str, str], int]) -> None:
        criterion, figure = of
        identity = criterion.id, figure.id
        if identity in first:
            fields = {"criterion": criterion.name, "figure": figure.full_name, "first": first[identity]}
            self.shaped.report(562, path, **fields)
        first.setdefault(identity, self.shaped.place(path).line)

    def _value(self, written: Scalar, figure: Figure, path: Path) -> Fraction | None:
        found = read_figure(written.text, figure)
        if isinstance(found, NumberProblem | Unreadable):
            self.shaped.report(found.code, path, **dict(found.fields))
            return None
        check_limits(self.shaped, Reported(figure, found, path), points_count=False)
        return found
