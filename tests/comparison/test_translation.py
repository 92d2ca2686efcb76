"""What the dossiers of one version say for another: what is carried, and what is left open and told."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from models import Row, criterion, dossier, exemption, period, requirement, scale, source
from msgspec.structs import replace

from thidua.comparison.impact import Impact, impact
from thidua.model.figure import Figure
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import (
    BonusPenaltyTerms,
    CompletionRateTerms,
    GivenPointsTerms,
    Grade,
    GradedTerms,
    Item,
    LeaderAnchoredTerms,
    Part,
    PartsTerms,
    PassFailTerms,
    PerPieceTerms,
)

F = Fraction


def pieces(name: str, **figure: Any) -> Criterion:
    """A criterion that gives a point for each piece."""
    made = criterion("per_piece", PerPieceTerms(F(1)), id=name, number=name)
    return replace(made, figures=(replace(made.figures[0], **figure),))


def given(name: str, most: int, **changes: Any) -> Criterion:
    figure = Figure("given_points", "điểm đã chấm", "points", "điểm", 2, F(0), F(most))
    return criterion("given_points", GivenPointsTerms(), most, id=name, figures=(figure,), **changes)


def graded(name: str, *levels: str) -> Criterion:
    grades = tuple(Grade(each, F(1, index)) for index, each in enumerate(levels, start=1))
    figure = Figure("level", "mức", "level", "", 0, levels=levels)
    return criterion("graded", GradedTerms(grades), id=name, figures=(figure,))


def in_parts(name: str, *parts: Criterion, replaces: tuple[str, ...] = ()) -> Criterion:
    """A criterion that has these as its parts."""
    made = tuple(
        Part(
            each.id,
            each.name,
            each.standard_points,
            each.bonus_cap,
            tuple(replace(figure, id=f"{each.id}.{figure.id}", part=each.name) for figure in each.figures),
            each.method,
            each.terms,
        )
        for each in parts
    )
    figures = tuple(figure for each in made for figure in each.figures)
    standard = int(sum(each.standard_points for each in parts))
    return criterion("parts", PartsTerms(made), standard, id=name, replaces=replaces, figures=figures)


def compared(
    old: Scale | Criterion, new: Scale | Criterion, row: Row | dict[str, Row], made: Period | None = None, **more: Any
) -> Impact:
    """One unit's figures, of the only criterion or by criterion, reported under the old version."""
    before, after = (each if isinstance(each, Scale) else scale(each) for each in (old, new))
    by_criterion = all(isinstance(each, dict) for each in row.values()) and row
    claims: Any = row if by_criterion else {before.criteria[0].id: row}
    found = made or period(1)
    return impact(before, before, after, found, {"u0": dossier("u0", claims, **more)}, frozenset())


def new_points(found: Impact) -> list[Fraction | None]:
    return [each.points for each in found.new.units[0].criteria]


def reasons(found: Impact) -> list[tuple[str, str | None, str | None]]:
    return [(gap.reason, gap.figure.id if gap.figure else None, gap.unit) for gap in found.readings["new"].gaps]


def test_a_figure_with_the_same_id_and_measure_is_carried():
    found = compared(pieces("a"), pieces("a"), {"count": 7})
    assert (new_points(found), reasons(found)) == ([F(7)], [])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"measure": "nghìn đồng"}, ("measure", "count", None)),
        ({"kind": "percent", "measure": "phần trăm"}, ("measure", "count", None)),
    ],
)
def test_a_figure_of_another_kind_or_measure_is_not_reported(changes: dict[str, Any], expected: tuple[str, str, None]):
    found = compared(pieces("a"), pieces("a", **changes), {"count": 7})
    assert (new_points(found), reasons(found)) == ([None], [expected])


def test_more_decimals_than_the_other_version_takes_are_not_rounded():
    found = compared(pieces("a", decimals=2), pieces("a", decimals=1), {"count": F("7.25")})
    assert (new_points(found), reasons(found)) == ([None], [("too_fine", "count", "u0")])
    assert new_points(compared(pieces("a", decimals=2), pieces("a", decimals=1), {"count": F("7.5")})) == [F("7.5")]


