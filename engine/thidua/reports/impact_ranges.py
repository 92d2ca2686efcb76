"""How far places depend on standard points: what ten per cent more or less would do, as part of a comparison."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua.comparison.sensitivity import PlaceRange, Shift
from thidua.reports.grid import Grid
from thidua.reports.page import Block

_MOST_NAMED = 4
_HEADINGS = ("Đơn vị", "Xếp hạng", "Đổi từng tiêu chí", "Đổi mọi tiêu chí", "Tiêu chí làm đổi hạng")
_LIMITS = ((24, 8, 9, 9, 36), (16, 6, 6, 6, 30))
_REMARK = (
    "Điểm của tiêu chí (điểm chuẩn và mọi mức điểm) nhân 0,9 hoặc 1,1; điểm đã có, đã quyết định và điểm thưởng tối đa "
    "của tiêu chí đổi theo, trần điểm thưởng, điểm trừ của nội dung và của cả bảng giữ nguyên. Đổi từng tiêu chí: hạng "
    "cao nhất và thấp nhất, tính lại chính xác. Đổi mọi tiêu chí: mỗi tiêu chí "
    "nhân với một số tùy ý từ 0,9 đến 1,1; hạng chắc chắn không ra ngoài khoảng này."
)


def range_block(ranges: Sequence[PlaceRange], version: str) -> Block:
    """A row for each unit that has a place, the best first."""
    ordered = sorted(ranges, key=lambda each: each.unit.rank or 0)
    grid = Grid(_HEADINGS, tuple(map(_row, ordered)), (1, 2, 3))
    heading = f"Khoảng xếp hạng dự kiến khi điểm chuẩn tăng, giảm 10% ({version})"
    return Block(heading, grid=grid, remark=_REMARK, level=2, limits=_LIMITS)


def _row(each: PlaceRange) -> tuple[str, ...]:
    moves = "; ".join(_moves(each.shifts)) or "không có"
    return each.unit.member.name, str(each.unit.rank), _written(each.alone), _written(each.together), moves


def _written(places: tuple[int, int]) -> str:
    best, worst = places
    return str(best) if best == worst else f"{best} – {worst}"


def _moves(shifts: Sequence[Shift]) -> Iterator[str]:
    """The criteria by the place that they would give, and whether with more points or with fewer."""
    for place, group in groupby(shifts, key=lambda each: each.place):
        found = list(group)
        told = [f"{each.criterion.number} {'tăng' if each.factor > 1 else 'giảm'}" for each in found[:_MOST_NAMED]]
        more = f" và {len(found) - len(told)} tiêu chí khác" if len(found) > len(told) else ""
        yield f"hạng {place}: {', '.join(told)}{more}"
