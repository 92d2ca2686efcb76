"""Why a tree has no value for a unit, in words: which figures are missing, which division is by zero."""

from collections.abc import Callable, Mapping
from typing import assert_never

from thidua.expressions.evaluate import Evaluation, Value
from thidua.expressions.nodes import (
    Add,
    And,
    Choose,
    Compare,
    Divide,
    Field,
    IsReported,
    Label,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Not,
    Number,
    OfCluster,
    Or,
    RoundHalfUp,
    Subtract,
    WholeSteps,
)
from thidua.expressions.structure import children


class Gaps:
    """Collects why one unit's value is missing, each reason once, in reading order."""

    def __init__(
        self, evaluation: Evaluation, names: Mapping[str, str], write_label: Callable[[Label], str], unit: int
    ) -> None:
        self._evaluation = evaluation
        self._names = names
        self._write_label = write_label
        self._unit = unit
        self._fields: dict[str, None] = {}
        self._reasons: dict[str, None] = {}

    @property
    def words(self) -> str:
        """Say it: ``thiếu kế hoạch, thực hiện; dự toán bằng 0, không chia được``."""
        fields = [f"thiếu {', '.join(self._fields)}"] if self._fields else []
        return "; ".join([*fields, *self._reasons])

    def _value(self, node: Node) -> Value:
        return self._evaluation.of(node)[self._unit]

    def collect(self, node: Node) -> None:
        """Add the reasons why ``node`` is missing; none if it has a value."""
        if self._value(node) is not None:
            return
        match node:
            case Field(name):
                self._fields[self._names[name]] = None
            case Divide(left, right):
                self._collect_all(left, right)
                if self._value(right) == 0:
                    self._reasons[f"{self._divisor(right)} bằng 0, không chia được"] = None
            case Choose():
                self._collect_choice(node)
            case OfCluster(kind, term, where):
                self._collect_cluster(kind == "rank", term, where)
            case Number() | Add() | Subtract() | Multiply() | Minimum() | Maximum() | Compare() | And() | Or() | Not():
                self._collect_all(*children(node))
            case IsReported() | WholeSteps() | RoundHalfUp() | Named():
                self._collect_all(*children(node))
            case _:
                assert_never(node)

    def _collect_all(self, *nodes: Node) -> None:
        for node in nodes:
            self.collect(node)

    def _collect_choice(self, choose: Choose) -> None:
        """Follow the cases as far as they are decided; only what stopped the choice is a reason."""
        for case in choose.cases:
            held = self._value(case.when)
            if held is not False:
                self.collect(case.when if held is None else case.then)
                return
        if choose.otherwise is not None:
            self.collect(choose.otherwise)
            return
        words = self._write_label(choose.otherwise_label)
        self._reasons[words or "không thuộc trường hợp nào của cách chấm"] = None

    def _collect_cluster(self, is_rank: bool, term: Node, where: Node | None) -> None:
        self.collect(term)
        if where is not None and is_rank:
            self.collect(where)
            if self._value(where) is False:
                self._reasons["đơn vị không thuộc nhóm được xếp thứ hạng"] = None
        if not is_rank:
            self._reasons["trong cụm chưa có đơn vị nào đủ số liệu để so sánh"] = None

    def _divisor(self, node: Node) -> str:
        match node:
            case Named(_, name):
                return name
            case Field(name):
                return self._names[name]
            case _:
                return "số chia"