def test_what_only_the_other_version_thinks_impossible_is_not_scored():
    narrow = pieces("a", least=F(0), most=F(5))
    found = compared(pieces("a"), narrow, {"count": 7})
    assert (new_points(found), reasons(found)) == ([None], [("out_of_limits", "count", "u0")])
    # What its own version doubts too counts in both, as it does in ``score``.
    assert new_points(compared(narrow, replace(narrow, standard_points=F(6)), {"count": 7})) == [F(6)]


def test_a_level_is_found_by_its_name():
    old, new = graded("a", "xuất sắc", "tốt", "khá"), graded("a", "Tốt", "khá")
    assert new_points(compared(old, new, {"level": 1})) == [F(40)]
    found = compared(old, new, {"level": 0})
    assert (new_points(found), reasons(found)) == ([None], [("level", "level", "u0")])


def test_points_out_of_another_number_count_in_proportion_and_are_told():
    found = compared(given("a", 20), given("a", 30), {"given_points": 15})
    assert new_points(found) == [F("22.5")]
    assert [(each.before, each.after) for each in found.readings["new"].conversions] == [(20, 30)]


def test_nobody_judges_itself_under_the_other_version_either():
    found = compared(given("a", 20), given("a", 20, points_giver="Hội đồng"), {"given_points": 15})
    assert (new_points(found), reasons(found)) == ([None], [("giver", "given_points", None)])
    assert found.new.units[0].criteria[0].status == "pending_source"


def test_a_removed_criterion_is_removed_points_and_an_added_one_is_not_reported():
    found = compared(
        scale(pieces("a"), pieces("b")), scale(pieces("b"), pieces("c")), {"a": {"count": 3}, "b": {"count": 4}}
    )
    assert [(each.id, each.kind, each.delta) for each in found.units[0].because] == [("a", "removed", -3)]
    assert (new_points(found), reasons(found)) == ([F(4), None], [("added", None, None)])
    assert found.new.units[0].provisional


def test_criteria_that_became_parts_of_one_keep_their_figures():
    old = scale(pieces("a"), pieces("b", measure="vụ"), criterion("pass_fail", PassFailTerms(), id="c"))
    parts = pieces("a"), pieces("moi", measure="vụ"), criterion("pass_fail", PassFailTerms(), id="dat")
    found = compared(
        old,
        in_parts("gop", *parts, replaces=("a", "b", "c")),
        {"a": {"count": 3}, "b": {"count": 4}, "c": {"achieved": 1}},
    )
    [moved] = [found.units[0].new.criteria[0]]
    assert (moved.points, reasons(found)) == (F(47), [])
    assert found.units[0].because == ()


def test_where_it_is_not_sure_which_figure_is_meant_none_is_carried():
    old = scale(pieces("a"), pieces("b"), pieces("z"))
    merged = scale(replace(pieces("a"), replaces=("b",)), pieces("z"))
    found = compared(old, merged, {"a": {"count": 3}, "b": {"count": 4}, "z": {"count": 1}})
    assert (new_points(found), reasons(found)) == ([None, 1], [("regrouped", "count", None)])
    [because] = found.units[0].because
    assert (because.id, because.kind, because.delta) == ("a", "merged", -7)


def test_a_split_criterion_gives_its_figure_to_nobody_where_both_ask_for_it():
    halves = scale(*(replace(pieces(each), replaces=("a",)) for each in ("b", "c")), pieces("z"))
    found = compared(scale(pieces("a"), pieces("z")), halves, {"a": {"count": 3}, "z": {"count": 1}})
    assert (new_points(found), [each[0] for each in reasons(found)]) == ([None, None, 1], ["regrouped", "regrouped"])
    assert [(each.id, each.kind, each.delta) for each in found.units[0].because] == [("b", "split", -3)]


