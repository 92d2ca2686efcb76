"""Which criteria, ways of giving points and statuses of a scale the experts' cases reach.

What can happen is read from each criterion's own tree, over the figures that it declares, never worked out anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from thidua.casework import CaseResult
from thidua.expressions import Evaluation, Node, Outlook, Range
from thidua.expressions.outcomes import Outcome, possible, reached
from thidua.expressions.view import View
from thidua.methods import NO_TARGET, expression, field_name
from thidua.model.scale import Criterion, Scale, Section
from thidua.scoring.outlook import any_figure
from thidua.scoring.result import Status
from thidua.scoring.statuses import possible_statuses

_CROWD: Final = 64
"""So many members are looked at: ranks and leaders make sense only among others."""
_MANY: Final = Fraction(1000)
"""A figure without a limit is tried up to here."""
_ZERO: Final = Fraction(0)


class CriterionCoverage(Struct, frozen=True):
    """What can happen at a criterion, in reading order, and what its cases reach. ``last_case``: file and line."""

    criterion: Criterion
    outcomes: tuple[Outcome, ...]
    outcomes_reached: frozenset[Outcome]
    statuses: tuple[Status, ...]
    statuses_reached: frozenset[Status]
    last_case: tuple[str, int] | None

    @property
    def has_cases(self) -> bool:
        """Whether there is any case on it."""
        return self.last_case is not None

    @property
    def outcomes_left(self) -> tuple[Outcome, ...]:
        """The ways of giving points that no case reaches."""
        return tuple(each for each in self.outcomes if each not in self.outcomes_reached)

    @property
    def statuses_left(self) -> tuple[Status, ...]:
        """The statuses that no case reaches."""
        return tuple(each for each in self.statuses if each not in self.statuses_reached)


class ScaleCoverage(Struct, frozen=True):
    """The coverage of a scale: its criteria in the order of the document."""

    scale: Scale
    criteria: tuple[tuple[Section, CriterionCoverage], ...]


def cover_scale(scale: Scale, results: Iterable[CaseResult]) -> ScaleCoverage:
    """What the cases of a scale that were run reach, whether or not what came out was expected."""
    by_criterion: dict[str, list[CaseResult]] = {}
    for result in results:
        by_criterion.setdefault(result.case.criterion, []).append(result)
    rows = [
        (section, _cover(criterion, scale, by_criterion.get(criterion.id, ())))
        for section in scale.sections
        for criterion in section.criteria
    ]
    return ScaleCoverage(scale, tuple(rows))


def _cover(criterion: Criterion, scale: Scale, results: Sequence[CaseResult]) -> CriterionCoverage:
    scored = [result.scored for result in results]
    found = [
        outcome
        for each in scored
        for unit in range(each.evaluation.size)
        for outcome in reached(each.tree, each.evaluation, unit)
    ]
    return CriterionCoverage(
        criterion,
        _possible_outcomes(criterion, scale),
        frozenset(found),
        possible_statuses(criterion, scale),
        frozenset(result.status for each in scored for result in each.results),
        (results[-1].case.file, results[-1].case.line) if results else None,
    )


def _possible_outcomes(criterion: Criterion, scale: Scale) -> tuple[Outcome, ...]:
    # As in a case, which gives the figures itself.
    own = replace(criterion, figures_from=None)
    tree = expression(own, scale.rounding if scale.rounding_at == "criterion" else None)
    ranges = {field_name(own.id, figure.id): any_figure(figure, may_be_missing=True) for figure in own.figures}
    ranges[field_name(own.id, NO_TARGET)] = Range(_ZERO, Fraction(1), False, Fraction(1))
    in_effect = _limits_seen(tree, ranges)
    outlook = Outlook({name: [some] * _CROWD for name, some in ranges.items()}, _CROWD)
    found = dict.fromkeys(possible(tree, View(outlook, [0])))
    return tuple(each for each in found if each.kind != "limit" or each in in_effect)


def _limits_seen(tree: Node, ranges: Mapping[str, Range]) -> frozenset[Outcome]:
    """The limits that take effect for some figures that are tried: a method states others only to be sure."""
    chance = Random(0)
    tried = {name: [_some_figure(some, chance) for _ in range(_CROWD)] for name, some in sorted(ranges.items())}
    for column, some in zip(tried.values(), [ranges[name] for name in tried], strict=True):
        column[:2] = [_least(some), _greatest(some)]
    evaluation = Evaluation(tried, _CROWD)
    found = (outcome for unit in range(_CROWD) for outcome in reached(tree, evaluation, unit))
    return frozenset(outcome for outcome in found if outcome.kind == "limit")


def _some_figure(some: Range, chance: Random) -> Fraction:
    """Often the least or the greatest or hardly more, otherwise anything between."""
    low, high = _least(some), _greatest(some)
    share = chance.choice((Fraction(0), Fraction(1), Fraction(1, 1000), Fraction(chance.randrange(1000), 1000)))
    step = some.step or Fraction(1)
    return low + (high - low) * share // step * step


def _least(some: Range) -> Fraction:
    return _ZERO if some.low is None else some.low


def _greatest(some: Range) -> Fraction:
    return _least(some) + _MANY if some.high is None else some.high
