"""Small judged clusters, built without files: a unit has as many points in each of two sections as it says."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from models import Row, criterion, dossier, period, scale
from msgspec.structs import replace

from thidua.home import Home
from thidua.judging import judge_period
from thidua.model.conference import Ballot, Conclusion, Violation
from thidua.model.dossier import Dossier
from thidua.model.period import Member, Period
from thidua.model.rules import Condition, Reference, Rule, RuleSet, Test
from thidua.model.scale import Scale, Section
from thidua.model.terms import PerPieceTerms
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.scoring import ClusterResult, UnitResult, score_cluster

F = Fraction
DAY = date(2020, 3, 10)
FIRST, SECOND = "thu-nhat", "thu-hai"
NAMES = ("Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D", "Tỉnh E", "Tỉnh F", "Tỉnh G", "Tỉnh H")
IDS = tuple(f"u{index}" for index in range(len(NAMES)))


def made_scale(**changes: Any) -> Scale:
    """Two sections with one criterion each; a piece is a point."""
    one = criterion("per_piece", PerPieceTerms(F(1)), 100, id=FIRST, number="I.1", name="Việc thứ nhất")
    two = criterion("per_piece", PerPieceTerms(F(1)), 100, id=SECOND, number="II.1", name="Việc thứ hai")
    sections = (
        Section("noi-dung-i", "I", "Nội dung I", F(100), (one,)),
        Section("noi-dung-ii", "II", "Nội dung II", F(100), (two,)),
    )
    return scale(one, two, sections=sections, **changes)


def made_period(units: int, **changes: Any) -> Period:
    members = tuple(Member(IDS[index], NAMES[index]) for index in range(units))
    return period(units, **{"members": members, "reviewed_on": DAY, **changes})


def women(found: Period, *shares: int | str | None) -> Period:
    """The period with the share of women of each member, of 0 to 1."""
    pairs = zip(found.members, shares, strict=True)
    members = tuple(replace(each, women_share=None if share is None else F(share)) for each, share in pairs)
    return replace(found, members=members)


def concluded(place: int, unit: str, **changes: Any) -> Conclusion:
    fields: dict[str, Any] = {
        "place": place, "unit": unit, "reason": "Hội nghị thống nhất", "decided_on": DAY, "document": "Biên bản số 1",
    }  # fmt: skip
    return Conclusion(**{**fields, **changes})


def ballot(unit: str, agreed: int, of: int = 10, **changes: Any) -> Ballot:
    fields: dict[str, Any] = {
        "about": "leading_unit", "unit": unit, "held_on": DAY, "total_members": of, "issued": of, "collected": of,
        "valid": of, "agreed": agreed, "document": None,
    }  # fmt: skip
    return Ballot(**{**fields, **changes})


def violation(unit: str, state: Any = "under_review", matter: str = "Thanh tra đất đai") -> Violation:
    return Violation(unit, "inspection", state, matter, date(2019, 12, 1), None, None)


def rule(code: str, *conditions: Condition, action: Any = "raise_finding", level: Any = "explain", **more: Any) -> Rule:
    """A rule that says whom it is about."""
    name = conditions[0].name if conditions else "x"
    fields = {"name": f"Quy tắc {code}", "basis": "Quy chế, Điều 4", **more}
    return Rule(code, fields.pop("name"), conditions, action, level, (Reference(name, "unit"), ": có việc"), **fields)


def about_violations(code: str, state: str, **more: Any) -> Rule:
    return rule(code, Condition("v", "violation", (Test("violation_state", "equals", state),)), **more)


SUSPENDS = about_violations("BX-01", "under_review", action="suspend")
EXCLUDES = about_violations("BX-02", "confirmed", action="exclude")


def rule_set(*rules: Rule, **changes: Any) -> RuleSet:
    return RuleSet("thu/1", "Quy tắc thử", None, rules, **changes)


def scored_cluster(rows: Sequence[tuple[int | None, int | None] | None], made: Period | None = None) -> ClusterResult:
    """``rows``: the points in each section, None where not reported; None for a unit without a dossier."""
    return scored_and_judged(rows, rule_set(), made)[0]


def judged(
    rows: Sequence[tuple[int | None, int | None] | None], rules: RuleSet, made: Period | None = None
) -> tuple[ClusterResult, Judgement]:
    return scored_and_judged(rows, rules, made)


def scored_and_judged(
    rows: Sequence[tuple[int | None, int | None] | None],
    rules: RuleSet,
    made: Period | None = None,
    by: Scale | None = None,
    own: Mapping[str, tuple[int | None, int | None]] | None = None,
) -> tuple[ClusterResult, Judgement]:
    """``own``: by unit, the points that it gave itself."""
    found = made or made_period(len(rows))
    claims: list[tuple[str, Mapping[str, Row]]] = [
        (member.id, {FIRST: {"count": row[0]}, SECOND: {"count": row[1]}})
        for member, row in zip(found.members, rows, strict=True)
        if row is not None
    ]
    dossiers = {unit: with_own(dossier(unit, each), (own or {}).get(unit, (None, None))) for unit, each in claims}
    cluster = score_cluster(by or made_scale(), found, dossiers)
    return cluster, judge_period(cluster, dossiers, {}, rules, "reference")


def with_own(found: Dossier, points: tuple[int | None, int | None]) -> Dossier:
    given = dict(zip((FIRST, SECOND), points, strict=True))
    own = {name: None if each is None else F(each) for name, each in given.items()}
    return replace(found, claims=tuple((name, replace(claim, self_points=own[name])) for name, claim in found.claims))


def as_scored(cluster: ClusterResult, judgement: Judgement | None, **changes: Any) -> Scored:
    """As if it came from files."""
    fields: dict[str, Any] = {
        "home": Home(Path("nha"), "theo --home"), "diagnostics": (), "result": cluster, "scale_hash": "a" * 64,
        "period_hash": "b" * 64, "judgement": judgement, "rules_hash": "c" * 64 if judgement else "",
    }  # fmt: skip
    return Scored(**{**fields, **changes})


def of(cluster: ClusterResult, unit: str) -> UnitResult:
    return next(each for each in cluster.units if each.member.id == unit)
