"""First step of checking: give every key its identifier and every scalar its type, along the file's schema.

What comes out is plain data with English keys (dict, list, Fraction, int, date, bool, str; a raw ``Scalar`` where only
the builder can know the type), an index of places, and diagnostics. A value that can't be read is left out and its path
is remembered as broken, so that later steps neither trip over it nor complain twice.
"""

from typing import Any

from msgspec import Struct, field

from thidua.diagnostics import Diagnostic, Edit, Place, diagnose
from thidua.reading import bullets, joined_keys
from thidua.reading.characters import clipped
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.schemas.curly_quotes import bare_key, curly_quote_fault, without_curly_quotes
from thidua.schemas.load import ListShape, ObjectShape, ScalarShape, Shape, root_shape
from thidua.schemas.scalars import Unreadable, read_scalar
from thidua.vocabulary import fold, key, nearest

Path = tuple[str | int, ...]

_MISSING = object()
_ONLY_SHOWN = frozenset(("basis", "caution", "explanation", "note", "outline_after", "reason", "source_note"))
"""Texts by which nothing is looked up."""
_NAMED_BY_ID = frozenset(("sections", "criteria", "parts", "rules", "cases"))
"""Lists whose items are looked up by other things than their names."""


class Shaped(Struct):
    """A document after naming and typing. ``kind``: the schema along which.

    ``places`` maps a path of English keys and indices to line and column of the value, ``keys`` to those of its key.
    ``sheet``: of a workbook, whose cells these are.
    """

    shown: str
    data: dict[str, Any]
    places: dict[Path, tuple[int, int]]
    broken: set[Path]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    kind: str = ""
    sheet: str = ""

    def key_place(self, path: Path) -> Place:
        """Where the key of a path stands; for what is wrong with a name, not with its value."""
        return Place(self.shown, *self.keys[path], sheet=self.sheet) if path in self.keys else self.place(path)

    def place(self, path: Path) -> Place:
        """Where a path stands, or the nearest thing around it that stands somewhere."""
        while path and path not in self.places:
            path = path[:-1]
        return Place(self.shown, *self.places.get(path, (1, 1)), sheet=self.sheet)

    def is_broken(self, path: Path) -> bool:
        """Whether something at or below this path could not be read."""
        return path in self.broken

    def report(self, code: int, path: Path, **fields: object) -> None:
        """Add a diagnostic at a path."""
        self.diagnostics.append(diagnose(code, self.place(path), **fields))

    def break_at(self, path: Path) -> None:
        """Remember that the value at a path, and so all that contains it, is incomplete."""
        for length in range(len(path), -1, -1):
            self.broken.add(path[:length])


def shape(root: Node, schema: str, shown: str, sheet: str = "") -> Shaped:
    """Shape a document along one of the shipped schemas. ``sheet``: of a workbook, where its places are cells."""
    shaped = Shaped(shown, {}, {}, set(), kind=schema, sheet=sheet)
    found = _Walker(shaped, blank_is_absent=schema in ("dossier",)).walk(root, root_shape(schema), (), "")
    if isinstance(found, dict):
        shaped.data = found
    return shaped


