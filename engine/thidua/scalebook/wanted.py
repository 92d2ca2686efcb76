"""What a workbook asks the scale to be: groups, lists and texts by identifiers, each with its cell."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct, field

from thidua.diagnostics import Place


class Want(Struct, frozen=True):
    """A single value: its text as the file will have it, and its cell."""

    text: str
    format: str
    place: Place


class WantedItem(Struct, frozen=True):
    """An item of a list. ``key``: that of its row, empty for a new one; ``place``: its row."""

    value: "dict[str, Wanted] | Want"
    key: str
    place: Place


class WantedList(Struct, frozen=True):
    """A list; ``follows_order``: the order of the items is part of what is asked for."""

    items: list[WantedItem] = field(default_factory=list)
    follows_order: bool = False


Wanted: TypeAlias = "Want | WantedList | dict[str, Wanted]"
Path = tuple[str | int, ...]


def put_at(group: "dict[str, Wanted]", path: tuple[str, ...], value: "Wanted") -> None:
    """Put a value under keys, with the groups on the way."""
    for name in path[:-1]:
        inside = group.setdefault(name, {})
        if not isinstance(inside, dict):
            raise TypeError(f"{name} is no group")
        group = inside
    group[path[-1]] = value


def cells_of(wanted: "Wanted", path: Path = ()) -> Iterator[tuple[Path, Place]]:
    """The cell of every value, and the row of every item, by the path that it has in the new file."""
    match wanted:
        case Want():
            yield path, wanted.place
        case WantedList():
            for index, item in enumerate(wanted.items):
                yield (*path, index), item.place
                yield from cells_of(item.value, (*path, index))
        case _:
            yield from _cells_of_group(wanted, path)


def _cells_of_group(group: "Mapping[str, Wanted]", path: Path) -> Iterator[tuple[Path, Place]]:
    for name, each in group.items():
        yield from cells_of(each, (*path, name))
