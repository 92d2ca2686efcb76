"""One unit's explanation under way: the arithmetic, the labels of the cases that matched, the steps behind them.

Only for trees that have a value for the unit; ``missing`` speaks of the others.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, assert_never, cast

from msgspec import Struct

from thidua.expressions.cluster_words import ClusterWords
from thidua.expressions.evaluate import Evaluation, Value, whole_steps
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
    Style,
    Subtract,
    WholeSteps,
)
from thidua.expressions.phrases import (
    NO_VALUE,
    NOTED,
    Phrase,
    added,
    atom,
    conclude,
    divided,
    equation,
    multiplied,
    rounded,
    shown,
    shown_in_full,
    subtracted,
)
from thidua.expressions.structure import children
from thidua.numerals.writing import round_half_up

ROUNDED_TO_WHOLE: Final = {"down": "làm tròn xuống", "up": "làm tròn lên"}


class FieldName(Struct, frozen=True):
    """How a field is spoken of: its name, its unit of measure, and whether its figures are ratios shown in percent."""

    name: str
    unit: str = ""
    style: Literal["number", "percent"] = "number"

    def with_unit(self, figure: str) -> str:
        """Put the unit after a figure: ``3.890.000 triệu đồng``, ``97,5%``."""
        return f"{figure}%" if self.unit == "%" else f"{figure} {self.unit}" if self.unit else figure


class Surroundings(Struct, frozen=True):
    """What the explanations of all units share. ``constants`` remembers how constants are written."""

    evaluation: Evaluation
    names: Mapping[str, FieldName]
    cluster: ClusterWords
    constants: dict[tuple[Node, Style], Phrase]


class Telling:
    """Collects labels and steps while the arithmetic is put into words.

    ``steps`` holds a line for each Named met (and each value of the cluster or count of steps that has no name),
    in the order in which they depend on one another; none ``with_steps`` False. What is told inside a step changes
    nothing outside it.
    """

    def __init__(self, surroundings: Surroundings, unit: int, with_steps: bool = True) -> None:
        self.steps: dict[Node, str] = {}
        self.labels: list[str] = []
        self._column = surroundings.evaluation.of
        self._names = surroundings.names
        self._cluster = surroundings.cluster
        self._constants = surroundings.constants
        self._atoms: dict[tuple[Node, Style], Phrase] = {}
        self._unit = unit
        self._with_steps = with_steps

    def value(self, node: Node) -> Value:
        """Give this unit's value."""
        return self._column(node)[self._unit]

    def number(self, node: Node) -> Fraction:
        """Give this unit's value of a number that is known."""
        return cast("Fraction", self._column(node)[self._unit])

    def concluded(self, node: Node, style: Style = "number") -> str:
        """Give the arithmetic with its result, such as ``40 − 2,5 = 37,5``; the last number is the value."""
        return conclude(self.phrase(node, style), self.number(node), style)

    def phrase(self, node: Node, style: Style = "number") -> Phrase:
        """Give the arithmetic without its result. ``style`` is that of the whole, not of the operands in it."""
        match node:
            case Named():
                self.tell(node)
                return self._atom(node, node.style)
            case Number():
                return self._atom(node, style)
            case Field():
                return self._figure(node, style)
            case Add(terms):
                return added([self.phrase(term) for term in terms])
            case Subtract(left, right):
                return subtracted(self.phrase(left), self.phrase(right))
            case Multiply(left, right):
                return multiplied(self.phrase(left), self.phrase(right))
            case Divide(left, right):
                return divided(self.phrase(left), self.phrase(right))
            case Choose():
                return self._chosen(node, style)
            case RoundHalfUp(term, step):
                before, after = self.number(term), self.number(node)
                return rounded(
                    self.phrase(term, style), before, after, style, lambda x: round_half_up(x, step), "làm tròn"
                )
            case Minimum(terms):
                return self._limited(node, terms, "không quá", style)
            case Maximum(terms):
                return self._limited(node, terms, "không thấp hơn", style)
            case OfCluster() | WholeSteps():
                self.tell(node)
                return self._atom(node, style)
            case Compare() | And() | Or() | Not() | IsReported():
                self.tell_inside(node)
                return atom(self.value(node), style)
            case _:
                assert_never(node)

    def tell(self, node: Named | OfCluster | WholeSteps) -> None:
        """Add the line of a value that is shown without its arithmetic, after the lines that it depends on."""
        if not self._with_steps or node in self.steps or (isinstance(node, Named) and isinstance(node.term, Number)):
            return  # a named constant is its own line
        outer, self.labels = self.labels, []
        name, style, term = (node.name, node.style, node.term) if isinstance(node, Named) else ("", "number", node)
        line = self._step(name, style, term)
        if self.labels:
            line += f" ({', '.join(self.labels)})"
        self.labels = outer
        self.steps[node] = line

    def tell_inside(self, node: Node) -> None:
        """Add the lines behind a value that decides, or is shown, without its arithmetic."""
        if not self._with_steps:
            return
        match node:
            case Number() | Field() | IsReported():
                return
            case Named() | OfCluster() | WholeSteps():
                self.tell(node)
            case And(terms) | Or(terms):
                settling = self.value(node)
                alone = settling is isinstance(node, Or)  # One false term settles an And, one true term an Or.
                deciding = [term for term in terms if self.value(term) is settling]
                for term in deciding[:1] if alone else deciding:
                    self.tell_inside(term)
            case Compare(_, left, right):
                self.tell_inside(left)
                self.tell_inside(right)
            case Choose():
                self.tell_inside(self._branch(node)[0])
            case _:
                for child in children(node):
                    self.tell_inside(child)

    def label(self, label: Label) -> str:
        """Write a label with the values in it."""
        return "".join([part if isinstance(part, str) else self._in_label(part) for part in label])

    def _in_label(self, part: Node) -> str:
        if self.value(part) is None:
            return NO_VALUE
        if isinstance(part, Field):
            return self._names[part.name].with_unit(self._figure(part, "number").text)
        self.tell_inside(part)
        style = part.style if isinstance(part, Named) else "number"
        return _with_measure(self._atom(part, style).text, style)

    def _figure(self, field: Field, style: Style) -> Phrase:
        return self._atom(field, "percent" if self._names[field.name].style == "percent" else style)

    def _atom(self, node: Node, style: Style) -> Phrase:
        """Give the phrase that is the value alone; values are written once, because most are shown several times."""
        memo = self._constants if isinstance(node, Number) else self._atoms
        known = memo.get((node, style))
        if known is None:
            known = memo[node, style] = atom(self.value(node), style)
        return known

    def _branch(self, choose: Choose) -> tuple[Node, Label]:
        """Give the branch that this unit falls into and its label, after telling what decided it."""
        for case in choose.cases:
            self.tell_inside(case.when)
            if self.value(case.when):
                return case.then, case.label
        if choose.otherwise is None:
            raise ValueError("a Choose without a value has no branch to explain")
        return choose.otherwise, choose.otherwise_label

    def _chosen(self, choose: Choose, style: Style) -> Phrase:
        branch, words = self._branch(choose)
        label = self.label(words)
        if label and label not in self.labels:
            self.labels.append(label)
        return self.phrase(branch, style)

    def _limited(self, whole: Node, terms: tuple[Node, ...], words: str, style: Style) -> Phrase:
        """Give the first term alone, or, where a limit takes its place, both."""
        value = self.number(whole)
        if self.number(terms[0]) == value:
            return self.phrase(terms[0], style)
        limit = next(term for term in terms if self.number(term) == value)
        if all(isinstance(term, Field) for term in terms):  # one of several figures is picked out: none limits another
            return self.phrase(limit, style)
        natural = self.concluded(terms[0], style)
        return Phrase(f"{natural}, {words} {self.concluded(limit, style)}", NOTED, shown_in_full(value, style))

    def _step(self, name: str, style: Style, term: Node) -> str:
        value = self.value(term)
        match term:
            case OfCluster(kind):
                if kind == "rank":
                    self.tell_inside(term.term)
                return self._cluster.step(term, name, style, self.number(term))
            case WholeSteps():
                return equation(name or "số lần tính", self._counted(term))
        if not isinstance(value, Fraction):
            self.tell_inside(term)
            return f"{name}: {shown(value, style)}"
        return _with_measure(equation(name, self.concluded(term, style)), style)

    def _counted(self, node: WholeSteps) -> str:
        count = self.phrase(node.term)
        quotient = self.number(node.term) / node.step
        if node.step != 1:
            count = divided(count, atom(node.step, "number"))
        noted = rounded(
            count,
            quotient,
            self.number(node),
            "number",
            lambda x: whole_steps(x, Fraction(1), node.direction),
            ROUNDED_TO_WHOLE[node.direction],
        )
        return conclude(noted, quotient, "number")


def _with_measure(text: str, style: Style) -> str:
    return f"{text} điểm" if style == "points" else text
