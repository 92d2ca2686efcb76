"""What is known before anything is computed: each figure with its supplier, evidence, exemptions; one table a
cluster."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from thidua.methods import NO_TARGET, field_name
from thidua.model.dossier import Claim, Dossier, EvidenceItem
from thidua.model.matching import missing_requirements
from thidua.model.period import Period, Source
from thidua.model.scale import Criterion, Requirement, Scale
from thidua.model.terms import not_scored_without_target


class Known(Struct, frozen=True):
    """What is known of one criterion for one unit. ``basis``: the clause where the criterion doesn't apply, otherwise
    None."""

    figures: Mapping[str, Fraction]
    supplier: str
    awaits_source: bool
    evidence: tuple[EvidenceItem, ...]
    missing_evidence: tuple[Requirement, ...]
    missing_figures: tuple[str, ...]
    claim: Claim | None
    without_target: bool
    not_applicable_basis: str | None

    def has_no_points(self, criterion: Criterion) -> bool:
        """Whether documents are missing for what was reported, and the scale gives no points then."""
        reported = not self.missing_figures and not self.awaits_source
        return reported and bool(self.missing_evidence) and criterion.when_evidence_missing == "no_points"

    def counts(self, criterion: Criterion) -> bool:
        """Whether the figures take part in the cluster."""
        return self.not_applicable_basis is None and not self.has_no_points(criterion)


Table = Mapping[tuple[str, str], Known]
"""By unit id and criterion id."""


def gather(scale: Scale, period: Period, dossiers: Mapping[str, Dossier]) -> Table:
    """What is known of every criterion for every unit. Units without a dossier are not in ``dossiers``."""
    gatherer = _Gatherer(period, scale)
    table: dict[tuple[str, str], Known] = {}
    for member in period.members:
        dossier = dossiers.get(member.id)
        claims = dict(dossier.claims) if dossier else {}
        for criterion in scale.criteria:
            table[member.id, criterion.id] = gatherer.known(criterion, member.id, claims)
    return table


def columns(scale: Scale, period: Period, table: Table) -> dict[str, list[Fraction | None]]:
    """The cluster's table by columns, one for each figure, in the members' order.

    A criterion that doesn't apply to a unit has no figures there, nor one that has no points for want of evidence: what
    does not count, or is not proven, must not lead anyone.
    """
    found: dict[str, list[Fraction | None]] = {}
    for criterion in scale.criteria:
        rows = [table[member.id, criterion.id] for member in period.members]
        for figure in criterion.figures:
            found[field_name(criterion.id, figure.id)] = [
                known.figures.get(figure.id) if known.counts(criterion) else None for known in rows
            ]
        found[field_name(criterion.id, NO_TARGET)] = [Fraction(int(known.without_target)) for known in rows]
    return found


class _Gatherer:
    def __init__(self, period: Period, scale: Scale) -> None:
        self.givers = {criterion.id: criterion.points_giver for criterion in scale.criteria}
        self.sources: dict[str, Source] = {each: source for source in period.sources for each in source.criteria}
        self.supplied: dict[tuple[str, str], dict[str, Fraction]] = {}
        for source in period.sources:
            for unit, criterion, figure, value in source.figures:
                self.supplied.setdefault((unit, criterion), {})[figure] = value
        self.no_target = {(each.unit, each.criterion): each.basis for each in period.no_target}
        self.not_applicable = {(each.unit, each.criterion): each.basis for each in period.not_applicable}

    def known(self, criterion: Criterion, unit: str, claims: Mapping[str, Claim]) -> Known:
        origin = criterion.reported_under
        source, claim, reported = self.sources.get(origin), claims.get(criterion.id), claims.get(origin)
        # Whoever is judged does not judge: given points never come from the unit where somebody else gives them.
        giver = criterion.points_giver or self.givers.get(origin)
        from_outside = source is not None or giver is not None
        without_target = (unit, origin) in self.no_target
        figures = self.supplied.get((unit, origin), {}) if from_outside else dict(reported.figures if reported else ())
        exempt = "target" if without_target else None
        missing = tuple(each.id for each in criterion.figures if each.id not in figures and each.id != exempt)
        evidence = source.evidence if source and source.received else ()
        for each in dict.fromkeys((origin, criterion.id)):
            evidence += claims[each].evidence if each in claims else ()
        return Known(
            figures=figures,
            supplier=source.supplier if source else giver or criterion.figures_supplier or "đơn vị",
            awaits_source=from_outside and bool(missing),
            evidence=evidence,
            missing_evidence=missing_requirements(criterion, evidence, exempt),
            missing_figures=missing,
            claim=claim,
            without_target=without_target,
            not_applicable_basis=self.basis_not_applicable(criterion, unit, without_target),
        )

    def basis_not_applicable(self, criterion: Criterion, unit: str, without_target: bool) -> str | None:
        if without_target and not_scored_without_target(criterion.terms):
            return self.no_target[unit, criterion.reported_under]
        return self.not_applicable.get((unit, criterion.id))
