"""What a kind of fact and its fields are."""

from msgspec import Struct

from thidua.vocabulary.term import Term


class FactField(Struct, frozen=True):
    """A field of a kind of fact. A fact without it has no value there: nothing compared with it is true."""

    term: Term
    type: str

    @property
    def identifier(self) -> str:
        """The field's name inside the program."""
        return self.term.identifier


class FactKind(Struct, frozen=True):
    """A kind of fact and its fields, in the order in which the documentation lists them."""

    term: Term
    fields: tuple[FactField, ...]

    def field(self, identifier: str) -> FactField | None:
        """A field by its identifier."""
        return next((each for each in self.fields if each.identifier == identifier), None)


def field(identifier: str, vietnamese: str, field_type: str, meaning: str) -> FactField:
    """A field with its words."""
    return FactField(Term(identifier, vietnamese, meaning), field_type)
