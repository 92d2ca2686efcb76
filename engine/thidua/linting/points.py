"""Points that can't be reached, are cut, or are lost by a division by zero."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.diagnostics import Diagnostic
from thidua.expressions import (
    Divide,
    Field,
    Maximum,
    Minimum,
    Named,
    Node,
    Outlook,
    Range,
    RoundHalfUp,
    depends_on_cluster,
)
from thidua.expressions.structure import parts
from thidua.formulas.words import Wording
from thidua.linting.probes import Probes, Row
from thidua.linting.subject import Piece, Subject
from thidua.methods import NO_TARGET, field_name
from thidua.methods.formula import names_of
from thidua.numerals.writing import format_number, is_exact
from thidua.scoring.outlook import any_figure

# As many units as a cluster may well have: where units are compared, so many are looked at.
_CROWD = 30


def outlook_of(piece: Piece, size: int = 1) -> Outlook:
    """What is possible of a piece while each figure is reported and within what is declared."""
    criterion = piece.frame.criterion.id
    ranges = {field_name(criterion, each.id): [any_figure(each)] * size for each in piece.figures}
    ranges[field_name(criterion, NO_TARGET)] = [Range.exactly(Fraction(0))] * size
    return Outlook(ranges, size)


def lint_reach(subject: Subject) -> Iterator[Diagnostic]:
    """Standard points that no figures within their declared limits give."""
    for piece in subject.pieces:
        tree = _rounded(piece.tree, subject)
        size = _CROWD if depends_on_cluster(tree) else 1
        most = outlook_of(piece, size).ranges(tree)[0]
        if most.is_empty or most.high is None or most.high >= piece.standard_points:
            continue
        probes = Probes(piece)
        rows = probes.all_rows()
        witness = next(
            (row for row, points in zip(rows, probes.points(rows, tree), strict=True) if points == most.high), None
        )
        example = f" (khi {probes.told(witness)})" if witness and not depends_on_cluster(tree) else ""
        limited = any(figure.least is not None or figure.most is not None for figure in piece.figures)
        told = {
            "bound": f"{'Theo giới hạn số liệu đã khai, nhiều nhất' if limited else 'Nhiều nhất'} được",
            "most": format_number(most.high),
            "standard": format_number(piece.standard_points),
        }
        yield subject.at((*piece.path, "standard_points"), 247, example=example, **told)


def lint_formulas(subject: Subject) -> Iterator[Diagnostic]:
    """Formulas that give more than may be given, and formulas that may divide by zero."""
    for piece in subject.pieces:
        if piece.method != "formula":
            continue
        probes = Probes(piece)
        rows, path = probes.all_rows(), (*piece.path, "terms", "formula")
        formula = _inside(probes.tree)
        ceiling = piece.frame.ceiling.value
        points = probes.points(rows, formula)
        above = [each for each in points if each is not None and each > ceiling]
        if above:
            row = rows[points.index(min(above))]
            least, places = min(above), subject.scale.rounding
            rounded = format_number(least, places)
            shown = format_number(least) if is_exact(least) or rounded == format_number(ceiling, places) else rounded
            told = {"points": shown, "ceiling": format_number(ceiling), "example": probes.told(row)}
            yield subject.at(path, 248, **told)
        missing = (row for row, each in zip(rows, points, strict=True) if each is None)
        found = next(((row, each) for row in missing if (each := _zero_divisor(probes, formula, row))), None)
        if found:
            row, divisor = found
            phrase = Wording(names_of(piece.frame)).phrase(divisor).text
            written = phrase.replace(" ", "_") if _is_figure(divisor) else phrase
            yield subject.at(path, 262, divisor=phrase, written=written, example=probes.told(row))


def _zero_divisor(probes: Probes, formula: Node, row: Row) -> Node | None:
    divisors = (part.right for part in parts(formula) if isinstance(part, Divide))
    return next((each for each in divisors if probes.points([row], each)[0] == 0), None)


def _is_figure(node: Node) -> bool:
    return isinstance(node.term if isinstance(node, Named) else node, Field)


def _inside(tree: Node) -> Node:
    """A formula as its author wrote it, without the least and the most points that it may give."""
    match tree:
        case Maximum((Minimum((formula, _)), _)):
            return formula
        case _:
            return tree


def _rounded(tree: Node, subject: Subject) -> Node:
    return RoundHalfUp(tree, Fraction(1, 10**subject.scale.rounding))
