"""Points as papers show them beside what every report shows: the bonus inside a total, the range of a total."""

from fractions import Fraction

from thidua.numerals.writing import format_number
from thidua.reports.summary import without_points
from thidua.scoring import ClusterResult, UnitResult


def bonus_of(unit: UnitResult, cluster: ClusterResult) -> Fraction | None:
    """The bonus points inside a unit's total, after all caps; None where nothing of it has points yet."""
    if without_points(unit) or unit.total is None:
        return None
    counted = sum((each.bonus_counted * each.section.weight for each in unit.sections), Fraction(0))
    cap = cluster.scale.total_bonus_cap
    return counted if cap is None else min(counted, cap)


def range_of(unit: UnitResult, places: int) -> list[str]:
    """What a total that may still change can become."""
    if not unit.provisional and unit.state != "unscorable":
        return []
    return [f"thấp nhất {format_number(unit.least, places)}, cao nhất {format_number(unit.most, places)}"]
