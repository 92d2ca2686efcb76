"""What people did beside the points: registered, were found at fault, met, voted, concluded."""

from datetime import date
from fractions import Fraction
from typing import Literal

from msgspec import Struct

SessionKind = Literal["preparatory", "official"]
BallotAbout = Literal["leading_unit", "second_unit", "next_head", "next_deputy"]
RecheckResult = Literal["done", "partly_done", "not_done", "not_rechecked"]
ViolationState = Literal["under_review", "confirmed", "cleared"]


class RegisteredContent(Struct, frozen=True):
    """Something that a unit registered to do, and what the re-check (``phúc tra``) found of it."""

    id: str
    name: str
    result: RecheckResult
    rechecked_on: date | None
    document: str | None


class RegisteredTarget(Struct, frozen=True):
    """A target that a unit registered for a figure of a criterion. ``half_year``: what was achieved by mid-year."""

    criterion: str
    figure: str
    value: Fraction
    half_year: Fraction | None


class Registration(Struct, frozen=True):
    """A unit's registration (``đăng ký thi đua``) and signed pledge (``giao ước``); a day is None where it didn't."""

    unit: str
    registered_on: date | None
    signed_on: date | None
    document: str | None = None
    recipients: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    contents: tuple[RegisteredContent, ...] = ()
    targets: tuple[RegisteredTarget, ...] = ()


class Comparison(Struct, frozen=True):
    """A document from which a figure of all criteria must be taken (a pledge, a resolution, a report).

    ``figure``: a word of the list ``figure``. ``figures``: by unit, criterion and figure (``target``, in a part
    ``so-vu.target``); only those criteria and figures are compared that stand in it for some unit.
    """

    id: str
    name: str
    figure: str
    basis: str | None
    figures: tuple[tuple[str, str, str, Fraction], ...] = ()


class Violation(Struct, frozen=True):
    """A matter under review or concluded. ``kind``: a word of the list ``violation_kind``."""

    unit: str
    kind: str
    state: ViolationState
    matter: str
    began_on: date
    ended_on: date | None
    document: str | None


class Session(Struct, frozen=True):
    """A session of the conference with minutes. ``summoned`` and ``present`` count persons."""

    kind: SessionKind
    held_on: date
    place: str | None
    summoned: int
    present: int
    chair: str | None
    secretary: str | None
    document: str | None


class Ballot(Struct, frozen=True):
    """One ballot on one unit. ``total_members``: all who may vote, also those absent."""

    about: BallotAbout
    unit: str
    held_on: date
    total_members: int
    issued: int
    collected: int
    valid: int
    agreed: int
    document: str | None


class Conclusion(Struct, frozen=True):
    """A place as the conference decided it, with its reason."""

    place: int
    unit: str
    reason: str
    decided_on: date
    document: str
