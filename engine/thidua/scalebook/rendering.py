"""New entries and items as lines of YAML, in block style, without the indentation of where they go."""

from collections.abc import Iterator

from thidua.scalebook.wanted import Want, Wanted, WantedList
from thidua.splicing.scalars import written
from thidua.vocabulary import key

_PLAIN = "evidence_type"
_ORDER = (
    "id", "number", "name", "standard_points", "weight", "bonus_cap", "penalty_cap", "replaces", "figures_from",
    "measure", "decimals", "plausible_range", "figures", "method", "terms", "evidence", "when_evidence_missing",
    "figures_supplier", "points_giver", "basis", "note", "criteria",
)  # fmt: skip
"""Of a new criterion, section or part: the order in which the shipped scales have the keys."""


def entry_lines(name: str, value: Wanted) -> list[str]:
    """An entry of a mapping."""
    match value:
        case Want():
            return [f"{key(name)}: {written(value.text)}"]
        case WantedList():
            inside = (line for item in value.items for line in _item(item.value))
            return [f"{key(name)}:", *(f"  {line}" for line in inside)]
        case _:
            return [f"{key(name)}:", *(f"  {line}" for line in _entries(value))]


def item_lines(value: dict[str, Wanted] | Want) -> list[str]:
    """An item of a list, without its dash."""
    if isinstance(value, Want):
        return [written(value.text)]
    plain = value.get(_PLAIN)
    if set(value) == {_PLAIN} and isinstance(plain, Want) and " " in plain.text:
        return [written(plain.text)]
    return list(_entries(value))


def _item(value: dict[str, Wanted] | Want) -> list[str]:
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(item_lines(value))]


def _entries(group: dict[str, Wanted]) -> Iterator[str]:
    places = {name: place for place, name in enumerate(_ORDER)}
    for name in sorted(group, key=lambda each: places.get(each, -1)):
        yield from entry_lines(name, group[name])
