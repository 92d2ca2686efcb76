"""The nodes of a scoring formula: an immutable tree that is evaluated, explained and bounded elsewhere.

What a tree means is said in ``evaluate``. Formulas are built with ``+ - * /``; comparisons are nodes written out
(``Compare("<", a, b)``), because overloading ``==`` and ``<`` would break equality and hashing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias, cast

from msgspec import Struct

Sign: TypeAlias = Literal["<", "<=", "=", ">=", ">", "!="]
Direction: TypeAlias = Literal["down", "up"]
ClusterKind: TypeAlias = Literal["max", "min", "sum", "count", "rank"]
Style: TypeAlias = Literal["number", "percent", "points"]


class Expression(Struct, frozen=True, cache_hash=True):
    """What all nodes share: operators for building, and a hash that is worked out once, when a node is built.

    A total contains every criterion's tree: hashing it anew at each look-up in a memo would be quadratic.
    """

    def __post_init__(self) -> None:
        hash(self)  # of parts that remember theirs: a deep tree is never walked for it

    def __add__(self, other: Operand) -> Add:
        """Build a sum; ``a + b + c`` is one flat Add, so that a long sum is not a deep tree."""
        before = self.terms if isinstance(self, Add) else (lift(self),)
        return Add((*before, lift(other)))

    def __radd__(self, other: int | Fraction) -> Add:
        return Add((lift(other), lift(self)))

    def __sub__(self, other: Operand) -> Subtract:
        return Subtract(lift(self), lift(other))

    def __rsub__(self, other: int | Fraction) -> Subtract:
        return Subtract(lift(other), lift(self))

    def __mul__(self, other: Operand) -> Multiply:
        return Multiply(lift(self), lift(other))

    def __rmul__(self, other: int | Fraction) -> Multiply:
        return Multiply(lift(other), lift(self))

    def __truediv__(self, other: Operand) -> Divide:
        return Divide(lift(self), lift(other))

    def __rtruediv__(self, other: int | Fraction) -> Divide:
        return Divide(lift(other), lift(self))


Operand: TypeAlias = Expression | int | Fraction


def lift(value: Operand) -> Node:
    """Give the node of an operand: a whole number or a Fraction becomes a Number.

    Raises:
        TypeError: for anything else, above all a float, which is not exact.
    """
    if isinstance(value, Expression):
        return cast("Node", value)  # Node lists every subclass; the type checker cannot know that.
    if isinstance(value, int | Fraction):
        return Number(Fraction(value))
    raise TypeError(f"not exact or not an expression: {value!r}")


class Number(Expression, frozen=True):
    """A constant."""

    value: Fraction

    def __post_init__(self) -> None:
        if not isinstance(self.value, Fraction):
            raise TypeError(f"a Number holds a Fraction, not {self.value!r}")
        super().__post_init__()


class Field(Expression, frozen=True):
    """A figure that each unit reports, by the name of its column."""

    name: str


class _OfTerms(Expression, frozen=True):
    """A node over several terms: at least one, because nothing has no minimum, and no unit of measure."""

    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError(f"{type(self).__name__} needs at least one term")
        super().__post_init__()


class Add(_OfTerms, frozen=True):
    """The sum."""


class Subtract(Expression, frozen=True):
    """The left less the right."""

    left: Node
    right: Node


class Multiply(Expression, frozen=True):
    """The product."""

    left: Node
    right: Node


class Divide(Expression, frozen=True):
    """The exact quotient; by zero: missing."""

    left: Node
    right: Node


class Minimum(_OfTerms, frozen=True):
    """The least term. By convention the natural value comes first, what limits it after."""


class Maximum(_OfTerms, frozen=True):
    """The greatest term. By convention the natural value comes first, what limits it after."""


class Compare(Expression, frozen=True):
    """Whether the sign holds between two numbers."""

    sign: Sign
    left: Node
    right: Node


class And(_OfTerms, frozen=True):
    """Whether all terms hold (three-valued)."""


class Or(_OfTerms, frozen=True):
    """Whether any term holds (three-valued)."""


class Not(Expression, frozen=True):
    """Whether the term does not hold (three-valued)."""

    term: Node


class IsReported(Expression, frozen=True):
    """Whether the term, which may be any expression, has a value."""

    term: Node


class Case(Struct, frozen=True):
    """One arm of a Choose, with the words that explain it."""

    when: Node
    then: Node
    label: Label = ()


class Choose(Expression, frozen=True):
    """The first case whose condition holds, else ``otherwise`` (None: missing). An undecided condition is missing."""

    cases: tuple[Case, ...]
    otherwise: Node | None = None
    otherwise_label: Label = ()


class _InSteps(Expression, frozen=True):
    """A node that counts or rounds by a step above zero."""

    term: Node
    step: Fraction

    def __post_init__(self) -> None:
        if self.step <= 0:
            raise ValueError(f"{type(self).__name__} needs a step above zero, not {self.step}")
        super().__post_init__()


class WholeSteps(_InSteps, frozen=True):
    """The number of whole steps in the term: the floor (down) or the ceiling (up) of term ÷ step."""

    direction: Direction


class RoundHalfUp(_InSteps, frozen=True):
    """The nearest multiple of the step; a half goes away from zero."""


class OfCluster(Expression, frozen=True):
    """A value over the units whose term is known and for which ``where`` (None: always) holds."""

    kind: ClusterKind
    term: Node
    where: Node | None = None


class Named(Expression, frozen=True):
    """The term itself; an explanation shows it by its value and gives its arithmetic once, under its name."""

    term: Node
    name: str
    style: Style = "number"


Node: TypeAlias = (
    Number
    | Field
    | Add
    | Subtract
    | Multiply
    | Divide
    | Minimum
    | Maximum
    | Compare
    | And
    | Or
    | Not
    | IsReported
    | Choose
    | WholeSteps
    | RoundHalfUp
    | OfCluster
    | Named
)
Label: TypeAlias = tuple[str | Node, ...]
