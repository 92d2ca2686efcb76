"""A picture of who moves: every unit a line from its place under the old version to its place under the new one."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from thidua.comparison.impact import Impact, Side, UnitImpact
from thidua.pages.svg import Element, add, drawing, markup, write
from thidua.reports.impact_words import SIDE_WORDS
from thidua.reports.summary import marked_total
from thidua.reports.wording import points_places
from thidua.scoring import UnitResult

_WIDTH, _LEFT, _RIGHT = 760, 270, 490
_TOP, _STEP, _BELOW = 52, 26, 66
_MOST_NAMED = 4
_MOST_DRAWN = 20  # more would not be legible on a printed page
_LINE = {"up": ("3.5", "none"), "down": ("2.5", "9 5"), "same": ("1.2", "none")}
_WORDS = {"up": "lên hạng: nét đậm", "down": "xuống hạng: nét đứt", "same": "giữ hạng: nét mảnh"}
_NAME = "hinh-xep-hang"


def slope_chart(impact: Impact) -> Markup | None:
    """The picture; None where fewer than two units have a place under both versions. The table beside it says all."""
    placed = [each for each in impact.units if each.old.rank is not None and each.new.rank is not None]
    if len(placed) < 2:
        return None
    shown = _chosen(impact, placed)
    rows = {side: _slots(shown, side) for side in SIDE_WORDS}
    height = _TOP + _STEP * len(shown) + _BELOW
    svg = drawing(_NAME, "Xếp hạng dự kiến theo bản cũ và bản mới", _description(shown), _WIDTH, height)
    group = add(svg, "g", font_size="13", fill="#1b1b1b")
    _headings(group)
    places = max(points_places(impact.old), points_places(impact.new))
    for each in sorted(shown, key=lambda unit: _direction(unit) != "same"):
        _unit(group, each, rows, places)
    _legend(group, height - 34, {_direction(each) for each in shown})
    write(group, "; ".join(_left_out(impact.units, placed, shown)), 20, height - 10)
    return markup(svg)


def _headings(group: Element) -> None:
    write(group, "Bản cũ", _LEFT, 24, text_anchor="end", font_weight="bold")
    write(group, "Bản mới", _RIGHT, 24, font_weight="bold")
    add(group, "line", x1=10, y1=34, x2=_WIDTH - 10, y2=34, stroke="#767676")


def _unit(group: Element, unit: UnitImpact, rows: dict[Side, dict[str, int]], places: int) -> None:
    ends = {side: _TOP + _STEP * rows[side][unit.member.id] + 4 for side in rows}
    width, dash = _LINE[_direction(unit)]
    color = "#767676" if _direction(unit) == "same" else "#1b1b1b"
    line = add(group, "line", x1=_LEFT + 12, y1=ends["old"], x2=_RIGHT - 12, y2=ends["new"], stroke=color)
    line.set("stroke-width", width)
    line.set("stroke-dasharray", dash)
    for side, x in (("old", _LEFT + 12), ("new", _RIGHT - 12)):
        add(group, "circle", cx=x, cy=ends["old" if side == "old" else "new"], r=4, fill=color)
    write(group, _label(unit.old, places), _LEFT, ends["old"] + 4, text_anchor="end")
    write(group, _label(unit.new, places), _RIGHT, ends["new"] + 4)


def _label(unit: UnitResult, places: int) -> str:
    return f"{unit.rank}. {unit.member.name}: {marked_total(unit, places)}"


def _legend(group: Element, y: int, directions: set[str]) -> None:
    x = 20
    for direction in (each for each in _LINE if each in directions):
        width, dash = _LINE[direction]
        line = add(group, "line", x1=x, y1=y - 4, x2=x + 42, y2=y - 4, stroke="#1b1b1b")
        line.set("stroke-width", width)
        line.set("stroke-dasharray", dash)
        write(group, _WORDS[direction], x + 52, y)
        x += 220


def _some(names: Sequence[str]) -> str:
    more = f" và {len(names) - _MOST_NAMED} đơn vị khác" if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"


def _direction(unit: UnitImpact) -> str:
    up = unit.places_up or 0
    return "up" if up > 0 else "down" if up < 0 else "same"


def _slots(units: Sequence[UnitImpact], side: Side) -> dict[str, int]:
    """The row of each unit by its id: by place; equal places as on the other side, so that lines don't cross."""
    other: Side = "new" if side == "old" else "old"
    ordered = sorted(units, key=lambda each: (_of(each, side).rank or 0, _of(each, other).rank or 0))
    return {each.member.id: row for row, each in enumerate(ordered)}


def _chosen(impact: Impact, placed: Sequence[UnitImpact]) -> Sequence[UnitImpact]:
    """All units, or of many those that lead under a version (the new one first) and those that move by most places."""
    if len(placed) <= _MOST_DRAWN:
        return placed
    there = {each.member.id for each in placed}
    by_move = [each for each in impact.movers if each.member.id in there]
    leading = sorted((each for each in by_move if min(_ranks(each)) <= 2), key=_ranks)[: _MOST_DRAWN // 2]
    moving = (each for each in by_move if each.places_up)
    chosen = {each.member.id: each for each in (*leading, *moving)}
    return tuple(chosen.values())[:_MOST_DRAWN]


def _ranks(unit: UnitImpact) -> tuple[int, int]:
    """Its places, that under the new version first; only of a unit that has both."""
    return unit.new.rank or 0, unit.old.rank or 0


def _left_out(units: Sequence[UnitImpact], placed: Sequence[UnitImpact], shown: Sequence[UnitImpact]) -> Iterator[str]:
    """What the picture doesn't show."""
    if len(shown) < len(placed):
        yield f"Hình vẽ {len(shown)} trên {len(placed)} đơn vị, dẫn đầu và đổi hạng nhiều nhất; đầy đủ ở bảng dưới hình"
    without = [each.member.name for each in units if each not in placed]
    if without:
        yield f"Không xếp hạng: {_some(without)}"


def _of(unit: UnitImpact, side: Side) -> UnitResult:
    return unit.old if side == "old" else unit.new


def _description(shown: Sequence[UnitImpact]) -> str:
    told = [
        f"{each.member.name} từ {each.old.rank} {'lên' if (each.places_up or 0) > 0 else 'xuống'} {each.new.rank}"
        for each in shown
        if each.places_up
    ]
    return f"{'; '.join(told) if told else 'Không đơn vị nào đổi hạng'}. Số liệu đầy đủ ở bảng dưới hình."
