"""What the rules made of two saved results: findings that are new or settled, places and proposals that changed."""

from collections.abc import Sequence

from thidua.comparison.runs import RunAward, RunFinding, RunPlace
from thidua.comparison.runs_moves import RunsDifference
from thidua.reports.page import Block, Entry
from thidua.reports.runs_words import NONE_YET, unit_name
from thidua.reports.wording import ordinal
from thidua.vocabulary import word


def judged_blocks(found: RunsDifference) -> tuple[Block, ...]:
    """A block for each of these of which there is something to tell."""
    blocks = (
        _findings("VẤN ĐỀ MỚI NÊU", [after for before, after in found.findings if before is None and after]),
        _findings("VẤN ĐỀ KHÔNG CÒN", [before for before, after in found.findings if after is None and before]),
        _changed_findings(found),
        _standing(found),
    )
    return tuple(each for each in blocks if each.entries)


def _findings(heading: str, listed: Sequence[RunFinding]) -> Block:
    return Block(heading, tuple(Entry(_finding(each)) for each in listed))


def _finding(each: RunFinding) -> str:
    return f"{each.rule} ({word('level', each.level)}): {each.message}"


def _changed_findings(found: RunsDifference) -> Block:
    entries = tuple(
        Entry(_finding(after), (f"trước: {_finding(before)}",)) for before, after in found.findings if before and after
    )
    return Block("VẤN ĐỀ ĐỔI NỘI DUNG", entries)


def _standing(found: RunsDifference) -> Block:
    told = [
        *(f"{_of_place(*pair)}: {_place(pair[0], found)} → {_place(pair[1], found)}" for pair in found.places),
        *(f"{_of_award(*pair)}: {_award(pair[0], found)} → {_award(pair[1], found)}" for pair in found.awards),
    ]
    return Block("DỰ KIẾN XẾP HẠNG, ĐỀ NGHỊ KHEN THƯỞNG", tuple(map(Entry, told)))


def _of_place(old: RunPlace | None, new: RunPlace | None) -> str:
    side = new or old
    return f"Xếp {ordinal(side.place)}" if side else ""


def _place(side: RunPlace | None, found: RunsDifference) -> str:
    if side is None:
        return NONE_YET
    names = ", ".join(unit_name(each, found) for each in side.units)
    decided = f"; hội nghị kết luận: {unit_name(side.decided, found)}" if side.decided else ""
    return f"{names} ({'đã chắc chắn' if side.certain else 'chưa chắc chắn'}{decided})"


def _of_award(old: RunAward | None, new: RunAward | None) -> str:
    side = new or old
    return f"Đề nghị tặng {side.award} (xếp {ordinal(side.place)})" if side else ""


def _award(side: RunAward | None, found: RunsDifference) -> str:
    if side is None:
        return "không có"
    missing = f", còn thiếu: {'; '.join(side.missing)}" if side.missing else ""
    return f"{unit_name(side.unit, found)}{missing}"
