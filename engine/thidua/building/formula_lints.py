"""What a formula may say and can't or hardly can mean, found in its tree."""

from fractions import Fraction

from thidua.expressions import (
    Compare,
    Divide,
    Evaluation,
    Field,
    Maximum,
    Minimum,
    Named,
    Node,
    Number,
    OfCluster,
    fields_of,
)
from thidua.expressions.structure import parts
from thidua.formulas.words import Wording
from thidua.methods import Frame
from thidua.methods.formula import names_of
from thidua.methods.frame import field_name
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped

# A share of the target is hardly ever held against so much; where it is, 200% says so as well.
_LEAST_ODD = 2


def lint_formula(shaped: Shaped, tree: Node, frame: Frame, path: Path) -> None:
    """Report into the shaped document. ``path`` is that of the formula, ``tree`` what it says."""
    wording = Wording(names_of(frame))
    divisors = [part.right for part in parts(tree) if isinstance(part, Divide) and _is_always_zero(part.right)]
    for divisor in dict.fromkeys(divisors):
        shaped.report(244, path, divisor=wording.phrase(divisor).text)
    measures = {field_name(frame.criterion.id, figure.id): figure.measure for figure in frame.criterion.figures}
    if not fields_of(tree):
        shaped.report(266, path)
    elif (ratio := _ratio(tree, measures)) and frame.standard_points >= _LEAST_ODD:
        said = {"quotient": wording.phrase(ratio).text, "standard": format_number(frame.standard_points)}
        shaped.report(267, path, **said)
    for part in parts(tree):
        match part:
            case Compare(_, left, Number(value)) if value >= _LEAST_ODD and (ratio := _ratio(left, measures)):
                number, hundredfold = (format_number(each, grouping=False) for each in (value, 100 * value))
                said = {"quotient": wording.phrase(ratio).text, "number": number}
                shaped.report(243, path, **said, percent=f"{number}%", times=f"{hundredfold}%")


def _is_always_zero(divisor: Node) -> bool:
    if fields_of(divisor) or any(isinstance(part, OfCluster) for part in parts(divisor)):
        return False
    return Evaluation({}, 1).of(divisor)[0] == Fraction(0)


def _ratio(node: Node, measures: dict[str, str]) -> Divide | None:
    """A quotient of two figures in the same measure, which is 1 where they are equal, whatever it is cut to."""
    match node:
        case Named(term):
            return _ratio(term, measures)
        case Minimum(terms) | Maximum(terms):
            return next((found for each in terms if (found := _ratio(each, measures))), None)
        case Divide(Field(above), Field(below)) if measures.get(above) == measures.get(below):
            return node
        case _:
            return None
