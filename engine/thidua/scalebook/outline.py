"""A scale's file as it is written: texts by identifiers, with their places. What the workbook shows and changes."""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from thidua.schemas.load import ListShape, ObjectShape, ScalarShape, Shape, root_shape
from thidua.schemas.scalars import read_scalar
from thidua.splicing.spans import Spanned, SpannedMapping, SpannedScalar, SpannedSequence
from thidua.vocabulary import fold

Path = tuple[str | int, ...]


class Leaf(Struct, frozen=True):
    """A single value as written; ``format`` as in the schema."""

    text: str
    format: str
    at: SpannedScalar


class Group(Struct, frozen=True):
    """Keys by identifier, in the order of the file, which is that of ``at.entries``.

    ``at`` is a scalar where a bare value stands for the whole group.
    """

    entries: "dict[str, Outline]"
    shape: ObjectShape
    at: SpannedMapping | SpannedScalar


class Listing(Struct, frozen=True):
    """A list."""

    items: "tuple[Outline, ...]"
    shape: ListShape
    at: SpannedSequence


Outline: TypeAlias = Leaf | Group | Listing


def outline_of(root: Spanned) -> Group:
    """The outline of a scale that can be built; TypeError or KeyError for anything else."""
    found = _outline(root, root_shape("scale"))
    if not isinstance(found, Group):
        raise TypeError("a scale's file is a mapping")
    return found


def leaves(node: Outline, path: Path = ()) -> Iterator[tuple[Path, Leaf]]:
    """All single values with their paths."""
    match node:
        case Leaf():
            yield path, node
        case Group(entries):
            for name, each in entries.items():
                yield from leaves(each, (*path, name))
        case Listing(items):
            for index, each in enumerate(items):
                yield from leaves(each, (*path, index))


def shape_of(group: ObjectShape, identifier: str, method: str | None = None) -> Shape | None:
    """The shape of what a key holds; None where the key has no place here. ``method``: that of the group."""
    if identifier in group.chosen:
        return group.chosen[identifier][1].get(method or "")
    return group.keys.get(identifier)


def _outline(node: Spanned, shape: Shape) -> Outline:
    if isinstance(shape, ScalarShape) and isinstance(node, SpannedScalar):
        return Leaf(node.text, shape.format, node)
    if isinstance(shape, ListShape) and isinstance(node, SpannedSequence):
        return Listing(tuple(_outline(each, shape.items) for each in node.items), shape, node)
    if isinstance(shape, ObjectShape) and isinstance(node, SpannedScalar) and shape.plain:
        return Group({shape.plain: _outline(node, shape.keys[shape.plain])}, shape, node)
    if isinstance(shape, ObjectShape) and isinstance(node, SpannedMapping):
        return _group(node, shape)
    raise TypeError(f"{node.start} does not fit {shape}")


def _group(node: SpannedMapping, shape: ObjectShape) -> Group:
    named = [(shape.spellings[fold(key.text)], value) for key, value in node.entries]
    method = next((value for name, value in named if name == "method"), None)
    chosen = read_scalar(method.text, "word:method", "") if isinstance(method, SpannedScalar) else None
    entries = {}
    for name, value in named:
        inside = shape_of(shape, name, chosen)
        if inside is None:
            raise KeyError(name)
        entries[name] = _outline(value, inside)
    return Group(entries, shape, node)
