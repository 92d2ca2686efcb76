"""Facts about what units registered: that they did, what they would do, and by which targets."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from thidua.facts.make import make_fact
from thidua.facts.share import share
from thidua.model.conference import RegisteredContent, RegisteredTarget, Registration
from thidua.model.dossier import Dossier
from thidua.model.fact import Fact
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.model.period import Period
from thidua.model.scale import Criterion, Scale


def facts_of_registrations(
    period: Period, scale: Scale | None, exempt: Collection[tuple[str, str]], dossiers: Mapping[str, Dossier]
) -> Iterator[Fact]:
    """One for every member, for once there is a list it is known who did not register; and what was registered."""
    if period.registrations is None:
        return
    listed = {each.unit: each for each in period.registrations}
    for member in period.members:
        registration = listed.get(member.id) or Registration(member.id, None, None)
        yield _registration(registration)
        for content in registration.contents:
            yield _content(member.id, content)
        if scale is not None:
            yield from _targets(registration, period, scale, exempt, dossiers.get(member.id))


def _registration(each: Registration) -> Fact:
    return make_fact(
        "registration",
        unit=each.unit,
        registered=each.registered_on is not None,
        registered_on=each.registered_on,
        signed=each.signed_on is not None,
        signed_on=each.signed_on,
        has_contents=bool(each.contents),
        has_targets=bool(each.targets),
        has_titles=bool(each.titles),
        recipients="; ".join(each.recipients),
    )


def _content(unit: str, content: RegisteredContent) -> Fact:
    return make_fact(
        "registered_content",
        unit=unit,
        content=content.id,
        name=content.name,
        recheck_result=content.result,
        rechecked_on=content.rechecked_on,
        document=content.document,
    )


def _targets(
    registration: Registration,
    period: Period,
    scale: Scale,
    exempt: Collection[tuple[str, str]],
    dossier: Dossier | None,
) -> Iterator[Fact]:
    """A criterion that does not apply to the unit is left out; one whose figures come from outside is not compared."""
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    outside = {criterion for source in period.sources for criterion in source.criteria}
    claims = dict(dossier.claims) if dossier else {}
    for target in registration.targets:
        criterion = criteria[target.criterion]
        if (registration.unit, criterion.id) not in exempt:
            claim = claims.get(criterion.id)
            reported = dict(claim.figures).get(target.figure) if claim else None
            is_compared = dossier is not None and criterion.id not in outside
            agrees = _agreement(target.value, reported) if is_compared else None
            yield _target(registration.unit, criterion, target, reported, agrees)


def _agreement(registered: Fraction, reported: Fraction | None) -> str:
    if reported is None:
        return "absent"
    return "agrees" if registered == reported else "differs"


def _target(
    unit: str, criterion: Criterion, target: RegisteredTarget, reported: Fraction | None, agrees: str | None
) -> Fact:
    figure = criterion.figure(target.figure)
    if figure is None:
        raise ValueError("targets are registered only for figures of their criterion")
    return make_fact(
        "registered_target",
        unit=unit,
        criterion=criterion.id,
        figure=figure.full_name,
        agrees=agrees,
        registered=figure_value(figure, target.value),
        reported=None if reported is None else figure_value(figure, reported),
        has_half_year=target.half_year is not None,
        half_year=None if target.half_year is None else figure_value(criterion.achieved_by(figure), target.half_year),
        progress=progress(target, figure),
    )


def progress(target: RegisteredTarget, figure: Figure) -> int | None:
    """What was achieved by mid-year on what was registered, in millionths; None where that can't be said."""
    if target.half_year is None or figure.kind not in ("number", "percent", "points"):
        return None
    return share(target.half_year, target.value)
