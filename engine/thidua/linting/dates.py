"""What a scale says of itself: when it was issued, for which year, and whether its points are assumed."""

import re
from collections.abc import Iterator
from datetime import date

from thidua.comparison import saying
from thidua.diagnostics import Diagnostic
from thidua.linting.subject import Subject
from thidua.vocabulary import key, word

_ASSUMED = re.compile(
    r"(?<!không phải )(?<!không phải là )(?<!không còn )\b(giả định|tự đặt|(?:điểm|để) minh h(?:ọa|oạ))\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"ban hành kèm theo|kèm theo (?:quyết định|kế hoạch|công văn|hướng dẫn)\b.*\bsố\b", re.IGNORECASE)


def lint_dates(subject: Subject) -> Iterator[Diagnostic]:
    """A document that came after the year began, and days that don't fit the year."""
    scale = subject.scale
    begins = scale.data_from or (date(scale.year, 1, 1) if scale.year else None)
    if scale.document and begins and scale.document.dated > begins and not _is_after_end(subject):
        told = {"dated": saying.day(scale.document.dated), "begins": saying.day(begins)}
        yield subject.at(("document", "document_date"), 259, **told)
    if _is_after_end(subject) and scale.document and scale.data_to:
        problem = (
            f"Văn bản ngày {saying.day(scale.document.dated)}, sau ngày cuối của số liệu ({saying.day(scale.data_to)})"
        )
        yield subject.at(("document", "document_date"), 261, problem=problem)
    for name, day in (("data_from", scale.data_from), ("data_to", scale.data_to)):
        if scale.year and day and abs(day.year - scale.year) > (name == "data_from"):
            problem = f"“{key(name)}” là {saying.day(day)}, không khớp với “{key('year')}” {scale.year}"
            yield subject.at((name,), 261, problem=problem)


def _is_after_end(subject: Subject) -> bool:
    scale = subject.scale
    return bool(scale.document and scale.data_to and scale.document.dated > scale.data_to)


def lint_assumed(subject: Subject) -> Iterator[Diagnostic]:
    """A scale that is not called assumed and says itself that its points are, or the reverse."""
    scale, assumed = subject.scale, word("state", "assumed")
    if scale.state != "assumed":
        for path, text in _texts(subject):
            said = _ASSUMED.search(text)
            if said:
                problem = f"Tình trạng ghi “{word('state', scale.state)}” mà chỗ này lại nói là “{said[0].strip()}”"
                yield subject.at(path, 260, problem=problem)
    elif _ISSUED.search(scale.name):
        problem = f"Tình trạng ghi “{assumed}” mà tên thang điểm lại ghi là kèm theo văn bản đã ban hành"
        yield subject.at(("name",), 260, problem=problem)


def _texts(subject: Subject) -> Iterator[tuple[tuple[str | int, ...], str]]:
    scale = subject.scale
    yield ("name",), scale.name
    yield ("caution",), scale.caution or ""
    yield ("note",), subject.written.data.get("note") or ""
    for path, criterion in subject.criteria:
        yield (*path, "basis"), criterion.basis
        yield (*path, "note"), criterion.note or ""
