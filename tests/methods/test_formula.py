"""Formulas: what they come to, worked out by hand, and how they are explained."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from formula_criterion import FIGURES, FRAME, NAMES, Row, explained, parsed, tree, values
from msgspec.structs import replace

from thidua.expressions import Field, Maximum, Minimum, Named, Number, evaluate, fields_of, lift
from thidua.methods.formula import figures_of, formula, names_of, parse_formula
from thidua.methods.frame import Frame
from thidua.model.terms import FormulaTerms, Part, PassFailTerms

F = Fraction
NOBODY: Sequence[Row] = ({},)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 × 3", F(7)),
        ("(1 + 2) × 3", F(9)),
        ("10 − 4 − 3", F(3)),
        ("10 - (4 − 3)", F(9)),
        ("12 ÷ 2 ÷ 3", F(2)),
        ("12 / (2 : 4)", F(24)),
        ("2 * 3 · 4", F(24)),
        ("−2 × 3", F(-6)),
        ("2 − −3", F(5)),
        ("−(2 + 3)", F(-5)),
        ("0,1 + 0.2", F(3, 10)),
        ("0,99 ÷ 1,1", F(9, 10)),
        ("95%", F(95, 100)),
        ("−97,5 %", F(-975, 1000)),
        ("50% × 40 + 1", F(21)),
        ("min(3; 1; 2)", F(1)),
        ("nhỏ_nhất(3; 1)", F(1)),
        ("max(3; 1; 2)", F(3)),
        ("lớn nhất(3; 7)", F(7)),
        ("phần_nguyên(7 ÷ 2)", F(3)),
        ("phần_nguyên(−7 ÷ 2)", F(-4)),
        ("nếu(1 ≥ 1; 5; 0)", F(5)),
        ("nếu(1 > 1; 5; 0)", F(0)),
        ("nếu(2 <= 1; 5; 0)", F(0)),
        ("nếu(1 < 2; 5; 0)", F(5)),
        ("nếu(1 <> 1; 5; 0)", F(0)),
        ("nếu(1 != 2; 5; 0)", F(5)),
        ("nếu(1 ≠ 2; 5; 0)", F(5)),
        ("nếu(0,5 = 50%; 5; 0)", F(5)),
        ("nếu(5 ≤ 4; 5; 0)", F(0)),
        ("nếu(1 > 2 và 1 > 2 hoặc 2 > 1; 5; 0)", F(5)),
        ("nếu(2 > 1 hoặc 1 > 2 và 1 > 2; 5; 0)", F(5)),
        ("nếu(không phải 1 > 2 và 1 > 2; 5; 0)", F(0)),
        ("nếu(không_phải (1 > 2 và 2 > 1); 5; 0)", F(5)),
        ("nếu(1 + 1 > 3 − 2; nếu(1 > 2; 1; 2); 3)", F(2)),
        ("điểm_chuẩn + điểm_thưởng_không_quá", F(45)),
    ],
)
def test_values_without_figures(text: str, value: Fraction) -> None:
    assert values(text, NOBODY) == [value]


CLUSTER: Sequence[Row] = (
    {"target": 4000, "actual": 3900, "last_year": "97.5", "count": 3, "achieved": 1},
    {"target": 4000, "actual": 4400, "last_year": "80", "count": 0, "achieved": 0},
    {"target": 0, "actual": 3000, "count": 7, "achieved": 0},
    {"target": 3000, "last_year": 90, "count": 25},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("điểm_chuẩn × thực_hiện ÷ kế_hoạch", [39, 44, None, None]),
        ("min(điểm chuẩn; điểm chuẩn × thực hiện ÷ dự toán)", [39, 40, None, None]),
        ("nếu(thực_hiện ÷ kế_hoạch ≥ 100%; 40; thực_hiện ÷ kế_hoạch × 40)", [39, 40, None, None]),
        ("nếu(kế_hoạch > 0; thực_hiện ÷ kế_hoạch; 0)", [F(39, 40), F(11, 10), 0, None]),
        ("nếu(có_số_liệu(thực_hiện); 1; 0)", [1, 1, 1, 0]),
        ("nếu(có_số_liệu(thực_hiện ÷ kế_hoạch); 1; 0)", [1, 1, 0, 0]),
        ("nếu(đạt; 5; 0)", [5, 0, 0, None]),
        ("nếu(đạt và thực_hiện > 0; 5; 0)", [5, 0, 0, None]),
        ("năm_trước ÷ 100", [F(39, 40), F(4, 5), None, F(9, 10)]),
        ("nếu(năm_trước ≥ 90; 1; 0)", [1, 0, None, 1]),
        ("min(20; 0,5 × phần_nguyên(số_lượng ÷ 2))", [F(1, 2), 0, F(3, 2), 6]),
        ("cao_nhất_cụm(thực_hiện)", [4400] * 4),
        ("thấp_nhất_cụm(thực_hiện)", [3000] * 4),
        ("tổng_cụm(thực_hiện)", [11300] * 4),
        ("trung_bình_cụm(thực_hiện)", [F(11300, 3)] * 4),
        ("cao_nhất_cụm(thực_hiện ÷ kế_hoạch)", [F(11, 10)] * 4),
        (
            "10 × (thực_hiện − thấp_nhất_cụm(thực_hiện)) ÷ (cao_nhất_cụm(thực_hiện) − thấp_nhất_cụm(thực_hiện))",
            [F(45, 7), 10, 0, None],
        ),
        ("tổng_cụm(nếu(thực_hiện > trung_bình_cụm(thực_hiện); 1; 0))", [2] * 4),
    ],
)
def test_values_over_figures(text: str, expected: list[Fraction | None]) -> None:
    assert values(text, CLUSTER) == expected


LEADER = (
    "nếu(thực_hiện < kế_hoạch; 50% × điểm_chuẩn × thực_hiện ÷ kế_hoạch; nếu(thực_hiện = kế_hoạch; 50% × điểm_chuẩn; "
    "50% × điểm_chuẩn × (1 + (thực_hiện − kế_hoạch) ÷ kế_hoạch ÷ cao_nhất_cụm((thực_hiện − kế_hoạch) ÷ kế_hoạch))))"
)
UNITS: Sequence[Row] = ({"target": "89.5", "actual": "90.2"}, {"target": 100, "actual": 110}, {"target": 50})
RATE = "nếu(thực_hiện ÷ kế_hoạch ≥ 80%; thực_hiện ÷ kế_hoạch × điểm_chuẩn; 0)"


@pytest.mark.parametrize(
    ("text", "rows", "lines"),
    [
        ("điểm_chuẩn × thực_hiện ÷ kế_hoạch", CLUSTER, ("40 × 3.900 ÷ 4.000 = 39 điểm",)),
        (RATE, CLUSTER, (
            "thực hiện ÷ dự toán = 3.900 ÷ 4.000 = 97,5%",
            "thực hiện ÷ dự toán 97,5% từ 80% trở lên: 3.900 ÷ 4.000 × 40 = 39 điểm",
        )),
        (RATE, [{"target": 90, "actual": 70}], (
            "thực hiện ÷ dự toán = 70 ÷ 90 ≈ 77,7778%",
            "thực hiện ÷ dự toán 77,7778% thấp hơn 80%: 0 điểm",
        )),
        (RATE, [{"target": 0, "actual": 70}], ("chưa đủ số liệu: dự toán bằng 0, không chia được",)),
        (RATE, [{"actual": 70}], ("chưa đủ số liệu: thiếu dự toán",)),
        ("nếu(thực_hiện ≥ kế_hoạch; điểm_chuẩn; 0)", UNITS, (
            "thực hiện 90,2 tỷ đồng từ dự toán 89,5 tỷ đồng trở lên: 40 điểm",
        )),
        ("nếu(89 > thực_hiện; 10; 20)", UNITS, ("thực hiện 90,2 tỷ đồng từ 89 trở lên: 20 điểm",)),
        (LEADER, UNITS, (
            "(thực hiện − dự toán) ÷ dự toán cao nhất trong Cụm = 0,1 (Tỉnh B)",
            "thực hiện 90,2 tỷ đồng từ dự toán 89,5 tỷ đồng trở lên, thực hiện 90,2 tỷ đồng khác dự toán 89,5 tỷ đồng: "
            "50% × 40 × (1 + (90,2 − 89,5) ÷ 89,5 ÷ 0,1) ≈ 21,5642 điểm",
        )),
        # Ten sub-indices with weights (C15) read the same with three.
        ("20% × thực_hiện + 5% × kế_hoạch + 75% × số_lượng", [{"actual": 8, "target": 6, "count": 9}], (
            "20% × 8 + 5% × 6 + 75% × 9 = 8,65 điểm",
        )),
        # (x − min) ÷ (max − min)
        ("10 × (thực_hiện − thấp_nhất_cụm(thực_hiện)) ÷ (cao_nhất_cụm(thực_hiện) − thấp_nhất_cụm(thực_hiện))",
         CLUSTER, (
            "thực hiện thấp nhất trong Cụm = 3.000 (Tỉnh C)",
            "thực hiện cao nhất trong Cụm = 4.400 (Tỉnh B)",
            "10 × (3.900 − 3.000) ÷ (4.400 − 3.000) ≈ 6,4286 điểm",
        )),
        ("nếu(thực_hiện > trung_bình_cụm(thực_hiện); 10; 5)", UNITS, (
            "tổng thực hiện của cả Cụm = 200,2",
            "số đơn vị có số liệu thực hiện = 2",
            "trung bình thực hiện của cả Cụm = 200,2 ÷ 2 = 100,1",
            "thực hiện 90,2 tỷ đồng không quá trung bình thực hiện của cả Cụm 100,1: 5 điểm",
        )),
        ("nếu(cao_nhất_cụm(thực_hiện ÷ kế_hoạch) ≥ 105%; 1; 0)", UNITS, (
            "thực hiện ÷ dự toán cao nhất trong Cụm = 110% (Tỉnh B)",
            "thực hiện ÷ dự toán cao nhất trong Cụm 110% từ 105% trở lên: 1 điểm",
        )),
        ("phần_nguyên(số_lượng ÷ 2) × 0,5 + nếu(đạt; 5; 0)", CLUSTER, (
            "phần nguyên của số lượng ÷ 2 = 3 ÷ 2 = 1,5, làm tròn xuống 1",
            "đạt: 1 × 0,5 + 5 = 5,5 điểm",
        )),
        ("thấp_nhất_cụm(kế_hoạch − thực_hiện)", UNITS, (
            "(dự toán − thực hiện) thấp nhất trong Cụm = −10 (Tỉnh B)",
            "−10 điểm",
        )),
        ("nếu(đạt; 5; 0)", CLUSTER[1:], ("không đạt: 0 điểm",)),
        ("nếu(số_lượng ≥ 1 và năm_trước > 90; 10; 5)", CLUSTER, (
            "số lượng 3 vụ từ 1 trở lên và năm trước 97,5% cao hơn 90: 10 điểm",
        )),
        ("nếu(số_lượng ≥ 1 và năm_trước > 90; 10; 5)", [{"count": 0}], (
            "không đủ các điều kiện: số lượng 0 vụ ≥ 1; năm trước chưa có số liệu > 90: 5 điểm",
        )),
        ("nếu(đạt hoặc số_lượng ≥ 5; 10; 5)", CLUSTER, (
            "có ít nhất một điều kiện: đạt (có); số lượng 3 vụ ≥ 5: 10 điểm",
        )),
        ("nếu(đạt hoặc số_lượng ≥ 5; 10; 5)", CLUSTER[1:], (
            "không đạt và số lượng 0 vụ thấp hơn 5: 5 điểm",
        )),
        ("nếu(không phải (đạt và số_lượng > 2); 1; 0)", CLUSTER, ("đạt và số lượng 3 vụ cao hơn 2: 0 điểm",)),
        ("nếu(có_số_liệu(năm_trước); năm_trước ÷ 10; 0)", CLUSTER, ("có số liệu năm trước: 97,5 ÷ 10 = 9,75 điểm",)),
        ("nếu(có_số_liệu(năm_trước); năm_trước ÷ 10; 0)", CLUSTER[2:], ("chưa có số liệu năm trước: 0 điểm",)),
        ("max(0; 10 − 0,5 × số_lượng)", CLUSTER[3:], ("10 − 0,5 × 25 = −2,5, không thấp hơn 0 điểm",)),
        ("nếu(nếu(đạt; 1; 2) + min(số_lượng; 9) > điểm_chuẩn; 1; 0)", CLUSTER, (
            "nếu(đạt; 1; 2) + min(số lượng; 9) = 1 + 3 = 4 (đạt)",
            "nếu(đạt; 1; 2) + min(số lượng; 9) 4 không quá điểm chuẩn 40: 0 điểm",
        )),
        ("nếu((1 > 2 hoặc không phải có_số_liệu(số_lượng)) và đạt; 1; 0)", CLUSTER, (
            "không đủ các điều kiện: (1 > 2 hoặc không phải có số liệu số lượng) (không); đạt (có): 0 điểm",
        )),
    ],
)  # fmt: skip
def test_explanations(text: str, rows: Sequence[Row], lines: Sequence[str]) -> None:
    assert explained(text, rows) == tuple(lines)


def test_missing_figures_and_a_division_by_zero_are_told_apart() -> None:
    text = "điểm_chuẩn × thực_hiện ÷ (số_lượng − 3)"
    assert explained(text, [{"count": 3}]) == ("chưa đủ số liệu: thiếu thực hiện; số chia bằng 0, không chia được",)


@pytest.mark.parametrize(
    "text",
    [
        "nếu(thực_hiện ≥ kế_hoạch; 10; 0)",
        "NẾU ( thực hiện >= KẾ_HOẠCH ; 10 ; 0 )",
        "nếu(thực_hiêṇ≥dự_toán;10;0)",
        "nếu(actual ≥ target;\n  10;\n  0)",
        "nếu (thực__hiện\u00a0≥ kế hoạch; (10); 0,0)",
    ],
)
def test_one_formula_in_several_spellings(text: str) -> None:
    assert tree(text) == tree("nếu(thực_hiện ≥ kế_hoạch; 10; 0)")


def test_a_name_of_several_words_is_read_as_far_as_it_goes() -> None:
    names = {"thu": Field("a"), "thu và chi": Field("b"), "min": Field("c"), "hòa": Field("d")}
    assert fields_of(_tree("thu và chi + thu + min(1; thu)", names)) == {"a", "b"}
    assert fields_of(_tree("min × hoà", names)) == {"c", "d"}
    assert fields_of(_tree("nếu(thu > 1 và thu_và_chi > 1; 1; 0)", names)) == {"a", "b"}


def _tree(text: str, names: dict[str, Field]) -> Named:
    found = parse_formula(text, names)
    assert not isinstance(found, tuple)
    return Named(found, "")


def test_a_long_sum_is_one_flat_node() -> None:
    assert tree("1 + 2 + 3") == lift(1) + 2 + 3


DEEPEST = [
    ("count-" * 79 + "count", -78 * 3),
    ("1-(" * 48 + "count" + ")" * 48, 3),
    ("-" * 50 + "count", 3),
    ("(" * 50 + "count" + ")" * 50, 3),
    ("nếu(đạt;1;" * 28 + "2" + ")" * 28, 1),
    ("nếu(" * 20 + "count>0" + ";3;2)>0" * 19 + ";3;2)", 3),
    ("phần_nguyên(" * 37 + "count" + ")" * 37, 3),
    ("trung_bình_cụm(" * 3 + "count" + ")" * 3, F(35, 4)),
    ("nếu(" + "không phải " * 40 + "đạt; 3; 0)", 3),
]


@pytest.mark.parametrize(("text", "value"), DEEPEST)
def test_the_deepest_formulas_can_be_worked_out_and_explained(text: str, value: Fraction) -> None:
    assert values(text, CLUSTER)[0] == value
    assert explained(text, CLUSTER)[-1].endswith("điểm")


@pytest.mark.parametrize("text", [text for text, _ in DEEPEST])
def test_the_deepest_formulas_can_be_told_to_be_missing(text: str) -> None:
    assert explained(text, [{}])[-1].startswith("chưa đủ số liệu: thiếu ")


def test_the_method_gives_the_tree_of_its_text() -> None:
    doubled = Field("tieu-chi.actual") * 2
    assert formula(FormulaTerms("thực_hiện × 2"), FRAME) == Maximum((Minimum((doubled, lift(45))), lift(0)))


def test_a_text_that_should_have_been_refused_is_a_programmers_error() -> None:
    with pytest.raises(ValueError, match="1 problems"):
        formula(FormulaTerms("thực_hiện ×"), FRAME)


def test_figures_of_a_formula() -> None:
    assert figures_of("nếu(đạt; cao_nhất_cụm(thực_hiện); dự_toán)", NAMES) == (
        "tieu-chi.target",
        "tieu-chi.actual",
        "tieu-chi.achieved",
    )
    assert figures_of("điểm_chuẩn", NAMES) == ()
    assert figures_of("thực_hiện +", NAMES) == ()


def test_a_part_has_its_own_figures_and_points() -> None:
    figures = tuple(replace(each, id=f"so-vu.{each.id}") for each in FIGURES)
    part = Part("so-vu", "Số vụ", F(8), F(0), figures, "pass_fail", PassFailTerms())
    names = names_of(Frame(FRAME.criterion, part))
    found = parse_formula("điểm_chuẩn × thực_hiện ÷ kế_hoạch", names)
    assert not isinstance(found, tuple)
    columns = {"tieu-chi.so-vu.actual": [F(1)], "tieu-chi.so-vu.target": [F(2)]}
    assert evaluate(found, columns, 1) == [4]


def test_a_number_equal_to_the_standard_points_is_not_called_so() -> None:
    assert explained("nếu(thực_hiện > 40; 1; 0)", UNITS) == ("thực hiện 90,2 tỷ đồng cao hơn 40: 1 điểm",)
    assert explained("nếu(thực_hiện > điểm_chuẩn; 1; 0)", UNITS) == (
        "thực hiện 90,2 tỷ đồng cao hơn điểm chuẩn 40: 1 điểm",
    )


def test_a_name_for_a_bare_number_is_not_taken_for_every_such_number() -> None:
    found = parse_formula("tổng_cụm(40 + a)", {"điểm_chuẩn": Number(F(40)), "a": Field("a")})
    assert isinstance(found, Named)
    assert found.name == "tổng (40 + a) của cả Cụm"


def test_a_level_is_no_number() -> None:
    level = replace(FIGURES[0], id="level", name="mức", kind="level")
    frame = Frame(replace(FRAME.criterion, figures=(level,)))
    assert isinstance(parse_formula("mức × 2", names_of(frame)), tuple)


def test_functions_of_the_cluster_may_stand_side_by_side() -> None:
    assert values(" + ".join(["tổng_cụm(số_lượng)"] * 6), CLUSTER)[0] == 6 * 35


def test_a_constant_formula_is_its_number() -> None:
    assert parsed("40") == Number(F(40))
