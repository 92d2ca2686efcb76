"""Build a scale, and check what adds up and what refers to what."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from thidua.building.criterion import CriterionBuilder
from thidua.building.lints import lint_numbers, lint_without_target
from thidua.building.unique import check_unique
from thidua.model.scale import Class, Document, Scale, Section
from thidua.numerals.writing import format_number, written_sum
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key


def build_scale(shaped: Shaped) -> Scale | None:
    """A scale from its shaped file; None where something is missing that points depend on (diagnostics say what)."""
    data = shaped.data
    sections = _sections(shaped, data)
    _check_dates(shaped)
    lint_numbers(shaped, data)
    classes = _classes(shaped, data)
    if data.get("rounding_at") != "total":
        _check_fineness(shaped, data)
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
        rounding_at=data.get("rounding_at", "criterion"),
        total_bonus_cap=data.get("total_bonus_cap"),
        total_penalty_cap=data.get("total_penalty_cap"),
        not_applicable_mode=data.get("not_applicable_mode"),
        classes=classes,
    )


def _classes(shaped: Shaped, data: dict[str, Any]) -> tuple[Class, ...]:
    """The classes, which must go from the highest share down to 0 %, so that every total has one."""
    check_unique(shaped, data.get("classes"), ("classes",), {}, "name")
    items = [item for item in data.get("classes") or () if item and "name" in item and "from_edge" in item]
    found = tuple(Class(item["name"], item["from_edge"]) for item in items)
    for index, (higher, lower) in enumerate(pairwise(found), start=1):
        if lower.least_share >= higher.least_share:
            shaped.report(230, ("classes", index, "from_edge"), lower=lower.name, higher=higher.name)
    if found and found[-1].least_share != 0:
        shaped.report(231, ("classes", len(found) - 1, "from_edge"), name=found[-1].name)
    return found


def _check_fineness(shaped: Shaped, data: dict[str, Any]) -> None:
    """Points finer than the rounding would be rounded above what the scale announces."""
    rounding = data.get("rounding")
    for index, section in enumerate(data.get("sections") or ()):
        for place, criterion in enumerate((section or {}).get("criteria") or ()):
            for name in ("standard_points", "bonus_cap"):
                points = (criterion or {}).get(name)
                if rounding is not None and points is not None and (points * 10**rounding).denominator != 1:
                    path: Path = ("sections", index, "criteria", place, name)
                    shaped.report(233, path, key=key(name), points=format_number(points), rounding=rounding)


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
    check_unique(shaped, data.get("evidence_types"), ("evidence_types",), {})
    seen: dict[str, int] = {}
    builder = CriterionBuilder(shaped, shared, data.get("rounding", 2))
    sections: list[Section | None] = []
    for index, item in enumerate(data.get("sections") or ()):
        path: Path = ("sections", index)
        sections.append(_section(shaped, item, path, builder, seen) if item else None)
    check_unique(shaped, data.get("sections"), ("sections",), {})
    _check_sum(shaped, data, "total_points", "sections", (), 201)
    found = tuple(section for section in sections if section)
    return found if len(found) == len(sections) else None


def _section(
    shaped: Shaped, data: dict[str, Any], path: Path, builder: CriterionBuilder, seen: dict[str, int]
) -> Section | None:
    check_unique(shaped, data.get("criteria"), (*path, "criteria"), seen)
    criteria = [
        builder.build(item, (*path, "criteria", index)) if item else None
        for index, item in enumerate(data.get("criteria") or ())
    ]
    for index, criterion in enumerate(criteria):
        if criterion:
            lint_without_target(shaped, criterion, (*path, "criteria", index))
    _check_sum(shaped, data, "standard_points", "criteria", path, 202)
    found = tuple(criterion for criterion in criteria if criterion)
    if len(found) < len(criteria) or shaped.is_broken(path):
        return None
    return Section(
        id=data["id"],
        number=data["number"],
        name=data["name"],
        standard_points=data["standard_points"],
        criteria=found,
        weight=data.get("weight", Fraction(1)),
        bonus_cap=data.get("bonus_cap"),
        penalty_cap=data.get("penalty_cap"),
    )


def _check_sum(shaped: Shaped, data: dict[str, Any], whole: str, items: str, path: Path, code: int) -> None:
    """The parts must add up to the whole; not said where a part could not be read."""
    parts = data.get(items) or ()
    points: list[Fraction] = [
        item["standard_points"] * item.get("weight", 1) for item in parts if item and "standard_points" in item
    ]
    if whole not in data or not points or len(points) < len(parts):
        return
    total = sum(points, Fraction(0))
    if total != data[whole]:
        shaped.report(
            code,
            (*path, whole),
            name=data.get("name", ""),
            whole=format_number(data[whole]),
            sum=written_sum(points),
            difference=format_number(abs(total - data[whole])),
        )
