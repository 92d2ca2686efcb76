"""What totals may become where people doubt points that figures have settled."""

from datetime import date
from fractions import Fraction

from models import criterion, dossier, exemption, period, scale
from msgspec.structs import replace

from thidua.model.dossier import Dossier
from thidua.model.period import Adjustment, Period
from thidua.model.scale import Criterion
from thidua.model.terms import LeaderAnchoredTerms, PerPieceTerms
from thidua.scoring import ClusterResult, score_cluster
from thidua.scoring.reach import contested_ranges, reach

F = Fraction
PIECES = criterion("per_piece", PerPieceTerms(F(1)), 40, 5, id="so-luong")
OTHER = criterion("per_piece", PerPieceTerms(F(1)), 20, id="viec-khac")
LEADER = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 10, id="cao-nhat")
REACHED = {"target": 100, "actual": 110}
BEST = {"target": 100, "actual": 120}


def cluster(*criteria: Criterion, units: int = 2, **changes: object) -> ClusterResult:
    made = period(units, **changes)
    return score_cluster(scale(*criteria, not_applicable_mode="convert"), made, dossiers(units, *criteria))


def dossiers(units: int, *criteria: Criterion) -> dict[str, Dossier]:
    rows = {PIECES.id: {"count": 30}, OTHER.id: {"count": 10}, LEADER.id: REACHED}
    found = {each.id: rows[each.id] for each in criteria}
    best = {**found, **({LEADER.id: BEST} if LEADER.id in found else {})}
    return {f"u{index}": dossier(f"u{index}", best if index == 0 else found) for index in range(units)}


def agreed(unit: str, of: Criterion, points: int) -> Adjustment:
    return Adjustment(
        unit, of.id, "agreed", None, F(points), "Hội nghị", date(2020, 3, 1), "thống nhất", "Biên bản", None
    )


def test_nothing_is_contested_where_nobody_doubts() -> None:
    found = cluster(PIECES, OTHER)
    assert contested_ranges(found, ()) == {}
    assert reach(found, {}) == {"u0": (F(40), F(40)), "u1": (F(40), F(40))}


def test_a_doubted_criterion_may_give_anything() -> None:
    found = cluster(PIECES, OTHER)
    contested = contested_ranges(found, [("u0", PIECES.id)])
    assert contested == {("u0", PIECES.id): (F(0), F(45))}
    assert reach(found, contested) == {"u0": (F(10), F(55)), "u1": (F(40), F(40))}


def test_two_doubted_criteria_of_a_unit_add_up() -> None:
    found = cluster(PIECES, OTHER)
    contested = contested_ranges(found, [("u1", PIECES.id), ("u1", OTHER.id)])
    assert reach(found, contested) == {"u0": (F(40), F(40)), "u1": (F(0), F(65))}


def test_where_points_depend_on_others_a_doubted_figure_opens_all_units() -> None:
    found = cluster(LEADER, OTHER, units=3)
    contested = contested_ranges(found, [("u2", LEADER.id)])
    assert contested == {(f"u{index}", LEADER.id): (F(0), F(10)) for index in range(3)}
    assert reach(found, contested) == dict.fromkeys(("u0", "u1", "u2"), (F(10), F(20)))


def test_a_doubt_about_one_criterion_leaves_the_others_as_they_are() -> None:
    found = cluster(LEADER, PIECES)
    contested = contested_ranges(found, [("u0", PIECES.id)])
    assert set(contested) == {("u0", PIECES.id)}


def test_points_that_the_conference_agreed_stay() -> None:
    made = (agreed("u0", PIECES, 25),)
    found = cluster(PIECES, OTHER, adjustments=made)
    assert contested_ranges(found, [("u0", PIECES.id)]) == {}
    assert reach(found, {})["u0"] == (F(35), F(35))


def test_points_that_are_only_verified_may_still_change() -> None:
    verified = replace(agreed("u0", PIECES, 25), stage="verified")
    found = cluster(PIECES, OTHER, adjustments=(verified,))
    assert contested_ranges(found, [("u0", PIECES.id)]) == {("u0", PIECES.id): (F(0), F(45))}


def test_agreed_points_of_one_unit_leave_those_of_the_others_open() -> None:
    found = cluster(LEADER, OTHER, units=3, adjustments=(agreed("u1", LEADER, 7),))
    contested = contested_ranges(found, [("u1", LEADER.id)])
    assert set(contested) == {("u0", LEADER.id), ("u2", LEADER.id)}
    assert reach(found, contested)["u1"] == (F(17), F(17))


def test_what_does_not_apply_is_in_no_doubt_and_stays_out_of_the_total() -> None:
    found = cluster(PIECES, OTHER, not_applicable=(exemption("u0", PIECES.id),))
    assert contested_ranges(found, [("u0", PIECES.id), ("u1", OTHER.id)]) == {("u1", OTHER.id): (F(0), F(20))}
    contested = contested_ranges(found, [("u0", OTHER.id)])
    assert reach(found, contested)["u0"] == (F(0), F(60))


def test_a_unit_or_criterion_that_is_not_there_is_doubted_in_vain() -> None:
    assert contested_ranges(cluster(PIECES), [("u9", PIECES.id), ("u0", "khong-co")]) == {}


def test_an_open_figure_stays_at_least_as_open() -> None:
    made: Period = period(1)
    found = score_cluster(scale(PIECES, OTHER), made, {"u0": dossier("u0", {OTHER.id: {"count": 5}})})
    assert reach(found, {})["u0"] == (F(5), F(45))
    # A person may also decide more than the figures could give: the bonus.
    assert reach(found, contested_ranges(found, [("u0", PIECES.id)]))["u0"] == (F(5), F(50))


def test_a_unit_that_cannot_be_scored_has_a_reach_too() -> None:
    made = period(2)
    sent = {"u0": dossier("u0", {PIECES.id: {"count": 30}, OTHER.id: {"count": 10}})}
    found = score_cluster(scale(PIECES, OTHER), made, sent, frozenset(("u1",)))
    contested = contested_ranges(found, [("u0", OTHER.id)])
    assert reach(found, contested) == {"u0": (F(30), F(50)), "u1": (F(0), F(60))}
