"""Score a whole cluster at once."""

from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from msgspec import Struct

from thidua.expressions import Evaluation, Explainer, FieldName, Node
from thidua.methods import expression, field_name
from thidua.model.dossier import Dossier
from thidua.model.period import Member, Period
from thidua.model.scale import Criterion, Scale
from thidua.scoring.decisions import apply
from thidua.scoring.inputs import Table, columns, gather
from thidua.scoring.outlook import with_ranges
from thidua.scoring.result import ClusterResult, CriterionResult, Decisions, UnitResult, UnitState
from thidua.scoring.statuses import Settled, settle
from thidua.scoring.sums import Sums, class_of
from thidua.scoring.words import explain_status

_UNDECIDED = Decisions()


def score_cluster(
    scale: Scale, period: Period, dossiers: Mapping[str, Dossier], unscorable: frozenset[str] = frozenset()
) -> ClusterResult:
    """Score all members of a period.

    Args:
        scale: the scale.
        period: the period, its sources holding their figures.
        dossiers: by unit id; a unit that sent none is not here.
        unscorable: units whose dossier has errors: they get no total, and only what others supply of them counts.
    """
    states = unit_states(scale, period, dossiers, unscorable)
    return score_known(scale, period, gather(scale, period, dossiers), states)


def score_known(scale: Scale, period: Period, table: Table, states: Mapping[str, UnitState]) -> ClusterResult:
    """Score what is known of every criterion of a scale for every unit, wherever it comes from.

    ``states``: by unit, whether its dossier is there and can be read.
    """
    return ClusterResult(period, scale, _Scorer(scale, period, table, states).units())


def unit_states(
    scale: Scale, period: Period, dossiers: Mapping[str, Dossier], unscorable: frozenset[str]
) -> dict[str, UnitState]:
    """By unit, whether its dossier is there and can be read; arguments as for ``score_cluster``."""
    asks_units = any(_asks_the_unit(criterion, period) for criterion in scale.criteria)
    found: dict[str, UnitState] = {}
    for member in period.members:
        missing = asks_units and member.id not in dossiers
        found[member.id] = "unscorable" if member.id in unscorable else "missing_dossier" if missing else "scored"
    return found


def _asks_the_unit(criterion: Criterion, period: Period) -> bool:
    supplied = any(criterion.reported_under in source.criteria for source in period.sources)
    return not supplied and criterion.points_giver is None


class ScoredAlone(Struct, frozen=True):
    """The only criterion of a scale: its tree, the figures of all units, and the results in the members' order."""

    tree: Node
    evaluation: Evaluation
    results: tuple[CriterionResult, ...]


def score_only_criterion(scale: Scale, period: Period, dossiers: Mapping[str, Dossier]) -> ScoredAlone:
    """Score all members of a period by a scale with one criterion, without sums and ranges: most of the time.

    Where something is open, ``least`` and ``most`` are the least and most that the criterion itself can give.
    """
    states = unit_states(scale, period, dossiers, frozenset())
    scorer = _Scorer(scale, period, gather(scale, period, dossiers), states, ranges=False)
    (criterion,) = scale.criteria
    results = tuple(scorer.criterion(criterion, member, index) for index, member in enumerate(period.members))
    return ScoredAlone(scorer.trees[criterion.id], scorer.evaluation, results)


