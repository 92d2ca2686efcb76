"""Whatever the open questions turn out to be, a place that is called certain never changes."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from models import criterion, dossier, period, requirement, scale
from msgspec import Struct
from msgspec.structs import replace

from thidua.judging import judge_period
from thidua.model.conference import Ballot, Conclusion, Violation
from thidua.model.dossier import Dossier
from thidua.model.period import Period
from thidua.model.rules import AwardRule, Condition, Reference, Rule, RuleSet, Test, TieBreak
from thidua.model.scale import Scale
from thidua.model.terms import LeaderAnchoredTerms, PerPieceTerms
from thidua.ranking.judgement import Judgement
from thidua.scoring import score_cluster

F = Fraction
LEAST, MOST = 0, 20
DOUBTED = MOST
DAY = date(2020, 3, 10)


def _rule(code: str, condition: Condition, action: str) -> Rule:
    level = "blocking" if action == "points_not_agreed" else "explain"
    return Rule(code, code, (condition,), action, level, (Reference("x", "unit"),), "Quy chế")  # type: ignore[arg-type]


RULES = (
    _rule("BX-01", Condition("x", "violation", (Test("violation_state", "equals", "under_review"),)), "suspend"),
    _rule("BX-02", Condition("x", "violation", (Test("violation_state", "equals", "confirmed"),)), "exclude"),
    _rule("SL-01", Condition("x", "figure", (Test("value", "equals", f"{DOUBTED} triệu đồng"),)), "points_not_agreed"),
)
BY_POINTS = _rule("BX-03", Condition("x", "criterion_result", (Test("points", "equals", 0),)), "exclude")


def made_scale() -> Scale:
    asked = {"evidence": (requirement(),), "when_evidence_missing": "pending"}
    made = (
        criterion("per_piece", PerPieceTerms(F(1)), 20, id="so-luong", **asked),
        criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 5, id="cao-nhat"),
        criterion("per_piece", PerPieceTerms(F(2)), 40, id="gap-doi"),
    )
    limited = [
        replace(each, figures=tuple(replace(figure, least=F(LEAST), most=F(MOST)) for figure in each.figures))
        for each in made
    ]
    return scale(*limited)


SCALE = made_scale()


class World(Struct, frozen=True):
    """One way things may be. ``rows`` None: no dossier. ``violations``: state by unit. ``places``: what the conference
    concluded, the unit by place; some places only, or none."""

    rows: tuple[Mapping[str, Mapping[str, int | None]] | None, ...]
    evidence: tuple[bool, ...]
    violations: Mapping[int, str]
    places: Mapping[int, int]
    ballots: tuple[int, ...]

    def period(self) -> Period:
        found = period(len(self.rows))
        violations = [
            Violation(f"u{unit}", "kỷ luật", state, "việc", DAY, None, None) for unit, state in self.violations.items()
        ]  # type: ignore[arg-type]
        concluded = [
            Conclusion(place, f"u{unit}", "thống nhất", DAY, "Biên bản") for place, unit in self.places.items()
        ]
        ballots = [Ballot("leading_unit", f"u{unit}", DAY, 10, 10, 10, 10, 9, None) for unit in self.ballots]
        return replace(
            found,
            reviewed_on=DAY,
            violations=tuple(violations),
            conclusions=tuple(concluded),
            ballots=tuple(ballots),
        )

    def dossiers(self) -> dict[str, Dossier]:
        rows = zip(self.rows, self.evidence, strict=True)
        return {
            f"u{index}": dossier(f"u{index}", row, ["Báo cáo"] if sent else [])
            for index, (row, sent) in enumerate(rows)
            if row is not None
        }


def judged(world: World, rules: RuleSet) -> Judgement:
    dossiers = world.dossiers()
    cluster = score_cluster(SCALE, world.period(), dossiers)
    return judge_period(cluster, dossiers, {}, rules, "reference")


# Mostly known, so that many places are certain.
known = st.integers(LEAST, MOST)
value = st.integers(LEAST, MOST + 1).map(lambda drawn: None if drawn > MOST else drawn)
some_criterion = st.sampled_from(SCALE.criteria)
STEPS = (
    TieBreak("section_points", of="noi-dung-i"),
    TieBreak("criterion_points", of="gap-doi"),
    TieBreak("conference"),
)


@st.composite
def conclusions(draw: st.DrawFn, units: int, *kinds: str) -> Mapping[int, int]:
    """A complete order, some of its places (also one beyond the last), or nothing."""
    how = draw(st.sampled_from(kinds))
    order = draw(st.permutations(range(units)))
    places = range(1, units + 1)
    if how == "partial":
        places = draw(st.lists(st.integers(1, units + 1), min_size=1, max_size=units, unique=True))
    return {} if how == "none" else dict(zip(places, order, strict=False))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    units = draw(st.integers(2, 4))
    few_open = draw(st.integers(0, 3)) > 0
    cell = known if few_open else value
    rows = []
    for _ in range(units):
        row = {each.id: {figure.id: draw(cell) for figure in each.figures} for each in SCALE.criteria}
        rows.append(None if draw(st.integers(0, 19)) == 0 else row)
    evidence = tuple(few_open or draw(st.integers(0, 5)) > 0 for _ in range(units))
    chosen = draw(st.lists(st.integers(0, units - 1), max_size=2, unique=True))
    states = {unit: draw(st.sampled_from(["under_review", "confirmed", "cleared"])) for unit in chosen}
    if rows[0] is not None and few_open and draw(st.booleans()):
        one = draw(some_criterion)
        rows[0] = {**rows[0], one.id: dict.fromkeys(rows[0][one.id])}
    return World(
        tuple(rows),
        evidence,
        states,
        draw(conclusions(units, "complete", "partial", "none")),
        tuple(range(units)) if draw(st.booleans()) else (),
    )


@st.composite
def worlds_of_equals(draw: st.DrawFn) -> World:
    """Units that mostly equal one another in everything, so that only the conference tells them apart."""
    units = draw(st.integers(2, 4))
    kinds = [
        {each.id: {figure.id: draw(known) for figure in each.figures} for each in SCALE.criteria}
        for _ in range(draw(st.integers(1, 2)))
    ]
    rows: list[Mapping[str, Mapping[str, int | None]]] = [draw(st.sampled_from(kinds)) for _ in range(units)]
    if draw(st.integers(0, 2)) == 0:
        one, asked = draw(st.integers(0, units - 1)), draw(some_criterion).id
        rows[one] = {**rows[one], asked: dict.fromkeys(rows[one][asked])}
    chosen = draw(st.lists(st.integers(0, units - 1), max_size=1))
    states = {unit: draw(st.sampled_from(["under_review", "confirmed"])) for unit in chosen}
    ballots = tuple(range(units)) if draw(st.booleans()) else ()
    places = draw(conclusions(units, "partial", "partial", "complete"))
    return World(tuple(rows), (True,) * units, states, places, ballots)


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    steps = draw(st.lists(st.sampled_from(STEPS), max_size=3, unique=True))
    rules = (*RULES, BY_POINTS) if draw(st.integers(0, 3)) == 0 else RULES
    share = F(4, 5) if draw(st.booleans()) else None
    award = AwardRule(1, "Cờ thi đua", "Quy chế", share)
    return RuleSet("thu/1", "Thử", None, rules, tuple(steps), awards=(award,))


def answered(world: World, before: Judgement, draw: st.DataObject) -> World:
    """One way in which everything that is open, or doubted, may turn out."""
    doubted = {(each.unit, each.criterion) for each in before.findings if each.rule.action == "points_not_agreed"}
    rows = []
    for index, row in enumerate(world.rows):
        open_row = row or {each.id: {figure.id: None for figure in each.figures} for each in SCALE.criteria}
        rows.append(
            {
                name: {
                    figure: draw.draw(known) if found is None or (f"u{index}", name) in doubted else found
                    for figure, found in figures.items()
                }
                for name, figures in open_row.items()
            }
        )
    ends = {
        unit: draw.draw(st.sampled_from(["under_review", "cleared"])) if state == "under_review" else state
        for unit, state in world.violations.items()
    }
    return replace(world, rows=tuple(rows), evidence=(True,) * len(rows), violations=ends)


@settings(max_examples=300)
@given(worlds(), rule_sets(), st.data())
def test_a_certain_place_never_changes(world: World, rules: RuleSet, data: st.DataObject) -> None:
    stays_certain(world, rules, data)


@settings(max_examples=300)
@given(worlds_of_equals(), rule_sets(), st.data())
def test_a_certain_place_that_the_conference_settled_never_changes(
    world: World, rules: RuleSet, data: st.DataObject
) -> None:
    steps = (*(each for each in rules.tie_breaks if each.by != "conference"), TieBreak("conference"))
    stays_certain(world, replace(rules, tie_breaks=steps), data)


def stays_certain(world: World, rules: RuleSet, data: st.DataObject) -> None:
    """However the open questions turn out, whoever is certain of a place has it."""
    before = judged(world, rules)
    certain = [outcome for outcome in before.outcomes if outcome.certain]
    if not certain:
        return
    for _ in range(3):
        after = judged(answered(world, before, data), rules)
        for outcome in certain:
            (holder,) = outcome.holders
            found = next((each for each in after.outcomes if each.place == outcome.place), None)
            assert found is not None
            assert [each.unit.member.id for each in found.holders] == [holder.unit.member.id]


@settings(max_examples=100)
@given(worlds(), rule_sets())
def test_a_place_is_uncertain_only_for_a_reason(world: World, rules: RuleSet) -> None:
    for outcome in judged(world, rules).outcomes:
        assert outcome.certain or outcome.open_questions or len(outcome.holders) > 1
        assert not (outcome.certain and outcome.open_questions)
