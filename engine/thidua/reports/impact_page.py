"""What a comparison shows of a period, as parts of the page of ``thidua diff``, whatever the format."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from thidua.comparison.impact import Impact, Side, UnitImpact
from thidua.comparison.period_impact import PeriodImpact
from thidua.comparison.sensitivity import PlaceRange
from thidua.numerals.writing import format_number
from thidua.reports.grid import Grid
from thidua.reports.impact_notices import impact_notices, of_another_scale
from thidua.reports.impact_ranges import range_block
from thidua.reports.impact_words import SIDE_WORDS, causes, lead_words, moved, rank_word, reported_for, unusable
from thidua.reports.page import Block, Entry, Page
from thidua.reports.wording import (
    NOTHING,
    PROVISIONAL_MARK,
    PROVISIONAL_NOTE,
    SHORT_HASH,
    criterion_name,
    points_or_nothing,
    points_places,
    signed,
)
from thidua.scoring import UnitResult
from thidua.vocabulary import word

MOST_UNITS = 12
_LIMITS = ((30, 10, 10, 10, 10, 10, 10), (16, 8, 8, 8, 9, 9, 9))
CLOSING = (
    "Kết quả so sánh là dự kiến, xếp theo tổng điểm, chưa xét quy tắc kiểm tra, bình xét; Hội nghị thống nhất và suy "
    "tôn, cấp có thẩm quyền quyết định."
)

_NOTHING_SCORED = "không tiêu chí nào chấm được từ hồ sơ này, nên không có tổng điểm, không xếp hạng."


def with_impact(page: Page, found: PeriodImpact, impact: Impact, ranges: Sequence[PlaceRange] = ()) -> Page:
    """The page of a comparison with the period in it: its notices, what was scored, and all that moves.

    ``ranges``: those of the places under the new version, where they are asked for.
    """
    told = tuple(dict.fromkeys((*of_another_scale(impact), *page.notices, *impact_notices(impact))))
    facts, blocks = (
        (*page.facts, *_facts(found, impact)),
        (*page.blocks, *impact_blocks(impact), *_range_blocks(ranges)),
    )
    return replace(page, notices=told, facts=facts, blocks=blocks)


def _range_blocks(ranges: Sequence[PlaceRange]) -> tuple[Block, ...]:
    return (range_block(ranges, SIDE_WORDS["new"]),) if ranges else ()


def with_notices(page: Page, first: tuple[str, ...]) -> Page:
    """The page with these notices before its own."""
    return replace(page, notices=(*first, *page.notices))


def impact_blocks(impact: Impact) -> tuple[Block, ...]:
    """Everything that is to be shown below the comparison of the texts; empty lists left out."""
    lists = (_movers(impact), *(_unusable(impact, side) for side in ("old", "new")), _assumed(impact))
    return (
        Block("TÁC ĐỘNG ĐẾN KẾT QUẢ CHẤM ĐIỂM (DỰ KIẾN)", tuple(map(Entry, lead_words(impact))), remark=CLOSING),
        Block(
            "Tổng điểm và xếp hạng dự kiến theo từng bản",
            grid=_table(impact),
            remark=" ".join(_notes(impact)),
            level=2,
            limits=_LIMITS,
        ),
        *(each for each in lists if each.entries),
    )


def _facts(found: PeriodImpact, impact: Impact) -> Iterator[tuple[str, str]]:
    period = impact.new.period
    yield "Đợt chấm điểm", f"{period.name} ({period.id}, bản {found.period_hash[:SHORT_HASH]})"
    yield "Giai đoạn", word("stage", period.stage)
    yield "Hồ sơ", f"báo cáo theo thang điểm {impact.base.id}; chấm lại theo từng bản"


def _table(impact: Impact) -> Grid:
    """A row for each unit, by its place under the new version."""
    ranks = ("Xếp hạng bản cũ", "Xếp hạng bản mới", "Lên, xuống hạng")
    headings = ("Đơn vị", *ranks, "Tổng điểm bản cũ", "Tổng điểm bản mới", "Tăng, giảm điểm")
    ordered = sorted(impact.units, key=lambda each: (each.new.rank is None, each.new.rank or 0, each.new.total is None))
    return Grid(headings, tuple(_row(each, impact) for each in ordered), (1, 2, 3, 4, 5, 6))


def _row(unit: UnitImpact, impact: Impact) -> tuple[str, ...]:
    places = max(points_places(impact.old), points_places(impact.new))
    return (
        unit.member.name,
        rank_word(unit.old.rank),
        rank_word(unit.new.rank),
        NOTHING if unit.places_up is None else signed(Fraction(unit.places_up)),
        _total(unit.old, places),
        _total(unit.new, places),
        NOTHING if unit.move is None else signed(unit.move, places),
    )


def _total(unit: UnitResult, places: int) -> str:
    return f"{PROVISIONAL_MARK if _is_marked(unit) else ''}{points_or_nothing(unit.total, places)}"


def _is_marked(unit: UnitResult) -> bool:
    return unit.provisional and unit.total is not None


def _notes(impact: Impact) -> Iterator[str]:
    if any(_is_marked(each) for each in (*impact.old.units, *impact.new.units)):
        yield PROVISIONAL_NOTE
    for side in ("old", "new"):
        found = impact.readings[side].scorable
        if not impact.has_totals(side):
            yield f"{SIDE_WORDS[side].capitalize()}: {_NOTHING_SCORED}"
        elif found.lacking:
            yield (
                f"{SIDE_WORDS[side].capitalize()}: các tiêu chí có tổng điểm chuẩn {format_number(found.lacking)} trên "
                f"{format_number(found.whole)} điểm chưa chấm được đơn vị nào từ hồ sơ này (kê ở dưới)."
            )


def _movers(impact: Impact) -> Block:
    comparable = all(impact.has_totals(side) for side in SIDE_WORDS)
    moving = [each for each in impact.movers if comparable and (each.move or each.places_up or each.move is None)]
    entries = tuple(Entry(moved(each), tuple(causes(each))) for each in moving[:MOST_UNITS])
    left = len(moving) - len(entries)
    rest = f"… và {left} đơn vị khác; xem bảng trên hoặc dùng --format json." if left else ""
    return Block("Đơn vị thay đổi nhiều nhất và vì sao", entries, remark=rest, level=2)


def _unusable(impact: Impact, side: Side) -> Block:
    heading = f"Chưa chấm được theo {SIDE_WORDS[side]} từ hồ sơ này"
    gaps = impact.readings[side].gaps
    if not impact.has_totals(side):  # of all the others it is said that nobody was ever asked
        gaps = tuple(each for each in gaps if each.before)
    return Block(heading, tuple(map(Entry, unusable(impact, side, gaps))), level=2)


def _assumed(impact: Impact) -> Block:
    """What the comparison takes for granted, so that nobody has to guess."""
    sides = [side for side in SIDE_WORDS if impact.has_totals(side)]
    entries = [Entry(each) for side in sides for each in _assumptions(impact, side)]
    return Block("Cách so sánh", (*entries, *_decisions(impact)), level=2)


def _assumptions(impact: Impact, side: Side) -> Iterator[str]:
    reading, own = impact.readings[side], SIDE_WORDS[side]
    for each in reading.conversions:
        scales = (
            f"thang {format_number(each.before)} điểm được quy theo tỷ lệ sang thang {format_number(each.after)} điểm"
        )
        yield f"{criterion_name(each.criterion)}: điểm đã chấm theo {scales} của {own}."
    if reading.newly_asked:
        numbers = ", ".join(dict.fromkeys(each.number for each, _ in reading.newly_asked))
        yield (
            f"Tài liệu kiểm chứng {own} yêu cầu mà {reported_for(impact, side)} không yêu cầu ({numbers}) coi như đã "
            "có, vì đơn vị chưa được yêu cầu gửi."
        )


def _decisions(impact: Impact) -> Iterator[Entry]:
    if not impact.left_aside:
        return
    members = {each.id: each.name for each in impact.new.period.members}
    numbers = {each.id: each.number for each in impact.base.criteria}
    listed = "; ".join(f"{members[each.unit]}, {numbers[each.criterion]}" for each in impact.left_aside)
    yield Entry(
        "Điểm thẩm định, thống nhất ở tiêu chí mà hai bản chấm khác nhau không được dùng: so điểm tính ra với điểm "
        f"tính ra ({listed}), nên tổng điểm có thể khác bảng tổng hợp của “thidua score”."
    )