class _Walker:
    def __init__(self, shaped: Shaped, blank_is_absent: bool) -> None:
        self.shaped = shaped
        self.places = shaped.places
        self.keys = shaped.keys
        self.blank_is_absent = blank_is_absent

    def walk(self, node: Node, wanted: Shape, path: Path, name: str) -> Any:
        """The typed value, or ``_MISSING`` where there is none (then a diagnostic has said why)."""
        self.places[path] = (node.line, node.column)
        if isinstance(wanted, ScalarShape):
            return node if wanted.format == "node" else self.scalar(node, wanted, path, name)
        if isinstance(node, Scalar) and not node.text and not node.quoted:
            return self.blank(path, name)
        if isinstance(wanted, ListShape):
            return self.sequence(node, wanted, path, name)
        return self.group(node, wanted, path, name)

    def fail(self, code: int, path: Path, **fields: object) -> Any:
        self.shaped.report(code, path, **fields)
        self.shaped.break_at(path)
        return _MISSING

    def blank(self, path: Path, name: str) -> Any:
        if self.blank_is_absent:
            return _MISSING
        return self.fail(147, path, key=name)

    def scalar(self, node: Node, wanted: ScalarShape, path: Path, name: str) -> Any:
        if not isinstance(node, Scalar):
            return self.fail(144, path, key=name, example=f"{name}: …")
        if not node.text.strip():
            return self.blank(path, name)
        if wanted.format == "raw":
            return node
        value = read_scalar(node.text, wanted.format, name)
        if isinstance(value, Unreadable):
            failed = self.fail(value.code, path, **dict(value.fields))
            if value.instead:
                self.offer(node, node.text.strip(), value.instead)
            return failed
        if wanted.format in ("text", "words"):
            self.check_quotes(node, path, name)
        return value

    def check_quotes(self, node: Scalar, path: Path, name: str) -> None:
        found = curly_quote_fault(node.text, node.quoted)
        if found:
            fault, remedy = found
            self.shaped.report(194, path, key=name, fault=fault, text=clipped(node.text), remedy=remedy)
            inner = without_curly_quotes(node.text)
            if inner and _is_only_shown(path):
                self.offer(node, node.text, inner)

    def offer(self, node: Scalar, old: str, new: str) -> None:
        """Say of the last problem that it is put right by other text in place of a scalar's."""
        edit = Edit(node.line, node.column + node.quoted, old, new)
        self.shaped.diagnostics[-1] = self.shaped.diagnostics[-1].with_edits(edit)

    def sequence(self, node: Node, wanted: ListShape, path: Path, name: str) -> Any:
        if not isinstance(node, Sequence):
            return self.not_a_list(node, path, name)
        found = [self.walk(item, wanted.items, (*path, index), name) for index, item in enumerate(node.items)]
        # A broken item keeps its seat, so that the indices of the others stay true to the file.
        return [None if item is _MISSING else item for item in found]

    def not_a_list(self, node: Scalar | Mapping, path: Path, name: str) -> Any:
        """A text or a group in place of a list: where it begins with a bullet, it was meant for one."""
        written = [each for each, _ in node.entries] if isinstance(node, Mapping) else [node]
        first = next((each for each in written if not each.quoted), None)
        bullet = bullets.of_text(first.text) if first else None
        if first is None or bullet is None or not self.begins_line(first, path):
            return self.fail(143, path, key=name)
        failed = self.fail(bullets.DASH_MISPLACED, path, **bullets.fields(bullet))
        self.offer(first, bullet["bullet"], bullets.dash_for(first.text))
        return failed

    def begins_line(self, node: Node, path: Path) -> bool:
        """Whether a value stands on a line below its key."""
        return self.keys.get(path, (node.line, 0))[0] < node.line

    def group(self, node: Node, wanted: ObjectShape, path: Path, name: str) -> Any:
        if isinstance(node, Scalar) and wanted.plain:
            value = self.walk(node, wanted.keys[wanted.plain], (*path, wanted.plain), name)
            return _MISSING if value is _MISSING else {wanted.plain: value}
        if not isinstance(node, Mapping):
            return self.not_a_group(node, wanted, path, name)
        named = self.name_entries(node, wanted, path)
        found: dict[str, Any] = {}
        for identifier, (term, value_node) in named.items():
            if identifier in wanted.chosen:
                continue
            place = (*path, identifier)
            self.keys[place] = (term.line, term.column)
            value = self.walk(value_node, wanted.keys.get(identifier) or _other(wanted), place, term.text)
            self.place_by_key(place, term, value_node)
            if value is not _MISSING:
                found[identifier] = value
        for identifier, (selector, shapes) in wanted.chosen.items():
            if identifier in named and found.get(selector) in shapes:
                term, value_node = named[identifier]
                self.keys[(*path, identifier)] = (term.line, term.column)
                value = self.walk(value_node, shapes[found[selector]], (*path, identifier), term.text)
                self.place_by_key((*path, identifier), term, value_node)
                if value is not _MISSING:
                    found[identifier] = value
            elif identifier in named:
                self.shaped.break_at((*path, identifier))
        return found

    def not_a_group(self, node: Scalar | Sequence, wanted: ObjectShape, path: Path, name: str) -> Any:
        """A text or a list in place of a group: ``tên:Bảng`` only lacks a space."""
        joined = joined_keys.JOINED.fullmatch(node.text) if isinstance(node, Scalar) and not node.quoted else None
        if not isinstance(node, Scalar) or joined is None or fold(joined["key"]) not in wanted.spellings:
            return self.fail(142, path, key=name or "tệp", example=_example(wanted))
        remedy = joined_keys.remedy(joined)
        code, fault, text = joined_keys.MISSING_COLON, joined_keys.NO_COLON, clipped(node.text, 80)
        failed = self.fail(code, path, fault=fault, text=text, remedy=remedy)
        self.offer(node, f"{joined['key']}:", f"{joined['key']}: ")
        return failed

    def place_by_key(self, path: Path, term: Scalar, value: Node) -> None:
        """A group or a list begins, for people, with its key; a single value is where it stands itself."""
        if not isinstance(value, Scalar):
            self.places[path] = (term.line, term.column)

    def name_entries(self, node: Mapping, wanted: ObjectShape, path: Path) -> dict[str, tuple[Scalar, Node]]:
        named: dict[str, tuple[Scalar, Node]] = {}
        for term, value in node.entries:
            identifier = wanted.spellings.get(term.text) or wanted.spellings.get(fold(term.text))
            if identifier is None:
                if wanted.others is None or without_curly_quotes(term.text):
                    self.unknown_key(term, wanted, path)
                    continue
                identifier = term.text.strip()
            if identifier in named:
                first = named[identifier][0].line
                self.report_at(term, 141, key=term.text, first=first)
                self.shaped.break_at((*path, identifier))
            else:
                named[identifier] = (term, value)
        return named

    def unknown_key(self, term: Scalar, wanted: ObjectShape, path: Path) -> None:
        if bare_key(term.text) != term.text:
            self.quoted_key(term, wanted, path)
            return
        known = [key(identifier) for identifier in wanted.keys]
        guess = nearest(term.text, known)
        if guess:
            suggestion = f"Có phải là “{guess}”?"
            # The key that was probably meant must not be called missing as well.
            self.shaped.break_at((*path, wanted.spellings[fold(guess)]))
        else:
            suggestion = f"Các mục được dùng ở đây: {', '.join(known)}."
        self.report_at(term, 140, key=term.text, where=describe(wanted.name), suggestion=suggestion)
        self.shaped.break_at(path)

    def quoted_key(self, term: Scalar, wanted: ObjectShape, path: Path) -> None:
        """A key in Word's quotes, which may be all that is wrong with it."""
        bare = bare_key(term.text)
        known = [key(identifier) for identifier in wanted.keys]
        fits = wanted.others is not None or fold(bare) in wanted.spellings
        meant = bare if fits else nearest(bare, known)
        suggestion = f"ghi: {meant}" if meant else f"ghi một trong các mục được dùng ở đây: {', '.join(known)}."
        where = f"{describe(wanted.name)}{' khi còn dấu ngoặc kép cong' if fits else ''}"
        self.report_at(term, 140, key=bare, where=where, suggestion=f"Bỏ dấu ngoặc kép cong, {suggestion}")
        self.shaped.break_at((*path, wanted.spellings.get(fold(meant or bare), bare)))

    def report_at(self, node: Scalar, code: int, **fields: object) -> None:
        place = Place(self.shaped.shown, node.line, node.column, sheet=self.shaped.sheet)
        self.shaped.diagnostics.append(diagnose(code, place, **fields))


