"""One change between two versions as a line: ``điểm chuẩn: 40 → 30 điểm``, ``thêm tài liệu kiểm chứng “…”``."""

from thidua.comparison.change import Change, Side, lowered
from thidua.comparison.saying import capital

ARROW = " → "
_UNIT = " điểm"
_VERBS = {"added": "thêm", "removed": "bỏ", "merged": "gộp", "split": "tách"}


def line(change: Change) -> str:
    """The change in words, without what it is about."""
    told = change.told
    within = ": ".join(told.within)
    verb = _VERBS.get(change.kind)
    label = f"{verb} {lowered(told.label)}" if verb else told.label
    text = f"{label} {_sides(change)}" if verb and None in (change.old, change.new) else f"{label}: {_sides(change)}"
    return f"{capital(within)}: {lowered(text)}" if within else capital(text)


def _sides(change: Change) -> str:
    if change.old is None or change.new is None:
        return change.told.words
    old, new = change.old.words, change.new.words
    short = old.removesuffix(_UNIT)
    if old.endswith(_UNIT) and new.endswith(_UNIT) and short.count(" ") == 0:
        old = short
    return f"{old}{ARROW}{new}"


def value_of(side: Side | None) -> object:
    """The value of a side; None where there is none."""
    return None if side is None else side.value
