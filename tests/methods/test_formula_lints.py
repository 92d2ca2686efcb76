"""Formulas that can be read and hardly mean what they say."""

from fractions import Fraction

import pytest
from models import criterion

from thidua.building.formula_lints import lint_formula
from thidua.methods import Frame
from thidua.methods.formula import names_of, parse_formula
from thidua.model.figure import Figure
from thidua.model.terms import FormulaTerms
from thidua.schemas import Shaped

FIGURES = (
    Figure("target", "kế hoạch", "number", "triệu đồng", 0),
    Figure("actual", "thực hiện", "number", "triệu đồng", 0),
    Figure("count", "số lượng", "number", "vụ", 0),
)


def codes(text: str) -> list[int]:
    frame = Frame(criterion("formula", FormulaTerms(text), figures=FIGURES))
    tree = parse_formula(text, names_of(frame))
    assert not isinstance(tree, tuple)
    shaped = Shaped("thang-diem.yaml", {}, {}, set())
    lint_formula(shaped, tree, frame, ())
    return [each.code for each in shaped.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nếu(thực_hiện ÷ kế_hoạch ≥ 95; 10; 0)", [243]),
        ("nếu(95 ≤ thực_hiện ÷ kế_hoạch; 10; 0)", [243]),
        ("nếu(thực_hiện ÷ kế_hoạch ≥ 2; 10; 0)", [243]),
        ("nếu(thực_hiện ÷ kế_hoạch ≥ 95%; 10; 0)", []),
        ("nếu(thực_hiện ÷ kế_hoạch ≥ 200%; 10; 0)", []),
        ("nếu(thực_hiện ÷ kế_hoạch ≥ 1,5; 10; 0)", []),
        ("nếu(thực_hiện ÷ số_lượng ≥ 95; 10; 0)", []),
        ("nếu(100 × thực_hiện ÷ kế_hoạch ≥ 95; 10; 0)", []),
        ("thực_hiện ÷ 0", [244]),
        ("thực_hiện ÷ (3 − 3) + kế_hoạch ÷ (3 − 3)", [244]),
        ("thực_hiện ÷ điểm_thưởng_không_quá", [244]),
        ("thực_hiện ÷ (kế_hoạch − kế_hoạch)", []),
        ("thực_hiện ÷ 3", []),
    ],
)
def test_what_is_odd_is_told_and_nothing_else(text: str, expected: list[int]) -> None:
    assert codes(text) == expected


def test_the_standard_points_are_not_zero() -> None:
    assert criterion("formula", FormulaTerms("0"), figures=FIGURES).standard_points == Fraction(40)
    assert codes("thực_hiện ÷ điểm_chuẩn") == []
