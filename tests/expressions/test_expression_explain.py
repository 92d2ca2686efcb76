from fractions import Fraction

import pytest

from thidua.expressions import (
    Add,
    And,
    Case,
    Choose,
    Compare,
    Evaluation,
    Explainer,
    Field,
    FieldName,
    IsReported,
    Maximum,
    Minimum,
    Named,
    Not,
    OfCluster,
    Or,
    RoundHalfUp,
    WholeSteps,
    lift,
)

F = Fraction

A, T, N = Field("actual"), Field("target"), Field("pieces")
NAMES = {
    "actual": FieldName("thực hiện", "triệu đồng"),
    "target": FieldName("dự toán", "triệu đồng"),
    "pieces": FieldName("số đề tài", "đề tài"),
    "share": FieldName("tỷ trọng", style="percent"),
    "rate": FieldName("tỷ lệ", "%"),
}
UNITS = ("Tây Ninh", "Ninh Thuận", "Bình Dương", "Đồng Nai", "Bình Phước")
CENT = F(1, 100)
RATE = Named(A / T, "tỷ lệ hoàn thành", "percent")
SHORT = Named((1 - RATE) * 100, "số phần trăm còn thiếu")
COMPLETION = RoundHalfUp(
    Choose(
        (Case(Compare(">=", RATE, lift(1)), lift(40), ("thực hiện ", RATE, " dự toán")),),
        40 - SHORT * 1,
        ("thực hiện ", RATE, " dự toán, thiếu ", SHORT, "%"),
    ),
    CENT,
)


def explain(node, unit=0, **figures):
    """Explain for one unit; a figure is one unit's, or a list for the cluster."""
    columns = {name: column if isinstance(column, list) else [column] for name, column in figures.items()}
    exact = {name: [None if x is None else F(x) for x in column] for name, column in columns.items()}
    size = len(next(iter(exact.values()), [None]))
    return Explainer(Evaluation(exact, size), NAMES, UNITS[:size]).explain(node, unit)


def test_completion_short_of_the_target():
    told = explain(COMPLETION, actual=3900, target=4000)
    assert told.line == "thực hiện 97,5% dự toán, thiếu 2,5%: 40 − 2,5 × 1 = 37,5 điểm"
    assert told.label == "thực hiện 97,5% dự toán, thiếu 2,5%"
    assert told.arithmetic == "40 − 2,5 × 1 = 37,5"
    assert told.steps == (
        "tỷ lệ hoàn thành = 3.900 ÷ 4.000 = 97,5%",
        "số phần trăm còn thiếu = (1 − 97,5%) × 100 = 2,5",
    )


def test_completion_in_full_is_a_bare_number():
    told = explain(COMPLETION, actual=4100, target=4000)
    assert told.line == "thực hiện 102,5% dự toán: 40 điểm"
    assert told.steps == ("tỷ lệ hoàn thành = 4.100 ÷ 4.000 = 102,5%",)


def test_a_step_of_exactly_two_places():
    told = explain(COMPLETION, actual=3_890_000, target=4_000_000)
    assert told.steps[0] == "tỷ lệ hoàn thành = 3.890.000 ÷ 4.000.000 = 97,25%"


def test_completion_that_does_not_end():
    told = explain(COMPLETION, actual=2900, target=3000)
    assert told.line == ("thực hiện 96,6667% dự toán, thiếu 3,3333%: 40 − 3,3333 × 1 ≈ 36,6667, làm tròn 36,67 điểm")
    assert told.steps == (
        "tỷ lệ hoàn thành = 2.900 ÷ 3.000 ≈ 96,6667%",
        "số phần trăm còn thiếu = (1 − 96,6667%) × 100 ≈ 3,3333",
    )


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("37.52", "37,52 điểm"),
        ("37.515", "37,515, làm tròn 37,52 điểm"),
        ("-0.125", "−0,125, làm tròn −0,13 điểm"),
        ("1234.5", "1.234,5 điểm"),
        ("0.0000005", "≈ 0,0000, làm tròn 0 điểm"),
    ],
)
def test_rounding_is_shown_where_it_changes_something(value, line):
    assert explain(RoundHalfUp(A, CENT), actual=value).line == line


def test_rounding_of_arithmetic():
    assert explain(RoundHalfUp(A / T, CENT), actual=1125, target=30).line == "1.125 ÷ 30 = 37,5 điểm"
    assert explain(RoundHalfUp(A / T, CENT), actual=2251, target=60).line == (
        "2.251 ÷ 60 ≈ 37,5167, làm tròn 37,52 điểm"
    )


