"""A result as ``thidua score --format json -o FILE`` saved it, and whatever of it can be compared with another."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from thidua.model.dossier import EvidenceItem
from thidua.model.figure import Figure


class Version(Struct, frozen=True):
    """Which version of something was used: its id and the hash of its built model."""

    id: str
    hash: str


class RunCriterion(Struct, frozen=True):
    """A criterion's result for one unit. ``points`` None: none yet, which is not zero.

    ``figures`` and ``documents`` None: saved by an older program, which kept only the points. ``weight``: of the
    section, 1 where it isn't known. ``missing``: the names of documents that are still asked for.
    """

    id: str
    number: str
    name: str
    status: str
    points: Fraction | None
    least: Fraction
    most: Fraction
    standard: Fraction
    ceiling: Fraction
    self_points: Fraction | None
    verified: Fraction | None
    agreed: Fraction | None
    supplier: str
    weight: Fraction
    figures: Mapping[str, Fraction | None] | None
    documents: tuple[EvidenceItem, ...] | None
    missing: tuple[str, ...]
    unit_reply: str | None
    unit_explanation: str | None

    @property
    def weighted(self) -> Fraction:
        """What it adds to the total before caps and conversion."""
        return (self.points or Fraction(0)) * self.weight


class RunUnit(Struct, frozen=True):
    """A unit's result. ``eligibility`` None: no rules were run; then ``place`` is the rank by points."""

    id: str
    name: str
    total: Fraction | None
    provisional: bool
    least: Fraction
    most: Fraction
    place: int | None
    state: str
    eligibility: str | None
    result_class: str | None
    criteria: tuple[RunCriterion, ...]

    def criterion(self, criterion_id: str) -> RunCriterion | None:
        """Its result in a criterion."""
        return next((each for each in self.criteria if each.id == criterion_id), None)


class RunFinding(Struct, frozen=True):
    """What a rule found. ``unit`` and ``criterion`` None: about the cluster, about no criterion."""

    rule: str
    level: str
    unit: str | None
    criterion: str | None
    message: str
    basis: str

    @property
    def about(self) -> tuple[str, str | None, str | None]:
        """What stays the same where only the words of a finding change."""
        return self.rule, self.unit, self.criterion


class RunPlace(Struct, frozen=True):
    """First or second place. ``units``: all that share it; ``decided``: the unit that the conference gave it to."""

    place: int
    units: tuple[str, ...]
    certain: bool
    decided: str | None


class RunAward(Struct, frozen=True):
    """A proposal. ``met`` False: ``missing`` says what is still asked of the unit; ``unit`` None: not known yet."""

    place: int
    award: str
    unit: str | None
    met: bool
    missing: tuple[str, ...]


class Run(Struct, frozen=True):
    """A whole result. ``scale`` None: there are only rules. ``figures``: what figures are called, by criterion.

    What is None was not saved by an older program: the period's name, findings, places, awards. ``as_written``: whether
    its file is as the program wrote it, None where that can't be told.
    """

    program: str
    notices: tuple[str, ...]
    period: Version
    period_name: str | None
    stage: str
    scale: Version | None
    rules: Version | None
    figures: Mapping[str, tuple[Figure, ...]]
    units: tuple[RunUnit, ...]
    findings: tuple[RunFinding, ...] | None
    places: tuple[RunPlace, ...] | None
    awards: tuple[RunAward, ...] | None
    as_written: bool | None = None

    @property
    def tells_causes(self) -> bool:
        """Whether figures and documents were saved with the points."""
        return all(each.figures is not None for unit in self.units for each in unit.criteria)

    def unit(self, unit_id: str) -> RunUnit | None:
        """The result of a unit."""
        return next((each for each in self.units if each.id == unit_id), None)

    def figure(self, criterion: str, figure: str) -> Figure | None:
        """What a figure is called and measured in."""
        return next((each for each in self.figures.get(criterion, ()) if each.id == figure), None)
