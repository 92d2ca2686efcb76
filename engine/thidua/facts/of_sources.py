"""Facts about outside sources: those pending, and those that came without a figure of some unit."""

from collections.abc import Iterator

from thidua.facts.make import make_fact
from thidua.model.fact import Fact
from thidua.scoring import ClusterResult


def facts_of_sources(cluster: ClusterResult) -> Iterator[Fact]:
    """Every source, and every criterion of a unit for which a source that has come lacks figures."""
    criteria = cluster.scale.criteria
    for source in cluster.period.sources:
        about = {"source": source.id, "name": source.name, "supplier": source.supplier}
        state = "received" if source.received else "pending"
        yield make_fact("source", **about, source_state=state, criteria_count=len(source.criteria))
        used = [index for index, each in enumerate(criteria) if each.reported_under in source.criteria]
        for unit in cluster.units if source.received else ():
            for index in used:
                if unit.criteria[index].status == "pending_source":
                    yield make_fact("source_gap", **about, unit=unit.member.id, criterion=criteria[index].id)
