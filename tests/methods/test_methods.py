"""Each method against a second way of computing the same thing, written by hand without the tree."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import NAMES, Row, criterion, lines, points

from thidua.expressions import fields_of
from thidua.methods import METHODS, NO_TARGET, expression, field_name
from thidua.model.figure import Figure
from thidua.model.terms import (
    Band,
    BandsTerms,
    BonusPenaltyTerms,
    ByRankTerms,
    CompletionRateTerms,
    FixedBonusTerms,
    FormulaTerms,
    GivenPointsTerms,
    Grade,
    GradedTerms,
    Item,
    LeaderAnchoredTerms,
    Part,
    PartsTerms,
    PassFailTerms,
    PerPieceTerms,
)

F = Fraction
figure = st.one_of(st.none(), st.integers(-9, 60), st.integers(0, 10**9))
clusters = st.lists(st.fixed_dictionaries({"target": figure, "actual": figure}), min_size=1, max_size=9)


def rounded(value: Fraction) -> Fraction:
    """Half up, away from zero, to two decimals."""
    hundredths = floor(abs(value) * 100 + F(1, 2))
    return F(hundredths if value >= 0 else -hundredths, 100)


def known(row: Row, *names: str) -> bool:
    return all(row.get(name) is not None for name in names)


rates = st.builds(
    CompletionRateTerms,
    deducted_per_percent=st.sampled_from([F(0), F(1, 2), F(1), F(3)]),
    full_from=st.sampled_from([F(1), F(95, 100), F(11, 10)]),
    part_of_percent=st.sampled_from(["in_proportion", "not_counted", "counted_whole"]),
    nothing_below=st.sampled_from([None, F(7, 10), F(95, 100)]),
    bonus_per_percent=st.sampled_from([None, F(1, 4), F(2)]),
    lower_is_better=st.booleans(),
)


def by_hand_rate(terms: CompletionRateTerms, row: Row) -> Fraction | None:
    if not known(row, "target", "actual") or F(row["target"] or 0) <= 0:
        return None
    rate = F(row["actual"] or 0) / F(row["target"] or 0)
    rate = 2 - rate if terms.lower_is_better else rate
    count = {"in_proportion": lambda x: x, "not_counted": floor, "counted_whole": ceil}[terms.part_of_percent]
    top = max(F(1), terms.full_from)
    if terms.bonus_per_percent is not None and rate > top:
        return rounded(40 + min(F(5), F(count((rate - top) * 100)) * terms.bonus_per_percent))
    if rate >= terms.full_from:
        return F(40)
    if terms.nothing_below is not None and rate < terms.nothing_below:
        return F(0)
    return rounded(max(F(0), 40 - F(count((terms.full_from - rate) * 100)) * terms.deducted_per_percent))


@given(rates, clusters)
def test_completion_rate(terms: CompletionRateTerms, rows: Sequence[Row]) -> None:
    made = criterion("completion_rate", terms, bonus=5)
    assert points(made, rows) == [by_hand_rate(terms, row) for row in rows]


def by_hand_leader(
    rows: Sequence[Row], without: Sequence[int], share: Fraction, own_group: bool
) -> list[Fraction | None]:
    full = F(20)

    def excess(row: Row) -> Fraction:
        return (F(row["actual"] or 0) - F(row["target"] or 0)) / F(row["target"] or 0)

    def counts(index: int, row: Row) -> bool:
        return index not in without and known(row, "target", "actual") and F(row["target"] or 0) > 0

    leader = max((excess(row) for index, row in enumerate(rows) if counts(index, row)), default=None)
    group = [F(row["actual"] or 0) for index, row in enumerate(rows) if index in without and known(row, "actual")]
    found: list[Fraction | None] = []
    for index, row in enumerate(rows):
        if index in without:
            if not own_group or not known(row, "actual") or max(group) <= 0:
                found.append(None)
            else:
                found.append(rounded(full * max(F(0), min(F(1), F(row["actual"] or 0) / max(group)))))
        elif not counts(index, row) or leader is None:
            found.append(None)
        elif excess(row) < 0:
            found.append(rounded(max(F(0), share * full * (1 + excess(row)))))
        elif excess(row) == 0:
            found.append(rounded(share * full))
        elif excess(row) == leader:
            found.append(full)
        else:
            found.append(rounded(share * full + (1 - share) * full * excess(row) / leader))
    return found


@given(clusters, st.sets(st.integers(0, 8)), st.sampled_from([F(1, 2), F(0), F(1), F(1, 3)]), st.booleans())
def test_leader_anchored(rows: Sequence[Row], without: set[int], share: Fraction, own_group: bool) -> None:
    terms = LeaderAnchoredTerms(share, "own_group" if own_group else "not_scored")
    made = criterion("leader_anchored", terms, 20)
    assert points(made, rows, sorted(without)) == by_hand_leader(rows, sorted(without), share, own_group)


def test_all_that_tie_for_the_lead_get_the_standard_points() -> None:
    made = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"), 20)
    assert points(made, [{"target": 100, "actual": 148}, {"target": 50, "actual": 74}]) == [20, 20]


def figure_of(figure_id: str) -> Figure:
    return Figure(figure_id, NAMES[figure_id.partition(".")[2]], "number", "vụ", 0, part="Phần")


BANDS_30 = BandsTerms("completion_rate", (Band(F(30), F(1)),), F(7))

BANDS = BandsTerms(
    "completion_rate",
    (Band(F(50), F(1)), Band(F(42), F(95, 100), True, F(1), False), Band(F(34), F(9, 10), False, F(95, 100), False)),
    F(20),
)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [(10001, 50), (10000, 50), (9999, 42), (9500, 42), (9499, 34), (9001, 34), (9000, 20), (8999, 20), (-5, 20)],
)
def test_bands_at_every_edge_from_both_sides(actual: int, expected: int) -> None:
    assert points(criterion("bands", BANDS, 50), [{"target": 10000, "actual": actual}]) == [expected]


def test_bands_edge_is_exact_where_floats_are_not() -> None:
    # 0.99 / 1.1 >= 0.9 is false in floats.
    edge = BandsTerms("completion_rate", (Band(F(10), F(9, 10)),), F(0))
    assert points(criterion("bands", edge, 10), [{"target": "1.1", "actual": "0.99"}]) == [10]


@pytest.mark.parametrize(
    ("quantity", "row", "value"),
    [
        ("actual", {"actual": 7}, 7),
        ("difference", {"target": 10, "actual": 7}, -3),
        ("growth", {"last_year": 10, "actual": 7}, F(-3, 10)),
        ("count", {"count": 7}, 7),
        ("completion_rate", {"target": 10, "actual": 7}, F(7, 10)),
    ],
)
def test_bands_look_at_the_quantity_that_is_named(quantity: str, row: Row, value: Fraction) -> None:
    exactly = BandsTerms(quantity, (Band(F(9), F(value), True, F(value), True),), F(1))  # type: ignore[arg-type]
    assert points(criterion("bands", exactly, 9), [row]) == [9]


@pytest.mark.parametrize(("quantity", "divisor"), [("completion_rate", "target"), ("growth", "last_year")])
@pytest.mark.parametrize("value", [0, -5])
def test_a_ratio_to_nothing_is_missing_not_the_rest(quantity: str, divisor: str, value: int) -> None:
    made = criterion("bands", BandsTerms(quantity, (Band(F(9), F(1)),), F(1)), 9)  # type: ignore[arg-type]
    assert points(made, [{divisor: value, "actual": 5}]) == [None]
    assert "phải lớn hơn 0" in lines(made, [{divisor: value, "actual": 5}])[0]


@pytest.mark.parametrize(
    ("passed_when", "row", "expected"),
    [
        ("declared", {"achieved": 1}, 40),
        ("declared", {"achieved": 0}, 3),
        ("actual_reaches_target", {"target": 5, "actual": 5}, 40),
        ("actual_reaches_target", {"target": 5, "actual": 4}, 3),
        ("actual_within_target", {"target": 5, "actual": 5}, 40),
        ("actual_within_target", {"target": 5, "actual": 6}, 3),
        ("actual_above_last_year", {"last_year": 5, "actual": 6}, 40),
        ("actual_above_last_year", {"last_year": 5, "actual": 5}, 3),
        ("actual_below_last_year", {"last_year": 5, "actual": 4}, 40),
        ("actual_below_last_year", {"last_year": 5, "actual": 5}, 3),
    ],
)
def test_pass_fail_at_its_edge(passed_when: str, row: Row, expected: int) -> None:
    terms = PassFailTerms(passed_when, F(3))  # type: ignore[arg-type]
    assert points(criterion("pass_fail", terms), [row]) == [expected]


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 3), (3, 9), (4, 10), (1000, 10), (-2, 0), (None, None)])
def test_per_piece_is_capped(count: int | None, expected: int | None) -> None:
    assert points(criterion("per_piece", PerPieceTerms(F(3)), 10), [{"count": count}]) == [expected]


def test_given_points_are_taken_as_they_are() -> None:
    made = criterion("given_points", GivenPointsTerms(), 10)
    assert points(made, [{"given_points": "7.255"}, {}]) == [F("7.26"), None]


SAMPLES = {
    "completion_rate": CompletionRateTerms(F(1), bonus_per_percent=F(1, 2)),
    "bands": BANDS,
    "leader_anchored": LeaderAnchoredTerms(F(1, 2), "own_group"),
    "pass_fail": PassFailTerms("actual_below_last_year"),
    "given_points": GivenPointsTerms(),
    "per_piece": PerPieceTerms(F(2)),
    "by_rank": ByRankTerms("actual", "highest", (F(30), F(20)), F(5)),
    "bonus_penalty": BonusPenaltyTerms(
        F(10), (Item("dung-han", "Đúng hạn", F(1, 2)),), (Item("qua-han", "Quá hạn", F(1)),)
    ),
    "fixed_bonus": FixedBonusTerms((Item("anh-hung", "Anh hùng", F(3)), Item("huan-chuong", "Huân chương", F(2)))),
    "graded": GradedTerms((Grade("Xuất sắc", F(1)), Grade("Tốt", F(3, 4)), Grade("Không hoàn thành", F(0)))),
    "formula": FormulaTerms("điểm_chuẩn × thực_hiện ÷ kế_hoạch", ("target", "actual")),
    "parts": PartsTerms(
        (
            Part("mot", "Phần một", F(30), F(0), (figure_of("mot.actual"), figure_of("mot.target")), "bands", BANDS_30),
            Part("hai", "Phần hai", F(10), F(0), (figure_of("hai.count"),), "per_piece", PerPieceTerms(F(2))),
        )
    ),
}


@pytest.mark.parametrize("method", METHODS)
def test_method_reads_the_figures_that_it_says(method: str) -> None:
    made = criterion(method, SAMPLES[method], bonus=5)
    read = fields_of(expression(made, 2)) - {field_name(made.id, NO_TARGET)}
    assert read == {field_name(made.id, each) for each in METHODS[method].figures(SAMPLES[method])}


@pytest.mark.parametrize("method", METHODS)
def test_a_missing_figure_never_gives_points(method: str) -> None:
    made = criterion(method, SAMPLES[method], bonus=5)
    full: Row = {each.id: 1 for each in made.figures}
    assert points(made, [full]) != [None]
    for each in made.figures:
        assert points(made, [{**full, each.id: None}]) == [None]


@pytest.mark.parametrize("method", ["completion_rate", "leader_anchored", "per_piece"])
@given(first=st.integers(0, 10**6), second=st.integers(0, 10**6))
def test_more_achievement_never_earns_less(method: str, first: int, second: int) -> None:
    made = criterion(method, SAMPLES[method], bonus=5)
    rest: Row = {"target": 1000}
    others: list[Row] = [{"target": 10, "actual": 13, "count": 1}]
    less, more = sorted((first, second))
    low = points(made, [{**rest, "actual": less, "count": less}, *others])[0]
    high = points(made, [{**rest, "actual": more, "count": more}, *others])[0]
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= made.ceiling


LINES = {
    "completion_rate": (
        [
            {"target": 4000000, "actual": 3900000},
            {"target": 1000, "actual": 2000},
            {"target": 3, "actual": 2},
            {"actual": 2},
        ],
        [
            "tỷ lệ hoàn thành = 3.900.000 ÷ 4.000.000 = 97,5% | phần thiếu = (100% − 97,5%) × 100 = 2,5"
            " | thực hiện 97,5% kế hoạch, thiếu 2,5%: 40 − 2,5 × 1 = 37,5 điểm",
            "tỷ lệ hoàn thành = 2.000 ÷ 1.000 = 200% | phần vượt = (200% − 100%) × 100 = 100"
            " | thực hiện 200% kế hoạch, vượt 100%: 40 + (100 × 0,5 = 50, không quá 5) = 45 điểm",
            "tỷ lệ hoàn thành = 2 ÷ 3 ≈ 66,6667% | phần thiếu = (100% − 66,6667%) × 100 ≈ 33,3333"
            " | thực hiện 66,6667% kế hoạch, thiếu 33,3333%: 40 − 33,3333 × 1 ≈ 6,6667, làm tròn 6,67 điểm",
            "chưa đủ số liệu: thiếu kế hoạch",
        ],
    ),
    "bands": (
        [{"target": 1000, "actual": 977}, {"target": 1000, "actual": 5}],
        [
            "tỷ lệ hoàn thành = 977 ÷ 1.000 = 97,7%"
            " | thực hiện 97,7% kế hoạch, thuộc mức từ 95% đến dưới 100%: 42 điểm",
            "tỷ lệ hoàn thành = 5 ÷ 1.000 = 0,5% | thực hiện 0,5% kế hoạch, không thuộc mức nào ở trên: 20 điểm",
        ],
    ),
    "leader_anchored": (
        [{"target": 100, "actual": 148}, {"target": 100, "actual": 113}, {"target": 100, "actual": 80}],
        [
            "mức vượt kế hoạch = (148 − 100) ÷ 100 = 48% | mức vượt kế hoạch cao nhất trong Cụm = 48% (Tỉnh A)"
            " | vượt 48%, cao nhất trong Cụm: 40 điểm",
            "mức vượt kế hoạch = (113 − 100) ÷ 100 = 13% | mức vượt kế hoạch cao nhất trong Cụm = 48% (Tỉnh A)"
            " | vượt 13%, đơn vị cao nhất vượt 48%: 20 + 20 × 13% ÷ 48% ≈ 25,4167, làm tròn 25,42 điểm",
            "mức vượt kế hoạch = (80 − 100) ÷ 100 = −20% | tỷ lệ hoàn thành = 80 ÷ 100 = 80%"
            " | thực hiện 80% kế hoạch, chưa đạt: 20 × 80% = 16 điểm",
        ],
    ),
    "pass_fail": (
        [{"last_year": 5, "actual": 4}],
        ["thực hiện 4 triệu đồng thấp hơn năm trước 5 triệu đồng, đạt: 40 điểm"],
    ),
    "given_points": ([{"given_points": "7.5"}], ["đơn vị chấm: 7,5 điểm"]),
    "per_piece": ([{"count": 30}], ["30 triệu đồng: 30 × 2 = 60, không quá 40 điểm"]),
    "by_rank": (
        [{"actual": 5}, {"actual": 9}, {"actual": 9}],
        [
            "thứ hạng trong Cụm: xếp thứ 3 trong 3 | thực hiện 5 triệu đồng, xếp thứ 3: 5 điểm",
            "thứ hạng trong Cụm: xếp thứ 1 trong 3 | thực hiện 9 triệu đồng, xếp thứ 1: 30 điểm",
            "thứ hạng trong Cụm: xếp thứ 1 trong 3 | thực hiện 9 triệu đồng, xếp thứ 1: 30 điểm",
        ],
    ),
    "bonus_penalty": ([{"dung-han": 6, "qua-han": 1}], ["10 + 6 × 0,5 − 1 × 1 = 12 điểm"]),
    "fixed_bonus": ([{"anh-hung": 1, "huan-chuong": 2}], ["1 × 3 + 2 × 2 = 7 điểm"]),
    "graded": ([{"level": 1}], ["xếp loại Tốt, được 75% điểm chuẩn: 40 × 0,75 = 30 điểm"]),
    "formula": (
        [{"target": 8, "actual": 6}, {"target": 8, "actual": 80}],
        ["40 × 6 ÷ 8 = 30 điểm", "40 × 80 ÷ 8 = 400, không quá 45 điểm"],
    ),
    "parts": (
        [{"mot.actual": 5, "mot.target": 5, "hai.count": 3}],
        [
            "tỷ lệ hoàn thành = 5 ÷ 5 = 100% | Phần một = 30 điểm (thực hiện 100% kế hoạch, thuộc mức từ 100%)"
            " | Phần hai = 3 × 2 = 6 điểm (3 triệu đồng) | 30 + 6 = 36 điểm"
        ],
    ),
}


@pytest.mark.parametrize("method", METHODS)
def test_explanations(method: str) -> None:
    rows, expected = LINES[method]
    assert lines(criterion(method, SAMPLES[method], bonus=5), rows) == expected


def by_hand_ranks(values: Sequence[int | None], terms: ByRankTerms) -> list[Fraction | None]:
    known_values = [value for value in values if value is not None]
    best_first = sorted(known_values, reverse=terms.first_is == "highest")
    of_place = [*terms.points_by_rank, *[terms.other_ranks] * len(best_first)]
    found: list[Fraction | None] = []
    for value in values:
        if value is None:
            found.append(None)
            continue
        first = best_first.index(value)
        shared = of_place[first : first + best_first.count(value)]
        found.append(rounded(shared[0] if terms.when_tied == "higher_rank" else sum(shared, F(0)) / len(shared)))
    return found


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=1, max_size=9),
    st.builds(
        ByRankTerms,
        quantity=st.just("actual"),
        first_is=st.sampled_from(["highest", "lowest"]),
        points_by_rank=st.lists(st.integers(0, 30).map(F), min_size=1, max_size=4).map(tuple),
        other_ranks=st.integers(0, 5).map(F),
        when_tied=st.sampled_from(["higher_rank", "mean_of_ranks"]),
    ),
)
def test_by_rank(values: list[int | None], terms: ByRankTerms) -> None:
    made = criterion("by_rank", terms, 30)
    assert points(made, [{"actual": value} for value in values]) == by_hand_ranks(values, terms)


def test_a_mean_of_tied_ranks_is_told_by_the_ranks_that_it_is_of() -> None:
    terms = ByRankTerms("actual", "highest", (F(10), F(7), F(3)), F(2), "mean_of_ranks")
    rows: list[Row] = [{"actual": value} for value in (9, 5, 5, 1, 1)]
    told = [line.split(" | ") for line in lines(criterion("by_rank", terms, 10), rows)]
    assert [each[-1] for each in told] == [
        "thực hiện 9 triệu đồng, xếp thứ 1: 10 điểm",
        *["thực hiện 5 triệu đồng, 2 đơn vị đồng hạng từ thứ 2 đến thứ 3: 10 ÷ 2 = 5 điểm"] * 2,
        *["thực hiện 1 triệu đồng, 2 đơn vị đồng hạng từ thứ 4 đến thứ 5: 4 ÷ 2 = 2 điểm"] * 2,
    ]
    assert told[-1][-4:-1] == [
        "cộng dồn điểm từ hạng 1 đến hạng cuối đó = 20 + (5 − 3) × 2 = 24",
        "cộng dồn điểm của các hạng xếp trên = 20",
        "tổng điểm của các hạng mà các đơn vị cùng hạng chiếm = 24 − 20 = 4",
    ]


@pytest.mark.parametrize(
    ("part_of_percent", "actual", "expected"),
    [
        ("counted_whole", "0.1", "thực hiện 0,1% kế hoạch, thiếu 99,9%, tính tròn 100%: 40 − 100 × 0,3 = 10 điểm"),
        ("counted_whole", "97", "thực hiện 97% kế hoạch, thiếu 3%: 40 − 3 × 0,3 = 39,1 điểm"),
        ("not_counted", "97.5", "thực hiện 97,5% kế hoạch, thiếu 2,5%, tính tròn 2%: 40 − 2 × 0,3 = 39,4 điểm"),
        ("in_proportion", "97.5", "thực hiện 97,5% kế hoạch, thiếu 2,5%: 40 − 2,5 × 0,3 = 39,25 điểm"),
        ("not_counted", "102.5", "thực hiện 102,5% kế hoạch, vượt 2,5%, tính tròn 2%: 40 + 2 × 0,5 = 41 điểm"),
        ("not_counted", "102", "thực hiện 102% kế hoạch, vượt 2%: 40 + 2 × 0,5 = 41 điểm"),
    ],
)
def test_parts_of_a_percent_that_are_rounded_are_told_before_and_after(
    part_of_percent: Any, actual: str, expected: str
) -> None:
    terms = CompletionRateTerms(F("0.3"), bonus_per_percent=F("0.5"), part_of_percent=part_of_percent)
    [line] = lines(criterion("completion_rate", terms, bonus=5), [{"target": 100, "actual": actual}])
    assert line.split(" | ")[-1] == expected


@pytest.mark.parametrize(
    ("good", "bad", "expected"), [(0, 0, 10), (6, 1, 12), (100, 0, 40), (0, 12, -2), (0, 99, -5), (None, 0, None)]
)
def test_bonus_and_penalty_within_floor_and_cap(good: int | None, bad: int, expected: int | None) -> None:
    items = (Item("dung-han", "Đúng hạn", F(1, 2)),), (Item("qua-han", "Quá hạn", F(1)),)
    made = criterion("bonus_penalty", BonusPenaltyTerms(F(10), *items, floor=F(-5), cap=F(40)))
    assert points(made, [{"dung-han": good, "qua-han": bad}]) == [expected]


def test_bonus_and_penalty_stop_at_zero_and_at_the_ceiling_where_nothing_else_is_said() -> None:
    made = criterion("bonus_penalty", SAMPLES["bonus_penalty"], 12, 1)
    assert points(made, [{"dung-han": 0, "qua-han": 11}, {"dung-han": 99, "qua-han": 0}]) == [0, 13]


@pytest.mark.parametrize(
    ("combine", "out_of", "given_by", "expected"),
    [
        ("mean", None, (4, 5, 3), 4),
        ("mean", None, (4, 5, 4), F("4.33")),
        ("trimmed_mean", None, (1, 5, 4), 4),
        ("trimmed_mean", None, (4, 4, 4), 4),
        ("trimmed_mean", 100, (90, 80, 10), 4),
        ("mean", 100, (90, None, 10), None),
    ],
)
def test_several_givers(combine: str, out_of: int | None, given_by: tuple[int | None, ...], expected: object) -> None:
    out = None if out_of is None else F(out_of)
    terms = GivenPointsTerms(out, ("A", "B", "C"), combine)  # type: ignore[arg-type]
    row = {f"giver-{index}": value for index, value in enumerate(given_by, start=1)}
    assert points(criterion("given_points", terms, 5), [row]) == [expected]


def test_points_out_of_another_number_are_converted_exactly() -> None:
    made = criterion("given_points", GivenPointsTerms(F(100)), 15)
    assert points(made, [{"given_points": "96.67"}]) == [F("14.5")]
    assert lines(made, [{"given_points": 90}]) == ["đơn vị chấm: 90 × 15 ÷ 100 = 13,5 điểm"]


def test_parts_with_a_missing_figure_have_no_points() -> None:
    made = criterion("parts", SAMPLES["parts"])
    full: Row = {"mot.actual": 4, "mot.target": 5, "hai.count": 3}
    assert points(made, [full, {**full, "hai.count": None}]) == [13, None]
