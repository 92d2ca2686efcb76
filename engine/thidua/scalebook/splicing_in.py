"""The text of a scale's file changed to say what a workbook asks for: only what differs, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.numerals.reading import NumberProblem, parse_number, parse_ratio
from thidua.scalebook.outline import Group, Leaf, Listing, Outline, Path
from thidua.scalebook.rendering import entry_lines, item_lines
from thidua.scalebook.rows import row_key
from thidua.scalebook.wanted import Want, Wanted, WantedItem, WantedList
from thidua.schemas.load import ObjectShape
from thidua.schemas.scalars import read_scalar
from thidua.splicing.scalars import written
from thidua.splicing.spans import SpannedMapping, SpannedScalar, last_line
from thidua.splicing.splices import Splices
from thidua.vocabulary import key

_NOT_TAKEN = 297
_NOT_IN_PLACE = 298
_COMMENT_LEFT = 299
_INSTEAD: Final[Mapping[str, str]] = {
    "from_edge": "above_edge",
    "above_edge": "from_edge",
    "to_edge": "below_edge",
    "below_edge": "to_edge",
}
"""Of two keys for one end of a band the one takes the other's place."""


class Splicer:
    """Compares what is written with what is wanted and collects the splices; ``diagnostics``: what can't be done so.

    ``shown``: the scale's file, for places. ``kept``: keys of the rows that came back.
    """

    def __init__(self, raw: str, shown: str) -> None:
        self.splices = Splices(raw)
        self.shown = shown
        self.in_flow = False
        self.diagnostics: list[Diagnostic] = []

    def group(self, old: Group, want: Mapping[str, Wanted], path: Path) -> None:
        """Change a group entry by entry."""
        if isinstance(old.at, SpannedScalar):
            self.plain_group(old, old.at, want)
            return
        was_in_flow, self.in_flow = self.in_flow, self.in_flow or old.at.flow
        gone = [name for name in old.entries if name not in want]
        new = [name for name in want if name not in old.entries]
        for name, each in old.entries.items():
            if name in want:
                self.node(each, want[name], (*path, name))
        for name in tuple(gone):
            other = _INSTEAD.get(name)
            if other in new and isinstance(want[other], Want):
                self.replace_entry(old, old.at, name, other, want[other])
                gone.remove(name)
                new.remove(other)
        if (gone or new) and self.is_refused(old, want, path):
            self.in_flow = was_in_flow
            return
        if gone and len(gone) == len(old.entries):
            self.rewrite(old.at, [line for name in _in_order(new, old.shape) for line in entry_lines(name, want[name])])
        else:
            self.remove(old, old.at, gone)
            self.add(old, old.at, gone, want, _in_order(new, old.shape))
        self.in_flow = was_in_flow

    def plain_group(self, old: Group, at: SpannedScalar, want: Mapping[str, Wanted]) -> None:
        """A bare value that stands for a group, which it becomes where more is wanted."""
        name = old.shape.plain or ""
        value = want.get(name)
        if set(want) == {name} and value is not None:
            self.node(old.entries[name], value, ())
            return
        indent = " " * at.start.column
        lines = [line for each in _in_order(list(want), old.shape) for line in entry_lines(each, want[each])]
        if self.in_flow:
            self.refuse(at.start.line, "viết trong dấu ngoặc", next(_places(dict(want)), None))
        else:
            self.splices.put(at.start, at.end, f"{self.splices.line_break}{indent}".join(lines))

    def node(self, old: Outline, want: Wanted, path: Path) -> None:
        """Change a value, a group or a list."""
        match old, want:
            case Leaf(), Want():
                if not is_same(old, want):
                    self.splices.put(old.at.start, old.at.end, written(want.text, in_flow=self.in_flow))
            case Group(), dict():
                self.group(old, want, path)
            case Listing(), WantedList():
                self.listing(old, want, path)
            case _:
                raise TypeError(f"{path}: {type(old).__name__} and {type(want).__name__}")

    def listing(self, old: Listing, want: WantedList, path: Path) -> None:
        """Change a list item by item."""
        origins = _origins(old, want, path)
        kept = [each for each in origins if each is not None]
        self.check_order(want, origins)
        was_in_flow, self.in_flow = self.in_flow, self.in_flow or old.at.flow
        for item, origin in zip(want.items, origins, strict=True):
            if origin is not None:
                self.node(old.items[origin], item.value, (*path, origin))
        gone = [index for index in range(len(old.items)) if index not in kept]
        if (gone or len(kept) < len(want.items)) and self.in_flow:
            self.refuse(old.at.start.line, "viết trong dấu ngoặc [ ]", want.items[0].place)
        else:
            for index in gone:
                self.tell_comment(old, index, path)
                self.splices.remove_item(old.at, index)
            self.add_items(old, want, origins)
        self.in_flow = was_in_flow

    def add_items(self, old: Listing, want: WantedList, origins: Sequence[int | None]) -> None:
        """Each new item behind the one above it; ``want`` is put in the order of the file."""
        ordered: list[list[WantedItem]] = [[] for _ in range(len(old.items) + 1)]
        stay: dict[int, WantedItem] = {}
        before = 0
        for item, origin in zip(want.items, origins, strict=True):
            if origin is None:
                self.splices.add_item(old.at, before, item_lines(item.value))
                ordered[before].append(item)
            else:
                stay[origin] = item
                before = origin + 1
        want.items[:] = [
            item for place, new in enumerate(ordered) for item in (*new, *((stay[place],) if place in stay else ()))
        ]

    def check_order(self, want: WantedList, origins: Sequence[int | None]) -> None:
        """The order of what stays is not changed: rows are sorted and filtered for other reasons too."""
        highest = -1
        for item, origin in zip(want.items, origins, strict=True):
            if origin is not None and origin < highest:
                problem = "Dòng này đứng trước dòng trên nó trong thang điểm; thứ tự của thang điểm được giữ nguyên."
                remedy = "Muốn đổi thứ tự thì chuyển chỗ trong tệp thang điểm."
                self.diagnostics.append(diagnose(_NOT_TAKEN, item.place, problem=problem, remedy=remedy))
                return
            highest = max(highest, -1 if origin is None else origin)

    def replace_entry(self, old: Group, at: SpannedMapping, name: str, other: str, want: Wanted) -> None:
        """Another key and value in an entry's place."""
        if isinstance(want, Want):
            index = list(old.entries).index(name)
            entry, value = at.entries[index]
            self.splices.put(entry.start, value.end, f"{key(other)}: {written(want.text, in_flow=self.in_flow)}")

    def remove(self, old: Group, at: SpannedMapping, gone: Sequence[str]) -> None:
        """Remove entries by their identifiers."""
        names = list(old.entries)
        self.splices.remove_entries(at, [names.index(name) for name in gone])

    def add(
        self, old: Group, at: SpannedMapping, gone: Sequence[str], want: Mapping[str, Wanted], new: Sequence[str]
    ) -> None:
        """Each new entry behind the nearest one that comes before it in the official order."""
        official, names = list(old.shape.keys), list(old.entries)
        for name in new:
            earlier = official[: official.index(name)]
            before = max((names.index(each) + 1 for each in names if each in earlier and each not in gone), default=0)
            self.splices.add_entry(at, before, entry_lines(name, want[name]))

    def rewrite(self, at: SpannedMapping, lines: Sequence[str]) -> None:
        """Other entries for all that are there; the comments between them stay in front."""
        first, last = at.start.line, last_line(at)
        indent = " " * at.start.column
        comments = [self.splices.line(each) for each in range(first, last + 1) if self.splices.is_comment(each)]
        if self.splices.begins_line(at.start):
            self.splices.insert_lines(first, [*comments, *(indent + each for each in lines)])
            self.splices.remove_lines(first, last)
        else:
            self.splices.put(at.start, at.end, f"{self.splices.line_break}{indent}".join(lines))

    def is_refused(self, old: Group, want: Mapping[str, Wanted], path: Path) -> bool:
        """Whether entries can't be added or removed where the group stands; then that is said."""
        at = old.at
        if isinstance(at, SpannedMapping) and at.flow:
            self.refuse(at.start.line, "viết trong dấu ngoặc { }", next(_places(dict(want)), None))
            return True
        return False

    def refuse(self, line: int, fault: str, place: Place | None) -> None:
        """Say that an edit must be made in the file itself."""
        problem = f"Chỗ này ở dòng {line + 1} của {self.shown} {fault} nên không thêm, bớt mục tại chỗ được."
        remedy = "Viết lại chỗ đó thành các dòng riêng (mỗi mục một dòng) rồi lập bảng tính mới."
        at = place or Place(self.shown, line + 1, 1)
        self.diagnostics.append(diagnose(_NOT_IN_PLACE, at, problem=problem, remedy=remedy))

    def tell_comment(self, old: Listing, index: int, path: Path) -> None:
        """Say which comment is left above an item that goes."""
        dash = old.at.dashes[index]
        comments = self.splices.comments_above(dash.line)
        if comments:
            what = f"dòng {dash.line + 1} đến {last_line(old.items[index].at) + 1}"
            place = Place(self.shown, dash.line - len(comments) + 1, dash.column + 1)
            self.diagnostics.append(diagnose(_COMMENT_LEFT, place, what=what, comment=" ".join(comments)))


