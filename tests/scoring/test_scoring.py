"""Statuses, totals and places over whole clusters."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, dossier, exemption, period, requirement, scale, source
from msgspec.structs import replace

from thidua.model.period import Adjustment
from thidua.model.scale import Criterion
from thidua.model.terms import CompletionRateTerms, GivenPointsTerms, LeaderAnchoredTerms, PerPieceTerms
from thidua.ranking import by_place, tied_with
from thidua.scoring import ClusterResult, UnitResult, score_cluster
from thidua.scoring.result import OPEN

F = Fraction
RATE = CompletionRateTerms(F(1), bonus_per_percent=F(1, 2))


def rate(**changes: object) -> Criterion:
    return criterion("completion_rate", RATE, 40, 5, **changes)


def one(made: Criterion, row: dict[str, int | None], **changes: object) -> UnitResult:
    evidence = changes.pop("evidence", ())
    found = score_cluster(scale(made), period(1, **changes), {"u0": dossier("u0", {made.id: row}, evidence)})  # type: ignore[arg-type]
    return found.units[0]


def outcome(unit: UnitResult) -> tuple[str, Fraction | None, Fraction, Fraction]:
    result = unit.criteria[0]
    return result.status, result.points, result.least, result.most


FULL = {"target": 100, "actual": 90}


def test_scored() -> None:
    unit = one(rate(), FULL)
    assert outcome(unit) == ("scored", F(30), F(30), F(30))
    assert (unit.total, unit.provisional, unit.least, unit.most, unit.rank, unit.state) == (
        30,
        False,
        30,
        30,
        1,
        "scored",
    )


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("no_points", ("no_evidence", F(0), F(0), F(0))),
        ("provisional", ("provisional", F(30), F(0), F(30))),
        ("pending", ("pending_evidence", None, F(0), F(45))),
    ],
)
def test_evidence_missing(policy: str, expected: tuple[str, Fraction | None, Fraction, Fraction]) -> None:
    made = rate(evidence=(requirement(),), when_evidence_missing=policy)
    unit = one(made, FULL)
    assert outcome(unit) == expected
    assert unit.provisional == (expected[0] in OPEN)
    assert outcome(one(made, FULL, evidence=["báo  CÁO"])) == ("scored", F(30), F(30), F(30))


@pytest.mark.parametrize(
    "row", [{}, {"target": 100}, {"actual": 90}, {"target": 0, "actual": 90}, {"target": -1, "actual": 2}]
)
@pytest.mark.parametrize("policy", ["no_points", "provisional", "pending"])
def test_what_is_not_reported_is_neither_zero_nor_full(row: dict[str, int | None], policy: str) -> None:
    unit = one(rate(evidence=(requirement(),), when_evidence_missing=policy), row, evidence=["Báo cáo"])
    assert outcome(unit) == ("not_reported", None, F(0), F(45))
    assert (unit.total, unit.provisional, unit.least, unit.most) == (0, True, 0, 45)


def decision(stage: str, points: int, reply: str | None = None) -> Adjustment:
    return Adjustment(
        unit="u0", criterion="tieu-chi", stage=stage, old_points=None, new_points=F(points), decided_by="Tổ thẩm định",
        decided_on=date(2020, 2, 20), reason="Tính lại", decided_in="Biên bản", unit_reply=reply,
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([decision("verified", 25)], ("scored", F(25), F(25), F(25))),
        ([decision("verified", 25, "Không đồng ý")], ("disputed", F(25), F(25), F(30))),
        ([decision("verified", 33, "Không đồng ý")], ("disputed", F(33), F(30), F(33))),
        ([decision("verified", 30, "Không đồng ý")], ("scored", F(30), F(30), F(30))),
        ([decision("verified", 25, "Không đồng ý"), decision("agreed", 28)], ("scored", F(28), F(28), F(28))),
        ([decision("agreed", 28)], ("scored", F(28), F(28), F(28))),
    ],
)
def test_what_people_decide_replaces_what_was_computed(
    decisions: list[Adjustment], expected: tuple[str, Fraction, Fraction, Fraction]
) -> None:
    unit = one(rate(), FULL, adjustments=tuple(decisions))
    assert outcome(unit) == expected
    assert unit.criteria[0].computed == 30
    assert unit.provisional == (expected[0] == "disputed")
    assert "Biên bản, Tổ thẩm định, 20/02/2020" in unit.criteria[0].explanation


@pytest.mark.parametrize("stage", ["agreed", "adopted"])
def test_once_agreed_what_is_not_reported_has_zero_points_and_keeps_its_name(stage: str) -> None:
    unit = one(rate(), {}, stage=stage)
    assert outcome(unit) == ("not_reported", F(0), F(0), F(0))
    assert not unit.provisional


def test_no_dossier_is_not_reported_and_said() -> None:
    unit = score_cluster(scale(rate()), period(1), {}).units[0]
    assert (unit.state, unit.provisional, unit.criteria[0].status) == ("missing_dossier", True, "not_reported")


@pytest.mark.parametrize(("stage", "ranks"), [("verified", [None, 1]), ("agreed", [2, 1]), ("adopted", [2, 1])])
def test_without_a_dossier_there_is_no_place_until_the_table_is_agreed(stage: str, ranks: list[int | None]) -> None:
    sent = {"u1": dossier("u1", {"tieu-chi": FULL})}
    first, second = score_cluster(scale(rate()), period(2, stage=stage), sent).units
    assert [first.rank, second.rank] == ranks
    assert (first.state, first.total) == ("missing_dossier", 0)
    assert (first.least, first.most) == ((0, 0) if stage != "verified" else (0, 45))


def test_nobody_misses_a_dossier_where_all_figures_come_from_outside() -> None:
    given_by = source(("u0", "tieu-chi", "target", 100), ("u0", "tieu-chi", "actual", 90))
    unit = score_cluster(scale(rate()), period(1, sources=(given_by,)), {}).units[0]
    assert (unit.state, unit.total) == ("scored", 30)


def test_outside_figures_replace_the_units_own() -> None:
    given_by = source(("u0", "tieu-chi", "target", 100), ("u0", "tieu-chi", "actual", 90))
    unit = one(rate(), {"target": 1, "actual": 1}, sources=(given_by,))
    assert outcome(unit)[:2] == ("scored", F(30))
    assert unit.criteria[0].supplier == "Cục Thống kê"


@pytest.mark.parametrize("given_by", [source(received=False), source(), source(("u0", "tieu-chi", "target", 100))])
def test_a_source_that_is_pending_or_has_gaps_is_awaited(given_by: object) -> None:
    assert outcome(one(rate(), FULL, sources=(given_by,))) == ("pending_source", None, F(0), F(45))


def test_who_is_judged_does_not_judge() -> None:
    made = criterion("given_points", GivenPointsTerms(), 10, points_giver="Ban Thi đua - Khen thưởng Trung ương")
    assert outcome(one(made, {"given_points": 10})) == ("pending_source", None, F(0), F(10))
    own = criterion("given_points", GivenPointsTerms(), 10)
    assert outcome(one(own, {"given_points": 7}))[:2] == ("scored", F(7))


def test_not_applicable_leaves_both_sums_and_leads_nobody() -> None:
    made = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20)
    rows = {"u0": {"target": 10, "actual": 100}, "u1": {"target": 10, "actual": 20}}
    dossiers = {unit: dossier(unit, {"tieu-chi": row}) for unit, row in rows.items()}
    found = score_cluster(scale(made), period(2, not_applicable=(exemption("u0"),)), dossiers)
    first, second = (unit.criteria[0] for unit in found.units)
    assert (first.status, first.points, first.most) == ("not_applicable", None, 0)
    assert (second.status, second.points) == ("scored", 20)
    assert "Biên bản họp trù bị" in first.explanation
    assert not found.units[0].provisional


@pytest.mark.parametrize(
    ("policy", "expected"), [("own_group", ("scored", 20)), ("not_scored", ("not_applicable", None))]
)
def test_a_unit_without_a_target(policy: str, expected: tuple[str, int | None]) -> None:
    made = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), policy), 20)  # type: ignore[arg-type]
    unit = one(made, {"actual": 5}, no_target=(exemption("u0"),))
    assert outcome(unit)[:2] == expected


def test_no_document_is_asked_for_a_target_that_was_not_given() -> None:
    made = criterion(
        "leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20,
        evidence=(replace(requirement(), for_figure="target"),),
    )  # fmt: skip
    assert outcome(one(made, {"actual": 5}, no_target=(exemption("u0"),)))[0] == "scored"
    assert outcome(one(made, {"target": 4, "actual": 5}))[0] == "pending_evidence"


def leader(**changes: object) -> Criterion:
    return criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20, **changes)


def test_figures_that_nobody_proved_lead_nobody_where_they_have_no_points() -> None:
    made = leader(evidence=(requirement(),), when_evidence_missing="no_points")
    dossiers = {
        "u0": dossier("u0", {"tieu-chi": {"target": 1, "actual": 900}}),
        "u1": dossier("u1", {"tieu-chi": {"target": 10, "actual": 12}}, ["Báo cáo"]),
    }
    found = score_cluster(scale(made), period(2), dossiers)
    assert [outcome(unit)[:2] for unit in found.units] == [("no_evidence", F(0)), ("scored", F(20))]


def test_points_that_hang_on_unproven_figures_of_others_are_open_whatever_their_own_status() -> None:
    made = leader(evidence=(requirement(),), when_evidence_missing="provisional")
    dossiers = {
        "u0": dossier("u0", {"tieu-chi": {"target": 10, "actual": 20}}, ["Báo cáo"]),
        "u1": dossier("u1", {"tieu-chi": {"target": 10, "actual": 12}}),
    }
    found = score_cluster(scale(made), period(2), dossiers)
    assert [outcome(unit) for unit in found.units] == [
        ("scored", F(20), F(20), F(20)),
        ("provisional", F(12), F(0), F(12)),
    ]


def shared(origin: Criterion, **changes: object) -> Criterion:
    return rate(id="dung-chung", figures_from=origin.id, **changes)


def test_shared_figures_come_from_whoever_supplies_them() -> None:
    origin = rate(points_giver=None)
    given_by = source(("u0", "tieu-chi", "target", 100), ("u0", "tieu-chi", "actual", 90))
    dossiers = {"u0": dossier("u0", {"tieu-chi": {"target": 1, "actual": 1}})}
    found = score_cluster(scale(origin, shared(origin)), period(1, sources=(given_by,)), dossiers)
    assert [each.points for each in found.units[0].criteria] == [30, 30]


def test_shared_figures_await_what_the_first_criterion_awaits() -> None:
    origin = rate(points_giver="Ban Thi đua - Khen thưởng Trung ương")
    dossiers = {"u0": dossier("u0", {"tieu-chi": {"target": 100, "actual": 100}})}
    found = score_cluster(scale(origin, shared(origin)), period(1), dossiers)
    assert [each.status for each in found.units[0].criteria] == ["pending_source", "pending_source"]


def test_others_open_figures_keep_points_open_that_depend_on_the_cluster() -> None:
    made = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20)
    found = score_cluster(scale(made), period(2), {"u0": dossier("u0", {"tieu-chi": {"target": 10, "actual": 20}})})
    assert outcome(found.units[0]) == ("scored", F(20), F(10), F(20))
    assert found.units[0].provisional


def test_a_unit_that_cannot_be_scored_has_no_total_and_leads_nobody() -> None:
    made = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20)
    dossiers = {"u1": dossier("u1", {"tieu-chi": {"target": 10, "actual": 20}})}
    found = score_cluster(scale(made), period(2), dossiers, frozenset({"u0"}))
    bad, good = found.units
    assert (bad.state, bad.total, bad.rank, bad.least, bad.most) == ("unscorable", None, None, 0, 20)
    assert (good.rank, good.total) == (1, 20)
    assert by_place(found) == (good, bad)


def test_ties_share_a_rank_in_the_members_order() -> None:
    rows = [90, 95, 95, 80]
    dossiers = {
        f"u{i}": dossier(f"u{i}", {"tieu-chi": {"target": 100, "actual": actual}}) for i, actual in enumerate(rows)
    }
    found = score_cluster(scale(rate()), period(4), dossiers)
    assert [unit.rank for unit in found.units] == [3, 1, 1, 4]
    assert [unit.member.id for unit in by_place(found)] == ["u1", "u2", "u0", "u3"]
    assert [unit.member.id for unit in tied_with(found.units[1], found)] == ["u2"]


def test_bonus_inside_the_section_is_capped_by_it() -> None:
    dossiers = {"u0": dossier("u0", {"tieu-chi": {"target": 100, "actual": 200}})}
    outside = score_cluster(scale(rate()), period(1), dossiers).units[0]
    inside = score_cluster(scale(rate(), bonus_inside_section=True), period(1), dossiers).units[0]
    assert (outside.total, inside.total, inside.criteria[0].points) == (45, 40, 45)


def test_points_are_rounded_once_half_up() -> None:
    pieces = criterion("per_piece", PerPieceTerms(F(1, 8)), 10)
    assert one(pieces, {"count": 1}).total == F(13, 100)


figures = st.one_of(st.none(), st.integers(0, 300))
rows_of_units = st.lists(st.tuples(figures, figures, figures), min_size=1, max_size=6)


def cluster(
    rows: list[tuple[int | None, int | None, int | None]], order: tuple[int, ...] | None = None
) -> ClusterResult:
    made = scale(
        rate(id="ty-le"),
        criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20, id="cao-nhat"),
        criterion("per_piece", PerPieceTerms(F(1, 3)), 7, id="so-luong"),
    )
    units = period(len(rows))
    if order:
        units = replace(units, members=tuple(units.members[index] for index in order))
    dossiers = {
        f"u{index}": dossier(
            f"u{index}",
            {"ty-le": {"target": a, "actual": b}, "cao-nhat": {"target": b, "actual": c}, "so-luong": {"count": c}},
        )
        for index, (a, b, c) in enumerate(rows)
    }
    return score_cluster(made, units, dossiers)


@given(rows_of_units)
def test_a_total_is_the_sum_of_its_parts(rows: list[tuple[int | None, int | None, int | None]]) -> None:
    for unit in cluster(rows).units:
        assert unit.total == sum((each.points or F(0)) for each in unit.criteria)
        assert unit.total == sum((each.points or F(0)) for each in unit.sections)
        assert unit.least <= (unit.total or 0) <= unit.most
        assert unit.provisional == (unit.least != unit.most)


@given(rows_of_units, st.data())
def test_the_order_of_members_changes_no_result(
    rows: list[tuple[int | None, int | None, int | None]], data: st.DataObject
) -> None:
    expected = {unit.member.id: (unit.total, unit.rank) for unit in cluster(rows).units}
    members = range(len(rows))
    for order in {tuple(reversed(members)), *(tuple(data.draw(st.permutations(members))) for _ in range(2))}:
        assert {unit.member.id: (unit.total, unit.rank) for unit in cluster(rows, order).units} == expected


@given(st.integers(0, 200), st.sampled_from(["no_points", "provisional", "pending"]))
def test_adding_evidence_never_worsens_a_result(actual: int, policy: str) -> None:
    made = rate(evidence=(requirement(),), when_evidence_missing=policy)
    without = one(made, {"target": 100, "actual": actual})
    complete = one(made, {"target": 100, "actual": actual}, evidence=["Báo cáo"])
    assert (complete.total or 0) >= (without.total or 0)
    assert complete.criteria[0].status == "scored"
