"""Find the place that a change means: ``thu-ngan-sach.mức điểm.cứ thiếu 1% thì trừ`` in what was read of a scale."""

from collections.abc import Iterator

from msgspec import Struct

from thidua.comparison.draft_items import called, position
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.schemas.load import ListShape, ObjectShape, ScalarShape, Shape, root_shape
from thidua.schemas.shape import Path
from thidua.vocabulary import fold, key, nearest, spellings_of_words

_MOST_LISTED = 12


class Target(Struct):
    """A single value in a group or a list. ``before``: what stands there, None for a key that the file lacks.

    ``path``: English keys and indices.
    """

    inside: Mapping | Sequence
    index: int | None
    term: Scalar
    path: Path
    before: Node | None

    def put(self, value: Scalar) -> None:
        """Put a value there."""
        if isinstance(self.inside, Sequence):
            self.inside.items[self.index or 0] = value
        elif self.index is None:
            self.inside.entries.append((Scalar(self.term.text, False, value.line, 1), value))
        else:
            self.inside.entries[self.index] = (self.inside.entries[self.index][0], value)


class Unfound(Struct, frozen=True):
    """Why no place is meant: a number of the catalogue, what fills its message, and at which segment."""

    code: int
    segment: int
    fields: tuple[tuple[str, str], ...]


class _Group(Struct):
    """A group of keys with its shape; ``where``: how messages call it."""

    node: Mapping
    shape: ObjectShape
    path: Path
    where: str


def find_target(root: Node, segments: tuple[str, ...]) -> Target | Unfound:
    """The value that is meant. The first segment is a criterion or a section, or empty or a key for the whole scale."""
    whole = root_shape("scale")
    if not isinstance(root, Mapping):
        return Unfound(621, 0, (("id", segments[0]), ("suggestion", "Sửa tệp thang điểm trước.")))
    scale = _Group(root, whole, (), "Thang điểm")
    groups = dict(_groups(scale))
    first = segments[0].strip()
    if first in groups:
        return _in_group(groups[first], segments, 1)
    if first and fold(first) not in whole.spellings:
        if numbered := _by_number(groups, segments):
            return numbered
        known = [*groups, *(key(each) for each in whole.keys)]
        guess = nearest(first, known)
        suggestion = f"Có phải là “{guess}”?" if guess else "Xem mã tiêu chí trong tệp thang điểm."
        return Unfound(621, 0, (("id", first), ("suggestion", suggestion)))
    return _in_group(scale, segments, 0 if first else 1)


def _groups(scale: _Group) -> Iterator[tuple[str, _Group]]:
    """The criteria and sections by id."""
    for section in _items(scale, "sections"):
        yield from _named(section, "Nội dung")
        for criterion in _items(section, "criteria"):
            yield from _named(criterion, "Tiêu chí")


def _by_number(groups: dict[str, _Group], segments: tuple[str, ...]) -> Unfound | None:
    """That a criterion or section was called by its number, the longest that fits, and what its id is."""
    ids = {fold(number): each for each, group in groups.items() if (number := _text(group, "number"))}
    for end in range(len(segments) - 1, 0, -1):
        number, rest = (".".join(each.strip() for each in part) for part in (segments[:end], segments[end:]))
        if found := ids.get(fold(number)):
            suggestion = f"{groups[found].where} mang số mục {number}; ghi bằng mã: {found}.{rest}."
            return Unfound(621, 0, (("id", number), ("suggestion", suggestion)))
    return None


def _items(group: _Group, name: str) -> Iterator[_Group]:
    listed, found = group.shape.keys.get(name), _entry(group, name)
    if not isinstance(listed, ListShape) or not isinstance(listed.items, ObjectShape) or found is None:
        return
    node = group.node.entries[found][1]
    for index, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        if isinstance(item, Mapping):
            yield _Group(item, listed.items, (*group.path, name, index), "")


def _named(group: _Group, kind: str) -> Iterator[tuple[str, _Group]]:
    identifier = _text(group, "id")
    if identifier:
        group.where = f"{kind} “{identifier}”"
        yield identifier, group


def _entry(group: _Group, identifier: str) -> int | None:
    """The position of a key in a group, None where it lacks it."""
    spellings = group.shape.spellings
    found = (
        index for index, (term, _) in enumerate(group.node.entries) if spellings.get(fold(term.text)) == identifier
    )
    return next(found, None)


