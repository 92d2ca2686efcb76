"""The bounds of a tree for all units of a cluster at once, while some figures may still come or change.

Whatever the open figures turn out to be inside their ranges, jointly for all units, the value that ``evaluate`` gives
lies in the bounds, and is missing only where they say so. Where everything is settled they are that value. They are
sound, not tight: what looks possible may be impossible, because figures that move together are not always seen to.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import cast

from thidua.expressions.cluster_bounds import gather_ranges
from thidua.expressions.evaluate import Column, Evaluation
from thidua.expressions.linear import Forms
from thidua.expressions.nodes import Case, Choose, Node, OfCluster
from thidua.expressions.possible import is_condition
from thidua.expressions.ranges import MISSING, UNDECIDED, Prospect, Range, normal
from thidua.expressions.structure import fields_of, parts
from thidua.expressions.view import Ranges, Truths, View


class Outlook:
    """What each figure of a cluster may be, and the bounds of every expression asked for, each worked out once.

    ``ranges`` holds each field's ranges in the order of the units: a known figure ``Range.exactly(value)``, one that
    may still come its plausible range, one that will not come MISSING. ``evaluation`` may be given to save work: it
    must hold the same settled figures (and a settled figure that is missing as missing); the others don't matter.
    A Field that is not there is a KeyError.
    """

    def __init__(self, ranges: Mapping[str, Sequence[Range]], size: int, evaluation: Evaluation | None = None) -> None:
        uneven = sorted(name for name, column in ranges.items() if len(column) != size)
        if uneven:
            raise ValueError(f"columns that do not hold {size} units: {', '.join(uneven)}")
        self.size = size
        self.forms = Forms()
        self._columns = _normal_columns(ranges)
        self._settled = {name: [some.is_settled for some in column] for name, column in self._columns.items()}
        self._evaluation = evaluation
        self._memo: dict[Node, Sequence[Prospect]] = {}
        self._clusters: dict[OfCluster, Ranges] = {}

    def of(self, node: Node) -> Sequence[Prospect]:
        """Give what ``node`` may be, one prospect for each unit. The column is shared: don't change it."""
        found = self._memo.get(node)
        if found is None:
            found = self._memo[node] = self._work_out(node)
        return found

    def ranges(self, node: Node) -> Ranges:
        """Give the ranges of an expression that is a number."""
        return cast("Ranges", self.of(node))

    def truths(self, node: Node) -> Truths:
        """Give the truths that a condition may have, among True, False and None (undecided)."""
        return cast("Truths", self.of(node))

    def field(self, name: str) -> Ranges:
        """Give the ranges of a figure."""
        return self._columns[name]

    def cluster(self, node: OfCluster) -> Ranges:
        """Give the ranges of a cluster's value; a unit's own term is narrowed by the ``where`` that makes it count."""
        found = self._clusters.get(node)
        if found is None:
            member = node.term if node.where is None else Choose((Case(node.where, node.term),))
            found = self._clusters[node] = gather_ranges(node.kind, self.ranges(member))
        return found

    def _work_out(self, node: Node) -> Sequence[Prospect]:
        """Evaluate the units that are settled; of those with the same open figures, look at one."""
        names = sorted(fields_of(node))
        columns, settled = [self._columns[name] for name in names], [self._settled[name] for name in names]
        fixed = [all(row) for row in zip(*settled, strict=True)] if names else [True] * self.size
        if not self._clusters_are_settled(node):
            fixed = [False] * self.size
        found: list[Prospect] = [MISSING] * self.size
        if any(fixed):
            missing = UNDECIDED if is_condition(node) else MISSING
            found = [missing if value is None else _exactly(value) for value in self._evaluated(node)]
        alike: dict[tuple[int, ...], list[int]] = {}
        for unit in (unit for unit, is_fixed in enumerate(fixed) if not is_fixed):
            alike.setdefault(tuple(id(column[unit]) for column in columns), []).append(unit)
        seen = View(self, [units[0] for units in alike.values()]).of(node) if alike else ()
        for units, some in zip(alike.values(), seen, strict=True):
            for unit in units:
                found[unit] = some
        return found

    def _clusters_are_settled(self, node: Node) -> bool:
        """Whether no value of the whole cluster under this node depends on an open figure."""
        names = {name for part in parts(node) if isinstance(part, OfCluster) for name in fields_of(part)}
        return all(all(self._settled[name]) for name in names)

    def _evaluated(self, node: Node) -> Column:
        if self._evaluation is None:
            known = {
                name: [some.low if is_settled and not some.is_empty else None for some, is_settled in rows]
                for name, rows in (
                    (name, zip(column, self._settled[name], strict=True)) for name, column in self._columns.items()
                )
            }
            self._evaluation = Evaluation(known, self.size)
        return self._evaluation.of(node)


def _normal_columns(ranges: Mapping[str, Sequence[Range]]) -> dict[str, list[Range]]:
    """Ranges that are equal become the same object, so that units with the same open figures are found quickly."""
    same: dict[Range, Range] = {}

    def normal_of(given: Range) -> Range:
        if given.low is not None and given.low is given.high and given.step is None and not given.may_be_missing:
            return given
        found = normal(given)
        return same.setdefault(found, found)

    return {name: [normal_of(given) for given in column] for name, column in ranges.items()}


def _exactly(value: Fraction | bool) -> Prospect:
    return frozenset({value}) if isinstance(value, bool) else Range.exactly(value)
