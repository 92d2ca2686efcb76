"""Experts' cases of rules: facts in, whether the rule finds something, and the clause that each defends."""

from datetime import date

from msgspec import Struct

from thidua.model.fact import Fact


class RuleCase(Struct, frozen=True):
    """A case on one rule. ``fires``: it must find something; ``message``: in these words, None where not said.

    ``reviewed_on``: the day on which the rules must be in force; None: any.
    """

    name: str
    rule: str
    basis: str
    facts: tuple[Fact, ...]
    fires: bool
    message: str | None
    reviewed_on: date | None
    file: str
    line: int