def _text(group: _Group, identifier: str) -> str:
    found = _entry(group, identifier)
    value = None if found is None else group.node.entries[found][1]
    return value.text.strip() if isinstance(value, Scalar) else ""


def _in_group(group: _Group, segments: tuple[str, ...], at: int) -> Target | Unfound:
    if at >= len(segments):
        return _not_single(segments[at - 1].strip() or "thang điểm", group.shape, at - 1)
    written = segments[at].strip()
    identifier = group.shape.spellings.get(fold(written))
    if identifier is None:
        return _unknown_key(group, written, at)
    inner = _shape_of(group, identifier)
    position, path = _entry(group, identifier), (*group.path, identifier)
    before = None if position is None else group.node.entries[position][1]
    last = at == len(segments) - 1
    if isinstance(inner, ScalarShape) and last:
        return Target(group.node, position, Scalar(written, False, 0, 0), path, before)
    if last:
        return _not_single(key(identifier), inner, at)
    if isinstance(inner, ObjectShape) and isinstance(before, Mapping):
        return _in_group(
            _Group(before, inner, path, f"“{key(identifier)}” của {group.where.lower()}"), segments, at + 1
        )
    if isinstance(inner, ListShape) and isinstance(before, Sequence):
        return _in_list(before, inner, path, key(identifier), segments, at + 1)
    suggestion = f"Tệp chưa có “{key(identifier)}” ở đây, hoặc đó là một giá trị; sửa thẳng trong tệp."
    return Unfound(622, at, (("where", group.where), ("key", ".".join(segments[at:])), ("suggestion", suggestion)))


def _shape_of(group: _Group, identifier: str) -> Shape | None:
    """The shape of a key; that of the terms depends on the method."""
    if identifier not in group.shape.chosen:
        return group.shape.keys.get(identifier)
    selector, shapes = group.shape.chosen[identifier]
    return shapes.get(spellings_of_words(selector).get(fold(_text(group, selector)), ""))


def _in_list(
    node: Sequence, shape: ListShape, path: Path, name: str, segments: tuple[str, ...], at: int
) -> Target | Unfound:
    written = segments[at].strip()
    found = called(node, shape, written)
    if len(found) != 1:
        problem = f"{len(found)} phần tử trùng cách gọi này" if found else "không có phần tử nào được gọi như vậy"
        known = "; ".join(position(node, shape, index) for index in (found or range(len(node.items)))[:_MOST_LISTED])
        return Unfound(623, at, (("key", name), ("item", written), ("problem", problem), ("known", known)))
    item, place = node.items[found[0]], (*path, found[0])
    if at == len(segments) - 1:
        if isinstance(item, Scalar):
            return Target(node, found[0], Scalar(written, False, 0, 0), place, item)
        return _not_single(f"{name} {written}", shape.items, at)
    where = f"“{name}”, phần tử {written},"
    if isinstance(item, Mapping) and isinstance(shape.items, ObjectShape):
        return _in_group(_Group(item, shape.items, place, where), segments, at + 1)
    wrong = (("where", where), ("key", segments[at + 1]), ("suggestion", "Ghi thẳng giá trị của phần tử."))
    return Unfound(622, at + 1, wrong)


def _not_single(name: str, shape: Shape | None, at: int) -> Unfound:
    known = ", ".join(key(each) for each in shape.keys) if isinstance(shape, ObjectShape) else "số thứ tự của phần tử"
    return Unfound(624, max(at, 0), (("key", name), ("known", known)))


def _unknown_key(group: _Group, written: str, at: int) -> Unfound:
    known = {key(each): key(each) for each in group.shape.keys}
    for identifier in group.shape.chosen:
        inner = _shape_of(group, identifier)
        if isinstance(inner, ObjectShape):
            known.update({key(each): f"{key(identifier)}.{key(each)}" for each in inner.keys})
    guess = nearest(written, known)
    suggestion = f"Có phải là “{known[guess]}”?" if guess else f"Các mục ở đây: {', '.join(known.values())}."
    return Unfound(622, at, (("where", group.where), ("key", written), ("suggestion", suggestion)))
