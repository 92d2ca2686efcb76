"""Build the outline of a period's reports."""

from thidua.building.outline_words import words_of
from thidua.model.outline import Heading, Outline
from thidua.model.period import Period
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold, nearest


def build_outline(shaped: Shaped, period: Period) -> Outline | None:
    """The outline of a shaped file, what is wrong with it reported there; None where that keeps it from being used."""
    data = shaped.data
    headings, seen, level = [], dict[tuple[str, ...], int](), 0
    for index, item in enumerate(data.get("headings") or ()):
        path: Path = ("headings", index)
        if not item or shaped.is_broken(path):
            continue
        heading = Heading(item["heading_level"], item.get("number"), item["name"])
        if heading.level > level + 1:
            shaped.report(592, (*path, "heading_level"), name=heading.name, level=heading.level, most=level + 1)
        level = heading.level
        words = words_of(heading.name)
        if words in seen:
            shaped.report(593, (*path, "name"), name=heading.name, first=seen[words])
        seen.setdefault(words, shaped.place(path).line)
        headings.append(heading)
    _check_document(shaped, period)
    if shaped.is_broken(()) or any(found.severity == "error" for found in shaped.diagnostics):
        return None
    return Outline(data["name"], data["outline_of"], data["basis"], tuple(headings))


def _check_document(shaped: Shaped, period: Period) -> None:
    """The outline must be of a paper that some deadline asks for."""
    written = shaped.data.get("outline_of")
    asked = [each for deadline in period.deadlines for each in deadline.asks_for]
    if written and fold(written) not in map(fold, asked):
        guess = nearest(written, asked)
        suggestion = f"Có phải là “{guess}”?" if guess else "Chép đúng tên tài liệu ở “thời hạn”, mục “gồm”."
        shaped.report(594, ("outline_of",), name=written, suggestion=suggestion)
