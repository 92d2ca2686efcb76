"""Places among the eligible, by total and by the declared steps."""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from judged import (
    EXCLUDES,
    SECOND,
    SUSPENDS,
    concluded,
    judged,
    made_period,
    rule,
    rule_set,
    scored_cluster,
    violation,
)

from thidua.model.rules import Condition, RuleSet, TieBreak
from thidua.ranking.judgement import Judgement
from thidua.ranking.places import places

SECTION_II = TieBreak("section_points", of="noi-dung-ii")
CRITERION_II = TieBreak("criterion_points", of=SECOND)
CONFERENCE = TieBreak("conference")
RULES = rule_set(SUSPENDS, EXCLUDES, tie_breaks=(SECTION_II, CONFERENCE))
Rows = Sequence[tuple[int | None, int | None] | None]


def table(judgement: Judgement) -> list[tuple[int, str, list[str], str]]:
    return [
        (each.place, each.unit.member.name, [other.member.name for other in each.tied], each.reason)
        for each in judgement.placed
    ]


def test_the_total_alone_decides() -> None:
    _, judgement = judged([(10, 10), (30, 30), (20, 20)], RULES)
    assert table(judgement) == [(1, "Tỉnh B", [], ""), (2, "Tỉnh C", [], ""), (3, "Tỉnh A", [], "")]


def test_those_who_share_a_place_take_as_many_places() -> None:
    cluster = scored_cluster([(10, 10), (30, 30), (30, 30), (5, 5)])
    found = places(cluster, dict.fromkeys(("u0", "u1", "u2", "u3"), "eligible"), ())
    why = "không còn tiêu chuẩn nào để phân định"
    told = [(each.place, each.unit.member.name, [other.member.name for other in each.tied]) for each in found]
    assert told == [(1, "Tỉnh B", ["Tỉnh C"]), (1, "Tỉnh C", ["Tỉnh B"]), (3, "Tỉnh A", []), (4, "Tỉnh D", [])]
    assert [each.reason for each in found] == [why, why, "", ""]


def test_a_tie_that_is_told_apart_leaves_no_gap() -> None:
    _, judgement = judged([(30, 30), (20, 40), (10, 10)], RULES)
    assert table(judgement) == [
        (1, "Tỉnh B", [], "điểm nội dung II: 40"),
        (2, "Tỉnh A", [], "điểm nội dung II: 30"),
        (3, "Tỉnh C", [], ""),
    ]


def test_a_unit_without_a_dossier_has_no_place_until_the_table_is_agreed() -> None:
    rows: Rows = [(10, 10), None]
    assert table(judged(rows, RULES)[1]) == [(1, "Tỉnh A", [], "")]
    agreed = judged(rows, RULES, made_period(2, stage="agreed"))[1]
    assert table(agreed) == [(1, "Tỉnh A", [], ""), (2, "Tỉnh B", [], "")]


def test_the_suspended_and_the_excluded_have_no_place_and_the_others_move_up() -> None:
    made = made_period(4, violations=(violation("u0"), violation("u2", "confirmed")))
    cluster, judgement = judged([(40, 40), (30, 30), (20, 20), (10, 10)], RULES, made)
    assert table(judgement) == [(1, "Tỉnh B", [], ""), (2, "Tỉnh D", [], "")]
    assert [unit.rank for unit in cluster.units] == [1, 2, 3, 4]
    assert judgement.place_of(cluster.units[0]) is None


@st.composite
def clusters(draw: st.DrawFn) -> tuple[list[tuple[int | None, int | None] | None], tuple[int, ...], dict[int, str]]:
    """Rows with many ties, the order agreed by the conference, and who is under review or found at fault."""
    points = st.integers(0, 3) | st.none()
    rows = draw(st.lists(st.tuples(points, points) | st.none(), min_size=1, max_size=6))
    order = tuple(draw(st.permutations(range(len(rows))))) if draw(st.booleans()) else ()
    few = st.lists(st.integers(0, len(rows) - 1), max_size=2, unique=True)
    states = {unit: draw(st.sampled_from(["under_review", "confirmed"])) for unit in draw(few)}
    return rows, order, states


