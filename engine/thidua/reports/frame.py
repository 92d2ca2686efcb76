"""The results as a pandas table, for those who analyse them further in Python."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua.numerals.writing import plain_decimal
from thidua.reports.decimals import places_of
from thidua.scoring import ClusterResult

if TYPE_CHECKING:
    import pandas


def frame(cluster: ClusterResult) -> "pandas.DataFrame":
    """One row for each unit and criterion, in the members' and the scale's order.

    Points are ``Decimal`` objects with the scale's places, None where there are none: never floats, in which sums and
    comparisons of points go wrong. Columns: unit, name, rank, total, criterion, number, status, points, least, most,
    standard, self.
    """
    # pandas takes half a second and 100 MB: only who asks for a table pays for it.
    import pandas

    places = cluster.scale.rounding
    rows = [
        {
            "unit": unit.member.id,
            "name": unit.member.name,
            "rank": unit.rank,
            "total": _decimal(unit.total, places),
            "criterion": result.criterion.id,
            "number": result.criterion.number,
            "status": result.status,
            "points": _decimal(result.points, places),
            "least": _decimal(result.least, places),
            "most": _decimal(result.most, places),
            "standard": _decimal(result.criterion.standard_points, places),
            "self": _decimal(result.self_points, places),
        }
        for unit in cluster.units
        for result in unit.criteria
    ]
    return pandas.DataFrame(rows, dtype=object)


def _decimal(points: Fraction | None, places: int) -> Decimal | None:
    return None if points is None else Decimal(plain_decimal(points, places_of(points, places)))
