"""Pictures of a scored period: totals with how far they may still go, and what sections make them up."""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup
from msgspec import Struct

from thidua.numerals.writing import format_number
from thidua.pages.svg import Element, add, drawing, markup, write
from thidua.reports.ranks import Rank
from thidua.reports.summary import marked_total, section_points, without_points
from thidua.reports.wording import NOTHING, points_places
from thidua.scoring import ClusterResult, UnitResult

_WIDTH, _LEFT, _BAR, _STEP, _TOP = 860, 230, 450, 30, 34
_INK, _SOFT = "#1b1b1b", "#767676"
_FILLS = ("#2f5d8a", "#f2f2f2", "#9fb8d0", "#5f5f5f", "#d9c79a", "#ffffff")
_LIGHT = frozenset((_FILLS[1], _FILLS[2], _FILLS[4], _FILLS[5]))
_MOST_SECTIONS = len(_FILLS)
_LEAST_LABELLED = 34
_MOST_ROWS = 18


class _Axis(Struct, frozen=True):
    """From points to pixels; ``low`` may be below zero."""

    low: Fraction
    high: Fraction

    def x(self, points: Fraction) -> Fraction:
        """Where points stand."""
        return _LEFT + (points - self.low) * _BAR / (self.high - self.low)


class _Named(Struct, frozen=True):
    """What a picture is called where there are several of a kind."""

    caption: str
    suffix: str


def totals_charts(places: Sequence[Rank], cluster: ClusterResult) -> list[tuple[str, Markup]]:
    """Captions and pictures: a bar for each total, and over it the range that it may still take."""
    caption = "Tổng điểm và khoảng điểm thấp nhất – cao nhất"
    axis = _axis([each.unit for each in places], cluster)
    return [_totals(part, axis, cluster, name) for part, name in _in_parts(places, caption)]


def _totals(places: Sequence[Rank], axis: _Axis, cluster: ClusterResult, named: _Named) -> tuple[str, Markup]:
    height = _TOP + _STEP * len(places) + 14
    told = "Mỗi đơn vị một thanh; vạch ngang chữ I là khoảng điểm còn có thể thay đổi. Số liệu ở bảng trên."
    svg = drawing(f"hinh-tong-diem{named.suffix}", named.caption, told, _WIDTH, height)
    group = add(svg, "g", font_size="13", fill=_INK)
    _scale_line(group, axis, height)
    for row, each in enumerate(places):
        _total(group, each, row, axis, points_places(cluster))
    return named.caption, markup(svg)


def sections_charts(places: Sequence[Rank], cluster: ClusterResult) -> list[tuple[str, Markup]]:
    """Captions and pictures: the points of the sections, weighted, one after the other; none for a single section."""
    shown = [each for each in places if each.unit.total is not None and not without_points(each.unit)]
    if not shown or not 1 < len(cluster.scale.sections) <= _MOST_SECTIONS or _has_negative(shown):
        return []
    axis = _axis([each.unit for each in shown], cluster)
    return [
        _sections(part, axis, cluster, name) for part, name in _in_parts(shown, "Điểm từng nội dung trong tổng điểm")
    ]


def _sections(shown: Sequence[Rank], axis: _Axis, cluster: ClusterResult, named: _Named) -> tuple[str, Markup]:
    height = _TOP + _STEP * len(shown) + 14
    told = "Mỗi đơn vị một thanh, chia theo nội dung, theo thứ tự ở chú giải. Số liệu ở bảng trên."
    svg = drawing(f"hinh-noi-dung{named.suffix}", named.caption, told, _WIDTH, height)
    group = add(svg, "g", font_size="13", fill=_INK)
    for index, section in enumerate(cluster.scale.sections):
        x = _LEFT + index * 105
        _box(group, Fraction(x), 8, Fraction(14), 14, _FILLS[index])
        write(group, f"Nội dung {section.number}", x + 20, 20)
    for row, each in enumerate(shown):
        _parts(group, each, row, axis)
    return named.caption, markup(svg)


