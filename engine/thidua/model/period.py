"""A scoring period: who is scored, by which scale, from which files."""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct

from thidua.model.award_dossier import AwardDossier
from thidua.model.conference import Ballot, Comparison, Conclusion, Registration, Session, Violation
from thidua.model.congress import Congress
from thidua.model.dossier import EvidenceItem
from thidua.model.outline import Outline
from thidua.model.paper_form import PaperForm

Stage = Literal["self", "verified", "agreed", "adopted"]


class Member(Struct, frozen=True):
    """A member unit; ``aliases`` are other spellings of its name in outside files. ``women_share``: of 0 to 1."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    women_share: Fraction | None = None


class Deadline(Struct, frozen=True):
    """A day by which papers are due: the last day that is still in time."""

    id: str
    name: str
    last_day: date
    asks_for: tuple[str, ...]
    recipients: tuple[str, ...]
    basis: str | None


class Source(Struct, frozen=True):
    """Figures or points from an outside body. ``figures``: by unit, criterion and figure; empty while pending."""

    id: str
    name: str
    supplier: str
    received: bool
    criteria: tuple[str, ...]
    evidence: tuple[EvidenceItem, ...]
    data_from: date | None = None
    data_to: date | None = None
    figures: tuple[tuple[str, str, str, Fraction], ...] = ()


class Exemption(Struct, frozen=True):
    """A criterion that does not apply to a unit, or for which it was given no target; with the clause that says so."""

    criterion: str
    unit: str
    basis: str


class Adjustment(Struct, frozen=True):
    """Points that people decided, other than those computed. ``stage`` agreed settles what verified left in dispute.

    ``old_points``: those computed when it was decided, None where not noted. ``unit_reply``: the unit's disagreement.
    """

    unit: str
    criterion: str
    stage: Literal["verified", "agreed"]
    old_points: Fraction | None
    new_points: Fraction
    decided_by: str
    decided_on: date
    reason: str
    decided_in: str
    unit_reply: str | None


class Period(Struct, frozen=True):
    """A period with its outside sources; members in the order of the document.

    ``rules``: the id of the rule set. ``registrations`` None: the period has no such file, so nothing is known of them.
    ``congress`` None: no such file either.
    ``adopted_result``: the path, as written, of the result that the conference adopted.
    ``outline``: that of the units' reports; ``award_dossier``: the papers by which awards are proposed.
    ``paper_form``: what stands at the head and the end of papers; None: the period doesn't say.
    """

    id: str
    name: str
    assumed_data: bool
    caution: str | None
    source_note: str | None
    scale: str | None
    year: int | None
    data_from: date | None
    data_to: date | None
    reviewed_on: date | None
    stage: Stage
    members: tuple[Member, ...]
    head: str | None
    deputy: str | None
    deadlines: tuple[Deadline, ...]
    sources: tuple[Source, ...]
    no_target: tuple[Exemption, ...]
    not_applicable: tuple[Exemption, ...]
    adjustments: tuple[Adjustment, ...] = ()
    rules: str | None = None
    registrations: tuple[Registration, ...] | None = None
    comparisons: tuple[Comparison, ...] = ()
    violations: tuple[Violation, ...] = ()
    sessions: tuple[Session, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    adopted_result: str | None = None
    congress: Congress | None = None
    paper_form: PaperForm | None = None
    outline: Outline | None = None
    award_dossier: AwardDossier | None = None

    CAME_LATER: ClassVar = frozenset(("congress", "paper_form", "outline", "award_dossier"))

    @property
    def has_concluded(self) -> bool:
        """Whether the conference has: it noted conclusions, or the result was adopted."""
        return bool(self.conclusions) or self.stage == "adopted"

    def member(self, unit_id: str) -> Member | None:
        """A member by its id."""
        return next((each for each in self.members if each.id == unit_id), None)
