"""Facts about the documents that the units' dossiers list."""

from collections.abc import Iterator, Mapping

from thidua.facts.make import make_fact
from thidua.model.dossier import Dossier, EvidenceItem
from thidua.model.fact import Fact
from thidua.model.period import Period, Source
from thidua.model.scale import Criterion, Requirement, Scale
from thidua.vocabulary import LISTS, fold

_FIGURES = frozenset(term.identifier for term in LISTS["figure"])


def facts_of_evidence(scale: Scale, period: Period, dossiers: Mapping[str, Dossier]) -> Iterator[Fact]:
    """One fact for each document of each criterion, in the order of the dossiers."""
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    sources = {criterion: source for source in period.sources for criterion in source.criteria}
    for member in period.members:
        dossier = dossiers.get(member.id)
        for criterion_id, claim in dossier.claims if dossier else ():
            criterion = criteria[criterion_id]
            source = sources.get(criterion.reported_under)
            for item in claim.evidence:
                yield _evidence(item, criterion, source, period, dossier)


def _evidence(
    item: EvidenceItem, criterion: Criterion, source: Source | None, period: Period, dossier: Dossier | None
) -> Fact:
    asked = _asked(item, criterion)
    return make_fact(
        "evidence_item",
        unit=dossier.unit if dossier else None,
        criterion=criterion.id,
        document=document_text(item, asked.name if asked else item.type),
        evidence_type=item.type,
        for_figure=_proven_figure(asked),
        document_date=item.dated,
        reference=reference(item),
        has_number_or_date=item.number is not None or item.dated is not None,
        file=item.file,
        file_state=item.file_state,
        data_from=(source.data_from if source else None) or period.data_from,
        data_to=(source.data_to if source else None) or period.data_to,
        received=dossier.received if dossier else None,
    )


def _asked(item: EvidenceItem, criterion: Criterion) -> Requirement | None:
    """What the scale asks for that this document is; the one for a figure where it is asked for twice."""
    written = fold(item.type)
    asked = [each for each in criterion.evidence if written in (fold(each.id), fold(each.name))]
    return next((each for each in asked if each.for_figure), asked[0] if asked else None)


def _proven_figure(asked: Requirement | None) -> str | None:
    """The figure that the scale asks a document for; one of a part under its own name."""
    figure = asked.for_figure if asked else None
    last = figure.rpartition(".")[2] if figure else None
    return last if last in _FIGURES else None


def document_text(item: EvidenceItem, type_name: str) -> str:
    """``Báo cáo … số 13/BC-STC ngày 17/01/2020 của Sở Tài chính``."""
    parts = (
        type_name if item.name in (None, item.type) else item.name,
        f"số {item.number}" if item.number else "",
        f"ngày {item.dated:%d/%m/%Y}" if item.dated else "",
        f"của {item.issuer}" if item.issuer else "",
    )
    return " ".join(part for part in parts if part)


def reference(item: EvidenceItem) -> str | None:
    """What tells one document from every other: number, day and issuer, however they are spelt.

    None without number or issuer: ``12/BC-UBND`` is a report of every province.
    """
    if item.number is None or item.issuer is None:
        return None
    day = item.dated.isoformat() if item.dated else ""
    return f"{fold(item.number)} | {day} | {fold(item.issuer)}"
