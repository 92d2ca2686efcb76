"""One unit's value with other figures of its own, all others as they are, without evaluating the cluster again."""

from collections.abc import Mapping
from fractions import Fraction

from thidua.expressions.cluster import Numbers, gather
from thidua.expressions.evaluate import Column, Evaluation
from thidua.expressions.nodes import Node, OfCluster
from thidua.expressions.structure import depends_on_cluster, parts


class Retrial(Evaluation):
    """Evaluates for one unit, by its position in ``cluster``; every column holds that unit's value alone.

    Values over the cluster take the others' from ``cluster``. That is right where those do not themselves depend on
    other units; ``can_retry`` tells.
    """

    def __init__(self, cluster: Evaluation, unit: int, own: Mapping[str, Fraction | None]) -> None:
        columns: dict[str, Numbers] = {name: [value] for name, value in own.items()}
        super().__init__(columns, 1)
        self._cluster = cluster
        self._unit = unit

    def _work_out(self, node: Node) -> Column:
        match node:
            case OfCluster(kind, term, where):
                terms = list(self._cluster.numbers(term))
                terms[self._unit] = self.numbers(term)[0]
                if where is None:
                    return [gather(kind, terms, None)[self._unit]]
                held = list(self._cluster.truths(where))
                held[self._unit] = self.truths(where)[0]
                return [gather(kind, terms, held)[self._unit]]
            case _:
                return super()._work_out(node)


def can_retry(node: Node) -> bool:
    """Whether no value over the cluster is made of another such value, so that others' terms stay as they are."""
    over_cluster = (part for part in parts(node) if isinstance(part, OfCluster))
    return not any(depends_on_cluster(term) for part in over_cluster for term in (part.term, part.where) if term)
