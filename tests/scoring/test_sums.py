"""Section totals and totals against the order of sums written out by hand."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, dossier, exemption, period, scale
from msgspec.structs import replace

from thidua.model.scale import Class, Criterion, Scale
from thidua.model.terms import BonusPenaltyTerms, Item
from thidua.scoring import UnitResult, score_cluster

F = Fraction
STANDARD, BONUS, FLOOR = 10, 4, -6


def fund(identifier: str) -> Criterion:
    """Any whole number of points from the floor to the ceiling: 0 to start with, one up or down for each count."""
    terms = BonusPenaltyTerms(F(0), (Item("len", "Lên", F(1)),), (Item("xuong", "Xuống", F(1)),), floor=F(FLOOR))
    return criterion("bonus_penalty", terms, STANDARD, BONUS, id=identifier)


@dataclass(frozen=True)
class Rules:
    """What a scale says of its sums; two sections of two criteria each."""

    weights: tuple[Fraction, Fraction]
    bonus_caps: tuple[int | None, int | None]
    penalty_caps: tuple[int | None, int | None]
    total_bonus: int | None
    total_penalty: int | None
    inside: bool
    mode: str


cap = st.one_of(st.none(), st.integers(0, 9))
rules = st.builds(
    Rules,
    weights=st.tuples(*[st.sampled_from([F(1), F(2), F(1, 2)])] * 2),
    bonus_caps=st.tuples(cap, cap),
    penalty_caps=st.tuples(cap, cap),
    total_bonus=cap,
    total_penalty=cap,
    inside=st.booleans(),
    mode=st.sampled_from(["convert", "full_points"]),
)
points_of_four = st.lists(st.one_of(st.none(), st.integers(FLOOR, STANDARD + BONUS)), min_size=4, max_size=4)


def made(rule: Rules) -> Scale:
    base = scale(fund("a"), fund("b"), fund("c"), fund("d"))
    sections = tuple(
        replace(
            base.sections[0],
            id=f"noi-dung-{index}",
            standard_points=F(2 * STANDARD),
            criteria=base.criteria[2 * index : 2 * index + 2],
            weight=rule.weights[index],
            bonus_cap=None if rule.bonus_caps[index] is None else F(rule.bonus_caps[index] or 0),
            penalty_cap=None if rule.penalty_caps[index] is None else F(rule.penalty_caps[index] or 0),
        )
        for index in range(2)
    )
    return replace(
        base,
        sections=sections,
        total_points=sum((2 * STANDARD * weight for weight in rule.weights), F(0)),
        bonus_inside_section=rule.inside,
        total_bonus_cap=None if rule.total_bonus is None else F(rule.total_bonus),
        total_penalty_cap=None if rule.total_penalty is None else F(rule.total_penalty),
        not_applicable_mode=rule.mode,  # type: ignore[arg-type]
    )


def by_hand(points: list[int | None], rule: Rules) -> Fraction:
    """``None``: the criterion doesn't apply."""
    total_base = total_bonus = total_penalty = applicable = F(0)
    for index in range(2):
        mine = points[2 * index : 2 * index + 2]
        if rule.mode == "full_points":
            mine = [STANDARD if each is None else each for each in mine]
        there = [each for each in mine if each is not None]
        base = sum(min(max(each, 0), STANDARD) for each in there)
        bonus = sum(max(each - STANDARD, 0) for each in there)
        penalty = sum(max(-each, 0) for each in there)
        if rule.bonus_caps[index] is not None:
            bonus = min(bonus, rule.bonus_caps[index] or 0)
        if rule.inside:
            bonus = min(bonus, 2 * STANDARD - base)
        if rule.penalty_caps[index] is not None:
            penalty = min(penalty, rule.penalty_caps[index] or 0)
        weight = rule.weights[index]
        total_base += base * weight
        total_bonus += bonus * weight
        total_penalty += penalty * weight
        applicable += len(there) * STANDARD * weight
    if rule.total_bonus is not None:
        total_bonus = min(total_bonus, F(rule.total_bonus))
    if rule.total_penalty is not None:
        total_penalty = min(total_penalty, F(rule.total_penalty))
    total = total_base + total_bonus - total_penalty
    if rule.mode == "convert":
        whole = sum((2 * STANDARD * weight for weight in rule.weights), F(0))
        total = total * whole / applicable if applicable else F(0)
    hundredths = floor(abs(total) * 100 + F(1, 2))
    return F(hundredths if total >= 0 else -hundredths, 100)


def scored(points: list[int | None], rule: Rules) -> UnitResult:
    identifiers = "abcd"
    rows = {
        name: {"len": max(each, 0), "xuong": max(-each, 0)}
        for name, each in zip(identifiers, points, strict=True)
        if each is not None
    }
    exempt = tuple(exemption("u0", name) for name, each in zip(identifiers, points, strict=True) if each is None)
    made_period = period(1, not_applicable=exempt)
    return score_cluster(made(rule), made_period, {"u0": dossier("u0", rows)}).units[0]


@given(rules, points_of_four)
def test_totals_follow_the_order_of_sums(rule: Rules, points: list[int | None]) -> None:
    unit = scored(points, rule)
    assert unit.total == unit.least == unit.most == by_hand(points, rule)
    assert not unit.provisional


def test_rounding_at_the_total_rounds_no_criterion() -> None:
    thirds = criterion("bonus_penalty", BonusPenaltyTerms(F(1, 3), (Item("len", "Lên", F(1, 3)),)), 10)
    both = [replace(thirds, id="a"), replace(thirds, id="b")]
    dossiers = {"u0": dossier("u0", {"a": {"len": 0}, "b": {"len": 0}})}
    at_criterion = score_cluster(scale(*both), period(1), dossiers).units[0]
    at_total = score_cluster(scale(*both, rounding_at="total"), period(1), dossiers).units[0]
    assert (at_criterion.total, at_total.total) == (F("0.66"), F("0.67"))
    assert at_total.criteria[0].points == F(1, 3)


CLASSES = (Class("Tốt", F(8, 10)), Class("Khá", F(5, 10)), Class("Trung bình", F(0)))


@pytest.mark.parametrize(("points", "expected"), [(10, "Tốt"), (8, "Tốt"), (7, "Khá"), (5, "Khá"), (4, "Trung bình")])
def test_the_class_is_the_first_whose_share_is_reached(points: int, expected: str) -> None:
    made_scale = scale(fund("a"), classes=CLASSES)
    found = score_cluster(made_scale, period(1), {"u0": dossier("u0", {"a": {"len": points, "xuong": 0}})})
    assert found.units[0].result_class == expected


def test_no_class_is_named_while_it_may_change() -> None:
    assert score_cluster(scale(fund("a"), classes=CLASSES), period(1), {}).units[0].result_class is None
