"""Facts about points: units, criteria, reported figures, documents that are missing."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from thidua.expressions import depends_on_cluster
from thidua.facts.magnitude import magnitude, middle
from thidua.facts.make import make_fact, scaled_points
from thidua.methods import expression
from thidua.model.fact import Fact
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value, limits_broken
from thidua.model.scale import Criterion
from thidua.scoring import ClusterResult, CriterionResult, UnitResult

_LEAST_OTHERS = 3


def facts_of_results(cluster: ClusterResult) -> Iterator[Fact]:
    """All of them, in the members' order and the order of the scale."""
    sections = {criterion.id: section.id for section in cluster.scale.sections for criterion in section.criteria}
    dependent = _dependent(cluster)
    for unit in cluster.units:
        yield _unit(unit, cluster)
        for result in unit.criteria:
            yield _criterion(unit, result, sections[result.criterion.id], result.criterion.id in dependent)
            yield from _missing(unit, result)
    for index, criterion in enumerate(cluster.scale.criteria):
        if criterion.figures_from is None:
            yield from _figures(cluster, criterion, [unit.criteria[index] for unit in cluster.units])


def _dependent(cluster: ClusterResult) -> frozenset[str]:
    """The criteria whose points a unit can't work out alone: from outside sources, or set against other units."""
    outside = {criterion for source in cluster.period.sources for criterion in source.criteria}
    return frozenset(
        each.id
        for each in cluster.scale.criteria
        if each.reported_under in outside or depends_on_cluster(expression(each, None))
    )


def _unit(unit: UnitResult, cluster: ClusterResult) -> Fact:
    return make_fact(
        "unit",
        unit=unit.member.id,
        unit_state=unit.state if cluster.is_scored else None,
        total=scaled_points(unit.total),
        self_total=scaled_points(unit.self_total),
        open_count=len(unit.open_criteria) if cluster.is_scored else None,
        is_head=unit.member.id == cluster.period.head,
        is_deputy=unit.member.id == cluster.period.deputy,
    )


def _criterion(unit: UnitResult, result: CriterionResult, section: str, depends_on_others: bool) -> Fact:
    criterion, decisions = result.criterion, result.decisions
    own, points = result.self_points, result.points
    return make_fact(
        "criterion_result",
        unit=unit.member.id,
        criterion=criterion.id,
        section=section,
        status=result.status,
        points=scaled_points(points),
        computed=scaled_points(result.computed),
        self_points=scaled_points(own),
        self_difference=None if own is None or points is None else scaled_points(own - points),
        standard_points=scaled_points(criterion.standard_points),
        ceiling=scaled_points(criterion.ceiling),
        verified_points=scaled_points(decisions.verified.new_points) if decisions.verified else None,
        agreed_points=scaled_points(decisions.agreed.new_points) if decisions.agreed else None,
        evidence_missing=bool(_missing_documents(result)),
        missing_documents=_missing_documents(result),
        has_explanation=result.unit_explanation is not None,
        has_reply=bool(decisions.verified and decisions.verified.unit_reply),
        was_decided=decisions.latest is not None,
        given_points=criterion.points_giver is not None,
        depends_on_others=depends_on_others,
        supplier=result.supplier,
    )


def _missing_documents(result: CriterionResult) -> str:
    """The documents that are missing; none where the criterion doesn't apply."""
    if result.status == "not_applicable":
        return ""
    return "; ".join(f"“{requirement.name}”" for requirement in result.missing_evidence)


def _missing(unit: UnitResult, result: CriterionResult) -> Iterator[Fact]:
    for requirement in result.missing_evidence if result.status != "not_applicable" else ():
        yield make_fact(
            "missing_document",
            unit=unit.member.id,
            criterion=result.criterion.id,
            document=requirement.name,
            evidence_type=requirement.id,
            status=result.status,
            self_points=scaled_points(result.self_points),
            has_explanation=result.unit_explanation is not None,
        )


def _figures(cluster: ClusterResult, criterion: Criterion, results: Sequence[CriterionResult]) -> Iterator[Fact]:
    reported = [dict(result.figures) if result.status != "not_applicable" else {} for result in results]
    for figure in criterion.figures:
        values = [row.get(figure.id) for row in reported]
        for unit, row, value in zip(cluster.units, reported, values, strict=True):
            if value is not None:
                yield _figure(unit, criterion, figure, row, _others(values, unit, cluster))


def _others(values: Sequence[Fraction | None], unit: UnitResult, cluster: ClusterResult) -> list[Fraction]:
    return [
        value
        for other, value in zip(cluster.units, values, strict=True)
        if other is not unit and value is not None and value > 0
    ]


def _figure(
    unit: UnitResult, criterion: Criterion, figure: Figure, row: Mapping[str, Fraction | None], others: list[Fraction]
) -> Fact:
    value = row[figure.id]
    if value is None:
        raise ValueError("only reported figures are facts")
    measured = figure.kind in ("number", "percent")
    usual = middle(others) if measured and len(others) >= _LEAST_OTHERS else None
    target = row.get(figure.id.removesuffix("actual") + "target") if figure.id.endswith("actual") else None
    limits = limits_broken(value, figure)
    return make_fact(
        "figure",
        unit=unit.member.id,
        criterion=criterion.id,
        figure=figure.full_name,
        value=figure_value(figure, value),
        limits=limits,
        outside_limits=limits is not None,
        magnitude=magnitude(value, usual),
        magnitude_to_target=magnitude(value, target) if measured else None,
        has_others=usual is not None,
        middle=None if usual is None else figure_value(figure, usual),
    )
