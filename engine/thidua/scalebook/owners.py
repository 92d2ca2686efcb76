"""Sections, criteria and parts of a workbook, found by their ids, also by those that they had before."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from thidua.diagnostics import Diagnostic, diagnose
from thidua.scalebook.layout import CRITERION, PART, SECTION
from thidua.scalebook.taking import Taken
from thidua.scalebook.wanted import Want, Wanted, WantedItem, WantedList
from thidua.schemas.scalars import Unreadable, read_scalar
from thidua.vocabulary import nearest, word

_UNKNOWN_ROW = 294


class Owner(Struct):
    """A row of the sheet of criteria, and what it asks for."""

    kind: str
    row: Taken
    group: dict[str, Wanted]
    address: str = ""

    @property
    def id(self) -> str:
        """Its id as written."""
        return self._text("id")

    @property
    def name(self) -> str:
        """Its name as written."""
        return self._text("name")

    @property
    def method(self) -> str | None:
        """The identifier of its method; None where it has none that can be read."""
        found = self.group.get("method")
        typed = read_scalar(found.text, "word:method", "") if isinstance(found, Want) else None
        return typed if isinstance(typed, str) and not isinstance(typed, Unreadable) else None

    def inside(self, name: str) -> dict[str, Wanted]:
        """A group within, made where it isn't there yet."""
        found = self.group.setdefault(name, {})
        if not isinstance(found, dict):
            raise TypeError(name)
        return found

    def list_in(self, group: str, name: str, *, follows_order: bool = False) -> WantedList:
        """A list within (in a group within), made where it isn't there yet."""
        inside = self.inside(group) if group else self.group
        found = inside.setdefault(name, WantedList(follows_order=follows_order))
        if not isinstance(found, WantedList):
            raise TypeError(name)
        return found

    def _text(self, name: str) -> str:
        found = self.group.get(name)
        return found.text if isinstance(found, Want) else ""


class Owners:
    """All of them by address: a section's and a criterion's id, a part's behind that of its criterion and ``/``.

    ``old``: the addresses that rows had when the workbook was made, and the rows' keys, as ``address: key``; names too.
    """

    def __init__(self, old: Mapping[str, str], names: Mapping[str, str] | None = None) -> None:
        self.old = old
        self.names = names or {}
        self.all: list[Owner] = []
        self.by_address: dict[str, Owner] = {}
        self.renamed: dict[str, str] = {}
        self.told: set[str] = set()

    def add(self, owner: Owner) -> None:
        """Take a row; where it belongs is settled by ``place_all``."""
        self.all.append(owner)

    def place_all(self, sections: WantedList) -> list[Diagnostic]:
        """Put every section, criterion and part into the list that it belongs to."""
        found: list[Diagnostic] = []
        for kind in (SECTION, CRITERION):
            found += [problem for each in self.of(kind) if (problem := self.settle(each, sections))]
        waiting = list(self.of(PART))
        while waiting:  # parts within parts come after those that they are in
            ready = [each for each in waiting if self.find(each.row.text("inside"))]
            found += [problem for each in ready or waiting if (problem := self.settle(each, sections))]
            waiting = [each for each in waiting if each not in ready] if ready else []
        return found

    def settle(self, owner: Owner, sections: WantedList) -> Diagnostic | None:
        """Give an owner its address and put it where it belongs."""
        inside = owner.row.text("inside")
        parent = self.find(inside)
        if owner.kind != SECTION and (parent is None or (parent.kind == SECTION) != (owner.kind == CRITERION)):
            return self.homeless(owner, inside)
        owner.address = f"{parent.address}/{owner.id}" if owner.kind == PART and parent else owner.id
        before = self.by_address.get(owner.address)
        if before is not None and owner.id:
            problem = f"Mã “{owner.id}” đã có ở dòng {before.row.number}."
            return _problem(owner, "id", problem, "Mỗi nội dung, tiêu chí, thành phần một mã riêng.")
        if owner.kind == SECTION and inside:
            return _problem(owner, "inside", "Nội dung không thuộc mục nào khác.", "Xóa nội dung của ô này.")
        self.by_address[owner.address] = owner
        old = next((address for address, key in self.old.items() if key == owner.row.key), None)
        if old is not None and old != owner.address:
            self.renamed.setdefault(old, owner.address)
        self.list_of(owner, parent, sections).items.append(WantedItem(owner.group, owner.row.key, owner.row.at("id")))
        return None

    def list_of(self, owner: Owner, parent: Owner | None, sections: WantedList) -> WantedList:
        """The list that an owner is an item of."""
        if parent is None or owner.kind == SECTION:
            return sections
        return parent.list_in("", "criteria") if owner.kind == CRITERION else parent.list_in("terms", "parts")

    def homeless(self, owner: Owner, inside: str) -> Diagnostic:
        """Say that a row belongs to nothing."""
        wanted = SECTION if owner.kind == CRITERION else CRITERION
        known = [each.address for each in self.by_address.values() if (each.kind == SECTION) == (wanted == SECTION)]
        guess = nearest(inside, known) if inside else None
        told = f"Không có {word('scale_row', wanted)} mang mã “{inside}”." if inside else "Chưa ghi thuộc mục nào."
        remedy = f"Có phải là “{guess}”?" if guess else f"Ghi một trong: {'; '.join(known[:12])}."
        return _problem(owner, "inside", told, remedy)

    def of(self, kind: str) -> Iterator[Owner]:
        """Those of a kind."""
        return (each for each in self.all if each.kind == kind)

    def scored(self) -> Iterator[Owner]:
        """Criteria and parts."""
        return (each for each in self.all if each.kind != SECTION)

    def find(self, address: str) -> Owner | None:
        """By an address of now, or one that its row had before."""
        found = self.by_address.get(address)
        return found or self.by_address.get(self.renamed.get(address, "\0"))

    def was_removed(self, address: str) -> bool:
        """Whether there was such a criterion when the workbook was made, and its row is gone."""
        keys = {each.row.key for each in self.all}
        return address in self.old and self.old[address] not in keys

    def old_names(self, address: str) -> tuple[str, ...]:
        """The name that it had."""
        return (self.names[address],) if address in self.names else ()

    def tell_once(self, address: str) -> bool:
        """Whether nothing was said of this address yet."""
        first = address not in self.told
        self.told.add(address)
        return first

    def drop_blank_groups(self) -> None:
        """Forget the groups in which nothing came to stand."""
        for each in self.all:
            for name in ("terms", "figures"):
                if each.group.get(name) == {}:
                    del each.group[name]

    def addresses(self) -> list[str]:
        """The addresses of criteria and parts."""
        return [address for address, each in self.by_address.items() if each.kind != SECTION]


def _problem(owner: Owner, column: str, problem: str, remedy: str) -> Diagnostic:
    return diagnose(_UNKNOWN_ROW, owner.row.at(column), problem=problem, remedy=remedy)
