"""Which figures a unit does not fill in, and why, in the words of the form."""

from msgspec import Struct

from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale


class Closed(Struct, frozen=True):
    """Why the unit fills in no figures, no target, no self-score; empty where it does."""

    figures: str = ""
    target: str = ""
    self_points: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """All reasons, none twice."""
        return tuple(dict.fromkeys(each for each in (self.figures, self.target, self.self_points) if each))


def closed_figures(criterion: Criterion, scale: Scale, period: Period | None, unit: str) -> Closed:
    """What of a criterion is not for the unit to fill in."""
    exemption = _exemption(criterion, period, unit)
    if exemption:
        reason = f"Không áp dụng cho đơn vị ({exemption})."
        return Closed(reason, reason, reason)
    if criterion.figures_from:
        origin = next(each for each in scale.criteria if each.id == criterion.figures_from)
        return Closed(figures=f"Số liệu lấy theo {origin.number}, không ghi lại ở đây.")
    source = next((each for each in period.sources if criterion.id in each.criteria), None) if period else None
    if criterion.points_giver and criterion.method == "given_points":
        return Closed(figures=f"{criterion.points_giver} chấm điểm; đơn vị chỉ ghi điểm tự chấm.")
    if source or criterion.points_giver:
        supplier = source.supplier if source else criterion.points_giver
        return Closed(figures=f"Số liệu do {supplier} cung cấp; đơn vị chỉ ghi điểm tự chấm.")
    return Closed(target=_without_target(criterion, period, unit))


def _exemption(criterion: Criterion, period: Period | None, unit: str) -> str:
    exempt = period.not_applicable if period else ()
    return next((each.basis for each in exempt if (each.criterion, each.unit) == (criterion.id, unit)), "")


def _without_target(criterion: Criterion, period: Period | None, unit: str) -> str:
    exempt = period.no_target if period else ()
    found = any((each.criterion, each.unit) == (criterion.id, unit) for each in exempt)
    return "Đơn vị không được giao chỉ tiêu, không ghi kế hoạch." if found else ""
