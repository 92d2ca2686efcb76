"""Build a dossier, and check each claim against the scale that it answers."""

from fractions import Fraction
from pathlib import Path as FilePath
from typing import Any

from thidua.building.evidence import build_evidence
from thidua.building.figures import limits_broken, read_figure
from thidua.building.paths import PathProblem, resolve
from thidua.methods import METHODS
from thidua.model.dossier import Claim, Dossier, EvidenceItem
from thidua.model.matching import missing_requirements
from thidua.model.period import Period
from thidua.model.scale import Criterion, Figure, Scale
from thidua.numerals.reading import NumberProblem, parse_number
from thidua.numerals.writing import format_number
from thidua.reading.nodes import Scalar
from thidua.schemas import Path, Shaped
from thidua.schemas.scalars import Unreadable
from thidua.vocabulary import LISTS, fold, key, nearest, word

_OWN_KEYS = frozenset(("self_points", "evidence", "explanation"))
_FIGURES = frozenset(term.identifier for term in LISTS["figure"])


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
    reader = _ClaimReader(shaped, file.parent, fence, period)
    claims = reader.claims(data.get("claims", {}), scale) if scale else ()
    if any(found.severity == "error" for found in shaped.diagnostics):
        return None
    return Dossier(
        unit=data["unit"],
        received=data.get("received"),
        channel=data.get("channel"),
        recipients=tuple(each for each in data.get("recipients", ()) if each),
        documents=tuple(each for each in data.get("documents", ()) if each),
        claims=claims,
    )


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

    def claims(self, data: dict[str, Any], scale: Scale) -> tuple[tuple[str, Claim], ...]:
        criteria = {criterion.id: criterion for criterion in scale.criteria}
        for identifier in data:
            if identifier not in criteria:
                guess = nearest(identifier, criteria)
                suggestion = f"Có phải là “{guess}”?" if guess else "Xem mã tiêu chí trong thang điểm."
                self.shaped.report(402, ("claims", identifier), id=identifier, suggestion=suggestion)
        return tuple(
            (criterion.id, self.claim(data, criterion, ("claims", criterion.id)))
            for criterion in scale.criteria
            if isinstance(data.get(criterion.id), dict)
        )

    def claim(self, claims: dict[str, Any], criterion: Criterion, path: Path) -> Claim:
        data = claims[criterion.id]
        for identifier in data:
            if identifier not in _OWN_KEYS and criterion.figure(identifier) is None:
                self.unknown_figure(identifier, criterion, (*path, identifier))
        figures = self.figures(data, criterion, path)
        evidence = build_evidence(data.get("evidence"))
        if criterion.figures_from and figures:
            self.shaped.report(419, path, criterion=criterion.name, origin=criterion.figures_from)
        self.check_supplier(bool(figures), criterion, path)
        self.check_divisor(dict(figures), criterion, path)
        self.check_evidence(data.get("evidence") or (), criterion, (*path, "evidence"))
        elsewhere = claims.get(criterion.figures_from) or {} if criterion.figures_from else {}
        has_figures = bool(figures) or any(figure.id in elsewhere for figure in criterion.figures)
        self.check_missing_evidence(
            (*evidence, *build_evidence(elsewhere.get("evidence"))), has_figures, criterion, path
        )
        return Claim(figures, self.self_points(data, criterion, path), evidence, data.get("explanation"))

    def figures(self, data: dict[str, Any], criterion: Criterion, path: Path) -> tuple[tuple[str, Fraction], ...]:
        found = []
        for figure in criterion.figures:
            value = self.figure(data[figure.id], figure, (*path, figure.id)) if figure.id in data else None
            if value is not None:
                self.check_value(value, figure, criterion, (*path, figure.id))
                found.append((figure.id, value))
        return tuple(found)

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
        if missing and (has_figures or source):
            names = "; ".join(f"“{requirement.name}”" for requirement in missing)
            self.shaped.report(414, path, unit=self.unit_name, criterion=criterion.name, missing=names)

    def unknown_figure(self, identifier: str, criterion: Criterion, path: Path) -> None:
        written = word("figure", identifier) if identifier in _FIGURES else identifier
        known = [word("figure", figure.id) for figure in criterion.figures] + [key(each) for each in sorted(_OWN_KEYS)]
        self.shaped.report(403, path, key=written, criterion=criterion.name, known=", ".join(known))

    def figure(self, written: Scalar, figure: Figure, path: Path) -> Fraction | None:
        found = read_figure(written.text, figure)
        if isinstance(found, NumberProblem | Unreadable):
            self.shaped.report(found.code, path, **dict(found.fields))
            return None
        return found

    def check_value(self, value: Fraction, figure: Figure, criterion: Criterion, path: Path) -> None:
        if figure.id == "given_points":
            given_by_others = criterion.reported_under in self.sources or criterion.points_giver is not None
            if not given_by_others and not 0 <= value <= criterion.standard_points:
                self.shaped.report(
                    411,
                    path,
                    name="điểm đã chấm",
                    value=format_number(value),
                    most=format_number(criterion.standard_points),
                )
        elif limits := limits_broken(value, figure):
            self.shaped.report(406, path, figure=figure.name, value=format_number(value), limits=limits)

    def check_divisor(self, figures: dict[str, Fraction], criterion: Criterion, path: Path) -> None:
        divisor = METHODS[criterion.method].divisor(criterion.terms)
        figure = criterion.figure(divisor) if divisor else None
        if figure and figures.get(figure.id, Fraction(1)) <= 0:
            self.shaped.report(417, (*path, figure.id), figure=figure.name)

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

    def check_evidence(self, items: Any, criterion: Criterion, path: Path) -> None:
        required = {fold(spelling): each for each in criterion.evidence for spelling in (each.id, each.name)}
        for index, item in enumerate(items):
            if not item or "evidence_type" not in item:
                continue
            requirement = required.get(fold(item["evidence_type"]))
            if requirement is None:
                guess = nearest(item["evidence_type"], [each.name for each in criterion.evidence])
                suggestion = f"Có phải là “{guess}”?" if guess else "Ghi đúng tên hoặc mã tài liệu trong thang điểm."
                self.shaped.report(413, (*path, index), name=item["evidence_type"], suggestion=suggestion)
            if "file" in item:
                self.check_file(
                    item["file"], requirement is not None and requirement.number_and_date_only, (*path, index)
                )

    def check_file(self, written: str, may_be_classified: bool, path: Path) -> None:
        place = (*path, "file")
        found = resolve(self.folder, written, self.fence)
        if isinstance(found, PathProblem):
            self.shaped.report(408, place, file=written, reason=found.reason)
        elif may_be_classified:
            self.shaped.report(409, place, file=written)
        elif not found.is_file():
            self.shaped.report(407, place, file=written)
