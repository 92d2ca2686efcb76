"""Run experts' cases: figures in, points and status out, compared with what the expert says must come out."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from thidua.model.cases import Case, CaseUnit
from thidua.model.dossier import Claim, Dossier, EvidenceItem
from thidua.model.period import Exemption, Member, Period, Source
from thidua.model.scale import Criterion, Scale
from thidua.scoring import CriterionResult, ScoredAlone, score_only_criterion


class CaseResult(Struct, frozen=True):
    """A case and what its criterion gave for each of its units."""

    case: Case
    scored: ScoredAlone

    @property
    def results(self) -> tuple[tuple[CaseUnit, CriterionResult], ...]:
        """For each unit, what was expected and what came out."""
        return tuple(zip(self.case.units, self.scored.results, strict=True))

    @property
    def failures(self) -> tuple[tuple[CaseUnit, CriterionResult], ...]:
        """The units for which something else came out."""
        return tuple((unit, result) for unit, result in self.results if not _agrees(unit, result))

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not self.failures


def run_case(case: Case, scale: Scale) -> CaseResult:
    """Score a case as a small cluster: each of its units sends a dossier with this criterion only."""
    named = next(each for each in scale.criteria if each.id == case.criterion)
    # A case gives the figures itself, also those that are otherwise reported under another criterion.
    criterion = replace(named, figures_from=None)
    members = tuple(Member(f"don-vi-{index}", unit.name) for index, unit in enumerate(case.units, start=1))
    period = _period(case, criterion, members)
    dossiers = dict(_dossiers(case, criterion, members))
    return CaseResult(case, score_only_criterion(_only(criterion, scale), period, dossiers))


def _only(criterion: Criterion, scale: Scale) -> Scale:
    """The scale with nothing but one criterion: the others have no part in the case."""
    section = next(each for each in scale.sections if any(criterion.id == other.id for other in each.criteria))
    return replace(scale, sections=(replace(section, criteria=(criterion,)),))


def _agrees(unit: CaseUnit, result: CriterionResult) -> bool:
    return unit.points == result.points and unit.status == result.status


def _period(case: Case, criterion: Criterion, members: tuple[Member, ...]) -> Period:
    pairs = list(zip(members, case.units, strict=True))
    return Period(
        id="truong-hop",
        name=case.name,
        assumed_data=True,
        caution=None,
        source_note=None,
        scale=None,
        year=None,
        data_from=None,
        data_to=None,
        reviewed_on=None,
        stage="verified",
        members=members,
        head=None,
        deputy=None,
        deadlines=(),
        sources=_sources(criterion, pairs),
        no_target=tuple(
            Exemption(criterion.id, member.id, case.basis) for member, unit in pairs if unit.without_target
        ),
        not_applicable=tuple(
            Exemption(criterion.id, member.id, case.basis) for member, unit in pairs if unit.not_applicable
        ),
    )


def _sources(criterion: Criterion, pairs: list[tuple[Member, CaseUnit]]) -> tuple[Source, ...]:
    """Points that others give come from a source, and so does all that a case says is still awaited."""
    if criterion.points_giver is None and not any(unit.source_pending for _, unit in pairs):
        return ()
    figures: list[tuple[str, str, str, Fraction]] = [
        (member.id, criterion.id, figure, value)
        for member, unit in pairs
        if not unit.source_pending
        for figure, value in unit.figures
    ]
    supplier = criterion.points_giver or criterion.figures_supplier or "nguồn ngoài"
    return (Source("nguon-ngoai", supplier, supplier, True, (criterion.id,), (), figures=tuple(figures)),)


def _dossiers(case: Case, criterion: Criterion, members: tuple[Member, ...]) -> Iterator[tuple[str, Dossier]]:
    complete = tuple(EvidenceItem(requirement.id) for requirement in criterion.evidence)
    for member, unit in zip(members, case.units, strict=True):
        claim = Claim(unit.figures, None, complete if unit.evidence_complete else (), None)
        yield member.id, Dossier(member.id, None, None, (), (), ((criterion.id, claim),))
