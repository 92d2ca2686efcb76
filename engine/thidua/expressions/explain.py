"""A value in one line of Vietnamese arithmetic that an official can work out again by hand.

``thực hiện 97,5% dự toán, thiếu 2,5%: 40 − 2,5 × 1 = 37,5 điểm``, with steps such as
``tỷ lệ thực hiện = 3.900 ÷ 4.000 = 97,5%``. ``=`` stands where every number is written in full, else ``≈``.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from thidua.expressions.cluster_words import ClusterWords
from thidua.expressions.evaluate import Evaluation
from thidua.expressions.missing import Gaps
from thidua.expressions.nodes import Node
from thidua.expressions.telling import FieldName, Surroundings, Telling

__all__ = ["Explainer", "Explanation", "FieldName"]


class Explanation(Struct, frozen=True):
    """The case that a unit falls into, the arithmetic (empty where the value is missing), and what stands behind it.

    ``steps`` are in order: each uses only figures and the steps before it.
    """

    label: str
    arithmetic: str
    steps: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Give label and arithmetic as one line; a value, which is taken as points, is its last number."""
        points = f"{self.arithmetic} điểm" if self.arithmetic else ""
        return ": ".join(part for part in (self.label, points) if part)


class Explainer:
    """Explains trees from the values that ``evaluation`` holds already.

    A field shown in a label carries its unit of measure, in arithmetic it doesn't. A field that ``field_names``
    lacks is a KeyError where it must be named or shown.
    """

    def __init__(self, evaluation: Evaluation, field_names: Mapping[str, FieldName], unit_names: Sequence[str]) -> None:
        if len(unit_names) != evaluation.size:
            raise ValueError(f"{len(unit_names)} unit names for {evaluation.size} units")
        self._evaluation = evaluation
        self._plain_names = {field: known.name for field, known in field_names.items()}
        self._surroundings = Surroundings(evaluation, field_names, ClusterWords(evaluation, unit_names), {})

    def explain(self, node: Node, unit: int, with_steps: bool = True) -> Explanation:
        """Explain the value of ``node`` for the unit at position ``unit``; without its steps it takes half the time."""
        telling = Telling(self._surroundings, unit, with_steps)
        if telling.value(node) is None:
            gaps = Gaps(self._evaluation, self._plain_names, telling.label, unit)
            gaps.collect(node)
            label, arithmetic = f"chưa đủ số liệu: {gaps.words}", ""
        else:
            arithmetic = telling.concluded(node)
            label = ", ".join(telling.labels)
        return Explanation(label, arithmetic, tuple(dict.fromkeys(telling.steps.values())))
