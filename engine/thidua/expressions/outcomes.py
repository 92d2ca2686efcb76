"""What can happen in a tree: the branches of its choices, the edges between them, limits, things that are counted.

``possible`` lists what some figures may lead to, in reading order; ``reached`` what the figures of one unit did lead
to. Steps that only lead up to a value (a Named that is no part with points of its own) are not looked into.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from thidua.expressions.evaluate import Evaluation, Value
from thidua.expressions.narrowing import narrowed
from thidua.expressions.nodes import (
    Add,
    And,
    Choose,
    Compare,
    Divide,
    Field,
    Label,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Not,
    Number,
    Or,
    RoundHalfUp,
    Subtract,
)
from thidua.expressions.structure import children, depends_on_cluster
from thidua.expressions.view import View


class Outcome(Struct, frozen=True):
    """One thing that can happen at ``node``.

    ``branch``: the case at ``index`` of a Choose matches (the one after the last: otherwise); ``edge``: both sides of
    a condition are equal; ``limit``: the term at ``index`` of a Minimum or Maximum takes the place of the first;
    ``counted``: what the product counts is not zero.
    ``parts``: the names of the parts inside which it stands.
    """

    kind: Literal["branch", "edge", "limit", "counted"]
    node: Choose | Compare | Minimum | Maximum | Multiply
    index: int = 0
    parts: tuple[str, ...] = ()


def reached(tree: Node, evaluation: Evaluation, unit: int) -> Iterator[Outcome]:
    """What the figures of the unit at position ``unit`` lead to; nothing where the tree has no value for it."""

    def value(node: Node) -> Value:
        return evaluation.of(node)[unit]

    def walk(node: Node, parts: tuple[str, ...]) -> Iterator[Outcome]:
        if isinstance(node, Choose):
            index = next((i for i, case in enumerate(node.cases) if value(case.when)), len(node.cases))
            yield from _told(Outcome("branch", node, index, parts))
            yield from (Outcome("edge", edge, 0, parts) for edge in _edges(node, index) if value(edge))
            branch = _branch(node, index)
            if branch is not None:
                yield from walk(branch, parts)
            return
        if isinstance(node, Minimum | Maximum) and value(node) != value(node.terms[0]):
            index = next(i for i, term in enumerate(node.terms) if value(term) == value(node))
            yield from _told(Outcome("limit", node, index, parts))
        for counted in _counted(node):
            if value(counted.left):
                yield Outcome("counted", counted, 0, parts)
        for inner, names in _inside(node, parts):
            yield from walk(inner, names)

    if value(tree) is not None:
        yield from walk(tree, ())


def possible(tree: Node, view: View) -> Iterator[Outcome]:
    """What the figures of the only unit of a view may lead to, in reading order.

    Every limit is there, also one that can't take effect: bounds are too wide to tell.
    """

    def walk(node: Node, view: View, parts: tuple[str, ...]) -> Iterator[Outcome]:
        if isinstance(node, Choose):
            edges = list(_edges_in_reach(node, view))
            for index, inside in _branches(node, view):
                yield from _told(Outcome("branch", node, index, parts))
                branch = _branch(node, index)
                if branch is not None:
                    yield from walk(branch, inside, parts)
            yield from (Outcome("edge", edge, 0, parts) for edge in edges)
            return
        if isinstance(node, Minimum | Maximum):
            for index in range(1, len(node.terms)):
                yield from _told(Outcome("limit", node, index, parts))
        for counted in _counted(node):
            yield Outcome("counted", counted, 0, parts)
        for inner, names in _inside(node, parts):
            yield from walk(inner, view, names)

    yield from walk(tree, view, ())


def label_of(outcome: Outcome) -> Label:
    """The words that explain the branch of a choice; none where it has none."""
    node = outcome.node
    if not isinstance(node, Choose):
        return ()
    return node.cases[outcome.index].label if outcome.index < len(node.cases) else node.otherwise_label


def _told(outcome: Outcome) -> Iterator[Outcome]:
    """The outcome, unless there is nothing to tell it from: a choice with one value, a figure picked among several."""
    node = outcome.node
    if isinstance(node, Choose):
        if _is_between_values(node) and _branch(node, outcome.index) is not None:
            yield outcome
    elif not all(isinstance(term, Field) for term in children(node)):
        yield outcome


def _is_between_values(choose: Choose) -> bool:
    return len(choose.cases) + (choose.otherwise is not None) > 1


def _branch(choose: Choose, index: int) -> Node | None:
    return choose.cases[index].then if index < len(choose.cases) else choose.otherwise


def _branches(choose: Choose, view: View) -> Iterator[tuple[int, View]]:
    """The branches that the unit may fall into, each with a view in which its condition holds and none before it."""
    for index, case in enumerate(choose.cases):
        held = view.truths(case.when)
        inside, rows = narrowed(view, case.when, True, held)
        if rows:
            yield index, inside
        view, rows = narrowed(view, case.when, False, held)
        if not rows:
            return
    yield len(choose.cases), view


def _edges(choose: Choose, last: int) -> list[Compare]:
    """The edges in the conditions of a choice between values, up to the case at ``last``, each once."""
    if not _is_between_values(choose):
        return []
    return list(dict.fromkeys(edge for case in choose.cases[: last + 1] for edge in _edges_of(case.when)))


def _edges_of(condition: Node) -> Iterator[Compare]:
    """The edges as equalities. None that the other units move: to stand there is no figure of the unit's own."""
    match condition:
        case Compare(sign, left, right) if sign not in ("=", "!=") and not depends_on_cluster(condition):
            yield Compare("=", left, right)
        case And(terms) | Or(terms):
            for term in terms:
                yield from _edges_of(term)
        case Not(term) | Named(term):
            yield from _edges_of(term)
        case _:
            return


def _edges_in_reach(choose: Choose, view: View) -> Iterator[Compare]:
    """The edges at which the unit may stand and have a value, with no case before them matching."""
    if not _is_between_values(choose):
        return
    for index, case in enumerate(choose.cases):
        rest = Choose(choose.cases[index:], choose.otherwise)
        for edge in _edges_of(case.when):
            inside, rows = narrowed(view, edge, True, view.truths(edge))
            if rows and not inside.ranges(rest)[0].is_empty:
                yield edge
        view, rows = narrowed(view, case.when, False, view.truths(case.when))
        if not rows:
            return


def _counted(node: Node) -> list[Multiply]:
    """The pieces of a sum that are so many points for each of something."""
    if not isinstance(node, Add | Subtract):
        return []
    products = [term for term in children(node) if isinstance(term, Multiply)]
    return [each for each in products if isinstance(each.left, Field) and isinstance(each.right, Number)]


def _inside(node: Node, parts: tuple[str, ...]) -> list[tuple[Node, tuple[str, ...]]]:
    """What the value is made of, with the names of the parts that it stands in."""
    match node:
        case Named(term, name, style):
            return [(term, (*parts, name))] if style == "points" else []
        case Add() | Subtract() | Multiply() | Divide() | Minimum() | Maximum() | RoundHalfUp():
            return [(child, parts) for child in children(node)]
        case _:
            return []