def held(
    rows: Rows, order: Sequence[int], states: dict[int, str], members: Sequence[int], rules: RuleSet = RULES
) -> dict[str, int]:
    """The place of each unit (by its name) where the members stand in this order."""
    made = made_period(len(rows))
    people = [made.members[index] for index in members]
    there = [f"u{index}" for index in members]
    conclusions = [concluded(place, f"u{unit}") for place, unit in enumerate(order, 1) if f"u{unit}" in there]
    violations = [violation(f"u{unit}", state) for unit, state in states.items() if f"u{unit}" in there]
    shown = made_period(len(rows), members=tuple(people), conclusions=tuple(conclusions), violations=tuple(violations))
    _, judgement = judged([rows[index] for index in members], rules, shown)
    return {each.unit.member.id: each.place for each in judgement.placed}


@given(clusters(), st.data())
def test_the_order_of_units_never_changes_who_holds_which_place(
    cluster: tuple[Rows, tuple[int, ...], dict[int, str]], data: st.DataObject
) -> None:
    there = list(range(len(cluster[0])))
    assert held(*cluster, data.draw(st.permutations(there))) == held(*cluster, there)


@given(clusters(), st.data(), st.booleans())
def test_excluding_a_unit_never_changes_the_order_of_the_others(
    cluster: tuple[Rows, tuple[int, ...], dict[int, str]], data: st.DataObject, may_be_unknown: bool
) -> None:
    """Never the reverse. With steps whose values may be unknown a tie may come apart when the unknown one leaves; who
    was told apart by the conference waits for it again when somebody whom it placed leaves."""
    rows, order, states = cluster
    rules = rule_set(*RULES.rules, tie_breaks=(CRITERION_II, CONFERENCE)) if may_be_unknown else RULES
    out = data.draw(st.integers(0, len(rows) - 1))
    before = held(rows, order, states, range(len(rows)), rules)
    after = held(rows, order, {**states, out: "confirmed"}, range(len(rows)), rules)
    assert set(after) == set(before) - {f"u{out}"}
    for one, other in permutations(after, 2):
        if before[one] < before[other]:
            assert after[one] < after[other] or (order and after[one] == after[other])
        elif before[one] == before[other] and not may_be_unknown and not order:
            assert after[one] == after[other]


def test_nobody_rises_over_whom_the_conference_placed_when_the_first_is_excluded() -> None:
    conclusions = (concluded(1, "u0"), concluded(2, "u1"))
    rows: Rows = [(30, 30)] * 3
    _, judgement = judged(rows, RULES, made_period(3, conclusions=conclusions))
    assert [(each.place, each.unit.member.id) for each in judgement.placed] == [(1, "u0"), (2, "u1"), (3, "u2")]
    gone = made_period(3, conclusions=conclusions, violations=(violation("u0", "confirmed"),))
    waits = "chờ ý kiến thống nhất của hội nghị"
    assert table(judged(rows, RULES, gone)[1]) == [(1, "Tỉnh B", ["Tỉnh C"], waits), (1, "Tỉnh C", ["Tỉnh B"], waits)]


@given(clusters())
def test_places_are_those_of_a_contest(cluster: tuple[Rows, tuple[int, ...], dict[int, str]]) -> None:
    """A place is one more than how many stand before."""
    found = held(*cluster, range(len(cluster[0]))).values()
    assert all(place == 1 + sum(other < place for other in found) for place in found)


@given(clusters())
def test_a_finding_that_is_only_told_changes_nothing(
    cluster: tuple[Rows, tuple[int, ...], dict[int, str]],
) -> None:
    rows, order, states = cluster
    note = rule("XX-01", Condition("d", "unit", ()), level="note")
    made = made_period(
        len(rows),
        conclusions=tuple(concluded(place, f"u{unit}") for place, unit in enumerate(order, 1)),
        violations=tuple(violation(f"u{unit}", state) for unit, state in states.items()),
    )
    _, without = judged(rows, RULES, made)
    _, with_note = judged(rows, rule_set(*RULES.rules, note, tie_breaks=RULES.tie_breaks), made)
    assert len(with_note.findings) == len(without.findings) + len(rows)
    assert with_note.eligibility == without.eligibility
    assert with_note.placed == without.placed
    assert with_note.outcomes == without.outcomes
    assert with_note.blocking == without.blocking
