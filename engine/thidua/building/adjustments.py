"""Build what people decided about points, and check that it can be so."""

from typing import Any

from thidua.building.days import out_of_period
from thidua.model.period import Adjustment, Period
from thidua.model.scale import Criterion, Scale
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import nearest, word


def build_adjustments(shaped: Shaped, period: Period, scale: Scale) -> tuple[Adjustment, ...]:
    """The adjustments of a shaped file; those that can't be applied are reported and left out."""
    builder = _Builder(shaped, period, scale)
    items = shaped.data.get("adjustments") or ()
    found = [builder.adjustment(item, ("adjustments", index)) for index, item in enumerate(items) if item]
    return tuple(each for each in found if each)


class _Builder:
    def __init__(self, shaped: Shaped, period: Period, scale: Scale) -> None:
        self.shaped = shaped
        self.period = period
        self.units = [member.id for member in period.members]
        self.rounding = scale.rounding if scale.rounding_at == "criterion" else None
        self.criteria = {criterion.id: criterion for criterion in scale.criteria}
        self.exempt = {(each.unit, each.criterion) for each in period.not_applicable}
        self.first: dict[tuple[str, str, str], int] = {}

    def adjustment(self, item: dict[str, Any], path: Path) -> Adjustment | None:
        if self.shaped.is_broken(path):
            return None
        criterion = self.criteria.get(item["criterion"])
        if item["unit"] not in self.units:
            self.shaped.report(508, (*path, "unit"), id=item["unit"], suggestion=_suggest(item["unit"], self.units))
        if criterion is None:
            suggestion = _suggest(item["criterion"], list(self.criteria))
            self.shaped.report(507, (*path, "criterion"), id=item["criterion"], suggestion=suggestion)
            return None
        if (item["unit"], criterion.reported_under) in self.exempt:
            self.shaped.report(522, (*path, "criterion"), id=criterion.id)
        self.check_points(item, criterion, path)
        if problem := out_of_period(item["decided_on"], self.period):
            self.shaped.report(523, (*path, "decided_on"), day=f"{item['decided_on']:%d/%m/%Y}", problem=problem)
        self.check_once(item, path)
        return Adjustment(
            unit=item["unit"],
            criterion=item["criterion"],
            stage=item["adjusted_at"],
            old_points=item.get("old_points"),
            new_points=item["new_points"],
            decided_by=item["decided_by"],
            decided_on=item["decided_on"],
            reason=item["reason"],
            decided_in=item["decided_in"],
            unit_reply=item.get("unit_reply"),
        )

    def check_points(self, item: dict[str, Any], criterion: Criterion, path: Path) -> None:
        if not criterion.lowest <= item["new_points"] <= criterion.ceiling:
            limits = f"từ {format_number(criterion.lowest)} đến {format_number(criterion.ceiling)}"
            place = (*path, "new_points")
            self.shaped.report(517, place, points=format_number(item["new_points"]), limits=limits)
        if self.rounding is not None and (item["new_points"] * 10**self.rounding).denominator != 1:
            fields = {"points": format_number(item["new_points"]), "decimals": self.rounding}
            self.shaped.report(535, (*path, "new_points"), **fields)

    def check_once(self, item: dict[str, Any], path: Path) -> None:
        identity = (item["unit"], item["criterion"], item["adjusted_at"])
        if identity in self.first:
            stage = word("adjusted_at", item["adjusted_at"])
            self.shaped.report(518, path, stage=stage, first=self.first[identity])
        self.first.setdefault(identity, self.shaped.place(path).line)


def _suggest(written: str, known: list[str]) -> str:
    guess = nearest(written, known)
    return f"Có phải là “{guess}”?" if guess else f"Các mã đã khai báo: {', '.join(known)}."
