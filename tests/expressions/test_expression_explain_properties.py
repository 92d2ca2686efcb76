"""What an official could do with an explanation: read its last number, and work the line out again."""

import re
from fractions import Fraction

from expression_trees import FIELDS, clusters, columns_of, conditions, numbers
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from thidua.expressions import (
    Add,
    Divide,
    Evaluation,
    Explainer,
    Field,
    FieldName,
    Multiply,
    Named,
    Number,
    RoundHalfUp,
    Subtract,
)
from thidua.numerals.writing import is_exact

F = Fraction

NAMES = {name: FieldName(f"số liệu {name}", "%" if name == "b" else "vụ") for name in FIELDS}
WRITTEN = re.compile(r"−?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?")


def read(text):
    """Read a number as written, the other way round from ``format_number``."""
    plain = text.removesuffix("%").replace(".", "").replace(",", ".").replace("−", "-")
    return F(plain) / (100 if text.endswith("%") else 1)


def recompute(arithmetic):
    """Work out ``40 − 2,5 × 1``, which uses + − × ÷, brackets and exact numbers."""
    code = re.sub(WRITTEN.pattern.removeprefix("−?"), lambda found: f"F('{read(found[0])}')", arithmetic)
    return eval(code.replace("×", "*").replace("÷", "/").replace("−", "-"), {"F": F})


def explainer_of(rows):
    evaluation = Evaluation(columns_of(rows), len(rows))
    return evaluation, Explainer(evaluation, NAMES, [f"Đơn vị {unit}" for unit in range(len(rows))])


def explained(tree, rows):
    evaluation, explainer = explainer_of(rows)
    return [(evaluation.of(tree)[unit], explainer.explain(tree, unit)) for unit in range(len(rows))]


def agrees(text, sign, value):
    """Say whether a written number stands for the value: all of it after ``=``, its nearest four places after ``≈``."""
    places = len(text.removesuffix("%").partition(",")[2]) + (2 if text.endswith("%") else 0)
    cut = F(1, 2 * 10**places)
    return read(text) == value if sign == "=" else abs(read(text) - value) <= cut


@settings(max_examples=300, deadline=None)
@given(tree=numbers(), rows=clusters())
def test_the_last_number_is_the_value_and_the_line_is_the_same_without_its_steps(tree, rows):
    _, explainer = explainer_of(rows)
    for unit, (value, told) in enumerate(explained(tree, rows)):
        alone = explainer.explain(tree, unit, with_steps=False)
        assert (alone.line, alone.steps) == (told.line, ())
        if value is None:
            assert told.line.startswith("chưa đủ số liệu: ")
            assert len(told.line) > len("chưa đủ số liệu: "), "there is always a reason"
            assert told.arithmetic == ""
        else:
            last = WRITTEN.findall(told.arithmetic)[-1]
            exact = is_exact(value, percent=last.endswith("%"))
            assert agrees(last, "=" if exact else "≈", value)
            assert told.line.endswith(f"{last} điểm")
            assert exact or "≈" in told.arithmetic or "không" in told.arithmetic


@settings(max_examples=100, deadline=None)
@given(tree=conditions(2), rows=clusters())
def test_conditions_are_explained_too(tree, rows):
    for value, told in explained(tree, rows):
        assert told.arithmetic == {True: "có", False: "không", None: ""}[value]
        assert (value is None) == told.label.startswith("chưa đủ số liệu")


short_decimals = st.integers(-10_000, 10_000).map(lambda hundredths: F(hundredths, 100))
leaves = st.builds(Number, short_decimals) | st.sampled_from([Field(name) for name in FIELDS])
arithmetic = st.recursive(
    leaves,
    lambda below: st.one_of(
        st.builds(Add, st.lists(below, min_size=2, max_size=3).map(tuple)),
        *[st.builds(kind, below, below) for kind in (Subtract, Multiply, Divide)],
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(tree=arithmetic, rows=clusters(1, short_decimals))
def test_the_arithmetic_can_be_worked_out_by_hand(tree, rows):
    [(value, told)] = explained(tree, rows)
    assume(value is not None)
    formula, sign, result = re.fullmatch(r"(.*?)(?: ([=≈]) (.*))?", told.arithmetic).groups()
    assert recompute(formula) == value
    assert sign is None or agrees(result, sign, value)
    assert sign is None or (sign == "=") == is_exact(value)


@settings(max_examples=200, deadline=None)
@given(
    inside=arithmetic,
    outside=arithmetic,
    style=st.sampled_from(["number", "percent"]),
    rows=clusters(1, short_decimals),
)
def test_steps_and_line_hang_together(inside, outside, style, rows):
    [(value, told)] = explained(Named(inside, "phần", style) - outside, rows)
    assume(value is not None)
    if isinstance(inside, Number):
        assert told.steps == (), "a named constant is its own line"
        return
    [step] = told.steps
    formula, sign, result = re.fullmatch(r"phần (?:= )?(.*?)(?: ?([=≈]) (.*))?", step).groups()
    shown = result or formula
    assert told.arithmetic.startswith(shown), "the line uses the value as the step gives it"
    part = Evaluation(columns_of(rows), 1).of(inside)[0]
    assert agrees(shown, sign or "=", part)
    if result and formula:
        assert recompute(formula) == part


@settings(max_examples=200, deadline=None)
@given(tree=arithmetic, rows=clusters(1, short_decimals))
def test_a_reader_who_rounds_what_is_shown_rounds_as_we_did(tree, rows):
    [(value, told)] = explained(RoundHalfUp(tree, F(1, 100)), rows)
    assume(value is not None)
    *before, last = WRITTEN.findall(told.arithmetic)
    assert read(last) == value
    if "làm tròn" in told.arithmetic:
        hundredths = abs(read(before[-1])) * 100 + F(1, 2)
        assert F(int(hundredths), 100) == abs(value)