def _is_only_shown(path: Path) -> bool:
    by_id = path == ("name",) or (path[-1] == "name" and len(path) > 2 and path[-3] in _NAMED_BY_ID)
    return by_id or path[-1] in _ONLY_SHOWN


def _other(wanted: ObjectShape) -> Shape:
    if wanted.others is None:
        raise KeyError(wanted.name)
    return wanted.others


def _example(wanted: ObjectShape) -> str:
    return f"{key(next(iter(wanted.keys)))}: …" if wanted.keys else "tên mục: …"


_DESCRIPTIONS = {
    "scale": "thang điểm",
    "document": "“văn bản”",
    "evidence_type": "“loại tài liệu”",
    "class": "“kết quả xếp loại”",
    "section": "nội dung",
    "criterion": "tiêu chí",
    "part": "tiêu chí thành phần",
    "figures": "“số liệu”",
    "figure": "số liệu",
    "range": "“giới hạn số liệu”",
    "requirement": "tài liệu kiểm chứng",
    "band": "mức",
    "period": "đợt chấm điểm",
    "member": "đơn vị thành viên",
    "deadline": "thời hạn",
    "source": "nguồn ngoài",
    "columns": "“cột”",
    "exemption": "dòng này",
    "item": "khoản này",
    "evidence_item": "tài liệu kiểm chứng",
    "dossier": "hồ sơ tự chấm điểm",
    "sending": "lần gửi trước",
    "sent_document": "tài liệu đã gửi",
    "award_dossier": "“hồ sơ đề nghị khen thưởng”",
    "award_paper": "giấy tờ",
    "outline": "tệp đề cương báo cáo",
    "heading": "đề mục",
    "original": "“tệp gốc”",
    "claim": "tiêu chí trong hồ sơ",
    "adjustments": "tệp điều chỉnh điểm",
    "adjustment": "điều chỉnh",
    "comparison": "“đối chiếu”",
    "registrations": "tệp đăng ký thi đua",
    "registration": "đăng ký",
    "registered_content": "nội dung đăng ký",
    "registered_target": "chỉ tiêu đăng ký",
    "violations": "tệp vi phạm",
    "violation": "vi phạm",
    "ballots": "tệp hội nghị, bỏ phiếu",
    "session": "phiên họp",
    "ballot": "lần bỏ phiếu",
    "conclusion": "kết luận",
    "comments": "tệp ý kiến góp ý",
    "comment": "ý kiến",
    "congress": "tệp đại hội",
    "required_part": "nội dung bắt buộc",
    "unit_conference": "hội nghị",
    "event": "“đại hội”",
    "estimate": "“dự toán kinh phí”",
    "allocation": "dòng phân bổ",
    "structure_share": "nhóm đại biểu",
    "delegation": "đoàn đại biểu",
    "group_count": "số đại biểu của nhóm",
    "nominee": "đề cử",
    "cases": "tệp trường hợp kiểm thử",
    "case": "trường hợp",
    "case_unit": "đơn vị trong trường hợp",
    "expected": "“kết quả”",
    "rules": "bộ quy tắc",
    "rule": "quy tắc",
    "then": "“thì”",
    "ranking": "“xếp hạng”",
    "tie_break": "bước phân định",
    "award_proposal": "đề nghị khen thưởng",
    "rule_cases": "tệp trường hợp kiểm thử quy tắc",
    "rule_case": "trường hợp",
}


def describe(name: str) -> str:
    """A schema definition's name in the words of users."""
    return "“mức điểm” của cách chấm này" if name.startswith("terms_") else _DESCRIPTIONS.get(name, "chỗ này")
