"""Build a period, and check that its members, dates and references fit together."""

from datetime import timedelta
from typing import Any

from thidua.building.comparisons import build_comparisons
from thidua.building.evidence import build_evidence
from thidua.building.paper_form import build_paper_form
from thidua.building.unique import RENAME
from thidua.model.period import Deadline, Exemption, Member, Period, Source
from thidua.model.scale import Scale
from thidua.model.terms import distinguishes_no_target, not_scored_without_target
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold, key, nearest


def build_period(shaped: Shaped, scale: Scale | None) -> Period | None:
    """A period from its shaped file, its sources still without figures; ``scale`` None: not known, so not compared.

    None where something is missing that scoring depends on (diagnostics say what).
    """
    data = shaped.data
    members = _members(shaped)
    known = {member.id for member in members}
    for office in ("head", "deputy"):
        if office in data and data[office] not in known:
            shaped.report(502, (office,), key=key(office), id=data[office], suggestion=_suggest(data[office], known))
    _check_ids(shaped, "deadlines")
    _check_ids(shaped, "sources")
    _check_years(shaped, scale)
    criteria = {criterion.id for criterion in scale.criteria} if scale else None
    _check_shared(shaped, scale)
    sources = _sources(shaped, criteria)
    comparisons = build_comparisons(shaped)
    exemptions = {name: _exemptions(shaped, name, known, criteria) for name in ("no_target", "not_applicable")}
    _check_exemptions(shaped, members, exemptions, scale)
    paper_form = build_paper_form(shaped)
    if shaped.is_broken(()) or any(found.severity == "error" for found in shaped.diagnostics):
        return None
    return Period(
        id=data["id"],
        name=data["name"],
        assumed_data=data["data_state"] == "assumed",
        caution=data.get("caution"),
        source_note=data.get("source_note"),
        scale=data.get("scale"),
        year=data.get("year") or (scale.year if scale else None),
        data_from=data.get("data_from") or (scale.data_from if scale else None),
        data_to=data.get("data_to") or (scale.data_to if scale else None),
        reviewed_on=data.get("reviewed_on"),
        stage=data.get("stage", "self"),
        members=members,
        head=data.get("head"),
        deputy=data.get("deputy"),
        deadlines=tuple(_deadline(item) for item in data.get("deadlines") or ()),
        sources=sources,
        no_target=exemptions["no_target"],
        not_applicable=exemptions["not_applicable"],
        rules=data.get("rules"),
        comparisons=comparisons,
        adopted_result=data.get("adopted_result"),
        paper_form=paper_form,
    )


def _members(shaped: Shaped) -> tuple[Member, ...]:
    _check_ids(shaped, "members")
    seen: dict[str, int] = {}
    members = []
    for index, item in enumerate(shaped.data.get("members") or ()):
        if not item or "id" not in item or "name" not in item:
            continue
        aliases = tuple(alias for alias in item.get("aliases") or () if alias)
        for name in dict.fromkeys(fold(each) for each in (item["name"], item["id"], *aliases)):
            if name in seen:
                shaped.report(503, ("members", index, "name"), name=item["name"], first=seen[name])
            seen.setdefault(name, shaped.place(("members", index)).line)
        members.append(Member(item["id"], item["name"], aliases, item.get("share_of_women")))
    return tuple(members)


def _check_ids(shaped: Shaped, name: str) -> None:
    seen: dict[str, int] = {}
    for index, item in enumerate(shaped.data.get(name) or ()):
        if item and "id" in item:
            path: Path = (name, index, "id")
            if item["id"] in seen:
                shaped.report(203, path, id=item["id"], first=seen[item["id"]], remedy=RENAME)
            seen.setdefault(item["id"], shaped.place(path).line)


def _check_years(shaped: Shaped, scale: Scale | None) -> None:
    data = shaped.data
    first, last = data.get("data_from"), data.get("data_to")
    if first and last and first > last:
        shaped.report(211, ("data_to",))
    if scale and scale.year and data.get("year", scale.year) != scale.year:
        shaped.report(504, ("year",), year=data["year"], scale_year=scale.year)
    if scale and not scale.year and "year" not in data:
        shaped.report(505, ())


