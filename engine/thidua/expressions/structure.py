"""What a tree is made of, apart from any values. Labels are words about a tree and no part of it."""

from collections.abc import Iterator
from typing import assert_never

from thidua.expressions.nodes import (
    Add,
    And,
    Choose,
    Compare,
    Divide,
    Field,
    IsReported,
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


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes that the value of ``node`` is worked out from, in reading order."""
    match node:
        case Number() | Field():
            return ()
        case Add(terms) | Minimum(terms) | Maximum(terms) | And(terms) | Or(terms):
            return terms
        case Subtract(left, right) | Multiply(left, right) | Divide(left, right) | Compare(_, left, right):
            return left, right
        case Not(term) | IsReported(term) | WholeSteps(term) | RoundHalfUp(term) | Named(term):
            return (term,)
        case OfCluster(_, term, where):
            return (term,) if where is None else (term, where)
        case Choose(cases, otherwise):
            arms = tuple(part for case in cases for part in (case.when, case.then))
            return arms if otherwise is None else (*arms, otherwise)
        case _:
            assert_never(node)


def fields_of(node: Node) -> frozenset[str]:
    """Give the names of the fields that the value depends on; a field shown only in a label is not one."""
    return frozenset(part.name for part in parts(node) if isinstance(part, Field))


def depends_on_cluster(node: Node) -> bool:
    """Say whether a unit's value may depend on the figures of other units."""
    return any(isinstance(part, OfCluster) for part in parts(node))


def parts(node: Node) -> Iterator[Node]:
    """Give ``node`` and everything under it, each once, however often it is shared."""
    seen: set[Node] = set()
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if part not in seen:
            seen.add(part)
            yield part
            waiting.extend(children(part))
