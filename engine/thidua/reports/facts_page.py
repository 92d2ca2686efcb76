"""The part of ``rules/README.md`` on the kinds of facts, in Markdown.

Names, types and meanings come from the vocabulary that rules are built with: the page can't say what the program
doesn't know.
"""

from collections.abc import Iterator

from thidua.reports.markdown_text import escape
from thidua.vocabulary import FACT_KINDS, LISTS, FactField, FactKind

BEGIN = "<!-- dữ kiện: bắt đầu, do chương trình tạo ra -->"
END = "<!-- dữ kiện: kết thúc -->"

_TYPES = {
    "text": "chữ",
    "unit": "mã đơn vị; lời nêu in tên",
    "criterion": "mã tiêu chí; lời nêu in số mục và tên",
    "points": "điểm, ví dụ 0,5; không quá bốn chữ số thập phân",
    "percent": "tỷ lệ, ví dụ 80%; không quá bốn chữ số thập phân",
    "whole": "số nguyên",
    "day": "ngày, ví dụ 15/02/2020",
    "yes_no": "có, không",
    "shown": "chỉ để in trong lời nêu",
}


def facts_section() -> str:
    """All kinds of facts with their fields, in the order of the vocabulary."""
    return "\n\n".join(block for kind in FACT_KINDS.values() for block in _kind(kind)) + "\n"


def with_facts_section(page: str) -> str:
    """A page with the section between its markers written anew."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page lacks the markers of the kinds of facts")
    return f"{before}{BEGIN}\n\n{facts_section()}\n{END}{after}"


def _kind(kind: FactKind) -> Iterator[str]:
    yield f"### {kind.term.vietnamese}"
    yield f"{kind.term.meaning[0].upper()}{kind.term.meaning[1:]}."
    rows = (
        f"| `{field.term.vietnamese}` | {escape(_type(field))} | {escape(field.term.meaning)} |"
        for field in kind.fields
    )
    yield "\n".join(("| Mục | Giá trị | Nghĩa |", "|---|---|---|", *rows))


def _type(field: FactField) -> str:
    if not field.type.startswith("word:"):
        return _TYPES[field.type]
    words = LISTS[field.type.removeprefix("word:")]
    return "một trong: " + "; ".join(f"“{term.vietnamese}”" for term in words)
