"""Which decisions of people about points stand when the same dossiers are scored by two versions.

A decision says what a criterion of one version is worth. Where the other version gives points for it by other terms,
nobody has decided yet: then it is left aside under both, and computed points are compared with computed points. Where
both give points by the same terms, or one of them lacks the criterion, it stands.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from thidua.comparison.matching import match_criteria
from thidua.model.period import Adjustment, Period
from thidua.model.scale import Criterion, Scale


class Decided(Struct, frozen=True):
    """The period as each version sees it, and the decisions that neither does."""

    old: Period
    new: Period
    left_aside: tuple[Adjustment, ...]


def decisions_that_stand(period: Period, base: Scale, old: Scale, new: Scale) -> Decided:
    """``base``: the scale under which people decided."""
    before, after = _counterparts(base, old), _counterparts(base, new)
    standing = [each for each in period.adjustments if _stands(before[each.criterion], after[each.criterion])]
    aside = tuple(each for each in period.adjustments if each not in standing)
    return Decided(_with(period, standing, before), _with(period, standing, after), aside)


class _Counterpart(Struct, frozen=True):
    """What a version has for a criterion: None and ``absent``, or None because it is not scored alike."""

    criterion: Criterion | None
    absent: bool = False


def _counterparts(base: Scale, version: Scale) -> Mapping[str, _Counterpart]:
    if version == base:
        return {each.id: _Counterpart(each) for each in base.criteria}
    found = {}
    for match in match_criteria(base, version):
        for each in match.old:
            alike = match.kind == "changed" and _is_scored_alike(each, match.new[0])
            found[each.id] = _Counterpart(match.new[0] if alike else None, not match.new)
    return found


def _is_scored_alike(one: Criterion, other: Criterion) -> bool:
    return _terms(one) == _terms(other)


def _terms(criterion: Criterion) -> tuple[object, ...]:
    figures = tuple((each.id, each.kind, each.measure, each.most) for each in criterion.figures)
    return criterion.standard_points, criterion.bonus_cap, criterion.method, criterion.terms, figures


def _stands(before: _Counterpart, after: _Counterpart) -> bool:
    known = before.criterion is not None or after.criterion is not None
    return known and all(each.criterion is not None or each.absent for each in (before, after))


def _with(period: Period, standing: list[Adjustment], counterparts: Mapping[str, _Counterpart]) -> Period:
    found = ((each, counterparts[each.criterion].criterion) for each in standing)
    return replace(period, adjustments=tuple(replace(each, criterion=to.id) for each, to in found if to))
