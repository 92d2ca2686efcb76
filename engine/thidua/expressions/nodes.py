"""The nodes of a scoring formula: an immutable tree that is evaluated, explained and bounded elsewhere.

What a tree means is said in ``evaluate``. Formulas are built with ``+ - * /``; comparisons are nodes written out
(``Compare("<", a, b)``), because overloading ``==`` and ``<`` would break equality and hashing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, cast, dataclass_transform

Sign: TypeAlias = Literal["<", "<=", "=", ">=", ">", "!="]
Direction: TypeAlias = Literal["down", "up"]
ClusterKind: TypeAlias = Literal["max", "min", "sum", "count", "rank"]
Style: TypeAlias = Literal["number", "percent", "points"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def node(cls: type[T]) -> type[T]:
    """Make ``cls`` a frozen dataclass that is compared by its parts and hashes them once, when it is built.

    A total contains every criterion's tree: hashing it anew at each look-up in a memo would be quadratic.
    """
    made: Any = dataclass(frozen=True)(cls)
    made._hash_of_parts = made.__hash__
    made.__hash__ = Expression.__hash__
    return cast("type[T]", made)


class Expression:
    """What all nodes share: operators for building, and the remembered hash."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _hash_of_parts: ClassVar[Callable[[Expression], int]]
    _hash: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", self._hash_of_parts())

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Pickle the parts only: the hash of a text differs from process to process."""
        return type(self), tuple(getattr(self, part) for part in self.__match_args__)

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


@node
class Number(Expression):
    """A constant."""

    value: Fraction

    def __post_init__(self) -> None:
        if not isinstance(self.value, Fraction):
            raise TypeError(f"a Number holds a Fraction, not {self.value!r}")
        super().__post_init__()


@node
class Field(Expression):
    """A figure that each unit reports, by the name of its column."""

    name: str


class _OfTerms(Expression):
    """A node over several terms: at least one, because nothing has no minimum, and no unit of measure."""

    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError(f"{type(self).__name__} needs at least one term")
        super().__post_init__()


@node
class Add(_OfTerms):
    """The sum."""

    terms: tuple[Node, ...]


@node
class Subtract(Expression):
    """The left less the right."""

    left: Node
    right: Node


@node
class Multiply(Expression):
    """The product."""

    left: Node
    right: Node


@node
class Divide(Expression):
    """The exact quotient; by zero: missing."""

    left: Node
    right: Node


@node
class Minimum(_OfTerms):
    """The least term. By convention the natural value comes first, what limits it after."""

    terms: tuple[Node, ...]


@node
class Maximum(_OfTerms):
    """The greatest term. By convention the natural value comes first, what limits it after."""

    terms: tuple[Node, ...]


@node
class Compare(Expression):
    """Whether the sign holds between two numbers."""

    sign: Sign
    left: Node
    right: Node


@node
class And(_OfTerms):
    """Whether all terms hold (three-valued)."""

    terms: tuple[Node, ...]


@node
class Or(_OfTerms):
    """Whether any term holds (three-valued)."""

    terms: tuple[Node, ...]


@node
class Not(Expression):
    """Whether the term does not hold (three-valued)."""

    term: Node


@node
class IsReported(Expression):
    """Whether the term, which may be any expression, has a value."""

    term: Node


@dataclass(frozen=True)
class Case:
    """One arm of a Choose, with the words that explain it."""

    when: Node
    then: Node
    label: Label = ()


@node
class Choose(Expression):
    """The first case whose condition holds, else ``otherwise`` (None: missing). An undecided condition is missing."""

    cases: tuple[Case, ...]
    otherwise: Node | None = None
    otherwise_label: Label = ()


class _InSteps(Expression):
    """A node that counts or rounds by a step above zero."""

    step: Fraction

    def __post_init__(self) -> None:
        if self.step <= 0:
            raise ValueError(f"{type(self).__name__} needs a step above zero, not {self.step}")
        super().__post_init__()


@node
class WholeSteps(_InSteps):
    """The number of whole steps in the term: the floor (down) or the ceiling (up) of term ÷ step."""

    term: Node
    step: Fraction
    direction: Direction


@node
class RoundHalfUp(_InSteps):
    """The nearest multiple of the step; a half goes away from zero."""

    term: Node
    step: Fraction


@node
class OfCluster(Expression):
    """A value over the units whose term is known and for which ``where`` (None: always) holds."""

    kind: ClusterKind
    term: Node
    where: Node | None = None


@node
class Named(Expression):
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
