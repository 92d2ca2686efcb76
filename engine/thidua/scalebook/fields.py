"""The cells of a row as the fields of what the row shows; all that is wrong with them is collected."""

from collections.abc import Mapping
from typing import Final

from thidua.diagnostics import Diagnostic, diagnose
from thidua.scalebook.cells import text_of
from thidua.scalebook.layout import ADDRESSES, SEPARATOR, SHEETS, SHOWN_ONLY, field_path, formats, heading
from thidua.scalebook.taking import Taken
from thidua.scalebook.wanted import Want, Wanted, WantedItem, WantedList, put_at
from thidua.schemas.load import ObjectShape
from thidua.schemas.scalars import Unreadable, read_scalar
from thidua.vocabulary import nearest, word

UNKNOWN_ROW: Final = 294
_NOT_USED: Final = 296
_NOT_TAKEN: Final = 297
_MOST_LISTED: Final = 12


class Fields:
    """Reads rows; ``diagnostics``: what was wrong with them."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def item(self, row: Taken, shape: ObjectShape, renamed: Mapping[str, str], called: str = "") -> WantedItem | None:
        """The group of a row as an item; None where the row is blank."""
        group = self.group(row, shape, renamed, called)
        first = next(each for each in SHEETS[row.name][1:] if each not in SHOWN_ONLY)
        return WantedItem(group, row.key, row.at(first)) if group else None

    def group(self, row: Taken, shape: ObjectShape, renamed: Mapping[str, str], called: str) -> dict[str, Wanted]:
        """The group of a row. ``renamed``: its fields that stand in other columns; ``called``: what the row is."""
        allowed = formats(shape, tuple(row.columns), renamed)
        by_column = {column: name for name, column in renamed.items()}
        found: dict[str, Wanted] = {}
        for column, format_name in allowed.items():
            path = (by_column[column],) if column in by_column else field_path(column)
            wanted = self.want(row, column, format_name)
            if wanted and format_name == "ids":
                found[path[0]] = self.ids(wanted)
            elif wanted:
                put_at(found, path, wanted)
        self.refuse_others(row, set(allowed), called)
        return found

    def ids(self, wanted: Want) -> WantedList:
        """The ids in one cell."""
        items = []
        for text in (each.strip() for each in wanted.text.split(SEPARATOR)):
            typed = read_scalar(text, "slug", "") if text else text
            if isinstance(typed, Unreadable):
                self.diagnostics.append(diagnose(typed.code, wanted.place, **dict(typed.fields)))
            elif text:
                items.append(WantedItem(Want(text, "slug", wanted.place), "", wanted.place))
        return WantedList(items, follows_order=True)

    def want(self, row: Taken, column: str, format_name: str, called: str = "") -> Want | None:
        """What a cell asks for; None where it is blank or can't be read."""
        cell = row.cells.get(column)
        if cell is None:
            return None
        found = text_of(cell, format_name, column, row.at(column), called)
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return None
        return Want(found, format_name, row.at(column))

    def refuse_others(self, row: Taken, allowed: set[str], called: str) -> None:
        """Say where a row holds something in a column that means nothing for it."""
        known = ", ".join(f"“{heading(each)}”" for each in row.columns if each in allowed)
        for column in row.cells:
            if column not in allowed and column not in ADDRESSES and column not in SHOWN_ONLY:
                told = {"column": heading(column), "row": called or row.sheet.name, "known": known}
                self.diagnostics.append(diagnose(_NOT_USED, row.at(column), **told))

    def check_shown(self, row: Taken, column: str, expected: tuple[str, ...]) -> None:
        """Say that what was written into a column that only shows something is not taken over."""
        found = " ".join(row.text(column).split())
        if found and found not in [" ".join(each.split()) for each in expected]:
            where = word("scale_sheet", "criteria" if column == "owner_name" else "evidence_types")
            problem = f"Cột “{heading(column)}” chỉ để xem; nội dung “{found}” không đưa vào thang điểm."
            self.ignore(row, column, problem, f"Sửa ở trang “{where}”.")

    def fail(self, row: Taken, column: str, problem: str, remedy: str) -> None:
        """Say that a row can't be taken."""
        self.diagnostics.append(diagnose(UNKNOWN_ROW, row.at(column), problem=problem, remedy=remedy))

    def ignore(self, row: Taken, column: str, problem: str, remedy: str) -> None:
        """Say that something is not taken over."""
        self.diagnostics.append(diagnose(_NOT_TAKEN, row.at(column), problem=problem, remedy=remedy))


def one_of(written: str, known: list[str]) -> str:
    """What may be written instead: the word that was probably meant, else all of them."""
    guess = nearest(written, known) if written else None
    return f"Có phải là “{guess}”?" if guess else f"Ghi một trong: {'; '.join(known[:_MOST_LISTED])}."