def test_a_number_that_is_cut_short_never_contradicts_its_rounding():
    just_below = F("37.515") - F(1, 3_000_000)
    told = explain(RoundHalfUp(A * T, CENT), actual=just_below, target=1)
    assert told.arithmetic.endswith("× 1 ≈ 37,5149997, làm tròn 37,51")


def test_rounding_inside_arithmetic_and_in_a_percentage():
    rate = Named(RoundHalfUp(A / T, F(1, 10_000)), "tỷ lệ", "percent")
    told = explain(rate * 40, actual=3, target=7)
    assert told.steps == ("tỷ lệ = 3 ÷ 7 ≈ 42,8571%, làm tròn 42,86%",)
    assert told.line == "42,86% × 40 = 17,144 điểm"
    assert explain(RoundHalfUp(A / T, CENT) * 40, actual=3, target=7).line == (
        "(3 ÷ 7 ≈ 0,4286, làm tròn 0,43) × 40 = 17,2 điểm"
    )


def test_bands():
    def band(least, points):
        return Case(Compare(">=", RATE, lift(F(least, 100))), lift(points), ("đạt ", RATE, f", từ {least}%"))

    bands = Choose((band(100, 50), band(95, 42), band(90, 34)), lift(20), ("đạt ", RATE, ", dưới 90%"))
    assert explain(bands, actual=96, target=100).line == "đạt 96%, từ 95%: 42 điểm"
    assert explain(bands, actual=80, target=100).line == "đạt 80%, dưới 90%: 20 điểm"
    assert explain(bands, actual=80, target=100).steps == ("tỷ lệ hoàn thành = 80 ÷ 100 = 80%",)


GROWTH = Named(A / T, "mức tăng", "percent")
LEADER = Named(OfCluster("max", GROWTH), "tăng cao nhất trong cụm", "percent")
ANCHORED = RoundHalfUp(
    Choose(
        (
            Case(Compare("<", GROWTH, lift(1)), 20 * GROWTH, ("chưa đạt dự toán",)),
            Case(Compare("=", GROWTH, LEADER), lift(40), ("tăng ", GROWTH, ", cao nhất cụm")),
        ),
        20 + 20 * ((GROWTH - 1) / (LEADER - 1)),
        ("tăng ", GROWTH, ", đơn vị cao nhất tăng ", LEADER),
    ),
    CENT,
)
CLUSTER = {"actual": [10_300, 10_787, 9_000], "target": [10_000, 10_000, 10_000]}


def test_the_leader_is_named():
    told = explain(ANCHORED, 0, **CLUSTER)
    assert told.line == (
        "tăng 103%, đơn vị cao nhất tăng 107,87%: 20 + 20 × (103% − 1) ÷ (107,87% − 1) ≈ 27,6239, làm tròn 27,62 điểm"
    )
    assert told.steps == (
        "mức tăng = 10.300 ÷ 10.000 = 103%",
        "tăng cao nhất trong cụm = 107,87% (Ninh Thuận)",
    )
    assert explain(ANCHORED, 1, **CLUSTER).line == "tăng 107,87%, cao nhất cụm: 40 điểm"


def test_only_steps_that_matter_are_given():
    told = explain(ANCHORED, 2, **CLUSTER)
    assert told.line == "chưa đạt dự toán: 20 × 90% = 18 điểm"
    assert told.steps == ("mức tăng = 9.000 ÷ 10.000 = 90%",)


def test_several_leaders():
    top = Named(OfCluster("max", N), "nhiều nhất")
    assert explain(top, pieces=[3, 5, 5, 1]).steps == ("nhiều nhất = 5 (Ninh Thuận, Bình Dương)",)
    assert explain(top, pieces=[5, 5, 5, 5, 5]).steps == (
        "nhiều nhất = 5 (Tây Ninh, Ninh Thuận, Bình Dương và 2 đơn vị khác)",
    )


def test_the_least_leaves_out_who_does_not_count():
    least = Named(OfCluster("min", N, Compare(">", N, lift(0))), "ít nhất")
    assert explain(least, pieces=[0, 5, 2, None]).steps == ("ít nhất = 2 (Bình Dương)",)


