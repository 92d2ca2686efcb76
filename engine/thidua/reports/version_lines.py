"""One change between two versions as a line: ``điểm chuẩn: 40 → 30 điểm``, ``thêm tài liệu kiểm chứng “…”``."""

from thidua.comparison.change import Change, Side, Subject, lowered
from thidua.comparison.reordering import Placed
from thidua.comparison.saying import capital, quoted
from thidua.vocabulary import key

ARROW = " → "
NONE = "không có"
_UNIT = " điểm"
_VERBS = {"added": "thêm", "removed": "bỏ", "merged": "gộp", "split": "tách"}


def lines(change: Change) -> list[str]:
    """The change in words; of whole terms, which are long, what either version says on a line of its own."""
    if change.told.field.rpartition(".")[2] != "terms" or change.old is None or change.new is None:
        return [line(change)]
    sides = ((change.old, "cũ"), (change.new, "mới"))
    return [_labelled(f"{side.label} {which}: {side.words or NONE}", side) for side, which in sides]


def line(change: Change) -> str:
    """The change in words, without what it is about."""
    told = change.told
    verb = _VERBS.get(change.kind)
    label = f"{verb} {lowered(told.label)}" if verb else told.label
    text = f"{label} {_sides(change)}" if verb and None in (change.old, change.new) else f"{label}: {_sides(change)}"
    return _labelled(text, told)


def subject_heading(subject: Subject) -> str:
    """What a change is about: its number, or both where that changed, and its name."""
    named = subject.new or subject.old
    return f"{renumbered(subject)} {named.name if named else ''}"


def renumbered(subject: Subject) -> str:
    """Its number in both versions; once where they agree."""
    numbers = [each.number for each in (subject.old, subject.new) if each]
    return ARROW.join(dict.fromkeys(numbers))


_SAME = {"criterion": "mức điểm", "rule": "điều kiện"}
_THING = {"criterion": "tiêu chí", "rule": "quy tắc"}


def hint(change: Change) -> str:
    """What to write in the newer version where what came and what went is likely one thing; empty otherwise."""
    if change.likely is None or change.subject.kind not in _THING:
        return ""
    thing, other = _THING[change.subject.kind], change.likely.named
    alike = f"cùng tên, cùng {_SAME[change.subject.kind]}" if change.likely.alike else "cùng tên"
    added = change.kind == "added"
    old_id, where = (other.id, f"{thing} này") if added else (change.subject.id, f"{thing} mới (mã {other.id})")
    about = f"{thing} bị bỏ có mã {other.id}" if added else f"{thing} thêm mới có mã {other.id}"
    return f"Gợi ý: {alike} với {about}; nếu là một {thing}, thêm “{key('replaces')}: [{old_id}]” vào {where}."


def _labelled(text: str, side: Side) -> str:
    within = ": ".join(side.within)
    return f"{capital(within)}: {lowered(text)}" if within else capital(text)


def _sides(change: Change) -> str:
    if change.old is None or change.new is None:
        return change.told.words
    if isinstance(change.old.value, Placed) and isinstance(change.new.value, Placed):
        return _place(change.old.value, change.new.value)
    old, new = change.old.words, change.new.words
    short = old.removesuffix(_UNIT)
    if old.endswith(_UNIT) and new.endswith(_UNIT) and short.count(" ") == 0:
        old = short
    return f"{old}{ARROW}{new}"


def _place(old: Placed, new: Placed) -> str:
    item = new.item if new.item.startswith("“") else quoted(new.item)
    if old.place == new.place:
        return f"{item} vẫn ở thứ {new.place}"
    way = "lên" if new.place < old.place else "xuống"
    return f"{item} từ thứ {old.place} {way} thứ {new.place}"
