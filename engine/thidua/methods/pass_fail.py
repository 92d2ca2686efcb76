"""đạt - không đạt: all the points, or those for failing."""

from fractions import Fraction

from thidua.expressions import Case, Choose, Compare, Label, Node, Number
from thidua.expressions.nodes import Sign
from thidua.methods.frame import Frame
from thidua.model.terms import PassedWhen, PassFailTerms

# What is compared with the actual figure, how, and in which words.
_TESTS: dict[PassedWhen, tuple[Sign, str, str, str]] = {
    "actual_reaches_target": (">=", "target", "từ mức", "thấp hơn"),
    "actual_within_target": ("<=", "target", "không quá", "quá"),
    "actual_above_last_year": (">", "last_year", "cao hơn", "không cao hơn"),
    "actual_below_last_year": ("<", "last_year", "thấp hơn", "không thấp hơn"),
}


def pass_fail(terms: PassFailTerms, frame: Frame) -> Node:
    """Standard points where passed, otherwise the points for failing (zero where not said).

    Unit:    points.
    Missing: where a figure is missing.
    Source:  the clause in the criterion's ``basis``.
    """
    failed = Number(terms.points_when_failed)
    if terms.passed_when == "declared":
        passed = Compare("=", frame.field("achieved"), Number(Fraction(1)))
        return Choose((Case(passed, frame.standard, ("đạt",)),), failed, ("không đạt",))
    sign, other, words, opposite = _TESTS[terms.passed_when]
    passed = Compare(sign, frame.field("actual"), frame.field(other))
    return Choose(
        (Case(passed, frame.standard, _label(frame, words, other, "đạt")),),
        failed,
        _label(frame, opposite, other, "không đạt"),
    )


def _label(frame: Frame, words: str, other: str, verdict: str) -> Label:
    actual, against = frame.field("actual"), frame.field(other)
    return (f"{frame.name('actual')} ", actual, f" {words} {frame.name(other)} ", against, f", {verdict}")


def figures_of_pass_fail(terms: PassFailTerms) -> tuple[str, ...]:
    """The figures that the condition looks at."""
    if terms.passed_when == "declared":
        return ("achieved",)
    return (_TESTS[terms.passed_when][1], "actual")
