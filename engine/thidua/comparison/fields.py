"""Comparing two things field by field, and telling all fields of one, from one table of fields."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from thidua.comparison.change import ChangeKind, Difference, Side
from thidua.comparison.saying import capital
from thidua.vocabulary import key

NOT_SAID = "không quy định"


class Field(Struct, frozen=True):
    """A field, or several that are told as one.

    ``name``: as JSON has it; ``get``: its value; ``say``: a value that is not None in words; ``absent``: the words for
    None; ``covers``: the model's fields that it tells.
    """

    name: str
    label: str
    get: Callable[[Any], Any]
    say: Callable[[Any], str]
    absent: str
    covers: tuple[str, ...]
    kind: ChangeKind = "changed"

    def side(self, value: Any) -> Side:
        """What a version says here."""
        return Side(self.name, self.label, value, self.absent if value is None else self.say(value))


def field(
    name: str, say: Callable[[Any], str], label: str | None = None, absent: str = NOT_SAID, kind: ChangeKind = "changed"
) -> Field:
    """One field of the model, called what the vocabulary calls it unless ``label`` says otherwise."""
    called = capital(key(name)) if label is None else label
    return Field(name, called, lambda thing: getattr(thing, name), say, absent, (name,), kind)


def joined(
    name: str, covers: tuple[str, ...], say: Callable[[Any], str], label: str | None = None, absent: str = NOT_SAID
) -> Field:
    """Several fields of the model told as one; None where all of them are."""

    def get(thing: Any) -> Any:
        values = tuple(getattr(thing, each) for each in covers)
        return None if all(value is None for value in values) else values

    return Field(name, capital(key(name)) if label is None else label, get, say, absent, covers)


def compare_fields(table: Sequence[Field], old: Any, new: Any) -> Iterator[Difference]:
    """The fields in which two things differ, in the table's order."""
    for each in table:
        before, after = each.get(old), each.get(new)
        if before != after:
            yield Difference(each.kind, each.side(before), each.side(after))


def tell_fields(table: Sequence[Field], thing: Any) -> Iterator[Side]:
    """All fields of one thing that have a value; what is not the case goes without saying."""
    return (each.side(value) for each in table if (value := each.get(thing)) not in (None, ()) and value is not False)
