"""Experts' cases: figures in, points and status out, and the clause that each defends."""

from fractions import Fraction

from msgspec import Struct


class CaseUnit(Struct, frozen=True):
    """One unit of a case and what must come out. ``points`` None: there must be no points."""

    name: str
    figures: tuple[tuple[str, Fraction], ...]
    evidence_complete: bool
    source_pending: bool
    without_target: bool
    not_applicable: bool
    points: Fraction | None
    status: str


class Case(Struct, frozen=True):
    """A case on one criterion; several units where points depend on the whole cluster. ``line`` in ``file``."""

    name: str
    criterion: str
    basis: str
    units: tuple[CaseUnit, ...]
    file: str
    line: int
