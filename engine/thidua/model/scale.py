"""A scoring scale: sections, criteria, figures, evidence. All points are exact; nothing here depends on a unit."""

from datetime import date
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from thidua.model.figure import Figure
from thidua.model.terms import Terms, lowest_points

ScaleState = Literal["assumed", "draft", "consultation", "issued", "expired"]
WhenEvidenceMissing = Literal["no_points", "provisional", "pending"]


class Requirement(Struct, frozen=True):
    """A document that a criterion asks for. ``id``: the shared code, or the name itself where there is no code."""

    id: str
    name: str
    for_figure: str | None = None
    number_and_date_only: bool = False


class Criterion(Struct, frozen=True):
    """One criterion: standard points (at most, without bonus), the figures it needs and how points come from them.

    ``figures_from``: the criterion under which the same figures are reported; None: they are reported under this one.
    ``note``: what the author wants read beside the criterion; it changes no points.
    """

    id: str
    number: str
    name: str
    standard_points: Fraction
    bonus_cap: Fraction
    figures: tuple[Figure, ...]
    method: str
    terms: Terms
    evidence: tuple[Requirement, ...]
    when_evidence_missing: WhenEvidenceMissing
    figures_supplier: str | None
    points_giver: str | None
    basis: str
    replaces: tuple[str, ...] = ()
    figures_from: str | None = None
    note: str | None = None

    @property
    def reported_under(self) -> str:
        """The criterion under which the figures are reported."""
        return self.figures_from or self.id

    @property
    def lowest(self) -> Fraction:
        """The least points that the criterion can give."""
        return lowest_points(self.terms)

    @property
    def ceiling(self) -> Fraction:
        """The most points that the criterion can give."""
        return self.standard_points + self.bonus_cap

    def figure(self, figure_id: str) -> Figure | None:
        """A figure by its identifier."""
        return next((each for each in self.figures if each.id == figure_id), None)

    def achieved_by(self, target: Figure) -> Figure:
        """The figure of what is achieved of a target; where there is none, that figure itself."""
        if not target.id.endswith("target"):
            return target
        return self.figure(f"{target.id.removesuffix('target')}actual") or target


class Section(Struct, frozen=True):
    """A section (``nội dung``) and its criteria, in the order of the document. A cap that is None is no cap.

    What its author notes (``ghi chú``) of a section, a part or the whole scale stays in the file as a comment does:
    only a criterion's note is shown to others, so only that is one of the fields, hashed and compared.
    """

    id: str
    number: str
    name: str
    standard_points: Fraction
    criteria: tuple[Criterion, ...]
    weight: Fraction = Fraction(1)
    bonus_cap: Fraction | None = None
    penalty_cap: Fraction | None = None


class Class(Struct, frozen=True):
    """A class of the result, from a share of the total points on."""

    name: str
    least_share: Fraction


class Scale(Struct, frozen=True):
    """A whole scale.

    ``rounding``: decimals to which points are rounded half up, once: each criterion's, or only the total
    (``rounding_at``). ``not_applicable_mode`` None: the scale doesn't say, so nothing may be not applicable.
    ``classes`` from the highest share down.
    """

    id: str
    name: str
    state: ScaleState
    caution: str | None
    outline_after: str | None
    document: "Document | None"
    year: int | None
    data_from: date | None
    data_to: date | None
    total_points: Fraction
    bonus_inside_section: bool
    rounding: int
    sections: tuple[Section, ...]
    rounding_at: Literal["criterion", "total"] = "criterion"
    total_bonus_cap: Fraction | None = None
    total_penalty_cap: Fraction | None = None
    not_applicable_mode: Literal["convert", "full_points"] | None = None
    classes: tuple[Class, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria, in the order of the document."""
        return tuple(criterion for section in self.sections for criterion in section.criteria)


class Document(Struct, frozen=True):
    """The Decision that issued a scale."""

    number: str
    dated: date
    issuer: str
    subject: str | None
