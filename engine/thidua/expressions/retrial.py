"""One unit's value with other figures of its own, all others as they are, without evaluating the cluster again."""

from collections.abc import Mapping, Sequence

from thidua.expressions.cluster import Numbers, joined, members
from thidua.expressions.evaluate import Column, Evaluation
from thidua.expressions.nodes import Node, OfCluster
from thidua.expressions.structure import depends_on_cluster, parts


class Retrial(Evaluation):
    """Evaluates several alternatives for one unit, by its position in ``cluster``; every column holds one for each.

    Values over the cluster take the others' from ``cluster``. That is right where those do not themselves depend on
    other units; ``can_retry`` tells.
    """

    def __init__(self, cluster: Evaluation, unit: int, own: Mapping[str, Numbers], size: int) -> None:
        super().__init__(own, size)
        self._cluster = cluster
        self._unit = unit

    def _work_out(self, node: Node) -> Column:
        match node:
            case OfCluster(kind, term, where):
                terms = self._cluster.numbers(term)
                counting = members(terms, None if where is None else self._cluster.truths(where))
                others = [value for unit in counting if unit != self._unit and (value := terms[unit]) is not None]
                counts: Sequence[bool | None] = [True] * self.size if where is None else self.truths(where)
                own = [value if held else None for value, held in zip(self.numbers(term), counts, strict=True)]
                return joined(kind, others, own)
            case _:
                return super()._work_out(node)


def can_retry(node: Node) -> bool:
    """Whether no value over the cluster is made of another such value, so that others' terms stay as they are."""
    over_cluster = (part for part in parts(node) if isinstance(part, OfCluster))
    return not any(depends_on_cluster(term) for part in over_cluster for term in (part.term, part.where) if term)
