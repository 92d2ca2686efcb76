"""Whatever the open figures turn out to be, points and totals stay between their least and their most."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from models import criterion, dossier, period, requirement, scale

from thidua.methods import items_of
from thidua.model.figure import Figure
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import (
    Band,
    BandsTerms,
    BonusPenaltyTerms,
    ByRankTerms,
    CompletionRateTerms,
    Item,
    LeaderAnchoredTerms,
    PerPieceTerms,
)
from thidua.scoring import ClusterResult, score_cluster

F = Fraction
FUND = BonusPenaltyTerms(F(6), (Item("tot", "Tốt", F(1)),), (Item("xau", "Xấu", F(2)),), floor=F(-4))
LEAST, MOST = 0, 40


def declared(made: Criterion) -> Criterion:
    figures = tuple(replace(each, least=F(LEAST), most=F(MOST)) for each in made.figures)
    return replace(made, figures=figures)


def whole_scale(policy: str) -> Scale:
    asked = {"evidence": (requirement(),), "when_evidence_missing": policy}
    made = (
        criterion("completion_rate", CompletionRateTerms(F(1), bonus_per_percent=F(1)), 10, 3, id="ty-le", **asked),
        criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 10, id="cao-nhat", **asked),
        criterion(
            "by_rank", ByRankTerms("actual", "highest", (F(10), F(7)), F(2), "mean_of_ranks"), 10, id="hang", **asked
        ),
        criterion(
            "bands", BandsTerms("count", (Band(F(10), F(20)), Band(F(-2), None, True, F(5), False)), F(4)), 10, id="muc"
        ),
        criterion("per_piece", PerPieceTerms(F(1, 3)), 10, id="so-luong"),
        criterion("bonus_penalty", FUND, 10, id="quy"),
    )
    sections = scale(*(declared(each) for each in made)).sections
    capped = tuple(replace(each, weight=F(3, 2), bonus_cap=F(2), penalty_cap=F(3)) for each in sections)
    return replace(scale(*made), sections=capped, total_points=F(90), not_applicable_mode="convert")


def test_the_fund_has_its_items() -> None:
    assert [item.id for item in items_of(FUND)] == ["tot", "xau"]


value = st.one_of(st.none(), st.integers(LEAST, MOST))


@st.composite
def clusters(draw: st.DrawFn) -> tuple[str, list[dict[str, dict[str, int | None]]], list[bool]]:
    """A policy, the rows of two or three units, and which of them sent their evidence."""
    policy = draw(st.sampled_from(["no_points", "provisional", "pending"]))
    made = whole_scale(policy)
    units = draw(st.integers(2, 3))
    rows = [
        {each.id: {figure.id: draw(value) for figure in each.figures} for each in made.criteria} for _ in range(units)
    ]
    return policy, rows, [draw(st.booleans()) for _ in range(units)]


def scored(made: Scale, rows: list[dict[str, dict[str, int | None]]], evidence: list[bool]) -> ClusterResult:
    dossiers = {
        f"u{index}": dossier(f"u{index}", row, ["Báo cáo"] if sent else [])
        for index, (row, sent) in enumerate(zip(rows, evidence, strict=True))
    }
    return score_cluster(made, period(len(rows)), dossiers)


def filled(figure: Figure, given_value: int | None, draw: st.DataObject) -> int | None:
    return draw.draw(st.integers(LEAST, MOST), label=figure.id) if given_value is None else given_value


@given(clusters(), st.data())
def test_points_and_totals_stay_within_their_range(
    cluster: tuple[str, list[dict[str, dict[str, int | None]]], list[bool]], data: st.DataObject
) -> None:
    policy, rows, evidence = cluster
    made = whole_scale(policy)
    before = scored(made, rows, evidence)
    answered = [
        {
            each.id: {figure.id: filled(figure, row[each.id][figure.id], data) for figure in each.figures}
            for each in made.criteria
        }
        for row in rows
    ]
    # What has no points for want of evidence stays so; what is pending or provisional is answered by the documents.
    after = scored(made, answered, evidence if policy == "no_points" else [True] * len(rows))
    for old, new in zip(before.units, after.units, strict=True):
        for was, now in zip(old.criteria, new.criteria, strict=True):
            if (now.points is not None and was.status != "not_reported") or now.status == "scored":
                assert was.least <= (now.points or 0) <= was.most, (was.criterion.id, was.status, now.status)
        assert old.least <= old.most
        if all(now.status == "scored" for now in new.criteria):
            assert old.least <= (new.total or 0) <= old.most
