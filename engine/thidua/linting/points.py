"""Points that can't be reached, are cut, fall where more is achieved, or are lost by a division by zero."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

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
from thidua.numerals.writing import format_number
from thidua.scoring.outlook import declared_range

# As many units as a cluster may well have: where units are compared, so many are looked at.
_CROWD = 30
_ACHIEVED = ("actual", "count", "achieved")


def outlook_of(piece: Piece, size: int = 1) -> Outlook:
    """What is possible of a piece while each figure is reported and within what is declared."""
    criterion = piece.frame.criterion.id
    ranges = {field_name(criterion, each.id): [Range(*declared_range(each)[:2], False, declared_range(each)[2])] * size
              for each in piece.figures}  # fmt: skip
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
        standard = format_number(piece.standard_points)
        yield subject.at(
            (*piece.path, "standard_points"), 247, most=format_number(most.high), example=example, standard=standard
        )


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
            told = {"points": format_number(min(above)), "ceiling": format_number(ceiling), "example": probes.told(row)}
            yield subject.at(path, 248, **told)
        missing = (row for row, each in zip(rows, points, strict=True) if each is None)
        found = next(((row, each) for row in missing if (each := _zero_divisor(probes, formula, row))), None)
        if found:
            row, divisor = found
            phrase = Wording(names_of(piece.frame)).phrase(divisor).text
            written = phrase.replace(" ", "_") if _is_figure(divisor) else phrase
            yield subject.at(path, 262, divisor=phrase, written=written, example=probes.told(row))


def lint_falls(subject: Subject) -> Iterator[Diagnostic]:
    """More achieved and fewer points, or, where less is better, less and fewer points."""
    for piece in subject.pieces:
        if piece.method not in ("bands", "formula"):
            continue
        probes = Probes(piece)
        tree = _rounded(probes.tree, subject)
        for name in probes.figures:
            if name.rpartition(".")[2] in _ACHIEVED:
                found = _fall(probes, name, tree)
                if found:
                    yield subject.at((*piece.path, "terms"), 249, **found)


def _fall(probes: Probes, name: str, tree: Node) -> dict[str, str] | None:
    rows = probes.rows(name)
    scored = [(row, each) for row, each in zip(rows, probes.points(rows, tree), strict=True) if each is not None]
    steps = [(after[1] - before[1], before, after) for before, after in pairwise(scored)]
    risen = sum((change for change, _, _ in steps if change > 0), Fraction(0))
    fallen = -sum((change for change, _, _ in steps if change < 0), Fraction(0))
    if not risen or not fallen:
        return None
    # What goes against the larger movement is the slip; the first of the largest steps that do is shown.
    more_is_better = risen >= fallen
    _, before, after = (min if more_is_better else max)(steps, key=lambda step: step[0])
    others = [each for each in probes.figures if each != name]
    verdict = "làm được nhiều hơn mà ít điểm hơn" if more_is_better else (
        "ở các mức khác số liệu càng thấp càng được nhiều điểm, riêng chỗ này ngược lại"
    )  # fmt: skip
    return {
        "one": probes.told(before[0], [name]), "points": format_number(before[1]),
        "other": probes.told(after[0], [name]), "less": format_number(after[1]),
        "beside": f" (với {probes.told(before[0], others)})" if others else "", "verdict": verdict,
    }  # fmt: skip


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