def is_same(old: Leaf, want: Want) -> bool:
    """Whether a value says the same, however it is written."""
    if old.format == "raw":
        return _number(old.text) == _number(want.text)
    if old.format == "text":
        return _lines(old.text) == _lines(want.text)
    return bool(read_scalar(old.text, old.format, "") == read_scalar(want.text, old.format, ""))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("\n")]


def _number(text: str) -> object:
    found = parse_ratio(text) if "%" in text else parse_number(text)
    return text if isinstance(found, NumberProblem) else ("%" in text, found)


def _origins(old: Listing, want: WantedList, path: Path) -> list[int | None]:
    """For each wanted item the written one that it was, by its row's key, else its id, else by being the same."""
    prefix = f"{row_key(path)}/"
    if want.follows_order and not any(each.key for each in want.items):
        return [index if index < len(old.items) else None for index in range(len(want.items))]
    found: list[int | None] = [_index(each.key, prefix, len(old.items)) for each in want.items]
    for index in {each for each in found if each is not None}:
        alike = [place for place, each in enumerate(found) if each == index]
        best = next((place for place in alike if _says(old.items[index], want.items[place])), alike[0])
        for place in alike:
            if place != best:  # a row that was copied
                found[place] = None
    left = [index for index in range(len(old.items)) if index not in found]
    for by in (_has_id_of, _says):
        for place, item in enumerate(want.items):
            if found[place] is None:
                found[place] = next((index for index in left if by(old.items[index], item)), None)
                left = [index for index in left if index != found[place]]
    return found


