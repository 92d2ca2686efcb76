"""The values of facts in the words of messages, and figures as facts show them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from thidua.model.fact import Fact
from thidua.model.period import Period
from thidua.model.rules import Reference
from thidua.model.scale import Scale
from thidua.numerals.writing import format_number, format_percent
from thidua.vocabulary import FACT_KINDS, FactField, word
from thidua.vocabulary.facts import POINTS_SCALE, SHARE_SCALE

NO_VALUE = "(không ghi)"


def words_of(period: Period, scale: Scale | None) -> "FactWords":
    """The words for the facts of a period."""
    units = {member.id: member.name for member in period.members}
    criteria = scale.criteria if scale else ()
    return FactWords(units, {criterion.id: f"{criterion.number} {criterion.name}" for criterion in criteria})


class FactWords:
    """Says the fields of facts: names for ids (which stand themselves where they have none), points with a decimal
    comma, days as dd/mm/yyyy."""

    def __init__(self, units: Mapping[str, str], criteria: Mapping[str, str]) -> None:
        self.units = units
        self.criteria = criteria

    def message(self, parts: tuple[str | Reference, ...], facts: dict[str, Fact]) -> str:
        """What a rule says of the facts that it matched, by their names in the rule."""
        return "".join(
            part if isinstance(part, str) else self.field(facts[part.name], part.field) for part in parts
        ).strip()

    def field(self, fact: Fact, identifier: str) -> str:
        """One field of a fact in words."""
        field = FACT_KINDS[fact.kind].field(identifier)
        value = fact.values.get(identifier)
        return NO_VALUE if field is None or value is None else self.value(field, value)

    def value(self, field: FactField, value: int | str) -> str:
        """What a field holds in words."""
        match field.type:
            case "unit":
                return self.units.get(str(value), str(value))
            case "criterion":
                return self.criteria.get(str(value), str(value))
            case "points":
                return format_number(Fraction(int(value), POINTS_SCALE))
            case "percent":
                # Cut, not rounded: 79,996% must not read 80%.
                return format_percent(Fraction(int(value) * 10**4 // SHARE_SCALE, 10**4))
            case "day":
                return date.fromordinal(int(value)).strftime("%d/%m/%Y")
            case "yes_no":
                return word("yes_no", str(value))
            case "whole":
                return format_number(Fraction(int(value)))
            case kind if kind.startswith("word:"):
                return word(kind.removeprefix("word:"), str(value))
            case _:
                return str(value)