def _deadline(item: dict[str, Any]) -> Deadline:
    last_day = item["no_later_than"] if "no_later_than" in item else item["before"] - timedelta(days=1)
    return Deadline(
        item["id"],
        item["name"],
        last_day,
        tuple(item["asks_for"]),
        tuple(item.get("recipients", ())),
        item.get("basis"),
    )


def _sources(shaped: Shaped, criteria: set[str] | None) -> tuple[Source, ...]:
    owner: dict[str, str] = {}
    sources = []
    for index, item in enumerate(shaped.data.get("sources") or ()):
        if not item or not all(each in item for each in ("id", "name", "supplier", "source_state", "criteria")):
            continue
        for place, criterion in enumerate(item["criteria"]):
            path: Path = ("sources", index, "criteria", place)
            if criterion is None:
                continue
            if criteria is not None and criterion not in criteria:
                shaped.report(507, path, id=criterion, suggestion=_suggest(criterion, criteria))
            if criterion in owner:
                shaped.report(509, path, criterion=criterion, first=owner[criterion])
            owner.setdefault(criterion, item["id"])
        if item["source_state"] == "pending" and "file" in item:
            shaped.report(510, ("sources", index, "file"), name=item["name"])
        if "data_from" in item and "data_to" in item and item["data_from"] > item["data_to"]:
            shaped.report(211, ("sources", index, "data_to"))
        received = item["source_state"] == "received"
        supplied = tuple(each for each in item["criteria"] if each)
        evidence = build_evidence(item.get("evidence"))
        dates = (item.get("data_from"), item.get("data_to"))
        sources.append(Source(item["id"], item["name"], item["supplier"], received, supplied, evidence, *dates))
    return tuple(sources)


def _exemptions(shaped: Shaped, name: str, units: set[str], criteria: set[str] | None) -> tuple[Exemption, ...]:
    found = []
    for index, item in enumerate(shaped.data.get(name) or ()):
        if not item or not all(each in item for each in ("criterion", "unit", "basis")):
            continue
        if item["unit"] not in units:
            shaped.report(508, (name, index, "unit"), id=item["unit"], suggestion=_suggest(item["unit"], units))
        if criteria is not None and item["criterion"] not in criteria:
            suggestion = _suggest(item["criterion"], criteria)
            shaped.report(507, (name, index, "criterion"), id=item["criterion"], suggestion=suggestion)
        found.append(Exemption(item["criterion"], item["unit"], item["basis"]))
    return tuple(found)


def _check_shared(shaped: Shaped, scale: Scale | None) -> None:
    """What concerns the figures of a criterion is said where they are reported, not where they are used again."""
    origins = {criterion.id: criterion.figures_from for criterion in scale.criteria} if scale else {}
    places: list[tuple[Path, Any]] = [
        (("sources", index, "criteria", each), criterion)
        for index, item in enumerate(shaped.data.get("sources") or ())
        for each, criterion in enumerate((item or {}).get("criteria") or ())
    ]
    places += [
        (("no_target", index, "criterion"), (item or {}).get("criterion"))
        for index, item in enumerate(shaped.data.get("no_target") or ())
    ]
    for path, criterion in places:
        if origins.get(criterion):
            shaped.report(520, path, id=criterion, origin=origins[criterion])


def _check_exemptions(
    shaped: Shaped, members: tuple[Member, ...], exemptions: dict[str, tuple[Exemption, ...]], scale: Scale | None
) -> None:
    """Exemptions must mean something to their criterion, and the scale must say how the total is then made."""
    if scale is None:
        return
    names = {member.id: member.name for member in members}
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    for name, found in exemptions.items():
        for index, each in enumerate(found):
            criterion = criteria.get(each.criterion)
            if criterion and name == "no_target" and not distinguishes_no_target(criterion.terms):
                shaped.report(516, (name, index), criterion=criterion.name)
            elif (
                criterion
                and scale.not_applicable_mode is None
                and (name == "not_applicable" or not_scored_without_target(criterion.terms))
            ):
                fields = {"criterion": criterion.name, "unit": names.get(each.unit, each.unit)}
                shaped.report(515, (name, index), **fields)


def _suggest(written: str, known: set[str]) -> str:
    if not known:
        return "Khai báo ở “đơn vị thành viên” trước."
    guess = nearest(written, sorted(known))
    return f"Có phải là “{guess}”?" if guess else f"Các mã đã khai báo: {', '.join(sorted(known))}."