class _Scorer:
    """One run: the evaluation of the trees, and the settled status of every criterion for every unit."""

    def __init__(
        self, scale: Scale, period: Period, table: Table, states: Mapping[str, UnitState], ranges: bool = True
    ) -> None:
        self.scale = scale
        self.ranges = ranges
        self.period = period
        self.table = table
        self.states = states
        self.decided = _decided(period)
        self.final = period.stage in ("agreed", "adopted")
        self.trees = {
            criterion.id: expression(criterion, scale.rounding if scale.rounding_at == "criterion" else None)
            for criterion in scale.criteria
        }
        self.columns = columns(scale, period, table)
        self.evaluation = Evaluation(self.columns, len(period.members))
        names = [member.name for member in period.members]
        self.explainer = Explainer(self.evaluation, field_names(scale), names)
        self.settled = {criterion.id: self.settle(criterion) for criterion in scale.criteria}

    def settle(self, criterion: Criterion) -> list[Settled]:
        computed = self.evaluation.of(self.trees[criterion.id])
        settled = []
        for member, value in zip(self.period.members, computed, strict=True):
            points = value if isinstance(value, Fraction) else None
            found = settle(criterion, self.table[member.id, criterion.id], points, self.scale, self.final)
            settled.append(apply(found, self.decisions(member, criterion), points))
        if not self.ranges:
            return settled
        rows = [self.table[member.id, criterion.id] for member in self.period.members]
        return with_ranges(criterion, self.trees[criterion.id], rows, settled, self.columns, self.evaluation)

    def decisions(self, member: Member, criterion: Criterion) -> Decisions:
        return self.decided.get((member.id, criterion.id), _UNDECIDED)

    def units(self) -> tuple[UnitResult, ...]:
        states = [self.states[member.id] for member in self.period.members]
        sums = Sums(self.scale, self.settled, [self.is_ranked(state) for state in states], self.self_points())
        units = []
        for index, member in enumerate(self.period.members):
            scorable = states[index] != "unscorable"
            criteria = tuple(self.criterion(criterion, member, index) for criterion in self.scale.criteria)
            least, most = sums.least[index], sums.most[index]
            units.append(
                UnitResult(
                    member=member,
                    state=states[index],
                    total=sums.total[index] if scorable else None,
                    provisional=least != most or any(each.is_open for each in criteria),
                    least=least,
                    most=most,
                    self_total=sums.self_total(index),
                    rank=sums.rank[index],
                    raw_total=sums.raw_total[index] if scorable else None,
                    applicable=sums.applicable[index],
                    result_class=class_of(self.scale, least, most) if scorable else None,
                    sections=tuple(sums.section(section, index, scorable) for section in self.scale.sections),
                    criteria=criteria,
                )
            )
        return tuple(units)

    def self_points(self) -> dict[str, list[Fraction | None]]:
        claims = {
            criterion.id: [self.table[member.id, criterion.id].claim for member in self.period.members]
            for criterion in self.scale.criteria
        }
        return {name: [claim.self_points if claim else None for claim in column] for name, column in claims.items()}

    def is_ranked(self, state: UnitState) -> bool:
        """Whether a unit takes a place: what it has not reported is no 0 points until the table is agreed."""
        return state == "scored" or (state == "missing_dossier" and self.final)

    def criterion(self, criterion: Criterion, member: Member, index: int) -> CriterionResult:
        known, settled = self.table[member.id, criterion.id], self.settled[criterion.id][index]
        computed = self.evaluation.of(self.trees[criterion.id])[index]
        return CriterionResult(
            criterion=criterion,
            status=settled.status,
            points=settled.points,
            computed=computed if isinstance(computed, Fraction) else None,
            least=settled.least,
            most=settled.most,
            decisions=self.decisions(member, criterion),
            self_points=known.claim.self_points if known.claim else None,
            figures=tuple((figure.id, known.figures.get(figure.id)) for figure in criterion.figures),
            supplier=known.supplier,
            evidence=known.evidence,
            missing_evidence=known.missing_evidence,
            unit_explanation=known.claim.explanation if known.claim else None,
            tell=partial(self.explanation, criterion, member, index),
            tell_steps=partial(self.steps, criterion, index),
        )

    def explanation(self, criterion: Criterion, member: Member, index: int) -> str:
        known, settled = self.table[member.id, criterion.id], self.settled[criterion.id][index]
        if self.states[member.id] == "unscorable" and settled.status == "not_reported":
            return "hồ sơ có lỗi, chưa chấm được"
        arithmetic = self.explainer.explain(self.trees[criterion.id], index, with_steps=False)
        return explain_status(criterion, known, settled, arithmetic, self.decisions(member, criterion))

    def steps(self, criterion: Criterion, index: int) -> tuple[str, ...]:
        return self.explainer.explain(self.trees[criterion.id], index).steps


def _decided(period: Period) -> dict[tuple[str, str], Decisions]:
    found: dict[tuple[str, str], Decisions] = {}
    for each in period.adjustments:
        about = (each.unit, each.criterion)
        before = found.get(about, _UNDECIDED)
        found[about] = Decisions(each, before.agreed) if each.stage == "verified" else Decisions(before.verified, each)
    return found


def field_names(scale: Scale) -> dict[str, FieldName]:
    """How each field of a scale's trees is spoken of."""
    return {
        field_name(criterion.id, figure.id): FieldName(figure.name, "%" if figure.kind == "percent" else figure.measure)
        for criterion in scale.criteria
        for figure in criterion.figures
    }