def _index(row: str, prefix: str, count: int) -> int | None:
    rest = row.removeprefix(prefix)
    return int(rest) if rest != row and rest.isdigit() and int(rest) < count else None


def _has_id_of(old: Outline, item: WantedItem) -> bool:
    if not isinstance(old, Group) or not isinstance(item.value, dict):
        return False
    leaf, want = old.entries.get("id"), item.value.get("id")
    return isinstance(leaf, Leaf) and isinstance(want, Want) and is_same(leaf, want)


def _says(old: Outline, item: WantedItem) -> bool:
    """Whether an item says exactly what is wanted."""
    return _is_alike(old, item.value)


def _is_alike(old: Outline, want: Wanted) -> bool:
    match old, want:
        case Leaf(), Want():
            return is_same(old, want)
        case Group(entries), dict():
            return entries.keys() == want.keys() and all(_is_alike(entries[name], want[name]) for name in entries)
        case Listing(items), WantedList(wanted):
            pairs = zip(items, wanted, strict=False)
            return len(items) == len(wanted) and all(_is_alike(each, other.value) for each, other in pairs)
        case _:
            return False


def _in_order(names: Sequence[str], shape: ObjectShape) -> list[str]:
    official = list(shape.keys)
    return sorted(names, key=lambda name: official.index(name) if name in official else len(official))


def _places(want: Wanted) -> Iterator[Place]:
    match want:
        case Want():
            yield want.place
        case WantedList():
            yield from (each.place for each in want.items)
        case _:
            for each in want.values():
                yield from _places(each)
