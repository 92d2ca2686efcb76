"""A congress and what leads to it: conferences of units, delegates, nominees."""

from datetime import date
from fractions import Fraction
from typing import Literal

from msgspec import Struct

NomineeKind = Literal["person", "group"]
AchievementScope = Literal["local", "provincial", "national"]


class ProgrammePart(Struct, frozen=True):
    """A part that the programmes of the conferences and of the congress must have."""

    id: str
    name: str


class UnitConference(Struct, frozen=True):
    """A unit's own conference. ``held_on`` None: not held; ``own_plan`` None: no plan of its own.

    ``sessions`` None: not noted. ``programme``: ids of the required parts that were held, None where not noted.
    """

    unit: str
    held_on: date | None
    sessions: int | None
    own_plan: str | None
    programme: tuple[str, ...] | None


class Estimate(Struct, frozen=True):
    """The approval of the estimate of costs."""

    approved_in: str
    approved_on: date
    approved_by: str


class CongressEvent(Struct, frozen=True):
    """The congress itself; ``held_on``, ``sessions``, ``programme`` as of a unit's conference.

    ``agreed_total``: delegates, as agreed in the document ``agreed_in``. ``estimate`` None: not approved.
    """

    held_on: date | None
    sessions: int | None
    programme: tuple[str, ...] | None
    agreed_total: int | None
    agreed_in: str | None
    estimate: Estimate | None


class StructureShare(Struct, frozen=True):
    """A group of delegates; ``share_from``: the least part of all delegates, 0 to 1, None where none is declared."""

    group: str
    share_from: Fraction | None


class Delegation(Struct, frozen=True):
    """The delegates that a unit named. ``by_group``: counts by the group's name as declared; one may be in several."""

    unit: str
    delegates: int
    by_group: tuple[tuple[str, int], ...]


class Nominee(Struct, frozen=True):
    """Who a unit puts forward. ``award``: as the unit words it, None where it asks for none."""

    id: str
    name: str
    kind: NomineeKind
    unit: str
    scope: AchievementScope
    has_solution: bool
    document: str | None
    attends_province: bool
    award: str | None


class Congress(Struct, frozen=True):
    """What one file says of a congress. ``event`` None: nothing about the congress itself.

    ``allocations``: seats by unit. A unit without a conference, seats or delegates is in none of the lists.
    """

    required_parts: tuple[ProgrammePart, ...] = ()
    conferences: tuple[UnitConference, ...] = ()
    event: CongressEvent | None = None
    allocations: tuple[tuple[str, int], ...] = ()
    structure: tuple[StructureShare, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    nominees: tuple[Nominee, ...] = ()