def test_cluster_values_without_a_name_get_one():
    assert explain(40 * (N / OfCluster("max", N)), pieces=[2, 5]).steps == ("cao nhất trong cụm = 5 (Ninh Thuận)",)
    assert explain(N / OfCluster("sum", N), pieces=[2, 5, 1]).steps == ("tổng của cả cụm = 8",)
    assert explain(N / OfCluster("count", N), pieces=[2, 5, 1, 1]).steps == ("số đơn vị trong cụm = 4",)


def test_rank():
    rank = OfCluster("rank", RATE)
    points = Choose((Case(Compare("=", rank, lift(1)), lift(30)), Case(Compare("=", rank, lift(3)), lift(24))))
    figures = {"actual": [90, 95, 99, None], "target": [100] * 4}
    told = explain(points, **figures)
    assert told.steps == ("tỷ lệ hoàn thành = 90 ÷ 100 = 90%", "xếp thứ 3 trong 3")
    assert told.line == "24 điểm"
    named = Named(rank, "thứ hạng trong cụm")
    shown = Choose((), 33 - 3 * named, ("xếp thứ ", named))
    assert explain(shown, 1, **figures).line == "xếp thứ 2: 33 − 3 × 2 = 27 điểm"
    assert explain(shown, 1, **figures).steps[-1] == "thứ hạng trong cụm: xếp thứ 2 trong 3"


def test_pieces_up_to_a_limit():
    points = Choose((), Minimum((2 * N, lift(20))), ("có ", N))
    assert explain(points, pieces=7).line == "có 7 đề tài: 2 × 7 = 14 điểm"
    assert explain(points, pieces=10).line == "có 10 đề tài: 2 × 10 = 20 điểm"
    assert explain(points, pieces=12).line == "có 12 đề tài: 2 × 12 = 24, không quá 20 điểm"


def test_limits_inside_arithmetic_and_of_bare_numbers():
    fund = Maximum((20 - 5 * N, lift(0)))
    assert explain(fund, pieces=5).line == "20 − 5 × 5 = −5, không thấp hơn 0 điểm"
    assert explain(fund + 10, pieces=5).line == "(20 − 5 × 5 = −5, không thấp hơn 0) + 10 = 10 điểm"
    assert explain(fund + 10, pieces=1).line == "20 − 5 × 1 + 10 = 25 điểm"
    assert explain(Minimum((N, lift(20))), pieces=24).line == "24, không quá 20 điểm"
    assert explain(Minimum((N, lift(40) / 3)), pieces=24).line == "24, không quá 40 ÷ 3 ≈ 13,3333 điểm"
    assert explain(Minimum((N, lift(30), lift(20))), pieces=24).line == "24, không quá 20 điểm"


def test_a_floor_under_a_ceiling():
    both = Maximum((Minimum((2 * N, lift(20))), lift(5)))
    assert [explain(both, pieces=n).arithmetic for n in (1, 4, 12)] == [
        "2 × 1 = 2, không thấp hơn 5",
        "2 × 4 = 8",
        "2 × 12 = 24, không quá 20",
    ]


def test_a_limit_in_percent():
    capped = Named(Minimum((A / T, lift(F("1.2")))), "tỷ lệ được tính", "percent")
    assert explain(capped, actual=150, target=100).steps == ("tỷ lệ được tính = 150 ÷ 100 = 150%, không quá 120%",)


def test_whole_steps_show_the_count_and_where_it_comes_from():
    down = Named(WholeSteps(SHORT, F(1), "down"), "số lần thiếu đủ 1%")
    told = explain(40 - down * 1, actual=975, target=1000)
    assert told.line == "40 − 2 × 1 = 38 điểm"
    assert told.steps[-1] == "số lần thiếu đủ 1% = 2,5, làm tròn xuống 2"
    up = WholeSteps(SHORT, F(1, 2), "up")
    told = explain(40 - up * 1, actual=971, target=1000)
    assert told.line == "40 − 6 × 1 = 34 điểm"
    assert told.steps[-1] == "số lần tính = 2,9 ÷ 0,5 = 5,8, làm tròn lên 6"
    assert explain(up, actual=975, target=1000).steps[-1] == "số lần tính = 2,5 ÷ 0,5 = 5"


