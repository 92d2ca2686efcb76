"""Figures worth trying: where a tree's conditions turn, a declared step beside them, between them, and the ends.

What is found by trying is a witness: figures that a unit may report, and what exactly comes out. That nothing is found
proves nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from thidua.expressions import (
    Compare,
    Divide,
    Evaluation,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Number,
    Subtract,
    depends_on_cluster,
)
from thidua.expressions.structure import parts
from thidua.linting.subject import Piece
from thidua.methods import NO_TARGET, field_name
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.scoring.outlook import declared_range

Row = Mapping[str, Fraction]
"""A value for each figure, by its id."""

_ZERO = Fraction(0)
# What people think in; the first that a figure may be is what the others are tried beside.
_ROUND = tuple(Fraction(each) for each in (100, 1000, 10, 50, 10_000, 1, 100_000, 1_000_000, 0))


class Probes:
    """Tries figures on the tree of a piece."""

    def __init__(self, piece: Piece) -> None:
        self.criterion = piece.frame.criterion.id
        self.figures = {figure.id: figure for figure in piece.figures}
        self.tree = piece.tree
        self.usual: Row = {figure.id: _usual(figure) for figure in piece.figures}

    def rows(self, varied: str) -> list[Row]:
        """The figures as usual, one of them ``varied``, from its least to its most."""
        return [{**self.usual, varied: value} for value in self.values(varied)]

    def all_rows(self) -> list[Row]:
        """The rows of every figure, and those with all figures at an end of what is declared."""
        ends = zip(*(_ends(figure) for figure in self.figures.values()), strict=True)
        rows = [row for name in self.figures for row in self.rows(name)]
        return [*rows, *(dict(zip(self.figures, side, strict=True)) for side in ends)]

    def values(self, varied: str) -> list[Fraction]:
        """What to try for one figure, in order."""
        figure = self.figures[varied]
        low, high, step = declared_range(figure)
        turns = set(self._turns(varied, step))
        near = {turn + shift for turn in turns for shift in (-step, _ZERO, step)}
        near |= {end for end in (low, high, self.usual[varied]) if end is not None}
        top = max(near)
        if high is None:
            near.add(2 * top + 10 * step)
        if low is None:
            near.add(min(near) - max(abs(top), step))
        near = {each for each in near if _within(each, low, high)}
        near |= {floor((one + other) / 2 / step) * step for one, other in pairwise(sorted(near))}
        return sorted(near | set(self._crossings(varied, sorted(near), step)))

    def points(self, rows: Sequence[Row], tree: Node | None = None) -> Sequence[Fraction | None]:
        """What comes out of each row; where units are compared, in a cluster with one that has the usual figures."""
        tree = self.tree if tree is None else tree
        if not depends_on_cluster(tree):
            return self._evaluation(rows).numbers(tree)
        return [self._evaluation([row, self.usual]).numbers(tree)[0] for row in rows]

    def told(self, row: Row, names: Iterable[str] | None = None) -> str:
        """``thực hiện 94%, kế hoạch 100%``."""
        wanted = self.figures if names is None else names
        return ", ".join(f"{self.figures[each].name} {figure_value(self.figures[each], row[each])}" for each in wanted)

    def _evaluation(self, rows: Sequence[Row]) -> Evaluation:
        columns: dict[str, Sequence[Fraction | None]] = {
            field_name(self.criterion, name): [row[name] for row in rows] for name in self.figures
        }
        columns[field_name(self.criterion, NO_TARGET)] = [_ZERO] * len(rows)
        return Evaluation(columns, len(rows))

    def _turns(self, varied: str, step: Fraction) -> Iterator[Fraction]:
        """Where a condition turns, or a divisor is zero, as far as it is linear in the figure; on the figure's grid."""
        usual = self.usual[varied]
        rows = [{**self.usual, varied: usual}, {**self.usual, varied: usual + max(step, Fraction(1))}]
        for difference in _differences(self.tree):
            first, second = self.points(rows, difference)
            if first is None or second is None or first == second:
                continue
            root = usual + first * (rows[1][varied] - usual) / (first - second)
            yield floor(root / step) * step
            yield ceil(root / step) * step

    def _crossings(self, varied: str, tried: Sequence[Fraction], step: Fraction) -> Iterator[Fraction]:
        """Where a difference that isn't linear in the figure is zero, or the two figures between which it would be."""
        for difference in _differences(self.tree):
            rows = [{**self.usual, varied: value} for value in tried]
            for (low, below), (high, above) in pairwise(zip(tried, self.points(rows, difference), strict=True)):
                if below is None or above is None or below * above >= 0:
                    continue
                while high - low > step:
                    middle = floor((low + high) / 2 / step) * step
                    (found,) = self.points([{**self.usual, varied: middle}], difference)
                    if found is None or middle <= low:
                        break
                    low, high = (middle, high) if found * below > 0 else (low, middle)
                yield low
                yield high


def _differences(tree: Node) -> list[Node]:
    """Expressions that are zero where the tree may turn."""
    found: dict[Node, None] = {}
    for part in parts(tree):
        match part:
            case Compare(_, left, right):
                found[_difference(left, right)] = None
            case Minimum(terms) | Maximum(terms):
                found.update((_difference(one, other), None) for one, other in pairwise(terms))
            case Divide(_, below):
                found[below] = None
    return [node for node in found if not isinstance(node, Number)]


def _difference(left: Node, right: Node) -> Node:
    plain = left
    while isinstance(plain, Named):
        plain = plain.term
    # A quotient is linear in what stands below it only once both sides are multiplied by that.
    if isinstance(plain, Divide):
        return Subtract(plain.left, Multiply(right, plain.right))
    return Subtract(left, right)


def _usual(figure: Figure) -> Fraction:
    low, high, _ = declared_range(figure)
    if figure.kind == "yes_no":
        return Fraction(1)
    found = next((each for each in _ROUND if _within(each, low, high)), None)
    return found if found is not None else low if low is not None else high or _ZERO


def _ends(figure: Figure) -> tuple[Fraction, Fraction]:
    low, high, _ = declared_range(figure)
    usual = _usual(figure)
    return usual if low is None else low, usual if high is None else high


def _within(value: Fraction, low: Fraction | None, high: Fraction | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)
