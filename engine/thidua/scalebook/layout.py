"""The sheets of a scale's workbook: their columns, and which field of the scale stands in which."""

from collections.abc import Mapping
from typing import Final

from thidua.schemas.load import ListShape, ObjectShape, ScalarShape, Shape, root_shape
from thidua.vocabulary import FORM_LISTS, key, word

ROW_KEY: Final = "row_key"

SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    "general": (ROW_KEY, "entry", "value"),
    "criteria": (
        ROW_KEY,
        "row_kind",
        "inside",
        "id",
        "number",
        "name",
        "standard_points",
        "weight",
        "bonus_cap",
        "penalty_cap",
        "method",
        "measure",
        "decimals",
        "range_from",
        "range_to",
        "figures_from",
        "when_evidence_missing",
        "figures_supplier",
        "points_giver",
        "basis",
        "replaces",
        "note",
    ),
    "terms": (
        ROW_KEY,
        "owner",
        "owner_name",
        "entry",
        "item_id",
        "item_name",
        "from_edge",
        "above_edge",
        "to_edge",
        "below_edge",
        "value",
        "measure",
        "range_from",
        "range_to",
    ),
    "evidence": (
        ROW_KEY,
        "owner",
        "owner_name",
        "evidence_type",
        "full_name",
        "for_figure",
        "number_and_date_only",
    ),
    "figures": (
        ROW_KEY,
        "owner",
        "owner_name",
        "figure_id",
        "display_name",
        "measure",
        "decimals",
        "range_from",
        "range_to",
    ),
    "evidence_types": (ROW_KEY, "id", "name"),
    "classes": (ROW_KEY, "name", "from_edge"),
}
"""The columns of each sheet, from A on."""

SHOWN_ONLY: Final = frozenset(("owner_name", "full_name"))
"""Columns that only show what is edited elsewhere."""
ADDRESSES: Final = frozenset((ROW_KEY, "row_kind", "inside", "owner", "entry", "figure_id"))
"""Columns that say what a row is."""

FILLED: Final = frozenset(each for columns in SHEETS.values() for each in columns) - ADDRESSES - SHOWN_ONLY
"""Columns that hold what a row says."""

SEPARATOR: Final = ";"
"""Between the ids in one cell of ``replaces``."""

# Columns that share a heading with none of the keys, or stand for a field by another name.
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "range_from": ("plausible_range", "from_edge"),
    "range_to": ("plausible_range", "to_edge"),
}
ITEM_FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "bands": {"points": "value"},
    "bonuses": {"id": "item_id", "name": "item_name", "points_each": "value"},
    "penalties": {"id": "item_id", "name": "item_name", "points_lost_each": "value"},
    "awards": {"id": "item_id", "name": "item_name", "points_each": "value"},
    "grades": {"grade": "item_name", "share": "value"},
}
"""Of each list in the terms whose items are groups: the columns of fields that stand in others than their own."""
NUMBERED: Final = "points_by_rank"
NAMED: Final = "givers"

SECTION, CRITERION, PART = "section", "criterion", "part"


def field_path(column: str) -> tuple[str, ...]:
    """The keys under which a column's field stands in its row's group."""
    return _FIELDS.get(column, (column,))


_OWN_HEADINGS: Final = frozenset(term.identifier for term in FORM_LISTS["scale_column"])


def heading(column: str) -> str:
    """The heading of a column."""
    found = word("scale_column", column) if column in _OWN_HEADINGS else key(column)
    return found[:1].upper() + found[1:]


def scale_shape() -> ObjectShape:
    """The shape of a scale."""
    return root_shape("scale")


def item_shape(shape: Shape | None) -> ObjectShape:
    """The shape of the items of a list of groups."""
    if not isinstance(shape, ListShape) or not isinstance(shape.items, ObjectShape):
        raise TypeError(f"no list of groups: {shape}")
    return shape.items


def part_shapes() -> Mapping[str, ObjectShape]:
    """The shapes of the rows of the sheet of criteria, by their kind."""
    section = item_shape(scale_shape().keys["sections"])
    criterion = item_shape(section.keys["criteria"])
    parts = terms_shape(criterion, "parts")
    return {SECTION: section, CRITERION: criterion, PART: item_shape(parts.keys["parts"])}


def figures_shape() -> dict[str, ObjectShape]:
    """The shape of each figure that may be declared."""
    figures = part_shapes()[CRITERION].keys["figures"]
    found = figures.keys.items() if isinstance(figures, ObjectShape) else ()
    return {name: shape for name, shape in found if isinstance(shape, ObjectShape)}


def terms_shape(owner: ObjectShape, method: str) -> ObjectShape:
    """The shape of the terms of a method."""
    found = owner.chosen["terms"][1][method]
    if not isinstance(found, ObjectShape):
        raise TypeError(method)
    return found


def formats(shape: ObjectShape, columns: tuple[str, ...], renamed: Mapping[str, str] | None = None) -> dict[str, str]:
    """The columns that a group fills, each with the format of its values."""
    by_column = {column: name for name, column in (renamed or {}).items()}
    found: dict[str, str] = {}
    for column in columns:
        if column in ADDRESSES or column in SHOWN_ONLY:
            continue
        inside: Shape | None = shape
        for name in (by_column[column],) if column in by_column else field_path(column):
            inside = inside.keys.get(name) if isinstance(inside, ObjectShape) else None
        if isinstance(inside, ScalarShape):
            found[column] = inside.format
        elif isinstance(inside, ListShape) and isinstance(inside.items, ScalarShape):
            found[column] = "ids"
    return found


def general_entries() -> dict[str, tuple[tuple[str, ...], str]]:
    """The rows of the sheet of general data: for each label the path of its field and the format."""
    shape = scale_shape()
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for name, inside in shape.keys.items():
        if isinstance(inside, ScalarShape) and name != "file_type":
            found[key(name)] = ((name,), inside.format)
        elif isinstance(inside, ObjectShape):
            for each, field in inside.keys.items():
                if isinstance(field, ScalarShape):
                    found[f"{key(name)}: {key(each)}"] = ((name, each), field.format)
    return found