def test_a_version_of_which_nothing_can_be_scored_gives_no_totals_and_no_places():
    old, other = scale(pieces("a")), scale(pieces("b"))
    found = compared(old, other, {"count": 3})
    (unit,) = found.units
    assert [found.readings[side].scorable.points for side in ("old", "new")] == [old.total_points, 0]
    assert (unit.old.total, unit.old.rank) == (3, 1)
    assert (unit.new.total, unit.new.rank, unit.move, unit.because, found.leads["new"]) == (None, None, None, (), ())


def test_an_item_that_is_new_was_never_counted():
    one, two = Item("a", "A", F(2)), Item("b", "B", F(3))

    def fund(*bonuses: Item) -> Criterion:
        return criterion("bonus_penalty", BonusPenaltyTerms(F(0), bonuses), id="quy")

    found = compared(fund(one), fund(one, two), {"a": 4})
    assert (new_points(found), reasons(found)) == ([None], [("new_figure", "b", None)])


def with_evidence(*documents: str) -> Criterion:
    return replace(pieces("a"), evidence=tuple(map(requirement, documents)))


@pytest.mark.parametrize(
    ("old", "new", "supplied", "status"),
    [
        (("Báo cáo năm 2019",), ("Báo cáo năm 2020",), ("Báo cáo năm 2019",), "scored"),
        (("Báo cáo năm 2019",), ("Báo cáo năm 2020",), (), "pending_evidence"),
        (("Báo cáo",), (), (), "scored"),
        ((), ("Quyết định",), (), "scored"),
        (("Báo cáo",), ("Báo cáo", "Quyết định"), (), "pending_evidence"),
    ],
)
def test_a_document_is_missing_where_it_was_asked_for_and_did_not_come(
    old: Sequence[str], new: Sequence[str], supplied: Sequence[str], status: str
):
    found = compared(with_evidence(*old), with_evidence(*new), {"count": 7}, evidence=supplied)
    assert found.new.units[0].criteria[0].status == status
    asked = [document.name for _, document in found.readings["new"].newly_asked]
    assert asked == [each for each in new if each == "Quyết định"]


def test_what_outside_bodies_supply_is_carried_under_the_new_id():
    made = period(1, sources=(source(("u0", "a", "count", 6), criteria=("a",)),))
    found = impact(
        scale(pieces("a")), scale(pieces("a")), scale(replace(pieces("b"), replaces=("a",))), made, {}, frozenset()
    )
    unit = found.new.units[0]
    assert (unit.state, unit.rank, unit.total, unit.criteria[0].supplier) == ("scored", 1, 6, "Cục Thống kê")


def test_a_criterion_that_does_not_apply_does_not_under_its_new_id_either():
    made = period(1, not_applicable=(exemption("u0", "a"),))
    new = scale(replace(pieces("b"), replaces=("a",)), pieces("c"), not_applicable_mode="convert")
    old = scale(pieces("a"), pieces("c"), not_applicable_mode="convert")
    found = compared(old, new, {"c": {"count": 5}}, made)
    assert [each.status for each in found.new.units[0].criteria] == ["not_applicable", "scored"]
    merged = scale(in_parts("gop", pieces("a"), pieces("c"), replaces=("a", "c")), not_applicable_mode="convert")
    assert reasons(compared(old, merged, {"c": {"count": 5}}, made)) == [("partly_exempt", None, "u0")]


def test_a_unit_without_a_target_is_treated_as_the_other_version_says():
    made = period(2, no_target=(exemption("u0", "a"),))
    old, new = (
        scale(criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), way), id="a"), not_applicable_mode="convert")
        for way in ("own_group", "not_scored")
    )
    dossiers = {"u0": dossier("u0", {"a": {"actual": 5}}), "u1": dossier("u1", {"a": {"target": 4, "actual": 5}})}
    found = impact(old, old, new, made, dossiers, frozenset())
    assert [each.criteria[0].status for each in found.old.units] == ["scored", "scored"]
    assert [each.criteria[0].status for each in found.new.units] == ["not_applicable", "scored"]
    rate = scale(criterion("completion_rate", CompletionRateTerms(F(1)), id="a"))
    assert impact(old, old, rate, made, dossiers, frozenset()).new.units[0].criteria[0].status == "not_reported"
