"""Totals and places when one criterion's points are multiplied: all such variants at once, by the trees of the sums.

A variant changes its own section only, so the pieces of the sections are added up once and then corrected.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from thidua.comparison.scaled_points import ScaledPoints
from thidua.expressions import Evaluation, Field, Node
from thidua.model.scale import Criterion, Section
from thidua.scoring.totals import Pieces, converted, piece_of, points_field, raw_of, section_of

_ZERO = Fraction(0)
_PIECES = ("base", "bonus", "penalty")
Numbers = list[Fraction]


def scaled_ranks(scaled: ScaledPoints, variants: Sequence[tuple[Criterion, Fraction]]) -> list[list[int | None]]:
    """By variant, the places of all units, in the members' order; None where a unit takes none."""
    totals = scaled_totals(scaled, variants)
    size = len(scaled.units)
    return [_ranks(scaled, totals[start : start + size]) for start in range(0, len(totals), size)]


def scaled_totals(scaled: ScaledPoints, variants: Sequence[tuple[Criterion, Fraction]]) -> Numbers:
    """The totals of all units under the first variant, then under the second, and so on."""
    table = _Stacked(scaled).columns(variants)
    found = Evaluation(table, len(variants) * len(scaled.units)).of(_total(scaled))
    return [value if isinstance(value, Fraction) else _ZERO for value in found]


def _total(scaled: ScaledPoints) -> Node:
    """The tree of the total over the pieces of the sections."""
    trees = []
    for section in scaled.scale.sections:
        base, bonus, penalty, standard = (Field(_name(section, each)) for each in (*_PIECES, "standard"))
        trees.append((section_of(Pieces(base, bonus, penalty), section, scaled.scale, standard), section.weight))
    return converted(raw_of(trees, scaled.scale), Field("applicable"), Field("whole"), scaled.scale)


def _name(section: Section, what: str) -> str:
    return f"{section.id}.{what}"


class _Stacked:
    """The columns of all variants, one below the other."""

    def __init__(self, scaled: ScaledPoints) -> None:
        self.scaled = scaled
        self.size = len(scaled.units)
        self.section = {each.id: section for section in scaled.scale.sections for each in section.criteria}
        self.pieces = {each.id: self.pieces_of(each, Fraction(1)) for each in scaled.scale.criteria}
        self.sums = {
            _name(section, name): self.added([self.pieces[each.id][name] for each in section.criteria])
            for section in scaled.scale.sections
            for name in _PIECES
        }
        self.applicable = self.added(
            [self.applying(each, each.standard_points * self.section[each.id].weight) for each in scaled.scale.criteria]
        )

    def columns(self, variants: Sequence[tuple[Criterion, Fraction]]) -> Mapping[str, Numbers]:
        table: dict[str, Numbers] = {}
        for variant in variants:
            for name, column in self.of(*variant):
                table.setdefault(name, []).extend(column)
        return table

    def of(self, criterion: Criterion, factor: Fraction) -> Iterator[tuple[str, Numbers]]:
        own, now = self.section[criterion.id], self.pieces_of(criterion, factor)
        more = criterion.standard_points * (factor - 1)
        for section in self.scaled.scale.sections:
            for name in _PIECES:
                column = self.sums[_name(section, name)]
                before = self.pieces[criterion.id][name]
                changed = [a - b + c for a, b, c in zip(column, before, now[name], strict=True)]
                yield _name(section, name), changed if section is own else column
            yield (
                _name(section, "standard"),
                [section.standard_points + (more if section is own else _ZERO)] * self.size,
            )
        applying = self.applying(criterion, more * own.weight)
        yield "applicable", [a + b for a, b in zip(self.applicable, applying, strict=True)]
        yield "whole", [self.scaled.scale.total_points + more * own.weight] * self.size

    def pieces_of(self, criterion: Criterion, factor: Fraction) -> dict[str, Numbers]:
        """What a criterion adds to its section's base, bonus and penalty, by unit."""
        points = {points_field(criterion.id): self.scaled.points(criterion, factor)}
        evaluation = Evaluation(points, self.size)
        pieces = piece_of(self.scaled.criterion(criterion, factor))
        nodes = zip(_PIECES, (pieces.base, pieces.bonus, pieces.penalty), strict=True)
        return {
            name: [value if isinstance(value, Fraction) else _ZERO for value in evaluation.of(node)]
            for name, node in nodes
        }

    def applying(self, criterion: Criterion, points: Fraction) -> Numbers:
        return [points if applies else _ZERO for applies in self.scaled.applies[criterion.id]]

    def added(self, parts: Sequence[Numbers]) -> Numbers:
        return [sum((part[index] for part in parts), _ZERO) for index in range(self.size)]


def _ranks(scaled: ScaledPoints, totals: Numbers) -> list[int | None]:
    ranked = [total for unit, total in zip(scaled.units, totals, strict=True) if unit.rank is not None]
    return [
        None if unit.rank is None else 1 + sum(other > total for other in ranked)
        for unit, total in zip(scaled.units, totals, strict=True)
    ]
