"""A workbook back into its scale's file: what will change, whether the scale is then in order, and the new text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from thidua.building.documents import document_of
from thidua.checking import check_scale_as
from thidua.comparison.change import Change
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import Home, find_home, shown
from thidua.identity import identity
from thidua.loading.scales import LoadedScale, find_scale, load_scale, scale_in
from thidua.locating import problems_of
from thidua.model.scale import Scale
from thidua.reading import clean_text, read_whole_text
from thidua.reading.workbooks import Workbook, read_workbook
from thidua.scalebook.asking import ask
from thidua.scalebook.finding import find_scale_file
from thidua.scalebook.layout import PART
from thidua.scalebook.marks import BOOK_VERSION, BookMarks, read_book_marks
from thidua.scalebook.outline import Group, Leaf, outline_of
from thidua.scalebook.owners import Owners
from thidua.scalebook.rows import Row, rows_of
from thidua.scalebook.splicing_in import Splicer
from thidua.scalebook.taking import take_rows
from thidua.scalebook.wanted import Want, Wanted, WantedItem, WantedList, cells_of
from thidua.schemas import Shaped
from thidua.splicing.spans import read_spans
from thidua.versions import changes_between

_NO_BOOK = 290
_ANOTHER = 291
_OLDER = 292
_NOT_IN_PLACE = 298
_SHORT = 8


class Imported(Struct, frozen=True):
    """What would come of a workbook. ``new`` None: nothing, for ``diagnostics`` hold an error.

    ``usable`` False: the workbook or the scale could not be read at all. ``text``: the file's new text, with the line
    breaks that it has.
    """

    diagnostics: tuple[Diagnostic, ...]
    usable: bool = False
    file: Path | None = None
    old: Scale | None = None
    new: Scale | None = None
    changes: tuple[Change, ...] = ()
    old_text: str = ""
    text: str = ""


def import_book(book: Path, scale: str | None = None, home_option: Path | None = None) -> Imported:
    """Read a workbook and work out the change; nothing is written.

    ``scale``: an id, a folder or a file; None: the one that the workbook names.
    """
    reading = read_workbook(book, shown(book))
    if reading.workbook is None:
        return Imported(reading.diagnostics)
    marks = _marks(reading.workbook)
    if marks is None or marks.version != BOOK_VERSION:
        return Imported((*reading.diagnostics, diagnose(_NO_BOOK, Place(shown(book)))))
    home, loaded, problems = _scale(marks, scale, book, home_option)
    found = (*reading.diagnostics, *problems)
    if loaded is None or loaded.scale is None:
        return Imported(found)
    refusal = _refusal(loaded.scale, marks, shown(book), scale)
    if refusal:
        return Imported((*found, refusal))
    return take_in(reading.workbook, shown(book), home, loaded, found)


def take_in(
    workbook: Workbook, book: str, home: Home, loaded: LoadedScale, found: tuple[Diagnostic, ...] = ()
) -> Imported:
    """As ``import_book``, of a workbook that was read and surely is of this version of this scale."""
    return _Import(workbook, book, home, loaded, found).run()


def _marks(workbook: Workbook) -> BookMarks | None:
    """The identity by the properties, else by the hidden sheet: some programs drop the properties."""
    found = read_book_marks(workbook.properties)
    if found:
        return found
    for sheet in workbook.sheets:
        pairs = {
            first.text: second.text
            for row in sheet.rows
            if (first := sheet.cell(row, 1)) is not None and (second := sheet.cell(row, 2)) is not None
        }
        found = read_book_marks(pairs)
        if found:
            return found
    return None


def _scale(
    marks: BookMarks, written: str | None, book: Path, home_option: Path | None
) -> tuple[Home, LoadedScale | None, tuple[Diagnostic, ...]]:
    if written is not None:
        found = find_scale_file(written, home_option)
        loaded = load_scale(found.file, found.home) if found.file else None
        return found.home, loaded, (*found.diagnostics, *_errors(loaded))
    home = find_home(home_option, Path.cwd())
    if home.problem:
        return home, None, problems_of(home)
    loaded = find_scale(marks.scale, home, Place(shown(book)))
    return home, loaded, _errors(loaded)


def _errors(loaded: LoadedScale | None) -> tuple[Diagnostic, ...]:
    return loaded.diagnostics if loaded and loaded.scale is None else ()


def _refusal(scale: Scale, marks: BookMarks, book: str, written: str | None) -> Diagnostic | None:
    if scale.id != marks.scale:
        remedy = f"Ghi đúng thang điểm: thidua scale import {book} {marks.scale}, hoặc chọn bảng tính của {scale.id}."
        return diagnose(_ANOTHER, Place(book), found=marks.scale, wanted=scale.id, remedy=remedy)
    now = identity(scale)
    if now != marks.hash:
        return diagnose(_OLDER, Place(book), id=scale.id, old=marks.hash[:_SHORT], new=now[:_SHORT])
    return None


class _Import:
    """One workbook of one scale, whose file is as it was when the workbook was made."""

    def __init__(
        self, workbook: Workbook, book: str, home: Home, loaded: LoadedScale, found: tuple[Diagnostic, ...]
    ) -> None:
        self.workbook = workbook
        self.book = book
        self.home = home
        self.loaded = loaded
        self.file = shown(loaded.file)
        self.diagnostics = list(found)

    def run(self) -> Imported:
        raw = read_whole_text(self.loaded.file, self.file)
        clean = raw if isinstance(raw, Diagnostic) else clean_text(raw, self.file)
        if isinstance(raw, Diagnostic) or isinstance(clean, Diagnostic) or not _is_plain(raw, clean):
            problem = f"Tệp {self.file} có ký tự ẩn, dấu cách lạ hoặc dấu rời từ Word, macOS."
            remedy = f"Chạy “thidua check --fix {self.file}” rồi đưa bảng tính vào lại."
            return self.refused(diagnose(_NOT_IN_PLACE, Place(self.file), problem=problem, remedy=remedy))
        outline = outline_of(read_spans(clean))
        wanted = self.wanted(outline)
        if wanted is None:
            return self.refused()
        splicer = Splicer(raw, self.file)
        splicer.group(outline, wanted, ())
        self.diagnostics += splicer.diagnostics
        if has_errors(splicer.diagnostics):
            return self.refused()
        if splicer.splices.text == raw:
            same = self.loaded.scale
            return Imported(tuple(self.diagnostics), True, self.loaded.file, same, same, (), raw, raw)
        return self.checked(raw, splicer.splices.text, wanted)

    def wanted(self, outline: Group) -> dict[str, Wanted] | None:
        """What the rows ask for; None where something is wrong with them."""
        taking = take_rows(self.workbook, self.book)
        self.diagnostics += taking.diagnostics
        if has_errors(taking.diagnostics):
            return None
        rows = tuple(rows_of(outline))
        asked = ask(taking.rows, owners_before(rows), self.loaded.scale.id if self.loaded.scale else "")
        self.diagnostics += asked.diagnostics
        kind = outline.entries["file_type"]
        if isinstance(kind, Leaf):  # the one key that stands in no sheet
            asked.root["file_type"] = Want(kind.text, kind.format, Place(self.book))
        return None if has_errors(asked.diagnostics) else asked.root

    def checked(self, raw: str, text: str, wanted: dict[str, Wanted]) -> Imported:
        """Build what the new text says, and see that it says what was asked for."""
        clean = clean_text(text, self.file)
        if isinstance(clean, Diagnostic):
            return self.refused(clean)
        document = document_of(clean, self.file, "scale")
        after = scale_in(self.loaded.file, document, self.home)
        cells = dict(cells_of(wanted))
        if after.scale is None or has_errors(after.diagnostics):
            shaped = None if isinstance(document, tuple) else document
            return self.refused(*(_at_its_cell(each, shaped, cells) for each in after.diagnostics))
        _check_is_as_asked(clean, wanted)
        before = {(each.code, each.fields) for each in check_scale_as(self.loaded, self.home)}
        new = [each for each in check_scale_as(after, self.home) if (each.code, each.fields) not in before]
        self.diagnostics += [_at_its_cell(each, after.written, cells) for each in new]
        if has_errors(new):
            return self.refused()
        assert self.loaded.scale is not None
        changes = changes_between(self.loaded.scale, after.scale)
        told = tuple(self.diagnostics)
        return Imported(told, True, self.loaded.file, self.loaded.scale, after.scale, changes, raw, text)

    def refused(self, *found: Diagnostic) -> Imported:
        """Nothing comes of the workbook."""
        return Imported((*self.diagnostics, *found), True, self.loaded.file)


def owners_before(rows: tuple[Row, ...]) -> Owners:
    """The addresses, names and keys of the rows of criteria as the file has them."""
    keys: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in rows:
        if row.sheet == "criteria":
            own = row.texts["id"]
            address = f"{row.shown['inside']}/{own}" if row.kind == PART else own
            keys[address] = row.key
            names[address] = row.texts["name"]
    return Owners(keys, names)


def _is_plain(raw: str, clean: str) -> bool:
    """Whether the text that was read has every character of the file, but for line breaks and a byte order mark."""
    return raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n") == clean


def _at_its_cell(found: Diagnostic, shaped: Shaped | None, cells: dict[tuple[str | int, ...], Place]) -> Diagnostic:
    """A diagnostic at the cell from which the value came, where it came from one."""
    if shaped is None:
        return found
    here = (found.place.line, found.place.column)
    paths = [path for path, at in (*shaped.places.items(), *shaped.keys.items()) if at == here]
    for path in sorted(paths, key=len, reverse=True):
        place = next(_around(path, cells), None)
        if place:
            return replace(found, place=place)
    return found


def _around(path: tuple[str | int, ...], cells: dict[tuple[str | int, ...], Place]) -> Iterator[Place]:
    """The cell of a value, or the first of those inside it, or of what it is in."""
    if path in cells:
        yield cells[path]
    yield from (place for each, place in cells.items() if each[: len(path)] == path)
    while path:
        path = path[:-1]
        if path in cells:
            yield cells[path]


def _check_is_as_asked(clean: str, wanted: dict[str, Wanted]) -> None:
    """Asking again for the same must change nothing; RuntimeError, for that would be our fault."""
    again = Splicer(clean, "")
    again.group(outline_of(read_spans(clean)), _without_keys(wanted), ())
    if again.splices.found:
        raise RuntimeError("the new text does not say what the workbook asks for")


def _without_keys(group: dict[str, Wanted]) -> dict[str, Wanted]:
    return {name: _keyless(each) for name, each in group.items()}


def _keyless(wanted: Wanted) -> Wanted:
    match wanted:
        case WantedList():
            items = [WantedItem(_keyless_value(each.value), "", each.place) for each in wanted.items]
            return WantedList(items, follows_order=True)
        case dict():
            return _without_keys(wanted)
        case _:
            return wanted


def _keyless_value(value: dict[str, Wanted] | Want) -> dict[str, Wanted] | Want:
    return value if isinstance(value, Want) else _without_keys(value)
