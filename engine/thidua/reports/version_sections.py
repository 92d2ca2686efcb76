"""``thidua diff`` of scales: the points of the sections, and what differs in each of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from thidua.comparison.change import Change, Side, Subject
from thidua.comparison.criteria import tell_criterion
from thidua.comparison.scales import PIECE
from thidua.comparison.section_matching import SectionOf, SectionPair, match_sections
from thidua.model.scale import Criterion, Scale
from thidua.numerals.writing import format_number
from thidua.reports.grid import Grid
from thidua.reports.page import Block, Entry
from thidua.reports.version_lines import hint, line, lines, renumbered, subject_heading
from thidua.reports.wording import NOTHING, signed

_ZERO = Fraction(0)
_VERBS = {
    ("added", ""): "Thêm",
    ("removed", ""): "Bỏ",
    ("added", PIECE): "Thêm do tách",
    ("removed", PIECE): "Bỏ do gộp",
}


def scale_blocks(changes: Sequence[Change], old: Scale, new: Scale) -> Iterator[Block]:
    """The points of the sections where they are not the same, and a block for each section that has changes."""
    pairs = match_sections(old, new)
    yield from _sums(pairs)
    yield from _Sections(old, new, pairs).blocks(changes)


def _sums(pairs: Sequence[SectionPair]) -> Iterator[Block]:
    """The standard points of the sections side by side, where they are not the same."""
    rows = []
    for pair in pairs:
        was, now = pair.old, pair.new
        points = [None if one is None else one.standard_points for one in (was, now)]
        counts = [0 if one is None else len(one.criteria) for one in (was, now)]
        moved = (points[1] or _ZERO) - (points[0] or _ZERO)
        rows.append(
            (
                f"{pair.told.number} {pair.told.name}",
                *(NOTHING if one is None else format_number(one) for one in points),
                signed(moved),
                *map(str, counts),
            )
        )
    if any(row[3] != "0" or row[4] != row[5] for row in rows):
        headings = ("Nội dung", "Điểm chuẩn cũ", "Điểm chuẩn mới", "Chênh", "Tiêu chí cũ", "Tiêu chí mới")
        grid = Grid(headings, tuple(rows), (1, 2, 3, 4, 5))
        yield Block("ĐIỂM CHUẨN CỦA CÁC NỘI DUNG", grid=grid, limits=((46, 10, 10, 8, 9, 9), (30, 9, 9, 8, 8, 8)))


class _Sections:
    """The criteria of a scale, section by section."""

    def __init__(self, old: Scale, new: Scale, pairs: tuple[SectionPair, ...]) -> None:
        self.old, self.new, self.pairs = old, new, pairs
        self.homes = SectionOf(pairs)
        self.start = 1

    def blocks(self, changes: Sequence[Change]) -> Iterator[Block]:
        """One block for each section of either version that has changes."""
        for pair in self.pairs:
            own = [each for each in changes if self._is_of(each.subject, pair)]
            if own:
                yield self._block(f"NỘI DUNG {pair.told.number}. {pair.told.name}", own)

    def _is_of(self, subject: Subject, pair: SectionPair) -> bool:
        old, new = subject.old, subject.new
        if subject.kind == "section":
            return (old.id if old else None, new.id if new else None) == pair.ids
        if subject.kind != "criterion":
            return False
        return (self.homes.new[new.id] if new else self.homes.old[old.id] if old else None) is pair

    def _block(self, heading: str, changes: Sequence[Change]) -> Block:
        entries: list[Entry] = []
        only_number: list[str] = []
        for subject, group in groupby(changes, key=lambda each: each.subject):
            own = list(group)
            if subject.kind == "section":
                entries.append(Entry("Cả nội dung", tuple(map(line, own))))
            elif [each.kind for each in own] == ["renumbered"]:
                only_number.append(f"{renumbered(subject)} {subject.new.name if subject.new else ''}")
            else:
                entries.append(self._entry(subject, own))
        start, self.start = self.start, self.start + len(entries)
        only = f"Chỉ đổi số mục: {'; '.join(only_number)}." if only_number else ""
        return Block(heading, tuple(entries), remark=only, start=start)

    def _entry(self, subject: Subject, changes: Sequence[Change]) -> Entry:
        heading, moved = subject_heading(subject), ""
        details: list[str] = []
        for each in changes:
            match each.kind:
                case "added" | "removed" if each.field in ("", PIECE):
                    heading = f"{_VERBS[each.kind, each.field]}: {each.told.words}"
                    details += _full(each.new, self.new)
                    details += _full(each.old, self.old) if each.field else []
                case "merged" if not each.field:
                    heading = f"Gộp: {each.new.words if each.new else ''}"
                    details.append(f"Gộp từ: {each.old.words if each.old else ''}")
                    details += _full(each.new, self.new) if subject.old is None else []
                case "split" if not each.field:
                    heading = f"Tách: {each.old.words if each.old else ''}"
                    details += _full(each.old, self.old) if subject.new is None else []
                    details.append(f"Tách thành: {each.new.words if each.new else ''}")
                case "moved":
                    moved = f" (chuyển từ {each.old.words if each.old else ''} sang {each.told.words})"
                case "renumbered":
                    pass  # the heading has both numbers
                case _:
                    details += lines(each)
        return Entry(heading + moved, (*filter(None, map(hint, changes)), *details))


def _full(side: Side | None, scale: Scale) -> list[str]:
    """A whole criterion of a version; nothing where there is none."""
    if side is None or not isinstance(side.value, Criterion):
        return []
    return [f"{label}: {text}" for label, text in tell_criterion(side.value, scale) if text]
