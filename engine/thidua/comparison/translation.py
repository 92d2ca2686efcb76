"""What is known of the criteria of one version, read for those of another: the same dossiers under another scale.

Nothing is made up. A figure that can't be read for the other version's criterion is not reported there, and a ``Gap``
says why. Documents that only the other version asks for were never asked of the units: they count as supplied, and are
told. Points that others gave out of another number are converted in proportion, and told.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from thidua.comparison.carrying import Owned, carried_figures, namesake
from thidua.comparison.matching import Match, match_criteria
from thidua.comparison.requirements import newly_asked, still_missing
from thidua.model.figure import Figure
from thidua.model.figure_words import limits_broken
from thidua.model.period import Period
from thidua.model.scale import Criterion, Requirement, Scale
from thidua.model.terms import not_scored_without_target
from thidua.scoring.inputs import Known, Table
from thidua.vocabulary import fold

Reason = Literal[
    "added", "regrouped", "new_figure", "measure", "giver", "level", "too_fine", "out_of_limits", "partly_exempt"
]


class Gap(Struct, frozen=True):
    """A figure that a version asks for and that the dossiers don't give in a form that it can use.

    ``unit`` None: no unit's does. ``before``: what was reported instead; ``value``: the unit's, as it was reported.
    A criterion that only this version has is one gap, without a figure; so is one that applies to a unit in part.
    """

    criterion: Criterion
    reason: Reason
    figure: Figure | None = None
    unit: str | None = None
    before: Figure | None = None
    value: Fraction | None = None


class Conversion(Struct, frozen=True):
    """Points given out of ``before`` that count out of ``after``."""

    criterion: Criterion
    before: Fraction
    after: Fraction


class Translation(Struct):
    """What is known, by unit and criterion of the other version, and what became of it on the way."""

    table: Table
    gaps: list[Gap] = field(default_factory=list)
    conversions: list[Conversion] = field(default_factory=list)
    newly_asked: list[tuple[Criterion, Requirement]] = field(default_factory=list)


def translate(table: Table, period: Period, base: Scale, target: Scale) -> Translation:
    """Read what is known under ``base``, the scale that the period is scored by, for the criteria of ``target``."""
    return Translation(table) if base == target else _Translator(table, period, base, target).run()


class _Translator:
    def __init__(self, table: Table, period: Period, base: Scale, target: Scale) -> None:
        self.known = table
        self.period = period
        self.target = target
        self.done: dict[tuple[str, str], Known] = {}
        self.found = Translation(self.done)
        matches = match_criteria(base, target)
        self.match = {each.id: match for match in matches for each in match.new}
        self.carried: dict[tuple[str, str], Owned] = {}
        for match in matches:
            self.carried.update(carried_figures(match))
        givers = {each.id: each.points_giver for each in base.criteria}
        sourced = {criterion for source in period.sources for criterion in source.criteria}
        self.from_outside = {
            each.id: each.reported_under in sourced or bool(each.points_giver or givers[each.reported_under])
            for each in base.criteria
        }
        self.no_target = {(each.unit, each.criterion): each.basis for each in period.no_target}
        self.not_applicable = {(each.unit, each.criterion): each.basis for each in period.not_applicable}

    def run(self) -> Translation:
        for criterion in self.target.criteria:
            self.report_gaps_of_all(criterion)
            for member in self.period.members:
                self.done[member.id, criterion.id] = self.translated(criterion, member.id)
        return self.found

    def report_gaps_of_all(self, criterion: Criterion) -> None:
        """Say what no dossier can give, and which documents only this version asks for."""
        match = self.match[criterion.id]
        if not match.old:
            self.found.gaps.append(Gap(criterion, "added"))
            return
        asked = newly_asked(criterion, match.old)
        self.found.newly_asked.extend((criterion, requirement) for requirement in asked)
        for figure in () if criterion.figures_from else criterion.figures:
            before = self.carried.get((criterion.id, figure.id))
            if before is None:
                self.found.gaps.append(_uncarried(criterion, figure, match))
            elif self.judges_itself(criterion, before):
                self.found.gaps.append(Gap(criterion, "giver", figure))
            elif _is_converted(before.figure, figure):
                conversion = Conversion(criterion, before.figure.most or Fraction(0), figure.most or Fraction(0))
                if conversion not in self.found.conversions:
                    self.found.conversions.append(conversion)

    def judges_itself(self, criterion: Criterion, before: Owned) -> bool:
        """Whether points that the unit gave itself would stand for those that somebody else is to give."""
        return criterion.points_giver is not None and not self.from_outside[before.criterion.id]

    def translated(self, criterion: Criterion, unit: str) -> Known:
        match, origin = self.match[criterion.id], self.match[criterion.reported_under]
        before = [self.known[unit, each.id] for each in match.old]
        sources = [self.known[unit, each.id] for each in origin.old]
        without_target = bool(sources) and all(each.without_target for each in sources)
        basis = self.basis_not_applicable(criterion, match, origin, unit, without_target)
        figures = self.figures(criterion, unit, applies=basis is None)
        exempt = "target" if without_target else None
        missing = tuple(each.id for each in criterion.figures if each.id not in figures and each.id != exempt)
        giver = criterion.points_giver
        from_outside = giver is not None or any(self.from_outside[each.id] for each in origin.old)
        return Known(
            figures=figures,
            supplier=sources[0].supplier if sources else giver or criterion.figures_supplier or "đơn vị",
            awaits_source=from_outside and bool(missing),
            evidence=tuple(item for known in before for item in known.evidence),
            missing_evidence=still_missing(criterion, match.old, before, exempt),
            missing_figures=missing,
            claim=None,
            without_target=without_target,
            not_applicable_basis=basis,
        )

    def figures(self, criterion: Criterion, unit: str, applies: bool) -> Mapping[str, Fraction]:
        if criterion.figures_from:
            return self.done[unit, criterion.figures_from].figures
        return dict(self.readable(criterion, unit, applies))

    def readable(self, criterion: Criterion, unit: str, applies: bool) -> Iterator[tuple[str, Fraction]]:
        """The figures that can be read for this version; a gap for each that can't."""
        for figure in criterion.figures:
            before = self.carried.get((criterion.id, figure.id))
            if before is None or self.judges_itself(criterion, before):
                continue
            value = self.known[unit, before.criterion.id].figures.get(before.figure.id)
            if value is None:
                continue
            read = _read(value, before.figure, figure)
            if isinstance(read, Fraction):
                yield figure.id, read
            elif applies:
                self.found.gaps.append(Gap(criterion, read, figure, unit, before.figure, value))

    def basis_not_applicable(
        self, criterion: Criterion, match: Match, origin: Match, unit: str, without_target: bool
    ) -> str | None:
        if without_target and not_scored_without_target(criterion.terms):
            return self.no_target[unit, origin.old[0].reported_under]
        found = [self.not_applicable.get((unit, each.id)) for each in match.old]
        if any(found) and not all(found):
            self.found.gaps.append(Gap(criterion, "partly_exempt", unit=unit))
        return found[0] if found and all(found) else None


def _uncarried(criterion: Criterion, figure: Figure, match: Match) -> Gap:
    if match.kind in ("merged", "split", "regrouped"):
        return Gap(criterion, "regrouped", figure)
    before = namesake(match, figure)
    return Gap(criterion, "measure" if before else "new_figure", figure, before=before)


def _is_converted(before: Figure, after: Figure) -> bool:
    return after.kind == "points" and before.most != after.most and bool(before.most)


def _read(value: Fraction, before: Figure, after: Figure) -> Fraction | Reason:
    """The value as the other version would read it, or why it can't be read there."""
    if after.kind == "level":
        levels = [fold(each) for each in after.levels]
        level = fold(before.levels[int(value)])
        return Fraction(levels.index(level)) if level in levels else "level"
    if _is_converted(before, after):
        return value * (after.most or Fraction(0)) / (before.most or Fraction(1))
    if (value * 10**after.decimals).denominator != 1:
        return "too_fine"
    # What lies outside the limits of its own version too has been told of there, and counts all the same.
    if limits_broken(value, after) and not limits_broken(value, before):
        return "out_of_limits"
    return value
