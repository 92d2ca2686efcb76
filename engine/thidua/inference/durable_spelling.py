"""How fields and values are written for durable-rules, so that nothing in them can mislead it."""

from collections.abc import Iterable

from thidua.model.fact import Fact

LARGEST = 2**53
"""Whole numbers up to here are told apart by any double."""
MOST_FACTS = 300_000
"""durable-rules knows facts by 32 bits of their ids: up to here no two positions share them."""


class Spelling:
    """Values as durable-rules may see them: whole numbers that a double holds, and a token for anything else.

    Equal values have equal tokens and no token looks like a number, so that no length, letter or sign can mislead it.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._spelled: dict[int | str, int | str] = {}
        self._fields: dict[str, int] = {}
        self._tokens = 0
        self.unordered = {
            field
            for fact in facts
            for field, value in fact.values.items()
            if isinstance(value, int) and not -LARGEST <= value <= LARGEST
        }
        """Fields in which a value is too large to be told from its neighbours."""

    def of(self, value: int | str) -> int | str:
        """A value's spelling."""
        spelled = self._spelled.get(value)
        if spelled is None:
            spelled = self._spelled[value] = self._new(value)
        return spelled

    def _new(self, value: int | str) -> int | str:
        if isinstance(value, int) and -LARGEST <= value <= LARGEST:
            return int(value)
        self._tokens += 1
        return f"t{self._tokens}"

    def key(self, field: str) -> str:
        """A field's name in facts sent: never ``id`` or ``sid``, which mean something else to durable-rules."""
        return f"f{self._fields.setdefault(field, len(self._fields))}"