def test_nested_choices_join_their_labels():
    bonus = Choose((Case(Compare(">", N, lift(3)), lift(5), ("được thưởng",)),), lift(0), ("không được thưởng",))
    base = Choose((Case(Compare(">=", RATE, lift(1)), 40 + bonus, ("đạt dự toán",)),), lift(0) + bonus, ("chưa đạt",))
    assert explain(base, actual=1, target=1, pieces=4).line == "đạt dự toán, được thưởng: 40 + 5 = 45 điểm"
    assert explain(base, actual=1, target=2, pieces=1).line == "chưa đạt, không được thưởng: 0 + 0 = 0 điểm"


def test_a_label_met_twice_is_given_once():
    bonus = Choose((), N, ("đạt",))
    assert explain(bonus + bonus * 2, pieces=1).line == "đạt: 1 + 1 × 2 = 3 điểm"


def test_a_choice_inside_a_name_is_told_in_its_step():
    group = Choose((Case(Compare(">", T, lift(0)), A / T, ("có dự toán",)),), A, ("không giao dự toán",))
    told = explain(40 * Named(group, "kết quả"), actual=1, target=2)
    assert told.line == "40 × 0,5 = 20 điểm"
    assert told.steps == ("kết quả = 1 ÷ 2 = 0,5 (có dự toán)",)


def test_brackets_only_where_needed():
    sums = {
        A - (T - N): "7 − (5 − 2) = 4",
        A - T - N: "7 − 5 − 2 = 0",
        A - (T + N): "7 − (5 + 2) = 0",
        A + (T - N): "7 + 5 − 2 = 10",
        (A - T) * N: "(7 − 5) × 2 = 4",
        A * (T * N): "7 × 5 × 2 = 70",
        A * T / N: "7 × 5 ÷ 2 = 17,5",
        A / (T * N): "7 ÷ (5 × 2) = 0,7",
        A / (T / N): "7 ÷ (5 ÷ 2) = 2,8",
        A * (T / N): "7 × 5 ÷ 2 = 17,5",
        A - -2 * N: "7 − (−2 × 2) = 11",
        A + lift(-2): "7 + (−2) = 5",
        lift(-2) + A: "−2 + 7 = 5",
    }
    for tree, arithmetic in sums.items():
        assert explain(tree, actual=7, target=5, pieces=2).arithmetic == arithmetic


def test_approximate_operands_make_an_approximate_line():
    third = Named(A / T, "phần")
    told = explain(3 * third, actual=1, target=3)
    assert told.line == "3 × 0,3333 ≈ 1 điểm"
    assert told.steps == ("phần = 1 ÷ 3 ≈ 0,3333",)
    assert explain(third, actual=1, target=3).line == "≈ 0,3333 điểm"


def test_named_points_and_conditions():
    base = Named(lift(40) / 2, "điểm cơ bản", "points")
    met = Named(Compare(">=", RATE, lift(1)), "đạt dự toán")
    tree = Choose((Case(met, base * 2, ("được ", base)),), base, ("đạt dự toán: ", met))
    told = explain(tree, actual=4, target=4)
    assert told.line == "được 20 điểm: 20 × 2 = 40 điểm"
    assert told.steps == (
        "tỷ lệ hoàn thành = 4 ÷ 4 = 100%",
        "đạt dự toán: có",
        "điểm cơ bản = 40 ÷ 2 = 20 điểm",
    )
    assert explain(tree, actual=3, target=4).label == "đạt dự toán: không"


def test_only_the_terms_that_settle_a_condition_are_told():
    pieces, share = Named(N, "số đề tài"), Named(N / 4, "phần")
    few = And((Compare(">", pieces, lift(5)), Compare(">", share, lift(5))))
    assert explain(Choose((Case(few, lift(1)),), lift(0)), pieces=2).steps == ("số đề tài = 2",)
    many = Or((Compare("<", pieces, lift(5)), Compare("<", share, lift(5))))
    assert explain(Choose((Case(many, lift(1)),), lift(0)), pieces=2).steps == ("số đề tài = 2",)
    both = And((Compare("<", pieces, lift(5)), Not(Compare(">", share, lift(5)))))
    assert explain(Choose((Case(both, lift(1)),), lift(0)), pieces=2).steps == (
        "số đề tài = 2",
        "phần = 2 ÷ 4 = 0,5",
    )


def test_figures_in_labels_carry_their_unit():
    tree = Choose((), lift(1), (A, ", ", Field("share"), ", ", Field("rate"), ", ", A / 2))
    told = explain(tree, actual=3_890_000, share=F("0.975"), rate=F("97.5"))
    assert told.label == "3.890.000 triệu đồng, 97,5%, 97,5%, 1.945.000"
    assert explain(Field("share") * 40, share=F("0.975")).line == "97,5% × 40 = 39 điểm"


