"""What the lints of a scale look at."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from thidua.diagnostics import Diagnostic, diagnose
from thidua.expressions import Node
from thidua.methods import METHODS, Frame
from thidua.model.figure import Figure
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import PartsTerms, Terms
from thidua.schemas import Path, Shaped


class Piece(Struct, frozen=True):
    """A criterion, or a part of one, that one method scores. ``path``: where it stands in its file."""

    frame: Frame
    method: str
    terms: Terms
    path: Path

    @property
    def tree(self) -> Node:
        """Its points, not rounded."""
        return METHODS[self.method].tree(self.terms, self.frame)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that its method reads."""
        return (self.frame.part or self.frame.criterion).figures

    @property
    def standard_points(self) -> Fraction:
        """Its own standard points."""
        return self.frame.standard_points


class Subject(Struct, frozen=True):
    """A scale that can be built, as written, and what stands beside it.

    ``others``: the other versions of its set in home; None where it isn't in home. ``cases``: the criteria that cases
    look at; None where a file is no scale of home's form, so that nobody would look for cases beside it.
    """

    scale: Scale
    written: Shaped
    others: tuple[Scale, ...] | None = None
    cases: frozenset[str] | None = None

    def at(self, path: Path, code: int, **fields: object) -> Diagnostic:
        """A diagnostic about what stands at a path."""
        return diagnose(code, self.written.place(path), **fields)

    @property
    def criteria(self) -> Iterator[tuple[Path, Criterion]]:
        """All criteria with their paths."""
        for index, section in enumerate(self.scale.sections):
            for place, criterion in enumerate(section.criteria):
                yield ("sections", index, "criteria", place), criterion

    @property
    def pieces(self) -> Iterator[Piece]:
        """All that one method scores: criteria, and in place of those with parts, the parts."""
        for path, criterion in self.criteria:
            if isinstance(criterion.terms, PartsTerms):
                for index, part in enumerate(criterion.terms.parts):
                    place = (*path, "terms", "parts", index)
                    yield Piece(Frame(criterion, part), part.method, part.terms, place)
            else:
                yield Piece(Frame(criterion), criterion.method, criterion.terms, path)
