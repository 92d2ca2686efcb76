"""Build a dossier, and check each claim against the scale that it answers."""

from fractions import Fraction
from pathlib import Path as FilePath
from typing import Any

from msgspec.structs import replace

from thidua.building.days import out_of_period
from thidua.building.evidence import build_evidence
from thidua.building.evidence_files import file_state
from thidua.building.paths import PathProblem, is_file, resolve
from thidua.building.reported import Reported, check_limits, read_reported
from thidua.building.sent_files import build_sent_files
from thidua.methods import divisors
from thidua.model.dossier import Claim, Dossier, EvidenceItem, Sending
from thidua.model.dossier_files import FileState
from thidua.model.matching import missing_requirements
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale
from thidua.numerals.reading import NumberProblem, parse_number
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold, key, nearest

_OWN_KEYS = ("self_points", "evidence", "explanation")


def build_dossier(
    shaped: Shaped, scale: Scale | None, period: Period, file: FilePath, fence: FilePath
) -> Dossier | None:
    """A dossier from its shaped file.

    ``file`` is where it stands and ``fence`` the period's folder, which no evidence file may leave. Without a scale the
    claims can't be read and are left out. None where the dossier has an error: then its unit can't be scored.
    """
    data = shaped.data
    if "unit" not in data:
        if not shaped.is_broken(("unit",)):
            shaped.report(146, (), where="Hồ sơ", key=key("unit"), meaning="mã đơn vị gửi hồ sơ")
        return None
    if period.member(data["unit"]) is None:
        known = [member.id for member in period.members]
        guess = nearest(data["unit"], known)
        shaped.report(401, ("unit",), id=data["unit"], suggestion=f"Có phải là “{guess}”?" if guess else _listed(known))
        return None
    _check_days(shaped, period)
    reader = _ClaimReader(shaped, file.parent, fence, period)
    claims = reader.claims(data.get("claims", {}), scale) if scale else ()
    sent_files = build_sent_files(shaped, period, file.parent, fence)
    if any(found.severity == "error" for found in shaped.diagnostics):
        return None
    return replace(build_receipt(shaped, data["unit"]), claims=claims, sent_files=sent_files)


def _check_days(shaped: Shaped, period: Period) -> None:
    """Warn of days of receipt, the dossier's own and those of earlier sendings, that can hardly be right."""
    earlier = shaped.data.get("earlier_sendings") or ()
    days: list[tuple[Path, Any]] = [(("received",), shaped.data.get("received"))]
    days += [
        (("earlier_sendings", index, "received"), each.get("received")) for index, each in enumerate(earlier) if each
    ]
    for path, day in days:
        if day and (problem := out_of_period(day, period)):
            shaped.report(428, path, day=f"{day:%d/%m/%Y}", problem=problem)


def build_receipt(shaped: Shaped, unit: str) -> Dossier:
    """When, how and to whom a dossier was sent, whatever is wrong with its claims: a dossier without any."""
    data = shaped.data
    return Dossier(
        unit=unit,
        received=data.get("received"),
        channel=data.get("channel"),
        recipients=_texts(data, "recipients"),
        documents=_documents(data),
        claims=(),
        earlier=tuple(
            Sending(each.get("received"), _texts(each, "recipients"), _documents(each))
            for index, each in enumerate(data.get("earlier_sendings") or ())
            if each and not shaped.is_broken(("earlier_sendings", index))
        ),
    )