def _in_parts(places: Sequence[Rank], caption: str) -> list[tuple[Sequence[Rank], _Named]]:
    """So many units to a picture that it fits on a printed page."""
    if len(places) <= _MOST_ROWS:
        return [(places, _Named(caption, ""))]
    found = []
    for start in range(0, len(places), _MOST_ROWS):
        part = places[start : start + _MOST_ROWS]
        told = f"{caption} (đơn vị {start + 1} – {start + len(part)} theo thứ hạng)"
        found.append((part, _Named(told, f"-{start // _MOST_ROWS + 1}")))
    return found


def _axis(units: Sequence[UnitResult], cluster: ClusterResult) -> _Axis:
    low = min([Fraction(0), *(each.least for each in units)])
    tops = [each.most for each in units] + [each.total or Fraction(0) for each in units]
    return _Axis(low, max([cluster.scale.total_points, *tops, low + 1]))


def _scale_line(group: Element, axis: _Axis, height: int) -> None:
    for points in dict.fromkeys((axis.low, Fraction(0), axis.high / 2, axis.high)):
        x = axis.x(points)
        add(group, "line", x1=x, y1=24, x2=x, y2=height - 8, stroke="#d0d0d0")
        write(group, format_number(points), x, 18, text_anchor="middle", font_size="11", fill="#4a4a4a")


def _total(group: Element, rank: Rank, row: int, axis: _Axis, places: int) -> None:
    unit, middle = rank.unit, _TOP + _STEP * row + 13
    _name(group, rank, middle)
    zero = axis.x(Fraction(0))
    if unit.total is not None and not without_points(unit):
        end = axis.x(unit.total)
        _box(group, min(zero, end), middle - 9, abs(end - zero), 18, _FILLS[2])
    if unit.provisional or unit.state == "unscorable":
        least, most = axis.x(unit.least), axis.x(unit.most)
        add(group, "line", x1=least, y1=middle, x2=most, y2=middle, stroke=_INK, stroke_width=2)
        for x in (least, most):
            add(group, "line", x1=x, y1=middle - 6, x2=x, y2=middle + 6, stroke=_INK, stroke_width=2)
    shown = NOTHING if without_points(unit) else marked_total(unit, places)
    span = f" ({format_number(unit.least, places)} – {format_number(unit.most, places)})" if unit.provisional else ""
    write(group, f"{shown}{span}", _LEFT + _BAR + 10, middle + 4)


def _parts(group: Element, rank: Rank, row: int, axis: _Axis) -> None:
    middle = _TOP + _STEP * row + 13
    _name(group, rank, middle)
    at = Fraction(0)
    for index, found in enumerate(rank.unit.sections):
        points = (section_points(rank.unit, index) or Fraction(0)) * found.section.weight
        start, end = axis.x(at), axis.x(at + points)
        _box(group, start, middle - 10, end - start, 20, _FILLS[index])
        if end - start >= _LEAST_LABELLED:
            color = _INK if _FILLS[index] in _LIGHT else "#ffffff"
            write(group, format_number(points), (start + end) / 2, middle + 4, text_anchor="middle", fill=color)
        at += points


def _name(group: Element, rank: Rank, middle: int) -> None:
    place = "" if rank.place is None else f"{rank.place}. "
    write(group, f"{place}{rank.unit.member.name}", _LEFT - 10, middle + 4, text_anchor="end")


def _box(group: Element, x: Fraction, y: int, width: Fraction, height: int, fill: str) -> None:
    add(group, "rect", x=x, y=y, width=width, height=height, fill=fill, stroke=_SOFT)


def _has_negative(shown: Sequence[Rank]) -> bool:
    return any(
        (section_points(each.unit, index) or 0) < 0 for each in shown for index in range(len(each.unit.sections))
    )
