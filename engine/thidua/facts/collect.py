"""All facts of a period, kind by kind, always in the same order."""

from collections.abc import Mapping

from thidua.facts.of_congress import facts_of_congress
from thidua.facts.of_deadlines import facts_of_deadlines
from thidua.facts.of_evidence import facts_of_evidence
from thidua.facts.of_files import facts_of_files
from thidua.facts.of_reports import facts_of_reports
from thidua.facts.of_results import facts_of_results
from thidua.facts.of_sources import facts_of_sources
from thidua.model.dossier import Dossier
from thidua.model.fact import Fact
from thidua.scoring import ClusterResult


def collect_facts(
    cluster: ClusterResult, dossiers: Mapping[str, Dossier], receipts: Mapping[str, Dossier]
) -> tuple[Fact, ...]:
    """The facts of a scored period.

    ``dossiers``: by unit, those without errors; ``receipts``: what one with errors still says of its sending.
    """
    scale, period = cluster.scale, cluster.period
    return (
        *facts_of_results(cluster),
        *facts_of_evidence(scale, period, dossiers),
        *facts_of_deadlines(period, {**receipts, **dossiers}),
        *facts_of_sources(cluster),
        *facts_of_files(period, scale, _exempt(cluster), dossiers),
        *facts_of_reports(period, dossiers),
        *facts_of_congress(period),
    )


def _exempt(cluster: ClusterResult) -> frozenset[tuple[str, str]]:
    return frozenset(
        (unit.member.id, result.criterion.id)
        for unit in cluster.units
        for result in unit.criteria
        if result.status == "not_applicable"
    )
