"""From the rows of a workbook to what they ask for: each row to its owner, each cell to its field."""

from collections.abc import Mapping

from msgspec import Struct

from thidua.diagnostics import Diagnostic
from thidua.scalebook.asking_terms import ask_for_term, put_ranks_in_order
from thidua.scalebook.fields import Fields, one_of
from thidua.scalebook.layout import (
    CRITERION,
    SECTION,
    figures_shape,
    general_entries,
    heading,
    item_shape,
    part_shapes,
    scale_shape,
)
from thidua.scalebook.owners import Owner, Owners
from thidua.scalebook.taking import Taken
from thidua.scalebook.wanted import Want, Wanted, WantedList, put_at
from thidua.vocabulary import fold, spellings_of_words, word


class Asked(Struct, frozen=True):
    """The scale that is asked for, but for its kind of file; ``diagnostics``: what is wrong with the rows."""

    root: dict[str, Wanted]
    diagnostics: tuple[Diagnostic, ...]


def ask(rows: Mapping[str, list[Taken]], owners: Owners, scale_id: str) -> Asked:
    """What the rows of all sheets ask for. ``owners``: knows the ids as they were; ``scale_id``: may not change."""
    asker = _Asker(rows, owners)
    asker.general(scale_id)
    asker.lists()
    asker.criteria()
    for row in rows["terms"]:
        if owner := asker.owner_of(row):
            ask_for_term(asker.fields, row, owner)
    put_ranks_in_order(asker.fields, owners)
    for row in rows["evidence"]:
        if owner := asker.owner_of(row):
            asker.evidence(row, owner)
    for row in rows["figures"]:
        if owner := asker.owner_of(row):
            asker.figure(row, owner)
    owners.drop_blank_groups()
    return Asked(asker.root, tuple(asker.fields.diagnostics))


class _Asker:
    def __init__(self, rows: Mapping[str, list[Taken]], owners: Owners) -> None:
        self.rows = rows
        self.owners = owners
        self.fields = Fields()
        self.root: dict[str, Wanted] = {}

    def general(self, scale_id: str) -> None:
        known = {fold(label): (label, path, format_name) for label, (path, format_name) in general_entries().items()}
        seen: set[str] = set()
        for row in self.rows["general"]:
            label = row.text("entry")
            if fold(label) not in known or fold(label) in seen:
                problem = f"Mục “{label}” {'có hai dòng' if fold(label) in seen else 'không có trong thang điểm'}."
                self.fields.fail(row, "entry", problem, "Giữ các dòng của trang này như lúc lập.")
                continue
            seen.add(fold(label))
            official, path, format_name = known[fold(label)]
            wanted = self.fields.want(row, "value", format_name, official)
            if path == ("id",) and (wanted is None or wanted.text != scale_id):
                remedy = f"Ghi lại {scale_id}; lập thang điểm mang mã khác bằng thidua new."
                self.fields.fail(row, "value", "Mã thang điểm không sửa ở bảng tính.", remedy)
            elif wanted is not None:
                put_at(self.root, path, wanted)

    def lists(self) -> None:
        for name in ("evidence_types", "classes"):
            shape = item_shape(scale_shape().keys[name])
            items = [item for row in self.rows[name] if (item := self.fields.item(row, shape, {}))]
            if items:
                self.root[name] = WantedList(items)

    def criteria(self) -> None:
        """Sections, criteria and parts, each where it belongs."""
        for row in self.rows["criteria"]:
            written = row.text("row_kind")
            kind = spellings_of_words("scale_row").get(fold(written))
            if kind is None:
                told = f"ghi “{written}”" if written else "để trống"
                words = ", ".join(word("scale_row", each) for each in part_shapes())
                problem = f"Cột “{heading('row_kind')}” {told}."
                self.fields.fail(row, "row_kind", problem, f"Chọn một trong: {words}.")
            else:
                self.owners.add(
                    Owner(kind, row, self.fields.group(row, part_shapes()[kind], {}, word("scale_row", kind)))
                )
        sections = WantedList()
        self.fields.diagnostics += self.owners.place_all(sections)
        if sections.items:
            self.root["sections"] = sections

    def evidence(self, row: Taken, owner: Owner) -> None:
        if owner.kind != CRITERION:
            problem = "Tài liệu kiểm chứng chỉ ghi cho tiêu chí, không ghi cho nội dung, thành phần."
            self.fields.fail(row, "owner", problem, "Ghi mã tiêu chí.")
            return
        item = self.fields.item(row, item_shape(part_shapes()[CRITERION].keys["evidence"]), {})
        if item:
            owner.list_in("", "evidence").items.append(item)
        self.fields.check_shown(row, "full_name", self.names_of_type(row.text("evidence_type")))

    def figure(self, row: Taken, owner: Owner) -> None:
        written = row.text("figure_id")
        name = spellings_of_words("figure").get(fold(written))
        shape = figures_shape().get(name or "")
        if owner.kind == SECTION or name is None or shape is None:
            problem = "Nội dung không có số liệu." if owner.kind == SECTION else f"Không có số liệu “{written}”."
            words = [word("figure", each) for each in figures_shape()]
            self.fields.fail(row, "figure_id", problem, one_of(written, words))
            return
        item = self.fields.item(row, shape, {}, word("figure", name))
        figures = owner.inside("figures")
        if item and name in figures:
            problem = f"Số liệu “{word('figure', name)}” của tiêu chí này có hai dòng."
            self.fields.fail(row, "figure_id", problem, "Xóa một dòng.")
        elif item and isinstance(item.value, dict):
            figures[name] = item.value

    def owner_of(self, row: Taken) -> Owner | None:
        """Whose row it is; None where that isn't known (then that was said) or nothing stands in it."""
        written = row.text("owner")
        owner = self.owners.find(written)
        if owner:
            self.fields.check_shown(row, "owner_name", (owner.name, *self.owners.old_names(written)))
        elif not row.is_filled:
            return None
        elif self.owners.was_removed(written):
            if self.owners.tell_once(written):
                where = word("scale_sheet", "criteria")
                problem = f"“{written}” không còn ở trang “{where}” nên các dòng của mã này ở trang khác cũng bỏ."
                self.fields.ignore(row, "owner", problem, f"Không có ý bỏ thì khôi phục dòng ở trang “{where}”.")
        else:
            told = f"Không có tiêu chí hay thành phần mang mã “{written}”." if written else "Chưa ghi mã tiêu chí."
            self.fields.fail(row, "owner", told, one_of(written, self.owners.addresses()))
        return owner

    def names_of_type(self, identifier: str) -> tuple[str, ...]:
        """The full name of a shared document; none where there is no such code."""
        listed = self.root.get("evidence_types")
        groups = [each.value for each in listed.items] if isinstance(listed, WantedList) else []
        found = [(each.get("id"), each.get("name")) for each in groups if isinstance(each, dict)]
        return tuple(
            name.text
            for code, name in found
            if isinstance(code, Want) and isinstance(name, Want) and code.text == identifier
        )
