"""``thidua glossary``: the words of files and reports, and the search in them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.reports.layout import table
from thidua.schemas import load_schema
from thidua.vocabulary import GROUPS, KINDS, LISTS, Term, fold, key, nearest

_HEADINGS_OF_KEYS = ("Mục trong tệp", "Tên tiếng Anh", "Nghĩa")
_HEADINGS_OF_FACTS = ("Mục của dữ kiện", "Tên tiếng Anh", "Nghĩa")
_HEADINGS_OF_WORDS = ("Từ", "Tên tiếng Anh", "Nghĩa")
_LIMITS = (32, 22, 42)

# Lists that belong to no one key of the files.
_OWN_TITLES = {
    "yes_no": "có, không",
    "figure": "tên số liệu",
    "source_state": "tình trạng của nguồn ngoài",
    "evidence_state": "tài liệu kiểm chứng của trường hợp kiểm thử",
    "status": "trạng thái của kết quả",
    "unit_state": "trạng thái của đơn vị",
    "level": "mức độ",
    "action": "kết luận của quy tắc",
    "eligibility": "điều kiện bình xét của đơn vị",
    "operator": "phép so sánh trong quy tắc",
    "file_state": "tình trạng tệp kèm theo",
    "agreement": "kết quả đối chiếu số liệu",
    "recheck_result": "kết quả phúc tra",
    "target_agreement": "chỉ tiêu trong hồ sơ so với đăng ký",
    "violation_kind": "loại việc",
    "violation_state": "tình trạng của vi phạm",
    "session_kind": "loại phiên họp",
    "ballot_about": "việc bỏ phiếu",
    "heading_state": "tình trạng của đề mục trong báo cáo",
    "award_row_state": "tình trạng của dòng trong bảng tổng hợp khen thưởng",
    "event_kind": "hội nghị hay đại hội",
    "nominee_kind": "loại đề cử",
    "achievement_scope": "phạm vi thành tích",
    "scoped_title": "danh hiệu theo phạm vi thành tích",
}


# The keys of this group mean something only with a method: they are listed method by method.
_OF_METHODS = "Mức điểm của các cách chấm"
_REQUIRED = " (bắt buộc)"
_DEEPER = "- "
_KEYS = {term.identifier: term for terms in GROUPS.values() for term in terms}


def glossary(searched: str | None = None) -> str:
    """All words by group, or those in which a text is found; empty where it is found in none."""
    blocks = list(_blocks(fold(searched or "")))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def nearest_term(searched: str) -> str | None:
    """The term that looks most like a text that is found nowhere."""
    groups = (*GROUPS.values(), *LISTS.values())
    return nearest(searched, [spelling for terms in groups for term in terms for spelling in _names(term)])


def _blocks(wanted: str) -> Iterator[str]:
    for name, terms in GROUPS.items():
        if name == _OF_METHODS:
            yield from _of_methods(wanted)
        else:
            yield from _tables({name: terms}, _HEADINGS_OF_KEYS, wanted, "{}")
    facts = {kind.term.vietnamese: tuple(field.term for field in kind.fields) for kind in KINDS}
    yield from _tables(facts, _HEADINGS_OF_FACTS, wanted, "Dữ kiện “{}” trong quy tắc")
    lists = {_title(name): terms for name, terms in LISTS.items()}
    yield from _tables(lists, _HEADINGS_OF_WORDS, wanted, "Các từ dùng cho “{}”")


def _of_methods(wanted: str) -> Iterator[str]:
    """A table for each method: its keys, and below a list the keys of its items."""
    definitions = load_schema("scale")["definitions"]
    for method in LISTS["method"]:
        rows = list(_rows_of(definitions[f"terms_{method.identifier}"], definitions))
        meant = [row for row, term in rows if _holds(term, wanted) or _holds(method, wanted)]
        if meant:
            title = f"{_OF_METHODS}: “{method.vietnamese}”"
            yield f"{title}\n\n{table(_HEADINGS_OF_KEYS, meant, limits=_LIMITS)}"


def _rows_of(
    schema: Mapping[str, Any], definitions: Mapping[str, Any], indent: str = ""
) -> Iterator[tuple[Sequence[str], Term]]:
    """The keys of an object as rows, required ones marked."""
    for identifier, found in schema["properties"].items():
        term = _KEYS[identifier]
        required = _REQUIRED if identifier in schema.get("required", ()) else ""
        yield (f"{indent}{term.vietnamese}{required}", term.identifier, term.meaning), term
        item = definitions.get(found.get("items", {}).get("$ref", "").rpartition("/")[2], {})
        if "properties" in item:
            yield from _rows_of(item, definitions, indent + _DEEPER)


def _tables(
    groups: Mapping[str, tuple[Term, ...]], headings: tuple[str, ...], wanted: str, title: str
) -> Iterator[str]:
    for name, terms in groups.items():
        found = [term for term in terms if _holds(term, wanted)]
        if found:
            rows = [(_shown(term), term.identifier, term.meaning) for term in found]
            yield f"{title.format(name)}\n\n{table(headings, rows, limits=_LIMITS)}"


def _holds(term: Term, wanted: str) -> bool:
    texts = (*_names(term), term.meaning)
    return any(wanted in fold(text) or wanted in without_marks(text) for text in texts)


def without_marks(text: str) -> str:
    """A text as it is typed on a keyboard that has no Vietnamese: ``diem chuan``."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("_", " ").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _names(term: Term) -> tuple[str, ...]:
    return (term.vietnamese, term.identifier, *term.spellings)


def _shown(term: Term) -> str:
    return f"{term.vietnamese} (hoặc: {', '.join(term.spellings)})" if term.spellings else term.vietnamese


def _title(name: str) -> str:
    return _OWN_TITLES.get(name) or key(name)