def _texts(data: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(each for each in data.get(name) or () if each)


def _documents(data: dict[str, Any]) -> tuple[str, ...]:
    return tuple(each["name"] for each in data.get("documents") or () if each and "name" in each)


def _listed(known: list[str]) -> str:
    return f"Các mã đã khai báo: {', '.join(known)}."


class _ClaimReader:
    def __init__(self, shaped: Shaped, folder: FilePath, fence: FilePath, period: Period) -> None:
        self.shaped = shaped
        self.folder = folder
        self.fence = fence
        unit: str = shaped.data["unit"]
        member = period.member(unit)
        self.unit_name = member.name if member else unit
        self.sources = {criterion: source for source in period.sources for criterion in source.criteria}
        self.without_target = {each.criterion for each in period.no_target if each.unit == unit}
        self.not_applicable = {each.criterion for each in period.not_applicable if each.unit == unit}

    def claims(self, data: dict[str, Any], scale: Scale) -> tuple[tuple[str, Claim], ...]:
        criteria = {criterion.id: criterion for criterion in scale.criteria}
        for identifier in data:
            if identifier not in criteria:
                guess = nearest(identifier, criteria)
                suggestion = f"Có phải là “{guess}”?" if guess else "Xem mã tiêu chí trong thang điểm."
                self.shaped.report(402, ("claims", identifier), id=identifier, suggestion=suggestion)
        found = []
        for criterion in scale.criteria:
            path: Path = ("claims", criterion.id)
            if isinstance(data.get(criterion.id), dict):
                found.append((criterion.id, self.claim(data, criterion, path)))
            elif not self.shaped.is_broken(path):
                self.check_gaps(frozenset(), criterion, path)
        return tuple(found)

    def claim(self, claims: dict[str, Any], criterion: Criterion, path: Path) -> Claim:
        data = claims[criterion.id]
        reported, written = read_reported(self.shaped, data, criterion, path, 403, _OWN_KEYS)
        for each in reported:
            self.check_value(each, criterion)
        figures = tuple((each.figure.id, each.value) for each in reported)
        found = self.check_evidence(data.get("evidence") or (), criterion, (*path, "evidence"))
        evidence = build_evidence(data.get("evidence"), found)
        if criterion.figures_from and figures:
            self.shaped.report(419, path, criterion=criterion.name, origin=criterion.figures_from)
        self.check_supplier(bool(figures), criterion, path)
        self.check_divisors(reported, criterion)
        self.check_gaps(written, criterion, path)
        elsewhere = claims.get(criterion.figures_from) or {} if criterion.figures_from else {}
        has_figures = bool(figures) or bool(set(elsewhere) - set(_OWN_KEYS))
        self.check_missing_evidence(
            (*evidence, *build_evidence(elsewhere.get("evidence"))), has_figures, criterion, path
        )
        return Claim(figures, self.self_points(data, criterion, path), evidence, data.get("explanation"))

    def check_supplier(self, has_figures: bool, criterion: Criterion, path: Path) -> None:
        source = self.sources.get(criterion.reported_under)
        supplier = source.supplier if source else criterion.points_giver
        if has_figures and supplier:
            self.shaped.report(412, path, criterion=criterion.name, supplier=supplier)

    def check_missing_evidence(
        self, evidence: tuple[EvidenceItem, ...], has_figures: bool, criterion: Criterion, path: Path
    ) -> None:
        source = self.sources.get(criterion.reported_under)
        supplied = source.evidence if source else ()
        exempt = "target" if criterion.reported_under in self.without_target else None
        missing = missing_requirements(criterion, (*evidence, *supplied), exempt)
        if missing and (has_figures or (source and source.received)):
            names = "; ".join(f"“{requirement.name}”" for requirement in missing)
            self.shaped.report(414, path, unit=self.unit_name, criterion=criterion.name, missing=names)

    def check_value(self, reported: Reported, criterion: Criterion) -> None:
        supplied = criterion.reported_under in self.sources or criterion.points_giver is not None
        check_limits(self.shaped, reported, points_count=not supplied)

    def check_gaps(self, given: frozenset[str], criterion: Criterion, path: Path) -> None:
        """Say what the unit was to report and did not, and a target reported by a unit that was given none."""
        without_target = criterion.id in self.without_target
        if without_target and "target" in given:
            self.shaped.report(424, path, criterion=criterion.name, unit=self.unit_name)
        asked = criterion.figures_from is None and criterion.id not in self.sources and criterion.points_giver is None
        exempt = {"target"} if without_target else set()
        missing = [
            each
            for each in criterion.figures
            if each.id not in given | exempt and not self.shaped.is_broken((*path, each.id))
        ]
        if asked and missing and criterion.id not in self.not_applicable:
            names = ", ".join(f"“{each.full_name}”" for each in missing)
            self.shaped.report(404, path, unit=self.unit_name, criterion=criterion.name, missing=names)

    def check_divisors(self, reported: list[Reported], criterion: Criterion) -> None:
        needed = divisors(criterion)
        for each in reported:
            if each.figure.id in needed and each.value <= 0:
                self.shaped.report(417, each.path, figure=each.figure.full_name)

    def self_points(self, data: dict[str, Any], criterion: Criterion, path: Path) -> Fraction | None:
        written = data.get("self_points")
        if written is None:
            return None
        found = parse_number(written.text)
        if isinstance(found, NumberProblem):
            self.shaped.report(found.code, (*path, "self_points"), **dict(found.fields))
            return None
        if found > criterion.ceiling or found < 0:
            most = format_number(criterion.ceiling)
            self.shaped.report(416, (*path, "self_points"), value=format_number(found), most=most)
        return found

    def check_evidence(self, items: Any, criterion: Criterion, path: Path) -> dict[str, FileState]:
        """The named files, and whether each is there and can be read."""
        required = {fold(spelling): each for each in criterion.evidence for spelling in (each.id, each.name)}
        found: dict[str, FileState] = {}
        for index, item in enumerate(items):
            place = (*path, index)
            if not item or self.shaped.is_broken(place):
                continue
            if "evidence_type" not in item:
                fields = {"where": "Tài liệu kiểm chứng", "key": key("evidence_type")}
                self.shaped.report(146, place, **fields, meaning="mã hoặc tên của tài liệu mà thang điểm yêu cầu")
                continue
            requirement = required.get(fold(item["evidence_type"]))
            if requirement is None:
                guess = nearest(item["evidence_type"], [each.name for each in criterion.evidence])
                suggestion = f"Có phải là “{guess}”?" if guess else "Ghi đúng tên hoặc mã tài liệu trong thang điểm."
                self.shaped.report(413, place, name=item["evidence_type"], suggestion=suggestion)
            only_named = requirement is not None and requirement.number_and_date_only
            if "file" in item:
                found[item["file"]] = self.file_state(item["file"], only_named, (*place, "file"))
        return found

    def file_state(self, written: str, may_be_classified: bool, path: Path) -> FileState:
        found = resolve(self.folder, written, self.fence)
        if isinstance(found, PathProblem):
            self.shaped.report(408, path, file=written, reason=found.reason)
            return "missing"
        if may_be_classified:
            self.shaped.report(409, path, file=written)
            return "found" if is_file(found) else "missing"
        state, reason = file_state(found)
        if state == "missing":
            self.shaped.report(407, path, file=written)
        elif state == "unreadable":
            self.shaped.report(430, path, file=written, reason=reason)
        return state
