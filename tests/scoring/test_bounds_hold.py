"""Whatever the open figures turn out to be, points and totals stay between their least and their most."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from models import criterion, dossier, period, requirement, scale, source
from msgspec.structs import replace

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
    Part,
    PartsTerms,
    PassFailTerms,
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


def accidents(policy: str) -> Criterion:
    """A criterion in two parts, of which a source sends the figures; the second has no points for a bad last year."""
    figures = tuple(
        Figure(f"{part}.{each}", each, "number", "vụ", 0, F(LEAST), F(MOST), part=part)
        for part, names in (("so-vu", ("target", "actual")), ("so-nguoi", ("last_year", "actual")))
        for each in names
    )
    growth = BandsTerms("growth", (Band(F(5), None, True, F(-1, 4)), Band(F(2), F(-1, 4), False, F(0))), F(-1))
    parts = (
        Part("so-vu", "Số vụ", F(5), F(0), figures[:2], "pass_fail", PassFailTerms("actual_within_target", F(1))),
        Part("so-nguoi", "Số người", F(5), F(0), figures[2:], "bands", growth),
    )
    asked = {"evidence": (requirement(),), "when_evidence_missing": policy}
    return criterion("parts", PartsTerms(parts), 10, figures=figures, **asked)


def sent(made: Criterion, row: dict[str, int | None], evidence: bool, stage: str) -> ClusterResult:
    rows = [("u0", made.id, figure, each) for figure, each in row.items() if each is not None]
    papers = {"u0": dossier("u0", {made.id: {}}, ["Báo cáo"] if evidence else [])}
    return score_cluster(scale(made), period(1, sources=(source(*rows),), stage=stage), papers)


@given(
    st.sampled_from(["no_points", "provisional", "pending"]),
    st.booleans(),
    st.lists(value, min_size=4, max_size=4),
    st.data(),
)
def test_parts_that_a_source_has_sent_keep_their_points(
    policy: str, has_evidence: bool, given_values: list[int | None], data: st.DataObject
) -> None:
    made = accidents(policy)
    row = {figure.id: each for figure, each in zip(made.figures, given_values, strict=True)}
    was = sent(made, row, has_evidence, "verified").units[0].criteria[0]
    answered = {figure.id: filled(figure, row[figure.id], data) for figure in made.figures}
    # What has no points for want of evidence stays so; what is still awaited may come with its documents or without.
    for evidence in {has_evidence, has_evidence or was.status != "no_evidence"}:
        now = sent(made, answered, evidence, "agreed").units[0].criteria[0]
        if now.points is not None:
            assert was.least <= now.points <= was.most, (was.status, now.status)


def test_what_is_known_of_the_parts_raises_the_least() -> None:
    row: dict[str, int | None] = {"so-vu.target": 30, "so-vu.actual": 20, "so-nguoi.last_year": 8}
    result = sent(accidents("pending"), row, True, "verified").units[0].criteria[0]
    assert (result.status, result.least, result.most) == ("pending_source", 4, 10)
    without = sent(accidents("no_points"), row, False, "verified").units[0].criteria[0]
    assert (without.least, without.most) == (0, 10), "without its documents it may still have none"
