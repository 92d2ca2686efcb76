"""The rows of a scale's workbook, sheet by sheet, in the order of the annex."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from thidua.scalebook.layout import (
    CRITERION,
    ITEM_FIELDS,
    NAMED,
    NUMBERED,
    PART,
    SECTION,
    SEPARATOR,
    SHEETS,
    field_path,
    formats,
    general_entries,
    item_shape,
    part_shapes,
    scale_shape,
    terms_shape,
)
from thidua.scalebook.outline import Group, Leaf, Listing, Outline, Path
from thidua.schemas.load import ListShape, ObjectShape, ScalarShape
from thidua.schemas.scalars import read_scalar
from thidua.vocabulary import key, word


class Row(Struct, frozen=True):
    """A row to be written.

    ``key``: by which it is known again, the path of what it shows; empty where there is none yet. ``texts``: what is
    written in the file, by column; ``formats``: the columns that may be filled, with the format of their values.
    ``shown``: what stands in the other columns.
    """

    sheet: str
    kind: str
    key: str
    texts: Mapping[str, str]
    formats: Mapping[str, str]
    shown: Mapping[str, str] = field(default_factory=dict)


def row_key(path: Path) -> str:
    """A path as text: ``sections/0/criteria/3``."""
    return "/".join(map(str, path))


def rows_of(scale: Group) -> Iterator[Row]:
    """All rows of all sheets."""
    yield from _general(scale)
    owners = list(_owners(scale))
    for each in owners:
        yield each.row
    scored = [each for each in owners if each.kind != SECTION]
    for each in scored:
        yield from _terms(each)
    for each in scored:
        yield from _evidence(each, _shared_names(scale))
    for each in scored:
        yield from _figures(each)
    for sheet in ("evidence_types", "classes"):
        shape = item_shape(scale_shape().keys[sheet])
        for index, item in enumerate(_items(scale, sheet)):
            yield _item_row(sheet, sheet, item, (sheet, index), shape)


def _general(scale: Group) -> Iterator[Row]:
    for label, (path, format_name) in general_entries().items():
        leaf = _leaf(scale, path)
        texts = {"value": leaf.text} if leaf else {}
        yield Row("general", label, row_key(path), texts, {"value": format_name}, {"entry": label})


class _Owner(Struct, frozen=True):
    """A section, criterion or part. ``address``: as other sheets name it; ``row``: its own."""

    kind: str
    address: str
    group: Group
    path: Path
    row: Row

    @property
    def name(self) -> str:
        found = _leaf(self.group, ("name",))
        return found.text if found else ""

    @property
    def method(self) -> str:
        return str(_typed(self.group, "method"))


def _owners(scale: Group) -> Iterator[_Owner]:
    for index, section in enumerate(_items(scale, "sections")):
        path: Path = ("sections", index)
        yield _owner(SECTION, section, path, "", "")
        inside = _text(section, "id")
        for place, criterion in enumerate(_items(section, "criteria")):
            found = _owner(CRITERION, criterion, (*path, "criteria", place), inside, "")
            yield found
            yield from _parts(found)


def _parts(owner: _Owner) -> Iterator[_Owner]:
    terms = owner.group.entries.get("terms")
    for index, part in enumerate(_items(terms, "parts") if isinstance(terms, Group) else ()):
        found = _owner(PART, part, (*owner.path, "terms", "parts", index), owner.address, f"{owner.address}/")
        yield found
        yield from _parts(found)


def _owner(kind: str, group: Group, path: Path, inside: str, prefix: str) -> _Owner:
    address = f"{prefix}{_text(group, 'id')}"
    allowed = formats(part_shapes()[kind], SHEETS["criteria"])
    texts = _texts(group, allowed)
    shown = {"row_kind": word("scale_row", kind), "inside": inside}
    return _Owner(kind, address, group, path, Row("criteria", kind, row_key(path), texts, allowed, shown))


def _terms(owner: _Owner) -> Iterator[Row]:
    if owner.kind == SECTION:
        return
    shape = terms_shape(part_shapes()[owner.kind], owner.method)
    terms = owner.group.entries.get("terms")
    written = terms.entries if isinstance(terms, Group) else {}
    for name, inside in shape.keys.items():
        shown = {"owner": owner.address, "owner_name": owner.name, "entry": key(name)}
        path: Path = (*owner.path, "terms", name)
        found = written.get(name)
        if isinstance(inside, ScalarShape):
            texts = {"value": found.text} if isinstance(found, Leaf) else {}
            yield Row("terms", name, "", texts, {"value": inside.format}, shown)
        elif isinstance(found, Listing) and name != "parts":
            for index, item in enumerate(found.items):
                yield _term_item(name, inside, item, (*path, index), shown)


def _term_item(name: str, shape: object, item: Outline, path: Path, shown: Mapping[str, str]) -> Row:
    if isinstance(item, Group) and isinstance(shape, ListShape) and isinstance(shape.items, ObjectShape):
        return _item_row("terms", name, item, path, shape.items, shown)
    text = item.text if isinstance(item, Leaf) else ""
    if name == NUMBERED:
        return Row(
            "terms", name, row_key(path), {"item_id": str(int(path[-1]) + 1), "value": text}, TERM_FORMATS[name], shown
        )
    return Row("terms", name, row_key(path), {"item_name": text}, TERM_FORMATS[name], shown)


TERM_FORMATS: Mapping[str, Mapping[str, str]] = {
    NUMBERED: {"item_id": "whole", "value": "number"},
    NAMED: {"item_name": "text"},
}
"""Of the lists of single values in the terms: the columns of a row."""


def _item_row(
    sheet: str, kind: str, group: Group, path: Path, shape: ObjectShape, shown: Mapping[str, str] | None = None
) -> Row:
    renamed = ITEM_FIELDS.get(kind, {})
    allowed = formats(shape, SHEETS[sheet], renamed)
    return Row(sheet, kind, row_key(path), _texts(group, allowed, renamed), allowed, shown or {})


def _evidence(owner: _Owner, names: Mapping[str, str]) -> Iterator[Row]:
    shape = item_shape(part_shapes()[CRITERION].keys["evidence"])
    for index, item in enumerate(_items(owner.group, "evidence")):
        full = names.get(_text(item, "evidence_type"), "")
        shown = {"owner": owner.address, "owner_name": owner.name, "full_name": full}
        yield _item_row("evidence", "evidence", item, (*owner.path, "evidence", index), shape, shown)


def _figures(owner: _Owner) -> Iterator[Row]:
    figures = owner.group.entries.get("figures")
    if not isinstance(figures, Group):
        return
    for name, figure in figures.entries.items():
        if isinstance(figure, Group):
            shown = {"owner": owner.address, "owner_name": owner.name, "figure_id": word("figure", name)}
            yield _item_row("figures", name, figure, (*owner.path, "figures", name), figure.shape, shown)


def _shared_names(scale: Group) -> dict[str, str]:
    return {_text(each, "id"): _text(each, "name") for each in _items(scale, "evidence_types")}


def _texts(group: Group, allowed: Mapping[str, str], renamed: Mapping[str, str] | None = None) -> dict[str, str]:
    by_column = {column: name for name, column in (renamed or {}).items()}
    found = {}
    for column, format_name in allowed.items():
        path = (by_column[column],) if column in by_column else field_path(column)
        if format_name == "ids":
            listed = group.entries.get(path[0])
            if isinstance(listed, Listing):
                found[column] = f"{SEPARATOR} ".join(each.text for each in listed.items if isinstance(each, Leaf))
            continue
        leaf = _leaf(group, path)
        if leaf:
            found[column] = leaf.text
    return found


def _items(group: Group, name: str) -> tuple[Group, ...]:
    found = group.entries.get(name)
    return tuple(each for each in found.items if isinstance(each, Group)) if isinstance(found, Listing) else ()


def _leaf(group: Group, path: tuple[str, ...]) -> Leaf | None:
    found: Outline | None = group
    for name in path:
        found = found.entries.get(name) if isinstance(found, Group) else None
    return found if isinstance(found, Leaf) else None


def _text(group: Group, name: str) -> str:
    found = _leaf(group, (name,))
    return found.text.strip() if found else ""


def _typed(group: Group, name: str) -> object:
    found = _leaf(group, (name,))
    return read_scalar(found.text, found.format, "") if found else None
