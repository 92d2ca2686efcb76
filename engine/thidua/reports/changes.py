"""What verification changed most: criteria whose points differ from those that the unit gave itself, and why."""

import re
from fractions import Fraction

from msgspec import Struct

from thidua.model.terms import PartsTerms
from thidua.numerals.writing import format_number
from thidua.reports.awaited import documents
from thidua.reports.wording import criterion_name, signed
from thidua.scoring import ClusterResult, CriterionResult

MOST_CHANGES = 5
_MOST_WORDS = 24
_MOST_WORDS_WITH_ARITHMETIC = 48
# Where a clause ends, but not inside a document's name.
_QUOTED_OR_END = re.compile(r"“[^”]*”|; ")


class Change(Struct, frozen=True):
    """A criterion of a unit whose points are not those that the unit gave itself."""

    unit: str
    criterion: str
    self_points: Fraction
    points: Fraction
    reason: str

    @property
    def difference(self) -> Fraction:
        """What verification added; below zero where it took away."""
        return self.points - self.self_points

    def __str__(self) -> str:
        written = f"tự chấm {format_number(self.self_points)} → {format_number(self.points)} điểm"
        return f"{self.unit}: {self.criterion}: {written} ({signed(self.difference)}): {self.reason}"


def changes(cluster: ClusterResult) -> list[Change]:
    """All changes, the largest first; equal ones in the order of members and criteria.

    What has no points yet is no change, but awaited.
    """
    found = [
        Change(unit.member.name, criterion_name(result.criterion), given, result.points, change_reason(result))
        for unit in cluster.units
        for result in unit.criteria
        if (given := result.self_points) is not None and result.points is not None and result.points != given
    ]
    return sorted(found, key=lambda each: -abs(each.difference))


def change_reason(result: CriterionResult) -> str:
    """Why the points are not those that the unit gave itself, in a few words."""
    decision = result.decisions.latest
    if result.status == "no_evidence":
        return f"thiếu {documents(result)}"
    if decision is None or result.status == "not_applicable":
        return _short_parts(result) or short_arithmetic(result.explanation)
    return _shortened(" ".join(decision.reason.split()))


def _short_parts(result: CriterionResult) -> str:
    """The parts below their standard points, with what they got; empty where the criterion has none such."""
    terms = result.criterion.terms
    if not isinstance(terms, PartsTerms) or result.status == "not_applicable":
        return ""
    found = []
    for part in terms.parts:
        full = f" = {format_number(part.standard_points)} điểm"
        steps = [step.removeprefix(part.name) for step in result.steps if step.startswith(f"{part.name} ")]
        found += [f"{part.name}{told}" for told in map(_without_case, steps) if not told.endswith(full)]
    return _shortened("; ".join(found))


def _without_case(step: str) -> str:
    """A part's arithmetic up to its points; the case that it fell into follows in brackets."""
    arithmetic, points, _ = step.partition(" điểm (")
    return f"{arithmetic} điểm" if points else step


def short_arithmetic(explanation: str) -> str:
    """What an explanation says of the points themselves: the case and the arithmetic, neither cut in the middle.

    Of a very long case only the beginning is told, but all of the arithmetic.
    """
    clause = first_clause(explanation)
    case, colon, arithmetic = clause.rpartition(": ")
    if len(clause.split()) <= _MOST_WORDS_WITH_ARITHMETIC or not colon:
        return _shortened(clause, _MOST_WORDS_WITH_ARITHMETIC)
    return f"{_shortened(case)}: {arithmetic}"


def first_clause(text: str) -> str:
    """A text up to its first semicolon that is not in quotation marks."""
    end = next((found.start() for found in _QUOTED_OR_END.finditer(text) if not found[0].startswith("“")), len(text))
    return text[:end]


def _shortened(text: str, most: int = _MOST_WORDS) -> str:
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} …"
