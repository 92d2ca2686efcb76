"""One criterion with a figure of each kind, and what a formula of it comes to."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from models import criterion
from msgspec.structs import replace

from thidua.diagnostics import CATALOGUE
from thidua.diagnostics.formulas import ENTRIES
from thidua.expressions import Evaluation, Explainer, FieldName, Node
from thidua.methods.formula import FormulaProblem, names_of, parse_formula, percent_figures
from thidua.methods.frame import Frame, field_name
from thidua.model.figure import Figure
from thidua.model.terms import PassFailTerms

FIGURES = (
    Figure("target", "dự toán", "number", "tỷ đồng", 1),
    Figure("actual", "thực hiện", "number", "tỷ đồng", 1),
    Figure("last_year", "năm trước", "percent", "%", 1),
    Figure("count", "số lượng", "number", "vụ", 0),
    Figure("achieved", "đạt", "yes_no", "", 0),
)
# 40 standard points, at most 5 more.
FRAME = Frame(replace(criterion("pass_fail", PassFailTerms(), 40, 5), figures=FIGURES))
NAMES = names_of(FRAME)
CODES = {**CATALOGUE, **{entry.code: entry for entry in ENTRIES}}

Row = Mapping[str, int | str]


def parsed(text: str) -> Node | tuple[FormulaProblem, ...]:
    return parse_formula(text, NAMES, percent_figures(FRAME))


def tree(text: str) -> Node:
    found = parsed(text)
    assert not isinstance(found, tuple), [told(each) for each in found]
    return found


def evaluation(rows: Sequence[Row]) -> Evaluation:
    columns = {
        field_name("tieu-chi", each.id): [Fraction(row[each.id]) if each.id in row else None for row in rows]
        for each in FIGURES
    }
    return Evaluation(columns, len(rows))


def values(text: str, rows: Sequence[Row]) -> list[Fraction | None]:
    return list(evaluation(rows).numbers(tree(text)))


def explained(text: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """The steps and the line of the first unit."""
    names = {field_name("tieu-chi", each.id): FieldName(each.name, each.measure) for each in FIGURES}
    units = [f"Tỉnh {chr(65 + index)}" for index in range(len(rows))]
    made = Explainer(evaluation(rows), names, units).explain(tree(text), 0)
    return (*made.steps, made.line)


def told(problem: FormulaProblem) -> tuple[int, int, str, str]:
    """A problem's code and column, its message and what to do."""
    entry, fields = CODES[problem.code], dict(problem.fields)
    return problem.code, problem.column, entry.message.format(**fields), entry.hint.format(**fields)
