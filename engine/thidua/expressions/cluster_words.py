"""Steps that speak of the whole cluster: who is the greatest, which place out of how many."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar

from thidua.expressions.cluster import members
from thidua.expressions.evaluate import Evaluation
from thidua.expressions.nodes import ClusterKind, OfCluster, Style
from thidua.expressions.phrases import atom, conclude, equation, shown

MOST_NAMES: Final = 3
UNNAMED: Final[Mapping[ClusterKind, str]] = {
    "max": "cao nhất trong cụm",
    "min": "thấp nhất trong cụm",
    "sum": "tổng của cả cụm",
    "count": "số đơn vị trong cụm",
    "rank": "",
}

Key = TypeVar("Key")
T = TypeVar("T")


class ClusterWords:
    """What the explanations of all units say alike about the cluster, each worked out once."""

    def __init__(self, evaluation: Evaluation, unit_names: Sequence[str]) -> None:
        self._evaluation = evaluation
        self._unit_names = unit_names
        self._lines: dict[tuple[OfCluster, str, Style], str] = {}
        self._sizes: dict[OfCluster, int] = {}

    def step(self, node: OfCluster, name: str, style: Style, value: Fraction) -> str:
        """Give the line of a cluster's value: ``tăng cao nhất trong cụm = 107,87% (Ninh Thuận)``."""
        if node.kind == "rank":
            size = remembered(self._sizes, node, lambda: len(self._members(node)))
            place = f"xếp thứ {shown(value, 'number')} trong {size}"
            return f"{name}: {place}" if name else place
        return remembered(self._lines, (node, name, style), lambda: self._line(node, name, value, style))

    def _line(self, node: OfCluster, name: str, value: Fraction, style: Style) -> str:
        line = equation(name or UNNAMED[node.kind], conclude(atom(value, style), value, style))
        return f"{line} ({self._holders(node)})" if node.kind in ("max", "min") else line

    def _members(self, node: OfCluster) -> list[int]:
        where = None if node.where is None else self._evaluation.truths(node.where)
        return members(self._evaluation.of(node.term), where)

    def _holders(self, node: OfCluster) -> str:
        own, whole = self._evaluation.of(node.term), self._evaluation.of(node)
        names = [self._unit_names[unit] for unit in self._members(node) if own[unit] == whole[unit]]
        if len(names) <= MOST_NAMES:
            return ", ".join(names)
        return f"{', '.join(names[:MOST_NAMES])} và {len(names) - MOST_NAMES} đơn vị khác"


def remembered(memo: dict[Key, T], key: Key, work: Callable[[], T]) -> T:
    """Give what the memo has, or work it out and keep it."""
    if key not in memo:
        memo[key] = work()
    return memo[key]
