"""theo công thức: points by a formula of the criterion's own over its figures."""

from collections.abc import Mapping
from typing import Final

from thidua.expressions import Compare, Field, Maximum, Minimum, Named, Node, fields_of, lift
from thidua.formulas.parser import parse_formula
from thidua.formulas.problems import FormulaProblem
from thidua.methods.frame import Frame, field_name
from thidua.model.figure import Figure
from thidua.model.terms import FormulaTerms
from thidua.vocabulary import LISTS, key

__all__ = [
    "FormulaProblem",
    "condition_or_number",
    "figures_of",
    "formula",
    "names_of",
    "parse_formula",
    "percent_figures",
]

# A level is the place of a word in a list: not a number to calculate with.
_NOT_NUMBERS: Final = frozenset(("level",))

_TERMS: Final = {term.identifier: (term.vietnamese, *term.spellings) for term in LISTS["figure"]}


def formula(terms: FormulaTerms, frame: Frame) -> Node:
    """The value of the formula, from zero up to the standard points plus the bonus cap.

    Unit:    points.
    Missing: where a figure that decides is missing, or a division is by zero.
    Source:  the clause in the criterion's ``basis``.

    Raises:
        ValueError: for a formula that ``parse_formula`` refuses; the scale was checked before.
    """
    tree = parse_formula(terms.formula, names_of(frame), percent_figures(frame))
    if isinstance(tree, tuple):
        raise ValueError(f"a formula with {len(tree)} problems: {terms.formula}")
    return Maximum((Minimum((tree, frame.ceiling)), lift(0)))


def names_of(frame: Frame) -> Mapping[str, Node]:
    """What the names in a criterion's formula mean; of each figure the name that reports use comes first."""
    figures = [(figure, _node(figure, frame)) for figure in _figures(frame) if figure.kind not in _NOT_NUMBERS]
    names: dict[str, Node] = {}
    for figure, node in figures:
        names.setdefault(figure.name, node)
    for figure, node in figures:
        own_id = _own_id(figure, frame)
        for name in (*_TERMS.get(own_id, ()), own_id):
            names.setdefault(name, node)
    names.setdefault(key("standard_points"), Named(frame.standard, key("standard_points")))
    names.setdefault(key("bonus_cap"), Named(frame.bonus_cap, key("bonus_cap")))
    return names


def percent_figures(frame: Frame) -> frozenset[Node]:
    """The figures measured in percent: 97.5 and not 0.975."""
    return frozenset(_node(figure, frame) for figure in _figures(frame) if figure.kind == "percent")


def figures_of(text: str, names: Mapping[str, Node]) -> tuple[str, ...]:
    """The fields that the value depends on, in the order of ``names``; none where the formula can't be read."""
    tree = parse_formula(text, names)
    used = frozenset[str]() if isinstance(tree, tuple) else fields_of(tree)
    known = (field for node in names.values() for field in sorted(fields_of(node)))
    return tuple(dict.fromkeys(field for field in known if field in used))


def _figures(frame: Frame) -> tuple[Figure, ...]:
    return frame.part.figures if frame.part else frame.criterion.figures


def _own_id(figure: Figure, frame: Frame) -> str:
    return figure.id.removeprefix(f"{frame.part.id}.") if frame.part else figure.id


def _node(figure: Figure, frame: Frame) -> Node:
    return condition_or_number(Field(field_name(frame.criterion.id, figure.id)), figure.kind == "yes_no")


def condition_or_number(field: Field, yes_no: bool) -> Node:
    """What a figure's name stands for: one that is yes or no is a condition."""
    return Compare("=", field, lift(1)) if yes_no else field
