"""``thidua diff`` of two saved results: who moved, which figure or document moved them, and what the rules say now."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.comparison.runs import Run, RunUnit, Version
from thidua.comparison.runs_moves import CriterionMove, RunsDifference, UnitMove
from thidua.reports.decimals import places_of
from thidua.reports.grid import Grid
from thidua.reports.page import Block, Entry, Page
from thidua.reports.runs_judgement import judged_blocks
from thidua.reports.runs_words import NONE_YET, cause_words, criterion_words, dossier_words, from_to, points
from thidua.reports.wording import NOTHING, SHORT_HASH, points_or_nothing, signed
from thidua.vocabulary import word

_HEADINGS = ("Xếp hạng", "Đơn vị", "Tổng điểm trước", "Tổng điểm sau", "Thay đổi", "Ghi chú")
_NUMBERS = (2, 3, 4)
_LEAST_PLACES = 2
_LIMITS = ((9, 24, 12, 12, 10, 34), (9, 18, 10, 10, 8, 28), (9, 14, 9, 9, 8, 20))
REST = "Do mức trần, quy đổi, làm tròn tổng điểm"
_CLOSING = "Chỉ so hai kết quả đã lưu; Hội nghị thống nhất và suy tôn, cấp có thẩm quyền quyết định."


def runs_page(found: RunsDifference, old_file: str, new_file: str) -> Page:
    """The whole page; the files as the user knows them."""
    blocks = (
        _versions(found),
        Block("KHÔNG CÓ THAY ĐỔI", remark=_nothing(found)) if found.nothing_moved else None,
        _moves(found),
        *(_unit(each, found) for each in found.units if each.criteria),
        *judged_blocks(found),
        Block("", remark=_CLOSING),
    )
    return Page(
        tuple(dict.fromkeys((*found.old.notices, *found.new.notices))),
        "THAY ĐỔI GIỮA HAI LẦN CHẤM ĐIỂM",
        tuple(_facts(found, old_file, new_file)),
        tuple(each for each in blocks if each),
    )


def _facts(found: RunsDifference, old_file: str, new_file: str) -> Iterator[tuple[str, str]]:
    period = found.new.period
    yield "Đợt chấm điểm", f"{name} ({period.id})" if (name := found.new.period_name) else period.id
    yield "Lần trước", _run(old_file, found.old)
    yield "Lần sau", _run(new_file, found.new)


def _run(file: str, run: Run) -> str:
    scale = f"thang điểm {_version(run.scale)}" if run.scale else "không có thang điểm"
    rules = f"quy tắc {_version(run.rules)}" if run.rules else "không có quy tắc"
    return f"{file}: giai đoạn {word('stage', run.stage)}; số liệu bản {_short(run.period)}; {scale}; {rules}"


def _version(version: Version) -> str:
    return f"{version.id} (bản {_short(version)})"


def _short(version: Version) -> str:
    return version.hash[:SHORT_HASH]


def _versions(found: RunsDifference) -> Block | None:
    """That the scale or the rules are others, first of all: then not only figures made the difference."""
    parts = (("Thang điểm", found.old.scale, found.new.scale), ("Bộ quy tắc", found.old.rules, found.new.rules))
    entries = [
        f"{told}: {_version(old) if old else 'không có'} → {_version(new) if new else 'không có'}"
        for told, old, new in parts
        if old != new
    ]
    if found.old.stage != found.new.stage:
        entries.append(f"Giai đoạn: {word('stage', found.old.stage)} → {word('stage', found.new.stage)}")
    return Block("KHÔNG CÙNG THANG ĐIỂM, QUY TẮC HOẶC GIAI ĐOẠN", tuple(map(Entry, entries))) if entries else None


def _nothing(found: RunsDifference) -> str:
    same = "Điểm, trạng thái, số liệu, tài liệu, vấn đề, xếp hạng và đề nghị đều như nhau."
    others = " Hai lần chấm từ hai bản số liệu, hồ sơ khác nhau, nhưng không làm đổi nội dung nào nêu trên."
    return same + (others if found.old.period != found.new.period else "")


def _moves(found: RunsDifference) -> Block | None:
    moved = [each for each in found.units if _has_moved(each)]
    if not moved:
        return None
    still = len(found.new.units) - sum(1 for each in moved if each.new)
    totals = [side.total for each in moved for side in (each.old, each.new) if side and side.total is not None]
    decimals = max((places_of(total, _LEAST_PLACES) for total in totals), default=_LEAST_PLACES)
    grid = Grid(_HEADINGS, tuple(_row(each, decimals) for each in moved), _NUMBERS)
    remark = f"{still} đơn vị khác giữ nguyên tổng điểm và xếp hạng." if still else ""
    return Block("TỔNG ĐIỂM, XẾP HẠNG", grid=grid, remark=remark, limits=_LIMITS)


def _has_moved(each: UnitMove) -> bool:
    if each.old is None or each.new is None:
        return True
    return (each.old.total, each.old.place) != (each.new.total, each.new.place) or bool(_remarks(each))


def _row(each: UnitMove, decimals: int) -> tuple[str, ...]:
    old, new = each.old, each.new
    places = from_to(*(NOTHING if side is None or side.place is None else str(side.place) for side in (old, new)))
    totals = [points_or_nothing(side.total if side else None, decimals) for side in (old, new)]
    delta = NOTHING if each.delta is None else signed(each.delta, decimals)
    return places, each.shown.name, *totals, delta, "; ".join(_remarks(each))


def _remarks(each: UnitMove) -> list[str]:
    old, new = each.old, each.new
    if old is None or new is None:
        return ["mới thêm vào đợt" if new else "không còn trong đợt"]
    told = []
    if old.state != new.state:
        told.append(f"{word('unit_state', old.state)} → {word('unit_state', new.state)}")
    if old.eligibility != new.eligibility:
        told.append(" → ".join(_eligibility(side) for side in (old, new)))
    if old.result_class != new.result_class:
        told.append(f"xếp loại {old.result_class or NONE_YET} → {new.result_class or NONE_YET}")
    if (old.least, old.most) != (new.least, new.most) and (old.provisional or new.provisional):
        told.append(f"mức có thể: {_range(old)} → {_range(new)}")
    return told


def _eligibility(unit: RunUnit) -> str:
    return word("eligibility", unit.eligibility) if unit.eligibility else "chưa xét điều kiện"


def _range(unit: RunUnit) -> str:
    low, high = points(unit.least), points(unit.most)
    return low if low == high else f"{low} – {high}"


def _unit(each: UnitMove, found: RunsDifference) -> Block:
    old, new = (points(side.total) if side else NONE_YET for side in (each.old, each.new))
    gap = f" ({signed(each.delta)})" if each.delta else ""
    heading = f"{each.shown.name.upper()}: {from_to(old, new)} điểm{gap}"
    entries = [*_by_dossier(each), *(_criterion(one, found) for one in each.criteria if not one.by_dossier)]
    if each.rest:
        entries.append(Entry(f"{REST}: {signed(each.rest)} điểm"))
    return Block(heading, tuple(entries))


def _by_dossier(each: UnitMove) -> Iterator[Entry]:
    """One line for all criteria that moved only because the dossier came, went or can't be read."""
    moved = [one for one in each.criteria if one.by_dossier]
    if moved:
        told = dossier_words(moved[0].causes[0])
        gap = f" ({signed(sum((one.delta for one in moved), Fraction(0)))} điểm)" if each.delta is not None else ""
        yield Entry(f"{told[0].upper()}{told[1:]}: {len(moved)} tiêu chí lấy từ hồ sơ{gap}")


def _criterion(each: CriterionMove, found: RunsDifference) -> Entry:
    shown = each.shown
    name = f"{shown.number} {shown.name}".strip()
    causes = tuple(cause_words(cause, each, found) for cause in each.causes)
    # What is added or removed with the scale says so itself.
    told = causes if each.causes[0].kind != "scale" or (each.old and each.new) else ()
    return Entry(f"{name}: {criterion_words(each)}", told)
