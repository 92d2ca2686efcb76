"""All lints of a scale."""

from collections.abc import Callable, Iterator
from typing import Final

from thidua.diagnostics import Diagnostic
from thidua.linting.bands import lint_order, lint_percent, lint_unreachable
from thidua.linting.completeness import lint_cases, lint_criteria, lint_evidence
from thidua.linting.dates import lint_assumed, lint_dates
from thidua.linting.direction import lint_classes, lint_direction
from thidua.linting.points import lint_formulas, lint_reach
from thidua.linting.replaced import lint_replaced
from thidua.linting.subject import Subject
from thidua.linting.versions import lint_ids

LINTS: Final[tuple[Callable[[Subject], Iterator[Diagnostic]], ...]] = (
    lint_unreachable,
    lint_order,
    lint_reach,
    lint_formulas,
    lint_direction,
    lint_classes,
    lint_criteria,
    lint_cases,
    lint_percent,
    lint_evidence,
    lint_ids,
    lint_replaced,
    lint_dates,
    lint_assumed,
)


def lint_scale(subject: Subject) -> tuple[Diagnostic, ...]:
    """What a scale that can be built says and hardly can mean."""
    return tuple(found for lint in LINTS for found in lint(subject))
