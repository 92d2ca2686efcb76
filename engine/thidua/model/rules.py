"""Rules over facts: conditions, what follows from them, how ties are broken, which award a place is proposed for.

Nothing here reads a file or a clock: a rule is plain values, so that it can be sent to another process.
"""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct

Level = Literal["note", "explain", "blocking"]
Action = Literal["raise_finding", "points_not_agreed", "suspend", "exclude"]
AnsweredBy = Literal["unit", "supplier", "head", "conference"]
Operator = Literal["equals", "differs", "greater", "less", "at_least", "at_most", "one_of"]

MOST_CONDITIONS = 16
"""More conditions in a rule never fire in durable-rules."""
MOST_RULES = 500
"""Somewhat fewer than durable-rules can hold."""


class Reference(Struct, frozen=True):
    """A field of a fact, by the name of the condition that the fact meets."""

    name: str
    field: str


class Test(Struct, frozen=True):
    """A comparison of a fact's field.

    ``value``: a whole number in the field's scale, a text, several of these (``one_of``), or a field of this or an
    earlier condition's fact. Where either side has no value the test is false, whatever the operator.
    """

    __test__ = False  # not one of pytest's

    field: str
    operator: Operator
    value: int | str | tuple[int | str, ...] | Reference


class Either(Struct, frozen=True):
    """True where all tests of at least one of the groups are."""

    groups: tuple[tuple["Test | Either", ...], ...]


class Condition(Struct, frozen=True):
    """One fact of a kind for which all tests are true. ``name``: how the rule calls that fact."""

    name: str
    kind: str
    tests: tuple[Test | Either, ...]


class Rule(Struct, frozen=True):
    """Whenever there are facts that meet all conditions, ``action`` follows, told by ``message``.

    ``answered_by``: who must act on it. ``message``: texts and fields in the order in which they are said.
    ``effective_to`` is its last day. ``replaces``: ids of rules of earlier versions that it took the place of.
    """

    id: str
    name: str
    conditions: tuple[Condition, ...]
    action: Action
    level: Level
    message: tuple[str | Reference, ...]
    basis: str
    effective_from: date | None = None
    effective_to: date | None = None
    note: str | None = None
    answered_by: AnsweredBy = "unit"
    replaces: tuple[str, ...] = ()

    CAME_LATER: ClassVar = frozenset(("replaces",))

    def is_in_force(self, day: date | None) -> bool:
        """Whether the rule holds on a day; one with dates doesn't where the day is not known."""
        return in_force(self.effective_from, self.effective_to, day)


def in_force(first: date | None, last: date | None, day: date | None) -> bool:
    """Whether a day is within a time; what has a time doesn't hold where the day is not known."""
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


class TieBreak(Struct, frozen=True):
    """One step for units with equal totals; the higher value goes first.

    ``by``: points of a section or a criterion (``of`` its id), at least so large a share of women (``share``), or the
    order that the conference agreed.
    """

    by: Literal["section_points", "criterion_points", "women_share", "conference"]
    of: str | None = None
    share: Fraction | None = None
    basis: str | None = None


class AwardRule(Struct, frozen=True):
    """What the unit at a place is proposed for. ``ballot_share``: the least share of all council members in favour.

    ``assumed``: the kind of award is in no source of this cluster.
    """

    place: int
    award: str
    basis: str
    ballot_share: Fraction | None = None
    assumed: bool = False
    effective_from: date | None = None
    effective_to: date | None = None

    def is_in_force(self, day: date | None) -> bool:
        """As a rule's."""
        return in_force(self.effective_from, self.effective_to, day)


class RuleSet(Struct, frozen=True):
    """A version of the rules. ``ties_assumed``: in no source of this cluster."""

    id: str
    name: str
    caution: str | None
    rules: tuple[Rule, ...]
    tie_breaks: tuple[TieBreak, ...] = ()
    ties_assumed: bool = False
    awards: tuple[AwardRule, ...] = ()

    @property
    def depends_on_day(self) -> bool:
        """Whether a rule or an award holds only for a time."""
        dated: tuple[Rule | AwardRule, ...] = (*self.rules, *self.awards)
        return any(each.effective_from or each.effective_to for each in dated)
