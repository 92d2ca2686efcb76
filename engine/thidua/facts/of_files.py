"""Facts about what people did beside the points, and about documents from which figures must be taken."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from thidua.facts.make import make_fact
from thidua.facts.of_registrations import facts_of_registrations
from thidua.facts.share import share
from thidua.model.conference import Ballot, Comparison, Session, Violation
from thidua.model.dossier import Dossier
from thidua.model.fact import Fact
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale


def facts_of_files(
    period: Period, scale: Scale | None, exempt: Collection[tuple[str, str]], dossiers: Mapping[str, Dossier]
) -> Iterator[Fact]:
    """All of them, kind by kind. Without a scale no figures are compared.

    ``exempt``: unit and criterion where one does not apply; ``dossiers``: by unit, those without errors.
    """
    yield from facts_of_registrations(period, scale, exempt, dossiers)
    if scale is not None:
        for comparison in period.comparisons:
            yield from _comparisons(comparison, period, scale, exempt, dossiers)
    yield from map(_violation, period.violations)
    yield from map(_session, period.sessions)
    yield from map(_ballot, period.ballots)


def _comparisons(
    comparison: Comparison,
    period: Period,
    scale: Scale,
    exempt: Collection[tuple[str, str]],
    dossiers: Mapping[str, Dossier],
) -> Iterator[Fact]:
    """By unit and criterion; a criterion that does not apply to a unit is not compared there."""
    in_document = {(unit, criterion, figure): value for unit, criterion, figure, value in comparison.figures}
    compared = {(criterion, figure) for _, criterion, figure in in_document}
    pairs = [(each, figure) for each in scale.criteria for figure in each.figures if (each.id, figure.id) in compared]
    for member in period.members:
        dossier = dossiers.get(member.id)
        claims = dict(dossier.claims) if dossier else {}
        for criterion, figure in pairs:
            if (member.id, criterion.id) not in exempt:
                claim = claims.get(criterion.id)
                reported = dict(claim.figures).get(figure.id) if claim else None
                value = in_document.get((member.id, criterion.id, figure.id))
                yield from _comparison(comparison, member.id, criterion, figure, reported, value)


def _comparison(
    comparison: Comparison,
    unit: str,
    criterion: Criterion,
    figure: Figure,
    reported: Fraction | None,
    compared: Fraction | None,
) -> Iterator[Fact]:
    if reported is None and compared is None:
        return
    yield make_fact(
        "comparison",
        unit=unit,
        criterion=criterion.id,
        figure=figure.full_name,
        reported=None if reported is None else figure_value(figure, reported),
        compared=None if compared is None else figure_value(figure, compared),
        document=comparison.name,
        comparison=comparison.id,
        figure_kind=comparison.figure,
        agrees=_agreement(reported, compared),
    )


def _agreement(reported: Fraction | None, compared: Fraction | None) -> str | None:
    """None where the dossier has no figure yet: there is nothing that could agree or differ."""
    if reported is None:
        return None
    if compared is None:
        return "absent"
    return "agrees" if reported == compared else "differs"


def _violation(each: Violation) -> Fact:
    return make_fact(
        "violation",
        unit=each.unit,
        violation_kind=each.kind,
        violation_state=each.state,
        matter=each.matter,
        began_on=each.began_on,
        ended_on=each.ended_on,
        document=each.document,
    )


def _session(each: Session) -> Fact:
    return make_fact(
        "session",
        session_kind=each.kind,
        held_on=each.held_on,
        summoned=each.summoned,
        present=each.present,
        share_present=share(each.present, each.summoned),
    )


def _ballot(each: Ballot) -> Fact:
    return make_fact(
        "ballot",
        unit=each.unit,
        about=each.about,
        total_members=each.total_members,
        issued=each.issued,
        collected=each.collected,
        valid=each.valid,
        agreed=each.agreed,
        share_agreed=share(each.agreed, each.total_members),
    )
