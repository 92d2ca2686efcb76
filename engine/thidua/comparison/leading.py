"""Who would come first and second by points alone."""

from msgspec import Struct

from thidua.scoring import ClusterResult, UnitResult


class Lead(Struct, frozen=True):
    """The units at a place by total; more than one where totals are equal.

    ``certain``: one unit, and nothing that is open, whatever it turns out to be, can take the place from it.
    """

    place: int
    units: tuple[UnitResult, ...]
    certain: bool


def leads(cluster: ClusterResult, unasked: bool) -> tuple[Lead, ...]:
    """The first and the second place; none where nobody has it (a tie for first leaves no second).

    ``unasked``: whether the scale asks for something that nobody was asked for: once the table is agreed, what is not
    reported counts 0, but what was never asked for is not settled by that.
    """
    found = []
    for place in (1, 2):
        units = tuple(unit for unit in cluster.units if unit.rank == place)
        if units:
            sure = len(units) == 1 and not unasked and _is_certain(units[0], place, cluster)
            found.append(Lead(place, units, sure))
    return tuple(found)


def _is_certain(unit: UnitResult, place: int, cluster: ClusterResult) -> bool:
    others = [each for each in cluster.units if each is not unit]
    above = [each for each in others if each.least > unit.most]
    below = [each for each in others if each.most < unit.least]
    return len(above) == place - 1 and len(above) + len(below) == len(others)
