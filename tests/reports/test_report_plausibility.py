"""A figure out of its limits is told beside the points that rest on it."""

from datetime import date
from fractions import Fraction

from models import criterion, dossier, exemption, period, scale
from msgspec.structs import replace
from small_cluster import scored

from thidua.model.period import Adjustment
from thidua.model.terms import CompletionRateTerms
from thidua.reports.explanation import explanation
from thidua.reports.plausibility import implausible, implausible_figures
from thidua.reports.summary import grid
from thidua.scoring import ClusterResult, score_cluster

F = Fraction
DECIDED = Adjustment("u0", "a", "verified", None, F(30), "Tổ", date(2020, 2, 20), "Tính lại", "Biên bản", None)


def found(actual: int, **changes: object) -> ClusterResult:
    """Two criteria that rest on the same figures, of which the actual one may be from 50 to 200."""
    made = criterion("completion_rate", CompletionRateTerms(F(1)), id="a", number="I.1")
    figures = tuple(replace(each, least=F(50), most=F(200)) if each.id == "actual" else each for each in made.figures)
    first = replace(made, figures=figures)
    by = scale(first, replace(first, id="b", number="I.2", figures_from="a"))
    rows = {"a": {"target": 100, "actual": actual}}
    return score_cluster(by, period(1, **changes), {"u0": dossier("u0", rows)})


def test_it_stands_in_the_remarks_where_it_is_reported_and_in_the_explanation() -> None:
    cluster = found(49)
    assert grid(cluster).rows[0][-1] == "số liệu ngoài giới hạn: I.1"
    told = "Cần kiểm tra: ngoài giới hạn số liệu của thang điểm: thực hiện 49 triệu đồng (giới hạn từ 50 đến 200); "
    assert " ".join(explanation(scored(), cluster, cluster.units[0]).split()).count(told) == 2


def test_limits_are_taken_in() -> None:
    assert [implausible(found(actual).units[0]) for actual in (50, 200)] == [[], []]
    assert [len(implausible(found(actual).units[0])) for actual in (49, 201)] == [1, 1]


def test_what_people_decided_or_does_not_apply_is_no_remark() -> None:
    decided = found(49, adjustments=(DECIDED,)).units[0]
    assert implausible(decided) == []
    assert implausible_figures(decided.criteria[0]) != []
    assert implausible(found(49, not_applicable=(exemption("u0", "a"),)).units[0]) == []
