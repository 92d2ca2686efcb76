"""From points to places and proposals: facts ──rules──> findings ──> eligibility ──> ranking ──> awards."""

from collections.abc import Mapping

from thidua.facts import collect_facts, words_of
from thidua.inference.engine import Engine, run
from thidua.inference.findings import findings
from thidua.model.dossier import Dossier
from thidua.model.rules import RuleSet
from thidua.ranking.judgement import Judgement, judge
from thidua.scoring import ClusterResult


def judge_period(
    cluster: ClusterResult,
    dossiers: Mapping[str, Dossier],
    receipts: Mapping[str, Dossier],
    rules: RuleSet,
    engine: Engine | None = None,
) -> Judgement:
    """Run the rules that are in force on the day of review over a scored period, and decide by what they find.

    ``dossiers`` and ``receipts`` as for ``collect_facts``; ``engine`` None: durable-rules where it is installed.
    """
    period, scale = cluster.period, cluster.scale
    in_force = [rule for rule in rules.rules if rule.is_in_force(period.reviewed_on)]
    ran = run(in_force, collect_facts(cluster, dossiers, receipts), engine)
    units = [member.id for member in period.members]
    criteria = [criterion.id for criterion in scale.criteria]
    found = findings(ran.inference, in_force, words_of(period, scale).message, units, criteria)
    return judge(cluster, rules, found, ran.engine_name, ran.notice)