def test_a_missing_value_in_a_label_is_said():
    tree = Choose((Case(Not(IsReported(A)), lift(0), ("thực hiện: ", A, "; tỷ lệ: ", RATE)),), lift(1))
    told = explain(tree, actual=None, target=4)
    assert told.line == "thực hiện: chưa có số liệu; tỷ lệ: chưa có số liệu: 0 điểm"
    assert told.steps == ()


@pytest.mark.parametrize(
    ("figures", "label"),
    [
        ({"actual": None, "target": 4000}, "chưa đủ số liệu: thiếu thực hiện"),
        ({"actual": None, "target": None}, "chưa đủ số liệu: thiếu thực hiện, dự toán"),
        ({"actual": 5, "target": 0}, "chưa đủ số liệu: dự toán bằng 0, không chia được"),
        ({"actual": None, "target": 0}, "chưa đủ số liệu: thiếu thực hiện; dự toán bằng 0, không chia được"),
    ],
)
def test_missing(figures, label):
    told = explain(COMPLETION, **figures)
    assert told.line == label
    assert (told.arithmetic, told.steps) == ("", ())


def test_missing_says_only_what_stopped_it():
    guarded = Choose((Case(Compare(">", N, lift(3)), A / (T - T)),), Named(N / 0, "phần") + T)
    figures = {"actual": 5, "target": None}
    assert explain(guarded, pieces=4, **figures).label == "chưa đủ số liệu: thiếu dự toán"
    assert explain(guarded, pieces=4, actual=5, target=2).label == "chưa đủ số liệu: số chia bằng 0, không chia được"
    assert explain(A / Named(N * 0, "hệ số"), actual=1, pieces=1).label == (
        "chưa đủ số liệu: hệ số bằng 0, không chia được"
    )


def test_missing_because_no_case_matches():
    silent = Choose((Case(Compare(">", N, lift(3)), lift(1)),))
    assert explain(silent, pieces=2).label == "chưa đủ số liệu: không thuộc trường hợp nào của cách chấm"
    spoken = Choose((Case(Compare(">", T, lift(0)), A / T),), None, ("dự toán là ", T, ", phải lớn hơn 0"))
    assert explain(spoken, actual=1, target=-1).label == ("chưa đủ số liệu: dự toán là −1 triệu đồng, phải lớn hơn 0")


def test_missing_in_the_cluster():
    largest = 40 * (A / OfCluster("max", N))
    assert explain(largest, actual=[1, 2], pieces=[None, None]).label == (
        "chưa đủ số liệu: thiếu số đề tài; trong cụm chưa có đơn vị nào đủ số liệu để so sánh"
    )
    rank = OfCluster("rank", N, Compare(">", A, lift(0)))
    assert explain(rank, actual=[0, 1], pieces=[1, 2]).label == (
        "chưa đủ số liệu: đơn vị không thuộc nhóm được xếp thứ hạng"
    )
    assert explain(rank, actual=[None, 1], pieces=[1, 2]).label == "chưa đủ số liệu: thiếu thực hiện"


def test_a_name_is_told_once_and_after_what_it_needs():
    inner = Named(A / T, "trong")
    outer = Named(inner + inner, "ngoài")
    assert explain(outer + inner, actual=1, target=2).steps == ("trong = 1 ÷ 2 = 0,5", "ngoài = 0,5 + 0,5 = 1")


def test_two_thousand_terms_are_explained():
    told = explain(Add((N,) * 2_000), pieces=1)
    assert told.arithmetic.endswith("1 + 1 = 2.000")


def test_nothing_is_worked_out_again():
    evaluation = Evaluation({"actual": [F(3900)], "target": [F(4000)]}, 1)
    evaluation.of(COMPLETION)
    asked = []

    class Watched(Evaluation):
        def __init__(self):
            self.size = 1

        def of(self, node):
            asked.append(node in evaluation._memo)
            return evaluation.of(node)

    Explainer(Watched(), NAMES, UNITS[:1]).explain(COMPLETION, 0)
    assert asked
    assert all(asked)


def test_unit_names_match_the_units():
    with pytest.raises(ValueError, match="unit names"):
        Explainer(Evaluation({}, 2), NAMES, UNITS)
