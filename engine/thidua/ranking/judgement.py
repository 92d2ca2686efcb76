"""From findings to places and proposals: eligibility, ranking, certainty, awards."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from thidua.inference.findings import Finding
from thidua.model.rules import AwardRule, RuleSet
from thidua.ranking.awards import Award, award, ballot_share
from thidua.ranking.certainty import Certainty, Outcome
from thidua.ranking.eligibility import Eligibility, depends_on_open_facts, eligibility
from thidua.ranking.places import Placed, places
from thidua.scoring import ClusterResult, UnitResult
from thidua.scoring.reach import contested_ranges, reach

_ALWAYS_TOLD = (1, 2)


class Judgement(Struct, frozen=True):
    """What the rules lead to. ``outcomes``: of first and second place; ``findings`` in the order in which they are
    told; ``engine``: the name of the engine that ran the rules, ``notice``: why it was not the one wanted."""

    rules: RuleSet
    findings: tuple[Finding, ...]
    eligibility: Mapping[str, Eligibility]
    placed: tuple[Placed, ...]
    outcomes: tuple[Outcome, ...]
    awards: tuple[Award, ...]
    engine: str
    notice: str | None

    def place_of(self, unit: UnitResult) -> Placed | None:
        """A unit's place among the eligible."""
        return next((each for each in self.placed if each.unit.member.id == unit.member.id), None)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What must be dealt with before points are agreed."""
        return tuple(each for each in self.findings if each.rule.level == "blocking")


def judge(
    cluster: ClusterResult, rules: RuleSet, findings: Sequence[Finding], engine: str, notice: str | None = None
) -> Judgement:
    """Decide, in exact code, from what the rules found."""
    who = eligibility(findings, [unit.member.id for unit in cluster.units])
    placed = places(cluster, who, rules.tie_breaks)
    awards = sorted((each for each in rules.awards if each.is_in_force(cluster.period.reviewed_on)), key=_place)
    certainty = _certainty(cluster, rules, findings, who, placed)
    wanted = sorted({*_ALWAYS_TOLD, *(each.place for each in awards)})
    found = {place: certainty.outcome(place, _without_ballot(place, awards, cluster)) for place in wanted}
    blocking = Counter(each.unit for each in findings if each.rule.level == "blocking")
    by_points = {each.unit.member.id: each.place for each in placed}
    departed = next((each for each in cluster.period.conclusions if by_points.get(each.unit) != each.place), None)
    proposals = tuple(award(each, found[each.place], cluster, blocking, who, departed) for each in awards)
    outcomes = tuple(each for each in found.values() if each)
    return Judgement(rules, tuple(findings), who, placed, outcomes, proposals, engine, notice)


def _place(award_rule: AwardRule) -> int:
    return award_rule.place


def _certainty(
    cluster: ClusterResult,
    rules: RuleSet,
    findings: Sequence[Finding],
    who: Mapping[str, Eligibility],
    placed: Sequence[Placed],
) -> Certainty:
    doubted = {
        (each.unit, each.criterion)
        for each in findings
        if each.rule.action == "points_not_agreed" and each.unit and each.criterion
    }
    contested = contested_ranges(cluster, doubted)
    in_force = [rule for rule in rules.rules if rule.is_in_force(cluster.period.reviewed_on)]
    is_open = depends_on_open_facts(in_force)
    return Certainty(cluster, who, placed, reach(cluster, contested), contested, is_open)


def _without_ballot(place: int, awards: Sequence[AwardRule], cluster: ClusterResult) -> frozenset[str]:
    """The units for which a ballot that the place needs is not recorded; what the conference concluded needs none."""
    if any(each.place == place for each in cluster.period.conclusions):
        return frozenset()
    needing = [each for each in awards if each.place == place and each.ballot_share is not None]
    ballots = cluster.period.ballots
    return frozenset(
        unit.member.id for unit in cluster.units if any(ballot_share(each, unit, ballots) is None for each in needing)
    )
