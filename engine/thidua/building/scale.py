"""Build a scale, and check what adds up and what refers to what."""

from fractions import Fraction
from typing import Any

from thidua.building.criterion import CriterionBuilder, refuse
from thidua.model.scale import Document, Scale, Section
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key, word

# What the schema knows and this version can't do yet: refused, because ignoring it would give wrong points.
_NOT_YET = {
    "scale": ("total_bonus_cap", "total_penalty_cap", "not_applicable_mode", "classes"),
    "section": ("weight", "bonus_cap", "penalty_cap"),
}


def build_scale(shaped: Shaped) -> Scale | None:
    """A scale from its shaped file; None where something is missing that points depend on (diagnostics say what)."""
    data = shaped.data
    refuse(shaped, data, (), _NOT_YET["scale"])
    if data.get("rounding_at") == "total":
        shaped.report(290, ("rounding_at",), key=f"{key('rounding_at')}: {word('rounding_at', 'total')}")
    sections = _sections(shaped, data)
    _check_dates(shaped)
    complete = sections is not None and not shaped.is_broken(())
    if not complete or any(found.severity == "error" for found in shaped.diagnostics):
        return None
    return Scale(
        id=data["id"],
        name=data["name"],
        state=data["state"],
        caution=data.get("caution"),
        outline_after=data.get("outline_after"),
        document=_document(data.get("document")),
        year=data.get("year"),
        data_from=data.get("data_from"),
        data_to=data.get("data_to"),
        total_points=data["total_points"],
        bonus_inside_section=data["bonus_inside_section"],
        rounding=data["rounding"],
        sections=sections or (),
    )


def _document(data: dict[str, Any] | None) -> Document | None:
    if data is None:
        return None
    return Document(data["document_number"], data["document_date"], data["issuer"], data.get("subject"))


def _check_dates(shaped: Shaped) -> None:
    first, last = shaped.data.get("data_from"), shaped.data.get("data_to")
    if first and last and first > last:
        shaped.report(211, ("data_to",))


def _sections(shaped: Shaped, data: dict[str, Any]) -> tuple[Section, ...] | None:
    shared = {
        item["id"]: item["name"]
        for item in data.get("evidence_types") or ()
        if item and "name" in item and "id" in item
    }
    _check_unique(shaped, data.get("evidence_types"), ("evidence_types",), {})
    seen: dict[str, int] = {}
    builder = CriterionBuilder(shaped, shared, data.get("rounding", 2))
    sections: list[Section | None] = []
    for index, item in enumerate(data.get("sections") or ()):
        path: Path = ("sections", index)
        sections.append(_section(shaped, item, path, builder, seen) if item else None)
    _check_unique(shaped, data.get("sections"), ("sections",), {})
    _check_sum(shaped, data, "total_points", "sections", (), 201)
    found = tuple(section for section in sections if section)
    return found if len(found) == len(sections) else None


def _section(
    shaped: Shaped, data: dict[str, Any], path: Path, builder: CriterionBuilder, seen: dict[str, int]
) -> Section | None:
    refuse(shaped, data, path, _NOT_YET["section"])
    _check_unique(shaped, data.get("criteria"), (*path, "criteria"), seen)
    criteria = [
        builder.build(item, (*path, "criteria", index)) if item else None
        for index, item in enumerate(data.get("criteria") or ())
    ]
    _check_sum(shaped, data, "standard_points", "criteria", path, 202)
    found = tuple(criterion for criterion in criteria if criterion)
    if len(found) < len(criteria) or shaped.is_broken(path):
        return None
    return Section(data["id"], data["number"], data["name"], data["standard_points"], found)


def _check_unique(shaped: Shaped, items: Any, path: Path, seen: dict[str, int]) -> None:
    for index, item in enumerate(items or ()):
        if not item or "id" not in item:
            continue
        place = shaped.place((*path, index, "id"))
        if item["id"] in seen:
            shaped.report(203, (*path, index, "id"), id=item["id"], first=seen[item["id"]])
        else:
            seen[item["id"]] = place.line


def _check_sum(shaped: Shaped, data: dict[str, Any], whole: str, items: str, path: Path, code: int) -> None:
    """The parts must add up to the whole; not said where a part could not be read."""
    parts = data.get(items) or ()
    points: list[Fraction] = [item["standard_points"] for item in parts if item and "standard_points" in item]
    if whole not in data or not points or len(points) < len(parts):
        return
    total = sum(points, Fraction(0))
    if total != data[whole]:
        shaped.report(
            code,
            (*path, whole),
            name=data.get("name", ""),
            whole=format_number(data[whole]),
            total=format_number(total),
            difference=format_number(abs(total - data[whole])),
            parts=" + ".join(format_number(each) for each in points),
        )
