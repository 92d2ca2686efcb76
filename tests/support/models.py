"""Small models for tests, built without files."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from thidua.expressions import Evaluation, Explainer, FieldName
from thidua.methods import METHODS, NO_TARGET, expression, field_name
from thidua.model.dossier import Claim, Dossier, EvidenceItem
from thidua.model.figure import Figure
from thidua.model.period import Exemption, Member, Period, Source
from thidua.model.scale import Criterion, Requirement, Scale, Section

NAMES = {
    "target": "kế hoạch",
    "actual": "thực hiện",
    "last_year": "năm trước",
    "count": "số lượng",
    "achieved": "đạt",
    "given_points": "điểm đã chấm",
}
Row = Mapping[str, int | str | Fraction | None]


def criterion(method: str, terms: Any, standard: int = 40, bonus: int = 0, **changes: Any) -> Criterion:
    figures = tuple(
        Figure(each, NAMES.get(each, each), "number", "triệu đồng", 0) for each in METHODS[method].figures(terms)
    )
    fields: dict[str, Any] = {
        "id": "tieu-chi", "number": "I.1", "name": "Tiêu chí", "standard_points": Fraction(standard),
        "bonus_cap": Fraction(bonus), "figures": figures, "method": method, "terms": terms, "evidence": (),
        "when_evidence_missing": "pending", "figures_supplier": "UBND tỉnh", "points_giver": None,
        "basis": "Kế hoạch, mục 1",
    }  # fmt: skip
    return Criterion(**{**fields, **changes})


def scale(*criteria: Criterion, **changes: Any) -> Scale:
    total = sum((each.standard_points for each in criteria), Fraction(0))
    section = Section("noi-dung-i", "I", "Nội dung I", total, criteria)
    fields: dict[str, Any] = {
        "id": "thu/1", "name": "Thang điểm thử", "state": "assumed", "caution": None, "outline_after": None,
        "document": None, "year": 2019, "data_from": None, "data_to": None, "total_points": total,
        "bonus_inside_section": False, "rounding": 2, "sections": (section,),
    }  # fmt: skip
    return Scale(**{**fields, **changes})


def period(units: int, **changes: Any) -> Period:
    fields: dict[str, Any] = {
        "id": "dot", "name": "Đợt thử", "assumed_data": True, "caution": None, "source_note": None, "scale": "thu/1",
        "year": 2019, "data_from": None, "data_to": None, "reviewed_on": None, "stage": "verified",
        "members": tuple(Member(f"u{index}", f"Tỉnh {chr(65 + index % 26)}{index}") for index in range(units)),
        "head": None, "deputy": None, "deadlines": (), "sources": (), "no_target": (), "not_applicable": (),
    }  # fmt: skip
    return Period(**{**fields, **changes})


def dossier(unit: str, claims: Mapping[str, Row], evidence: Sequence[str] = ()) -> Dossier:
    items = tuple(EvidenceItem(each) for each in evidence)
    built = tuple(
        (
            name,
            Claim(
                tuple((figure, Fraction(value)) for figure, value in row.items() if value is not None),
                None,
                items,
                None,
            ),
        )
        for name, row in claims.items()
    )
    return Dossier(unit, None, None, (), (), built)


def source(
    *figures: tuple[str, str, str, int], received: bool = True, criteria: Sequence[str] = ("tieu-chi",)
) -> Source:
    rows = tuple((unit, criterion_id, figure, Fraction(value)) for unit, criterion_id, figure, value in figures)
    return Source("nguon", "Nguồn", "Cục Thống kê", received, tuple(criteria), (), figures=rows)


def exemption(unit: str, criterion_id: str = "tieu-chi") -> Exemption:
    return Exemption(criterion_id, unit, "Biên bản họp trù bị")


def requirement(name: str = "Báo cáo") -> Requirement:
    return Requirement(name, name)


def points(made: Criterion, rows: Sequence[Row], without_target: Sequence[int] = ()) -> list[Fraction | None]:
    """The points of a criterion for units with these figures."""
    tree = expression(made, 2)
    return [
        value if isinstance(value, Fraction) else None for value in _evaluation(made, rows, without_target).of(tree)
    ]


def lines(made: Criterion, rows: Sequence[Row], without_target: Sequence[int] = ()) -> list[str]:
    """The explanations of a criterion for units with these figures, steps first."""
    names = {field_name(made.id, each.id): FieldName(each.name, each.measure) for each in made.figures}
    evaluation = _evaluation(made, rows, without_target)
    explainer = Explainer(evaluation, names, [f"Tỉnh {chr(65 + index)}" for index in range(len(rows))])
    found = [explainer.explain(expression(made, 2), index) for index in range(len(rows))]
    return [" | ".join((*each.steps, each.line)) for each in found]


def _evaluation(made: Criterion, rows: Sequence[Row], without_target: Sequence[int]) -> Evaluation:
    columns: dict[str, list[Fraction | None]] = {
        field_name(made.id, figure.id): [
            None if row.get(figure.id) is None else Fraction(row[figure.id] or 0) for row in rows
        ]
        for figure in made.figures
    }
    columns[field_name(made.id, NO_TARGET)] = [Fraction(int(index in without_target)) for index in range(len(rows))]
    return Evaluation(columns, len(rows))
