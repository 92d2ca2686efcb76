"""The rows of the sheet of terms: each to its key in the terms of its criterion or part."""

from thidua.diagnostics import diagnose
from thidua.scalebook.fields import UNKNOWN_ROW, Fields, one_of
from thidua.scalebook.layout import ITEM_FIELDS, NUMBERED, SECTION, heading, part_shapes, terms_shape
from thidua.scalebook.owners import Owner, Owners
from thidua.scalebook.rows import TERM_FORMATS
from thidua.scalebook.taking import Taken
from thidua.scalebook.wanted import WantedItem, WantedList
from thidua.schemas.load import ListShape, ObjectShape, ScalarShape, Shape
from thidua.vocabulary import fold, key, spellings_of_keys, word

_PARTS = "parts"


def ask_for_term(fields: Fields, row: Taken, owner: Owner) -> None:
    """Put what a row says into the terms of its owner; one without a method of its own was told already."""
    method = owner.method
    if owner.kind == SECTION or method is None:
        return
    shape = terms_shape(part_shapes()[owner.kind], method)
    name = spellings_of_keys(tuple(shape.keys)).get(fold(row.text("entry")))
    if name is not None and name != _PARTS:
        _take(fields, row, owner, name, shape.keys[name])
    elif row.is_filled:
        problem = f"Mục “{row.text('entry')}” không có trong mức điểm của cách chấm {word('method', method)}."
        known = [key(each) for each in shape.keys if each != _PARTS]
        fields.fail(row, "entry", problem, one_of(row.text("entry"), known))


def put_ranks_in_order(fields: Fields, owners: Owners) -> None:
    """Points by rank in the order of the ranks, which must be 1, 2, 3 …"""
    for owner in owners.scored():
        listed = owner.inside("terms").get(NUMBERED)
        if not isinstance(listed, WantedList):
            continue
        ranks = [int(each.key) if each.key.isdigit() else 0 for each in listed.items]
        if sorted(ranks) != list(range(1, len(ranks) + 1)):
            problem = f"Các hạng của “{key(NUMBERED)}” là {', '.join(map(str, ranks))}."
            remedy = f"Cột “{heading('item_id')}” ghi hạng 1, 2, 3 …, mỗi hạng một dòng, không bỏ cách."
            place = listed.items[0].place
            fields.diagnostics.append(diagnose(UNKNOWN_ROW, place, problem=problem, remedy=remedy))
        order = sorted(range(len(ranks)), key=lambda index: ranks[index])
        listed.items[:] = [WantedItem(listed.items[each].value, "", listed.items[each].place) for each in order]


def _take(fields: Fields, row: Taken, owner: Owner, name: str, shape: Shape) -> None:
    called = key(name)
    if isinstance(shape, ScalarShape):
        _take_value(fields, row, owner, name, shape)
        return
    if isinstance(shape, ListShape) and isinstance(shape.items, ObjectShape):
        item = fields.item(row, shape.items, ITEM_FIELDS[name], called)
    else:
        item = _single(fields, row, name, called)
    if item:
        owner.list_in("terms", name, follows_order=name == NUMBERED).items.append(item)


def _take_value(fields: Fields, row: Taken, owner: Owner, name: str, shape: ScalarShape) -> None:
    terms, called = owner.inside("terms"), key(name)
    fields.refuse_others(row, {"value"}, called)
    wanted = fields.want(row, "value", shape.format, called)
    if wanted and name in terms:
        fields.fail(row, "entry", f"Mục “{called}” của tiêu chí này có hai dòng.", "Xóa một dòng.")
    elif wanted:
        terms[name] = wanted


def _single(fields: Fields, row: Taken, name: str, called: str) -> WantedItem | None:
    """An item of a list of single values: a rank's points (its key is the rank), somebody who gives points."""
    columns = TERM_FORMATS[name]
    fields.refuse_others(row, set(columns), called)
    value = "value" if name == NUMBERED else "item_name"
    wanted = fields.want(row, value, columns[value], called)
    if wanted is None:
        return None
    if name != NUMBERED:
        return WantedItem(wanted, row.key, row.at(value))
    rank = fields.want(row, "item_id", columns["item_id"])
    return WantedItem(wanted, rank.text if rank else "", row.at("item_id"))
